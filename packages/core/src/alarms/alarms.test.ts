import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Condition } from '../model/condition.js';
import { alarmPlant } from '../testing/alarm-plant.js';

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
