import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ewmaChart,
  type EwmaLimits,
  ewmaLimits,
  ewmaLimitsAt,
  ewmaNext,
  type EwmaPoint,
} from './ewma-chart.js';
import { ewmaExample, jets, shiftedProcess } from './testing/published-data.js';

test('EWMA of the NIST example (6.3.2.4): averages and limits to the printed digits, no signal', () => {
  const limits = { center: 50, sigma: 2.0539, weight: 0.3, width: 3 };
  const chart = ewmaChart(ewmaExample, limits);
  assert.equal(
    Array.from(chart.values, (value) => value.toFixed(2)).join(' '),
    '50.60 49.52 50.56 50.18 50.16 49.21 49.75 49.85 50.26 50.33 50.11 49.36 49.52 50.05 49.38 49.92 50.73 51.23 51.94 51.99',
  );
  const steady = ewmaLimitsAt(limits);
  assert.deepEqual([steady.upper.toFixed(4), steady.lower.toFixed(4)], ['52.5884', '47.4116']);
  assert.deepEqual([chart.out, chart.findings], [[], []]);
  assert.equal(chart.statistic, 'ewma');
});

test('EWMA of the shifted process (Montgomery): the first signal is point 29', () => {
  const chart = ewmaChart(shiftedProcess, { center: 10, sigma: 1, weight: 0.1, width: 2.7 });
  assert.equal(chart.values[0].toFixed(3), '9.945');
  assert.deepEqual([chart.values[27].toFixed(4), chart.upper[27].toFixed(4)], ['10.5731', '10.6186']);
  assert.deepEqual([chart.values[28].toFixed(4), chart.upper[28].toFixed(4)], ['10.6468', '10.6187']);
  assert.deepEqual(
    chart.out.map((index) => index + 1),
    [29, 30],
  );
  assert.deepEqual(chart.findings[0], { rule: 'ewma', at: 28, points: [28], from: undefined, to: undefined });
});

test('EWMA limits widen with each value, as in the R package qcc', () => {
  const limits = { center: 10, sigma: 2, weight: 0.5, width: 1 };
  const chart = ewmaChart([11, 13, 12], limits);
  assert.deepEqual([...chart.values], [10.5, 11.75, 11.875]);
  assert.deepEqual(
    Array.from(chart.upper, (upper) => ((upper - 10) ** 2).toFixed(10)),
    ['1.0000000000', '1.2500000000', '1.3125000000'],
  );
});

test('ewmaNext() needs the point before and nothing else', () => {
  const limits = { center: 10, sigma: 1, weight: 0.1, width: 2.7 };
  let point: EwmaPoint | undefined;
  for (const value of shiftedProcess) point = ewmaNext(limits, value, point);
  assert.ok(point);
  assert.equal(point.count, 30);
  assert.equal(point.value, ewmaChart(shiftedProcess, limits).values[29]);
  assert.equal(ewmaLimitsAt(limits, point.count).upper, ewmaChart(shiftedProcess, limits).upper[29]);
});

test('over a gap the average and its limits stay as they are', () => {
  const limits = { center: 10, sigma: 2, weight: 0.5, width: 1 };
  const chart = ewmaChart([undefined, 11, undefined, 13], limits, { times: [1, 2, 3, 4] });
  assert.deepEqual([...chart.values], [NaN, 10.5, NaN, 11.75]);
  assert.equal((chart.upper[3] - 10) ** 2, 1.2500000000000002);
  // Distances 0.5 of 1 and 1.75 of 1.118.
  assert.deepEqual(chart.findings, [{ rule: 'ewma', at: 3, points: [3], from: 4, to: 4 }]);
});

test('with a weight of 1 it is the chart of single values', () => {
  const limits = ewmaLimits(jets, { weight: 1 }) as EwmaLimits;
  const chart = ewmaChart(jets, limits);
  assert.deepEqual([...chart.values], jets);
  assert.deepEqual([chart.upper[0].toFixed(4), chart.lower[19].toFixed(4)], ['94.5510', '66.2290']);
});

test('ewmaLimits() takes mean and sigma from the data, or the target that is given', () => {
  const limits = ewmaLimits([1, 3, undefined, 3, 1]);
  assert.equal(limits?.center, 2);
  assert.equal(limits?.sigma.toFixed(4), Math.sqrt(Math.PI).toFixed(4));
  assert.deepEqual([limits?.weight, limits?.width], [0.2, 3]);
  assert.equal(ewmaLimits([1, 3], { target: 5 })?.center, 5);
  assert.equal(ewmaLimits([1]), undefined);
});

test('ewmaLimits() and ewmaChart() name what they refuse', () => {
  assert.throws(
    () => ewmaLimits([1, 2], { weight: 0 }),
    /^RangeError: invalid weight: 0, allowed: above 0, at most 1/,
  );
  assert.throws(() => ewmaLimits([1, 2], { width: 0 }), /invalid width: 0, allowed: above 0/);
  const limits = { center: 0, sigma: 1, weight: 0.2, width: 3 };
  assert.throws(() => ewmaChart([Infinity], limits), /invalid value: Infinity, allowed: a finite number/);
});
