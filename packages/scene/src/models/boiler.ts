import { operatorPanel, strip } from './kit/fittings.js';
import type { Kit } from './kit/kit.js';
import { pairs } from './kit/pairs.js';

/** Fire-tube boiler: lying shell with a front door and burner, chimney, walkway, gauges, steam and gas lines. */
export function boiler(kit: Kit): void {
  for (const x of [-1.35, 1.1]) kit.box('base', 0.3, 0.5, 1.6, x, 0, -0.1);
  kit.box('base', 3.6, 0.14, 0.2, -0.1, 0, -0.7);
  kit.box('base', 3.6, 0.14, 0.2, -0.1, 0, 0.5);
  kit.lathe('body', shell, -1.95, 1.3, -0.1, { axis: 'x', n: 16 });
  for (const x of [-1.2, 1]) kit.lathe('panel', band, x, 1.3, -0.1, { axis: 'x', n: 16 });
  kit.bar('slate', 0.8, 0.14, 1.72, 1.3, -0.1, { axis: 'x', n: 16, bevel: 0.03 });
  kit.bar('clay', 0.34, 0.53, 1.86, 1.2, -0.1, { axis: 'x', n: 10, bevel: 0.06 });
  kit.bar('heat', 0.09, 0.03, 2.38, 1.2, -0.1, { axis: 'x', n: 10, bevel: 0 });
  kit.box('clay', 0.3, 0.3, 0.3, 2.15, 1.5, -0.1, { bevel: 0.05, open: true });
  kit.move({ turn: [1, 0, 0], pivot: [0, 1.2, 0.35], rate: 1, wave: 'spin' }, () => {
    kit.bar('slate', 0.22, 0.14, 1.9, 1.2, 0.35, { axis: 'x', n: 10, bevel: 0 });
    kit.box('steel', 0.06, 0.34, 0.06, 2.04, 1.03, 0.35, { open: false, bevel: 0 });
  });
  kit.bar('steel', 0.26, 0.72, -1.5, 2.28, -0.1, { n: 10, bevel: 0 });
  kit.bar('slate', 0.86, 0.2, -2.15, 1.3, -0.1, { axis: 'x', n: 14, bevel: 0.05 });
  kit.bar('slate', 0.3, 0.08, -1.5, 2.92, -0.1, { n: 12, bevel: 0, foot: true });
  kit.box('steel', 2.2, 0.05, 0.6, 0.1, 2.3, -0.1, { open: false, bevel: 0 });
  for (const x of [-0.3, 0.5]) kit.bar('steel', 0.09, 0.32, x, 2.3, -0.1, { n: 8, bevel: 0 });
  kit.box('safety', 2.2, 0.05, 0.05, 0.1, 2.95, -0.4, { open: false, bevel: 0 });
  for (const x of [-0.95, 0.1, 1.15])
    kit.box('safety', 0.05, 0.65, 0.05, x, 2.32, -0.4, { open: true, bevel: 0 });
  const steam = [
    [0.5, 2.6, -0.1],
    [0.5, 2.8, -0.1],
    [0.5, 2.8, -1.15],
    [0.5, 0, -1.15],
  ] as const;
  kit.pipe('steel', steam, 0.08, 6);
  const gas = [
    [2, 1.1, 0.05],
    [2, 0.35, 0.05],
    [2, 0.35, 0.95],
    [-1.4, 0.35, 0.95],
  ] as const;
  kit.pipe('ochre', gas, 0.05, 6);
  kit.box('glass', 0.08, 0.7, 0.06, 0.4, 1.1, 0.86, { bevel: 0, open: false });
  for (const x of [-0.2, 0.05]) kit.bar('paper', 0.11, 0.05, x, 1.6, 0.76, { axis: 'z', n: 10, bevel: 0 });
  strip(kit, 3.4, 0.09, -0.1, 0.6, 0.62);
  kit.at(-0.9, 0, 1.02, 0, () => {
    kit.box('body', 0.75, 1.5, 0.36, 0, 0, 0);
    operatorPanel(kit, 0, 0.8, 0.12);
    kit.stackLight(0.25, 1.5, -0.05);
  });
}

const shell = pairs(0, 0, 0.55, 0.05, 0.85, 0.2, 0.98, 0.4, 0.98, 3.55, 0.9, 3.7, 0, 3.72);

const band = [
  [0.98, 0],
  [1.02, 0.02, 1],
  [1.02, 0.1, 1],
  [0.98, 0.12],
] as const;
