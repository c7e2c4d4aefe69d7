import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture, fixtures } from '../../testing/fixtures.js';
import { powerFactor, powerFactorAdjustment, type PowerFactorStep } from './power-factor.js';

/** 功率因数调整电费办法, standards 0.90, 0.85 and 0.80: test data, as tariffs are data. */
const standard90: readonly PowerFactorStep[] = [
  { from: 0, adjustment: 1.45, perHundredth: -0.02 },
  { from: 0.65, adjustment: 0.15, perHundredth: -0.01 },
  { from: 0.7, adjustment: 0.1, perHundredth: -0.005 },
  { from: 0.9, adjustment: 0, perHundredth: -0.0015 },
  { from: 0.95, adjustment: -0.0075 },
];
const standard85: readonly PowerFactorStep[] = [
  { from: 0, adjustment: 1.35, perHundredth: -0.02 },
  { from: 0.6, adjustment: 0.15, perHundredth: -0.01 },
  { from: 0.65, adjustment: 0.1, perHundredth: -0.005 },
  { from: 0.85, adjustment: 0, perHundredth: -0.001 },
  { from: 0.91, adjustment: -0.0065, perHundredth: -0.0015 },
  { from: 0.94, adjustment: -0.011 },
];

test('powerFactor() is |Ep| ÷ √(Ep² + Eq²), rounded to 0.01 for tariffs', () => {
  assert.equal(powerFactor(300, 400).value, 0.6);
  assert.equal(powerFactor(-300, 400).value, 0.6);
  assert.equal(powerFactor(100, 0).value, 1);
  assert.equal(powerFactor(0, 5).value, 0);
  assert.equal(powerFactor(1000, 450).value?.toFixed(6), '0.911922');
  assert.equal(powerFactor(1000, 450).rounded, 0.91);
});

test('powerFactor() has no value without one of its energies, or where both are 0', () => {
  for (const [active, reactive] of [
    [undefined, 1],
    [1, undefined],
    [0, 0],
  ] as const) {
    const found = powerFactor(active, reactive);
    assert.deepEqual(
      [found.value, found.rounded, found.bounds, found.coverage],
      [undefined, undefined, undefined, 0],
    );
  }
});

for (const [factor, share] of [
  [0.85, 0.025],
  [0.66, 0.14],
  [0.93, -0.0045],
  [0.98, -0.0075],
  [0.9, 0],
  [0.7, 0.1],
  [0.65, 0.15],
  [0.64, 0.17],
  [0.94, -0.006],
  [0.95, -0.0075],
  [0.8951, 0],
] as const) {
  test(`powerFactorAdjustment() of ${factor} against 0.90 is ${share}`, () => {
    assert.equal(powerFactorAdjustment(factor, standard90)?.toFixed(6), share.toFixed(6));
  });
}

for (const [factor, share] of [
  [0.85, 0],
  [0.84, 0.005],
  [0.9, -0.005],
  [0.91, -0.0065],
  [0.93, -0.0095],
  [0.97, -0.011],
  [0.63, 0.12],
] as const) {
  test(`powerFactorAdjustment() of ${factor} against 0.85 is ${share}`, () => {
    assert.equal(powerFactorAdjustment(factor, standard85)?.toFixed(6), share.toFixed(6));
  });
}

test('powerFactorAdjustment() says nothing below its table, and names what it refuses', () => {
  assert.equal(powerFactorAdjustment(0.5, standard90.slice(1)), undefined);
  assert.throws(() => powerFactorAdjustment(1.2, standard90), /invalid power factor: 1.2/);
  assert.throws(() => powerFactorAdjustment(0.9, [...standard90].reverse()), /invalid from: 0.9/);
});

fixtures('power factor of half a year', () => {
  const facts = JSON.parse(fixture('energy/facts.json'))['steel-2018-h1.csv'] as Record<string, number>;
  const { totalKWh, totalLaggingKVArh, totalLeadingKVArh } = facts;
  test('the power factor of the steel plant is 0.958496 with leading against lagging, 0.92 with lagging alone', () => {
    const net = powerFactor(totalKWh, totalLaggingKVArh - totalLeadingKVArh);
    assert.equal(net.value?.toFixed(6), String(facts['powerFactorFromTotals']));
    assert.equal(net.value?.toFixed(6), '0.958496');
    assert.equal(powerFactor(totalKWh, totalLaggingKVArh).rounded, 0.92);
  });
});
