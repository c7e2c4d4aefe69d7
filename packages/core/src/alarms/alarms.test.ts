import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AlarmSettings, defaultAlarmSettings } from '../model/alarm-types.js';
import type { Condition } from '../model/condition.js';
import { auditOf } from '../requests/audit.js';
import { permit } from '../requests/permission.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { ObservationBatch } from '../twin/observation-batch.js';
import { Twin } from '../twin/twin.js';
import { alarmsOf } from './alarms.js';

const conditions = 'press/conditions';

/** A twin at a time that the test sets, with permission for everything. */
function plant(alarms: Partial<AlarmSettings> = {}) {
  const time = { now: 0 };
  const twin = new Twin(workshop({ alarms: { ...defaultAlarmSettings, ...alarms } }), {
    clock: new Clock(() => time.now),
    scheduler: (callback) => queueMicrotask(callback),
  });
  permit(twin, () => ({ who: 'Li' }));
  const report = (at: number, condition: Condition, address = conditions) => {
    const batch = new ObservationBatch();
    batch.addCondition(twin.signal(address).handle, at, condition);
    twin.observe(batch);
  };
  return { twin, alarms: alarmsOf(twin), time, report };
}

const fault: Condition = { key: 'logic', level: 'fault', code: 'E-1', text: 'Pressure lost' };

describe('alarmsOf()', () => {
  it('raises an alarm for a condition and lets it return', async () => {
    const { alarms, report, time } = plant();
    report(1000, fault);
    time.now = 2000;
    const [alarm] = alarms.list();
    assert.equal(alarm.id, 'press/conditions|logic|E-1');
    assert.equal(alarm.state, 'unacknowledged');
    assert.equal(alarm.priority, 'high');
    assert.equal(alarm.name, 'Pressure lost');
    assert.equal(alarm.raisedAt, 1000);
    assert.deepEqual(alarms.worst('line'), { priority: 'high', unacknowledged: 1, count: 1 });
    report(3000, { key: 'logic', level: 'normal' });
    time.now = 4000;
    assert.equal(alarms.list()[0].state, 'returnedUnacknowledged');
    assert.deepEqual(await alarms.acknowledge([alarm.id]), { done: [alarm.id], refused: [] });
    assert.deepEqual(alarms.list(), []);
    assert.equal(alarms.worst('line'), undefined);
  });

  it('does nothing without permission, and the audit keeps that', async () => {
    const { alarms, report, time, twin } = plant();
    permit(twin, () => undefined);
    report(1000, fault);
    time.now = 2000;
    const [{ id }] = alarms.list();
    const reason = 'It is not permitted.';
    assert.deepEqual(await alarms.acknowledge([id]), { done: [], refused: [{ alarm: id, reason }] });
    assert.equal(alarms.list()[0].state, 'unacknowledged');
    assert.deepEqual(
      auditOf(twin).events.map(({ outcome, act }) => [outcome, act.kind, act.alarm]),
      [['refused', 'acknowledge', id]],
    );
  });
});
