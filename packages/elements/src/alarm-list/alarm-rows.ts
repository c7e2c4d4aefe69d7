import type { Twin } from '@twinfloor/core';
import { type Alarm, alarmPriorities, type AlarmPriority } from '@twinfloor/core/alarms';
import { equipmentName, messageOf } from '../internal/alarm-words.js';
import type { AlarmListView, AlarmOrder, TwinAlarmList } from './alarm-list.js';

/** A line above the alarms that belong together. */
export interface GroupRow {
  readonly group: string;
  readonly count: number;
  readonly unacknowledged: number;
  /** Where the alarms of one priority are together. */
  readonly priority?: AlarmPriority;
  /** Where those of one equipment are. */
  readonly equipment?: string;
}

/** One line of the list. */
export type AlarmRow = Alarm | GroupRow;

export const isGroup = (row: AlarmRow): row is GroupRow => 'group' in row;

/** What is shown of all alarms, and how. */
export type AlarmChoice = Pick<TwinAlarmList, 'view' | 'priority' | 'state' | 'filter' | 'order' | 'group'>;

/** In which view an alarm is. */
export function viewOf({ state }: Alarm): AlarmListView {
  if (state === 'shelved' || state === 'outOfService') return state;
  return state === 'suppressedByDesign' ? 'suppressed' : 'active';
}

/** Whether somebody has to acknowledge it. */
export function isWaiting({ state }: Alarm): boolean {
  return (
    state === 'unacknowledged' || state === 'returnedUnacknowledged' || state === 'latchedUnacknowledged'
  );
}

/** Whether its cause has gone. */
export function isReturned({ state }: Alarm): boolean {
  return (
    state === 'returnedUnacknowledged' || state === 'latchedUnacknowledged' || state === 'latchedAcknowledged'
  );
}

const rank = new Map(alarmPriorities.map((priority, index) => [priority, index]));
const urgency = ({ priority }: Alarm) => rank.get(priority) as number;
const age = ({ raisedAt = 0 }: Alarm) => -raisedAt;
/** Not acknowledged, returned, acknowledged. */
const attention = (alarm: Alarm) => (alarm.state === 'unacknowledged' ? 0 : isWaiting(alarm) ? 1 : 2);

const orders: Readonly<Record<AlarmOrder, readonly ((alarm: Alarm) => number)[]>> = {
  attention: [attention, urgency, age],
  priority: [urgency, attention, age],
  time: [age, urgency],
};

/** The lines of a list, in order. */
export function alarmRows(
  twin: Twin,
  alarms: readonly Alarm[],
  choice: AlarmChoice,
  language: string,
): AlarmRow[] {
  const keys = orders[choice.order] ?? orders.attention;
  const fitting = alarms.filter((alarm) => fits(twin, alarm, choice, language));
  const sorted = fitting.sort((a, b) => {
    for (const key of keys) {
      const difference = key(a) - key(b);
      if (difference !== 0) return difference;
    }
    return a.id < b.id ? -1 : 1;
  });
  const { group } = choice;
  if (group !== 'equipment' && group !== 'priority') return sorted;
  const groups = new Map<string, Alarm[]>();
  for (const alarm of sorted) {
    const members = groups.get(alarm[group]);
    if (members) members.push(alarm);
    else groups.set(alarm[group], [alarm]);
  }
  return [...groups].flatMap(([name, members]) => [
    {
      group: `${group} ${name}`,
      count: members.length,
      unacknowledged: members.filter(isWaiting).length,
      ...(group === 'priority' ? { priority: name as AlarmPriority } : { equipment: name }),
    },
    ...members,
  ]);
}

function fits(twin: Twin, alarm: Alarm, choice: AlarmChoice, language: string): boolean {
  const { view, priority, state, filter } = choice;
  if (viewOf(alarm) !== view) return false;
  if (priority.trim() !== '' && !priority.split(/\s+/).includes(alarm.priority)) return false;
  if (state === 'unacknowledged' && !isWaiting(alarm)) return false;
  if (state === 'acknowledged' && isWaiting(alarm)) return false;
  if (state === 'returned' && !isReturned(alarm)) return false;
  const wanted = filter.trim().toLocaleLowerCase();
  return wanted === '' || searched(twin, alarm, language).includes(wanted);
}

/** What is searched, made once of an alarm that does not change. */
const texts = new WeakMap<Alarm, { readonly language: string; readonly text: string }>();

function searched(twin: Twin, alarm: Alarm, language: string): string {
  const known = texts.get(alarm);
  if (known?.language === language) return known.text;
  const parts = [
    messageOf(twin, alarm, language),
    alarm.code,
    equipmentName(twin, alarm, language),
    alarm.equipment,
  ];
  const text = parts.join(' ').toLocaleLowerCase();
  texts.set(alarm, { language, text });
  return text;
}

/**
 * The alarms with which a trouble began that raised others too: an alarm that stands alone came first of none.
 *
 * @returns their ids
 */
export function leadingAlarms(twin: Twin, alarms: readonly Alarm[]): ReadonlySet<string> {
  const groups = twin.workshop.alarms?.groups ?? [];
  const groupOf = (equipment: string): string => {
    const ids = groups.length === 0 ? [] : [equipment, ...twin.tree.ancestors(equipment)];
    return groups.find((group) => ids.some((id) => group.equipment.includes(id)))?.id ?? ` ${equipment}`;
  };
  const counts = new Map<string, number>();
  const standing = alarms
    .filter(({ active }) => active)
    .map((alarm) => ({ alarm, group: groupOf(alarm.equipment) }));
  for (const { group } of standing) counts.set(group, (counts.get(group) ?? 0) + 1);
  const leading = standing.filter(({ alarm, group }) => alarm.isFirstOut && (counts.get(group) ?? 0) > 1);
  return new Set(leading.map(({ alarm }) => alarm.id));
}

/** Rows that are rendered beyond each end of what is seen. */
const spare = 6;

/** Indexes of the rows to render: those in view, and the one with the focus, which must not vanish under it. */
export function rowWindow(first: number, height: number, count: number, active: number): number[] {
  const from = Math.max(0, Math.min(first, count - 1) - spare);
  const to = Math.min(count, first + Math.ceil(height) + spare);
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
  if (active >= 0 && active < from) indexes.unshift(active);
  if (active >= to) indexes.push(active);
  return indexes;
}
