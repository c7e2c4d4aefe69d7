import type { Binding, ConnectorContext, Refusal } from '@twinfloor/core';
import { Bindings } from '../internal/bindings.js';
import { BoundItem, type Sink } from './bound-item.js';
import { dataItemsNamed } from './data-item-names.js';
import type { DataItem, ProbeDevice } from './probe-document.js';

/**
 * The bindings of a connector, and after a probe the data items they mean. Signals of numbers and of counts are kept
 * apart, since the word UNAVAILABLE is a value of a text and of a vocabulary, but for a number it is a missing one.
 */
export class BoundItems {
  /** As the workshop file has them. */
  readonly bindings: readonly Binding[];
  readonly #context: ConnectorContext;
  readonly #bindings: Readonly<Record<Sink['kind'], Bindings>>;
  #byId = new Map<string, BoundItem>();

  /**
   * @param bindings - one that does not fit its signal is refused; the others go on
   * @throws {RangeError} if the workshop has not the signal that a binding names
   */
  constructor(bindings: readonly Binding[], context: ConnectorContext) {
    this.bindings = bindings;
    this.#context = context;
    const none = (): Bindings => new Bindings([], context);
    this.#bindings = { word: none(), number: none(), counter: none() };
    bindings.forEach((binding, position) => {
      const kind = kindOf(binding, context);
      const target = kind === 'number' || kind === 'counter' ? kind : 'word';
      this.#bindings[target].offer(binding, `bindings[${position}]`);
    });
  }

  get(id: string): BoundItem | undefined {
    return this.#byId.get(id);
  }

  get all(): BoundItem[] {
    return [...this.#byId.values()];
  }

  /** Finds the data items in what the agent has. Names that it does not have, or more than once, are refused. */
  async find(devices: readonly ProbeDevice[]): Promise<void> {
    const sinks = new Map<DataItem, Sink[]>();
    for (const kind of ['word', 'number', 'counter'] as const) {
      const bindings = this.#bindings[kind];
      for (const source of bindings.sources) {
        const [found, part] = partsNamed(source, devices);
        const mistake = mistakeOf(found, part, devices);
        if (mistake) this.#context.refuse({ place: `from ${source}`, ...mistake });
        else
          for (const item of found)
            sinks.set(item, [...(sinks.get(item) ?? []), { bindings, source, kind, part }]);
      }
    }
    const isPlain = (item: DataItem): boolean => !isSet(item) && item.representation !== 'TIME_SERIES';
    const forms = [...sinks.keys()].every(isPlain) ? undefined : await import('./entries.js');
    this.#byId = new Map(
      [...sinks].map(([item, each]) => [
        item.id,
        new BoundItem(item, each, isPlain(item) ? undefined : forms),
      ]),
    );
  }

  /** Hands over what was observed. */
  deliver(): void {
    for (const bindings of Object.values(this.#bindings)) bindings.deliver();
  }
}

/** The data items that a name means, and which part of them. */
function partsNamed(
  source: string,
  devices: readonly ProbeDevice[],
): [items: readonly DataItem[], part: string | undefined] {
  const found = dataItemsNamed(source, devices);
  const hash = source.indexOf('#');
  if (found.length > 0 || hash < 0) return [found, undefined];
  return [dataItemsNamed(source.slice(0, hash), devices), source.slice(hash + 1)];
}

function mistakeOf(
  found: readonly DataItem[],
  part: string | undefined,
  devices: readonly ProbeDevice[],
): Pick<Refusal, 'found' | 'allowed'> | undefined {
  if (found.length === 0) {
    const names = devices.flatMap(({ dataItems }) => dataItems.map(({ id, name }) => name ?? id));
    return { found: 'no such data item', allowed: names.join(', ').slice(0, 200) };
  }
  if (found.length > 1 && found.some(({ category }) => category !== 'CONDITION'))
    return { found: `${found.length} data items`, allowed: found.map(({ id }) => id).join(', ') };
  if (part !== undefined && !found.every(isSet))
    return { found: `#${part} of one value`, allowed: 'an entry of a data set or table' };
  return undefined;
}

function isSet({ representation }: DataItem): boolean {
  return representation === 'DATA_SET' || representation === 'TABLE';
}

/** The kind of the signal of a binding; `undefined` if there is no such signal. */
function kindOf({ signal }: Binding, context: ConnectorContext): string | undefined {
  try {
    return context.definition(context.resolve(signal)).kind;
  } catch {
    return undefined;
  }
}
