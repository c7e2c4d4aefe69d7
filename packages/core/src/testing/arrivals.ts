import type { Interval } from '../time/interval.js';
import type { SeededRandom } from './random.js';

/** An observation of a random test. */
export interface Arrival<T> {
  readonly time: number;
  readonly value: T;
  readonly quality: number;
}

/** Random observations at distinct times, in time order, of which some are bad. */
export function randomHistory<T>(random: SeededRandom, most: number, value: () => T): Arrival<T>[] {
  const length = random.whole(most + 1);
  const history: Arrival<T>[] = [];
  // Large enough times to notice sums that lose digits, small steps to make borders meet.
  let time = 1_700_000_000_000 + random.whole(1000);
  for (let index = 0; index < length; index++) {
    history.push({ time, value: value(), quality: random.pick([0, 0, 0, 0, 1, 2]) });
    time += 1 + random.whole(random.pick([3, 100, 5000]));
  }
  return history;
}

/** The observations in an order of arrival: in order, mostly in order, reversed or any; with duplicates. */
export function arrivalsOf<T>(random: SeededRandom, history: readonly Arrival<T>[]): Arrival<T>[] {
  const arrivals = [...history];
  for (let count = random.whole(4); count > 0 && history.length > 0; count--)
    arrivals.push(random.pick(history));
  switch (random.whole(4)) {
    case 0:
      return arrivals;
    case 1:
      return arrivals.reverse();
    case 2:
      return random.shuffled(arrivals);
    default: {
      // Some come a little late.
      for (let index = 0; index + 3 < arrivals.length; index += 1 + random.whole(9)) {
        const [late] = arrivals.splice(index, 1);
        arrivals.splice(index + 1 + random.whole(3), 0, late);
      }
      return arrivals;
    }
  }
}

/** An interval with borders anywhere around the history, often exactly at observations. */
export function randomInterval(random: SeededRandom, history: readonly Arrival<unknown>[]): Interval {
  const borders = [randomTime(random, history), randomTime(random, history)];
  return { from: Math.min(...borders), to: Math.max(...borders) };
}

/** A moment around the history, often exactly at an observation. */
export function randomTime(random: SeededRandom, history: readonly Arrival<unknown>[]): number {
  if (history.length === 0) return 1_700_000_000_000 + random.whole(1000);
  if (random.next() < 0.3) return random.pick(history).time;
  const first = history[0].time;
  const span = history[history.length - 1].time - first + 200;
  return first - 100 + random.whole(span);
}

/** One stretch of time in which an observation holds, clipped to an interval; `undefined` before the first. */
export interface Stretch<T> {
  readonly from: number;
  readonly to: number;
  readonly arrival: Arrival<T> | undefined;
}

/** The slow obvious answer: every stretch of the interval, from an ordered history. */
export function stretches<T>(history: readonly Arrival<T>[], { from, to }: Interval): Stretch<T>[] {
  const all: Stretch<T>[] = [{ from: -Infinity, to: history[0]?.time ?? Infinity, arrival: undefined }];
  for (const [index, arrival] of history.entries()) {
    all.push({ from: arrival.time, to: history[index + 1]?.time ?? Infinity, arrival });
  }
  return all
    .map((one) => ({ ...one, from: Math.max(one.from, from), to: Math.min(one.to, to) }))
    .filter((one) => one.from < one.to);
}

/** Milliseconds of stretches in which something is known. */
export function coveredIn(parts: readonly Stretch<unknown>[]): number {
  return parts.reduce(
    (sum, { from, to, arrival }) => (arrival && arrival.quality !== 2 ? sum + to - from : sum),
    0,
  );
}

/** What retention leaves of an ordered history. */
export function retained<T>(
  history: readonly Arrival<T>[],
  { maximumAge = Infinity, maximumCount = Infinity },
  now: number,
): Arrival<T>[] {
  const holding = history.findLastIndex(({ time }) => time <= now - maximumAge);
  const first = Math.max(holding, 0, history.length - Math.max(maximumCount, 1));
  return history.slice(first);
}
