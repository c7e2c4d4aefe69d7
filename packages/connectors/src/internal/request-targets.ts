import { type Binding, type ConnectorContext, conversion, type PlantRequest } from '@twinfloor/core';

/** Where a request goes and what it says there. */
export interface OutgoingRequest {
  /** `to` of the binding, or its `from`. */
  readonly to: string;
  /** In the unit and the scale of the source. */
  readonly value: number | string;
}

/** Where requests for the signals of a connector go. */
export class RequestTargets {
  readonly #context: ConnectorContext;
  readonly #bindings = new Map<number, Binding>();

  constructor(bindings: readonly Binding[], context: ConnectorContext) {
    this.#context = context;
    for (const binding of bindings) {
      const signal = context.resolve(binding.signal);
      // Of several bindings the one that says where requests go.
      if (binding.to !== undefined || !this.#bindings.has(signal)) this.#bindings.set(signal, binding);
    }
  }

  /**
   * What a request means for the source.
   *
   * @throws {Error} with a sentence for people if the signal cannot be asked for
   */
  of({ signal, value }: PlantRequest): OutgoingRequest {
    const address = this.#context.address(signal);
    const binding = this.#bindings.get(signal);
    const to = binding?.to ?? binding?.from;
    if (!binding || typeof to !== 'string') throw new Error(`nothing says where requests for ${address} go`);
    const { kind, unit } = this.#context.definition(signal);
    if (kind === 'state' && (binding.vocabulary ?? 'canonical') !== 'canonical') {
      throw new Error(`${address} cannot be asked for in the words of ${binding.vocabulary}`);
    }
    if (typeof value !== 'number') return { to, value };
    const convert = unit !== undefined && binding.unit !== undefined && conversion(unit, binding.unit);
    const { scale = 1 } = binding;
    const divisor = Math.round(1 / scale);
    const converted = convert ? convert(value) : value;
    // As in bindings: a scale of 0.1 means a tenth.
    return { to, value: 1 / divisor === scale ? converted * divisor : converted / scale };
  }
}
