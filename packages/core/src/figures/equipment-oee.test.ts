import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stateCode } from '../model/equipment-state.js';
import type { Workshop } from '../model/workshop-types.js';
import { SeededRandom } from '../testing/random.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { equipmentEnergy } from './equipment-energy.js';
import { equipmentOee } from './equipment-oee.js';
import { equipmentStateTimes } from './equipment-state-times.js';
import { Twin } from '../twin/twin.js';

const hour = 3_600_000;
const minute = 60_000;

function twinAt(now: number, extra: Partial<Workshop> = {}): Twin {
  return new Twin(workshop(extra), { clock: new Clock(() => now) });
}

/** Two hours: one running, half an hour fault, half an hour without data; 50 pieces of a minute each, 5 of them scrap. */
function observedPress(extra: Partial<Workshop> = {}): Twin {
  const twin = twinAt(2 * hour, extra);
  twin.observe([
    { signal: 'press/state', time: 0, value: 'running' },
    { signal: 'press/state', time: hour, value: 'fault' },
    { signal: 'press/state', time: 1.5 * hour, value: undefined },
    { signal: 'press/producedCount', time: 0, value: 1000 },
    { signal: 'press/producedCount', time: hour - 1, value: 1050 },
    { signal: 'press/scrapCount', time: 0, value: 7 },
    { signal: 'press/scrapCount', time: hour - 1, value: 12 },
  ]);
  twin.confirm();
  return twin;
}

const twoHours = { from: 0, to: 2 * hour };

test('the OEE of a machine comes from its states, counts and ideal cycle', () => {
  const result = equipmentOee(observedPress(), 'press', twoHours);
  assert.deepEqual(result.inputs, {
    plannedTime: 2 * hour,
    unknownTime: 0.5 * hour,
    productionTime: hour,
    idealTime: 50 * minute,
    idealGoodTime: 45 * minute,
    producedCount: 50,
    goodCount: 45,
  });
  assert.equal(result.availability, 1 / 1.5);
  assert.equal(result.performance, 50 / 60);
  assert.equal(result.quality, 0.9);
  assert.equal(result.value, 0.5);
  assert.equal(result.coverage, 0.75);
  assert.deepEqual(result.bounds, { low: 45 / 120, high: 75 / 120 });
  assert.equal(result.times[stateCode.fault], 0.5 * hour);
});

test('the future counts neither as planned nor as missing', () => {
  const result = equipmentOee(observedPress(), 'press', { from: 0, to: 10 * hour });
  assert.deepEqual(result.interval, twoHours);
  assert.equal(result.inputs.plannedTime, 2 * hour);
});

test('time outside the plan is left out, and so are the pieces made in it', () => {
  const twin = observedPress({
    calendar: {
      shifts: [],
      holidays: [],
      dayStart: '00:00',
      plannedStops: [{ from: '1970-01-01T00:30:00Z', to: '1970-01-01T01:00:00Z', equipment: ['line'] }],
    },
  });
  const result = equipmentOee(twin, 'press', twoHours);
  assert.equal(result.inputs.plannedTime, 1.5 * hour);
  assert.equal(result.inputs.productionTime, 0.5 * hour);
  assert.equal(result.inputs.producedCount, 0);
  assert.equal(result.calendarTime, 2 * hour);
});

test('a machine without counts has an availability, no OEE, and says what is missing', () => {
  const twin = twinAt(hour);
  twin.observe([{ signal: 'mill/state', time: 0, value: 'running' }]);
  twin.confirm();
  const result = equipmentOee(twin, 'mill', { from: 0, to: hour });
  assert.equal(result.value, undefined);
  assert.equal(result.availability, 1);
  assert.deepEqual(
    result.warnings.map((warning) => warning.key),
    ['noProducedCount', 'noGoodCount', 'noIdealCycle'],
  );
  assert.deepEqual(result.withoutBasis, ['mill']);
});

test('a piece that is reworked is not good', () => {
  const twin = observedPress();
  twin.observe([
    { signal: 'press/reworkCount', time: 0, value: 0 },
    { signal: 'press/reworkCount', time: 10, value: 3 },
  ]);
  assert.equal(equipmentOee(twin, 'press', twoHours).inputs.goodCount, 42);
});

