import { fence, operatorPanel, palletStack, robotArm, strip } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';

/** Six-axis robot in a fenced cell with a work table and a pallet; the gate is on the right. */
export function robot(kit: Kit): void {
  kit.box('panel', 4, 0.08, 4, 0, 0, 0, { bevel: 0.03 });
  fence(kit, 0, -1.95, 3.9, 3, 0);
  fence(kit, -1.95, 0, 3.9, 3, Math.PI / 2);
  fence(kit, 1.95, -0.65, 2.6, 2, -Math.PI / 2);
  fence(kit, -1.3, 1.95, 1.3, 1, 0);
  fence(kit, 1.3, 1.95, 1.3, 1, Math.PI);
  kit.box('safety', 0.07, 1.75, 0.07, -0.65, 0.08, 1.95, { bevel: 0, open: true });
  kit.box('safety', 0.07, 1.75, 0.07, 0.65, 0.08, 1.95, { bevel: 0, open: true });
  kit.box('body', 0.75, 0.75, 0.5, -1.35, 0.08, -1.5, { open: true });
  operatorPanel(kit, 1.3, 1, 2.02);
  kit.box('slate', 1.1, 0.72, 0.9, 0.95, 0.08, 0.6, { open: true });
  kit.box('steel', 1.2, 0.08, 1, 0.95, 0.8, 0.6);
  kit.small(() => {
    kit.box('goods', 0.32, 0.26, 0.32, 0.7, 0.88, 0.5, { bevel: 0, open: true });
    kit.box('goods', 0.32, 0.26, 0.32, 1.15, 0.88, 0.7, { bevel: 0, open: true });
  });
  palletStack(kit, -0.9, 0.08, 1.05, 2);
  strip(kit, 4.02, 0.07, 0, 0.01, 2);
  kit.box('strip', 0.03, 0.07, 4.02, 2, 0.01, 0, { bevel: 0, open: false });
  kit.at(-0.1, 0.08, -0.35, 0, () =>
    robotArm(kit, 0, () => {
      kit.bar('steel', 0.09, 0.3, 1.08, 1.62, 0, { n: 10, foot: true });
      kit.box('rubber', 0.34, 0.06, 0.2, 1.08, 1.58, 0, { open: false, bevel: 0.015 });
      for (const x of [0.93, 1.23])
        kit.box('rubber', 0.05, 0.18, 0.16, x, 1.42, 0, { open: false, bevel: 0 });
    }),
  );
  kit.stackLight(-1.35, 0.83, -1.5);
}
