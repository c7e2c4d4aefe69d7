import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stateCode } from '../../model/equipment-state.js';
import { CounterSeries } from '../../series/counter-series.js';
import { NumberSeries } from '../../series/number-series.js';
import { StateSeries } from '../../series/state-series.js';
import { TextSeries } from '../../series/text-series.js';
import { speedLoss, type SpeedRecord } from './speed-loss.js';

const second = 1000;
const interval = { from: 0, to: 200 * second };

/** Runs for 200 s; each row is the end of a cycle and how long it took, in seconds. */
function machine(
  cycles: [at: number, seconds: number | undefined][],
  extra: Partial<SpeedRecord> = {},
): SpeedRecord {
  const cycleTimes = new NumberSeries();
  const produced = new CounterSeries();
  produced.append(-1, 0, 0);
  cycles.forEach(([at, seconds], index) => {
    cycleTimes.append(at * second, seconds ?? 0, seconds === undefined ? 2 : 0);
    produced.append(at * second, index + 1, 0);
  });
  const states = new StateSeries();
  states.append(0, stateCode.running, '', 0);
  const none = { good: undefined, scrap: undefined, rework: undefined, products: undefined };
  return { ...none, states, produced, cycleTimes, idealCycle: () => 30 * second, ...extra };
}

const five: [number, number][] = [
  [30, 30],
  [62, 32],
  [100, 38],
  [128, 28],
  [180, 45],
];

test('speedLoss() adds up what each cycle took above the ideal one, faster ones included', () => {
  const result = speedLoss(machine(five), [interval]);
  assert.equal(result.value, (0 + 2 + 8 - 2 + 15) * second);
  assert.deepEqual(result.products, [
    {
      product: undefined,
      idealCycle: 30_000,
      cycles: 5,
      time: 173_000,
      lostTime: 23_000,
      slowCycles: 3,
      mean: 34_600,
      minimum: 28_000,
      lowerQuartile: 30_000,
      median: 32_000,
      upperQuartile: 38_000,
      maximum: 45_000,
    },
  ]);
  assert.equal(result.coverage, 1);
  assert.deepEqual(result.warnings, []);
});

test('the loss from counts is that of the cycles and the run time between them', () => {
  const { inputs } = speedLoss(machine(five), [interval]);
  assert.deepEqual(inputs, {
    cycles: 5,
    cycleTime: 173_000,
    idealCycleTime: 150_000,
    productionTime: 200_000,
    producedCount: 5,
    countedLoss: 50_000,
    difference: 27_000,
  });
  const without = speedLoss(
    machine([
      [50, 50],
      [100, 50],
      [150, 50],
      [200, 50],
    ]),
    [{ from: 0, to: 200_001 }],
  );
  assert.equal(without.value, 80_000);
  assert.equal(without.inputs.difference, 1);
});

test('a cycle belongs to the time in which it ends and to the product that is set then', () => {
  const products = new TextSeries();
  products.append(0, 'A', 0);
  products.append(90 * second, 'B', 0);
  const idealCycle = (product: string | undefined) => (product === 'A' ? 30 : 25) * second;
  const result = speedLoss(machine(five, { products, idealCycle }), [
    { from: 31 * second, to: 128 * second },
    { from: 128 * second, to: 180 * second },
  ]);
  assert.deepEqual(
    result.products.map(({ product, cycles, lostTime }) => [product, cycles, lostTime]),
    [
      ['A', 1, 2000],
      ['B', 2, 16_000],
    ],
  );
});

test('what a source did not tell is no cycle, and the count beside it says so', () => {
  const result = speedLoss(
    machine([
      [30, 30],
      [60, undefined],
      [90, 31],
    ]),
    [interval],
  );
  assert.equal(result.value, 1000);
  assert.deepEqual(result.warnings, [{ key: 'cyclesDifferFromCount', subjects: ['2', '3'] }]);
});

test('without cycles there is no value, without an ideal cycle the distribution stands alone', () => {
  const none = speedLoss(machine([], { cycleTimes: undefined }), [interval]);
  assert.equal(none.value, undefined);
  assert.deepEqual(none.products, []);
  const unrated = speedLoss(machine(five, { idealCycle: () => undefined }), [interval]);
  assert.equal(unrated.value, undefined);
  assert.equal(unrated.products[0].median, 32_000);
  assert.equal(unrated.products[0].lostTime, undefined);
  assert.equal(unrated.inputs.difference, undefined);
  assert.deepEqual(unrated.warnings[0], { key: 'noIdealCycle', subjects: [''] });
  assert.equal(speedLoss(machine(five), []).coverage, undefined);
});
