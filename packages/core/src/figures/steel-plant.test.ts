import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demand } from '../kpi/energy/demand.js';
import { energy, type EnergyRecord } from '../kpi/energy/energy.js';
import { powerFactor } from '../kpi/energy/power-factor.js';
import { qualityCode } from '../model/quality.js';
import { CounterSeries } from '../series/counter-series.js';
import { fixture, fixtures } from '../testing/fixtures.js';
import { steelPlantByHand } from '../testing/steel-plant-by-hand.js';
import { steelPlantPower, steelPlantRows, steelPlantStep, steelPlantZone } from '../testing/steel-plant.js';
import { workshop } from '../testing/workshop.js';
import { zhejiang2024, zhejiang2026 } from '../testing/zhejiang-tariffs.js';
import { Clock } from '../twin/clock.js';
import { Twin } from '../twin/twin.js';
import { intervalPower } from '../kpi/energy/interval-readings.js';
import { equipmentDemand } from './equipment-demand.js';
import { equipmentEnergyCost } from './equipment-energy-cost.js';
import { equipmentEnergySpans } from './equipment-energy-spans.js';

interface PlantFacts {
  readonly rows: number;
  readonly loadFactor: number;
  readonly meanKW: number;
  readonly byMonth: Readonly<Record<string, { intervals: number; kWh: number; peakKW: number }>>;
  readonly byLoadType: Readonly<Record<string, { intervals: number; kWh: number }>>;
}

/** Spring Festival and Labour Day. */
const holidays = [
  '2018-02-15',
  '2018-02-16',
  '2018-02-17',
  '2018-02-18',
  '2018-04-29',
  '2018-04-30',
  '2018-05-01',
];
const flat = [0.7, 0.76] as const;
const letters: Readonly<Record<string, string>> = {
  sharp: 'S',
  peak: 'P',
  flat: 'F',
  valley: 'V',
  deepValley: 'D',
};

