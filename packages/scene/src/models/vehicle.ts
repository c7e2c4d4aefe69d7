import { palletStack } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';

/** Automated guided vehicle with a pallet; the strip is its light band. */
export function vehicle(kit: Kit): void {
  kit.box('rubber', 1.75, 0.1, 1.05, 0, 0.06, 0, { open: false, bevel: 0.03 });
  kit.box('body', 1.65, 0.2, 0.98, 0, 0.14, 0, { open: false, bevel: 0.06 });
  for (const side of [-1, 1])
    kit.box('strip', 1.45, 0.07, 0.03, 0, 0.19, side * 0.49, { bevel: 0, open: false });
  kit.box('strip', 0.03, 0.07, 0.8, 0.825, 0.19, 0, { bevel: 0, open: false });
  for (const side of [-1, 1]) kit.bar('safety', 0.09, 0.1, side * 0.74, 0.3, side * 0.4, { n: 10 });
  for (const x of [-0.5, 0.5])
    for (const z of [-0.42, 0.42])
      kit.bar('rubber', 0.1, 0.1, x, 0.1, z - 0.05, { axis: 'z', n: 8, bevel: 0 });
  kit.box('steel', 1.2, 0.05, 0.7, 0, 0.34, 0);
  kit.at(0, 0.39, 0, 0, () => palletStack(kit, 0, 0, 0, 2));
}
