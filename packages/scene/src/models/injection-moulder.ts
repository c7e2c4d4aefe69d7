import { operatorPanel } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';

/** Injection moulder: long bed, clamp with tie bars and a platen that travels, barrel, hopper. */
export function injectionMoulder(kit: Kit): void {
  kit.box('base', 6.4, 0.2, 1.5, 0, 0, 0);
  kit.box('body', 6.4, 0.72, 1.4, 0, 0.2, 0);
  kit.box('slate', 0.4, 1.15, 1.25, -2.9, 0.92, 0, { bevel: 0.06 });
  kit.box('slate', 0.4, 1.15, 1.25, -0.35, 0.92, 0, { bevel: 0.06 });
  for (const y of [1.14, 1.86])
    for (const z of [-0.45, 0.45]) kit.bar('steel', 0.075, 2.6, -2.95, y, z, { axis: 'x', n: 8, bevel: 0 });
  kit.move({ slide: [1, 0, 0], amount: 0.5, rate: 0.25, wave: 'shuttle' }, () => {
    kit.box('slate', 0.34, 1.1, 1.2, -1.9, 0.94, 0, { open: false, bevel: 0.05 });
    kit.box('steel', 0.3, 0.75, 0.8, -1.58, 1.1, 0, { open: false });
    kit.bar('steel', 0.16, 0.7, -2.75, 1.5, 0, { axis: 'x', n: 10 });
  });
  kit.box('steel', 0.34, 0.75, 0.8, -0.72, 1.1, 0, { open: false });
  kit.box('panel', 1.15, 1.25, 0.07, 0.55, 0.92, 0.62, { open: false });
  kit.box('glass', 1.35, 0.95, 0.05, -1.7, 1.15, -0.68, { bevel: 0.01, open: false });
  kit.box('panel', 1.2, 1.25, 1.2, 0.5, 0.92, -0.03);
  kit.box('strip', 6.42, 0.09, 0.03, 0, 0.78, 0.7, { bevel: 0, open: false });
  kit.bar('steel', 0.2, 1.5, 1.1, 1.45, 0, { axis: 'x', n: 12 });
  kit.repeat(4, (i) =>
    kit.bar('ochre', 0.25, 0.2, 1.2 + i * 0.3, 1.45, 0, { axis: 'x', n: 12, bevel: 0.02 }),
  );
  kit.box('panel', 0.95, 0.95, 0.95, 2.6, 0.92, 0);
  kit.lathe(
    'steel',
    [
      [0.1, 0],
      [0.38, 0.5, 1],
      [0.38, 0.95],
      [0, 1.08],
    ],
    2.35,
    1.85,
    0,
    { n: 14 },
  );
  operatorPanel(kit, 0.2, 1.25, 0.72);
  kit.stackLight(0.8, 2.17, -0.35);
}
