import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hour, minute, observedPress, shifts } from '../testing/observed-press.js';
import { equipmentPareto, equipmentSpeedLoss, equipmentStops } from './equipment-stops.js';

const twoHours = { from: 0, to: 2 * hour };

test('stops have their machine, shift, reason, comment, product and loss', () => {
  const stops = equipmentStops(observedPress(shifts), 'line', twoHours);
  assert.deepEqual(
    stops.map(({ from, to, equipment, shift, state, reason, comment, product, loss }) => [
      from / minute,
      to / minute,
      equipment,
      shift,
      state,
      reason,
      comment,
      product,
      loss,
    ]),
    [
      [20, 40, 'press', 'A', 'fault', 'jam', 'sheet stuck', 'a', 'equipmentFailure'],
      [60, 63, 'press', 'A', 'idle', undefined, undefined, 'a', 'idlingAndMinorStops'],
      [80, 90, 'press', { en: 'B', zh: '乙' }, 'idle', 'changeover', undefined, 'a', 'setupAndAdjustment'],
    ],
  );
});

test('a Pareto by reason, machine, product, shift or loss has the same time', () => {
  const twin = observedPress(shifts);
  const rows = (by: 'reason' | 'machine' | 'product' | 'shift' | 'loss') =>
    equipmentPareto(twin, 'line', twoHours, by).map(({ key, duration, count }) => [
      key,
      duration / minute,
      count,
    ]);
  assert.deepEqual(rows('reason'), [
    ['jam', 20, 1],
    ['changeover', 10, 1],
    [undefined, 3, 1],
  ]);
  assert.deepEqual(rows('machine'), [['press', 33, 3]]);
  assert.deepEqual(rows('product'), [
    ['a', 28, 3],
    ['b', 5, 0],
  ]);
  assert.deepEqual(rows('shift'), [
    ['A', 22, 2],
    [{ en: 'B', zh: '乙' }, 11, 1],
  ]);
  assert.deepEqual(rows('loss'), [
    ['equipmentFailure', 20, 1],
    ['setupAndAdjustment', 10, 1],
    ['idlingAndMinorStops', 3, 1],
  ]);
});

test('the speed loss of a line is that of each machine that tells its cycles', () => {
  const twin = observedPress();
  twin.observe([
    { signal: 'press/cycleTime', time: 10 * minute, value: 61 },
    { signal: 'press/cycleTime', time: 12 * minute, value: 66 },
  ]);
  const [press, ...others] = equipmentSpeedLoss(twin, 'line', twoHours);
  assert.equal(press.equipment, 'press');
  assert.equal(press.value, 7000);
  assert.equal(press.products[0].product, 'a');
  assert.equal(others.length, 0);
});
