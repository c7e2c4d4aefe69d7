import type { AlarmHandling, AlarmPriority } from '../model/alarm-types.js';

/** What is known of a cause beside that it stands. */
export interface Told {
  readonly priority: AlarmPriority;
  readonly handling: AlarmHandling;
  /** The message of the source, as it came. */
  readonly text?: string;
}

/** From a time on, the cause of an alarm stands or not. A list of them, in time order, is all that a source says of it. */
export interface Cause {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly on: boolean;
  /** False while the source is away: then `on` is what it said last. */
  readonly known: boolean;
  readonly told?: Told;
  /** Whether the plant says that somebody has acknowledged it. */
  readonly acknowledged?: boolean;
}

/** A cause after the delays of its alarm. */
export interface ProcessChange {
  /** Milliseconds since the epoch; may lie ahead while a delay runs. */
  readonly time: number;
  readonly trigger: 'alarm' | 'return' | 'acknowledge' | 'change';
  readonly cause: Cause;
}

/** Where the first item at or after a time is in a list in time order. */
export function firstFrom(list: readonly { readonly time: number }[], time: number): number {
  let low = 0;
  let high = list.length;
  // What changes is near the end nearly always.
  if (high > 0 && list[high - 1].time < time) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle].time < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the cause that holds at a time stands; of several at one time the last holds. */
export function isOnAt(causes: readonly Cause[], time: number): boolean {
  let index = causes.length - 1;
  if (index >= 0 && causes[index].time > time) index = firstFrom(causes, time + 1) - 1;
  while (index >= 0 && causes[index].time > time) index--;
  return index >= 0 && causes[index].on;
}

/** Takes out of a list what was before a time, but for the last item before it, which still holds then. */
export function forget(list: { readonly time: number }[], before: number): void {
  const kept = firstFrom(list, before) - 1;
  if (kept > 0) list.splice(0, kept);
}
