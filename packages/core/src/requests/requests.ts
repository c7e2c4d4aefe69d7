import type { RequestRules } from '../model/signal.js';
import { Listeners } from '../twin/listeners.js';
import type { NumberSeries } from '../series/number-series.js';
import type { TextSeries } from '../series/text-series.js';
import type { Signal } from '../twin/signal.js';
import type { Twin } from '../twin/twin.js';
import type { Act } from './act.js';
import { auditOf } from './audit.js';
import { awaitConfirmation } from './confirmation.js';
import { showsPast } from './past.js';
import { permissionFor } from './permission.js';
import { isAsAsked, wrongValue } from './request-check.js';
import type { RequestObstacle, RequestOptions, SignalRequest } from './request.js';

const defaultTimeout = 30;

/**
 * What people ask of the plant. A request is never taken for done: it is `pending` until an observation shows that the
 * plant did it, or until its time is over. Each step is told to the audit.
 *
 * One request a signal: a second one while the first is not answered is refused, because the answer could be that to
 * either.
 */
export class Requests {
  readonly #twin: Twin;
  readonly #newest = new Map<string, SignalRequest>();
  readonly #listeners = new Listeners<[request: SignalRequest]>();

  constructor(twin: Twin) {
    this.#twin = twin;
  }

  /** What may be asked for a signal; `undefined`: nothing. */
  rulesOf(address: string): RequestRules | undefined {
    const { kind, request } = this.#twin.signal(address).definition;
    return kind === 'number' || kind === 'text' ? request : undefined;
  }

  /** How long the plant has for a request, in milliseconds. */
  timeoutOf(address: string): number {
    return (this.rulesOf(address)?.timeout ?? defaultTimeout) * 1000;
  }

  /** The newest request for a signal, as it stands. */
  of(address: string): SignalRequest | undefined {
    return this.#newest.get(address);
  }

  /**
   * Why a request for a signal would be refused now, whatever the value and whoever asks.
   *
   * @returns `undefined` if nothing is in the way
   * @throws {RangeError} if the workshop has no such equipment or signal
   */
  obstacle(address: string): RequestObstacle | undefined {
    const { state } = this.#newest.get(address) ?? {};
    if (this.rulesOf(address) && (state === 'permitting' || state === 'pending')) {
      return { refusal: 'pending', detail: `another request for ${address} is not yet answered` };
    }
    return this.#hindrance(this.#twin.signal(address));
  }

  /**
   * Asks the plant to change a signal.
   *
   * @param value - in the unit of the signal
   * @returns the request at its end: `confirmed`, `refused` or `timedOut`
   * @throws {RangeError} (as a rejection) if the workshop has no such equipment or signal; all else is a refusal
   */
  async ask(address: string, value: number | string, options: RequestOptions = {}): Promise<SignalRequest> {
    const twin = this.#twin;
    const signal = twin.signal(address);
    const { why, unit } = options;
    const audit = auditOf(twin);
    const from = newestValue(signal);
    let request: SignalRequest = {
      number: audit.begin(),
      signal: address,
      value,
      ...(why !== undefined && { why }),
      from,
      askedAt: twin.clock.latest,
      state: 'permitting',
    };
    const act: Act = {
      kind: 'request',
      equipment: signal.equipment,
      signal: address,
      value,
      ...(why !== undefined && { why }),
    };
    const step = (change: Partial<SignalRequest> & Pick<SignalRequest, 'state'>): SignalRequest => {
      const { state, who } = (request = { ...request, ...change });
      if (state === 'permitting') return this.#tell(request);
      const { number, detail } = request;
      audit.add({ number, act, who, outcome: state, ...(detail !== undefined && { detail }) });
      return this.#tell(request);
    };
    const refuse = (obstacle: RequestObstacle): SignalRequest =>
      step({ state: 'refused', ...obstacle, endedAt: twin.clock.latest });

    const obstacle = this.obstacle(address);
    if (obstacle?.refusal === 'pending') {
      // The one that is on its way stays the newest: it is what people have to see.
      const detail = obstacle.detail;
      audit.add({ number: request.number, act, who: undefined, outcome: 'refused', detail });
      return { ...request, ...obstacle, state: 'refused', endedAt: twin.clock.latest };
    }
    if (obstacle) return refuse(obstacle);
    const rules = this.rulesOf(address) as RequestRules;
    const mistake = mistakeOf(signal, rules, value, unit);
    if (mistake !== undefined) return refuse({ refusal: 'wrongValue', detail: mistake });
    if (
      rules.confirmedBy === undefined &&
      twin.freshness(address).freshness === 'live' &&
      from !== undefined &&
      isAsAsked(rules, value, from)
    ) {
      return refuse({ refusal: 'unchanged', detail: `${address} is ${from} already` });
    }
    step({ state: 'permitting' });
    const permission = await permissionFor(twin, act);
    if (!permission) return refuse({ refusal: 'notPermitted', detail: 'the page does not permit it' });
    request = { ...request, who: permission.who };
    // A signature takes time: what was asked for may not be possible any more.
    const later = this.#hindrance(signal);
    if (later) return refuse(later);
    return this.#send(signal, rules, request, step);
  }

