import { operatorPanel } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';
import { pairs } from './kit/pairs.js';

/** Weaving loom: side frames, warp beam with yarn, heddle frames that alternate, cloth roll. */
export function loom(kit: Kit): void {
  for (const side of [-1, 1])
    kit.prism(
      'body',
      pairs(-1, 0, 1, 0, 1, 0.75, 0.75, 1.05, 0.35, 1.15, 0.2, 1.75, -0.45, 1.75, -0.6, 1.2, -1, 0.95),
      0.3,
      side * 1.65,
      0,
      0,
      { axis: 'x', bevel: 0.06 },
    );
  kit.move({ turn: [1, 0, 0], pivot: [0, 0.6, -0.75], rate: 1 / 12, wave: 'spin' }, () => {
    kit.bar('paper', 0.4, 2.7, -1.35, 0.6, -0.75, { axis: 'x', n: 20, bevel: 0 });
    for (const s of [-1.5, 1.36])
      kit.bar('steel', 0.52, 0.1, s, 0.6, -0.75, { axis: 'x', n: 20, bevel: 0.02 });
  });
  for (let i = 0; i < 4; i++)
    kit.move({ slide: [0, 1, 0], amount: 0.1, rate: 1, wave: 'swing', offset: (i % 2) / 2 }, () => {
      kit.box('slate', 3.0, 0.12, 0.06, 0, 1.5, -0.3 + i * 0.13, { open: false, bevel: 0.015 });
      kit.small(() => kit.box('paper', 2.9, 0.45, 0.02, 0, 1.05, -0.3 + i * 0.13, { open: false, bevel: 0 }));
    });
  kit.tilt(0, 1.05, -0.35, -0.12, 0, () =>
    kit.box('paper', 2.8, 0.03, 1.1, 0, 0, 0, { open: false, bevel: 0 }),
  );
  kit.box('clay', 2.8, 0.04, 0.55, 0, 1.02, 0.55, { open: false, bevel: 0 });
  kit.bar('clay', 0.26, 2.8, -1.4, 0.5, 0.7, { axis: 'x', n: 16, bevel: 0 });
  kit.move({ turn: [1, 0, 0], pivot: [0, 0.2, 0.3], amount: 0.1, rate: 1, wave: 'swing', offset: 0.25 }, () =>
    kit.box('steel', 3.0, 0.2, 0.08, 0, 1.08, 0.28, { open: false, bevel: 0.02 }),
  );
  kit.box('panel', 3.5, 0.22, 0.5, 0, 1.72, -0.1, { bevel: 0.05, open: false });
  kit.box('strip', 3.52, 0.08, 0.03, 0, 1.78, 0.15, { bevel: 0, open: false });
  kit.box('panel', 3.1, 0.1, 0.22, 0, 0.9, 0.92, { open: false });
  kit.box('slate', 0.45, 0.9, 0.7, 2.0, 0, -0.2);
  operatorPanel(kit, 1.72, 1.1, 0.72);
  kit.stackLight(-1.6, 1.75, -0.2);
}
