import { strip } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';
import { pairs } from './kit/pairs.js';

/** Meter cabinet: one door with a display and lamps, a warning sign, cables into the roof. */
export function meter(kit: Kit): void {
  kit.box('base', 0.78, 0.1, 0.36, 0, 0, -0.01);
  kit.box('body', 0.76, 1.55, 0.34, 0, 0.1, -0.01, { bevel: 0.03 });
  kit.box('panel', 0.8, 0.05, 0.4, 0, 1.65, 0, { open: false, bevel: 0.02 });
  kit.box('panel', 0.66, 1.35, 0.03, 0, 0.2, 0.165, { open: false, bevel: 0.012 });
  kit.box('slate', 0.42, 0.34, 0.02, 0, 1.12, 0.178, { open: false, bevel: 0.005 });
  kit.box('screen', 0.34, 0.2, 0.02, 0, 1.22, 0.184, { bevel: 0, open: false });
  kit.small(() => {
    kit.repeat(3, (_, middle) =>
      kit.box('strip', 0.04, 0.04, 0.02, middle * 0.1, 1.16, 0.186, { bevel: 0, open: false }),
    );
    kit.box('slate', 0.03, 0.2, 0.03, 0.26, 0.75, 0.185, { open: false, bevel: 0.005 });
  });
  const triangle = pairs(-0.1, 0, 0.1, 0, 0, 0.17);
  kit.prism('safety', triangle, 0.012, 0, 0.62, 0.186, { bevel: 0 });
  strip(kit, 0.66, 0.05, 0, 1.59, 0.165);
  for (const x of [-0.22, -0.06]) kit.bar('slate', 0.045, 0.2, x, 1.7, -0.05, { n: 8, bevel: 0 });
  kit.stackLight(0.24, 1.7, -0.05);
}
