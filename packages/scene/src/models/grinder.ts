import { operatorPanel } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';

/** Surface grinder: reciprocating table, column, wheel under a round guard. */
export function grinder(kit: Kit): void {
  kit.box('base', 2.0, 0.2, 1.5, 0, 0, 0);
  kit.box('body', 1.9, 0.62, 1.4, 0, 0.2, 0);
  kit.box('body', 0.85, 1.75, 0.62, 0, 0.2, -0.62, { bevel: 0.07 });
  kit.move({ slide: [1, 0, 0], amount: 0.42, rate: 0.25, wave: 'swing' }, () => {
    kit.box('steel', 2.1, 0.14, 0.55, 0, 0.84, 0.2, { open: false });
    kit.box('slate', 1.0, 0.12, 0.4, 0, 0.98, 0.2, { open: false });
    kit.small(() => {
      for (const side of [-1, 1])
        kit.box('panel', 0.05, 0.3, 0.55, side * 1.02, 0.98, 0.2, { bevel: 0.015, open: false });
    });
  });
  kit.box('panel', 0.62, 0.5, 0.9, 0, 1.3, -0.1, { open: false, bevel: 0.07 });
  kit.bar('panel', 0.36, 0.26, 0, 1.42, 0.22, { axis: 'z', n: 20 });
  kit.move({ turn: [0, 0, 1], pivot: [0, 1.4, 0.3], rate: 1, wave: 'spin' }, () => {
    kit.bar('clay', 0.3, 0.12, 0, 1.4, 0.42, { axis: 'z', n: 20, bevel: 0.02 });
    kit.box('steel', 0.16, 0.16, 0.06, 0, 1.32, 0.52, { open: false });
  });
  kit.box('strip', 1.92, 0.08, 0.03, 0, 0.7, 0.7, { bevel: 0, open: false });
  kit.box('slate', 0.7, 0.75, 0.8, 1.55, 0, -0.35);
  kit.pipe(
    'steel',
    [
      [1.3, 0.75, -0.35],
      [1.3, 1.9, -0.35],
      [0.2, 1.9, 0.1],
      [0.2, 1.7, 0.3],
    ],
    0.035,
  );
  operatorPanel(kit, 0.85, 1.0, -0.2);
  kit.stackLight(-0.2, 1.95, -0.7);
}
