import { palletStack } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';

/** A stack on a pallet (a place of a buffer). */
export function pallet(kit: Kit): void {
  palletStack(kit, 0, 0, 0, 3);
}
