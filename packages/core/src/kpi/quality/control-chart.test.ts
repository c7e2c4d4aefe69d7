import assert from 'node:assert/strict';
import { test } from 'node:test';
import { controlChart, controlPosition } from './control-chart.js';

const limits = { center: 2, lower: 0, upper: 8 };

test('controlPosition() is 0 on the centre line and 3 on a limit, on each side by its own distance', () => {
  assert.deepEqual(
    [2, 8, 0, 5, 1, 10].map((value) => controlPosition(value, limits)),
    [0, 3, -3, 1.5, -1.5, 4],
  );
  assert.ok(Number.isNaN(controlPosition(NaN, limits)));
});

test('controlPosition() of a limit on the centre line is without end beyond it', () => {
  const none = { center: 1, lower: 1, upper: 1 };
  assert.deepEqual(
    [1, 1.5, 0.5].map((value) => controlPosition(value, none)),
    [0, Infinity, -Infinity],
  );
});

test('a chart lists the points beyond the limits whatever rules were chosen', () => {
  const values = Float64Array.of(9, NaN, 8, -1);
  const chart = controlChart('range', values, () => limits, { rules: [] });
  assert.deepEqual([chart.out, chart.findings], [[0, 3], []]);
  assert.equal(chart.times, undefined);
});

test('a chart explains its findings by the time in which the pattern came about', () => {
  const values = Float64Array.of(9, 3, 3, 9);
  const times = [100, 200, 300, 400];
  const { findings } = controlChart('mean', values, () => limits, { rules: ['nelson1', 'nelson5'], times });
  assert.deepEqual(findings, [
    { rule: 'nelson1', at: 0, points: [0], from: 100, to: 100 },
    { rule: 'nelson1', at: 3, points: [3], from: 400, to: 400 },
  ]);
  const pair = controlChart('mean', Float64Array.of(7, 3, 7), () => limits, {
    rules: ['nelson5'],
    times: [1, 2, 3],
  });
  assert.deepEqual(pair.findings, [{ rule: 'nelson5', at: 2, points: [0, 2], from: 1, to: 3 }]);
});
