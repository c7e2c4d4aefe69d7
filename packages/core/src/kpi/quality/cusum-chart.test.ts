import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cusumChart, cusumLimits, cusumNext, type CusumPoint } from './cusum-chart.js';
import { shiftedProcess } from './testing/published-data.js';

const montgomery = { center: 10, sigma: 1, reference: 0.5, decision: 5 };

test('CUSUM of the shifted process (Montgomery): point 29 signals, and the shift began after point 22', () => {
  const times = shiftedProcess.map((_, index) => 1000 * index);
  const { high, low } = cusumChart(shiftedProcess, montgomery, { times });
  assert.deepEqual(
    [27, 28, 29].map((index) => high.values[index].toFixed(2)),
    ['4.47', '5.28', '5.30'],
  );
  assert.deepEqual(
    high.out.map((index) => index + 1),
    [29, 30],
  );
  assert.deepEqual(high.findings, [
    { rule: 'cusum', at: 28, points: [22, 23, 24, 25, 26, 27, 28], from: 22_000, to: 28_000 },
  ]);
  assert.deepEqual(low.findings, []);
  assert.deepEqual([high.upper[0], high.center[0], high.lower[0]], [5, 0, 0]);
  assert.deepEqual([high.statistic, low.statistic], ['cusumHigh', 'cusumLow']);
});

test('cusumNext() needs the sums before and nothing else, and counts N⁺ = 7 at point 29', () => {
  let point: CusumPoint | undefined;
  for (const value of shiftedProcess.slice(0, 29)) point = cusumNext(montgomery, value, point);
  assert.equal(point?.highCount, 7);
  assert.equal(point.high, cusumChart(shiftedProcess, montgomery).high.values[28]);
});

test('cusumNext() counts how long each sum has been above 0', () => {
  const limits = { center: 0, sigma: 1, reference: 0.5, decision: 5 };
  let point: CusumPoint | undefined;
  const counts = [2, 1, -3, -3, 0.1, 9].map((value) => {
    point = cusumNext(limits, value, point);
    return [point.highCount, point.lowCount];
  });
  assert.deepEqual(counts, [
    [1, 0],
    [2, 0],
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 0],
  ]);
});

test('CUSUM goes both ways, as in the R package qcc', () => {
  const { high, low } = cusumChart([1.5, 0.5, 0.6, -1.5, -0.5, -0.8], {
    center: 0,
    sigma: 1,
    reference: 0.5,
    decision: 1,
  });
  const shown = (values: Float64Array) => Array.from(values, (value) => Number(value.toFixed(10)));
  assert.deepEqual(shown(high.values), [1, 1, 1.1, 0, 0, 0]);
  assert.deepEqual(shown(low.values), [0, 0, 0, 1, 1, 1.3]);
  // A sum of just h is no signal.
  assert.deepEqual([high.out, low.out], [[2], [5]]);
  assert.deepEqual(low.findings[0].points, [3, 4, 5]);
});

test('a shift is one finding, until the sum was 0 again', () => {
  const { high } = cusumChart([3, 3, 3, -9, 3, 3], { center: 0, sigma: 1, reference: 0.5, decision: 2 });
  assert.deepEqual(high.out, [0, 1, 2, 4, 5]);
  assert.deepEqual(
    high.findings.map(({ points }) => points),
    [[0], [4]],
  );
});

test('over a gap the sums stay as they are, and the shift is dated over it', () => {
  const limits = { center: 0, sigma: 2, reference: 0.5, decision: 1 };
  const { high } = cusumChart([2, undefined, 2, 2], limits);
  assert.deepEqual([...high.values], [1, NaN, 2, 3]);
  assert.deepEqual(high.findings[0].points, [0, 2, 3]);
});

test('cusumLimits() takes mean and sigma from the data, or the target that is given', () => {
  const limits = cusumLimits([1, 3, 1, 3]);
  assert.equal(limits?.center, 2);
  assert.equal(limits?.sigma.toFixed(4), Math.sqrt(Math.PI).toFixed(4));
  assert.deepEqual([limits?.reference, limits?.decision], [0.5, 5]);
  assert.equal(cusumLimits([1, 3], { target: 4 })?.center, 4);
  assert.equal(cusumLimits([]), undefined);
});

test('cusumLimits() and cusumChart() name what they refuse', () => {
  assert.throws(
    () => cusumLimits([1, 2], { reference: -1 }),
    /^RangeError: invalid reference: -1, allowed: 0 or more/,
  );
  assert.throws(() => cusumLimits([1, 2], { decision: 0 }), /invalid decision: 0, allowed: above 0/);
  assert.throws(() => cusumChart([NaN], montgomery), /invalid value: NaN, allowed: a finite number/);
  assert.throws(
    () => cusumChart([1], montgomery, { times: [1, 2] }),
    /invalid number of times: 2, allowed: 1/,
  );
});
