import type { Kpi } from '../kpi.js';
import { quantityAgainst, type Quantities } from './quantities.js';

/**
 * Actual to planned scrap ratio after ISO 22400-2: scrap quantity ÷ planned scrap quantity (SQ ÷ PSQ). Above 1: more scrap
 * than planned.
 *
 * @throws {RangeError} if a quantity is negative or not finite
 */
export function actualToPlannedScrapRatio(quantities: Quantities): Kpi<Quantities> {
  return quantityAgainst(quantities, 'scrapCount', 'plannedScrapCount');
}
