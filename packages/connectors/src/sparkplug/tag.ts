import { type ConditionLevel, conditionLevels, conversion, type Quality } from '@twinfloor/core';
import type { Bindings, SourceInput } from '../internal/bindings.js';
import type { RawValue } from '../internal/target.js';
import * as dataType from './data-type.js';
import type { Scalar } from './scalar.js';

/** How a value is said to those who are bound to it. `running`: a Boolean is the state running or idle. */
export type Form = 'number' | 'text' | 'word' | 'running' | 'condition';

/** Some of the bindings to one metric: those that take its value in the same form and unit. */
export interface Feed {
  /** The source of these bindings. */
  readonly source: string;
  readonly form: Form;
  /** What the unit of the metric is converted to; `undefined`: the binding itself says what to do. */
  readonly unit: string | undefined;
  readonly input: SourceInput;
}

/** A value of the past that waits until it is known what holds now. */
interface Held {
  readonly value: Scalar | undefined;
  readonly time: number;
  readonly quality: Quality;
}

/** So many values of the past are held for one metric. */
const mostHeld = 1_000;

const same = (value: number): number => value;

/** A metric, or a part of one, that something is bound to. It outlives births and deaths of its edge node. */
export class Tag {
  /** What bindings call it: `group/node/device#metric`. */
  readonly from: string;
  readonly feeds: readonly Feed[];
  /** Code of the data type that the birth said; 0: not known. */
  type = 0;
  /** Unit in which its values come, as the edge node says it. */
  unit: string | undefined;
  /** Quality that its unit allows. */
  #trust: Quality = 'good';
  /** Time of the newest value that was live, in milliseconds. */
  #newest = -Infinity;
  /** The time from which nothing was known when it was lost last. */
  #missing = -Infinity;
  #held: Held[] = [];
  /** What was reported last as a condition. */
  #word: string | undefined;
  #conversions: ((value: number) => number)[] = [];
  readonly #bindings: Bindings;

  constructor(from: string, feeds: readonly Feed[], bindings: Bindings) {
    this.from = from;
    this.feeds = feeds;
    this.#bindings = bindings;
  }

  /**
   * Says in which unit the values come.
   *
   * @returns what is wrong with it; the values are taken as they are then, as uncertain
   */
  measuredIn(unit: string | undefined): string | undefined {
    this.unit = unit;
    this.#trust = 'good';
    let mistake: string | undefined;
    this.#conversions = this.feeds.map((feed) => {
      if (unit === undefined || feed.unit === undefined) return same;
      try {
        return conversion(unit, feed.unit) ?? same;
      } catch {
        this.#trust = 'uncertain';
        mistake = `a unit that can be converted to ${feed.unit}, or a unit in the binding`;
        return same;
      }
    });
    return mistake;
  }

  /** The time at which a value is known that holds since `time` and was said at `said`. */
  knownAt(time: number, said: number): number {
    if (time > this.#missing) return time;
    return said > this.#missing ? said : this.#missing + 1;
  }

  /** Takes a value that holds now. */
  observe(value: Scalar | undefined, time: number, quality: Quality, place: string): void {
    const at = Math.max(time, this.#missing + 1);
    this.#newest = Math.max(this.#newest, at);
    this.#write(value, at, quality, place);
    if (this.#held.length > 0) this.#release(place);
  }

  /**
   * Takes a value of the past. It is never shown as live: one that is newer than all that is known waits until a
   * live one has come.
   *
   * @returns `false` if too many wait
   */
  remember(value: Scalar | undefined, time: number, quality: Quality, place: string): boolean {
    if (time < Math.max(this.#newest, this.#missing)) this.#write(value, time, quality, place);
    else if (this.#held.length < mostHeld) this.#held.push({ value, time, quality });
    else return false;
    return true;
  }

  /** Notes from when on nothing is known; the bindings write it. */
  lost(time: number): void {
    this.#missing = Math.max(time, this.#newest + 1);
    if (this.#held.length > 0) this.#release(this.from);
  }

  #release(place: string): void {
    const until = Math.max(this.#newest, this.#missing);
    const held = this.#held;
    this.#held = held.filter(({ time }) => time >= until);
    for (const { value, time, quality } of held) if (time < until) this.#write(value, time, quality, place);
  }

  #write(value: Scalar | undefined, time: number, said: Quality, place: string): void {
    const quality = said === 'good' ? this.#trust : said;
    for (let index = 0; index < this.feeds.length; index++) {
      const { form, input, source } = this.feeds[index];
      if (form === 'condition' && value !== undefined) this.#report(source, value, time, place);
      else if (form === 'number' && value !== undefined) {
        const isExact = typeof value !== 'bigint';
        const number = numberOf(value);
        const raw = typeof number === 'number' ? (this.#conversions[index] ?? same)(number) : number;
        input.observe(time, raw, isExact || quality === 'bad' ? quality : 'uncertain', place);
      } else input.observe(time, wordOf(value, form, this.type), quality, place);
    }
  }

  /** A metric as a condition: true, a number other than 0 and a text are a fault; a number is its code. */
  #report(source: string, value: Scalar, time: number, place: string): void {
    const key = this.from;
    const report = (level: ConditionLevel, code?: string, text?: string): void =>
      void this.#bindings.observeCondition(source, time, { key, level, code, text }, place);
    const word = String(value).toLowerCase();
    const level = conditionLevels.find((each) => each === word);
    const before = this.#word;
    this.#word = word;
    if (level) return report(level);
    if (value === true) return report('fault', undefined, key.slice(key.indexOf('#') + 1));
    if (value === false) return report('normal');
    const isClear = value === '' || (typeof value !== 'string' && Number(value) === 0);
    // One fault takes the place of another; one that is repeated is the same.
    if (isClear || word !== before) report('normal');
    if (isClear) return;
    if (typeof value === 'string') report('fault', undefined, value);
    else report('fault', String(value));
  }
}

function numberOf(value: Scalar): number | string {
  return typeof value === 'string' ? value : Number(value);
}

function wordOf(value: Scalar | undefined, form: Form, type: number): RawValue {
  if (value === undefined) return undefined;
  if (form === 'running' && typeof value === 'boolean') return value ? 'running' : 'idle';
  if (type === dataType.dateTime && typeof value === 'number') return new Date(value).toISOString();
  return String(value);
}
