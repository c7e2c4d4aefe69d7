import { railing } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';
import { pairs } from './kit/pairs.js';

/** Stirred reactor: jacketed vessel through a platform, drive and shaft on top, rails, pipes. */
export function reactor(kit: Kit): void {
  for (const sx of [-1, 1])
    for (const sz of [-1, 1]) kit.box('slate', 0.16, 2.2, 0.16, sx * 1.45, 0, sz * 1.45, { bevel: 0.02 });
  kit.box('steel', 3.2, 0.12, 3.2, 0, 2.2, 0, { open: false, bevel: 0.03 });
  kit.lathe(
    'body',
    pairs(0, 0.5, 0.45, 0.57, 0.8, 0.8, 0.95, 1.1, 0.95, 3, 0.88, 3.2, 0.6, 3.42, 0, 3.52),
    0,
    0,
    0,
    { n: 16 },
  );
  kit.lathe(
    'sage',
    [
      [0.98, 0],
      [1.06, 0.05, 1],
      [1.06, 0.95, 1],
      [0.98, 1.0],
    ],
    0,
    1.0,
    0,
    { n: 16 },
  );
  kit.lathe(
    'panel',
    [
      [0.95, 0],
      [1.1, 0, 1],
      [1.1, 0.14, 1],
      [0.9, 0.14],
    ],
    0,
    2.95,
    0,
    { n: 16 },
  );
  kit.lathe(
    'strip',
    [
      [1.0, 0],
      [1.0, 0.12],
    ],
    0,
    2.55,
    0,
    { n: 16 },
  );
  kit.bar('slate', 0.28, 0.4, 0, 3.48, 0, { n: 12, top: 0.2 });
  kit.move({ turn: [0, 1, 0], pivot: [0, 0, 0], rate: 1, wave: 'spin' }, () => {
    kit.bar('steel', 0.09, 0.36, 0, 3.86, 0, { n: 10 });
    kit.box('steel', 0.44, 0.1, 0.14, 0, 3.98, 0, { open: false, bevel: 0.02 });
  });
  for (const side of [-1, 1]) kit.box('slate', 0.06, 0.4, 0.3, side * 0.27, 3.84, 0, { bevel: 0.01 });
  kit.box('slate', 0.62, 0.34, 0.44, 0, 4.22, 0, { open: false, bevel: 0.07 });
  kit.bar('clay', 0.2, 0.6, 0, 4.56, 0, { n: 12 });
  for (const [x, z] of pairs(0.55, 0.25, -0.5, 0.35, -0.35, -0.5))
    kit.bar('steel', 0.1, 0.3, x, 3.32, z, { n: 8, bevel: 0 });
  kit.pipe(
    'steel',
    [
      [0.55, 3.6, 0.25],
      [0.55, 3.95, 0.25],
      [1.75, 3.95, 0.25],
      [1.75, 0, 0.25],
    ],
    0.06,
    6,
  );
  kit.pipe(
    'clay',
    [
      [-1.05, 1.75, 0.1],
      [-1.8, 1.75, 0.1],
      [-1.8, 0, 0.1],
    ],
    0.06,
    6,
  );
  kit.pipe(
    'clay',
    [
      [-1.05, 1.15, 0.3],
      [-1.6, 1.15, 0.3],
      [-1.6, 0, 0.3],
    ],
    0.06,
    6,
  );
  railing(kit, 0, 2.32, -1.55, 3.1, 0);
  railing(kit, -1.55, 2.32, 0, 3.1, Math.PI / 2);
  railing(kit, 1.55, 2.32, -0.6, 1.9, Math.PI / 2);
  kit.small(() =>
    kit.at(1.2, 0, 1.72, 0, () => {
      for (const side of [-1, 1]) kit.box('safety', 0.05, 3.1, 0.05, side * 0.26, 0, 0, { bevel: 0 });
      kit.repeat(6, (i) =>
        kit.box('safety', 0.5, 0.03, 0.04, 0, 0.3 + i * 0.36, 0, { bevel: 0, open: false }),
      );
    }),
  );
  kit.stackLight(-1.4, 2.32, 1.4);
}
