import type { Kpi } from '../kpi.js';
import { quantityShare, type Quantities } from './quantities.js';

/**
 * Scrap ratio after ISO 22400-2: scrap quantity ÷ produced quantity (SQ ÷ PQ).
 *
 * @throws {RangeError} if a quantity is negative or not finite
 */
export function scrapRatio(quantities: Quantities): Kpi<Quantities> {
  return quantityShare(quantities, 'scrapCount', 'producedCount');
}
