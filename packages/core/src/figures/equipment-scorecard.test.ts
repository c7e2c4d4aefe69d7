import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Indicator } from '../model/figure-types.js';
import type { Workshop } from '../model/workshop-types.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import type { Observation } from '../twin/store.js';
import { Twin } from '../twin/twin.js';
import { equipmentScorecard } from './equipment-scorecard.js';

const hour = 3_600_000;
const interval = { from: 0, to: 10 * hour };

function indicator(id: Indicator['id'], value: number, extra: Partial<Indicator> = {}): Indicator {
  return { id, baseline: { value, period: '2024' }, targetChange: 0.2, ...extra };
}

/** A line whose mill is fed by the press. In ten hours the press makes 600, 20 of them scrap; the mill 580, 30 to rework. */
function twinOf(indicators: readonly Indicator[], extra: Partial<Workshop> = {}): Twin {
  const base = workshop();
  const equipment = base.equipment.map((one) => (one.id === 'press' ? { ...one, feeds: ['mill'] } : one));
  const twin = new Twin(workshop({ equipment, targets: { production: {}, indicators }, ...extra }), {
    clock: new Clock(() => 10 * hour),
  });
  const at = (signal: string, time: number, value: number): Observation => ({ signal, time, value });
  twin.observe([
    at('press/producedCount', 0, 0),
    at('press/scrapCount', 0, 0),
    at('mill/producedCount', 0, 0),
    at('mill/reworkCount', 0, 0),
    at('press/energy', 0, 0),
    at('mill/energy', 0, 0),
    at('press/producedCount', 5 * hour, 600),
    at('press/scrapCount', 5 * hour, 20),
    at('mill/producedCount', 6 * hour, 580),
    at('mill/reworkCount', 6 * hour, 30),
    at('press/energy', 10 * hour, 800),
    at('mill/energy', 10 * hour, 300),
  ]);
  twin.confirm();
  return twin;
}

test('production efficiency is the good units of the end of the flow an hour of planned time', () => {
  const { indicators, warnings } = equipmentScorecard(
    twinOf([indicator('productionEfficiency', 50, { unit: 'pcs/h', definition: 'Good pieces an hour' })]),
    'line',
    interval,
  );
  const [found] = indicators;
  // 580 − 30 good in 10 h.
  assert.deepEqual(found.inputs.current.parts, { goodCount: 550, plannedHours: 10 });
  near(found.inputs.current.value, 55);
  near(found.value, 0.1);
  near(found.shareOfWay, 0.5);
  assert.deepEqual([found.isReached, found.unit, found.baselinePeriod], [false, 'pcs/h', '2024']);
  assert.equal(found.definition, 'Good pieces an hour');
  assert.deepEqual([found.warnings, warnings], [[], []]);
});

test('energy utilisation is good units a kWh, or a kgce where the workshop file has a factor', () => {
  const perKwh = twinOf([indicator('energyUtilization', 0.4, { unit: 'pcs/kWh' })]);
  near(equipmentScorecard(perKwh, 'line', interval).indicators[0].inputs.current.value, 550 / 1100);
  const base = workshop();
  const energy = {
    ...base.energy,
    coalFactors: [{ carrier: 'electricity', factor: 0.1229, basis: 'equivalent' as const }],
  };
  const [perKgce] = equipmentScorecard(
    twinOf([indicator('energyUtilization', 4, { unit: 'pcs/kgce' })], { energy }),
    'line',
    interval,
  ).indicators;
  near(perKgce.inputs.current.value, 550 / (1100 * 0.1229));
  assert.equal(perKgce.inputs.current.calculation, 'goodUnitsPerKgce');
  assert.deepEqual(perKgce.warnings, [{ key: 'coalBasis', subjects: ['equivalent'] }]);
  const [told] = equipmentScorecard(
    twinOf([indicator('energyUtilization', 0.4, { unit: 'pcs/kWh' })], { energy }),
    'line',
    interval,
  ).indicators;
  near(told.inputs.current.value, 0.5);
});

