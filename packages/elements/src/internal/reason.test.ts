import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ObservationBatch, Twin, type Workshop } from '@twinfloor/core';
import { reasonAt } from './reason.js';

const workshop: Workshop = {
  id: 'w',
  name: 'Workshop',
  timeZone: 'UTC',
  equipment: [{ id: 'press', name: 'Press', level: 'workUnit' }],
  products: [],
  calendar: { shifts: [], plannedStops: [], holidays: [], dayStart: '00:00' },
  energy: { carriers: [], meters: [], demandInterval: 15, tariffs: [], emissionFactors: [] },
  targets: { production: {} },
  connectors: [],
  signals: [],
};

function observed(...observations: [signal: string, time: number, value: string][]): Twin {
  const twin = new Twin(workshop);
  twin.observe(observations.map(([signal, time, value]) => ({ signal: `press/${signal}`, time, value })));
  return twin;
}

test('a reason explains the state in which it was said', () => {
  const twin = observed(['state', 10, 'fault'], ['reason', 12, 'Oil pressure low']);
  assert.equal(reasonAt(twin, 'press', 15, 'en'), 'Oil pressure low');
});

test('a reason, the message of a fault and the word of a source are told in the words of the workshop file', () => {
  const words = { 'Oil pressure low': { zh: '油压过低' }, PROGRAM_STOPPED: { zh: '程序停止' } };
  const twin = new Twin({ ...workshop, words });
  const handle = (name: string) => twin.signal(`press/${name}`).handle;
  const batch = new ObservationBatch();
  batch.addState(handle('state'), 10, 'idle', 'PROGRAM_STOPPED');
  batch.addState(handle('state'), 20, 'fault', 'fault');
  batch.addCondition(handle('conditions'), 20, {
    key: 'oil',
    level: 'fault',
    text: 'Oil pressure low',
  });
  twin.observe(batch);
  assert.equal(reasonAt(twin, 'press', 15, 'zh-CN'), '程序停止');
  assert.equal(reasonAt(twin, 'press', 15, 'en'), 'Program stopped');
  assert.equal(reasonAt(twin, 'press', 25, 'zh-CN'), '油压过低');
  twin.observe([{ signal: 'press/reason', time: 30, value: 'Oil pressure low' }]);
  assert.equal(reasonAt(twin, 'press', 35, 'zh-CN'), '油压过低');
});

test('a reason that was said of an earlier state does not explain this one', () => {
  const twin = observed(['state', 10, 'fault'], ['reason', 12, 'Oil pressure low'], ['state', 20, 'blocked']);
  assert.equal(reasonAt(twin, 'press', 25, 'en'), '');
});

test('a state that goes on and is only reported again keeps its reason', () => {
  const twin = observed(['state', 10, 'fault'], ['reason', 12, 'Oil pressure low'], ['state', 20, 'fault']);
  assert.equal(reasonAt(twin, 'press', 25, 'en'), 'Oil pressure low');
});
