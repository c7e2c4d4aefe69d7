import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emissionFactor } from '../kpi/energy/emission.js';
import { idleEnergy } from '../kpi/energy/energy-by-state.js';
import type { Workshop } from '../model/workshop-types.js';
import { SeededRandom } from '../testing/random.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { equipmentDemand } from './equipment-demand.js';
import { equipmentEnergyByState } from './equipment-energy-by-state.js';
import { equipmentEnergyCost } from './equipment-energy-cost.js';
import { equipmentIdleWaste } from './equipment-energy-idle.js';
import { equipmentEnergySpans } from './equipment-energy-spans.js';
import { energySources, equipmentEnergy } from './equipment-energy.js';
import { Twin } from '../twin/twin.js';

const hour = 3_600_000;
const meter = { id: 'meter', name: 'Meter', level: 'workUnit', type: 'meter', parent: 'line' } as const;

/** The press takes 60 kW while it runs and 12 while it is idle from 0:30 on, the mill 30 kW; all of it by power. */
function twinOf(energy: Partial<Workshop['energy']> = {}): Twin {
  const base = workshop();
  const twin = new Twin(
    workshop({ equipment: [...base.equipment, meter], energy: { ...base.energy, ...energy } }),
    { clock: new Clock(() => hour) },
  );
  const at = (signal: string, time: number, value: unknown) => ({ signal, time, value });
  twin.observe([
    at('press/state', 0, 'running'),
    at('press/state', hour / 2, 'idle'),
    at('press/state', hour, 'idle'),
    at('mill/state', 0, 'running'),
    at('mill/state', hour, 'running'),
    at('press/power', 0, 60),
    at('press/power', hour / 2, 12),
    at('press/power', hour, 12),
    at('mill/power', 0, 30),
    at('mill/power', hour, 30),
  ] as Parameters<Twin['observe']>[0]);
  return twin;
}

const interval = { from: 0, to: 2 * hour };
const close = (found: number | undefined, expected: number) =>
  assert.ok(found !== undefined && Math.abs(found - expected) < 1e-9, `${found} ≠ ${expected}`);

test('the energy of a line by state is that of its machines; idle waste is what they took while not producing', () => {
  const { energies, machines, unmeasured, rest } = equipmentEnergyByState(twinOf(), 'line', interval);
  close(energies[0], 60);
  close(idleEnergy(energies), 6);
  assert.deepEqual([machines, unmeasured, rest], [['press', 'mill'], [], 0]);
});

test('what the meter of a line says beyond its machines belongs to none of them', () => {
  const twin = twinOf({ meters: [{ equipment: 'meter', carrier: 'electricity', measures: ['line'] }] });
  twin.observe([
    { signal: 'meter/energy', time: 0, value: 0 },
    { signal: 'meter/energy', time: hour, value: 80 },
  ]);
  close(equipmentEnergyByState(twin, 'line', interval).rest, 14);
  close(equipmentEnergy(twin, 'line', interval).value, 80);
  assert.deepEqual(equipmentEnergyByState(twin, 'press', interval).rest, 0);
});

test('a meter of two machines counts once, and for none of them alone', () => {
  const twin = twinOf({
    meters: [{ equipment: 'meter', carrier: 'electricity', measures: ['press', 'mill'] }],
  });
  twin.observe([
    { signal: 'meter/energy', time: 0, value: 0 },
    { signal: 'meter/energy', time: hour, value: 70 },
  ]);
  assert.deepEqual(energySources(twin, 'line'), ['meter']);
  close(equipmentEnergy(twin, 'line', interval).value, 70);
  const byState = equipmentEnergyByState(twin, 'line', interval);
  assert.deepEqual([byState.machines, byState.unmeasured], [[], ['press', 'mill']]);
  close(byState.rest, 70);
});

test('the hours of an interval add up to it; those to come are missing', () => {
  const parts = equipmentEnergySpans(twinOf(), 'line', [
    { from: 0, to: hour / 2 },
    { from: hour / 2, to: hour },
    { from: hour, to: 2 * hour },
  ]);
  assert.deepEqual(parts, [45, 21, undefined]);
  close(equipmentEnergy(twinOf(), 'line', interval).value, 66);
});

test('the cost of a line is at the tariff of the workshop, until the moment of the clock', () => {
  const twin = twinOf({
    tariffs: [
      {
        currency: 'EUR',
        bands: [
          { band: 'peak', price: 0.4, hours: [{ from: '00:30', to: '12:00' }] },
          { band: 'flat', price: 0.2, hours: [{ from: '00:00', to: '24:00' }] },
        ],
      },
    ],
  });
  const cost = equipmentEnergyCost(twin, 'line', interval);
  close(cost.value, 45 * 0.2 + 21 * 0.4);
  assert.equal(cost.currency, 'EUR');
  assert.equal(equipmentEnergyCost(twinOf(), 'line', interval).value, undefined);
});

test('the idle waste of a line is that of its machines, at the tariff of the workshop', () => {
  const hours = [{ from: '00:00', to: '24:00' }];
  const twin = twinOf({ tariffs: [{ currency: 'EUR', bands: [{ band: 'flat', price: 0.5, hours }] }] });
  const waste = equipmentIdleWaste(twin, 'line', interval);
  close(waste.value, 6);
  close(waste.cost, 3);
  close(waste.share, 6 / 66);
  assert.deepEqual(
    waste.machines.map(({ id, waste: own }) => [id, own.value]),
    [
      ['press', 6],
      ['mill', 0],
    ],
  );
  assert.deepEqual(waste.unmeasured, []);
  assert.equal(equipmentIdleWaste(twinOf(), 'line', interval).cost, undefined);
});

