import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intervalEnd } from './interval-end.js';

const written = (time: number) => new Date(time).toISOString();

test('intervalEnd() takes 00:00 for the start of its date, or for its end where the meter means that', () => {
  assert.equal(written(intervalEnd('2018-01-15', '13:45', 'Asia/Seoul')), '2018-01-15T04:45:00.000Z');
  assert.equal(written(intervalEnd('2018-01-15', '00:00', 'UTC')), '2018-01-15T00:00:00.000Z');
  assert.equal(written(intervalEnd('2018-01-15', '00:00', 'UTC', 'end')), '2018-01-16T00:00:00.000Z');
  assert.equal(written(intervalEnd('2018-01-15', '24:00', 'UTC')), '2018-01-16T00:00:00.000Z');
  assert.equal(
    written(intervalEnd('2026-03-29', '00:00', 'Europe/Berlin', 'end')),
    '2026-03-29T22:00:00.000Z',
  );
});

test('intervalEnd() names what it refuses', () => {
  assert.throws(() => intervalEnd('15/01/2018', '13:45', 'UTC'), /invalid date: 15\/01\/2018/);
  assert.throws(() => intervalEnd('2018-01-15', '25:00', 'UTC'), /invalid time: 25:00/);
});
