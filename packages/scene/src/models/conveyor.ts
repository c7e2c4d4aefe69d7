import { crate } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';

/** Belt conveyor, 6 m; stretches to its true length, goods travel one pitch a cycle. */
export function conveyor(kit: Kit): void {
  kit.repeat(4, (_, c) => {
    for (const side of [-1, 1])
      kit.box('slate', 0.09, 0.62, 0.09, c * 1.75, 0, side * 0.34, { bevel: 0.015 });
    kit.small(() => kit.box('slate', 0.06, 0.06, 0.6, c * 1.75, 0.2, 0, { bevel: 0, open: false }));
  });
  for (const side of [-1, 1])
    kit.box('body', 6, 0.2, 0.07, 0, 0.62, side * 0.4, { open: false, bevel: 0.025 });
  kit.box('rubber', 5.9, 0.1, 0.7, 0, 0.68, 0, { open: false, bevel: 0.02 });
  for (const side of [-1, 1])
    kit.bar('steel', 0.09, 0.72, side * 2.93, 0.7, -0.36, { axis: 'z', n: 10, bevel: 0 });
  for (const side of [-1, 1])
    kit.box('strip', 5.9, 0.05, 0.02, 0, 0.7, side * 0.44, { bevel: 0, open: false });
  kit.box('slate', 0.5, 0.3, 0.28, 2.5, 0.3, 0.28, { open: false });
  kit.bar('steel', 0.13, 0.4, 2.35, 0.42, 0.56, { axis: 'x', n: 12 });
  kit.move({ slide: [1, 0, 0], amount: 1.4, rate: 0.25, wave: 'flow' }, () =>
    kit.repeat(4, (i, c) => crate(kit, 0.44, c * 1.4 - 0.7, 0.78, 0, i % 2 ? 'goods' : 'paper')),
  );
}
