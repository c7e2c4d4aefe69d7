import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Workshop } from '../model/workshop-types.js';
import { SeededRandom } from '../testing/random.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { Twin } from '../twin/twin.js';
import { equipmentDemand, equipmentDemandForecast } from './equipment-demand.js';
import { equipmentEnergy } from './equipment-energy.js';

const minute = 60_000;
const hour = 60 * minute;
const oneHour = { from: 0, to: hour };

function twinOf(energy: Partial<Workshop['energy']> = {}, now: () => number = () => hour): Twin {
  const base = workshop();
  return new Twin(workshop({ energy: { ...base.energy, ...energy } }), { clock: new Clock(now) });
}

const power = (machine: string, ...rows: [minutes: number, kilowatts: number][]) =>
  rows.map(([at, value]) => ({ signal: `${machine}/power`, time: at * minute, value }));

const profile = (twin: Twin, equipment: string) =>
  equipmentDemand(twin, equipment, oneHour).profile.map((one) => one.power);

test('the demand of a line is the sum of its machines window by window; each machine has its own', () => {
  const twin = twinOf();
  twin.observe([
    ...power('press', [0, 60], [15, 20], [60, 20]),
    ...power('mill', [0, 10], [15, 40], [60, 40]),
  ]);
  assert.deepEqual(profile(twin, 'line'), [70, 60, 60, 60]);
  assert.equal(equipmentDemand(twin, 'line', oneHour).value, 70);
  assert.equal(equipmentDemand(twin, 'mill', oneHour).value, 40);
  assert.deepEqual(equipmentDemand(twin, 'line', oneHour).sources, ['press', 'mill']);
  assert.equal(equipmentEnergy(twin, 'mill', oneHour).peak?.power, 40);
});

test('windows that are not over at the moment of the clock have no demand', () => {
  const twin = twinOf({}, () => 40 * minute);
  twin.observe(power('press', [0, 60], [40, 60]));
  assert.deepEqual(profile(twin, 'press'), [60, 60]);
  assert.deepEqual(equipmentDemand(twin, 'press', oneHour).interval, { from: 0, to: 40 * minute });
});

test('the demand slides by the step of the workshop file', () => {
  const twin = twinOf({ demandStep: 5 });
  twin.observe(power('press', [0, 0], [10, 60], [20, 0], [60, 0]));
  assert.equal(equipmentDemand(twin, 'press', oneHour).value, 40);
  assert.throws(() => equipmentDemand(twinOf({ demandStep: 4 }), 'press', oneHour), /invalid step/);
});

test('the forecast has the agreed limit for the whole only, because it was agreed for the whole', () => {
  const twin = twinOf({ demandLimit: 90 }, () => 10 * minute);
  twin.observe([...power('press', [0, 60], [10, 60]), ...power('mill', [0, 40], [10, 40])]);
  const forecast = equipmentDemandForecast(twin, 'line');
  assert.equal(forecast.value, 100);
  assert.equal(forecast.allowedPower?.toFixed(6), '70.000000');
  assert.deepEqual(forecast.warnings, [{ key: 'demandAboveLimit', subjects: ['90'] }]);
  const ofPart = equipmentDemandForecast(twin, 'press');
  assert.deepEqual([ofPart.value, ofPart.allowedPower, ofPart.inputs.limit], [60, undefined, undefined]);
});

for (const seed of [41, 42, 43]) {
  test(`demand that is asked for again and again is that of a twin that was never asked, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    let now = 2 * hour;
    const asked = twinOf({}, () => now);
    const heard: Parameters<Twin['observe']>[0][] = [];
    for (let turn = 0; turn < 60; turn++) {
      now += random.whole(4) * minute;
      const late = random.whole(3) === 0 ? random.whole(100) * minute : 0;
      const signal = random.pick(['press/power', 'mill/power', 'mill/energy']);
      const row = { signal, time: now - late, value: random.whole(90) };
      heard.push([random.whole(5) === 0 ? { ...row, quality: 'bad' as const } : row]);
      asked.observe(heard[turn]);
      const fresh = twinOf({}, () => now);
      for (const rows of heard) fresh.observe(rows);
      const interval = { from: hour, to: 2 * hour + random.whole(3) * hour };
      assert.deepEqual(equipmentDemand(asked, 'line', interval), equipmentDemand(fresh, 'line', interval));
    }
  });
}
