import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CounterSeries } from '../../series/counter-series.js';
import { energyAmount } from './energy-amount.js';
import { energy } from './energy.js';

const minute = 60_000;
const hour = 60 * minute;

/** A register that is read at some minutes. */
function register(...readings: readonly (readonly [at: number, kilowattHours: number])[]): CounterSeries {
  const counter = new CounterSeries({});
  for (const [at, reading] of readings) counter.append(at * minute, reading, 0);
  return counter;
}

test('time after the last reading of a counter has no peak: it does not say that nothing was taken', () => {
  const record = { counter: register([0, 100], [60, 130]), power: undefined };
  const after = energy(record, { from: hour, to: 3 * hour });
  assert.equal(after.value, undefined);
  assert.equal(after.peak, undefined);
  assert.equal(after.coverage, 0);
});

test('a demand window that ends after the last reading is no peak', () => {
  const record = { counter: register([0, 100], [15, 110], [25, 130]), power: undefined };
  const { peak } = energy(record, { from: 0, to: hour });
  assert.equal(peak?.power, 40);
  assert.deepEqual(peak?.window, { from: 0, to: 15 * minute });
});

test('energy() refuses an interval that is none', () => {
  for (const [from, to] of [
    [hour, 0],
    [NaN, hour],
  ]) {
    assert.throws(() => energy({ counter: undefined, power: undefined }, { from, to }), {
      name: 'RangeError',
      message: `invalid interval: ${from} … ${to}, allowed: from ≤ to, milliseconds since the epoch`,
    });
  }
});

test('a counter that stood still has a peak of 0', () => {
  const record = { counter: register([0, 100], [60, 100]), power: undefined };
  assert.equal(energy(record, { from: 0, to: hour }).peak?.power, 0);
});

test('what the first increment of a meter says was used before it was measured', () => {
  const counter = new CounterSeries({ counting: 'increment' });
  for (const at of [15, 30, 45]) counter.append(at * minute, 5, 0);
  const record = { counter, power: undefined, ratedPower: 40 };
  const { value, meanPower, coverage, bounds } = energy(record, { from: 0, to: hour });
  assert.equal(value, 10);
  assert.equal(meanPower, 20);
  assert.equal(coverage, 0.5);
  assert.deepEqual(bounds, { low: 10, high: 30 });
  assert.equal(energyAmount(record, { from: 0, to: hour }).amount, 10);
});