fixtures('half a year of a steel plant', () => {
  const facts = (JSON.parse(fixture('energy/facts.json')) as Record<string, PlantFacts>)['steel-2018-h1.csv'];
  const rows = steelPlantRows();
  const whole = { from: rows[0].from, to: rows[rows.length - 1].to };
  const deepDates = holidays.map((date) => `${date.slice(8)}/${date.slice(5, 7)}`);
  const byHand = steelPlantByHand(deepDates, flat);
  const twin = plant(
    rows.map(({ to, energy: amount }) => ({ end: to, amount })),
    whole.to,
  );
  const months = ['01', '02', '03', '04', '05', '06'].map((month) => {
    const own = rows.filter(({ date }) => date.slice(5, 7) === month);
    return { month, from: own[0].from, to: own[own.length - 1].to };
  });

  test('the cost of half a year under two tariffs with seasons and deep valleys is that of plain loops', () => {
    const cost = equipmentEnergyCost(twin, 'line', whole);
    close(cost.value, byHand.cost, 1e-6);
    assert.equal(cost.value?.toFixed(2), byHand.cost.toFixed(2));
    assert.equal(cost.currency, 'CNY');
    assert.deepEqual(cost.inputs.versions, ['2024-21', '2026-112']);
    assert.equal(cost.inputs.bands.length, 5);
    for (const { band, energy: used } of cost.inputs.bands) {
      close(used, byHand.energyByBand[letters[band ?? '']], 1e-6);
    }
    assert.equal(cost.coverage, 1);
    assert.equal(cost.inputs.sharedOut, 0);
  });

  test('the cost of the first three months stays what it was when the tariff of April is added', () => {
    const before = { from: whole.from, to: months[3].from };
    const only = plant(
      rows.map(({ to, energy: amount }) => ({ end: to, amount })),
      whole.to,
      false,
    );
    assert.deepEqual(equipmentEnergyCost(only, 'line', before), equipmentEnergyCost(twin, 'line', before));
  });

  test('its peak is 612.56 kW in the quarter that ends at 13:45 on 15 January, its load factor 0.195869', () => {
    const found = equipmentDemand(twin, 'line', whole);
    assert.equal(found.value?.toFixed(2), '612.56');
    close(found.value, byHand.peak, 1e-9);
    assert.equal(found.at && new Date(found.at.to).toISOString(), '2018-01-15T04:45:00.000Z');
    assert.equal(byHand.peakStamp, '15/01/2018 13:45');
    assert.equal(found.loadFactor?.toFixed(6), String(facts.loadFactor));
    assert.equal(found.averagePower?.toFixed(4), String(facts.meanKW));
    close(found.averagePower, byHand.meanPower, 1e-9);
    assert.equal(found.coverage, 1);
    assert.equal(found.profile.length, facts.rows);
  });

  test('its half hours that begin with any quarter have the peak of plain loops', () => {
    const record = { counter: undefined, power: steelPlantPower(rows) };
    const sliding = demand([record], whole, { window: 2 * steelPlantStep, step: steelPlantStep });
    close(sliding.value, byHand.peakOfHalfHours, 1e-9);
  });

  test('energy and peak of each month are the published ones', () => {
    const found = months.map((month) => [
      month.month,
      {
        intervals: (month.to - month.from) / steelPlantStep,
        kWh: Number(equipmentEnergySpans(twin, 'line', [month])[0]?.toFixed(2)),
        peakKW: Number(equipmentDemand(twin, 'line', month).value?.toFixed(2)),
      },
    ]);
    assert.deepEqual(Object.fromEntries(found), facts.byMonth);
    for (const month of months) {
      close(equipmentEnergySpans(twin, 'line', [month])[0], byHand.energyByMonth[month.month], 1e-6);
      close(equipmentDemand(twin, 'line', month).value, byHand.peakByMonth[month.month], 1e-9);
    }
  });

  test('energy of each load type is the published one', () => {
    const found: Record<string, { intervals: number; kWh: number }> = {};
    const amounts = equipmentEnergySpans(twin, 'line', rows);
    rows.forEach(({ loadType }, index) => {
      const one = (found[loadType] ??= { intervals: 0, kWh: 0 });
      one.intervals++;
      one.kWh += amounts[index] ?? NaN;
    });
    for (const [loadType, { intervals, kWh }] of Object.entries(found)) {
      assert.equal(intervals, facts.byLoadType[loadType].intervals);
      assert.equal(kWh.toFixed(2), facts.byLoadType[loadType].kWh.toFixed(2));
      close(kWh, byHand.energyByLoadType[loadType], 1e-6);
    }
    assert.equal(Object.keys(found).length, 3);
  });

  test('its power factor is 0.958496', () => {
    const reactive = rows.reduce(
      (sum, row) => sum + row.laggingReactiveEnergy - row.leadingReactiveEnergy,
      0,
    );
    close(reactive, byHand.reactiveEnergy, 1e-6);
    const found = powerFactor(
      energy({ counter: undefined, power: steelPlantPower(rows) }, whole).value,
      reactive,
    );
    assert.equal(found.value?.toFixed(6), '0.958496');
    assert.equal(found.rounded, 0.96);
  });

  test('a register of five digits that rolls over says the same energy and the same peak', () => {
    const counter = new CounterSeries({ modulus: 100_000 });
    let total = 87_654.3;
    counter.append(whole.from, total % 100_000, qualityCode.good);
    for (const row of rows) counter.append(row.to, (total += row.energy) % 100_000, qualityCode.good);
    const record: EnergyRecord = { counter, power: undefined };
    assert.equal(counter.rollOvers, 6);
    close(energy(record, whole).value, byHand.energy, 1e-6);
    close(demand([record], whole).value, byHand.peak, 1e-6);
  });
});

function close(found: number | undefined, expected: number, tolerance: number): void {
  assert.ok(found !== undefined && Math.abs(found - expected) <= tolerance, `${found} ≠ ${expected}`);
}

/** A line with the meter of the plant; the second tariff from April on. */
function plant(readings: Parameters<typeof intervalPower>[0], now: number, withSecond = true): Twin {
  const base = workshop();
  const tariffs = [zhejiang2024(flat[0], holidays), zhejiang2026('2018-04-01', flat[1], holidays)];
  const twin = new Twin(
    workshop({
      timeZone: steelPlantZone,
      equipment: [
        ...base.equipment,
        { id: 'meter', name: 'Meter', level: 'workUnit', type: 'meter', parent: 'line' },
      ],
      energy: {
        ...base.energy,
        meters: [{ equipment: 'meter', carrier: 'electricity', measures: ['line'] }],
        tariffs: withSecond ? tariffs : tariffs.slice(0, 1),
      },
    }),
    { clock: new Clock(() => now) },
  );
  twin.observe(
    intervalPower(readings, steelPlantStep).map((sample) => ({ signal: 'meter/power', ...sample })),
  );
  return twin;
}
