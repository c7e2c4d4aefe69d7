import { type AlarmLimits, alarmPriorities } from '../model/alarm-types.js';
import type { Alarm } from './alarm.js';
import type { AlarmBook } from './alarm-book.js';
import { type AlarmEntry, type AlarmTrack, handlingOf, priorityOf } from './alarm-track.js';
import { nameOf } from './condition-handling.js';

/** All alarms that are listed at a moment, and until when that holds if nothing happens. */
export interface AlarmView {
  /** The most urgent first, of these those that wait for somebody, of these the newest. */
  readonly alarms: readonly Alarm[];
  readonly byId: ReadonlyMap<string, Alarm>;
  /** Milliseconds since the epoch; `Infinity`: until something happens. */
  readonly until: number;
}

/**
 * The alarms at a moment: all that are not normal, without those that are suppressed by design while nothing is wrong.
 *
 * @param before - what was seen before: an alarm of which nothing has changed is the same object
 */
export function viewAt(book: AlarmBook, time: number, before?: AlarmView): AlarmView {
  const { limits } = book.scope.settings;
  const standing: AlarmEntry[] = [];
  let until = Infinity;
  for (const track of book.tracks) {
    until = Math.min(until, track.nextAfter(time));
    const entry = track.at(time);
    if (entry === undefined || entry.state === 'normal') continue;
    if (entry.state === 'suppressedByDesign' && !entry.situation.active) continue;
    standing.push(entry);
  }
  const alarms = standing.map((entry) => {
    const alarm = alarmOf(entry, limits, time, book.isFirstOut(entry, time));
    until = Math.min(until, ...endsOf(entry, alarm, limits, time));
    const known = before?.byId.get(alarm.id);
    return known && areEqual(known, alarm) ? known : alarm;
  });
  alarms.sort(byUrgency);
  return { alarms, byId: new Map(alarms.map((alarm) => [alarm.id, alarm])), until };
}

/** One alarm as its entry says, at a moment from the entry on. */
export function alarmOf(entry: AlarmEntry, limits: AlarmLimits, time: number, isFirstOut: boolean): Alarm {
  const { track, told, situation, state, raisedAt, returnedAt, acknowledgement, hidden, shelvedUntil } =
    entry;
  const { consequence, response, timeToRespond } = handlingOf(entry);
  const stood = raisedAt === undefined || returnedAt === undefined ? Infinity : returnedAt - raisedAt;
  const alarm: Alarm = {
    id: track.id,
    equipment: track.equipment,
    source: track.source,
    key: track.key,
    code: track.code,
    name: nameOf(told, track.key, track.code),
    text: told?.text,
    priority: priorityOf(entry),
    state,
    active: situation.active,
    acknowledged: situation.acknowledged,
    isKnown: entry.known,
    raisedAt,
    returnedAt,
    acknowledgedAt: acknowledgement?.at,
    acknowledgedBy: acknowledgement?.who,
    comment: acknowledgement?.why,
    shelvedUntil,
    hiddenBy: hidden?.who,
    hiddenWhy: hidden?.why,
    occurrences: entry.occurrences,
    isFirstOut,
    isChattering: raisesBefore(track, time, limits).length >= limits.chatteringCount,
    isFleeting: stood < limits.fleetingTime * 1000,
    isStale: situation.active && raisedAt !== undefined && time - raisedAt >= limits.staleTime * 1000,
    consequence,
    response,
    timeToRespond,
  };
  return alarm;
}

/** When an alarm was raised within the time in which chattering is counted, the last time first. */
function raisesBefore({ entries }: AlarmTrack, time: number, limits: AlarmLimits): number[] {
  const raises: number[] = [];
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index];
    if (entry.time <= time - limits.chatteringTime * 1000 || raises.length === limits.chatteringCount) break;
    if (entry.time <= time && entry.raisedAt === entry.time && entry.trigger === 'alarm')
      raises.push(entry.time);
  }
  return raises;
}

/** When a mark of an alarm will change by itself. */
function endsOf({ track }: AlarmEntry, alarm: Alarm, limits: AlarmLimits, time: number): number[] {
  const ends: number[] = [];
  if (alarm.isChattering) {
    ends.push((raisesBefore(track, time, limits).at(-1) ?? time) + limits.chatteringTime * 1000);
  }
  if (alarm.active && !alarm.isStale && alarm.raisedAt !== undefined) {
    ends.push(alarm.raisedAt + limits.staleTime * 1000);
  }
  return ends;
}

const waiting = new Set(['unacknowledged', 'latchedUnacknowledged', 'returnedUnacknowledged']);

function byUrgency(a: Alarm, b: Alarm): number {
  return (
    alarmPriorities.indexOf(a.priority) - alarmPriorities.indexOf(b.priority) ||
    Number(waiting.has(b.state)) - Number(waiting.has(a.state)) ||
    (b.raisedAt ?? 0) - (a.raisedAt ?? 0)
  );
}

function areEqual(a: Alarm, b: Alarm): boolean {
  for (const key in a) if (a[key as keyof Alarm] !== b[key as keyof Alarm]) return false;
  return true;
}
