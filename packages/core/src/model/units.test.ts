import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversion } from './units.js';

const cases: readonly [string, string, number, number][] = [
  ['Wh', 'kWh', 3170, 3.17],
  ['MWh', 'kWh', 1.5, 1500],
  ['MJ', 'kWh', 3.6, 1],
  ['kWh', 'MJ', 1, 3.6],
  ['GJ', 'kWh', 0.36, 100],
  ['J', 'Wh', 7200, 2],
  ['W', 'kW', 1234, 1.234],
  ['MW', 'kW', 0.5, 500],
  ['°F', '°C', 212, 100],
  ['K', '°C', 273.15, 0],
  ['°C', '°F', -40, -40],
  ['°F', 'K', 32, 273.15],
  ['min', 's', 1.5, 90],
  ['h', 'min', 2, 120],
  ['g', 'kg', 250, 0.25],
  ['t', 'kg', 0.5, 500],
  ['mm', 'm', 12, 0.012],
  ['bar', 'kPa', 6, 600],
  ['rpm', '1/s', 90, 1.5],
];
for (const [from, to, value, expected] of cases) {
  test(`${value} ${from} are ${expected} ${to}`, () => {
    assert.equal(conversion(from, to)?.(value), expected);
  });
}

test('conversion() has nothing to do between equal units, known or not', () => {
  assert.equal(conversion('kWh', 'kWh'), undefined);
  assert.equal(conversion('pallets', 'pallets'), undefined);
  assert.equal(conversion('rpm', '1/min'), undefined);
});

test('conversion() refuses units that do not measure the same thing and names what is allowed', () => {
  assert.throws(() => conversion('kg', 'kWh'), {
    name: 'RangeError',
    message: 'invalid unit: kg, allowed: J, kJ, Wh, MJ, kWh, GJ, MWh, GWh',
  });
  assert.throws(() => conversion('kW', '°C'), { message: 'invalid unit: kW, allowed: °C, °F, K' });
  assert.throws(() => conversion('toString', 'kWh'), RangeError);
  assert.throws(() => conversion('boxes', 'pcs'), { message: 'invalid unit: boxes, allowed: pcs' });
});
