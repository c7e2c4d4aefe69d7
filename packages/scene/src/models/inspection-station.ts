import { legs } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';
import { pairs } from './kit/pairs.js';

/** Portal measuring machine: granite table, bridge, carriage and quill in three nested movers. */
export function inspectionStation(kit: Kit): void {
  kit.box('base', 1.5, 0.55, 2.3, 0, 0, 0, { bevel: 0.06 });
  kit.box('slate', 1.9, 0.32, 2.7, 0, 0.55, 0, { open: false, bevel: 0.05 });
  kit.box('strip', 1.92, 0.06, 0.03, 0, 0.6, 1.35, { bevel: 0, open: false });
  kit.box('strip', 0.03, 0.06, 2.7, 0.95, 0.6, 0, { bevel: 0, open: false });
  kit.box('steel', 0.16, 0.1, 2.6, -0.8, 0.87, 0);
  kit.move({ slide: [0, 0, 1], amount: 0.75, rate: 1 / 12, wave: 'swing' }, () => {
    for (const side of [-1, 1])
      kit.prism(
        'body',
        pairs(-0.36, 0.9, 0.36, 0.9, 0.2, 2.15, -0.2, 2.15),
        side < 0 ? 0.3 : 0.2,
        side * 0.86,
        0,
        -0.2,
        { axis: 'x', bevel: 0.05 },
      );
    kit.box('body', 2.05, 0.34, 0.42, 0, 2.1, -0.2, { open: false, bevel: 0.06 });
    kit.move({ slide: [1, 0, 0], amount: 0.5, rate: 1 / 6, wave: 'swing', offset: 0.2 }, () => {
      kit.box('panel', 0.44, 0.6, 0.3, 0, 1.98, 0.13, { open: false, bevel: 0.06 });
      kit.move({ slide: [0, 1, 0], amount: 0.18, rate: 1 / 3, wave: 'swing' }, () => {
        kit.box('panel', 0.2, 1.75, 0.2, 0, 1.32, 0.13, { open: false, bevel: 0.03 });
        kit.bar('steel', 0.05, 0.16, 0, 1.16, 0.13, { n: 8, bevel: 0, foot: true });
        kit.small(() => kit.bar('clay', 0.03, 0.12, 0, 1.05, 0.13, { n: 6, bevel: 0, foot: true }));
      });
    });
  });
  kit.box('ochre', 0.6, 0.22, 0.5, 0.1, 0.87, 0.5);
  kit.bar('steel', 0.16, 0.2, 0.1, 1.09, 0.5, { n: 14 });
  legs(kit, 'slate', 0.9, 0.5, 0.72, 0.03);
  kit.at(1.75, 0, 0.5, 0.5, () => {
    kit.box('panel', 1.0, 0.05, 0.6, 0, 0.72, 0, { open: false, bevel: 0.015 });
    legs(kit, 'slate', 0.85, 0.45, 0.72, 0.03);
    kit.box('slate', 0.55, 0.36, 0.05, 0, 0.88, -0.12, { open: false, bevel: 0.01 });
    kit.box('screen', 0.48, 0.28, 0.02, 0, 0.92, -0.09, { bevel: 0, open: false });
  });
  kit.stackLight(-0.75, 0.87, -1.15);
}
