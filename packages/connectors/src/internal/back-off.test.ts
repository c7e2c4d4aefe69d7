import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConnectionStatus, ConnectorContext } from '@twinfloor/core';
import { BackOff } from './back-off.js';

function recorded(random: number) {
  const waits: number[] = [];
  const statuses: ConnectionStatus[] = [];
  const context = {
    random: () => random,
    wait: (milliseconds: number) => Promise.resolve(void waits.push(milliseconds)),
    status: (status: ConnectionStatus) => void statuses.push(status),
  };
  return { backOff: new BackOff(context as unknown as ConnectorContext), waits, statuses };
}

test('BackOff doubles its waits from 1 s up to 30 s', async () => {
  const { backOff, waits } = recorded(1);
  for (let n = 0; n < 7; n++) await backOff.wait('no answer');
  assert.deepEqual(waits, [1000, 2000, 4000, 8000, 16000, 30000, 30000]);
});

test('BackOff takes a random part of each wait', async () => {
  const { backOff, waits } = recorded(0.25);
  for (let n = 0; n < 3; n++) await backOff.wait('no answer');
  assert.deepEqual(waits, [250, 500, 1000]);
});

test('BackOff waits at least as long as the source wants to be left alone', async () => {
  const { backOff, waits } = recorded(0.5);
  await backOff.wait('asked too often', 60_000);
  assert.deepEqual(waits, [60_500]);
});

test('BackOff begins anew after a success that lasted and tells the attempt and the time of the next try', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const { backOff, waits, statuses } = recorded(0.5);
  await backOff.wait('no answer');
  await backOff.wait('no answer');
  backOff.reset();
  t.mock.timers.tick(2_000);
  await backOff.wait('connection lost');
  assert.deepEqual(waits, [500, 1000, 500]);
  assert.deepEqual(
    statuses.map(({ state, attempt, detail }) => [state, attempt, detail]),
    [
      ['waiting', 1, 'no answer'],
      ['waiting', 2, 'no answer'],
      ['waiting', 1, 'connection lost'],
    ],
  );
  assert.ok(statuses.every((status) => Math.abs(status.retryAt! - Date.now()) < 2_000));
});

test('BackOff is still finite after a thousand failures', async () => {
  const { backOff, waits } = recorded(1);
  for (let n = 0; n < 2_000; n++) await backOff.wait('no answer');
  assert.equal(waits.at(-1), 30000);
});

test('BackOff waits longer and longer for a source that goes away as soon as it is reached', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const { backOff, waits } = recorded(1);
  for (let n = 0; n < 4; n++) {
    backOff.reset();
    t.mock.timers.tick(500);
    await backOff.wait('taken by another client');
  }
  assert.deepEqual(waits, [1000, 2000, 4000, 8000]);
  assert.equal(backOff.isFlapping, true);
  backOff.reset();
  t.mock.timers.tick(2_000);
  await backOff.wait('connection lost');
  assert.equal(waits.at(-1), 1000);
  assert.equal(backOff.isFlapping, false);
});
