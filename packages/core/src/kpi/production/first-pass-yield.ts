import type { Kpi } from '../kpi.js';
import { quantityShare, type Quantities } from './quantities.js';

/**
 * First-pass yield after ISO 22400-2: pieces good at the first run ÷ pieces inspected (GP ÷ IP). Needs serial numbers, or a
 * repaired piece that comes again is taken for another one.
 *
 * @throws {RangeError} if a quantity is negative or not finite
 */
export function firstPassYield(quantities: Quantities): Kpi<Quantities> {
  return quantityShare(quantities, 'goodPartCount', 'inspectedPartCount');
}
