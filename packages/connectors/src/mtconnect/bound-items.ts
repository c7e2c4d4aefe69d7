import type { Binding, ConnectorContext } from '@twinfloor/core';
import { Bindings } from '../internal/bindings.js';
import { BoundItem, type Sink } from './bound-item.js';
import { dataItemsNamed } from './data-item-names.js';
import type { ProbeDevice } from './probe-document.js';

/**
 * The bindings of a connector, and after a probe the data items they mean. Signals of numbers are kept apart, since
 * the word UNAVAILABLE is a value of a text and of a vocabulary, but for a number it is a missing one.
 */
export class BoundItems {
  readonly #context: ConnectorContext;
  readonly #words: Bindings;
  readonly #numbers: Bindings;
  #byId = new Map<string, BoundItem>();

  /**
   * @param bindings - one that does not fit its signal is refused; the others go on
   * @throws {RangeError} if the workshop has not the signal that a binding names
   */
  constructor(bindings: readonly Binding[], context: ConnectorContext) {
    this.#context = context;
    this.#words = new Bindings([], context);
    this.#numbers = new Bindings([], context);
    bindings.forEach((binding, position) => {
      const kind = kindOf(binding, context);
      const target = kind === 'number' || kind === 'counter' ? this.#numbers : this.#words;
      target.offer(binding, `bindings[${position}]`);
    });
  }

  get(id: string): BoundItem | undefined {
    return this.#byId.get(id);
  }

  get all(): BoundItem[] {
    return [...this.#byId.values()];
  }

  /** Finds the data items in what the agent has. Names that it does not have, or more than once, are refused. */
  find(devices: readonly ProbeDevice[]): void {
    const sinks = new Map<string, Sink[]>();
    const items = new Map(devices.flatMap(({ dataItems }) => dataItems.map((item) => [item.id, item])));
    for (const bindings of [this.#words, this.#numbers]) {
      for (const source of bindings.sources) {
        const found = dataItemsNamed(source, devices);
        if (found.length === 0) {
          this.#context.refuse({
            place: `from ${source}`,
            found: 'no such data item',
            allowed: namesOf(items.values()),
          });
        } else if (found.length > 1 && found.some(({ category }) => category !== 'CONDITION')) {
          const allowed = found.map(({ id }) => id).join(', ');
          this.#context.refuse({ place: `from ${source}`, found: `${found.length} data items`, allowed });
        } else {
          for (const { id } of found) {
            sinks.set(id, [
              ...(sinks.get(id) ?? []),
              { bindings, source, isNumber: bindings === this.#numbers },
            ]);
          }
        }
      }
    }
    this.#byId = new Map([...sinks].map(([id, each]) => [id, new BoundItem(items.get(id)!, each)]));
  }

  /** Hands over what was observed. */
  deliver(): void {
    this.#words.deliver();
    this.#numbers.deliver();
  }
}

/** The kind of the signal of a binding; `undefined` if there is no such signal. */
function kindOf({ signal }: Binding, context: ConnectorContext): string | undefined {
  try {
    return context.definition(context.resolve(signal)).kind;
  } catch {
    return undefined;
  }
}

function namesOf(items: Iterable<{ readonly id: string; readonly name: string | undefined }>): string {
  return [...items]
    .map(({ id, name }) => name ?? id)
    .join(', ')
    .slice(0, 200);
}
