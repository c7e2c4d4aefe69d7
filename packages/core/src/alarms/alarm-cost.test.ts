import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultAlarmSettings } from '../model/alarm-types.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { ObservationBatch } from '../twin/observation-batch.js';
import { Twin } from '../twin/twin.js';
import { alarmsOf } from './alarms.js';

const machines = 500;
const codes = 10;

/** 500 machines, each with a limit and a source of ten conditions that come and go. */
function bigPlant() {
  const time = { now: 0 };
  const ids = Array.from({ length: machines }, (_, index) => `m-${index}`);
  const twin = new Twin(
    workshop({
      equipment: ids.map((id) => ({ id, name: id, level: 'workUnit' })),
      alarms: { ...defaultAlarmSettings, definitions: [{ id: 'hot', signal: 'temperature', above: 80 }] },
    }),
    { clock: new Clock(() => time.now), scheduler: () => undefined },
  );
  const batch = new ObservationBatch();
  /** One second of the plant: a temperature of each machine, and one report of each. */
  const tick = (second: number) => {
    time.now = second * 1000;
    batch.clear();
    for (const [index, id] of ids.entries()) {
      const temperature = (second + index) % 20 === 0 ? 90 : 70;
      batch.add(twin.signal(`${id}/temperature`).handle, time.now, temperature);
      const code = `E-${(second + index) % codes}`;
      const level = Math.floor((second + index) / codes) % 2 === 0 ? 'fault' : 'normal';
      batch.addCondition(twin.signal(`${id}/conditions`).handle, time.now, { key: 'logic', level, code });
    }
    twin.observe(batch);
  };
  return { twin, tick, time };
}

describe('the cost of alarms', () => {
  it('does not grow with what happened before', () => {
    const { twin, tick, time } = bigPlant();
    const alarms = alarmsOf(twin);
    const perRound: { observationsRead: number; entriesMoved: number }[] = [];
    for (let round = 0; round < 4; round++) {
      const before = alarms.work;
      for (let second = 0; second < 20; second++) {
        tick(round * 20 + second);
        alarms.list();
      }
      const after = alarms.work;
      perRound.push({
        observationsRead: after.observationsRead - before.observationsRead,
        entriesMoved: after.entriesMoved - before.entriesMoved,
      });
    }
    assert.equal(alarms.events({ from: 0, to: time.now }).length > 40_000, true);
    // Twenty seconds of two observations a machine, each read once, and each change of an alarm moved once.
    const [, second, third, fourth] = perRound;
    assert.deepEqual(second, { observationsRead: 20_000, entriesMoved: 11_000 });
    assert.deepEqual(third, second);
    assert.deepEqual(fourth, second);
  });

  it('is that of what came after it for a late observation', () => {
    const { twin, tick } = bigPlant();
    const alarms = alarmsOf(twin);
    for (let second = 0; second < 40; second++) tick(second);
    alarms.list();
    const before = alarms.work;
    twin.observe([{ signal: 'm-7/temperature', time: 38_500, value: 95 }]);
    alarms.list();
    const after = alarms.work;
    assert.equal(after.observationsRead - before.observationsRead, 2);
    assert.ok(after.entriesMoved - before.entriesMoved < 2 * machines, String(after.entriesMoved));
  });

  it('is nothing for what a source says again', () => {
    const { twin, tick } = bigPlant();
    const alarms = alarmsOf(twin);
    for (let second = 0; second < 40; second++) tick(second);
    alarms.list();
    const before = alarms.work;
    twin.observe([{ signal: 'm-7/temperature', time: 0, value: 70 }]);
    alarms.list();
    assert.deepEqual(alarms.work, before);
  });

  it('is nothing while nobody asks for alarms', () => {
    const { twin, tick } = bigPlant();
    tick(0);
    assert.equal(twin.signal('m-0/conditions').subscriptions.size, 0);
  });

  it('has a bound in memory', () => {
    const { twin, tick, time } = bigPlant();
    const alarms = alarmsOf(twin);
    for (let second = 0; second < 240; second++) {
      tick(second);
      alarms.list();
    }
    const events = alarms.events({ from: -1, to: time.now + 1 });
    assert.ok(events.length <= 100_000, String(events.length));
    assert.ok(events.length > 80_000, String(events.length));
    // What stands still stands, and counts on.
    assert.equal(alarms.get('m-0/temperature|hot')?.occurrences, 12);
  });
});
