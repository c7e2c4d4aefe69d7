import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EnergyBaseline } from '../model/energy-types.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { Twin } from '../twin/twin.js';
import { equipmentEnergyBaseline } from './equipment-energy-baseline.js';

const day = 86_400_000;
const hour = 3_600_000;

/** A press that takes 100 kWh a day and 2 kWh a piece; from day 20 on 30 kWh a day more. */
const pieces = Array.from({ length: 30 }, (_, index) => 50 + ((index * 7) % 20) * 5);
const baseline: EnergyBaseline = {
  id: 'january',
  equipment: 'press',
  carrier: 'electricity',
  drivers: ['press/producedCount'],
  from: '1970-01-01',
  to: '1970-01-21',
};

function twinOf(now: number, baselines: readonly EnergyBaseline[], timeZone = 'UTC', start = 0): Twin {
  const base = workshop();
  const twin = new Twin(workshop({ timeZone, energy: { ...base.energy, baselines } }), {
    clock: new Clock(() => now),
  });
  const readings: { signal: string; time: number; value: number }[] = [];
  let energy = 1000;
  let count = 0;
  pieces.forEach((made, index) => {
    const from = start + index * day;
    readings.push({ signal: 'press/energy', time: from, value: energy });
    readings.push({ signal: 'press/producedCount', time: from, value: count });
    // Counted within the day, so that they belong to it.
    readings.push({ signal: 'press/producedCount', time: from + 12 * hour, value: count + made });
    energy += 100 + 2 * made + (index < 20 ? 0 : 30);
    count += made;
  });
  readings.push({ signal: 'press/energy', time: start + 30 * day, value: energy });
  twin.observe(readings);
  twin.confirm();
  return twin;
}

test('equipmentEnergyBaseline() compares days with the production days of the baseline', () => {
  const twin = twinOf(30 * day, [baseline]);
  const result = equipmentEnergyBaseline(twin, 'press', { from: 20 * day, to: 30 * day });
  assert.equal(result.baselineDays.length, 20);
  assert.equal(result.days.length, 10);
  assert.deepEqual(result.sources, ['press']);
  near(result.inputs.model.fit?.intercept.value, 100);
  near(result.inputs.model.fit?.slopes[0].value, 2);
  near(result.difference, 300);
  const expected = pieces.slice(20).reduce((sum, made) => sum + 100 + 2 * made, 0);
  near(result.value, (expected + 300) / expected);
  assert.equal(result.coverage, 1);
});

test('equipmentEnergyBaseline() takes only whole days that have passed', () => {
  const twin = twinOf(27 * day + hour, [baseline]);
  const { days, interval } = equipmentEnergyBaseline(twin, 'press', { from: 24 * day + 1, to: 30 * day });
  assert.deepEqual(days, [
    { from: 25 * day, to: 26 * day },
    { from: 26 * day, to: 27 * day },
  ]);
  assert.equal(interval.to, 27 * day + hour);
});

test('equipmentEnergyBaseline() reads the dates of a baseline on the wall of the site', () => {
  // Midnight in Shanghai is 16:00 UTC of the day before.
  const twin = twinOf(30 * day, [baseline], 'Asia/Shanghai', -8 * hour);
  const { baselineDays, inputs } = equipmentEnergyBaseline(twin, 'press', { from: 0, to: 5 * day });
  assert.deepEqual(baselineDays[0], { from: -8 * hour, to: 16 * hour });
  near(inputs.model.fit?.slopes[0].value, 2);
});

test('equipmentEnergyBaseline() leaves out days of which energy or driver are not known, and says how many', () => {
  const twin = twinOf(40 * day, [{ ...baseline, to: '1970-01-25', from: '1969-12-30' }]);
  const { inputs, warnings } = equipmentEnergyBaseline(twin, 'press', { from: 29 * day, to: 33 * day });
  assert.equal(inputs.model.used.length, 24);
  assert.deepEqual(warnings.find(({ key }) => key === 'missingBaselinePeriods')?.subjects, ['2', '26']);
  assert.equal(inputs.used, 1);
  assert.deepEqual(warnings.find(({ key }) => key === 'missingPeriods')?.subjects, ['3', '4']);
});

test('equipmentEnergyBaseline() takes the mean of a number as its driver, and names one that is no number', () => {
  const twin = twinOf(30 * day, [
    { ...baseline, drivers: ['press/temperature'] },
    { ...baseline, id: 'words', drivers: ['press/product'] },
  ]);
  twin.observe(
    pieces.map((made, index) => ({ signal: 'press/temperature', time: index * day, value: made / 10 })),
  );
  twin.observe([{ signal: 'press/product', time: 0, value: 'A' }]);
  twin.confirm();
  const interval = { from: 20 * day, to: 30 * day };
  near(equipmentEnergyBaseline(twin, 'press', interval).inputs.model.fit?.slopes[0].value, 20);
  const { value, warnings } = equipmentEnergyBaseline(twin, 'press', interval, { baseline: 'words' });
  assert.equal(value, undefined);
  assert.deepEqual(warnings.at(-1), { key: 'driverWithoutNumber', subjects: ['press/product'] });
});

test('equipmentEnergyBaseline() has no value without a baseline, and refuses one that is not there', () => {
  const interval = { from: 20 * day, to: 30 * day };
  const {
    value,
    baseline: found,
    warnings,
  } = equipmentEnergyBaseline(twinOf(30 * day, []), 'press', interval);
  assert.deepEqual([value, found], [undefined, undefined]);
  assert.deepEqual(warnings, [{ key: 'noEnergyBaseline', subjects: ['press'] }]);
  const twin = twinOf(30 * day, [baseline]);
  assert.throws(
    () => equipmentEnergyBaseline(twin, 'press', interval, { baseline: 'june' }),
    /invalid baseline: june, allowed: january/,
  );
  assert.throws(() => equipmentEnergyBaseline(twin, 'lathe', interval), /unknown equipment: lathe/);
});

test('a baseline of another carrier reads the meters of that carrier only', () => {
  const base = workshop();
  const meter = { id: 'gas', name: 'Gas', level: 'workUnit', type: 'meter', parent: 'line' } as const;
  const twin = new Twin(
    workshop({
      equipment: [...base.equipment, meter],
      energy: {
        ...base.energy,
        meters: [{ equipment: 'gas', carrier: 'gas', measures: ['press'] }],
        baselines: [{ ...baseline, carrier: 'gas' }],
      },
    }),
    { clock: new Clock(() => 2 * day) },
  );
  const { sources } = equipmentEnergyBaseline(twin, 'press', { from: 0, to: day });
  assert.deepEqual(sources, ['gas']);
});

function near(found: number | undefined, expected: number): void {
  assert.ok(found !== undefined && Math.abs(found - expected) <= 1e-6, `${found} is not ${expected}`);
}
