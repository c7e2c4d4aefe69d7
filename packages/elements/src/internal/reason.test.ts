import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Twin, type Workshop } from '@twinfloor/core';
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
  assert.equal(reasonAt(twin, 'press', 15), 'Oil pressure low');
});

test('a reason that was said of an earlier state does not explain this one', () => {
  const twin = observed(['state', 10, 'fault'], ['reason', 12, 'Oil pressure low'], ['state', 20, 'blocked']);
  assert.equal(reasonAt(twin, 'press', 25), '');
});

test('a state that goes on and is only reported again keeps its reason', () => {
  const twin = observed(['state', 10, 'fault'], ['reason', 12, 'Oil pressure low'], ['state', 20, 'fault']);
  assert.equal(reasonAt(twin, 'press', 25), 'Oil pressure low');
});
