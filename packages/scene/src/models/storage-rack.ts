import type { Kit } from './kit/kit.js';

/** Pallet rack, two bays of four levels. */
export function storageRack(kit: Kit): void {
  for (const x of [-2.75, 0, 2.75])
    for (const z of [-0.5, 0.5]) kit.box('slate', 0.1, 4.9, 0.1, x, 0, z, { bevel: 0.015 });
  kit.small(() => {
    for (const x of [-2.75, 0, 2.75])
      kit.repeat(4, (i) =>
        kit.tilt(x, 0.8 + i * 1.15, 0, i % 2 ? 0.85 : -0.85, 0, () =>
          kit.box('slate', 0.04, 0.04, 1.3, 0, 0, 0, { bevel: 0, open: false }),
        ),
      );
  });
  for (const y of [1.2, 2.5, 3.8])
    for (const z of [-0.5, 0.5]) kit.box('clay', 5.5, 0.13, 0.06, 0, y, z, { open: false, bevel: 0.015 });
  const fill = [2, 3, 0, 2, 2, 2, 3, 2, 2, 0, 2, 3, 2, 2, 0, 2];
  fill.forEach((layers, i) => {
    const y = [0.02, 1.33, 2.63, 3.93][i >> 2];
    if (layers)
      kit.box(
        i % 5 ? 'goods' : 'paper',
        1.08,
        layers * 0.32,
        0.9,
        -2.08 + (i % 4) * 1.3 + (i % 4 > 1 ? 0.25 : 0),
        y + 0.13,
        0,
        { open: true, bevel: 0.03 },
      );
    if (layers)
      kit.box('ochre', 1.12, 0.12, 0.95, -2.08 + (i % 4) * 1.3 + (i % 4 > 1 ? 0.25 : 0), y, 0, {
        open: true,
        bevel: 0.01,
      });
  });
  kit.box('strip', 5.6, 0.1, 0.03, 0, 1.22, 0.54, { bevel: 0, open: false });
  for (const x of [-2.75, 2.75]) kit.box('safety', 0.22, 0.4, 0.2, x, 0, 0.62, { bevel: 0.03 });
}
