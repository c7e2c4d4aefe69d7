import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Binding, Clock, Twin, type Workshop } from '@twinfloor/core';
import { registerConnectors } from '../index.js';
import { parseRecording } from './index.js';

registerConnectors();

/** A twin of one equipment that has seen a whole recording with its own times. */
async function played(file: string, bindings: readonly Binding[]): Promise<Twin> {
  const text = readFileSync(new URL(`../../../../recordings/${file}`, import.meta.url), 'utf8');
  const recording = `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;
  const workshop: Workshop = {
    id: 'test',
    name: 'Test',
    timeZone: 'UTC',
    equipment: [{ id: 'unit', name: 'Unit', level: 'workUnit' }],
    products: [],
    calendar: { shifts: [], plannedStops: [], holidays: [], dayStart: '00:00' },
    energy: { carriers: [], meters: [], demandInterval: 15, tariffs: [], emissionFactors: [] },
    targets: { production: {} },
    connectors: [{ type: 'replay', id: 'replay-1', bindings, settings: { recording, original: true } }],
    signals: [],
  };
  // The host of original times sets the clock; by the wall clock the recording would be too old to be kept.
  const clock = new Clock();
  clock.at(parseRecording(text).head.to + 1_000);
  const twin = new Twin(workshop, { clock });
  twin.start();
  const [connection] = twin.connections;
  for (let n = 0; connection.status.detail !== 'the recording has ended'; n++) {
    assert.ok(n < 1_000, `waited in vain: ${JSON.stringify(connection.status)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await twin.stop();
  assert.deepEqual(connection.refusals.count, 0);
  return twin;
}

const seconds = (times: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...times].map(([word, time]) => [word, Math.round(time) / 1000]));

const mill = [
  { signal: 'unit/state', from: 'execution', vocabulary: 'mtconnect' },
  { signal: 'unit/execution', from: 'execution' },
  { signal: 'unit/conditions', from: 'logic' },
  { signal: 'unit/conditions', from: 'system' },
];

const days = [
  {
    file: 'nist-mill-2016-10-04.twinrec.jsonl',
    window: { from: Date.parse('2016-10-04T17:53:56.210Z'), to: Date.parse('2016-10-04T19:32:30.318Z') },
    expected: { ACTIVE: 28.702, READY: 1147.54, UNAVAILABLE: 4737.866 },
    raised: 0,
  },
  {
    file: 'nist-mill-2016-10-25.twinrec.jsonl',
    window: { from: Date.parse('2016-10-25T12:50:30.403Z'), to: Date.parse('2016-10-25T20:41:01.718Z') },
    expected: { ACTIVE: 281.012, READY: 3317.572, UNAVAILABLE: 24632.731 },
    raised: 50,
  },
];
for (const { file, window, expected, raised } of days) {
  test(`${file} gives the recorded seconds per execution in the twin, as state and as text`, async () => {
    const twin = await played(file, mill);
    assert.deepEqual(seconds(twin.series('unit/state', 'state')!.timePerSource(window)), expected);
    assert.deepEqual(seconds(twin.series('unit/execution', 'text')!.timePerText(window)), expected);
    const activations = twin
      .series('unit/conditions', 'condition')!
      .activations({ ...window, to: window.to + 1 });
    const total = [...activations.values()].reduce((sum, count) => sum + count, 0);
    assert.equal(total, raised);
  });
}

test('the steel plant gives 521,199.76 kWh and a peak of 612.56 kW in the twin', async () => {
  const twin = await played('steel-plant-2018-h1.twinrec.jsonl', [{ signal: 'unit/energy', from: 'energy' }]);
  const energy = twin.series('unit/energy', 'counter')!;
  const half = { from: Date.parse('2018-01-01T00:00+09:00'), to: Date.parse('2018-07-01T00:00+09:00') };
  assert.equal(Math.round(energy.amount(half)! * 100), 52_119_976);
  const peak = energy.blockMaximum(half, 900_000)!;
  assert.equal(Math.round(peak.amount * 4 * 100), 61_256);
  assert.equal(peak.to, Date.parse('2018-01-15T13:45+09:00'));
});