test('each product counts with its own ideal cycle', () => {
  const twin = twinAt(2 * hour, {
    products: [
      { id: 'a', name: 'A', unit: 'pcs', idealCycle: { press: 30 } },
      { id: 'b', name: 'B', unit: 'pcs', idealCycle: { press: 120 } },
    ],
  });
  twin.observe([
    { signal: 'press/state', time: 0, value: 'running' },
    { signal: 'press/product', time: 0, value: 'a' },
    { signal: 'press/product', time: hour, value: 'b' },
    { signal: 'press/goodCount', time: 0, value: 0 },
    { signal: 'press/goodCount', time: hour - 1, value: 100 },
    { signal: 'press/goodCount', time: 2 * hour - 1, value: 120 },
    { signal: 'press/scrapCount', time: 0, value: 0 },
  ]);
  twin.confirm();
  const result = equipmentOee(twin, 'press', twoHours);
  assert.equal(result.inputs.idealGoodTime, 100 * 30_000 + 20 * 120_000);
  assert.equal(result.quality, 1);
});

test('a roll-up names the machines without a basis and keeps them in coverage and bounds', () => {
  const twin = observedPress({ products: [{ id: 'a', name: 'A', unit: 'pcs', idealCycle: { mill: 30 } }] });
  twin.observe([{ signal: 'mill/state', time: 0, value: 'running' }]);
  const result = equipmentOee(twin, 'line', twoHours);
  assert.deepEqual(result.machines, ['press']);
  assert.deepEqual(result.withoutBasis, ['mill']);
  assert.equal(result.value, 0.5);
  assert.equal(result.availability! * result.performance! * result.quality!, 0.5);
  assert.equal(result.calendarTime, 2 * hour);
  assert.equal(result.coverage, 1.5 / 4);
  assert.deepEqual(result.bounds, { low: 45 / 240, high: (45 + 30 + 120) / 240 });
});

test('a roll-up leaves out what produces nothing: no ideal cycle is given for it, nothing is counted', () => {
  const twin = observedPress();
  twin.observe([{ signal: 'mill/state', time: 0, value: 'running' }]);
  const line = equipmentOee(twin, 'line', twoHours);
  const press = equipmentOee(twin, 'press', twoHours);
  assert.deepEqual(line, press);
  assert.equal(line.coverage, 0.75);
  assert.deepEqual(line.withoutBasis, []);
});

test('a machine that counts but has no ideal cycle is missing from a roll-up by name', () => {
  const twin = observedPress();
  twin.observe([
    { signal: 'mill/state', time: 0, value: 'running' },
    { signal: 'mill/goodCount', time: 0, value: 5 },
  ]);
  const result = equipmentOee(twin, 'line', twoHours);
  assert.deepEqual(result.withoutBasis, ['mill']);
  assert.equal(result.coverage, 1.5 / 4);
});

test('where nothing produces, the availability of all stands alone', () => {
  const equipment = workshop().equipment.map(({ idealCycle: _, ...one }) => one);
  const twin = twinAt(2 * hour, { equipment });
  twin.observe([
    { signal: 'press/state', time: 0, value: 'running' },
    { signal: 'mill/state', time: 0, value: 'fault' },
  ]);
  twin.confirm();
  const result = equipmentOee(twin, 'line', twoHours);
  assert.equal(result.value, undefined);
  assert.equal(result.availability, 0.5);
  assert.deepEqual(result.machines, ['press', 'mill']);
});

test('times per state of a line are those of its machines and add up to their calendar time', () => {
  const times = equipmentStateTimes(observedPress(), 'line', twoHours);
  assert.equal(
    times.reduce((sum, time) => sum + time, 0),
    4 * hour,
  );
  assert.equal(times[stateCode.running], hour);
  assert.equal(times[stateCode.unknown], 2.5 * hour);
});

