/** Points of an outline or a profile from a flat list: `pairs(x, y, x, y …)`. */
export function pairs(...numbers: number[]): [number, number][] {
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[i * 2], numbers[i * 2 + 1]]);
}
