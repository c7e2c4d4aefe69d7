import { machineCounts } from '../kpi/oee/machine-oee.js';
import { plus } from '../kpi/plus.js';
import type { ProductionRecord } from '../kpi/production/production.js';
import type { Quantities } from '../kpi/production/quantities.js';
import { ratio } from '../kpi/ratio.js';
import { type Interval, totalDuration } from '../time/interval.js';

/**
 * Counts the pieces of a machine over some intervals, each at the moment it was counted.
 *
 * The time before the first reading and after its source was last heard is unknown. The most that can have been made
 * in it follows from the shortest ideal cycle of the products of the intervals.
 *
 * @param intervals - in time order, not overlapping, already cut off at the present
 */
export function machineQuantities(machine: ProductionRecord, intervals: readonly Interval[]): Quantities {
  const sum: Record<'produced' | 'good' | 'scrap' | 'rework', number | undefined> = {
    produced: 0,
    good: 0,
    scrap: 0,
    rework: 0,
  };
  let unknownTime = 0;
  let cycle = Infinity;
  const { produced, good, products, countsKnownUntil = Infinity } = machine;
  const first = Math.min(produced?.firstTime ?? Infinity, good?.firstTime ?? Infinity);
  for (const interval of intervals) {
    const { from, to } = interval;
    const counts = machineCounts(machine, interval);
    for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] = plus(sum[name], counts[name]);
    unknownTime += to - from - Math.max(0, Math.min(to, countsKnownUntil) - Math.max(from, first));
    for (const { text } of products?.segments(interval) ?? [{ text: undefined }]) {
      cycle = Math.min(cycle, machine.idealCycle(text) ?? 0);
    }
  }
  return {
    producedCount: sum.produced,
    goodCount: sum.good,
    scrapCount: sum.scrap,
    reworkCount: sum.rework,
    time: totalDuration(intervals),
    unknownTime,
    uncounted: ratio(unknownTime, cycle),
  };
}

/** Adds the quantities of several machines. A quantity that one of them lacks is missing in the sum too. */
export function sumOfQuantities(list: readonly Quantities[]): Quantities {
  const sum: Record<string, number | undefined> = {};
  for (const name of new Set(list.flatMap((one) => Object.keys(one))) as Set<keyof Quantities>) {
    sum[name] = list.reduce<number | undefined>((total, one) => plus(total, one[name]), 0);
  }
  return sum;
}
