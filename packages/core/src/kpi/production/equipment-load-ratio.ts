import type { Kpi } from '../kpi.js';
import { quantityAgainst, type Quantities } from './quantities.js';

/**
 * Equipment load ratio after ISO 22400-2: produced quantity ÷ equipment production capacity (PQ ÷ EPC).
 *
 * @throws {RangeError} if a quantity is negative or not finite
 */
export function equipmentLoadRatio(quantities: Quantities): Kpi<Quantities> {
  return quantityAgainst(quantities, 'producedCount', 'productionCapacity');
}
