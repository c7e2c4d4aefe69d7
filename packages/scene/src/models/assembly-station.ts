import { crate, legs } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';

/** Assembly bench: top, bins, tool rail and light above, screen, stool. */
export function assemblyStation(kit: Kit): void {
  legs(kit, 'slate', 1.7, 0.65, 0.82);
  kit.box('slate', 1.7, 0.06, 0.06, 0, 0.2, -0.32, { bevel: 0, open: false });
  kit.box('panel', 1.9, 0.07, 0.85, 0, 0.82, 0, { open: false, bevel: 0.02 });
  kit.box('strip', 1.92, 0.05, 0.03, 0, 0.83, 0.425, { bevel: 0, open: false });
  kit.box('body', 0.5, 0.5, 0.6, 0.62, 0.3, 0, { open: false });
  for (const side of [-1, 1]) kit.box('slate', 0.07, 1.4, 0.07, side * 0.9, 0.89, -0.36, { bevel: 0.01 });
  kit.box('body', 1.8, 0.62, 0.05, 0, 1.05, -0.38, { open: false, bevel: 0.015 });
  kit.repeat(5, (i, c) =>
    kit.box(i % 2 ? 'ochre' : 'clay', 0.27, 0.16, 0.26, c * 0.32, 1.2, -0.24, { bevel: 0.02, open: false }),
  );
  kit.small(() =>
    kit.repeat(5, (i, c) =>
      kit.box(i % 2 ? 'sage' : 'ochre', 0.27, 0.14, 0.2, c * 0.32, 1.45, -0.26, { bevel: 0.02, open: false }),
    ),
  );
  kit.box('slate', 1.9, 0.09, 0.3, 0, 2.25, -0.2, { open: false, bevel: 0.02 });
  kit.box('paper', 1.7, 0.02, 0.2, 0, 2.23, -0.2, { bevel: 0, open: false });
  kit.box('slate', 0.5, 0.34, 0.05, -0.45, 1.62, -0.26, { open: false, bevel: 0.015 });
  kit.box('screen', 0.44, 0.28, 0.02, -0.45, 1.65, -0.23, { bevel: 0, open: false });
  crate(kit, 0.26, -0.15, 0.89, 0.12, 'steel');
  kit.small(() => crate(kit, 0.2, 0.4, 0.89, 0.15, 'goods'));
  kit.bar('rubber', 0.24, 0.05, 0, 0, 0.85, { n: 12, bevel: 0 });
  kit.bar('steel', 0.04, 0.5, 0, 0.05, 0.85, { n: 8, bevel: 0 });
  kit.bar('sage', 0.22, 0.09, 0, 0.55, 0.85, { n: 14 });
  kit.stackLight(0.9, 2.28, -0.36);
}
