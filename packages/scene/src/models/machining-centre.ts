import { operatorPanel } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';
import { pairs } from './kit/pairs.js';

/** Vertical machining centre: tall cabin, two sliding doors with windows, spindle head above the roof, chip conveyor. */
export function machiningCentre(kit: Kit): void {
  kit.box('base', 2.5, 0.22, 2.1, 0, 0, 0);
  kit.box('body', 2.6, 1.85, 1.95, 0, 0.22, -0.12);
  kit.box('panel', 2.5, 0.12, 1.0, 0, 2.07, 0.1, { open: true });
  for (const side of [-1, 1]) {
    kit.box('panel', 0.84, 1.5, 0.12, side * 0.43 - 0.2, 0.42, 0.88, { bevel: 0.04, open: false });
    kit.box('glass', 0.56, 0.72, 0.05, side * 0.4 - 0.2, 0.98, 0.93, { bevel: 0.015, open: false });
    kit.small(() =>
      kit.box('steel', 0.04, 0.5, 0.06, side * 0.08 - 0.2, 0.85, 0.96, { bevel: 0.01, open: false }),
    );
  }
  kit.box('slate', 1.05, 0.5, 1.0, -0.2, 2.07, -0.5, { open: true, bevel: 0.07 });
  kit.move({ slide: [0, 1, 0], amount: 0.16, rate: 0.25, wave: 'swing' }, () => {
    kit.box('panel', 0.8, 0.75, 0.62, -0.2, 2.3, -0.35, { open: true, bevel: 0.08 });
    kit.bar('steel', 0.17, 0.22, -0.2, 3.03, -0.35, { n: 12 });
  });
  kit.bar('slate', 0.48, 0.3, -1.58, 1.35, -0.3, { axis: 'x', n: 18, bevel: 0.06 });
  kit.box('strip', 2.62, 0.09, 0.03, 0, 1.96, 0.85, { bevel: 0, open: false });
  operatorPanel(kit, 1.0, 1.0, 0.98);
  kit.prism(
    'steel',
    pairs(0.9, 0.05, 2, 0.05, 2.35, 0.75, 2.65, 0.75, 2.65, 0.9, 2.2, 0.9, 1.9, 0.3, 0.9, 0.3),
    0.5,
    0,
    0,
    -0.55,
  );
  kit.box('rubber', 0.55, 0.45, 0.6, 2.55, 0, -0.55);
  kit.stackLight(1.1, 2.07, -0.75);
}
