import { operatorPanel } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';
import { pairs } from './kit/pairs.js';

/** Compressor skid: receiver, finned motor, compressor block, cooler with fan. */
export function compressor(kit: Kit): void {
  for (const side of [-1, 1]) kit.box('base', 3.2, 0.18, 0.16, 0, 0, side * 0.6);
  kit.repeat(3, (_, c) => kit.box('base', 0.16, 0.16, 1.2, c * 1.4, 0, 0));
  kit.lathe(
    'body',
    pairs(0, 0, 0.25, 0.03, 0.42, 0.14, 0.46, 0.3, 0.46, 2.3, 0.42, 2.46, 0.25, 2.57, 0, 2.6),
    -1.5,
    0.72,
    -0.3,
    { axis: 'x', n: 14 },
  );
  for (const x of [-1.0, 0.6]) kit.box('slate', 0.14, 0.45, 0.6, x, 0.16, -0.3);
  kit.box('slate', 0.2, 0.2, 0.5, 1.3, 0.18, -0.3);
  kit.box('slate', 1.9, 0.16, 0.8, -0.45, 0.18, 0.35);
  kit.bar('sage', 0.3, 0.85, -1.3, 0.72, 0.42, { axis: 'x', n: 16 });
  kit.small(() =>
    kit.repeat(3, (i) =>
      kit.bar('sage', 0.34, 0.06, -1.2 + i * 0.26, 0.72, 0.42, { axis: 'x', n: 12, bevel: 0 }),
    ),
  );
  kit.move({ turn: [1, 0, 0], pivot: [0, 0.72, 0.42], rate: 1, wave: 'spin' }, () => {
    kit.bar('safety', 0.16, 0.22, -0.42, 0.72, 0.42, { axis: 'x', n: 10 });
    kit.box('steel', 0.1, 0.46, 0.08, -0.31, 0.49, 0.42, { open: false, bevel: 0.01 });
  });
  kit.box('panel', 0.75, 0.85, 0.7, 0.25, 0.34, 0.42, { bevel: 0.08 });
  kit.bar('steel', 0.15, 0.4, 0.25, 1.19, 0.42, { n: 12 });
  kit.pipe(
    'steel',
    [
      [0.25, 1.55, 0.42],
      [0.25, 1.85, 0.42],
      [0.25, 1.85, -0.3],
      [0.25, 1.15, -0.3],
    ],
    0.08,
  );
  kit.box('body', 0.7, 1.55, 1.3, 1.3, 0.18, 0.0);
  kit.at(1.66, 1.05, 0, 0, () =>
    kit.move({ turn: [1, 0, 0], rate: 1, wave: 'spin' }, () => {
      kit.bar('rubber', 0.46, 0.05, 0, 0, 0, { axis: 'x', n: 16, bevel: 0 });
      for (const t of [0, Math.PI / 2])
        kit.tilt(0, 0, 0, t, 0, () =>
          kit.box('steel', 0.05, 0.84, 0.13, 0.05, -0.42, 0, { open: false, bevel: 0.01 }),
        );
    }),
  );
  kit.box('strip', 0.72, 0.09, 0.03, 1.3, 1.6, 0.64, { bevel: 0, open: false });
  kit.box('strip', 0.03, 0.09, 1.3, 1.64, 1.6, 0, { bevel: 0, open: false });
  operatorPanel(kit, 1.3, 0.85, 0.68);
  kit.stackLight(1.3, 1.73, -0.35);
}
