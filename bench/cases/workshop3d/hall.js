import { random } from '../../harness/random.mjs';

/** Ten types of machines, so that ours makes a draw for each. */
export const types = [
  'machiningCentre',
  'lathe',
  'grinder',
  'press',
  'injectionMoulder',
  'robot',
  'conveyor',
  'oven',
  'pump',
  'packagingMachine',
];

/** Metres between machines, and what each takes. */
export const raster = 6;
export const size = { width: 3, depth: 2, height: 2.4 };

/** The states that machines take in turn, as codes. */
export const states = [0, 1, 2, 5, 8];

/** A square hall of as many machines. */
export function hallOf(count) {
  const columns = Math.ceil(Math.sqrt(count));
  const machines = Array.from({ length: count }, (_, index) => ({
    type: types[index % types.length],
    x: raster * (0.5 + (index % columns)),
    y: raster * (0.5 + Math.floor(index / columns)),
    ...size,
  }));
  const side = columns * raster;
  return { floors: [{ width: side, depth: side, zones: [], aisles: [] }], machines };
}

/** The changes of a frame: which machine, which state. The same for every row. */
export function changesOf(count, perFrame) {
  const next = random(7);
  return (change) => {
    for (let index = 0; index < perFrame; index++)
      change(Math.floor(next() * count), states[Math.floor(next() * states.length)]);
  };
}
