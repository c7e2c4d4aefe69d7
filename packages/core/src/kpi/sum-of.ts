import { plus } from './plus.js';

/**
 * Adds objects field by field: numbers, and lists of them place by place. A number that one of them lacks is missing in
 * the sum too.
 *
 * @param zero - has the fields that are added, each at nothing
 */
export function sumOf<Fields extends object>(list: readonly Fields[], zero: Fields): Fields {
  const sum = { ...zero } as Record<string, number | undefined | Float64Array>;
  for (const one of list as readonly (typeof sum)[]) {
    for (const [name, total] of Object.entries(sum)) {
      const more = one[name];
      sum[name] =
        typeof more === 'object'
          ? more.map((value, index) => value + (total as Float64Array)[index])
          : plus(total as number | undefined, more);
    }
  }
  return sum as Fields;
}
