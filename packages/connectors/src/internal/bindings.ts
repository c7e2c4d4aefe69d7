import {
  type Binding,
  type Condition,
  type ConnectorContext,
  ObservationBatch,
  type Quality,
  type SignalDefinition,
  type Vocabulary,
  vocabularyNamed,
} from '@twinfloor/core';
import { ConditionTarget } from './condition-target.js';
import { StateTarget } from './state-target.js';
import type { RawValue, Target } from './target.js';
import { conversion } from './units.js';
import { ValueTarget } from './value-target.js';

/** One receiver of what a source says, and as which of its inputs. */
interface Route {
  readonly target: Target;
  readonly input: string;
}

const same = (value: number): number => value;

/**
 * The bindings of one connector at work: source names on one side, signals of the twin on the other. What a source
 * says is parsed, converted, mapped and collected in a batch; `deliver` hands it over.
 */
export class Bindings {
  /** What was observed since the last `deliver`. */
  readonly batch = new ObservationBatch();
  readonly #context: ConnectorContext;
  readonly #routes = new Map<string, Route[]>();
  /** Every bound signal, with the time from which nothing is known of it. */
  readonly #gaps = new Map<Target, number>();
  #place = '';

  /** @throws {RangeError} if a binding is wrong; the message names it, what was found and what is allowed */
  constructor(bindings: readonly Binding[], context: ConnectorContext) {
    this.#context = context;
    bindings.forEach((binding, position) => this.add(binding, `bindings[${position}]`));
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
   * Binds one more signal, for connectors that learn from the source what there is.
   *
   * @param place - where the binding stands, for messages
   * @throws {RangeError} if the binding is wrong; the message names it, what was found and what is allowed
   */
  add(binding: Binding, place = `binding of ${binding.signal}`): void {
    try {
      this.#add(binding);
    } catch (error) {
      throw new RangeError(`${place}: ${error instanceof Error ? error.message : String(error)}`);
    }
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

  /** Takes a report of a condition, as `observe` takes a value. A state bound to it sees the worst active level. */
  observeCondition(source: string, time: number, condition: Condition, place = source): boolean {
    return this.#each(source, time, place, ({ target, input }) =>
      target.observeCondition(this.batch, time, condition, input, this.#refuse),
    );
  }

  /**
   * Writes for every bound signal that nothing is known from a time on: the time the source was last heard. Where
   * the clock of the source runs ahead it is the moment after the newest observation, which stays.
   */
  gap(time: number): void {
    for (const target of this.#gaps.keys()) {
      const from = Math.max(time, target.newest + 1);
      this.#gaps.set(target, from);
      target.gap(this.batch, from);
    }
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

  #each(source: string, time: number, place: string, observe: (route: Route) => boolean): boolean {
    const routes = this.#routes.get(source);
    if (!routes) return false;
    this.#place = place;
    if (!Number.isFinite(time)) {
      this.#refuse(time, 'a time in milliseconds since the epoch');
      return false;
    }
    let used = true;
    for (const route of routes) used = observe(route) && used;
    return used;
  }

  #add(binding: Binding): void {
    const signal = this.#context.resolve(binding.signal);
    const definition = this.#context.definition(signal);
    if (definition.kind !== 'state') {
      const source = sourceOf(binding);
      this.#connect(plainTarget(binding, signal, definition), new Map([[source, source]]));
      return;
    }
    const vocabulary = vocabularyNamed(binding.vocabulary ?? 'canonical');
    refuseNumberOptions(binding, 'a state');
    const inputs = inputsOf(binding, vocabulary);
    this.#connect(new StateTarget(signal, vocabulary, [...inputs.keys()]), inputs);
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

function plainTarget(binding: Binding, signal: number, definition: SignalDefinition): Target {
  const { kind } = definition;
  if (binding.vocabulary !== undefined) {
    throw new RangeError(`invalid vocabulary: ${binding.vocabulary}, allowed: none, the signal is a ${kind}`);
  }
  if (kind === 'condition') {
    refuseNumberOptions(binding, 'a condition');
    return new ConditionTarget(signal);
  }
  if (kind === 'text') refuseNumberOptions(binding, 'a text');
  return new ValueTarget(signal, kind, valueConversion(binding, definition.unit));
}

/** From the number of the source to that of the signal: first the scale, then the unit. */
function valueConversion(
  { scale = 1, unit }: Binding,
  target: string | undefined,
): (value: number) => number {
  if (!(Number.isFinite(scale) && scale !== 0)) {
    throw new RangeError(`invalid scale: ${scale}, allowed: a number other than 0`);
  }
  const convert = (unit !== undefined && target !== undefined && conversion(unit, target)) || same;
  if (scale === 1) return convert;
  // A scale of 0.1 means a tenth: 3 × 0.1 is not 0.3, but 3 / 10 is.
  const divisor = Math.round(1 / scale);
  if (1 / divisor === scale) return (value) => convert(value / divisor);
  return (value) => convert(value * scale);
}

function refuseNumberOptions({ unit, scale }: Binding, what: string): void {
  if (unit !== undefined) throw new RangeError(`invalid unit: ${unit}, allowed: none, the signal is ${what}`);
  if (scale !== undefined)
    throw new RangeError(`invalid scale: ${scale}, allowed: none, the signal is ${what}`);
}

function sourceOf({ from, signal }: Binding): string {
  if (typeof from === 'string') return from;
  throw new RangeError(`invalid from: an object, allowed: the name of one source, ${signal} is not a state`);
}

/** The source names by input of the vocabulary, in the vocabulary's order. */
function inputsOf({ from }: Binding, vocabulary: Vocabulary): Map<string, string> {
  if (typeof from === 'string') return new Map([[vocabulary.inputs[0], from]]);
  const unknown = Object.keys(from).find((input) => !vocabulary.inputs.includes(input));
  if (unknown !== undefined || Object.keys(from).length === 0) {
    throw new RangeError(`invalid input: ${unknown ?? 'none'}, allowed: ${vocabulary.inputs.join(', ')}`);
  }
  const given = vocabulary.inputs.filter((input) => Object.hasOwn(from, input));
  return new Map(given.map((input) => [input, from[input]]));
}
