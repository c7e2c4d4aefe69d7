import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CounterSeries } from '../../series/counter-series.js';
import { TextSeries } from '../../series/text-series.js';
import { subtract } from '../../time/interval.js';
import {
  cycleAmount,
  production,
  type ProductionPlan,
  type ProductionRecord,
  targetAmount,
} from './production.js';

const minute = 60_000;
const hour = 60 * minute;

function counter(...readings: readonly (readonly [time: number, reading: number])[]): CounterSeries {
  const series = new CounterSeries();
  for (const [time, reading] of readings) series.append(time, reading, 0);
  return series;
}

function machine(extra: Partial<ProductionRecord>): ProductionRecord {
  return {
    states: undefined,
    produced: undefined,
    good: undefined,
    scrap: undefined,
    rework: undefined,
    products: undefined,
    idealCycle: () => undefined,
    ...extra,
  };
}

/** 60 an hour, with a break from 1:30 to 1:45. */
const plan: ProductionPlan = {
  time: (interval) => subtract(interval, [{ from: 1.5 * hour, to: 1.75 * hour }]),
  amount: (interval) => targetAmount(60, plan.time(interval)),
};
const threeHours = [0, 1, 2].map((index) => ({ from: index * hour, to: (index + 1) * hour }));

test('production() of a worked example: hours, distance to the plan and forecast', () => {
  // 50 in the first hour, 40 in the second with its break, 10 in the first half of the third.
  const good = counter([0, 100], [hour - 1, 150], [2 * hour - 1, 190], [2.5 * hour - 1, 200]);
  const result = production([machine({ good })], threeHours, 2.5 * hour, plan);
  assert.deepEqual(
    result.hours.map(({ good, planned, due, plannedTime }) => [good, planned, due, plannedTime / minute]),
    [
      [50, 60, 60, 60],
      [40, 45, 45, 45],
      [10, 60, 30, 60],
    ],
  );
  assert.equal(result.planned, 165);
  assert.equal(result.due, 135);
  assert.equal(result.good, 100);
  assert.equal(result.distance, -35);
  // One a minute is due, so 35 pieces are 35 min of planned time.
  assert.equal(result.distanceTime, 35 * minute);
  // The last planned hour reaches from 1:15 to 2:30 over the break: 40 + 10 pieces.
  assert.equal(result.rate, 50);
  assert.equal(result.forecast, 125);
  assert.equal(result.coverage, 1);
});

test('production() of an interval that is over has no forecast', () => {
  const result = production([machine({ good: counter([0, 0], [hour, 9]) })], threeHours, 4 * hour, plan);
  assert.equal(result.rate, undefined);
  assert.equal(result.forecast, undefined);
  assert.equal(result.due, result.planned);
});

test('production() needs ten minutes of planned time before it foretells', () => {
  const good = counter([0, 0], [5 * minute, 5]);
  assert.equal(production([machine({ good })], threeHours, 9 * minute, plan).forecast, undefined);
  assert.notEqual(production([machine({ good })], threeHours, 10 * minute, plan).forecast, undefined);
});

test('production() foretells nothing while the counters are silent', () => {
  const good = counter([0, 0], [hour, 50]);
  const at = (countsKnownUntil: number) =>
    production([machine({ good, countsKnownUntil })], threeHours, 2 * hour, plan);
  assert.equal(at(1.25 * hour).forecast, undefined);
  assert.equal(at(1.25 * hour).distance, -55);
  assert.notEqual(at(Infinity).forecast, undefined);
});

test('production() takes good pieces from produced, scrap and rework', () => {
  const record = machine({
    produced: counter([0, 0], [10, 30]),
    scrap: counter([0, 0], [10, 4]),
    rework: counter([0, 0], [10, 1]),
  });
  const [first] = production([record], threeHours, 3 * hour, plan).hours;
  assert.deepEqual([first.produced, first.good, first.scrap, first.rework], [30, 25, 4, 1]);
});

test('production() keeps zero apart from missing, and says how much of the time was known', () => {
  const late = machine({ good: counter([1.5 * hour, 0], [1.6 * hour, 3]) });
  const result = production([late], threeHours, 3 * hour, plan);
  assert.deepEqual(
    result.hours.map(({ good, coverage }) => [good, coverage]),
    [
      [undefined, 0],
      [3, 0.5],
      [0, 1],
    ],
  );
  assert.equal(result.coverage, 0.5);
  const silent = machine({ good: counter([0, 0], [10, 3]), countsKnownUntil: hour });
  assert.deepEqual(
    production([silent], threeHours, 3 * hour, plan).hours.map(({ good }) => good),
    [3, undefined, undefined],
  );
});

test('production() has no figures where nothing is counted, and a plan all the same', () => {
  const result = production([], threeHours, hour, plan);
  assert.equal(result.good, undefined);
  assert.equal(result.distance, undefined);
  assert.equal(result.planned, 165);
  assert.equal(production([], [], hour, plan).good, undefined);
});

test('production() adds what machines made side by side', () => {
  const a = machine({ good: counter([0, 0], [10, 7]) });
  const b = machine({ good: counter([0, 50], [hour, 55]) });
  const result = production([a, b], threeHours, 3 * hour, plan);
  assert.deepEqual(
    result.hours.map(({ good }) => good),
    [7, 5, 0],
  );
  assert.equal(result.good, 12);
});

test('cycleAmount() takes each product by its own cycle, and has no answer for one without', () => {
  const products = new TextSeries();
  products.append(0, 'a', 0);
  products.append(hour / 2, 'b', 0);
  const record = (b: number | undefined) =>
    machine({ products, idealCycle: (product) => (product === 'a' ? minute : b) });
  const planned = [{ from: 0, to: hour }];
  assert.equal(cycleAmount(record(2 * minute), planned, 0.8), 0.8 * (30 + 15));
  assert.equal(cycleAmount(record(undefined), planned, 0.8), undefined);
});
