import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeededRandom } from '../../testing/random.js';
import { studentTProbability, studentTQuantile } from './student-t.js';

test('studentTQuantile() gives the values of the printed tables', () => {
  // Upper points of Student's t as every table prints them: probability, degrees of freedom, t.
  const table = [
    [0.975, 1, 12.706],
    [0.95, 1, 6.314],
    [0.995, 1, 63.657],
    [0.975, 2, 4.303],
    [0.975, 5, 2.571],
    [0.95, 10, 1.812],
    [0.975, 10, 2.228],
    [0.995, 10, 3.169],
    [0.9995, 10, 4.587],
    [0.975, 30, 2.042],
    [0.975, 120, 1.98],
  ] as const;
  for (const [probability, degrees, expected] of table) {
    assert.equal(Number(studentTQuantile(probability, degrees).toFixed(3)), expected);
  }
});

test('studentTProbability() equals the closed forms of one, two and four degrees of freedom', () => {
  for (const t of [-40, -3, -1, -0.2, 0, 1e-6, 0.5, 1.7, 12, 300]) {
    const one = 0.5 + Math.atan(t) / Math.PI;
    const two = 0.5 + t / (2 * Math.sqrt(2 + t * t));
    const root = Math.sqrt(1 + (t * t) / 4);
    const four = 0.5 + (3 / 8) * (t / root) * (1 - (t * t) / (12 * root * root));
    near(studentTProbability(t, 1), one, 1e-14);
    near(studentTProbability(t, 2), two, 1e-14);
    near(studentTProbability(t, 4), four, 1e-14);
  }
});

test('studentTProbability() keeps the digits of a small tail', () => {
  // Two degrees of freedom, t = −1000: (1 − 1000/√1000002)/2 = 1/(2 (1000002 + 1000 √1000002)).
  const expected = 1 / (1_000_002 + 1000 * Math.sqrt(1_000_002));
  near(studentTProbability(-1000, 2) / expected, 1, 1e-12);
});

test('studentTProbability() is right for few and for very many degrees of freedom', () => {
  // Regularised incomplete beta function with 30 digits.
  const known = [
    [0.1, 2, 0.389177113901638],
    [0.3, 20, 0.142269391195043],
    [2.5, 5, 0.0117255949854309],
    [1e4, 1.7, 0.0445810113638525],
    [1e7, 1.7, 0.0445654783072067],
    [1000, 40, 5.23942607758669e-210],
  ];
  for (const [degrees, t, tail] of known) near(studentTProbability(-t, degrees) / tail, 1, 1e-12);
});

test('studentTProbability() comes near the normal distribution with many degrees of freedom', () => {
  near(studentTProbability(1.959963984540054, 1e7), 0.975, 1e-7);
});

const seed = 20260104;
test(`studentTQuantile() undoes studentTProbability(), seed ${seed}`, () => {
  const random = new SeededRandom(seed);
  for (let run = 0; run < 300; run++) {
    const degrees = 0.5 + random.next() * 60;
    const probability = 0.0001 + random.next() * 0.9998;
    near(studentTProbability(studentTQuantile(probability, degrees), degrees), probability, 1e-12);
  }
});

test('the functions of Student’s t name the argument they refuse', () => {
  assert.throws(() => studentTQuantile(1, 4), /invalid probability: 1, allowed: above 0 and below 1/);
  assert.throws(() => studentTQuantile(0.5, 0), /invalid degreesOfFreedom: 0, allowed: above 0/);
  assert.throws(() => studentTProbability(NaN, 4), /invalid t: NaN/);
});

function near(found: number, expected: number, within: number): void {
  assert.ok(Math.abs(found - expected) <= within, `${found} is not ${expected}`);
}
