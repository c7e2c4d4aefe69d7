import { operatorPanel } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';
import { pairs } from './kit/pairs.js';

/** CNC lathe: long and low, open bay with chuck, turret and tailstock. */
export function lathe(kit: Kit): void {
  kit.box('base', 3.4, 0.25, 1.55, 0, 0, 0);
  kit.box('body', 1.05, 1.55, 1.6, -1.2, 0.25, 0);
  kit.box('body', 0.62, 1.55, 1.6, 1.42, 0.25, 0);
  kit.box('panel', 1.85, 1.5, 0.45, 0.22, 0.25, -0.55);
  kit.box('panel', 1.85, 0.42, 1.1, 0.22, 0.25, 0.22);
  kit.prism(
    'panel',
    pairs(-0.78, 1.55, -0.78, 1.8, 0.35, 1.8, 0.72, 1.42, 0.62, 1.34, 0.28, 1.6),
    1.8,
    0.22,
    0,
    0,
    { axis: 'x' },
  );
  kit.box('strip', 3.42, 0.08, 0.03, 0.02, 0.56, 0.8, { bevel: 0, open: false });
  kit.move({ turn: [1, 0, 0], pivot: [0, 1.05, 0.05], rate: 1, wave: 'spin' }, () => {
    kit.bar('steel', 0.3, 0.26, -0.68, 1.05, 0.05, { axis: 'x', n: 16 });
    kit.repeat(3, (i) =>
      kit.at(0, 1.05, 0.05, 0, () =>
        kit.tilt(0, 0, 0, (i * 2 * Math.PI) / 3, 0, () =>
          kit.box('rubber', 0.12, 0.16, 0.1, -0.38, 0.08, 0, { bevel: 0.015, open: false }),
        ),
      ),
    );
    kit.bar('ochre', 0.11, 0.7, -0.42, 1.05, 0.05, { axis: 'x', n: 12 });
  });
  kit.move({ slide: [1, 0, 0], amount: 0.16, rate: 0.25, wave: 'swing' }, () => {
    kit.box('slate', 0.42, 0.5, 0.5, 0.35, 0.95, -0.32, { open: false });
    kit.bar('steel', 0.28, 0.2, 0.05, 1.3, -0.18, { axis: 'x', n: 8 });
  });
  kit.bar('slate', 0.17, 0.5, 0.6, 1.05, 0.05, { axis: 'x', n: 12 });
  operatorPanel(kit, 1.42, 0.95, 0.86);
  kit.prism(
    'steel',
    pairs(1.6, 0.06, 2.15, 0.06, 2.5, 0.8, 2.8, 0.8, 2.8, 0.95, 2.38, 0.95, 2.06, 0.3, 1.6, 0.3),
    0.4,
    0,
    0,
    -0.2,
  );
  kit.stackLight(-1.5, 1.8, -0.5);
}
