import {
  type ConnectorContext,
  ObservationBatch,
  type PlantRequest,
  type RequestRules,
} from '@twinfloor/core';

/** A simulated controller follows a request after this long, in milliseconds. */
const reaction = 1_500;

/** What people may ask of the simulated factory: it begins in the middle of what is allowed and follows each request. */
export class Setpoints {
  readonly #context: ConnectorContext;
  /** By handle: the signals that then say the new value. */
  readonly #witnesses = new Map<number, readonly number[]>();

  /** @param from - since when they have had their first value, in milliseconds since the epoch */
  constructor(context: ConnectorContext, from: number) {
    this.#context = context;
    const batch = new ObservationBatch();
    for (const { name, request, equipment = [] } of context.workshop.signals) {
      if (!request) continue;
      for (const id of equipment) {
        const setpoint = context.resolve(`${id}/${name}`);
        const { confirmedBy } = request;
        const handles = [setpoint];
        if (confirmedBy !== undefined) handles.push(context.resolve(`${id}/${confirmedBy}`));
        this.#witnesses.set(setpoint, handles);
        for (const handle of handles) batch.add(handle, from, firstValue(request));
      }
    }
    if (batch.length > 0 && !context.signal.aborted) context.deliver(batch);
  }

  /** Takes a request; the factory has done it a moment later. */
  async take({ signal, value }: PlantRequest): Promise<void> {
    const context = this.#context;
    const handles = this.#witnesses.get(signal);
    if (!handles) throw new Error(`the simulated factory cannot change ${context.address(signal)}`);
    void context.wait(reaction).then(() => {
      if (context.signal.aborted) return;
      const batch = new ObservationBatch();
      for (const handle of handles) batch.add(handle, context.now(), value);
      context.deliver(batch);
    });
  }
}

function firstValue({ minimum = 0, maximum = 0, step, values }: RequestRules): number | string {
  if (values) return values[0];
  const middle = (maximum - minimum) / 2;
  return minimum + (step === undefined ? middle : Math.round(middle / step) * step);
}
