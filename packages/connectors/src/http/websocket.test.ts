import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, test } from 'node:test';
import { provideCredentials } from '../internal/credentials.js';
import { ConnectorRun } from '../testing/connector-run.js';
import { NodeTextSocket, type SocketServer, socketServer } from '../testing/socket-server.js';
import { failingServer } from '../testing/failing-server.js';
import type { MessageMap } from './mapping.js';
import { websocketWith } from './websocket.js';

const kinds = { 'mill/power': 'number', 'mill/program': 'text' } as const;
const bindings = [
  { signal: 'mill/power', from: 'P1', unit: 'W' },
  { signal: 'mill/program', from: '/name', to: 'job#/set/name' },
];

after(() => provideCredentials(undefined));

function connected(server: Pick<SocketServer, 'url'>, settings = {}, map?: MessageMap): ConnectorRun {
  const factory = websocketWith({ socket: NodeTextSocket, ...(map && { map }) });
  return new ConnectorRun({ factory, settings: { url: server.url, ...settings }, kinds, bindings });
}

test('websocket says who asks in its first message, never in the address, a status or a refusal', async () => {
  const server = await socketServer((socket) => socket.close(1011, 'try again'));
  provideCredentials(() => ({ token: 'very-secret"', username: 'mill' }));
  const login = { type: 'login', auth: ['{username}', 'Bearer {token}'] };
  const run = connected(server, { login, subscribe: [{ type: 'all' }, 'plain'] });
  await run.until('three messages', () => server.received.length >= 3);
  assert.deepEqual(server.received.slice(0, 3), [
    '{"type":"login","auth":["mill","Bearer very-secret\\""]}',
    '{"type":"all"}',
    'plain',
  ]);
  await run.reached('waiting');
  assert.match(run.context.statuses.at(-1)!.detail!, /closed the connection: try again/);
  const seen = JSON.stringify([server.requests, run.context.statuses, run.context.refusals]);
  assert.ok(!seen.includes('secret'));
  await run.stop();
  provideCredentials(undefined);
  await server.close();
});

test('websocket waits with a sentence while the page gives no token for its login', async () => {
  const server = await socketServer();
  const run = connected(server, { login: { token: '{token}' } });
  await run.reached('waiting');
  assert.match(run.context.statuses.at(-1)!.detail!, /the login needs a token/);
  assert.deepEqual(server.received, []);
  await run.stop();
  await server.close();
});

test('websocket is lost after two heartbeats without a word, and asks for one with its ping', async () => {
  const server = await socketServer();
  const run = connected(server, { heartbeat: 50, ping: { type: 'ping' } });
  await run.reached('live');
  await run.reached('waiting');
  assert.match(run.context.statuses.at(-1)!.detail!, /nothing heard for 0\.1 s/);
  assert.equal(server.received[0], '{"type":"ping"}');
  await run.stop();
  await server.close();
});

test('websocket gives up when the server says before anything else that it does not allow this', async () => {
  const server = await socketServer((socket) => socket.close(1008));
  const run = connected(server);
  await run.reached('failed');
  assert.match(run.context.statuses.at(-1)!.detail!, /it does not allow this/);
  await run.stop();
  await server.close();
  const other = await socketServer((socket) => {
    socket.send('{"name": "P7"}');
    socket.close(1008);
  });
  const heard = connected(other);
  await heard.reached('waiting');
  await heard.stop();
  await other.close();
});

test('websocket refuses binary messages once and goes on with text', async () => {
  const server = await socketServer();
  const run = connected(server);
  await run.until('a client', () => server.clients === 1 && run.context.state === 'live');
  server.send(new Uint8Array([1, 2, 3]));
  server.send(new Uint8Array([4]));
  server.send('{"name": "P7"}\n\n{"signal": "P1", "value": 1500}');
  await run.until('the program', () => run.values('mill/program').length > 0);
  assert.deepEqual(
    run.context.refusals.map(({ found }) => found),
    ['a binary message', '{"signal":"P1","value":1500}'],
  );
  await run.stop();
  await server.close();
});

test('websocket takes names with payload.signal, and pointers and names of frames beside each other', async () => {
  const server = await socketServer();
  const named = connected(server, { payload: { signal: '/tag', value: '/v' } });
  const both = connected(server);
  await both.until(
    'two clients',
    () => server.clients === 2 && both.context.state === 'live' && named.context.state === 'live',
  );
  server.send('[{"tag": "P1", "v": 1500}, {"tag": "mill/program", "v": "P8"}]');
  server.send('{"signals": ["P1"], "base": 1778450400000, "signal": [0], "time": [0], "value": [2500]}');
  await named.until('the frame', () => named.values('mill/power').length === 2);
  assert.deepEqual([named.values('mill/power'), named.values('mill/program')], [[1.5, 2.5], ['P8']]);
  await both.until('the frame', () => both.values('mill/power').length === 1);
  await Promise.all([named.stop(), both.stop()]);
  await server.close();
});

test('websocket sends requests in the unit of the source, and says when there is no connection', async () => {
  const server = await socketServer();
  const run = connected(server);
  await run.until('a client', () => server.clients === 1 && run.context.state === 'live');
  const [power, program] = ['mill/power', 'mill/program'].map((address) => run.context.resolve(address));
  await run.connector.request!({ signal: power, value: 2.5 });
  await run.connector.request!({ signal: program, value: 'P9' });
  await run.until('two messages', () => server.received.length === 2);
  assert.deepEqual(server.received, ['{"signal":"P1","value":2500}', '{"signal":"job","set":{"name":"P9"}}']);
  await server.close();
  await run.reached('waiting');
  await assert.rejects(run.connector.request!({ signal: power, value: 1 }), /is not connected/);
  await run.stop();
});

test('websocketWith() takes messages apart with a function of the host, and counts what it throws', async () => {
  const server = await socketServer();
  const map: MessageMap = function* (message) {
    const { points } = message as { points: [string, number][] };
    for (const [source, value] of points) yield { source, value, time: 1778450400000 };
  };
  const run = connected(server, {}, map);
  await run.until('a client', () => server.clients === 1 && run.context.state === 'live');
  server.send('{"points": [["P1", 1000], ["P1", null]]}');
  server.send('{"points": 7}');
  await run.until('a refusal', () => run.context.refusals.length > 0);
  await run.until('the power', () => run.values('mill/power').length === 2);
  assert.deepEqual(run.values('mill/power'), [1, undefined]);
  await run.stop();
  await server.close();
});

test('websocket outlives servers that are no WebSocket, never answer or close at once', async () => {
  const web = await failingServer();
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const closed = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const portOf = (server: typeof silent): number => (server.address() as { port: number }).port;
  for (const url of [web.url.replace('http', 'ws'), `ws://127.0.0.1:${portOf(closed)}`]) {
    const run = connected({ url });
    await run.reached('waiting');
    assert.match(run.context.statuses.at(-1)!.detail!, /^ws:\/\/127.* cannot be reached/);
    await run.stop();
  }
  const run = connected({ url: `ws://127.0.0.1:${portOf(silent)}` });
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(run.context.state, 'connecting');
  await run.stop();
  for (const server of [silent, closed]) server.close();
  await web.close();
});
