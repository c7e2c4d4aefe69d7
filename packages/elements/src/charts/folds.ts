import { type Interval, stateCode, stateCount, type StateSeries, subtract } from '@twinfloor/core';

const times = new Float64Array(stateCount);
const { running, setup, maintenance, starved, blocked, fault } = stateCode;

/**
 * The time of an interval that may be folded: not planned for production, over, and without anything in it that
 * somebody would look for in any of the rows. A state that held through all of it hides nothing.
 *
 * @param planned - the planned time inside the interval, in time order
 * @param now - later time is folded too: a break to come is still a break
 */
export function foldableTime(
  interval: Interval,
  planned: readonly Interval[],
  rows: Iterable<StateSeries | undefined>,
  now: number,
): Interval[] {
  const series = [...rows];
  return subtract(interval, planned).filter(({ from, to }) => {
    const past = { from, to: Math.min(to, now) };
    return past.from >= past.to || series.every((one) => !one || isQuiet(one, past));
  });
}

function isQuiet(series: StateSeries, interval: Interval): boolean {
  series.timePerState(interval, times);
  if (times[running] + times[setup] + times[maintenance] > 0) return false;
  const length = interval.to - interval.from;
  return [starved, blocked, fault].every((state) => times[state] === 0 || times[state] === length);
}
