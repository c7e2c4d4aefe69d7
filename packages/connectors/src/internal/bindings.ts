import {
  type Binding,
  bindingMistakes,
  type Condition,
  type ConnectorContext,
  conversion,
  ObservationBatch,
  type Quality,
  type SignalDefinition,
  type SignalRole,
  type Vocabulary,
  vocabularyNamed,
} from '@twinfloor/core';
import { ConditionTarget } from './condition-target.js';
import { StateTarget } from './state-target.js';
import type { RawValue, Target } from './target.js';
import { ValueTarget } from './value-target.js';

/** What is bound to one source, found once: for connectors that hear much of few sources. */
export interface SourceInput {
  /** As `Bindings.observe`, without looking the source up and without making an object. */
  observe(time: number, raw: RawValue, quality: Quality, place: string): boolean;
}

/** One receiver of what a source says, and as which of its inputs. */
interface Route {
  readonly target: Target;
  readonly input: string;
}

const same = (value: number): number => value;

/** An observation from further ahead is no clock that goes wrong but a time that is none, in milliseconds. */
const farthestAhead = 86_400_000;

/**
 * The bindings of one connector at work: source names on one side, signals of the twin on the other. What a source
 * says is parsed, converted, mapped and collected in a batch; `deliver` hands it over.
 */
export class Bindings {
  /** What was observed since the last `deliver`. */
  readonly batch = new ObservationBatch();
  readonly #context: ConnectorContext;
  readonly #role: SignalRole;
  readonly #routes = new Map<string, Route[]>();
  /** Every bound signal, with the time from which nothing is known of it. */
  readonly #gaps = new Map<Target, number>();
  #place = '';
  /** Times up to this one can be used; it moves on with the present. */
  #latestTime = -Infinity;

  /**
   * @param bindings - one that does not fit its signal is refused; the others go on
   * @param role - `past` where another connector keeps the signals current
   * @throws {RangeError} if the workshop has not the signal that a binding names
   */
  constructor(bindings: readonly Binding[], context: ConnectorContext, role: SignalRole = 'source') {
    this.#context = context;
    this.#role = role;
    bindings.forEach((binding, position) => this.offer(binding, `bindings[${position}]`));
  }

  /** The names of all sources that something is bound to. */
  get sources(): IterableIterator<string> {
    return this.#routes.keys();
  }

  /** Whether something is bound to a source. */
  has(source: string): boolean {
    return this.#routes.has(source);
  }

  /** Whether somebody wants a signal that a source feeds. */
  wanted(source: string): boolean {
    return this.#routes.get(source)?.some(({ target }) => this.#context.wanted(target.signal)) ?? false;
  }

