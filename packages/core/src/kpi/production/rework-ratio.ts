import type { Kpi } from '../kpi.js';
import { quantityShare, type Quantities } from './quantities.js';

/**
 * Rework ratio after ISO 22400-2: rework quantity ÷ produced quantity (RQ ÷ PQ).
 *
 * @throws {RangeError} if a quantity is negative or not finite
 */
export function reworkRatio(quantities: Quantities): Kpi<Quantities> {
  return quantityShare(quantities, 'reworkCount', 'producedCount');
}