  /** Calls back with each request when it changes; returns how to end that. */
  subscribe(listener: (request: SignalRequest) => void): () => void {
    return this.#listeners.add(listener);
  }

  #send(
    signal: Signal,
    rules: RequestRules,
    { value }: SignalRequest,
    step: (change: Partial<SignalRequest> & Pick<SignalRequest, 'state'>) => SignalRequest,
  ): Promise<SignalRequest> {
    const twin = this.#twin;
    const { confirmedBy } = rules;
    const witness = confirmedBy === undefined ? signal : twin.signal(`${signal.equipment}/${confirmedBy}`);
    const connection = signal.connection as NonNullable<Signal['connection']>;
    return new Promise((resolve) => {
      let wasLost = false;
      let isOver = false;
      const end = (change: Partial<SignalRequest> & Pick<SignalRequest, 'state'>): void => {
        if (isOver) return;
        isOver = true;
        for (const stop of stops) stop();
        resolve(step({ ...change, endedAt: twin.clock.latest }));
      };
      const milliseconds = this.timeoutOf(signal.address);
      step({ state: 'pending', deadline: twin.clock.latest + milliseconds });
      const timer = setTimeout(() => {
        const detail = wasLost
          ? `the connection to ${connection.id} was lost meanwhile: whether the plant did it is not known`
          : `${witness.address} was not observed to be ${value} within ${milliseconds / 1000} s`;
        end({ state: 'timedOut', detail });
      }, milliseconds);
      const stops = [
        () => clearTimeout(timer),
        awaitConfirmation(
          twin,
          witness,
          (observed) => isAsAsked(rules, value, observed),
          // After the batch was stored, so that whoever is told finds the new value in the series.
          () => queueMicrotask(() => end({ state: 'confirmed' })),
        ),
        connection.subscribe(() => {
          if (connection.status.state !== 'live') wasLost = true;
        }),
        // What nobody wants a connector may leave out, and then nothing would confirm.
        twin.subscribe([witness.address], () => {}),
      ];
      connection.request({ signal: signal.handle, value }).catch((error: unknown) => {
        const detail = error instanceof Error ? error.message : String(error);
        end({ state: 'refused', refusal: 'source', detail });
      });
    });
  }

  #hindrance(signal: Signal): RequestObstacle | undefined {
    const { address, connection } = signal;
    if (!this.rulesOf(address)) {
      return { refusal: 'notAllowed', detail: `the workshop file allows no request for ${address}` };
    }
    if (showsPast(this.#twin)) {
      return { refusal: 'past', detail: 'the page shows the past; only the present can be changed' };
    }
    if (!connection) return { refusal: 'noSource', detail: `no data source feeds ${address}` };
    if (connection.status.state !== 'live') {
      return { refusal: 'notLive', detail: `the connection to ${connection.id} is not live` };
    }
    if (!connection.takesRequests) {
      return { refusal: 'noSource', detail: `${connection.id} takes no requests` };
    }
    return undefined;
  }

  #tell(request: SignalRequest): SignalRequest {
    this.#newest.set(request.signal, request);
    this.#listeners.tell(request);
    return request;
  }
}

const ofTwins = new WeakMap<Twin, Requests>();

/** What people ask of the plant of a twin. */
export function requestsOf(twin: Twin): Requests {
  let requests = ofTwins.get(twin);
  if (!requests) ofTwins.set(twin, (requests = new Requests(twin)));
  return requests;
}

function mistakeOf(
  { address, definition }: Signal,
  rules: RequestRules,
  value: number | string,
  unit: string | undefined,
): string | undefined {
  if (unit !== undefined && unit !== definition.unit) {
    return `${address} is in ${definition.unit ?? 'no unit'}, not in ${unit}`;
  }
  return wrongValue(definition, rules, value);
}

function newestValue({ definition, series }: Signal): number | string | undefined {
  const newest = series.length - 1;
  if (newest < 0 || series.qualityAt(newest) === 'bad') return undefined;
  if (definition.kind === 'number') return (series as NumberSeries).valueAt(newest);
  return definition.kind === 'text' ? (series as TextSeries).textAt(newest) : undefined;
}
