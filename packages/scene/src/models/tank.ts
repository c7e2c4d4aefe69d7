import type { Kit } from './kit/kit.js';
import { pairs } from './kit/pairs.js';

/** Storage tank: dished ends on legs, ladder, level gauge that takes the state colour. */
export function tank(kit: Kit): void {
  kit.box('base', 2.6, 0.14, 2.6, 0, 0, 0);
  kit.repeat(4, (i) => {
    const a = Math.PI / 4 + (i * Math.PI) / 2;
    kit.box('slate', 0.16, 0.95, 0.16, Math.cos(a) * 1.05, 0.14, Math.sin(a) * 1.05, { bevel: 0.02 });
  });
  kit.lathe(
    'body',
    pairs(
      0,
      0.55,
      0.45,
      0.58,
      0.85,
      0.7,
      1.1,
      0.88,
      1.2,
      1.1,
      1.2,
      4.1,
      1.1,
      4.34,
      0.85,
      4.52,
      0.45,
      4.64,
      0,
      4.67,
    ),
    0,
    0,
    0,
    { n: 24 },
  );
  for (const y of [1.25, 2.6, 3.95])
    kit.lathe(
      'panel',
      [
        [1.235, 0],
        [1.235, 0.1, 1],
        [1.2, 0.11],
      ],
      0,
      y,
      0,
      { n: 24 },
    );
  kit.lathe(
    'strip',
    [
      [1.24, 0],
      [1.24, 0.12],
    ],
    0,
    1.42,
    0,
    { n: 24 },
  );
  kit.bar('steel', 0.3, 0.2, 0, 4.6, 0, { n: 14 });
  kit.pipe(
    'steel',
    [
      [0, 0.55, 0],
      [0, 0.35, 0],
      [1.1, 0.35, 0.5],
      [1.7, 0.35, 0.5],
    ],
    0.09,
  );
  kit.pipe(
    'steel',
    [
      [-0.6, 4.4, 0.4],
      [-0.6, 4.95, 0.4],
      [-1.45, 4.95, 0.4],
      [-1.45, 0, 0.4],
    ],
    0.07,
  );
  kit.at(0.85, 0, 0.92, 0.75, () => {
    for (const side of [-1, 1]) kit.box('safety', 0.04, 4.9, 0.04, side * 0.2, 0.14, 0.08, { bevel: 0 });
    kit.small(() =>
      kit.repeat(10, (i) =>
        kit.box('safety', 0.4, 0.03, 0.03, 0, 0.5 + i * 0.42, 0.08, { bevel: 0, open: false }),
      ),
    );
  });
  kit.box('glass', 0.1, 2.4, 0.06, -0.55, 1.5, 1.1, { bevel: 0.01, open: false });
  kit.stackLight(0.45, 4.6, -0.2);
}
