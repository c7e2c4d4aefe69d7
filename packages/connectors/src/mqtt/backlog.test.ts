import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backlog } from './backlog.js';

test('while a broker tells what it kept, no more is known than it has told', () => {
  const backlog = new Backlog(1_000, 500_000, 0);
  assert.equal(backlog.knownUntil(500_100, 100), 1_000);
  backlog.take(200_000, 200);
  backlog.take(150_000, 300);
  assert.equal(backlog.knownUntil(500_400, 400), 200_000);
  backlog.take(500_300, 400);
  assert.equal(backlog.knownUntil(500_400, 400), 200_000);
});

test('a minute without a message of the time before, all is told', () => {
  const backlog = new Backlog(1_000, 500_000, 0);
  backlog.take(200_000, 5_000);
  assert.equal(backlog.knownUntil(565_000, 65_000), 200_000);
  assert.equal(backlog.knownUntil(565_001, 65_001), 565_001);
});

test('a source that repeats old times is no backlog after ten minutes', () => {
  const backlog = new Backlog(1_000, 500_000, 0);
  backlog.take(2_000, 599_999);
  assert.equal(backlog.knownUntil(1_100_000, 600_000), 2_000);
  assert.equal(backlog.knownUntil(1_100_001, 600_001), 1_100_001);
});

test('how long a broker takes goes by the wall clock where the time of the twin passes 200 times as fast', () => {
  const backlog = new Backlog(0, 500_000, 0);
  backlog.take(200_000, 1_000);
  assert.equal(backlog.knownUntil(900_000, 2_000), 200_000);
});
