import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Energy, Meter } from '../model/workshop-types.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { Twin } from '../twin/twin.js';
import {
  equipmentCarriers,
  equipmentEmissions,
  equipmentSpecificEnergy,
  equipmentStandardCoal,
} from './equipment-carriers.js';
import { equipmentMeterTree, type MeterNode } from './equipment-meter-tree.js';

const hour = 3_600_000;
const oneHour = { from: 0, to: hour };
const meterNames = ['main', 'lineMeter', 'pressMeter', 'millMeter', 'media'];

/** A line of two machines with meters at the site, the line and both machines, and one of gas and air at the press. */
function twinOf(meters: readonly Meter[], energy: Partial<Energy> = {}, now = hour): Twin {
  const base = workshop();
  const [line, ...machines] = base.equipment;
  const twin = new Twin(
    workshop({
      equipment: [
        { id: 'site', name: 'Site', level: 'site' },
        { ...line, parent: 'site' },
        ...machines,
        ...meterNames.map(
          (id) => ({ id, name: id, level: 'workUnit', type: 'meter', parent: 'site' }) as const,
        ),
      ],
      energy: {
        ...base.energy,
        carriers: [
          { id: 'gas', name: 'Natural gas', unit: 'm³' },
          { id: 'air', name: 'Compressed air', unit: 'm³' },
        ],
        meters,
        ...energy,
      },
      signals: ['gas', 'air'].map((name) => ({ name, kind: 'counter', unit: 'm³', equipment: ['media'] })),
    }),
    { clock: new Clock(() => now) },
  );
  return twin;
}

const meter = (equipment: string, measures: string, carrier = 'electricity'): Meter => ({
  equipment,
  carrier,
  measures: [measures],
});

const grew = (signal: string, by: number, to = hour) => [
  { signal, time: 0, value: 100 },
  { signal, time: to, value: 100 + by },
];

const both = [meter('pressMeter', 'press'), meter('media', 'press', 'gas'), meter('media', 'press', 'air')];

test('the carriers of an equipment stand side by side, each in its own unit', () => {
  const twin = twinOf(both);
  twin.observe([...grew('pressMeter/energy', 50), ...grew('media/gas', 7), ...grew('media/air', 900)]);
  const told = equipmentCarriers(twin, 'line', oneHour);
  assert.deepEqual(
    told.map(({ carrier, value, unit, sources }) => [carrier, value, unit, sources]),
    [
      ['electricity', 50, 'kWh', ['pressMeter']],
      ['gas', 7, 'm³', ['media']],
      ['air', 900, 'm³', ['media']],
    ],
  );
  assert.deepEqual(told[1].bounds, { low: 7, high: 7 });
  assert.deepEqual(equipmentCarriers(twin, 'mill', oneHour), []);
});

test('a meter of one carrier only may say it as its energy', () => {
  const twin = twinOf([meter('media', 'line', 'gas')]);
  twin.observe(grew('media/energy', 12));
  assert.deepEqual(
    equipmentCarriers(twin, 'line', oneHour).map(({ carrier, value }) => [carrier, value]),
    [['gas', 12]],
  );
});

test('standard coal and emissions are over all carriers with a factor; standard coal of a good unit', () => {
  const twin = twinOf(both, {
    coalFactors: [
      { carrier: 'electricity', factor: 0.1229, basis: 'equivalent' },
      { carrier: 'gas', factor: 1.33, basis: 'equivalent' },
    ],
    emissionFactors: [
      { carrier: 'electricity', factor: 0.5306, year: 2023 },
      { carrier: 'electricity', factor: 0, method: 'market' },
      { carrier: 'gas', factor: 2 },
    ],
  });
  twin.observe([...grew('pressMeter/energy', 50), ...grew('media/gas', 7), ...grew('media/air', 900)]);
  twin.observe([
    { signal: 'press/state', time: 0, value: 'running' },
    { signal: 'press/producedCount', time: 0, value: 0 },
    { signal: 'press/producedCount', time: hour / 2, value: 20 },
    { signal: 'press/goodCount', time: 0, value: 0 },
    { signal: 'press/goodCount', time: hour / 2, value: 10 },
  ]);
  const coal = equipmentStandardCoal(twin, 'press', oneHour);
  assert.equal(coal.value?.toFixed(6), (6.145 + 9.31).toFixed(6));
  assert.deepEqual(coal.warnings, [{ key: 'noCoalFactor', subjects: ['air'] }]);
  assert.equal(coal.perGoodUnit.value?.toFixed(6), '1.545500');
  assert.equal(equipmentEmissions(twin, 'press', oneHour).value?.toFixed(6), (26.53 + 14).toFixed(6));
  assert.equal(equipmentEmissions(twin, 'press', oneHour, 'market').value, 14);
  assert.equal(equipmentSpecificEnergy(twin, 'press', oneHour).value, 5);
});

