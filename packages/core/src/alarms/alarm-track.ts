import type { AlarmHandling, AlarmPriority } from '../model/alarm-types.js';
import type { AlarmAct } from './alarm.js';
import {
  alarmState,
  type AlarmSituation,
  type AlarmState,
  type AlarmTrigger,
  isHidden,
  nextSituation,
  normalSituation,
} from './alarm-state.js';
import { type Cause, firstFrom, forget, isOnAt, type ProcessChange, type Told } from './cause.js';
import type { ListedAlarm } from './alarm-view.js';
import { makeChanges } from './delayed-changes.js';

/** What an alarm became by what happened, with all that was known of it then. Not changed once made. */
export interface AlarmEntry {
  readonly track: AlarmTrack;
  readonly time: number;
  readonly trigger: AlarmTrigger | 'change';
  readonly situation: AlarmSituation;
  readonly state: AlarmState;
  /** Whether people were shown it anew. */
  readonly annunciated: boolean;
  readonly told: Told | undefined;
  readonly known: boolean;
  readonly raisedAt: number | undefined;
  /** When it was raised last, or became more urgent. */
  readonly shownAt: number | undefined;
  readonly returnedAt: number | undefined;
  /** Since when its cause stands, or something is left to do about it, hidden or not. */
  readonly standingSince: number | undefined;
  /** Whether that was so before this entry, too. */
  readonly wasStanding: boolean;
  readonly acknowledgement: (Pick<AlarmAct, 'at' | 'why'> & { readonly who: string | undefined }) | undefined;
  /** The act that shelved it or took it out of service. */
  readonly hidden: AlarmAct | undefined;
  readonly shelvedUntil: number | undefined;
  readonly occurrences: number;
  /** The act by which it came, if it did. */
  readonly act: AlarmAct | undefined;
}

interface Step {
  readonly time: number;
  /** At one time: what hides comes first, what shows again after the process has spoken, people last. */
  readonly order: number;
  readonly trigger: AlarmTrigger | 'change';
  readonly cause?: Cause;
  readonly act?: AlarmAct;
}

/**
 * One alarm with all that happened to it: its causes, the changes that follow from them, what suppresses it, what people
 * did, and the entries that all of it comes to, each in time order. From any time on the entries can be made again, so a
 * late observation gives the same as one in time, and the entry that holds at a moment says what stood then.
 */
export class AlarmTrack {
  readonly id: string;
  readonly equipment: string;
  readonly source: string;
  readonly key: string;
  readonly code: string | undefined;
  readonly causes: Cause[] = [];
  readonly changes: ProcessChange[] = [];
  /** When it is suppressed by design: any of these. */
  suppressions: readonly Cause[][] = [];
  readonly acts: AlarmAct[] = [];
  readonly entries: AlarmEntry[] = [];
  /** How the alarm is handled that was never raised. */
  readonly told: Told | undefined;
  /** From when on the entries have to be made again. */
  dirtyFrom = Infinity;
  /** How it is listed at the moment that was asked for last. */
  listed: ListedAlarm | undefined;
  /** What was before is forgotten, but for what held then. */
  #keptFrom = -Infinity;

  constructor(source: string, equipment: string, key: string, code?: string, told?: Told) {
    this.id = code === undefined ? `${source}|${key}` : `${source}|${key}|${code}`;
    this.equipment = equipment;
    this.source = source;
    this.key = key;
    this.code = code;
    this.told = told;
  }

  /** The entry that holds at a time; `undefined` before the first. */
  at(time: number): AlarmEntry | undefined {
    const { entries } = this;
    const last = entries[entries.length - 1];
    if (last === undefined || last.time <= time) return last;
    return entries[firstFrom(entries, nextAfter(time)) - 1];
  }

  /** When the next entry after a time comes; `Infinity`: none is known. */
  nextAfter(time: number): number {
    const { entries } = this;
    const last = entries[entries.length - 1];
    if (last === undefined || last.time <= time) return Infinity;
    return entries[firstFrom(entries, nextAfter(time))].time;
  }

  /** Adds what a person did; in time order, of several at one time the last told comes last. */
  addAct(act: AlarmAct): void {
    const { acts } = this;
    let index = acts.length;
    while (index > 0 && acts[index - 1].at > act.at) index--;
    acts.splice(index, 0, act);
    this.dirtyFrom = Math.min(this.dirtyFrom, act.at);
  }

