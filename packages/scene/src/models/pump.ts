import { strip } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';

/** Pump set: finned motor, coupling under a guard, round volute with a flange up and a flange to the front. */
export function pump(kit: Kit): void {
  kit.box('base', 1.8, 0.12, 0.7, 0, 0, 0);
  strip(kit, 1.7, 0.06, 0, 0.03, 0.36);
  kit.box('body', 0.5, 0.1, 0.5, -0.45, 0.12, -0.05);
  kit.bar('body', 0.27, 0.72, -0.85, 0.5, -0.05, { axis: 'x', n: 16, bevel: 0.05 });
  kit.small(() =>
    kit.repeat(4, (i) =>
      kit.bar('panel', 0.3, 0.035, -0.72 + i * 0.11, 0.5, -0.05, { axis: 'x', n: 10, bevel: 0 }),
    ),
  );
  kit.bar('slate', 0.24, 0.1, -0.9, 0.5, -0.05, { axis: 'x', n: 12, bevel: 0 });
  kit.box('slate', 0.26, 0.16, 0.2, -0.5, 0.74, -0.05, { open: true, bevel: 0.03 });
  kit.move({ turn: [1, 0, 0], pivot: [0, 0.5, -0.05], rate: 1, wave: 'spin' }, () => {
    kit.bar('steel', 0.07, 0.42, -0.14, 0.5, -0.05, { axis: 'x', n: 8, bevel: 0 });
    kit.bar('safety', 0.15, 0.12, 0, 0.5, -0.05, { axis: 'x', n: 10, bevel: 0 });
    kit.box('steel', 0.06, 0.34, 0.06, 0.06, 0.33, -0.05, { open: false, bevel: 0 });
  });
  kit.box('slate', 0.3, 0.22, 0.4, 0.5, 0.12, -0.05);
  kit.bar('sage', 0.36, 0.34, 0.32, 0.5, -0.05, { axis: 'x', n: 18, bevel: 0.08 });
  kit.bar('sage', 0.17, 0.16, 0.66, 0.5, -0.05, { axis: 'x', n: 12, bevel: 0 });
  kit.bar('steel', 0.24, 0.07, 0.82, 0.5, -0.05, { axis: 'x', n: 14, bevel: 0.02 });
  kit.bar('sage', 0.13, 0.52, 0.49, 0.6, -0.24, { n: 12, bevel: 0 });
  kit.bar('steel', 0.22, 0.08, 0.49, 1.12, -0.24, { n: 14, bevel: 0, foot: true });
  kit.bar('steel', 0.05, 0.2, 0.49, 0.8, 0.1, { n: 8, bevel: 0 });
  kit.bar('paper', 0.1, 0.05, 0.49, 1, 0.08, { axis: 'z', n: 10, bevel: 0 });
  kit.box('slate', 0.1, 0.75, 0.1, -0.75, 0, 0.4, { bevel: 0.01 });
  kit.box('panel', 0.34, 0.42, 0.14, -0.75, 0.7, 0.38, { open: false, bevel: 0.02 });
  kit.box('screen', 0.2, 0.12, 0.02, -0.75, 0.92, 0.44, { bevel: 0, open: false });
  kit.stackLight(-0.75, 1.12, 0.36);
}
