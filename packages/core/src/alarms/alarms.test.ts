import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Condition } from '../model/condition.js';
import { auditOf } from '../requests/audit.js';
import { permit } from '../requests/permission.js';
import { alarmPlant } from '../testing/alarm-plant.js';
import type { AlarmAct } from './alarm.js';

/** Until what was scheduled for the next frame has run. */
const frame = () => new Promise(setImmediate);

const fault: Condition = { key: 'logic', level: 'fault', code: 'E-1', text: 'Pressure lost' };

describe('alarmsOf()', () => {
  it('raises an alarm for a condition and lets it return', async () => {
    const { alarms, report, time } = alarmPlant();
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
    const { alarms, report, time, twin } = alarmPlant();
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

  it('keeps several conditions of one key apart', () => {
    const { alarms, report, time } = alarmPlant();
    report(1000, fault);
    report(2000, { key: 'logic', level: 'warning', code: 'E-2' });
    time.now = 3000;
    assert.deepEqual(
      alarms.list().map(({ code, priority }) => [code, priority]),
      [
        ['E-1', 'high'],
        ['E-2', 'low'],
      ],
    );
  });

  it('ends nothing when the source goes away, and says that it is not known', () => {
    const { alarms, report, time } = alarmPlant();
    report(1000, fault);
    report(2000, { key: 'logic', level: 'warning', code: 'E-2' });
    report(3000, { key: 'logic', level: 'unavailable' });
    time.now = 3000;
    assert.deepEqual(
      alarms.list().map(({ code, active, isKnown }) => [code, active, isKnown]),
      [
        ['E-1', true, false],
        ['E-2', true, false],
      ],
    );
    // What the source does not name when it is back has gone; what it names has never ended.
    report(4000, fault);
    time.now = 4000;
    assert.deepEqual(
      alarms.list().map(({ code, active, isKnown, occurrences }) => [code, active, isKnown, occurrences]),
      [
        ['E-1', true, true, 1],
        ['E-2', false, true, 1],
      ],
    );
  });

  it('asks for a new acknowledgement when an alarm becomes more urgent, and not when it says something else', async () => {
    const { alarms, report, time } = alarmPlant();
    report(1000, { ...fault, level: 'warning' });
    time.now = 1500;
    await alarms.acknowledge([alarms.list()[0].id]);
    report(2000, { ...fault, level: 'warning', text: 'Pressure is lost' });
    time.now = 2500;
    assert.equal(alarms.list()[0].state, 'acknowledged');
    assert.equal(alarms.list()[0].name, 'Pressure is lost');
    report(3000, fault);
    time.now = 3500;
    const [alarm] = alarms.list();
    assert.deepEqual([alarm.state, alarm.priority, alarm.raisedAt], ['unacknowledged', 'high', 1000]);
  });

  it('does not take an acknowledgement for what a late observation raised after it was seen', async () => {
    const { alarms, report, time } = alarmPlant();
    report(1000, fault);
    time.now = 10_000;
    const [{ id }] = alarms.list();
    await alarms.acknowledge([id]);
    report(8000, { key: 'logic', level: 'normal' });
    report(9000, fault);
    assert.equal(alarms.list()[0].state, 'unacknowledged');
    assert.equal(alarms.list()[0].raisedAt, 9000);
  });

  it('takes the acknowledgement of the plant', () => {
    const { alarms, report, time } = alarmPlant();
    report(1000, fault);
    report(2000, { ...fault, acknowledged: true });
    time.now = 2000;
    const [alarm] = alarms.list();
    assert.deepEqual(
      [alarm.state, alarm.acknowledgedAt, alarm.acknowledgedBy],
      ['acknowledged', 2000, undefined],
    );
    report(3000, { key: 'logic', level: 'normal' });
    time.now = 3000;
    assert.deepEqual(alarms.list(), []);
  });

  it('takes the acknowledgement of the plant for what has returned', () => {
    const { alarms, report, time } = alarmPlant();
    report(1000, fault);
    report(2000, { key: 'logic', level: 'normal', code: 'E-1' });
    report(3000, { key: 'logic', level: 'normal', code: 'E-1', acknowledged: true });
    time.now = 2500;
    assert.equal(alarms.list()[0].state, 'returnedUnacknowledged');
    time.now = 3000;
    assert.deepEqual(alarms.list(), []);
  });

  it('puts an alarm aside until its time is over', async () => {
    const { alarms, report, time } = alarmPlant();
    report(1000, fault);
    time.now = 60_000;
    const [{ id }] = alarms.list();
    await alarms.shelve([id], { minutes: 10, why: 'Part is ordered' });
    const [shelved] = alarms.list();
    assert.deepEqual(
      [shelved.state, shelved.shelvedUntil, shelved.hiddenBy, shelved.hiddenWhy],
      ['shelved', 660_000, 'Li', 'Part is ordered'],
    );
    assert.equal(alarms.worst('press'), undefined);
    time.now = 659_999;
    assert.equal(alarms.list()[0].state, 'shelved');
    time.now = 660_000;
    assert.equal(alarms.list()[0].state, 'unacknowledged');
    assert.equal(alarms.list()[0].shelvedUntil, undefined);
  });

  it('refuses to put an alarm aside for longer than the file allows', () => {
    const { alarms } = alarmPlant({ maximumShelving: 3600 });
    const message = /invalid minutes: 61, allowed: above 0, at most 60/;
    assert.throws(() => alarms.shelve([], { minutes: 61 }), message);
    assert.throws(() => alarms.shelve([], { minutes: 0 }), RangeError);
  });

  it('takes alarms out of service and back', async () => {
    const { alarms, report, time } = alarmPlant();
    report(1000, fault);
    time.now = 2000;
    const [{ id }] = alarms.list();
    await alarms.removeFromService([id], { why: 'Sensor is exchanged' });
    report(3000, { key: 'logic', level: 'normal' });
    report(4000, fault);
    time.now = 5000;
    assert.equal(alarms.list()[0].state, 'outOfService');
    const before = alarms.events({ from: 0, to: 6000 }).filter(({ annunciated }) => annunciated);
    assert.deepEqual(
      before.map((event) => event.time),
      [1000],
    );
    await alarms.returnToService([id]);
    assert.equal(alarms.list()[0].state, 'unacknowledged');
    assert.equal(alarms.list()[0].hiddenWhy, undefined);
  });

  it('resets a latched alarm only when its cause has gone', async () => {
    const { alarms, report, time } = alarmPlant({ conditions: [{ key: 'logic', latched: true }] });
    report(1000, fault);
    time.now = 2000;
    const [{ id }] = alarms.list();
    const reason = 'It is not latched, or its cause still stands.';
    assert.deepEqual((await alarms.reset([id])).refused, [{ alarm: id, reason }]);
    await alarms.acknowledge([id]);
    report(3000, { key: 'logic', level: 'normal' });
    time.now = 4000;
    assert.equal(alarms.list()[0].state, 'latchedAcknowledged');
    await alarms.reset([id]);
    assert.deepEqual(alarms.list(), []);
  });

  it('says why it did nothing', async () => {
    const { alarms, report, time, twin } = alarmPlant();
    report(1000, fault);
    time.now = 2000;
    const [{ id }] = alarms.list();
    const refusal = async (result: Promise<{ refused: readonly { reason: string }[] }>) =>
      (await result).refused.map(({ reason }) => reason).join();
    assert.equal(await refusal(alarms.unshelve([id])), 'It is not shelved.');
    assert.equal(await refusal(alarms.returnToService([id])), 'It is not out of service.');
    assert.equal(await refusal(alarms.acknowledge(['x'])), 'There is no such alarm.');
    await alarms.acknowledge([id]);
    assert.equal(await refusal(alarms.acknowledge([id])), 'There is nothing to acknowledge.');
    twin.clock.at(1500);
    const past = 'The clock shows the past; what is done is done in the present.';
    assert.equal(await refusal(alarms.shelve([id], { minutes: 1 })), past);
    const outcomes = auditOf(twin).events.map(({ outcome, who }) => `${outcome} ${who}`);
    assert.deepEqual(outcomes, ['refused Li', 'refused Li', 'done Li', 'refused Li', 'refused Li']);
  });

  it('gives what people did, and takes it back after a reload before the alarms are known', async () => {
    const { alarms, report, time } = alarmPlant();
    report(1000, fault);
    time.now = 2000;
    const [{ id }] = alarms.list();
    await alarms.acknowledge([id], { comment: 'On the way' });
    await alarms.shelve([id], { minutes: 1 });
    const acts = JSON.parse(JSON.stringify(alarms.acts())) as AlarmAct[];
    assert.deepEqual(acts, [
      { kind: 'acknowledge', alarm: id, at: 2000, who: 'Li', why: 'On the way', seen: 1000 },
      { kind: 'shelve', alarm: id, at: 2000, who: 'Li', until: 62_000 },
    ]);
    const again = alarmPlant();
    again.alarms.restore(acts);
    again.alarms.restore(acts);
    again.report(1000, fault);
    again.time.now = 2000;
    assert.equal(again.alarms.list()[0].state, 'shelved');
    again.time.now = 62_000;
    const [alarm] = again.alarms.list();
    assert.deepEqual(
      [alarm.state, alarm.acknowledgedBy, alarm.comment],
      ['acknowledged', 'Li', 'On the way'],
    );
    assert.deepEqual(again.alarms.acts(), acts);
  });

  it('says at a moment of the past what stood then', async () => {
    const { alarms, report, time, twin } = alarmPlant();
    report(1000, fault);
    report(5000, { key: 'logic', level: 'normal' });
    time.now = 9000;
    twin.clock.at(3000);
    assert.equal(alarms.list()[0].state, 'unacknowledged');
    assert.deepEqual(
      alarms.events({ from: 0, to: 9000 }).map((event) => event.trigger),
      ['alarm'],
    );
    twin.clock.at(999);
    assert.deepEqual(alarms.list(), []);
    twin.clock.live();
    assert.equal(alarms.list()[0].state, 'returnedUnacknowledged');
    await alarms.acknowledge([alarms.list()[0].id]);
    assert.deepEqual(alarms.list(), []);
    twin.clock.at(6000);
    assert.equal(alarms.list()[0].state, 'returnedUnacknowledged');
  });

  it('gives the same objects as long as nothing changes', () => {
    const { alarms, report, time } = alarmPlant();
    report(1000, fault);
    time.now = 2000;
    const list = alarms.list();
    time.now = 3000;
    assert.equal(alarms.list(), list);
    report(3000, fault, 'mill/conditions');
    assert.notEqual(alarms.list(), list);
    assert.equal(alarms.get('press/conditions|logic|E-1'), list[0]);
    assert.deepEqual(
      alarms.of('mill').map(({ equipment }) => equipment),
      ['mill'],
    );
    assert.equal(alarms.of('line').length, 2);
    assert.throws(() => alarms.of('lathe'), RangeError);
  });

  it('tells of what changed once a frame, and of nothing else', async () => {
    const { alarms, report } = alarmPlant();
    let count = 0;
    const end = alarms.subscribe(() => count++);
    report(0, fault);
    report(0, { ...fault, code: 'E-2' });
    report(0, { ...fault, code: 'E-4' }, 'mill/conditions');
    assert.equal(count, 0);
    await frame();
    assert.equal(count, 1);
    report(0, { ...fault, code: 'E-2' });
    await frame();
    assert.equal(count, 1);
    end();
    end();
    report(0, { ...fault, code: 'E-3' });
    await frame();
    assert.equal(count, 1);
  });

  it('tells when time alone raises an alarm', async () => {
    const { alarms, observe, time } = alarmPlant({
      definitions: [{ id: 'stopped', signal: 'state', states: ['fault'], onDelay: 0.05 }],
    });
    observe('press/state', 0, 'fault');
    const told = new Promise<void>((resolve) => {
      const end = alarms.subscribe(() => {
        end();
        resolve();
      });
    });
    assert.deepEqual(alarms.list(), []);
    time.now = 50;
    await told;
    assert.equal(alarms.list()[0].id, 'press/state|stopped');
  });

  it('wants the signals of its alarms from their sources', () => {
    const { alarms, twin } = alarmPlant({
      definitions: [{ id: 'hot', signal: 'vibration', equipment: ['press'], above: 3 }],
    });
    alarms.list();
    assert.equal(twin.signal('press/vibration').subscriptions.size, 1);
  });
});
