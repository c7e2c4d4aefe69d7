import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qualityCode } from '../../model/quality.js';
import { NumberSeries } from '../../series/number-series.js';
import { fixture, fixtures } from '../../testing/fixtures.js';
import { energy } from './energy.js';
import { intervalPower } from './interval-readings.js';
import { steelPlantPower, steelPlantRows } from '../../testing/steel-plant.js';

const quarter = 900_000;
const written = (time: number) => new Date(time).toISOString();

test('intervalPower() is the mean power of each interval from its begin, and bad where no row follows', () => {
  assert.deepEqual(
    intervalPower(
      [
        { end: 4 * quarter, amount: 3 },
        { end: quarter, amount: 1 },
        { end: 2 * quarter, amount: 2 },
        { end: 5 * quarter, amount: undefined },
      ],
      quarter,
    ),
    [
      { time: 0, value: 4, quality: 'good' },
      { time: quarter, value: 8, quality: 'good' },
      { time: 2 * quarter, value: 0, quality: 'bad' },
      { time: 3 * quarter, value: 12, quality: 'good' },
      { time: 4 * quarter, value: 0, quality: 'bad' },
      { time: 5 * quarter, value: 0, quality: 'bad' },
    ],
  );
});

test('the energy over a gap between rows is not known, and lowers the coverage', () => {
  const power = new NumberSeries();
  const rows = [
    { end: quarter, amount: 1 },
    { end: 3 * quarter, amount: 2 },
  ];
  for (const { time, value, quality } of intervalPower(rows, quarter))
    power.append(time, value, qualityCode[quality]);
  const use = energy({ counter: undefined, power, ratedPower: 40 }, { from: 0, to: 4 * quarter });
  assert.equal(use.value, 3);
  assert.equal(use.coverage, 0.5);
  assert.deepEqual(use.bounds, { low: 3, high: 23 });
});

test('intervalPower() refuses an end or an amount that is no number', () => {
  assert.throws(
    () => intervalPower([{ end: NaN, amount: 1 }], 1),
    /^RangeError: invalid end: NaN, allowed: /,
  );
  assert.throws(
    () => intervalPower([{ end: 1, amount: NaN }], 1),
    /^RangeError: invalid amount: NaN, allowed: /,
  );
});

test('intervalPower() refuses intervals that overlap, and a length that is none', () => {
  const rows = [1, 1.5].map((quarters) => ({ end: quarters * quarter, amount: 1 }));
  assert.throws(() => intervalPower(rows, quarter), /invalid end: 1350000/);
  assert.throws(() => intervalPower(rows, 0), /invalid length: 0/);
});

fixtures('a load profile of half a year', () => {
  test('rows of the steel plant follow each other without a hole, though each day ends with 00:00 of its own date', () => {
    const facts = JSON.parse(fixture('energy/facts.json'))['steel-2018-h1.csv'] as Record<string, number>;
    const rows = steelPlantRows();
    assert.equal(rows.length, facts['rows']);
    rows.slice(1).forEach((row, index) => assert.equal(row.from, rows[index].to));
    const whole = { from: rows[0].from, to: rows[rows.length - 1].to };
    assert.deepEqual([whole.from, whole.to].map(written), [
      '2017-12-31T15:00:00.000Z',
      '2018-06-30T15:00:00.000Z',
    ]);
    const use = energy({ counter: undefined, power: steelPlantPower(rows) }, whole);
    assert.equal(use.value?.toFixed(2), String(facts['totalKWh']));
    assert.equal(use.coverage, 1);
    assert.equal(use.peak?.power.toFixed(2), '612.56');
    // The stamp 15/01/2018 13:45 is the end of the window.
    assert.equal(use.peak && written(use.peak.window.to), '2018-01-15T04:45:00.000Z');
  });
});
