import { operatorPanel, robotArm, strip } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';
import { pairs } from './kit/pairs.js';

/** Welding cell: solid walls with dark glass, a fume hood on four posts, a robot with a torch, a turning fixture. */
export function weldingCell(kit: Kit): void {
  kit.box('panel', 4, 0.08, 4, 0, 0, 0, { bevel: 0.03 });
  kit.box('body', 4, 1.75, 0.1, 0, 0.08, -1.95, { open: true });
  kit.box('body', 0.1, 1.75, 3.8, -1.95, 0.08, 0, { open: true });
  kit.box('glass', 0.05, 0.7, 2.6, -1.9, 0.9, 0, { bevel: 0, open: false });
  kit.box('body', 0.1, 0.75, 2.4, 1.95, 0.08, -0.7, { open: true });
  kit.box('glass', 0.05, 0.9, 2.3, 1.95, 0.83, -0.7, { bevel: 0, open: false });
  for (const x of [-1.9, 1.9]) kit.box('safety', 0.1, 2.05, 0.1, x, 0.08, 1.9, { bevel: 0.015, open: true });
  kit.box('clay', 1.15, 1.55, 0.03, -1.3, 0.3, 1.92, { bevel: 0, open: false });
  kit.box('safety', 3.9, 0.08, 0.08, 0, 2.05, 1.9, { bevel: 0.015, open: false });
  kit.prism('steel', hood, 1.9, 0.45, 0, -0.1, { axis: 'x', bevel: 0.04 });
  kit.bar('steel', 0.2, 0.3, 0.45, 1.92, -1.5, { axis: 'z', n: 12, bevel: 0 });
  for (const side of [-1, 1])
    kit.box('slate', 0.08, 1.9, 0.08, 0.45 + side * 0.85, 0.08, -1.2, { bevel: 0.01, open: true });
  kit.box('slate', 0.3, 0.75, 0.4, -0.45, 0.08, 0.75, { open: true });
  kit.box('slate', 0.3, 0.75, 0.4, 1.55, 0.08, 0.75, { open: true });
  kit.move({ turn: [1, 0, 0], pivot: [0, 0.95, 0.75], amount: 0.5, rate: 0.25 }, () => {
    kit.box('steel', 1.75, 0.12, 0.75, 0.55, 0.88, 0.75, { open: false, bevel: 0.02 });
    kit.pipe('goods', frameOfPart, 0.07, 6);
    kit.small(() => kit.box('heat', 0.1, 0.06, 0.1, 0.55, 1.12, 0.55, { bevel: 0, open: false }));
  });
  kit.at(-0.75, 0.08, -0.55, -0.5, () =>
    robotArm(kit, 0.2, () => {
      kit.bar('steel', 0.07, 0.34, 1.08, 1.58, 0, { n: 8, foot: true });
      kit.tilt(1.08, 1.62, 0, 0, 0.5, () =>
        kit.bar('ochre', 0.035, 0.3, 0, -0.3, 0, { n: 6, bevel: 0, top: 0.05 }),
      );
    }),
  );
  kit.box('body', 0.7, 0.95, 0.5, -1.5, 0.08, 1.25, { open: true });
  kit.box('screen', 0.4, 0.25, 0.02, -1.5, 0.65, 1.51, { bevel: 0, open: false });
  kit.bar('clay', 0.28, 0.16, -1.5, 1.03, 1.25, { n: 12, bevel: 0 });
  operatorPanel(kit, 1.6, 0.95, 2.02);
  strip(kit, 4.02, 0.07, 0, 0.01, 2);
  kit.box('strip', 0.03, 0.07, 4.02, 2, 0.01, 0, { bevel: 0, open: false });
  kit.stackLight(-1.7, 1.83, -1.7);
}

const hood = pairs(-1.5, 1.75, 0.9, 1.75, 0.9, 1.85, -0.4, 2.18, -1.5, 2.18);

const frameOfPart = [
  [-0.1, 1.06, 0.6],
  [0.2, 1.06, 0.95],
  [1.0, 1.06, 0.95],
  [1.25, 1.06, 0.6],
  [-0.1, 1.06, 0.6],
] as const;
