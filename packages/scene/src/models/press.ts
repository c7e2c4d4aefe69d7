import { operatorPanel } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';

/** Straight-side mechanical press: two frames, heavy crown, slide that stamps, flywheel, die set. */
export function press(kit: Kit): void {
  kit.box('base', 3.0, 0.3, 2.3, 0, 0, 0);
  kit.box('panel', 2.5, 0.75, 1.9, 0, 0.3, 0, { bevel: 0.06 });
  for (const side of [-1, 1]) {
    kit.box('body', 0.52, 2.75, 1.8, side * 1.02, 0.95, 0, { bevel: 0.07 });
    kit.small(() => kit.box('slate', 0.06, 1.2, 0.9, side * 1.28, 1.4, 0, { bevel: 0.02, open: false }));
  }
  kit.box('body', 2.75, 1.25, 2.05, 0, 3.55, 0, { bevel: 0.1, open: false });
  kit.box('panel', 1.5, 0.3, 1.3, -0.2, 4.8, -0.1);
  kit.box('strip', 2.78, 0.14, 0.03, 0, 3.68, 1.02, { bevel: 0, open: false });
  kit.move({ slide: [0, 1, 0], amount: -0.5, rate: 0.5, wave: 'press' }, () => {
    kit.box('slate', 1.5, 0.85, 1.35, 0, 2.6, 0, { open: false, bevel: 0.06 });
    kit.box('steel', 1.15, 0.24, 1.0, 0, 2.36, 0, { open: false });
  });
  kit.box('steel', 1.3, 0.12, 1.25, 0, 1.05, 0);
  kit.box('steel', 1.05, 0.3, 0.9, 0, 1.17, 0);
  kit.move({ turn: [0, 0, 1], pivot: [0.25, 4.2, 0], rate: 1, wave: 'spin' }, () => {
    kit.bar('slate', 0.72, 0.28, 0.25, 4.2, -1.34, { axis: 'z', n: 20, bevel: 0.06 });
    kit.box('steel', 1.1, 0.1, 0.06, 0.25, 4.15, -1.38, { bevel: 0.01, open: false });
  });
  for (const side of [-1, 1]) kit.bar('steel', 0.13, 0.5, side * 0.95, 4.8, 0.55, { n: 10 });
  kit.box('safety', 0.1, 1.7, 0.16, -0.82, 1.05, 0.98, { bevel: 0.02, open: false });
  kit.box('safety', 0.1, 1.7, 0.16, 0.82, 1.05, 0.98, { bevel: 0.02, open: false });
  kit.box('base', 0.12, 1.1, 0.12, 1.65, 0, 1.05);
  operatorPanel(kit, 1.65, 1.05, 1.08);
  kit.stackLight(1.05, 4.8, 0.7);
}
