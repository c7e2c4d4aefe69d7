import { operatorPanel } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';
import { pairs } from './kit/pairs.js';

/** Flow wrapper: infeed belt, film reel, glazed sealing station, outfeed. */
export function packagingMachine(kit: Kit): void {
  kit.box('base', 3.9, 0.12, 0.8, 0, 0, -0.05);
  kit.box('body', 3.9, 0.68, 0.85, 0, 0.12, -0.05, { bevel: 0.06 });
  kit.box('rubber', 4.3, 0.1, 0.4, 0, 0.8, 0.1, { open: false, bevel: 0.02 });
  kit.box('strip', 3.92, 0.08, 0.03, 0, 0.66, 0.38, { bevel: 0, open: false });
  kit.box('panel', 1.7, 1.0, 0.3, 0.35, 0.8, -0.35, { bevel: 0.05 });
  kit.prism('glass', pairs(-0.2, 0.92, 0.36, 0.92, 0.36, 1.45, 0.1, 1.72, -0.2, 1.72), 1.55, 0.35, 0, 0.02, {
    axis: 'x',
    bevel: 0.03,
  });
  kit.box('panel', 1.7, 0.1, 0.55, 0.35, 1.7, -0.15, { open: false });
  for (const x of [-0.45, 0.35, 1.15])
    kit.box('panel', 0.07, 0.82, 0.06, x, 0.9, 0.38, { open: false, bevel: 0.015 });
  kit.box('slate', 0.1, 1.0, 0.12, -1.2, 0.8, -0.35);
  kit.move({ turn: [0, 0, 1], pivot: [-1.2, 1.65, 0], amount: -1, rate: 0.25, wave: 'spin' }, () => {
    kit.bar('paper', 0.36, 0.4, -1.2, 1.65, -0.32, { axis: 'z', n: 18, bevel: 0.02 });
    kit.bar('clay', 0.1, 0.44, -1.2, 1.65, -0.33, { axis: 'z', n: 10 });
    kit.box('clay', 0.3, 0.05, 0.03, -1.1, 1.63, 0.08, { open: false, bevel: 0 });
  });
  kit.move({ slide: [1, 0, 0], amount: 0.5, rate: 0.5, wave: 'flow' }, () =>
    kit.repeat(8, (i, c) =>
      kit.box(i < 4 ? 'clay' : 'paper', 0.26, 0.13, 0.26, c * 0.5 - 0.2, 0.9, 0.12, {
        open: true,
        bevel: 0.03,
      }),
    ),
  );
  operatorPanel(kit, 1.75, 1.0, 0.3, 0.3);
  kit.box('slate', 0.08, 0.3, 0.08, 1.72, 0.8, 0.2);
  kit.stackLight(1.0, 1.8, -0.3);
}
