import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gbt39116 } from '../kpi/maturity/gbt-39116.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { Twin } from '../twin/twin.js';
import { equipmentMaturity } from './equipment-maturity.js';

const hour = 3_600_000;
const interval = { from: 0, to: hour };

function twinOf(): Twin {
  const base = workshop();
  const meter = { id: 'meter', name: 'Meter', level: 'workUnit', type: 'meter', parent: 'line' } as const;
  const twin = new Twin(
    workshop({
      equipment: [...base.equipment, meter],
      losses: { minorStopLimit: 300, reasons: [{ id: 'tool', name: 'Tool' }] },
      energy: {
        ...base.energy,
        meters: [{ equipment: 'meter', carrier: 'electricity', measures: ['line'] }],
        tariffs: [{ version: 'notice 7', currency: 'CNY', bands: [] }],
      },
      characteristics: [{ id: 'width', name: 'Width', signal: 'mill/width', subgroupSize: 5 }],
    }),
    { clock: new Clock(() => hour) },
  );
  twin.observe([
    { signal: 'press/state', time: 0, value: 'running' },
    { signal: 'press/producedCount', time: 0, value: 0 },
    { signal: 'press/goodCount', time: 0, value: 0 },
    { signal: 'press/producedCount', time: hour, value: 50 },
    { signal: 'press/goodCount', time: hour, value: 50 },
    { signal: 'meter/energy', time: hour, value: 50 },
  ]);
  twin.confirm();
  return twin;
}

test('equipmentMaturity() gives each fact with its number, where it comes from and what it was made of', () => {
  const { facts } = equipmentMaturity(twinOf(), 'line', interval, gbt39116);
  const of = (key: string) => {
    const fact = facts.find((one) => one.key === key);
    return fact && [fact.value, fact.source, fact.subjects];
  };
  assert.deepEqual(of('machinesWithOee'), [1, 'equipmentOee', ['press']]);
  assert.deepEqual(of('connectedShare'), [2 / 3, 'equipmentScorecard', ['press', 'meter']]);
  assert.deepEqual(of('numericallyControlledShare'), [undefined, 'equipmentScorecard', []]);
  assert.deepEqual(of('energyMeters'), [1, 'workshop file', ['meter']]);
  assert.deepEqual(of('energySignals'), [1, 'equipmentEnergy', ['meter']]);
  assert.deepEqual(of('tariffs'), [1, 'workshop file', ['notice 7']]);
  assert.deepEqual(of('stopReasons'), [1, 'workshop file', ['tool']]);
  assert.deepEqual(of('characteristics'), [1, 'workshop file', ['width']]);
  assert.deepEqual(of('connections'), [0, 'connections', []]);
});

test('every fact has a place in GB/T 39116, and the evidence is sorted by its sub-domains', () => {
  const { subDomains, warnings, facts } = equipmentMaturity(twinOf(), 'line', interval, gbt39116);
  assert.deepEqual(warnings, []);
  assert.deepEqual(facts.map(({ key }) => key).sort(), Object.keys(gbt39116.evidence).sort());
  const energy = subDomains.find(({ subDomain }) => subDomain === 'energyManagement');
  assert.deepEqual(energy?.held.map(({ key }) => key).sort(), ['energyMeters', 'energySignals', 'tariffs']);
  assert.deepEqual(energy?.missing.map(({ key }) => key).sort(), ['emissionFactors', 'energyBaselines']);
});

test('facts of a part are those of its own machines', () => {
  const { facts } = equipmentMaturity(twinOf(), 'press', interval, gbt39116);
  const of = (key: string) => facts.find((one) => one.key === key)?.value;
  assert.deepEqual([of('connectedShare'), of('characteristics'), of('energyMeters')], [1, 0, 0]);
});

test('evidence never answers: without answers there is no assessment, with them it is theirs alone', () => {
  assert.equal(equipmentMaturity(twinOf(), 'line', interval, gbt39116).assessment, undefined);
  const requirements = [{ id: 'e1', subDomain: 'energyManagement', level: 1, text: 'Energy is measured.' }];
  const model = { ...gbt39116, requirements };
  const { assessment } = equipmentMaturity(twinOf(), 'line', interval, model, {
    answers: { e1: 'none' },
    type: 'process',
  });
  assert.equal(assessment?.inputs.type, 'process');
  assert.equal(assessment?.inputs.subDomains.find(({ id }) => id === 'energyManagement')?.score, 0);
});
