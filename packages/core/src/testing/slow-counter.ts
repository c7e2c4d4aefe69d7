import { qualityCode } from '../model/quality.js';
import type { CounterOptions } from '../series/counter-step.js';
import type { Interval } from '../time/interval.js';
import type { Arrival } from './arrivals.js';

const badCode = qualityCode.bad;

/** What one reading added. */
export interface Growth {
  readonly time: number;
  readonly growth: number;
}

/** The rule for counters, step by step from the beginning: the slow obvious answer. */
export function slowSteps(
  history: readonly Arrival<number>[],
  { modulus, maximumRate = Infinity, counting }: CounterOptions,
): { growths: Growth[]; rollOver: number; reset: number; jump: number } {
  const result = { growths: [] as Growth[], rollOver: 0, reset: 0, jump: 0 };
  let before: Arrival<number> | undefined;
  for (const arrival of history) {
    if (arrival.quality === badCode) continue;
    let growth = 0;
    if (counting === 'increment') {
      growth = Math.max(arrival.value, 0);
      if (arrival.value < 0) result.jump++;
    } else if (before) {
      const limit = ((maximumRate * (arrival.time - before.time)) / 1000) * 1.2;
      const over = (modulus ?? NaN) - before.value + arrival.value;
      if (arrival.value >= before.value && arrival.value - before.value > limit) result.jump++;
      else if (arrival.value >= before.value) growth = arrival.value - before.value;
      else if (limit === Infinity ? before.value >= 0.5 * (modulus ?? NaN) : over <= limit) {
        result.rollOver++;
        growth = over;
      } else {
        result.reset++;
        growth = arrival.value;
      }
    }
    result.growths.push({ time: arrival.time, growth });
    before = arrival;
  }
  return result;
}

/** The growth shown by readings inside an interval. */
export function slowCount(growths: readonly Growth[], { from, to }: Interval): number {
  return growths.reduce((sum, { time, growth }) => (time >= from && time < to ? sum + growth : sum), 0);
}

/** The growth in an interval when it is spread evenly between readings. */
export function slowAmount(growths: readonly Growth[], { from, to }: Interval): number {
  let sum = 0;
  for (const [index, { time, growth }] of growths.entries()) {
    if (index === 0) {
      if (from < time && time <= to) sum += growth;
      continue;
    }
    const begin = growths[index - 1].time;
    const overlap = Math.min(time, to) - Math.max(begin, from);
    if (overlap > 0) sum += (growth * overlap) / (time - begin);
  }
  return sum;
}
