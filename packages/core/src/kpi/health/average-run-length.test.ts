import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { SeededRandom } from '../../testing/random.js';
import { cusumAverageRunLength, ewmaAverageRunLength } from './average-run-length.js';
import { cusumDetector } from './cusum-detector.js';
import type { Detector } from './detector.js';
import { ewmaDetector } from './ewma-detector.js';
import { robustZSettings } from './robust-z.js';

const shifts = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4];

test('CUSUM has the run lengths that Montgomery prints for k = 0.5', () => {
  const published: [decisionInterval: number, lengths: number[]][] = [
    [4, [168, 74.2, 26.6, 13.3, 8.38, 4.75, 3.34, 2.62, 2.19, 1.71]],
    [5, [465, 139, 38.0, 17.0, 10.4, 5.75, 4.01, 3.11, 2.57, 2.01]],
  ];
  for (const [decisionInterval, lengths] of published) {
    for (const [index, shift] of shifts.entries()) {
      near(cusumAverageRunLength({ slack: 0.5, decisionInterval }, shift), lengths[index], 0.004);
    }
  }
});

test('CUSUM has the decision intervals that Hawkins prints for one false alarm in 370', () => {
  for (const [slack, decisionInterval] of [
    [0.25, 8.01],
    [0.5, 4.77],
    [0.75, 3.34],
    [1, 2.52],
    [1.25, 1.99],
    [1.5, 1.61],
  ]) {
    // The intervals are printed with two digits: half a hundredth of h is up to 1.6 % of the run length.
    near(cusumAverageRunLength({ slack, decisionInterval }), 370.4, 0.017);
  }
});

test('EWMA has the run lengths that Lucas and Saccucci print', () => {
  const published: [weight: number, limit: number, lengths: number[]][] = [
    [0.4, 3.054, [500, 224, 71.2, 28.4, 14.3, 5.9, 3.5, 2.5, 2.0, 1.4]],
    [0.25, 2.998, [500, 170, 48.2, 20.1, 11.1, 5.5, 3.6, 2.7, 2.3, 1.7]],
    [0.2, 2.962, [500, 150, 41.8, 18.2, 10.5, 5.5, 3.7, 2.9, 2.4, 1.9]],
    [0.1, 2.814, [500, 106, 31.3, 15.9, 10.3, 6.1, 4.4, 3.4, 2.9, 2.2]],
    [0.05, 2.615, [500, 84.1, 28.8, 16.4, 11.4, 7.1, 5.2, 4.2, 3.5, 2.7]],
  ];
  for (const [weight, limit, lengths] of published) {
    for (const [index, shift] of shifts.entries()) {
      // They print one digit after the point, which is 3 % of the shortest runs.
      near(
        ewmaAverageRunLength({ weight, limit }, shift),
        lengths[index],
        lengths[index] < 10 ? 0.031 : 0.007,
      );
    }
  }
});

test('single readings against 3 deviations have the run length of a Shewhart chart, 370.4', () => {
  near(ewmaAverageRunLength({ weight: 1, limit: 3 }), 370.398, 1e-5);
  near(ewmaAverageRunLength({ weight: 1, limit: 3 }, 1), 43.895, 1e-4);
  near(ewmaAverageRunLength(robustZSettings), 2149.34, 1e-5);
});

test('a shift down is found as fast as a shift up', () => {
  near(cusumAverageRunLength(undefined, -1), cusumAverageRunLength(undefined, 1), 1e-12);
  near(ewmaAverageRunLength(undefined, -1), ewmaAverageRunLength(undefined, 1), 1e-12);
});

test('settings out of range have no run length', () => {
  assert.throws(() => cusumAverageRunLength({ slack: NaN, decisionInterval: 5 }), /invalid slack: NaN/);
  assert.throws(() => ewmaAverageRunLength({ weight: 2, limit: 3 }), /invalid weight: 2/);
});

const seed = 465;
test(`detectors run as long as is computed for them, in 2000 runs each, seed ${seed}`, () => {
  const random = new SeededRandom(seed);
  const level = { center: 20, deviation: 4 };
  const shewhart = { weight: 1, limit: 3 };
  const cases: [newDetector: () => Detector, shift: number, expected: number][] = [
    [() => cusumDetector(level), 0, cusumAverageRunLength()],
    [() => cusumDetector(level), 1, cusumAverageRunLength(undefined, 1)],
    [() => ewmaDetector(level), 0, ewmaAverageRunLength()],
    [() => ewmaDetector(level), 1, ewmaAverageRunLength(undefined, 1)],
    [() => ewmaDetector(level, shewhart), 0, ewmaAverageRunLength(shewhart)],
    [() => ewmaDetector(level, shewhart), 1, ewmaAverageRunLength(shewhart, 1)],
  ];
  const runs = 2000;
  for (const [newDetector, shift, expected] of cases) {
    let readings = 0;
    for (let run = 0; run < runs; run++) {
      const detector = newDetector();
      do readings++;
      while (detector.add(20 + 4 * (normal(random) + shift)) === 0);
    }
    // The deviation of a run length is about its mean: four standard errors of 2000 runs are 9 %.
    near(readings / runs, expected, 0.09);
  }
});

/** Box and Muller. */
function normal(random: SeededRandom): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** Within a share of the expected value. */
function near(found: number, expected: number, share: number): void {
  assert.ok(Math.abs(found / expected - 1) <= share, `${found} is not ${expected}`);
}
