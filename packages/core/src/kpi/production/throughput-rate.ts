import type { Kpi } from '../kpi.js';
import { share } from '../share.js';
import { knownShare, type TimesOf } from '../time-model/time-share.js';
import { type Quantities, uncountedPieces } from './quantities.js';

const hour = 3_600_000;

/** What a throughput rate is made of. */
export interface ThroughputInput {
  /** PQ. */
  readonly producedCount: number | undefined;
  /** Milliseconds (AOET). */
  readonly actualOrderExecutionTime: number;
  /** Milliseconds of planned busy time that may belong to it. */
  readonly unknownTime: number;
}

/**
 * Throughput rate after ISO 22400-2: produced quantity ÷ actual order execution time (PQ ÷ AOET), in pieces an hour.
 *
 * The bounds take the unknown time as order execution without a piece, and with the most pieces that can have been
 * made; an upper end of `Infinity` says that this is not known.
 *
 * @param times - in milliseconds
 * @throws {RangeError} if a time or quantity is negative or not finite
 */
export function throughputRate(
  times: TimesOf<'actualOrderExecutionTime'>,
  quantities: Quantities,
): Kpi<ThroughputInput> {
  const { actualOrderExecutionTime: time, unknownTime } = times;
  const { producedCount } = quantities;
  const figure = share(
    { producedCount, actualOrderExecutionTime: time, unknownTime },
    producedCount,
    time / hour,
    unknownTime / hour,
    knownShare(times),
    times.warnings,
  );
  const most = ((producedCount ?? 0) + uncountedPieces(quantities)) / ((time + unknownTime) / hour);
  const { bounds, value = 0 } = figure;
  return { ...figure, bounds: bounds && { low: bounds.low, high: Math.max(value, most) } };
}
