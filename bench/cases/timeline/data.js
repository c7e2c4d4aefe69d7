import { random } from '../../harness/random.mjs';

export const width = 1400;
export const height = 1000;
export const day = 86_400_000;
export const start = Date.UTC(2026, 0, 5);
/** The states that occur, by code, and a flat colour for each: running, setup, idle, starved, fault. */
export const codes = [0, 1, 2, 3, 5];
export const colours = { 0: '#40494f', 1: '#2f6fb7', 2: '#c9ccca', 3: '#d9a521', 5: '#c2262e' };

/** The distance of rows that the element takes for so many machines, in px. */
export function pitchOf(rows) {
  return rows <= 380 ? 20 : Math.max(1, Math.floor(8000 / rows));
}

/** A day of so many rows in columns, row after row; no two neighbours are equal. */
export function makeDay(rows, perRow) {
  const next = random(7);
  const times = new Float64Array(rows * perRow);
  const states = new Uint8Array(rows * perRow);
  for (let row = 0; row < rows; row++) {
    const inner = Float64Array.from({ length: perRow - 1 }, () => Math.floor(next() * (day - 1)) + 1).sort();
    let previous = -1;
    for (let index = 0; index < perRow; index++) {
      let choice = Math.floor(next() * codes.length);
      if (choice === previous) choice = (choice + 1) % codes.length;
      previous = choice;
      times[row * perRow + index] = start + (index === 0 ? 0 : inner[index - 1]);
      states[row * perRow + index] = codes[choice];
    }
  }
  return { rows, perRow, times, states, from: start, to: start + day };
}

/** Position of the first time after a moment, within a part of a column. */
export function firstAfter(times, low, high, moment) {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Colour words of `ImageData` by state code. */
export function colourWords() {
  const words = new Uint32Array(16);
  for (const code of codes) {
    const [red, green, blue] = rgb(colours[code]);
    words[code] = (255 << 24) | (blue << 16) | (green << 8) | red;
  }
  return words;
}

export function rgb(hex) {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}
