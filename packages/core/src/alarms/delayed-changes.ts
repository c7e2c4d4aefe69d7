import { alarmPriorities } from '../model/alarm-types.js';
import type { Cause, ProcessChange } from './cause.js';
import { firstFrom } from './cause.js';

/**
 * Makes the changes of an alarm from its causes again, from a time on: a cause must last for the on-delay before there is
 * an alarm, and be gone for the off-delay before the alarm returns. While the source is away no delay runs, and nothing
 * is raised and nothing returns.
 *
 * A cause that becomes more urgent raises the alarm again. A delay that still runs leaves a change in the future.
 *
 * @param changes - those before `from` are kept; the others are taken out and made again
 */
export function makeChanges(changes: ProcessChange[], causes: readonly Cause[], from: number): void {
  changes.length = firstFrom(changes, from);
  let last = changes.at(-1)?.cause;
  let isOn = stands(changes);
  let start = Math.max(firstFrom(causes, from) - 1, 0);
  while (start > 0 && isSameRun(causes[start - 1], causes[start])) start--;
  let since = causes[start]?.time;
  for (let index = start; index < causes.length; index++) {
    const cause = causes[index];
    if (index > start && !isSameRun(causes[index - 1], cause)) since = cause.time;
    const next = causes[index + 1]?.time ?? Infinity;
    if (cause.on !== isOn) {
      const delay = 1000 * ((cause.on ? cause.told?.handling.onDelay : last?.told?.handling.offDelay) ?? 0);
      const due = Math.max(since + delay, cause.time);
      if (!cause.known || (due >= next && due > cause.time)) continue;
      changes.push({ time: due, trigger: cause.on ? 'alarm' : 'return', cause });
      isOn = cause.on;
    } else if (cause.time >= from && last !== undefined && isOn && cause !== last) {
      changes.push({ time: cause.time, trigger: isMoreUrgent(cause, last) ? 'alarm' : 'change', cause });
    } else if (cause.time < from || !cause.acknowledged) {
      continue;
    }
    const time = changes.at(-1)?.time ?? cause.time;
    if (cause.acknowledged && (cause.time >= from || time >= from)) {
      changes.push({ time: Math.max(cause.time, time), trigger: 'acknowledge', cause });
    }
    last = cause;
  }
}

/** Whether an alarm stands after some changes. */
function stands(changes: readonly ProcessChange[]): boolean {
  for (let index = changes.length - 1; index >= 0; index--) {
    const { trigger } = changes[index];
    if (trigger === 'alarm' || trigger === 'return') return trigger === 'alarm';
  }
  return false;
}

function isSameRun(a: Cause, b: Cause): boolean {
  return a.on === b.on && a.known === b.known;
}

function isMoreUrgent(cause: Cause, last: Cause): boolean {
  if (cause.told === undefined || last.told === undefined) return false;
  return alarmPriorities.indexOf(cause.told.priority) < alarmPriorities.indexOf(last.told.priority);
}
