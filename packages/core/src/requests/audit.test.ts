import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { Twin } from '../twin/twin.js';
import { auditOf } from './audit.js';

test('each step is kept with the time of the present, whatever moment is shown', () => {
  const twin = new Twin(workshop(), { clock: new Clock(() => 5_000) });
  const audit = auditOf(twin);
  const act = { kind: 'acknowledge', equipment: 'press', alarm: 'a1', why: 'seen' } as const;
  twin.clock.at(1_000);
  audit.add({ act, who: 'Li Wei', outcome: 'done' });
  assert.deepEqual(audit.events, [{ number: 1, at: 5_000, act, who: 'Li Wei', outcome: 'done' }]);
  assert.equal(auditOf(twin), audit);
  assert.notEqual(auditOf(new Twin(workshop())), audit);
});

test('steps of one act have one number', () => {
  const audit = auditOf(new Twin(workshop()));
  const act = { kind: 'request', equipment: 'press', signal: 'press/speed', value: 3 } as const;
  const number = audit.begin();
  audit.add({ number, act, who: 'Li Wei', outcome: 'pending' });
  audit.add({ act: { kind: 'reset', equipment: 'mill' }, who: undefined, outcome: 'refused' });
  audit.add({ number, act, who: 'Li Wei', outcome: 'confirmed' });
  assert.deepEqual(
    audit.events.map((event) => [event.number, event.outcome]),
    [
      [1, 'pending'],
      [2, 'refused'],
      [1, 'confirmed'],
    ],
  );
});

test('the newest 1,000 are kept, all are counted, and a listener gets each', () => {
  const audit = auditOf(new Twin(workshop()));
  const told: number[] = [];
  const end = audit.subscribe(({ number }) => told.push(number));
  for (let index = 0; index < 1_002; index++) {
    audit.add({ act: { kind: 'reset', equipment: 'press' }, who: 'Li Wei', outcome: 'done' });
  }
  end();
  audit.add({ act: { kind: 'reset', equipment: 'press' }, who: 'Li Wei', outcome: 'done' });
  assert.equal(audit.count, 1_003);
  assert.equal(audit.events.length, 1_000);
  assert.equal(audit.events[0].number, 4);
  assert.equal(told.length, 1_002);
});