test('a reading after a gap tells what a counter grew by in an interval that is over, though it was asked for before', () => {
  const minute = hour / 60;
  const twin = new Twin(workshop(), { clock: new Clock(() => 2 * hour) });
  const signal = 'mill/energy';
  twin.observe([
    { signal: 'mill/state', time: 0, value: 'idle' },
    { signal: 'mill/state', time: 2 * hour, value: 'idle' },
    { signal, time: 0, value: 0 },
    { signal, time: 45 * minute, value: 30 },
    { signal, time: 70 * minute, value: 0, quality: 'bad' },
  ]);
  const asking = { from: 0, to: hour };
  close(idleEnergy(equipmentEnergyByState(twin, 'mill', asking).energies), 30);
  close(equipmentDemand(twin, 'mill', asking).averagePower, 30);
  twin.observe([{ signal, time: 90 * minute, value: 90 }]);
  close(idleEnergy(equipmentEnergyByState(twin, 'mill', asking).energies), 50);
  close(equipmentDemand(twin, 'mill', asking).averagePower, 50);
});

for (const seed of [61, 62, 63]) {
  test(`energy by state that is asked for again and again is that of a twin that was never asked, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    let now = 3 * hour;
    const base = workshop();
    const fresh = () => new Twin(workshop({ energy: base.energy }), { clock: new Clock(() => now) });
    const asked = fresh();
    const heard: Parameters<Twin['observe']>[0][] = [];
    for (let turn = 0; turn < 60; turn++) {
      now += random.whole(30) * 60_000;
      const time = now - (random.whole(3) === 0 ? random.whole(2 * hour) : 0);
      const state = { signal: 'press/state', time, value: random.pick(['running', 'idle', 'fault']) };
      const power = { signal: 'press/power', time, value: random.whole(90) };
      const counter = { signal: 'mill/energy', time, value: turn };
      heard.push([
        random.pick([state, power, counter, { ...state, signal: 'mill/state' }]),
      ] as (typeof heard)[0]);
      asked.observe(heard[turn]);
      const other = fresh();
      for (const rows of heard) other.observe(rows);
      const asking = { from: 2 * hour, to: 4 * hour + random.whole(3) * hour };
      for (const figure of [equipmentEnergyByState, equipmentIdleWaste]) {
        assert.deepEqual(figure(asked, 'line', asking), figure(other, 'line', asking));
      }
      const { energies, rest } = equipmentEnergyByState(asked, 'line', asking);
      const sum = energies.reduce((added, one) => added + one, rest ?? 0);
      assert.ok(Math.abs(sum - (equipmentEnergy(asked, 'line', asking).value ?? 0)) < 1e-9);
    }
  });
}

test('an emission factor is the newest that is not after the year, else one without a year, else the oldest', () => {
  const factor = (year?: number) => ({ carrier: 'electricity', factor: 0.5, ...(year && { year }) });
  const all = [factor(2021), factor(2023), factor(), { carrier: 'gas', factor: 2 }];
  assert.equal(emissionFactor(all, 'electricity', 2026)?.year, 2023);
  assert.equal(emissionFactor(all, 'electricity', 2022)?.year, 2021);
  assert.equal(emissionFactor(all, 'electricity', 2019)?.year, undefined);
  assert.equal(emissionFactor(all.slice(0, 2), 'electricity', 2019)?.year, 2021);
  assert.equal(emissionFactor(all, 'steam', 2026), undefined);
});

test('energy per good unit counts a piece once, however many machines of the line it passed', () => {
  const base = workshop();
  const equipment = base.equipment.map((one) => (one.id === 'press' ? { ...one, feeds: ['mill'] } : one));
  const twin = new Twin(workshop({ equipment }), { clock: new Clock(() => hour) });
  const count = (machine: string, good: number) => [
    { signal: `${machine}/goodCount`, time: 0, value: 0 },
    { signal: `${machine}/goodCount`, time: hour / 2, value: good },
  ];
  twin.observe([
    { signal: 'line/energy', time: 0, value: 0 },
    { signal: 'line/energy', time: hour, value: 90 },
    ...count('press', 100),
    ...count('mill', 90),
  ]);
  const { goodCount, perGoodUnit } = equipmentEnergy(twin, 'line', interval);
  assert.deepEqual([goodCount, perGoodUnit], [90, 1]);
});

test('energy per good unit has no value where pieces and kilograms would be added', () => {
  const products = [
    { id: 'door', name: 'Door', unit: 'pcs', idealCycle: {} },
    { id: 'paint', name: 'Paint', unit: 'kg', idealCycle: {} },
  ];
  const twin = new Twin(workshop({ products }), { clock: new Clock(() => hour) });
  for (const [machine, product] of [
    ['press', 'door'],
    ['mill', 'paint'],
  ]) {
    twin.observe([
      { signal: `${machine}/product`, time: 0, value: product },
      { signal: `${machine}/goodCount`, time: 0, value: 0 },
      { signal: `${machine}/goodCount`, time: hour / 2, value: 5 },
    ]);
  }
  assert.equal(equipmentEnergy(twin, 'line', interval).goodCount, undefined);
  assert.equal(equipmentEnergy(twin, 'press', interval).goodCount, 5);
});
