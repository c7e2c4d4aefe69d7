import { random } from '../../harness/random.mjs';

export const width = 1200;
export const height = 400;
/** Milliseconds; one value a second. */
export const start = Date.UTC(2025, 0, 1);
export const second = 1000;
/** The colour of the line, so that the oracle can find it. */
export const ink = '#d00000';

/** A random walk of so many values between 0 and 100, with room for more at the end. */
export function makeWalk(count, room = 4096) {
  const next = random(1);
  const times = new Float64Array(count + room);
  const values = new Float64Array(count + room);
  let value = 50;
  for (let index = 0; index < count; index++) {
    value += (next() - 0.5) * 2;
    if (value < 0) value = -value;
    if (value > 100) value = 200 - value;
    times[index] = start + index * second;
    values[index] = value;
  }
  return { times, values, length: count };
}

/** The next value of the walk at an index; the same for all peers. */
export function nextValue(previous, index) {
  return previous + Math.sin(index);
}

/** Puts values at the end. */
export function grow(walk, count) {
  for (let index = walk.length; index < walk.length + count; index++) {
    walk.times[index] = start + index * second;
    walk.values[index] = nextValue(walk.values[index - 1], index);
  }
  walk.length += count;
}

/** Position of the first time that is not before a moment. */
export function firstFrom(times, length, moment) {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
