/** A repeatable source of numbers from 0 to below 1 (a linear congruential generator of 32 bits). */
export function random(seed) {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
}