  /**
   * Binds one more signal, or refuses the binding where it does not fit the signal.
   *
   * @param place - where the binding stands, for messages
   * @throws {RangeError} if the workshop has no such signal
   */
  offer(binding: Binding, place: string): void {
    const signal = this.#signalOf(binding, place);
    const mistakes = bindingMistakes(binding, this.#context.definition(signal));
    if (mistakes.length === 0) this.#bind(binding, signal);
    for (const { key, found, allowed } of mistakes) {
      this.#place = `${place}.${key}`;
      this.#refuse(found, allowed);
    }
  }

  /**
   * Binds one more signal that is given as it is, for connectors that learn from the source what there is.
   *
   * @param source - what the source calls it
   * @throws {RangeError} if the workshop has no such signal
   */
  add(address: string, source: string): void {
    const binding = { signal: address, from: source };
    this.#bind(binding, this.#signalOf(binding, address));
  }

  /**
   * Takes what a source says: for each signal bound to it one row, or a refusal.
   *
   * @param time - milliseconds since the epoch
   * @param raw - `undefined`: the source has no value from now on
   * @param place - where it stood, for refusals. Default: the name of the source
   * @returns whether all of it could be used; `false` too when nothing is bound to the source
   */
  observe(source: string, time: number, raw: RawValue, quality: Quality = 'good', place = source): boolean {
    return this.#each(source, time, place, ({ target, input }) =>
      target.observe(this.batch, time, raw, quality, input, this.#refuse),
    );
  }

  /** What is bound to a source; `undefined` if nothing is. What is bound to it later counts too. */
  input(source: string): SourceInput | undefined {
    const routes = this.#routes.get(source);
    if (!routes) return undefined;
    return {
      observe: (time, raw, quality, place) => {
        this.#place = place;
        if (!this.#isTime(time)) return false;
        let used = true;
        for (let index = 0; index < routes.length; index++) {
          const { target, input } = routes[index];
          used = target.observe(this.batch, time, raw, quality, input, this.#refuse) && used;
        }
        return used;
      },
    };
  }

  /** Takes a report of a condition, as `observe` takes a value. A state bound to it sees the worst active level. */
  observeCondition(source: string, time: number, condition: Condition, place = source): boolean {
    return this.#each(source, time, place, ({ target, input }) =>
      target.observeCondition(this.batch, time, condition, input, this.#refuse),
    );
  }

  /**
   * Writes for every bound signal that nothing is known from a time on: the time the source was last heard. Where
   * the clock of the source runs ahead it is the moment after the newest observation, which stays.
   *
   * @param sources - names of sources: only the signals that they feed. Default: all
   */
  gap(time: number, sources?: Iterable<string>): void {
    for (const target of sources ? this.#fedBy(sources) : this.#gaps.keys()) {
      const from = Math.max(time, target.newest + 1);
      this.#gaps.set(target, from);
      target.gap(this.batch, from);
    }
  }

  /**
   * Says that the gap of every bound signal stays, as the source cannot tell what happened since: what was known when it
   * began is of no use when a later gap is filled.
   */
  keepGap(): void {
    for (const target of this.#gaps.keys()) target.keepGap();
  }

  /**
   * Writes for every bound signal, at a time, the value that was known when the gap began. With the time of the gap
   * it takes the gap's place: call it when the source can tell all that happened since, before that is observed.
   */
  resume(time: number): void {
    for (const [target, from] of this.#gaps) target.resume(this.batch, Math.max(time, from));
  }

  /** Hands over what was collected, if anything, and empties the batch. */
  deliver(): void {
    if (this.batch.length === 0) return;
    this.#context.deliver(this.batch);
    this.batch.clear();
  }

  readonly #refuse = (found: unknown, allowed: string): void => {
    this.#context.refuse({ place: this.#place, found: String(found).slice(0, 200), allowed });
  };

  #fedBy(sources: Iterable<string>): Set<Target> {
    const targets = new Set<Target>();
    for (const source of sources) {
      for (const { target } of this.#routes.get(source) ?? []) targets.add(target);
    }
    return targets;
  }

  #each(source: string, time: number, place: string, observe: (route: Route) => boolean): boolean {
    const routes = this.#routes.get(source);
    if (!routes) return false;
    this.#place = place;
    if (!this.#isTime(time)) return false;
    let used = true;
    for (const route of routes) used = observe(route) && used;
    return used;
  }

  #isTime(time: number): boolean {
    if (time <= this.#latestTime && time > -Infinity) return true;
    if (!Number.isFinite(time)) {
      this.#refuse(time, 'a time in milliseconds since the epoch');
      return false;
    }
    this.#latestTime = this.#context.now() + farthestAhead;
    if (time <= this.#latestTime) return true;
    // It would stay the newest for as long, and hide that the source is lost.
    this.#refuse(shownTime(time), 'a time that is at most a day ahead of the present');
    return false;
  }

  #signalOf({ signal }: Binding, place: string): number {
    try {
      return this.#context.resolve(signal, this.#role);
    } catch (error) {
      throw new RangeError(`${place}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** @param binding - fits the signal */
  #bind(binding: Binding, signal: number): void {
    const definition = this.#context.definition(signal);
    if (definition.kind === 'state') {
      const vocabulary = vocabularyNamed(binding.vocabulary ?? 'canonical');
      const inputs = inputsOf(binding, vocabulary);
      this.#connect(new StateTarget(signal, vocabulary, [...inputs.keys()]), inputs);
    } else {
      const source = binding.from as string;
      this.#connect(plainTarget(binding, signal, definition), new Map([[source, source]]));
    }
  }

  /** @param inputs - source names by input */
  #connect(target: Target, inputs: ReadonlyMap<string, string>): void {
    this.#gaps.set(target, -Infinity);
    for (const [input, source] of inputs) {
      const routes = this.#routes.get(source);
      if (routes) routes.push({ target, input });
      else this.#routes.set(source, [{ target, input }]);
    }
  }
}

function shownTime(time: number): string {
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : String(time);
}

function plainTarget(binding: Binding, signal: number, { kind, unit }: SignalDefinition): Target {
  if (kind === 'condition') return new ConditionTarget(signal);
  return new ValueTarget(signal, kind, valueConversion(binding, unit));
}

/** From the number of the source to that of the signal: first the scale, then the unit. */
function valueConversion(
  { scale = 1, unit }: Binding,
  target: string | undefined,
): (value: number) => number {
  const convert = (unit !== undefined && target !== undefined && conversion(unit, target)) || same;
  if (scale === 1) return convert;
  // A scale of 0.1 means a tenth: 3 × 0.1 is not 0.3, but 3 / 10 is.
  const divisor = Math.round(1 / scale);
  if (1 / divisor === scale) return (value) => convert(value / divisor);
  return (value) => convert(value * scale);
}

/** The source names by input of the vocabulary, in the vocabulary's order. */
function inputsOf({ from }: Binding, vocabulary: Vocabulary): Map<string, string> {
  if (typeof from === 'string') return new Map([[vocabulary.inputs[0], from]]);
  const given = vocabulary.inputs.filter((input) => Object.hasOwn(from, input));
  return new Map(given.map((input) => [input, from[input]]));
}