test('each local year of an interval has its own factor', () => {
  const start = Date.UTC(2022, 11, 31, 12);
  const end = start + 24 * hour;
  const factor = (year: number, one: number) => ({ carrier: 'electricity', factor: one, year });
  const twin = twinOf([meter('main', 'site')], { emissionFactors: [factor(2022, 1), factor(2023, 10)] }, end);
  twin.observe([
    { signal: 'main/energy', time: start, value: 0 },
    { signal: 'main/energy', time: end, value: 240 },
  ]);
  const { value, inputs } = equipmentEmissions(twin, 'site', { from: start, to: end });
  assert.equal(value, 120 + 1200);
  assert.deepEqual(
    inputs.parts.map(({ year, amount }) => [year, amount]),
    [
      [2022, 120],
      [2023, 120],
    ],
  );
});

const four = [
  meter('main', 'site'),
  meter('lineMeter', 'line'),
  meter('pressMeter', 'press'),
  meter('millMeter', 'mill'),
];

const written = ({ meter: id, value, balance, children }: MeterNode): unknown[] => [
  id,
  value,
  balance?.value,
  ...children.map(written),
];

test('meters stand under the meter of the nearest equipment above what they measure, and are checked against it', () => {
  const twin = twinOf(four);
  const amounts = { main: 100, lineMeter: 80, pressMeter: 50, millMeter: 33 };
  for (const [id, by] of Object.entries(amounts)) twin.observe(grew(`${id}/energy`, by));
  const [root, ...others] = equipmentMeterTree(twin, 'site', oneHour);
  assert.deepEqual(others, []);
  assert.deepEqual(written(root), [
    'main',
    100,
    20,
    ['lineMeter', 80, -3, ['pressMeter', 50, undefined], ['millMeter', 33, undefined]],
  ]);
  assert.deepEqual(root.children[0].balance?.warnings, [
    { key: 'childrenExceedParent', subjects: ['lineMeter'] },
  ]);
  assert.deepEqual(
    equipmentMeterTree(twin, 'site', oneHour, { tolerance: 0.05 })[0].children[0].balance?.warnings,
    [],
  );
  assert.deepEqual(
    equipmentMeterTree(twin, 'line', oneHour).map(({ meter: id }) => id),
    ['lineMeter'],
  );
});

test('what parentMeter says goes first; meters that name each other are both told, without a loop', () => {
  const twin = twinOf([
    four[0],
    { ...four[1], parentMeter: 'pressMeter' },
    { ...four[2], parentMeter: 'lineMeter' },
    { ...four[3], parentMeter: 'main' },
  ]);
  const trees = equipmentMeterTree(twin, 'site', oneHour);
  assert.deepEqual(
    trees.map((tree) => [tree.meter, tree.children.map((child) => child.meter)]),
    [
      ['main', ['millMeter']],
      ['pressMeter', ['lineMeter']],
    ],
  );
});

test('a meter under two feeds stands alone, because neither of them contains it', () => {
  const twin = twinOf([meter('main', 'line'), meter('lineMeter', 'line'), meter('pressMeter', 'press')]);
  assert.deepEqual(
    equipmentMeterTree(twin, 'site', oneHour).map((tree) => [tree.meter, tree.children.length]),
    [
      ['main', 0],
      ['lineMeter', 0],
      ['pressMeter', 0],
    ],
  );
});

test('a meter that was set back or exchanged is told in the tree', () => {
  const twin = twinOf([meter('main', 'site')]);
  twin.observe([
    { signal: 'main/energy', time: 0, value: 500 },
    { signal: 'main/energy', time: hour / 2, value: 520 },
    { signal: 'main/energy', time: hour, value: 15 },
  ]);
  const [root] = equipmentMeterTree(twin, 'site', oneHour);
  assert.equal(root.value, 35);
  assert.deepEqual(root.warnings, [{ key: 'meterReset', subjects: ['1'] }]);
});

test('an equipment that is not there is refused', () => {
  assert.throws(() => equipmentMeterTree(twinOf([]), 'hall', oneHour), /unknown equipment: hall/);
  assert.throws(() => equipmentCarriers(twinOf([]), 'hall', oneHour), /unknown equipment: hall/);
});
