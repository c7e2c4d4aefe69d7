import type { Kpi } from '../kpi.js';
import { quantityShare, type Quantities } from './quantities.js';

/**
 * Quality ratio after ISO 22400-2: good quantity ÷ produced quantity (GQ ÷ PQ). A reworked piece is not good.
 *
 * @throws {RangeError} if a quantity is negative or not finite
 */
export function qualityRatio(quantities: Quantities): Kpi<Quantities> {
  return quantityShare(quantities, 'goodCount', 'producedCount');
}
