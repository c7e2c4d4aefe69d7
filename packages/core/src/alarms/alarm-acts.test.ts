import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Condition } from '../model/condition.js';
import { auditOf } from '../requests/audit.js';
import { permit } from '../requests/permission.js';
import { alarmPlant } from '../testing/alarm-plant.js';
import type { AlarmAct } from './alarm.js';

const fault: Condition = { key: 'logic', level: 'fault', code: 'E-1', text: 'Pressure lost' };

describe('an act on alarms', () => {
  it('does nothing without permission, and the audit keeps that', async () => {
    const { alarms, report, time, twin } = alarmPlant();
    permit(twin, () => undefined);
    report(1000, fault);
    time.now = 2000;
    const [{ id }] = alarms.list();
    const reason = 'It is not permitted.';
    assert.deepEqual(await alarms.acknowledge([id]), {
      done: [],
      refused: [{ alarm: id, refusal: 'notPermitted', reason }],
    });
    assert.equal(alarms.list()[0].state, 'unacknowledged');
    assert.deepEqual(
      auditOf(twin).events.map(({ outcome, act }) => [outcome, act.kind, act.alarm]),
      [['refused', 'acknowledge', id]],
    );
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
    assert.deepEqual((await alarms.reset([id])).refused, [{ alarm: id, refusal: 'unfit', reason }]);
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
    time.now = 2502;
    twin.clock.at(1501);
    const past = 'The clock shows the past; what is done is done in the present.';
    assert.equal(await refusal(alarms.shelve([id], { minutes: 1 })), past);
    const outcomes = auditOf(twin).events.map(({ outcome, who }) => `${outcome} ${who}`);
    assert.deepEqual(outcomes, ['refused Li', 'refused Li', 'done Li', 'refused Li', 'refused Li']);
  });

  it('acknowledges what was seen when it was asked for, not what was raised while the host page was asked', async () => {
    const { alarms, report, time, twin } = alarmPlant();
    report(1000, fault);
    report(1000, { ...fault, key: 'motion' });
    time.now = 2000;
    const again = (key: string) => {
      report((time.now += 1000), { key, level: 'normal' });
      report((time.now += 1000), { ...fault, key });
      time.now += 1000;
    };
    // Asked about the first, the second goes and comes back; asked about the second, the first does.
    const others: Record<string, string> = { logic: 'motion', motion: 'logic' };
    permit(twin, async ({ alarm = '' }) => {
      again(others[alarm.split('|')[1]]);
      return { who: 'Li' };
    });
    const [first, second] = alarms.list().map(({ id }) => id);
    const { done, refused } = await alarms.acknowledge([first, second]);
    assert.deepEqual(done, [first]);
    assert.deepEqual(refused, [
      { alarm: second, refusal: 'raisedAgain', reason: 'It was raised again meanwhile.' },
    ]);
    assert.deepEqual(
      alarms.list().map(({ state }) => state),
      ['unacknowledged', 'unacknowledged'],
    );
    assert.deepEqual(
      auditOf(twin).events.map(({ act, outcome }) => [act.alarm, outcome]),
      [
        [first, 'done'],
        [second, 'refused'],
      ],
    );
  });

  it('says to the host page and to the audit for how long an alarm is put aside', async () => {
    const { alarms, report, time, twin } = alarmPlant();
    report(1000, fault);
    time.now = 2000;
    const asked: unknown[] = [];
    permit(twin, (act) => {
      asked.push(act.minutes);
      return { who: 'Li' };
    });
    await alarms.shelve([alarms.list()[0].id], { minutes: 30 });
    assert.deepEqual([...asked, auditOf(twin).events[0].act.minutes], [30, 30]);
  });

  it('refuses what is no act when acts are given back, and takes none of them then', () => {
    const { alarms, report, time } = alarmPlant({ maximumShelving: 3600 });
    report(1000, fault);
    time.now = 2000;
    const [{ id }] = alarms.list();
    const good = { kind: 'acknowledge', alarm: id, at: 1500, who: 'Li', seen: 1000 };
    const shelf = { ...good, kind: 'shelve' };
    for (const [bad, found] of [
      [null, /invalid act: null/],
      [{ ...good, kind: 'forget' }, /invalid act: .*forget/],
      [{ ...good, at: null }, /invalid act/],
      [{ ...good, who: undefined }, /invalid act/],
      [{ ...good, seen: 'now' }, /invalid act/],
      // A shelf without an end, before its beginning, or longer than the file allows.
      [shelf, /invalid act/],
      [{ ...shelf, until: 1500 }, /invalid act/],
      [{ ...shelf, until: 1500 + 3_600_001 }, /invalid act/],
    ] as const) {
      assert.throws(() => alarms.restore([good, bad] as AlarmAct[]), { name: 'TypeError', message: found });
    }
    assert.deepEqual(alarms.acts(), []);
    assert.equal(alarms.list()[0].state, 'unacknowledged');
    alarms.restore([{ ...shelf, until: 1500 + 3_600_000 } as AlarmAct]);
    assert.equal(alarms.list()[0].state, 'shelved');
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
});
