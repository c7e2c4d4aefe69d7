import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { cusumDetector } from './cusum-detector.js';
import { dataQualityDetector } from './data-quality-detector.js';
import type { Detector } from './detector.js';
import { ewmaDetector } from './ewma-detector.js';
import { robustLevel, robustZSettings } from './robust-z.js';

// Montgomery's data of a shift: centre 10, deviation 1, the mean moves to 11 after the 20th value.
const shifted = [
  9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62,
  10.31, 8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
];
const level = { center: 10, deviation: 1 };
const signals = (detector: Detector, readings: readonly number[]) =>
  readings.map((reading) => detector.add(reading));

test('CUSUM finds the shift of Montgomery at the 29th value, and dates it after the 22nd', () => {
  const detector = cusumDetector(level, { slack: 0.5, decisionInterval: 5 });
  assert.deepEqual(signals(detector, shifted.slice(0, 28)), new Array(28).fill(0));
  assert.equal((5 * detector.score).toFixed(2), '4.47');
  assert.equal(detector.add(shifted[28]), 1);
  assert.equal((5 * detector.score).toFixed(2), '5.28');
  assert.equal(detector.run, 7);
  assert.equal(detector.score.toFixed(3), '1.056');
  assert.equal(detector.add(shifted[29]), 1);
  assert.equal((5 * detector.score).toFixed(2), '5.30');
});

test('CUSUM gives the sums and signals of the qcc vector', () => {
  const detector = cusumDetector({ center: 0, deviation: 1 }, { slack: 0.5, decisionInterval: 1 });
  const rows = [1.5, 0.5, 0.6, -1.5, -0.5, -0.8].map((reading) => {
    const departure = detector.add(reading);
    return [Number(detector.score.toFixed(9)), detector.run, departure];
  });
  // C⁺ 1, 1, 1.1, 0, 0, 0 and C⁻ 0, 0, 0, 1, 1, 1.3, with h = 1.
  assert.deepEqual(rows, [
    [1, 1, 0],
    [1, 2, 0],
    [1.1, 3, 1],
    [1, 1, 0],
    [1, 2, 0],
    [1.3, 3, -1],
  ]);
});

test('CUSUM ends an alarm some time after its cause, however long that lasted', () => {
  const detector = cusumDetector(level, { slack: 0.5, decisionInterval: 5 });
  for (let index = 0; index < 10_000; index++) detector.add(20);
  assert.equal(detector.score, 2);
  let readings = 0;
  while (detector.add(10) === 1) readings++;
  assert.equal(readings, 9);
});

test('EWMA finds the shift of Montgomery at the 29th value', () => {
  const detector = ewmaDetector(level, { weight: 0.1, limit: 2.7 });
  // The distance of the average from the centre; the limits are 2.7·√(0.1 ÷ 1.9) away.
  const distance = () => 2.7 * Math.sqrt(0.1 / 1.9) * detector.score;
  assert.equal(detector.add(shifted[0]), 0);
  assert.equal(distance().toFixed(3), '0.055');
  assert.deepEqual(signals(detector, shifted.slice(1, 28)), new Array(27).fill(0));
  assert.equal(distance().toFixed(4), '0.5731');
  assert.equal(detector.add(shifted[28]), 1);
  assert.equal(distance().toFixed(4), '0.6468');
  // The average crossed the centre with the 20th value.
  assert.equal(detector.run, 10);
});

test('EWMA gives the averages of NIST and of qcc, and no signal', () => {
  const nist = [
    52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6,
    52.4, 53.6, 52.1,
  ];
  const averages = [
    50.6, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52, 50.05, 49.38,
    49.92, 50.73, 51.23, 51.94, 51.99,
  ];
  const detector = ewmaDetector({ center: 50, deviation: 2.0539 }, { weight: 0.3, limit: 3 });
  for (const [index, reading] of nist.entries()) {
    assert.equal(detector.add(reading), 0);
    // The limits are 2.5884 away: 47.4115 and 52.5884.
    assert.equal((2.5884 * detector.score).toFixed(2), Math.abs(averages[index] - 50).toFixed(2));
  }
  // Limits 52.5884 and 47.4116: the last average is (51.99 − 50) ÷ 2.5884 of the way.
  assert.equal(detector.score.toFixed(2), '0.77');
  const qcc = ewmaDetector({ center: 10, deviation: 2 }, { weight: 0.5, limit: 3 });
  assert.deepEqual(
    // Averages 10.5, 11.75, 11.875 around 10, limits 6·√(0.5 ÷ 1.5) away.
    [11, 13, 12].map((reading) => (qcc.add(reading), Number((Math.sqrt(12) * qcc.score).toFixed(9)))),
    [0.5, 1.75, 1.875],
  );
});

test('robust z signals beyond its limit only, on either side', () => {
  const detector = ewmaDetector(level, robustZSettings);
  assert.deepEqual(signals(detector, [13.5, 13.51, 10, 6.5, 6.4]), [0, 1, 0, 0, -1]);
  assert.equal(detector.score.toFixed(3), '1.029');
});

test('the level of a robust detector has the resolution of the sensor as its least deviation', () => {
  assert.deepEqual(robustLevel({ median: 5, robustDeviation: 0 }, 0.1), { center: 5, deviation: 0.1 });
  assert.deepEqual(robustLevel({ median: 5, robustDeviation: 2 }, 0.1), { center: 5, deviation: 2 });
  assert.throws(
    () => robustLevel({ median: 5, robustDeviation: 2 }, 0),
    /invalid resolution: 0, allowed: above 0/,
  );
});

test('a detector names the setting it refuses', () => {
  assert.throws(() => ewmaDetector({ center: 0, deviation: 0 }), /invalid deviation: 0, allowed: above 0/);
  assert.throws(() => ewmaDetector({ center: NaN, deviation: 1 }), /invalid center: NaN/);
  assert.throws(
    () => ewmaDetector(level, { weight: 0, limit: 3 }),
    /invalid weight: 0, allowed: above 0, at most 1/,
  );
  assert.throws(() => cusumDetector(level, { slack: -1, decisionInterval: 5 }), /invalid slack: -1/);
  assert.throws(() => cusumDetector(level, { slack: 0, decisionInterval: 0 }), /invalid decisionInterval: 0/);
  assert.throws(() => ewmaDetector(level, { weight: 1, limit: 0 }), /invalid limit: 0, allowed: above 0/);
  assert.throws(() => dataQualityDetector({ stuckCount: 1 }), /invalid stuckCount: 1, allowed: 2 or more/);
  assert.throws(() => dataQualityDetector({ maximumGap: 0 }), /invalid maximumGap: 0, allowed: above 0/);
});

test('a gap, a jump and standing still are found in the readings themselves', () => {
  const detector = dataQualityDetector({ maximumGap: 5000, maximumRate: 2, stuckCount: 3 });
  const rows: [reading: number, time: number][] = [
    [1, 0],
    [3, 1000],
    [5.1, 2000],
    [5.1, 3000],
    [5.1, 4000],
    [5.1, 5000],
    [5, 6000],
    [5, 11_001],
    [90, 20_000],
  ];
  const none = undefined;
  assert.deepEqual(
    rows.map(([reading, time]) => detector.add(reading, time)),
    [none, none, 'rate', none, 'stuck', 'stuck', none, 'gap', 'gap'],
  );
});

test('what has no limit is not watched', () => {
  const detector = dataQualityDetector({});
  assert.deepEqual(
    [0, 0, 1e9].map((reading, index) => detector.add(reading, index * 1e9)),
    [undefined, undefined, undefined],
  );
});
