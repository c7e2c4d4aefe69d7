import { operatorPanel, strip } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';

/** Any machine: a cabin on a base with a window, a service unit beside it, a duct on the roof. */
export function generic(kit: Kit): void {
  kit.box('base', 2.5, 0.18, 1.26, 0, 0, -0.07);
  kit.box('body', 1.65, 1.95, 1.1, -0.42, 0.18, -0.06, { bevel: 0.07 });
  kit.box('panel', 1.2, 1.25, 0.06, -0.45, 0.5, 0.49, { open: false, bevel: 0.03 });
  kit.box('glass', 0.95, 0.6, 0.04, -0.45, 1.02, 0.52, { open: false, bevel: 0.015 });
  kit.small(() => kit.box('steel', 0.05, 0.5, 0.05, 0.1, 0.75, 0.54, { open: false, bevel: 0.01 }));
  kit.box('panel', 0.78, 1.35, 1, 0.82, 0.18, -0.08, { bevel: 0.06 });
  kit.small(() =>
    kit.repeat(5, (i) =>
      kit.box('slate', 0.5, 0.05, 0.02, 0.82, 0.4 + i * 0.12, 0.43, { open: false, bevel: 0 }),
    ),
  );
  kit.box('slate', 1.1, 0.32, 0.8, -0.42, 2.13, -0.12, { open: true, bevel: 0.06 });
  kit.bar('steel', 0.2, 0.35, -0.65, 2.45, -0.12, { n: 14 });
  kit.move({ turn: [0, 1, 0], pivot: [0.82, 0, -0.1], rate: 1, wave: 'spin' }, () => {
    kit.bar('slate', 0.3, 0.12, 0.82, 1.56, -0.1, { n: 16 });
    kit.box('steel', 0.5, 0.03, 0.08, 0.82, 1.67, -0.1, { open: false, bevel: 0.01 });
  });
  kit.bar('panel', 0.34, 0.05, 0.82, 1.52, -0.1, { n: 16, bevel: 0.01 });
  strip(kit, 1.67, 0.09, -0.42, 1.98, 0.5);
  operatorPanel(kit, 0.85, 0.85, 0.53);
  kit.stackLight(0.2, 2.13, -0.35);
}
