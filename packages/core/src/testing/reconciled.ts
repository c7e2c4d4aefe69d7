import assert from 'node:assert/strict';
import type { Kpi } from '../kpi/kpi.js';
import { SeededRandom } from './random.js';
import { randomPlant, type RandomPlant, twinOf } from './random-plant.js';
import type { Twin } from '../twin/twin.js';

/** Tries something on the plants of some seeds; the first one that fails is named. */
export function forPlants(
  first: number,
  count: number,
  check: (twin: Twin, plant: RandomPlant, random: SeededRandom) => void,
): void {
  for (let seed = first; seed < first + count; seed++) {
    const random = new SeededRandom(seed);
    const plant = randomPlant(random);
    try {
      check(twinOf(plant), plant, random);
    } catch (error) {
      throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error });
    }
  }
}

/** Equal but for the last digits of a sum of fractions. */
export function assertClose(found: number | undefined, expected: number | undefined, what: string): void {
  if (found === expected) return;
  if (found === undefined || expected === undefined) assert.equal(found, expected, what);
  else
    assert.ok(
      Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected)),
      `${what}: ${found} ≠ ${expected}`,
    );
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/**
 * Each figure inside of something has its value within its bounds and a coverage from 0 to 1, and no number of it is
 * endless or none.
 */
export function assertFigures(found: unknown, path = ''): void {
  if (typeof found === 'number') assert.ok(!Number.isNaN(found), `${path} is NaN`);
  if (typeof found !== 'object' || found === null) return;
  if (ArrayBuffer.isView(found)) return;
  if ('value' in found && 'bounds' in found && 'coverage' in found) {
    const { value, bounds, coverage } = found as Kpi<unknown>;
    if (bounds) {
      assert.ok(
        bounds.low <= bounds.high + 1e-9 * Math.abs(bounds.low),
        `${path}: bounds ${bounds.low} … ${bounds.high}`,
      );
      if (value !== undefined) {
        const slack = 1e-9 * Math.max(1, Math.abs(value));
        assert.ok(
          bounds.low - slack <= value && value <= bounds.high + slack,
          `${path}: ${value} not in ${bounds.low} … ${bounds.high}`,
        );
      }
    }
    assert.ok(
      coverage === undefined || (coverage >= 0 && coverage <= 1 + 1e-12),
      `${path}: coverage ${coverage}`,
    );
  }
  for (const [key, inner] of Object.entries(found)) assertFigures(inner, `${path}.${key}`);
}

/**
 * What is not looked at beside the inputs of figures, because its bounds suppose what a random plant does not keep to:
 * pieces are made while the machine runs, no faster than the ideal cycle; a stretch without data hides one failure at most.
 */
const notBounded = new Set([
  'inputs',
  'effectiveness',
  'nee',
  'throughputRate',
  'meanTimeBetweenFailures',
  'meanTimeToFailure',
  'meanTimeToRestore',
  'inherentAvailability',
]);

/**
 * Bounds that were told with less data hold those told with more, in each figure inside of two answers. What is known
 * can also take the basis away: without a failure there is no time to restore.
 */
export function assertNarrower(less: unknown, more: unknown, path: string): void {
  if (typeof less !== 'object' || typeof more !== 'object' || less === null || more === null) return;
  if (ArrayBuffer.isView(less)) return;
  if ('value' in less && 'bounds' in less && 'coverage' in less) {
    const { bounds: wide } = less as Kpi<unknown>;
    const { bounds: narrow } = more as Kpi<unknown>;
    if (wide && narrow) {
      const slack = 1e-9 * Math.max(1, Math.min(Math.abs(wide.high), 1e9));
      assert.ok(
        wide.low - slack <= narrow.low && narrow.high <= wide.high + slack,
        `${path}: ${narrow.low} … ${narrow.high} with more data, ${wide.low} … ${wide.high} with less`,
      );
    }
  }
  for (const [key, inner] of Object.entries(less)) {
    if (!notBounded.has(key)) assertNarrower(inner, (more as Record<string, unknown>)[key], `${path}.${key}`);
  }
}

/** Equal in all parts, numbers but for their last digits. */
export function assertSame(found: unknown, expected: unknown, path: string): void {
  if (typeof found === 'number' && typeof expected === 'number') return assertClose(found, expected, path);
  if (typeof found !== 'object' || typeof expected !== 'object' || found === null || expected === null) {
    return assert.equal(found, expected, path);
  }
  assert.deepEqual(Object.keys(found), Object.keys(expected), path);
  for (const [key, inner] of Object.entries(expected)) {
    assertSame((found as Record<string, unknown>)[key], inner, `${path}.${key}`);
  }
}
