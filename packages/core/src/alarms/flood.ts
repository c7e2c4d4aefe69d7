import type { AlarmLimits } from '../model/alarm-types.js';
import type { Interval } from '../time/interval.js';
import type { AlarmFlood } from './alarm.js';
import { firstFrom } from './cause.js';

/** What a flood is made of: what people were shown, and when. */
export interface Annunciation {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly annunciated: boolean;
}

type FloodLimits = Pick<AlarmLimits, 'floodBegin' | 'floodEnd' | 'floodTime'>;

/** A flood of alarms. */
export interface FloodInterval extends Interval {
  /** Alarms that were annunciated in it. */
  readonly count: number;
}

/** Whether there is a flood at a moment. Reads back to the last time in which so few alarms came that there was none. */
export function floodAt(events: readonly Annunciation[], limits: FloodLimits, time: number): AlarmFlood {
  const window = limits.floodTime * 1000;
  let from = time;
  // Back to a window with too few alarms to go on with a flood: before it nothing matters.
  for (;;) {
    const first = firstFrom(events, from - window);
    const next = firstFrom(events, from + 1);
    let count = 0;
    for (let index = first; index < next; index++) if (events[index].annunciated) count++;
    if (count < limits.floodEnd || first === 0) break;
    from -= window;
  }
  const shown = shownIn(events, from - window, time);
  const floods = floodsOf(shown, limits, time);
  const last = floods.at(-1);
  const count = shown.filter((one) => one > time - window).length;
  return last?.to === Infinity ? { isFlood: true, since: last.from, count } : { isFlood: false, count };
}

/**
 * The floods in an interval. A flood begins with the alarm that makes the `floodBegin`th within `floodTime`, and ends when
 * fewer than `floodEnd` lie within it.
 */
export function floodsIn(
  events: readonly Annunciation[],
  limits: FloodLimits,
  { from, to }: Interval,
): FloodInterval[] {
  const state = floodAt(events, limits, from - 1);
  const shown = shownIn(events, (state.since ?? from) - limits.floodTime * 1000, to - 1);
  return floodsOf(shown, limits, to)
    .filter((one) => one.to > from)
    .map((one) => {
      const cut = { from: Math.max(one.from, from), to: Math.min(one.to, to) };
      return { ...cut, count: shown.filter((time) => time >= cut.from && time < cut.to).length };
    });
}

/** The floods that some annunciations make, in time order; the last one that has not ended by `now` has no end. */
function floodsOf(times: readonly number[], limits: FloodLimits, now: number): Interval[] {
  const { floodBegin, floodEnd } = limits;
  const window = limits.floodTime * 1000;
  const floods: Interval[] = [];
  let begin: number | undefined;
  let oldest = 0;
  const leaveUntil = (time: number) => {
    while (oldest < times.length && times[oldest] + window <= time && times[oldest] <= time) {
      oldest++;
      // What comes in later than this leaving does not count yet.
      let inside = 0;
      const left = times[oldest - 1] + window;
      for (let index = oldest; index < times.length && times[index] <= left && inside < floodEnd; index++)
        inside++;
      if (begin !== undefined && inside < floodEnd) {
        floods.push({ from: begin, to: left });
        begin = undefined;
      }
    }
  };
  for (const [index, time] of times.entries()) {
    leaveUntil(time);
    if (begin === undefined && index - oldest + 1 >= floodBegin) begin = time;
  }
  leaveUntil(now);
  if (begin !== undefined) floods.push({ from: begin, to: Infinity });
  return floods;
}

function shownIn(events: readonly Annunciation[], after: number, until: number): number[] {
  const times: number[] = [];
  for (let index = firstFrom(events, after); index < events.length && events[index].time <= until; index++) {
    if (events[index].annunciated) times.push(events[index].time);
  }
  return times;
}
