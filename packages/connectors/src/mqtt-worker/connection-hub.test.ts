import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import type { ConnectorSettings } from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';
import WebSocket from 'ws';
import { type Credentials, provideCredentials } from '../internal/credentials.js';
import { type SharedPort, shareConnections } from '../internal/mqtt/sharing.js';
import type { SocketConstructor } from '../internal/mqtt/socket.js';
import { mqttOver } from '../mqtt/index.js';
import { Mosquitto } from '../testing/mosquitto.js';
import { ConnectionHub } from './connection-hub.js';

const user = { username: 'hall-3', password: 'secret' };
const broker = await Mosquitto.start();
const guarded = await Mosquitto.start({ user });
const running: (() => Promise<void>)[] = [];
after(async () => {
  await Promise.all([broker.stop(), guarded.stop()]);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((end) => end()));
  shareConnections(undefined);
  provideCredentials(undefined);
});

/** A shared worker in this process, and the sockets that it opened. */
function worker(patience?: number) {
  const sockets: WebSocket[] = [];
  class Counted extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols);
      sockets.push(this);
    }
  }
  const hub = new ConnectionHub(
    Counted as unknown as SocketConstructor,
    patience === undefined ? {} : { patience },
  );
  const ports: SharedPort[] = [];
  shareConnections(() => {
    const { port1, port2 } = new MessageChannel();
    hub.join(port1 as SharedPort);
    ports.push(port2 as SharedPort);
    return { port: port2 as SharedPort, onerror: null };
  });
  const open = (): number => sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length;
  return { sockets, ports, open };
}

/** A socket that no page may use, as all goes through the worker. */
class NoSocket {
  constructor() {
    throw new Error('a connection of its own');
  }
}

/** Starts what one page does. */
function page(settings: object, socket = NoSocket as unknown as SocketConstructor) {
  const entry: ConnectorSettings = {
    type: 'mqtt',
    id: 'mqtt-1',
    bindings: [],
    settings: { url: broker.url, topics: ['shop/{equipment}/{signal}'], ...settings },
  };
  const context = new ConformanceContext({ signals: { 'mill/power': 'number', 'mill/load': 'number' } });
  const ended = mqttOver(socket)(entry).run(context);
  const end = async (): Promise<void> => {
    context.abort();
    await ended;
  };
  running.push(end);
  return { context, end, values: () => context.rows.map(({ value }) => value) };
}

async function until(what: string, condition: () => boolean): Promise<void> {
  for (const begin = Date.now(); !condition(); await new Promise((resolve) => setTimeout(resolve, 5))) {
    assert.ok(Date.now() - begin < 20_000, `waited in vain until ${what}`);
  }
}

const live = ({ context }: { context: ConformanceContext }): boolean => context.state === 'live';

test('ten pages use one connection, each gets what it listens to, and the last one closes it', async () => {
  const { sockets, open } = worker();
  const pages = Array.from({ length: 9 }, () => page({}));
  const other = page({ topics: ['other/{equipment}/{signal}'] });
  await until('all are live', () => [...pages, other].every(live));
  assert.equal(sockets.length, 1);
  const publisher = await broker.publisher();
  for (let value = 0; value < 500; value++) await publisher.publish('shop/mill/power', String(value));
  await publisher.publish('other/mill/load', '7');
  await until('all have arrived', () =>
    [...pages, other].every(({ values }) => values().includes(7) || values().length === 500),
  );
  publisher.end();
  const all = Array.from({ length: 500 }, (_, value) => value);
  for (const { values, context } of pages) {
    assert.deepEqual(values(), all);
    assert.deepEqual(context.refusals, []);
  }
  assert.deepEqual(other.values(), [7]);
  await Promise.all(pages.map(({ end }) => end()));
  assert.equal(open(), 1);
  await other.end();
  await until('it is closed', () => open() === 0);
});

test('a page that comes later gets what the broker has retained, the others do not get it again', async () => {
  worker();
  const publisher = await broker.publisher();
  await publisher.publish('late/mill/power', '1', true);
  const topics = ['late/{equipment}/{signal}'];
  const first = page({ topics });
  await until('the first knows it', () => first.values().length === 1);
  await publisher.publish('late/mill/power', '2', true);
  await until('the first knows the second', () => first.values().length === 2);
  const second = page({ topics });
  await until('the second knows it', () => second.values().length === 1);
  await publisher.publish('late/mill/power', '3');
  await until('both know the third', () => first.values().includes(3) && second.values().includes(3));
  publisher.end();
  assert.deepEqual(first.values(), [1, 2, 3]);
  assert.deepEqual(second.values(), [2, 3]);
});

test('a topic that one page no longer listens to still reaches the other', async () => {
  worker();
  const [first, second] = [page({}), page({})];
  await until('both are live', () => live(first) && live(second));
  await first.end();
  const publisher = await broker.publisher();
  await publisher.publish('shop/mill/power', '4');
  publisher.end();
  await until('it has arrived', () => second.values().length === 1);
  assert.deepEqual([first.values(), second.values()], [[], [4]]);
});

test('pages with other credentials, another version or a client id of their own do not share', async () => {
  const { sockets } = worker();
  provideCredentials(() => user);
  const pages = [page({ url: guarded.url }), page({ url: guarded.url, version: '3.1.1' })];
  await until('both are live', () => pages.every(live));
  assert.equal(sockets.length, 2);
  const wrong: Credentials = { ...user, password: 'wrong' };
  provideCredentials(() => wrong);
  const stranger = page({ url: guarded.url });
  await until('it failed', () => stranger.context.state === 'failed');
  assert.match(stranger.context.statuses.at(-1)!.detail!, /^the broker (refuses|gives no permission)/);
  assert.equal(sockets.length, 3);
  assert.ok(pages.every(live));
  provideCredentials(() => user);
  const own = page({ url: guarded.url, clientId: 'own', qos: 1 }, WebSocket as unknown as SocketConstructor);
  await until('it is live', () => live(own));
  assert.equal(sockets.length, 3);
});

test('a broker that was away is found again by all pages, over one connection', async () => {
  const { sockets, open } = worker();
  const pages = [page({}), page({}), page({})];
  await until('all are live', () => pages.every(live));
  await broker.kill();
  await until('all wait', () =>
    pages.every(({ context }) => context.statuses.some(({ state }) => state === 'waiting')),
  );
  await broker.start();
  await until('all are live again', () => pages.every(live));
  assert.equal(open(), 1);
  assert.ok(sockets.length > 1);
});

test('a page that says nothing more is let go', async () => {
  const { open, ports } = worker(1_000);
  const silent = page({});
  await until('it is live', () => live(silent));
  // What a crash does: no word from the page, and none reaches it.
  ports[0].onmessage = null;
  await until('it was let go', () => open() === 0);
});

for (const [what, make] of [
  [
    'does not exist',
    () => {
      throw new ReferenceError('SharedWorker is not defined');
    },
  ],
  [
    'cannot be loaded',
    () => {
      const { port1 } = new MessageChannel();
      const worker = { port: port1 as SharedPort, onerror: null as ((event: Event) => void) | null };
      setTimeout(() => worker.onerror?.(new Event('error')), 10);
      return worker;
    },
  ],
] as const) {
  test(`where a shared worker ${what} a page has a connection of its own`, async () => {
    shareConnections(make);
    const alone = page({}, WebSocket as unknown as SocketConstructor);
    await until('it is live', () => live(alone));
  });
}