  /**
   * Makes the entries again from `dirtyFrom` on.
   *
   * @param removed - is given the entries that hold no longer
   * @returns where the new ones begin
   */
  refold(removed: Set<AlarmEntry>): number {
    const from = Math.max(this.dirtyFrom, this.#keptFrom);
    this.dirtyFrom = Infinity;
    const { entries } = this;
    const first = firstFrom(entries, from);
    for (let index = first; index < entries.length; index++) removed.add(entries[index]);
    entries.length = first;
    makeChanges(this.changes, this.causes, from);
    for (const step of this.#stepsFrom(from)) {
      this.#unshelveBy(step.time);
      this.#take(step);
    }
    this.#unshelveBy(Infinity);
    return first;
  }

  /** Forgets what happened before a time, but for what held then. */
  forget(before: number): void {
    this.#keptFrom = Math.max(this.#keptFrom, before);
    forget(this.entries, before);
    forget(this.causes, before);
    let kept = firstFrom(this.changes, before) - 1;
    while (kept > 0 && this.changes[kept].trigger !== 'alarm' && this.changes[kept].trigger !== 'return')
      kept--;
    if (kept > 0) this.changes.splice(0, kept);
  }

  #stepsFrom(from: number): Step[] {
    const steps: Step[] = [];
    for (let index = firstFrom(this.changes, from); index < this.changes.length; index++) {
      const { time, trigger, cause } = this.changes[index];
      steps.push({ time, order: 1, trigger, cause });
    }
    for (const act of this.acts) {
      if (act.at >= from) steps.push({ time: act.at, order: 3, trigger: act.kind, act });
    }
    for (const list of this.suppressions) {
      for (let index = firstFrom(list, from); index < list.length; index++) {
        const { time } = list[index];
        const isOn = this.suppressions.some((one) => isOnAt(one, time));
        steps.push({ time, order: isOn ? 0 : 2, trigger: isOn ? 'suppress' : 'unsuppress' });
      }
    }
    return steps.sort((a, b) => a.time - b.time || a.order - b.order);
  }

  /** A shelf ends by itself. */
  #unshelveBy(time: number): void {
    const until = this.entries.at(-1)?.shelvedUntil;
    if (until !== undefined && until <= time) this.#take({ time: until, order: 0, trigger: 'unshelve' });
  }

  #take({ time, trigger, cause, act }: Step): void {
    const last = this.entries.at(-1);
    if (act?.seen !== undefined && last?.shownAt !== undefined && last.shownAt > act.seen) return;
    const before = last?.situation ?? normalSituation;
    const told = cause?.told ?? last?.told ?? this.told;
    const situation = trigger === 'change' ? before : nextSituation(before, trigger, told?.handling);
    const known = cause?.known ?? last?.known ?? true;
    const isSame = situation === before && known === (last?.known ?? true) && told === last?.told;
    // An act that changes nothing may still prolong a shelf.
    if (isSame && trigger !== 'shelve') return;
    const state = alarmState(situation);
    const isRaised = trigger === 'alarm';
    const isNew = isRaised && !before.active;
    const shows = situation.annunciated && (!before.annunciated || isRaised);
    const unhides = isHidden(before) && !isHidden(situation);
    const stands = situation.active || situation.latched || !situation.acknowledged;
    const acknowledgement = situation.acknowledged
      ? trigger === 'acknowledge'
        ? { at: time, who: act?.who, why: act?.why }
        : last?.acknowledgement
      : undefined;
    this.entries.push({
      track: this,
      time,
      trigger,
      situation,
      state,
      annunciated: shows && !isHidden(situation),
      told,
      known,
      raisedAt: isNew ? time : last?.raisedAt,
      shownAt: isRaised ? time : last?.shownAt,
      returnedAt: isNew ? undefined : trigger === 'return' ? time : last?.returnedAt,
      wasStanding: last?.standingSince !== undefined,
      standingSince: stands ? (last?.standingSince ?? time) : undefined,
      acknowledgement: isNew ? undefined : acknowledgement,
      hidden:
        trigger === 'shelve' || trigger === 'removeFromService' ? act : unhides ? undefined : last?.hidden,
      shelvedUntil: situation.shelved ? (trigger === 'shelve' ? act?.until : last?.shelvedUntil) : undefined,
      occurrences: (last?.occurrences ?? 0) + (isNew ? 1 : 0),
      act,
    });
  }
}

/** The handling of an alarm: that of its last report, else that of its definition. */
export function handlingOf(entry: AlarmEntry | undefined): AlarmHandling {
  return entry?.told?.handling ?? {};
}

/** The priority of an alarm: that of its last report, else that of its definition. */
export function priorityOf(entry: AlarmEntry): AlarmPriority {
  return entry.told?.priority ?? 'low';
}

/** The next number after a time, so that what happened at that very time lies before it. */
function nextAfter(time: number): number {
  return time + Math.max(Math.abs(time) * Number.EPSILON, Number.MIN_VALUE);
}
