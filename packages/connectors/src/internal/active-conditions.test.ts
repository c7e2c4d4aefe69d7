import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ActiveConditions } from './active-conditions.js';

test('the worst level under any key counts; what nobody heard of is unavailable', () => {
  const conditions = new ActiveConditions();
  assert.equal(conditions.worst, 'unavailable');
  conditions.apply({ key: 'a', level: 'normal' });
  assert.equal(conditions.worst, 'normal');
  conditions.apply({ key: 'a', level: 'warning', code: '1' });
  conditions.apply({ key: 'b', level: 'fault', code: '2' });
  assert.equal(conditions.worst, 'fault');
  conditions.apply({ key: 'b', level: 'normal', code: '2' });
  assert.equal(conditions.worst, 'warning');
});

test('a source that makes a new key for each alarm fills no memory, and what is active stays', () => {
  const conditions = new ActiveConditions();
  conditions.apply({ key: 'spindle', level: 'fault', code: 'hot' });
  for (let count = 0; count < 50_000; count++) {
    conditions.apply({ key: `alarm-${count}`, level: 'warning', code: 'x' });
    conditions.apply({ key: `alarm-${count}`, level: 'normal', code: 'x' });
  }
  assert.ok(conditions.keys.length <= 5_000);
  assert.equal(conditions.keys[0], 'spindle');
  assert.equal(conditions.worst, 'fault');
});

test('alarms that never end do not fill memory either', () => {
  const conditions = new ActiveConditions();
  for (let count = 0; count < 20_000; count++) {
    conditions.apply({ key: `alarm-${count}`, level: 'warning' });
    conditions.apply({ key: 'one', level: 'fault', code: `${count}` });
  }
  assert.ok(conditions.reports().length <= 6_000);
  assert.equal(conditions.worst, 'fault');
});