for (const seed of [1, 2, 3, 4, 5]) {
  test(`a roll-up equals the sum of its machines whatever they did (seed ${seed})`, () => {
    const random = new SeededRandom(seed);
    const machines = Array.from({ length: 8 }, (_, index) => `m${index}`);
    const twin = twinAt(8 * hour, {
      equipment: [
        { id: 'line', name: 'Line', level: 'workCenter' },
        ...machines.map((id) => ({
          id,
          name: id,
          level: 'workUnit' as const,
          parent: 'line',
          idealCycle: 1 + random.whole(90),
        })),
      ],
    });
    for (const id of machines) {
      let good = 0;
      let scrap = 0;
      for (let time = 0; time < 8 * hour; time += 1 + random.whole(20 * minute)) {
        const value = random.pick(['running', 'fault', 'idle', 'setup', undefined]);
        twin.observe([
          { signal: `${id}/state`, time, value },
          { signal: `${id}/goodCount`, time, value: (good += random.whole(20)) },
          { signal: `${id}/scrapCount`, time, value: (scrap += random.whole(3)) },
        ]);
      }
    }
    const window = { from: random.whole(hour), to: 8 * hour - random.whole(hour) };
    const all = equipmentOee(twin, 'line', window);
    const parts = machines.map((id) => equipmentOee(twin, id, window));
    for (const name of [
      'plannedTime',
      'unknownTime',
      'productionTime',
      'idealGoodTime',
      'goodCount',
    ] as const) {
      const sum = parts.reduce((total, part) => total + part.inputs[name]!, 0);
      assert.equal(all.inputs[name], sum, name);
    }
    assert.equal(
      all.times.reduce((sum, time) => sum + time, 0),
      all.inputs.plannedTime,
    );
    assert.ok(all.bounds!.low <= all.value! && all.value! <= all.bounds!.high);
  });
}

test('energy of a line comes from its meter; without one, from what its machines measure themselves', () => {
  const metered = twinAt(hour, {
    equipment: [
      ...workshop().equipment,
      { id: 'meter', name: 'Meter', level: 'workUnit', type: 'meter', parent: 'line' },
    ],
    energy: {
      carriers: [],
      demandInterval: 15,
      tariffs: [],
      emissionFactors: [],
      meters: [{ equipment: 'meter', carrier: 'electricity', measures: ['line'] }],
    },
  });
  metered.observe([
    { signal: 'meter/energy', time: 0, value: 500 },
    { signal: 'meter/energy', time: hour / 2, value: 510 },
    { signal: 'meter/energy', time: hour, value: 540 },
  ]);
  const use = equipmentEnergy(metered, 'line', { from: 0, to: hour });
  assert.equal(use.value, 40);
  assert.equal(use.meanPower, 40);
  assert.equal(use.peak?.power, 60);
  assert.equal(use.peak?.window.from, hour / 2);
  assert.deepEqual(use.sources, ['meter']);
  assert.equal(use.coverage, 1);
  assert.ok(!equipmentOee(metered, 'line', { from: 0, to: hour }).machines.includes('meter'));

  const unmetered = twinAt(hour);
  unmetered.observe([
    { signal: 'press/power', time: 0, value: 8 },
    { signal: 'mill/power', time: hour / 2, value: 4 },
  ]);
  unmetered.confirm();
  const sum = equipmentEnergy(unmetered, 'line', { from: 0, to: hour });
  assert.equal(sum.value, 10);
  assert.deepEqual(sum.sources, ['press', 'mill']);
  assert.equal(sum.coverage, 0.75);
  assert.equal(sum.peak, undefined);
});

test('what a silent source said last is no knowledge of the time since', () => {
  const wall = { time: hour };
  const twin = new Twin(workshop(), { clock: new Clock(() => wall.time) });
  twin.observe([
    { signal: 'press/state', time: 0, value: 'running' },
    { signal: 'press/power', time: 0, value: 6 },
  ]);
  twin.confirm();
  wall.time = 2 * hour;
  const day = { from: 0, to: 2 * hour };
  assert.equal(equipmentOee(twin, 'press', day).coverage, 0.5);
  assert.equal(equipmentStateTimes(twin, 'press', day)[stateCode.unknown], hour);
  assert.equal(equipmentEnergy(twin, 'press', day).value, 6);
  assert.equal(equipmentEnergy(twin, 'press', day).coverage, 0.5);
  twin.confirm();
  assert.equal(equipmentOee(twin, 'press', day).coverage, 1);
  assert.equal(equipmentEnergy(twin, 'press', day).value, 12);
});

test('energy per good unit has no basis where nothing good was counted', () => {
  const twin = twinAt(hour);
  twin.observe([{ signal: 'press/power', time: 0, value: 8 }]);
  twin.confirm();
  assert.equal(equipmentEnergy(twin, 'press', { from: 0, to: hour }).perGoodUnit, undefined);
  twin.observe([
    { signal: 'press/goodCount', time: 0, value: 0 },
    { signal: 'press/goodCount', time: 5, value: 4 },
  ]);
  assert.equal(equipmentEnergy(twin, 'press', { from: 0, to: hour }).perGoodUnit, 2);
});
