import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CoalFactor, EmissionFactor } from '../../model/workshop-types.js';
import type { CarrierAmount } from './carrier-amount.js';
import { emissions } from './emissions.js';
import { specificEnergyConsumption } from './specific-energy.js';
import { standardCoal } from './standard-coal.js';

const used = (carrier: string, amount: number | undefined, year = 2026): CarrierAmount => ({
  carrier,
  amount,
  year,
});

const coal: readonly CoalFactor[] = [
  { carrier: 'electricity', factor: 0.1229, basis: 'equivalent', source: 'GB/T 2589-2020' },
  { carrier: 'gas', factor: 1.33, basis: 'equivalent' },
  { carrier: 'diesel', factor: 1.4571, basis: 'equivalent' },
  { carrier: 'electricity', factor: 0.3, basis: 'primary', year: 2024 },
];

test('standardCoal() of 10,000 kWh, 500 m³ of gas and 2 t of diesel is 4,808.2 kgce', () => {
  const found = standardCoal([used('electricity', 10_000), used('gas', 500), used('diesel', 2000)], coal);
  assert.equal(found.value?.toFixed(1), '4808.2');
  assert.deepEqual(
    found.inputs.parts.map(({ carrier, value }) => [carrier, value?.toFixed(1)]),
    [
      ['electricity', '1229.0'],
      ['gas', '665.0'],
      ['diesel', '2914.2'],
    ],
  );
  assert.equal(found.inputs.parts[0].factor?.source, 'GB/T 2589-2020');
  assert.deepEqual(found.bounds, { low: found.value, high: found.value });
  assert.equal(found.coverage, 1);
  assert.deepEqual(found.warnings, []);
});

test('standardCoal() never mixes the two bases', () => {
  assert.equal(standardCoal([used('electricity', 100)], coal, 'primary').value, 30);
  const mixed = standardCoal([used('electricity', 100), used('gas', 5)], coal, 'primary');
  assert.deepEqual([mixed.value, mixed.bounds], [undefined, undefined]);
  assert.deepEqual(mixed.warnings, [{ key: 'otherCoalBasis', subjects: ['gas'] }]);
});

test('standardCoal() leaves out and names a carrier without a factor: air that is made on the site counts once', () => {
  const found = standardCoal([used('electricity', 100), used('air', 900)], coal);
  assert.equal(found.value?.toFixed(6), '12.290000');
  assert.deepEqual(found.warnings, [{ key: 'noCoalFactor', subjects: ['air'] }]);
  const none = standardCoal([used('air', 900)], coal);
  assert.deepEqual([none.value, none.bounds, none.coverage], [undefined, undefined, undefined]);
});

test('standardCoal() adds what was measured; coverage and bounds say what is missing', () => {
  const half = { ...used('gas', 100), bounds: { low: 100, high: 300 }, coverage: 0.5 };
  const found = standardCoal([used('electricity', 1000), half], coal);
  assert.equal(found.value?.toFixed(6), '255.900000');
  assert.equal(found.bounds?.low.toFixed(6), '255.900000');
  assert.equal(found.bounds?.high.toFixed(6), '521.900000');
  assert.equal(found.coverage, 0.75);
  const unmeasured = standardCoal([used('electricity', 1000), used('gas', undefined)], coal);
  assert.deepEqual([unmeasured.bounds, unmeasured.coverage], [undefined, 0.5]);
  assert.equal(standardCoal([used('gas', undefined)], coal).value, undefined);
});

const grid: readonly EmissionFactor[] = [
  { carrier: 'electricity', factor: 0.5366, year: 2022, source: 'MEE' },
  { carrier: 'electricity', factor: 0.5306, year: 2023, source: 'MEE' },
  { carrier: 'electricity', factor: 0.1, year: 2023, method: 'market', source: 'contract' },
  { carrier: 'gas', factor: 2 },
];

test('emissions() are those of the factor of each year, which the inputs name', () => {
  const found = emissions([used('electricity', 1000, 2022), used('electricity', 2000, 2023)], grid);
  assert.equal(found.value?.toFixed(6), '1597.800000');
  assert.deepEqual(
    found.inputs.parts.map(({ factor }) => [factor?.year, factor?.source]),
    [
      [2022, 'MEE'],
      [2023, 'MEE'],
    ],
  );
  assert.equal(found.inputs.method, 'location');
});

test('emissions() by the market take the factor of the contract; what has none that of its location, and say so', () => {
  const found = emissions([used('electricity', 1000, 2023), used('gas', 10)], grid, 'market');
  assert.equal(found.value, 120);
  assert.deepEqual(found.warnings, [{ key: 'noMarketFactor', subjects: ['gas'] }]);
  assert.equal(found.inputs.parts[0].factor?.method, 'market');
});

test('emissions() assume no factor', () => {
  const found = emissions([used('steam', 5)], grid);
  assert.equal(found.value, undefined);
  assert.deepEqual(found.warnings, [{ key: 'noEmissionFactor', subjects: ['steam'] }]);
});

test('specificEnergyConsumption() is energy ÷ good units with the bounds of the energy; nothing good, no value', () => {
  const kpi = { value: 240, bounds: { low: 240, high: 300 }, coverage: 0.8, warnings: [] };
  const found = specificEnergyConsumption(kpi, 120);
  assert.equal(found.value, 2);
  assert.deepEqual(found.bounds, { low: 2, high: 2.5 });
  assert.equal(found.coverage, 0.8);
  for (const count of [0, undefined, -1]) {
    const none = specificEnergyConsumption(kpi, count);
    assert.deepEqual([none.value, none.bounds], [undefined, undefined]);
    assert.deepEqual(none.warnings, [{ key: 'noGoodCount', subjects: [] }]);
  }
});

test('an amount that is no number is refused', () => {
  const amounts = [{ carrier: 'gas', amount: NaN, year: 2026 }];
  const message = 'invalid amount: NaN, allowed: a finite number';
  assert.throws(() => emissions(amounts, [{ carrier: 'gas', factor: 2 }]), { name: 'RangeError', message });
});
