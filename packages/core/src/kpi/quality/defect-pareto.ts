import type { CounterSeries } from '../../series/counter-series.js';
import type { TextSeries } from '../../series/text-series.js';
import { type Interval, totalDuration } from '../../time/interval.js';
import type { Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { total } from '../total.js';

/** What a machine says of its defects. */
export interface DefectRecord {
  /** Counts nonconforming pieces; `undefined`: it does not count them. */
  readonly scrap: CounterSeries | undefined;
  /** Why; `undefined`: it never says. */
  readonly reasons: TextSeries | undefined;
  /** Milliseconds since the epoch: of later time nothing is known. Default: no limit. */
  readonly knownUntil?: number;
}

/** A kind of defect. */
export interface DefectGroup {
  /** As the source says it; `undefined`: nobody said why. */
  readonly reason: string | undefined;
  /** Pieces. */
  readonly count: number;
  /** Of all defects, 0 to 1. */
  readonly share: number;
  /** Share of this kind and all before it; 1 at the end. */
  readonly cumulativeShare: number;
}

/** What a Pareto of defects was made of. */
export interface DefectParetoInput {
  /** Most pieces first, equal ones by reason, those without a reason at their place; they add up to the value. */
  readonly groups: readonly DefectGroup[];
  /** Pieces for which nobody said why. */
  readonly unassigned: number;
}

/**
 * Nonconforming pieces by kind of defect, over some machines and intervals.
 *
 * A piece has the reason that stood when it was counted: that of the last observation at or before the reading of the
 * counter that shows it, one at the very same moment included. What is said later does not relabel it. Without a reason,
 * with an empty one or one of quality `bad` it is unassigned.
 *
 * @param records - one a machine
 * @param intervals - in time order, without overlap, already cut off at the present
 * @returns `value`: all nonconforming pieces that were counted, `undefined` without a counter. No bounds where some of the
 *   time is not known: any number may have been made in it. Warning: `noScrapCount`
 */
export function defectPareto(
  records: readonly DefectRecord[],
  intervals: readonly Interval[],
): Kpi<DefectParetoInput> {
  const counts = new Map<string, number>();
  let counted = false;
  let known = 0;
  for (const { scrap, reasons, knownUntil = Infinity } of records) {
    for (const interval of intervals) {
      const { from, to } = interval;
      if (scrap?.count(interval) === undefined) continue;
      counted = true;
      known += scrap.covered({ from, to: Math.max(from, Math.min(to, knownUntil)) });
      for (const { from, to, text, quality } of reasons?.segments(interval) ?? [
        { ...interval, ...nothingSaid },
      ]) {
        const reason = quality === 'bad' ? '' : text;
        // Readings count at their own moment, so the parts add up to the count of the whole interval.
        counts.set(reason, (counts.get(reason) ?? 0) + (scrap.count({ from, to }) ?? 0));
      }
    }
  }
  const sorted = [...counts]
    .filter(([, count]) => count > 0)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const all = total(sorted.map(([, count]) => count));
  let running = 0;
  const groups = sorted.map(([reason, count]) => {
    running += count;
    return { reason: reason || undefined, count, share: count / all, cumulativeShare: running / all };
  });
  const time = totalDuration(intervals) * records.length;
  return {
    value: counted ? all : undefined,
    bounds: counted && known === time ? { low: all, high: all } : undefined,
    coverage: ratio(known, time),
    inputs: { groups, unassigned: counts.get('') ?? 0 },
    warnings: counted ? [] : [{ key: 'noScrapCount', subjects: [] }],
  };
}

const nothingSaid = { text: '', quality: 'bad' };
