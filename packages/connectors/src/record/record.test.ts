import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Clock, equipmentOee, registerConnectorType, Twin } from '@twinfloor/core';
import { readWorkshop } from '@twinfloor/core/workshop';
import { replay } from '../replay/index.js';
import { simulator } from '../simulator/index.js';
import { serve } from '../testing/serve.js';
import { record } from './index.js';

const noon = Date.parse('2026-05-04T12:00:00Z');
const second = 1000;

function workshop(connectors: readonly object[] = []) {
  const { workshop } = readWorkshop({
    id: 'w',
    name: 'Mill shop',
    equipment: [{ id: 'mill', level: 'workUnit', idealCycle: 30 }],
    connectors,
  });
  return workshop!;
}

function twinAt(
  time: number,
  connectors: readonly object[] = [],
): { twin: Twin; setTime(now: number): void } {
  let now = time;
  const twin = new Twin(workshop(connectors), { clock: new Clock(() => now) });
  return { twin, setTime: (later) => (now = later) };
}

/** A recording played at its own times into another twin. */
async function played(text: string): Promise<Twin> {
  const server = await serve((_, response) => response.end(text));
  const { twin } = twinAt(noon + 3_600_000, [{ type: 'replay', recording: server.url, original: true }]);
  registerConnectorType('replay', async () => replay);
  twin.start();
  const [connection] = twin.connections;
  for (let tries = 0; connection.status.detail !== 'the recording has ended' && tries < 500; tries++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  await twin.stop();
  await server.close();
  assert.deepEqual(
    connection.refusals.newest.map(({ place, found }) => `${place}: ${found}`),
    [],
  );
  return twin;
}

test('what a twin takes in is recorded with times, qualities and the words of the source, and replay plays it', async () => {
  const { twin, setTime } = twinAt(noon);
  const recording = record(twin);
  const { ObservationBatch } = await import('@twinfloor/core');
  const batch = new ObservationBatch();
  const handle = (name: string): number => twin.signal(`mill/${name}`).handle;
  batch.addState(handle('state'), noon + second, 'idle', 'PROGRAM_STOPPED');
  batch.add(handle('power'), noon + 2 * second, 1.25, 'uncertain');
  batch.add(handle('program'), noon + 3 * second, 'O1234 <b>');
  batch.add(handle('energy'), noon + 4 * second, 17);
  batch.addCondition(handle('conditions'), noon + 5 * second, {
    key: 'logic',
    level: 'fault',
    code: '81',
    text: 'Door',
  });
  batch.addCondition(handle('conditions'), noon + 6 * second, { key: 'system', level: 'warning' });
  batch.add(handle('power'), noon + 7 * second, undefined);
  twin.observe(batch);
  batch.clear();
  setTime(noon + 10 * second);
  const copy = await played(recording.stop());

  const state = copy.series('mill/state', 'state')!;
  assert.deepEqual(
    [state.timeAt(0), state.stateAt(0), state.sourceAt(0)],
    [noon + second, 'idle', 'PROGRAM_STOPPED'],
  );
  const power = copy.series('mill/power', 'number')!;
  assert.deepEqual(
    [0, 1].map((index) => [power.timeAt(index), power.valueAt(index), power.qualityAt(index)]),
    [
      [noon + 2 * second, 1.25, 'uncertain'],
      [noon + 7 * second, undefined, 'bad'],
    ],
  );
  assert.equal(copy.series('mill/program', 'text')!.textAt(0), 'O1234 <b>');
  assert.equal(copy.series('mill/energy', 'counter')!.readingAt(0), 17);
  assert.deepEqual(copy.series('mill/conditions', 'condition')!.activeAt(noon + 8 * second), [
    { key: 'logic', level: 'fault', code: '81', text: 'Door', since: noon + 5 * second },
    { key: 'system', level: 'warning', since: noon + 6 * second },
  ]);
});

test('a recording begins with what was known before, conditions that are active included', async () => {
  const { twin } = twinAt(noon);
  twin.observe([
    { signal: 'mill/state', time: noon - second, value: 'running' },
    { signal: 'mill/power', time: noon - second, value: 4 },
  ]);
  const recording = record(twin);
  const copy = await played(recording.stop());
  assert.deepEqual(copy.series('mill/state', 'state')!.at(noon)?.state, 'running');
  assert.equal(copy.series('mill/power', 'number')!.valueAt(0), 4);
});

test('observations that arrive late stand in their place, those from before the begin are what it begins with', async () => {
  const { twin } = twinAt(noon);
  const recording = record(twin);
  twin.observe([{ signal: 'mill/power', time: noon + 2 * second, value: 2 }]);
  twin.observe([{ signal: 'mill/power', time: noon + second, value: 1 }]);
  twin.observe([{ signal: 'mill/power', time: noon - second, value: 0 }]);
  const power = (await played(recording.stop())).series('mill/power', 'number')!;
  const values = [0, 1, 2].map((index) => [power.timeAt(index) - noon, power.valueAt(index)]);
  assert.deepEqual(values, [
    [0, 0],
    [second, 1],
    [2 * second, 2],
  ]);
});

test('a recording that is full says how much it leaves out', () => {
  const { twin } = twinAt(noon);
  const recording = record(twin, { limit: 1, name: 'Test' });
  twin.observe([1, 2, 3].map((value) => ({ signal: 'mill/power', time: noon + value, value })));
  const [head] = recording.stop().split('\n');
  assert.equal((JSON.parse(head) as { note: string }).note, '2 observations are left out');
  assert.throws(() => record(twin, { limit: 0 }), /invalid limit: 0, allowed: a whole number from 1/);
});

test('after its end nothing is recorded', () => {
  const { twin } = twinAt(noon);
  const recording = record(twin);
  recording.stop();
  twin.observe([{ signal: 'mill/power', time: noon, value: 1 }]);
  assert.equal(recording.observations, 0);
});

test('the figures of a recorded factory are those of the factory itself', async () => {
  registerConnectorType('simulator', async () => simulator);
  const from = Date.parse('2026-05-04T10:00:00Z');
  const { twin, setTime } = twinAt(from, [{ type: 'simulator', seed: 7 }]);
  const recording = record(twin);
  twin.start();
  for (let minutes = 0; minutes <= 60; minutes += 10) {
    setTime(from + minutes * 60_000);
    await new Promise((resolve) => setTimeout(resolve, 120));
  }
  await twin.stop();
  const interval = { from, to: from + 45 * 60_000 };
  const copy = await played(recording.stop());
  const [original, again] = [twin, copy].map((one) => equipmentOee(one, 'mill', interval));
  assert.ok(original.value !== undefined && original.inputs.producedCount! > 0);
  assert.deepEqual(again.inputs, original.inputs);
  assert.equal(again.value, original.value);
});
