import type { Condition } from '../model/condition.js';
import type { ConditionSeries } from '../series/condition-series.js';
import { equalConditions } from '../series/condition-state.js';
import type { AlarmTrack } from './alarm-track.js';
import { type Cause, firstFrom, type Told } from './cause.js';

/** What the finder needs to know of the alarms of a signal. */
export interface ConditionAlarms {
  /** The alarm of a key and code, if there is one. */
  existing(key: string, code: string | undefined): AlarmTrack | undefined;
  /** The alarm of a key and code; made when it is asked for first. */
  track(key: string, code: string | undefined): AlarmTrack;
  /** What a condition means; `undefined` if it is no alarm. */
  told(condition: Condition): Told | undefined;
  /** Says that the causes of an alarm are others from a time on. */
  changed(track: AlarmTrack, from: number): void;
}

interface Now extends Omit<Cause, 'time'> {
  readonly condition?: Condition;
}

const never: Now = { on: false, known: true };

/**
 * Finds the causes of all alarms of one condition signal, and finds them again from a time on when a late report comes.
 *
 * A report `unavailable` ends nothing: nobody knows what stands. What the source no longer names when it speaks of the
 * key again has gone by then.
 */
export class ConditionCauses {
  readonly #alarms: ConditionAlarms;
  /** The causes that were found, in time order. */
  readonly #found: { readonly time: number; readonly track: AlarmTrack }[] = [];
  /** The alarms whose cause stands, by key. */
  readonly #standing = new Map<string, Set<AlarmTrack>>();
  readonly #conditions = new WeakMap<Cause, Condition>();
  /** What the reports of one time come to. */
  readonly #now = new Map<AlarmTrack, Now>();
  readonly #spoken = new Set<string>();
  #isBegun = false;
  #keptFrom = -Infinity;

  constructor(alarms: ConditionAlarms) {
    this.#alarms = alarms;
  }

  /** Finds the causes again from a time on. */
  find(series: ConditionSeries, since: number): void {
    const from = Math.max(since, this.#keptFrom);
    this.#rewind(from);
    if (!this.#isBegun) this.#begin(series);
    let index = series.indexAt(from) + 1;
    while (index > 0 && series.timeAt(index - 1) >= from) index--;
    while (index < series.length) {
      const time = series.timeAt(index);
      for (; index < series.length && series.timeAt(index) === time; index++) {
        this.#take(series.conditionAt(index));
      }
      this.#close(time);
    }
  }

  /** Forgets what was found before a time; it cannot be found again then. */
  forget(before: number): void {
    this.#keptFrom = Math.max(this.#keptFrom, before);
    this.#found.splice(0, firstFrom(this.#found, before));
  }

  /** What retention had dropped before anybody asked for alarms stands since it was raised. */
  #begin(series: ConditionSeries): void {
    this.#isBegun = true;
    if (series.dropped === 0 || series.firstTime === undefined) return;
    const active = series.activeAt(series.firstTime - 1);
    for (const one of active.sort((a, b) => a.since - b.since)) {
      this.#take(one);
      this.#close(one.since);
    }
  }

  #rewind(from: number): void {
    const first = firstFrom(this.#found, from);
    for (const { track } of this.#found.splice(first)) {
      const kept = firstFrom(track.causes, from);
      if (kept === track.causes.length) continue;
      track.causes.length = kept;
      this.#mark(track);
      this.#alarms.changed(track, from);
    }
  }

  #take(condition: Condition): void {
    const { key, code, level, acknowledged } = condition;
    if (level === 'unavailable') {
      this.#spoken.delete(key);
      for (const track of this.#of(key)) this.#now.set(track, { ...this.#last(track), known: false });
      return;
    }
    this.#spoken.add(key);
    if (level === 'normal') {
      const ended = code === undefined ? this.#of(key) : [this.#alarms.existing(key, code)];
      for (const track of ended) if (track) this.#now.set(track, { on: false, known: true, acknowledged });
      return;
    }
    const known = this.#alarms.existing(key, code);
    const last = known && this.#last(known);
    if (last?.on && last.known && areEqual(last.condition, condition) && last.acknowledged === acknowledged) {
      return;
    }
    const told = this.#alarms.told(condition);
    if (told === undefined && known === undefined) return;
    const now: Now = { on: told !== undefined, known: true, told, acknowledged, condition };
    this.#now.set(known ?? this.#alarms.track(key, code), now);
  }

  /** Ends the reports of one time. */
  #close(time: number): void {
    for (const key of this.#spoken) {
      for (const track of this.#of(key)) {
        if (!this.#last(track).known) this.#now.set(track, { on: false, known: true });
      }
    }
    this.#spoken.clear();
    for (const [track, now] of this.#now) {
      const before = track.causes.at(-1);
      const { condition, ...rest } = now;
      if (isSame(before ?? never, now) && areEqual(condition, before && this.#conditions.get(before)))
        continue;
      if (before === undefined && !now.on) continue;
      const cause: Cause = { ...rest, time };
      if (condition) this.#conditions.set(cause, condition);
      track.causes.push(cause);
      this.#found.push({ time, track });
      this.#mark(track);
      this.#alarms.changed(track, time);
    }
    this.#now.clear();
  }

  /** The alarms of a key that stand, with what the reports of this very time have raised. */
  #of(key: string): AlarmTrack[] {
    const tracks = new Set(this.#standing.get(key));
    for (const [track, { on }] of this.#now) if (on && track.key === key) tracks.add(track);
    return [...tracks].filter((track) => this.#last(track).on);
  }

  #last(track: AlarmTrack): Now {
    const now = this.#now.get(track);
    if (now) return now;
    const cause = track.causes.at(-1);
    return cause ? { ...cause, condition: this.#conditions.get(cause) } : never;
  }

  #mark(track: AlarmTrack): void {
    const tracks = this.#standing.get(track.key) ?? new Set();
    if (track.causes.at(-1)?.on) tracks.add(track);
    else tracks.delete(track);
    this.#standing.set(track.key, tracks);
  }
}

function isSame(a: Now, b: Now): boolean {
  return a.on === b.on && a.known === b.known && a.acknowledged === b.acknowledged;
}

function areEqual(a: Condition | undefined, b: Condition | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && equalConditions(a, b));
}
