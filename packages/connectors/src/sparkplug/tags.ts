import { type Binding, type ConnectorContext, metricSource, metricSourceAllowed } from '@twinfloor/core';
import { Bindings } from '../internal/bindings.js';
import { type Feed, type Form, Tag } from './tag.js';

/** What is bound to one metric, before there are bindings. */
interface Wanted {
  readonly source: string;
  readonly form: Form;
  readonly unit: string | undefined;
}

/** What stands between the parts of a source's name; no topic and no metric can contain it. */
const separator = '\0';

/** The metrics that something is bound to, by the names that bindings give them. */
export class Tags {
  readonly bindings: Bindings;
  readonly #tags = new Map<string, Tag>();
  /** By edge node or device: `group/node` or `group/node/device`. */
  readonly #byOwner = new Map<string, Tag[]>();
  /** Edge nodes: `group/node`. */
  readonly nodes = new Set<string>();
  /** Names of metrics of which parts are bound. */
  readonly #withParts = new Set<string>();

  /**
   * @param bindings - one whose `from` names no metric is refused; the others go on
   * @throws {RangeError} if the workshop has not the signal that a binding names
   */
  constructor(bindings: readonly Binding[], context: ConnectorContext) {
    const wanted = new Map<string, Wanted[]>();
    const sources = bindings.map((binding) => {
      const kinds = formsOf(binding, context);
      const rename = (from: string): string => {
        const each = kinds(from);
        const known = wanted.get(from) ?? [];
        wanted.set(from, known);
        if (!known.some(({ source }) => source === each.source)) known.push(each);
        return each.source;
      };
      const { from } = binding;
      return {
        ...binding,
        from:
          typeof from === 'string'
            ? rename(from)
            : Object.fromEntries(Object.entries(from).map(([input, each]) => [input, rename(each)])),
      };
    });
    this.bindings = new Bindings(sources, context);
    for (const [from, each] of wanted) this.#add(from, each, context);
    for (const { to } of bindings) {
      const target = to === undefined ? undefined : metricSource(to);
      if (target) this.nodes.add(`${target.group}/${target.node}`);
    }
  }

  /** The tag of a metric or of a part of one; `undefined` if nothing is bound to it. */
  get(from: string): Tag | undefined {
    return this.#tags.get(from);
  }

  /** Whether something is bound to parts of a metric. */
  hasParts(from: string): boolean {
    return this.#withParts.has(from);
  }

  /** Says that nothing is known of an edge node's or a device's metrics from a time on, in milliseconds. */
  lose(owner: string, time: number): void {
    const tags = this.#byOwner.get(owner) ?? [];
    for (const tag of tags) tag.lost(time);
    this.bindings.gap(
      time,
      tags.flatMap(({ feeds }) => feeds.map(({ source }) => source)),
    );
  }

  /** The same for all of them, where the bindings write it themselves. */
  loseAll(time: number): void {
    for (const tag of this.#tags.values()) tag.lost(time);
  }

  #add(from: string, wanted: readonly Wanted[], context: ConnectorContext): void {
    const parsed = metricSource(from);
    if (!parsed) {
      context.refuse({ place: 'from', found: from.slice(0, 200), allowed: metricSourceAllowed });
      return;
    }
    const feeds = wanted.flatMap((each): Feed[] => {
      const input = this.bindings.input(each.source);
      return input ? [{ ...each, input }] : [];
    });
    const tag = new Tag(from, feeds, this.bindings);
    this.#tags.set(from, tag);
    const owner = from.slice(0, from.indexOf('#'));
    const others = this.#byOwner.get(owner);
    if (others) others.push(tag);
    else this.#byOwner.set(owner, [tag]);
    this.nodes.add(`${parsed.group}/${parsed.node}`);
    for (let end = from.indexOf('/', owner.length); end >= 0; end = from.indexOf('/', end + 1)) {
      this.#withParts.add(from.slice(0, end));
    }
  }
}

/** In which form a binding takes a metric, and what its source is called for that. */
function formsOf(binding: Binding, context: ConnectorContext): (from: string) => Wanted {
  const { kind, unit } = context.definition(context.resolve(binding.signal));
  const isNumber = kind === 'number' || kind === 'counter';
  // Who gives a unit or a scale in the binding knows better than the metric.
  const converted = isNumber && binding.unit === undefined && binding.scale === undefined ? unit : undefined;
  const isPlain = (binding.vocabulary ?? 'canonical') === 'canonical';
  const stateForm = isPlain ? 'running' : 'word';
  const form: Form = isNumber
    ? 'number'
    : kind === 'state'
      ? stateForm
      : kind === 'condition'
        ? kind
        : 'text';
  return (from) => ({ source: [from, form, converted ?? ''].join(separator), form, unit: converted });
}
