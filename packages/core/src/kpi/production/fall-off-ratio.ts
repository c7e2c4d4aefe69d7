import type { Kpi } from '../kpi.js';
import { quantityShare, type Quantities } from './quantities.js';

/**
 * Fall-off ratio after ISO 22400-2: scrap quantity ÷ produced quantity of the first operation. How much of what entered
 * the route each operation loses: the ratios of all operations add up to the loss of the route.
 *
 * @throws {RangeError} if a quantity is negative or not finite
 */
export function fallOffRatio(quantities: Quantities): Kpi<Quantities> {
  return quantityShare(quantities, 'scrapCount', 'firstOperationCount');
}