test('the defect rate is scrap and rework of all machines among the pieces that came in, as a fraction or in percent', () => {
  const [share, percent] = equipmentScorecard(
    twinOf([indicator('defectRate', 0.05), indicator('defectRate', 5, { unit: '%' })]),
    'line',
    interval,
  ).indicators;
  // 600 pieces came in: 20 were scrapped at the press, 30 of the other 580 were bad at the mill.
  assert.deepEqual(share.inputs.current.parts, { badCount: 50, producedCount: 600 });
  near(share.inputs.current.value, 50 / 600);
  near(percent.inputs.current.value, 5000 / 600);
  near(share.value, percent.value ?? NaN);
});

test('operating cost and development cycle come from the file only, and say that they were told', () => {
  const [cost, cycle] = equipmentScorecard(
    twinOf([
      indicator('operatingCost', 100, { value: 84, targetChange: -0.2 }),
      indicator('developmentCycle', 90, { targetChange: -0.3 }),
    ]),
    'line',
    interval,
  ).indicators;
  near(cost.value, -0.16);
  near(cost.shareOfWay, 0.8);
  assert.deepEqual(cost.warnings, [{ key: 'toldByHand', subjects: ['operatingCost'] }]);
  assert.equal(cost.coverage, undefined);
  assert.equal(cycle.value, undefined);
  assert.deepEqual(cycle.warnings, [{ key: 'noIndicatorValue', subjects: ['developmentCycle'] }]);
});

test('a told and a measured value are never mixed: the unit decides, and what is not used is named', () => {
  const rules = [
    indicator('productionEfficiency', 50, { unit: 'pcs/h', value: 70 }),
    indicator('productionEfficiency', 5, { unit: 'CNY/h', value: 7 }),
    indicator('productionEfficiency', 5, { unit: 'CNY/h' }),
    indicator('productionEfficiency', 50),
  ];
  const [both, told, none, assumed] = equipmentScorecard(twinOf(rules), 'line', interval).indicators;
  near(both.inputs.current.value, 55);
  assert.deepEqual(both.warnings, [{ key: 'toldValueUnused', subjects: ['productionEfficiency', '70'] }]);
  assert.deepEqual([told.inputs.current.calculation, told.inputs.current.value], ['told', 7]);
  assert.deepEqual(told.warnings, [{ key: 'toldByHand', subjects: ['productionEfficiency'] }]);
  assert.equal(none.value, undefined);
  assert.deepEqual(none.warnings.at(-1), {
    key: 'differentUnit',
    subjects: ['productionEfficiency', 'CNY/h', 'pcs/h'],
  });
  assert.equal(assumed.unit, 'pcs/h');
  assert.deepEqual(assumed.warnings, [{ key: 'unitAssumed', subjects: ['productionEfficiency', 'pcs/h'] }]);
});

test('a machine without counts of bad pieces is left out of the defect rate and named', () => {
  const twin = new Twin(
    workshop({ targets: { production: {}, indicators: [indicator('defectRate', 0.1)] } }),
    {
      clock: new Clock(() => 10 * hour),
    },
  );
  twin.observe([
    { signal: 'press/producedCount', time: 0, value: 0 },
    { signal: 'press/producedCount', time: hour, value: 10 },
    { signal: 'mill/producedCount', time: 0, value: 0 },
    { signal: 'mill/scrapCount', time: 0, value: 0 },
    { signal: 'mill/producedCount', time: hour, value: 10 },
    { signal: 'mill/scrapCount', time: hour, value: 1 },
  ]);
  twin.confirm();
  const [rate] = equipmentScorecard(twin, 'line', interval).indicators;
  near(rate.inputs.current.value, 0.1);
  near(rate.coverage, 0.5);
  assert.equal(rate.bounds, undefined);
  assert.ok(rate.warnings.some(({ key, subjects }) => key === 'noBadCount' && subjects[0] === 'press'));
});

test('indicators of a part are compared with a baseline of the whole, and say so', () => {
  const twin = twinOf([indicator('defectRate', 0.05)]);
  assert.deepEqual(equipmentScorecard(twin, 'mill', interval).warnings, [
    { key: 'baselineOfWhole', subjects: ['mill'] },
  ]);
});

