import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EquipmentState, equipmentStates, stateCode } from '../../model/equipment-state.js';
import { qualityCode } from '../../model/quality.js';
import { CounterSeries } from '../../series/counter-series.js';
import { NumberSeries } from '../../series/number-series.js';
import { StateSeries } from '../../series/state-series.js';
import { SeededRandom } from '../../testing/random.js';
import type { TariffSpan } from '../../time/tariff.js';
import { energyByState, idleEnergy } from './energy-by-state.js';
import type { EnergyRecord } from './energy.js';
import { idleWaste, idleWastePart } from './idle-waste.js';

const minute = 60_000;

function states(...rows: [minutes: number, state: EquipmentState][]): StateSeries {
  const series = new StateSeries();
  for (const [at, state] of rows) series.append(at * minute, stateCode[state], state, qualityCode.good);
  return series;
}

function power(...rows: [minutes: number, kilowatts: number][]): EnergyRecord {
  const series = new NumberSeries();
  for (const [at, value] of rows) series.append(at * minute, value, qualityCode.good);
  return { counter: undefined, power: series };
}

const span = (from: number, to: number, price?: number, currency = 'CNY'): TariffSpan => ({
  from: from * minute,
  to: to * minute,
  band: price === undefined ? undefined : 'flat',
  price,
  currency: price === undefined ? undefined : currency,
});

const press = power([0, 30], [20, 6], [40, 30]);
const pressStates = states([0, 'running'], [20, 'idle'], [30, 'fault'], [40, 'running']);

test('idleWaste() is the energy in all states but running, with its share, its cost and the mean power of each state', () => {
  const waste = idleWaste([idleWastePart(press, pressStates, [span(0, 25, 1), span(25, 60, 2)])]);
  assert.equal(waste.value, 2);
  assert.equal(waste.share, 2 / 22);
  // 5 minutes at 1, 15 at 2, all of it with 6 kW.
  assert.equal(waste.cost, 0.5 * 1 + 1.5 * 2);
  assert.equal(waste.currency, 'CNY');
  assert.deepEqual(waste.bounds, { low: 2, high: 2 });
  assert.equal(waste.coverage, 1);
  const mean = (state: EquipmentState) => waste.meanPowers[stateCode[state]];
  assert.deepEqual([mean('running'), mean('idle'), mean('fault'), mean('blocked')], [30, 6, 6, undefined]);
});

test('idleWaste() of several machines adds up first and divides then', () => {
  const mill = idleWastePart(power([0, 12]), states([0, 'idle']), [span(0, 60, 1)]);
  const waste = idleWaste([idleWastePart(press, pressStates, [span(0, 60, 1)]), mill]);
  assert.equal(waste.value, 14);
  assert.equal(waste.share, 14 / 34);
  assert.equal(waste.meanPowers[stateCode.idle], (13 * 60) / 70);
});

test('idleWaste() has energy in an unknown state, and the rated power without data, between its bounds', () => {
  const record = { ...power([10, 12]), ratedPower: 60 };
  const part = idleWastePart(record, states([0, 'idle']), [span(0, 60, 1)], 40 * minute);
  const waste = idleWaste([part]);
  assert.equal(waste.value, 6);
  assert.deepEqual(waste.bounds, { low: 6, high: 6 + 4 + 10 });
  assert.equal(waste.coverage, 0.5);
  assert.equal(idleWaste([{ ...part, ratedPower: undefined }]).bounds, undefined);
});

test('idleWaste() says that energy was shared out between two readings, and what that can mean', () => {
  const counter = new CounterSeries();
  for (const [at, reading] of [
    [0, 0],
    [30, 30],
    [60, 36],
  ])
    counter.append(at * minute, reading, qualityCode.good);
  const found = idleWaste([
    idleWastePart({ counter, power: undefined }, states([0, 'running'], [40, 'idle']), [span(0, 60, 1)]),
  ]);
  assert.equal(found.value, 4);
  assert.deepEqual(found.bounds, { low: 0, high: 10 });
  assert.deepEqual(found.warnings, [{ key: 'estimatedByState', subjects: [] }]);
});

test('idleWaste() of a machine that feeds back more than it takes has no share', () => {
  const found = idleWaste([
    idleWastePart(power([0, -6], [30, 2]), states([0, 'running'], [30, 'idle']), [span(0, 60, 1)]),
  ]);
  assert.equal(found.value, 1);
  assert.equal(found.share, undefined);
});

test('idleWaste() has no cost without a price or in two currencies, and no value where nothing was measured', () => {
  const cost = (...spans: TariffSpan[]) => idleWaste([idleWastePart(press, pressStates, spans)]);
  assert.equal(cost(span(0, 60)).cost, undefined);
  assert.deepEqual(cost(span(0, 60)).warnings, []);
  assert.deepEqual(cost(span(0, 25, 1), span(25, 60)).warnings, [{ key: 'noPrice', subjects: [] }]);
  assert.deepEqual(cost(span(0, 25, 1), span(25, 60, 1, 'EUR')).warnings, [
    { key: 'severalCurrencies', subjects: ['CNY', 'EUR'] },
  ]);
  const nothing = idleWaste([
    idleWastePart({ counter: undefined, power: undefined }, pressStates, [span(0, 60, 1)]),
  ]);
  assert.deepEqual(
    [nothing.value, nothing.share, nothing.cost, nothing.coverage],
    [undefined, undefined, undefined, 0],
  );
  assert.deepEqual(
    [idleWaste([]).value, idleWaste([]).bounds, idleWaste([]).coverage],
    [undefined, undefined, undefined],
  );
});

for (const seed of [51, 52, 53]) {
  test(`idleWaste() is what energyByState() says, whatever the spans of the tariff, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    for (let turn = 0; turn < 20; turn++) {
      const series = states(
        ...Array.from({ length: 30 }, (_, index): [number, EquipmentState] => [
          index * 20 + random.whole(20),
          random.pick(equipmentStates),
        ]),
      );
      const rows = Array.from({ length: 60 }, (_, index): [number, number] => [index * 10, random.whole(50)]);
      const borders = [100, 100 + random.whole(100), 200 + random.whole(100), 300 + random.whole(200)];
      const spans = borders.slice(1).map((to, index) => span(borders[index], to, random.next()));
      const record = power(...rows);
      const waste = idleWaste([idleWastePart(record, series, spans)]);
      const whole = energyByState(record, series, { from: 100 * minute, to: borders[3] * minute });
      assert.ok(Math.abs((waste.value ?? NaN) - idleEnergy(whole.energies)) < 1e-9);
      const slow = spans.reduce(
        (sum, one) => sum + idleEnergy(energyByState(record, series, one).energies) * (one.price ?? NaN),
        0,
      );
      assert.ok(Math.abs((waste.cost ?? NaN) - slow) < 1e-9);
      assert.ok(
        waste.bounds && waste.bounds.low <= (waste.value ?? NaN) && waste.bounds.high >= (waste.value ?? NaN),
      );
    }
  });
}
