import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWorkshop } from '@twinfloor/core/workshop';
import { failingServer } from '../testing/failing-server.js';
import { discoverRest, proposalOf } from './discover.js';

const options = { signal: new AbortController().signal, patience: 1_000 };

test('discoverRest() proposes a signal for each value of an answer, and the file is right', async () => {
  const answer = {
    Presse: { power: 12.5, state: 'running', hydraulic: { 'oil temp': 41 } },
    'Mill 2': { power: 3, door: true },
    shift: 'early',
  };
  const server = await failingServer((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer)),
  );
  const found = await discoverRest({ url: `${server.url}/api/hall.json` }, options).finally(() =>
    server.close(),
  );
  assert.deepEqual(
    found.equipment.map(({ id, name }) => [id, name]),
    [
      ['hall', 'hall'],
      ['presse', 'Presse'],
      ['mill-2', 'Mill 2'],
    ],
  );
  assert.deepEqual(found.connector.bindings, [
    { signal: 'hall/shift', from: '/shift' },
    { signal: 'presse/power', from: '/Presse/power' },
    { signal: 'presse/state', from: '/Presse/state' },
    { signal: 'mill-2/power', from: '/Mill 2/power' },
    { signal: 'mill-2/door', from: '/Mill 2/door' },
    { signal: 'presse/hydraulic.oil-temp', from: '/Presse/hydraulic/oil temp' },
  ]);
  assert.deepEqual(found.signals, [
    { name: 'shift', kind: 'text' },
    { name: 'door', kind: 'text' },
    { name: 'hydraulic.oil-temp', kind: 'number' },
  ]);
  assert.deepEqual(found.refusals, []);
  const { equipment, signals, connector } = found;
  const { workshop, problems } = readWorkshop({ id: 'hall', equipment, signals, connectors: [connector] });
  assert.deepEqual([workshop?.connectors[0].bindings.length, problems], [6, []]);
});

test('proposalOf() refuses values that fit no signal, and what is deeper or more than a person would read', () => {
  const found = proposalOf({ press: { power: 'much', 'a b': 1, 'a-b': 2 } }, 'x', {
    type: 'rest',
    url: '/x',
  });
  assert.deepEqual(found.refusals, [
    { place: '/press/power', found: 'press/power', allowed: 'a number' },
    { place: '/press/a-b', found: 'press/a-b', allowed: 'a name of its own' },
  ]);
  let deep: unknown = 1;
  for (let level = 0; level < 20; level++) deep = { in: deep };
  assert.equal(proposalOf(deep, 'x', { type: 'rest' }).refusals[0].allowed, 'up to 12 levels');
  const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`v${n}`, n]));
  const { connector, refusals } = proposalOf(many, 'x', { type: 'rest' });
  assert.deepEqual([connector.bindings.length, refusals.length], [2_000, 1]);
});

test('discoverRest() says in a sentence what is wrong with a server', async () => {
  const server = await failingServer();
  server.failure = 'truncated';
  await assert.rejects(discoverRest({ url: server.url }, options), /did not answer with JSON/);
  server.failure = 'unauthorized';
  await assert.rejects(discoverRest({ url: server.url }, options), /it does not know who asks/);
  await server.close();
  await assert.rejects(discoverRest({ url: 'ftp://x' }, options), RangeError);
});
