import type { Kit } from './kit/kit.js';
import { pairs } from './kit/pairs.js';

/** Scale figure: 1.75 m, as on an architect's model. */
export function person(kit: Kit): void {
  for (const side of [-1, 1])
    kit.lathe('slate', pairs(0.07, 0, 0.085, 0.45, 0.1, 0.85), side * 0.1, 0, 0, { n: 8 });
  kit.lathe('clay', pairs(0.17, 0.8, 0.19, 1, 0.23, 1.35, 0.17, 1.47, 0.06, 1.5), 0, 0, 0, { n: 10 });
  for (const side of [-1, 1])
    kit.pipe(
      'clay',
      [
        [side * 0.22, 1.4, 0],
        [side * 0.29, 1.1, 0.04],
        [side * 0.24, 0.88, 0.16],
      ],
      0.055,
      6,
    );
  kit.lathe('goods', pairs(0.05, 1.48, 0.11, 1.56, 0.12, 1.66), 0, 0, 0, { n: 10 });
  kit.lathe('safety', pairs(0.14, 1.65, 0.13, 1.7, 0.08, 1.78, 0, 1.8), 0, 0, 0, { n: 10 });
}
