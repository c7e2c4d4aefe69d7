import type { Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { amountBounds, share } from '../share.js';

/**
 * Quantities of one machine over an interval, or the sums of several, in the unit of the product; symbols of ISO
 * 22400-2 in brackets. What was not counted is `undefined`.
 */
export interface Quantities {
  /** Pieces made, good or not (PQ). */
  readonly producedCount?: number | undefined;
  /** Right the first time (GQ). */
  readonly goodCount?: number | undefined;
  /** SQ. */
  readonly scrapCount?: number | undefined;
  /** To be repaired (RQ). */
  readonly reworkCount?: number | undefined;
  /** Scrap that the plan allows for (PSQ). */
  readonly plannedScrapCount?: number | undefined;
  /** Pieces that the first operation of the route made (its PQ). */
  readonly firstOperationCount?: number | undefined;
  /** Pieces good at the first run, by serial number (GP). */
  readonly goodPartCount?: number | undefined;
  /** Pieces inspected, by serial number (IP). */
  readonly inspectedPartCount?: number | undefined;
  /** Most that can be made in the time (EPC). */
  readonly productionCapacity?: number | undefined;
  /** Time over which was counted, in milliseconds. */
  readonly time?: number;
  /** The part of it in which nothing is known of the counts. Default: 0. */
  readonly unknownTime?: number;
  /** The most pieces, good or not, that can have been made in the unknown time. `undefined`: nobody can say. */
  readonly uncounted?: number | undefined;
}

/** Any of the counts. */
export type QuantityName = Exclude<keyof Quantities, 'time' | 'unknownTime' | 'uncounted'>;

/** A count as a share of another one that it is part of. */
export function quantityShare(
  quantities: Quantities,
  part: QuantityName,
  whole: QuantityName,
): Kpi<Quantities> {
  const { time = 0, unknownTime = 0 } = quantities;
  return share(
    quantities,
    quantities[part],
    quantities[whole],
    uncountedPieces(quantities),
    ratio(time - unknownTime, time),
    [part, whole]
      .filter((name) => quantities[name] === undefined)
      .map((name) => ({ key: 'noCount', subjects: [name] })),
  );
}

/** A count against a fixed one, of which it is no part. */
export function quantityAgainst(
  quantities: Quantities,
  part: QuantityName,
  basis: QuantityName,
): Kpi<Quantities> {
  return {
    ...quantityShare(quantities, part, basis),
    bounds: amountBounds(quantities[part], quantities[basis], uncountedPieces(quantities)),
  };
}

/** The most pieces that nobody counted; `Infinity`: no limit is known. */
export function uncountedPieces({ unknownTime, uncounted }: Quantities): number {
  return unknownTime ? (uncounted ?? Infinity) : 0;
}
