import { type AlarmLimits, alarmPriorities } from '../model/alarm-types.js';
import type { Alarm } from './alarm.js';
import type { AlarmBook } from './alarm-book.js';
import { type AlarmEntry, handlingOf, priorityOf } from './alarm-track.js';
import { nameOf } from './condition-handling.js';

/** All alarms that are listed at a moment, and until when that holds if nothing happens. */
export interface AlarmView {
  /** The most urgent first, of these those that wait for somebody, of these the newest. */
  readonly alarms: readonly Alarm[];
  /** Milliseconds since the epoch; `Infinity`: until something happens. */
  readonly until: number;
}

/** An alarm as it is listed, and the entry and marks that it was made of. */
export interface ListedAlarm {
  readonly entry: AlarmEntry;
  readonly marks: number;
  readonly alarm: Alarm;
}

const firstOut = 1;
const chattering = 2;
const stale = 4;

/**
 * The alarms at a moment: all that are not normal, without those that are suppressed by design while nothing is wrong.
 * Each track keeps how it is listed, so that an alarm of which nothing has changed is the same object.
 *
 * @param before - what was listed before, in its order: only what has changed is sorted anew
 */
export function viewAt(book: AlarmBook, time: number, before: readonly Alarm[]): AlarmView {
  const { limits } = book.scope.settings;
  const changed: Alarm[] = [];
  let until = Infinity;
  for (const track of book.tracks) {
    until = Math.min(until, track.nextAfter(time));
    const entry = track.at(time);
    if (entry === undefined || !isListed(entry)) {
      track.listed = undefined;
      continue;
    }
    const chattersUntil = chatteringUntil(entry, time, limits);
    const staleAt = entry.situation.active
      ? (entry.raisedAt ?? Infinity) + limits.staleTime * 1000
      : Infinity;
    if (chattersUntil > time) until = Math.min(until, chattersUntil);
    if (staleAt > time) until = Math.min(until, staleAt);
    const marks =
      (book.isFirstOut(entry, time) ? firstOut : 0) +
      (chattersUntil > time ? chattering : 0) +
      (staleAt <= time ? stale : 0);
    if (track.listed?.entry === entry && track.listed.marks === marks) continue;
    const alarm = alarmOf(entry, marks, limits);
    const known = track.listed?.alarm;
    // Some entries change nothing that is told.
    track.listed = { entry, marks, alarm: known && areEqual(known, alarm) ? known : alarm };
    if (track.listed.alarm === alarm) changed.push(alarm);
  }
  const kept = before.filter((alarm) => book.get(alarm.id)?.listed?.alarm === alarm);
  if (changed.length === 0 && kept.length === before.length) return { alarms: before, until };
  return { alarms: merged(kept, changed.sort(byUrgency)), until };
}

function isListed({ state, situation }: AlarmEntry): boolean {
  return state !== 'normal' && (state !== 'suppressedByDesign' || situation.active);
}

/** One alarm as its entry and its marks say. */
function alarmOf(entry: AlarmEntry, marks: number, limits: AlarmLimits): Alarm {
  const { track, told, situation, state, raisedAt, returnedAt, acknowledgement, hidden, shelvedUntil } =
    entry;
  const { consequence, response, timeToRespond } = handlingOf(entry);
  const stood = raisedAt === undefined || returnedAt === undefined ? Infinity : returnedAt - raisedAt;
  return {
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
    isFirstOut: (marks & firstOut) !== 0,
    isChattering: (marks & chattering) !== 0,
    isFleeting: stood < limits.fleetingTime * 1000,
    isStale: (marks & stale) !== 0,
    consequence,
    response,
    timeToRespond,
  };
}

/** When an alarm stops chattering if it is not raised again; `-Infinity` if it does not chatter. */
function chatteringUntil({ track, occurrences }: AlarmEntry, time: number, limits: AlarmLimits): number {
  const { chatteringCount } = limits;
  const window = limits.chatteringTime * 1000;
  if (occurrences < chatteringCount) return -Infinity;
  let count = 0;
  for (let index = track.entries.length - 1; index >= 0; index--) {
    const entry = track.entries[index];
    if (entry.time <= time - window) return -Infinity;
    if (entry.time > time || entry.trigger !== 'alarm' || entry.raisedAt !== entry.time) continue;
    count += 1;
    if (count >= chatteringCount) return entry.time + window;
  }
  return -Infinity;
}

const waiting = new Set(['unacknowledged', 'latchedUnacknowledged', 'returnedUnacknowledged']);

function byUrgency(a: Alarm, b: Alarm): number {
  return (
    alarmPriorities.indexOf(a.priority) - alarmPriorities.indexOf(b.priority) ||
    Number(waiting.has(b.state)) - Number(waiting.has(a.state)) ||
    (b.raisedAt ?? 0) - (a.raisedAt ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
}

function areEqual(a: Alarm, b: Alarm): boolean {
  for (const key in a) if (a[key as keyof Alarm] !== b[key as keyof Alarm]) return false;
  return true;
}

/** Two sorted lists as one. */
function merged(a: readonly Alarm[], b: readonly Alarm[]): Alarm[] {
  const all: Alarm[] = [];
  let next = 0;
  for (const alarm of a) {
    while (next < b.length && byUrgency(b[next], alarm) < 0) all.push(b[next++]);
    all.push(alarm);
  }
  while (next < b.length) all.push(b[next++]);
  return all;
}