test('equipment is connected while a signal of it is current, and not when its source is silent', () => {
  const twin = new Twin(workshop(), { clock: new Clock(() => 10 * hour) });
  twin.observe([
    { signal: 'press/power', time: 10 * hour - 5000, value: 7 },
    { signal: 'mill/power', time: hour, value: 7 },
  ]);
  const { connected } = equipmentScorecard(twin, 'line', interval, { connected: 0.7 });
  assert.deepEqual(connected.inputs, { having: ['press'], lacking: ['mill'], unknown: [] });
  assert.deepEqual([connected.value, connected.isReached], [0.5, false]);
});

test('whether a machine is numerically controlled is what the file says; without a word it is not known', () => {
  const base = workshop();
  const equipment = [
    ...base.equipment.map((one) => (one.id === 'press' ? { ...one, numericallyControlled: true } : one)),
    { id: 'saw', name: 'Saw', level: 'workUnit', parent: 'line', numericallyControlled: false } as const,
    { id: 'meter', name: 'Meter', level: 'workUnit', type: 'meter', parent: 'line' } as const,
  ];
  const { numericallyControlled } = equipmentScorecard(
    new Twin(workshop({ equipment }), { clock: new Clock(() => 0) }),
    'line',
    { from: 0, to: 0 },
  );
  assert.deepEqual(numericallyControlled.inputs, { having: ['press'], lacking: ['saw'], unknown: ['mill'] });
  near(numericallyControlled.value, 0.5);
});

test('data points are those the file names; what the host observes itself may have been typed in', () => {
  const connectors = [
    {
      type: 'replay',
      id: 'replay-1',
      bindings: [
        { signal: 'press/power', from: 'p' },
        { signal: 'press/state', from: 's' },
      ],
      settings: {},
    },
  ];
  const twin = new Twin(workshop({ connectors }), { clock: new Clock(() => hour) });
  twin.observe([{ signal: 'press/power', time: hour, value: 3 }]);
  const point = twin.signal('press/power');
  assert.deepEqual(equipmentScorecard(twin, 'line', interval).automaticData.inputs, {
    having: [],
    lacking: ['press/state'],
    unknown: ['press/power'],
  });
  point.connection = twin.connections[0];
  assert.deepEqual(equipmentScorecard(twin, 'line', interval).automaticData.inputs.having, ['press/power']);
  assert.deepEqual(equipmentScorecard(twin, 'mill', interval).automaticData.value, undefined);
});

function near(found: number | undefined, expected: number): void {
  assert.ok(found !== undefined && Math.abs(found - expected) <= 1e-9, `${found} is not ${expected}`);
}

test('the defect rate of pieces and kilograms together has no value, and says which units differ', () => {
  const products = [
    { id: 'door', name: 'Door', unit: 'pcs', idealCycle: {} },
    { id: 'paint', name: 'Paint', unit: 'kg', idealCycle: {} },
  ];
  const indicators = [indicator('defectRate', 0.05)];
  const twin = new Twin(workshop({ products, targets: { production: {}, indicators } }), {
    clock: new Clock(() => 10 * hour),
  });
  for (const [machine, product] of [
    ['press', 'door'],
    ['mill', 'paint'],
  ]) {
    twin.observe([
      { signal: `${machine}/product`, time: 0, value: product },
      { signal: `${machine}/goodCount`, time: 0, value: 0 },
      { signal: `${machine}/scrapCount`, time: 0, value: 0 },
      { signal: `${machine}/goodCount`, time: hour, value: 9 },
      { signal: `${machine}/scrapCount`, time: hour, value: 1 },
    ]);
  }
  const [site] = equipmentScorecard(twin, 'line', interval).indicators;
  assert.equal(site.inputs.current.value, undefined);
  assert.ok(
    site.warnings.some(({ key, subjects }) => key === 'differentUnits' && subjects.join() === 'pcs,kg'),
  );
  const [press] = equipmentScorecard(twin, 'press', interval).indicators;
  near(press.inputs.current.value, 0.1);
});
