import type { Kit } from './kit/kit.js';
import { pairs } from './kit/pairs.js';

/** Continuous furnace: insulated tunnel, glowing mouths, flues, fans, gas line. */
export function oven(kit: Kit): void {
  kit.box('base', 5.6, 0.35, 1.9, 0, 0, 0);
  kit.prism(
    'body',
    pairs(-1.05, 0.35, 1.05, 0.35, 1.05, 1.85, 0.6, 2.35, -0.6, 2.35, -1.05, 1.85),
    4.9,
    0,
    0,
    0,
    { axis: 'x', bevel: 0.09 },
  );
  kit.repeat(4, (_, c) =>
    kit.prism(
      'panel',
      pairs(-1.11, 0.4, 1.11, 0.4, 1.11, 1.88, 0.63, 2.42, -0.63, 2.42, -1.11, 1.88),
      0.16,
      c * 1.3,
      0,
      0,
      { axis: 'x', bevel: 0.03 },
    ),
  );
  for (const side of [-1, 1]) {
    kit.box('clay', 0.24, 1.15, 1.7, side * 2.55, 0.55, 0, { open: false });
    kit.box('heat', 0.05, 0.45, 1.1, side * 2.67, 0.92, 0, { bevel: 0.01, open: false });
    kit.box('rubber', 0.9, 0.12, 1.0, side * 3.05, 0.8, 0, { open: false });
    kit.box('slate', 0.12, 0.8, 0.8, side * 3.3, 0, 0);
  }
  kit.box('strip', 5.62, 0.09, 0.03, 0, 0.22, 0.95, { bevel: 0, open: false });
  kit.repeat(2, (_, c) => kit.bar('steel', 0.2, 1.5, c * 2.6, 2.35, -0.25, { n: 14 }));
  kit.repeat(2, (_, c) => kit.bar('slate', 0.34, 0.32, c * 1.3, 2.35, 0.2, { n: 14 }));
  kit.repeat(3, (_, c) => {
    kit.bar('clay', 0.16, 0.34, c * 1.3, 1.05, 1.02, { axis: 'z', n: 12 });
  });
  kit.pipe(
    'ochre',
    [
      [-2.3, 0.5, 1.32],
      [-2.3, 1.05, 1.32],
      [2.2, 1.05, 1.32],
      [2.2, 0.3, 1.32],
      [2.2, 0.3, 1.05],
    ],
    0.06,
  );
  kit.box('body', 0.8, 1.7, 0.5, 2.0, 0, 1.75);
  kit.box('screen', 0.5, 0.35, 0.02, 2.0, 1.15, 2.0, { bevel: 0, open: false });
  kit.stackLight(2.0, 1.7, 1.75);
}
