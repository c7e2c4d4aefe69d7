import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { format } from 'node:util';
import type { ConnectorSettings } from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';
import WebSocket from 'ws';
import { type Credentials, provideCredentials } from '../internal/credentials.js';
import type { SocketConstructor } from '../internal/mqtt/socket.js';
import { Mosquitto, NodeSocket } from '../testing/mosquitto.js';
import { mqttOver } from './index.js';

const user = { username: 'hall-3', password: 'correct horse battery staple' };
const signals = { 'mill/power': 'number' } as const;
const running: ConformanceContext[] = [];
const brokers: Mosquitto[] = [];

afterEach(() => provideCredentials(undefined));
after(async () => {
  for (const context of running) context.abort();
  await Promise.all(brokers.map((broker) => broker.stop()));
});

async function brokerWith(options: Parameters<typeof Mosquitto.start>[0]): Promise<Mosquitto> {
  const broker = await Mosquitto.start(options);
  brokers.push(broker);
  return broker;
}

function started(settings: object, socket: SocketConstructor = NodeSocket) {
  const entry: ConnectorSettings = {
    type: 'mqtt',
    id: 'mqtt-1',
    bindings: [],
    settings: { topics: ['shop/{equipment}/{signal}'], ...settings },
  };
  const context = new ConformanceContext({ signals });
  running.push(context);
  const ended = mqttOver(socket)(entry).run(context);
  return { context, entry, end: () => (context.abort(), ended) };
}

async function until(what: string, condition: () => boolean): Promise<void> {
  for (const begin = Date.now(); !condition(); await new Promise((resolve) => setTimeout(resolve, 5))) {
    assert.ok(Date.now() - begin < 20_000, `waited in vain until ${what}`);
  }
}

/** What is written to the console while a function runs. */
async function written(run: () => Promise<void>): Promise<string> {
  const names = ['log', 'info', 'warn', 'error', 'debug'] as const;
  const before = names.map((name) => console[name]);
  let text = '';
  for (const name of names) console[name] = (...parts: unknown[]) => void (text += `${format(...parts)}\n`);
  try {
    await run();
  } finally {
    names.forEach((name, index) => (console[name] = before[index]));
  }
  return text;
}

for (const version of ['5', '3.1.1'] as const) {
  test(`MQTT ${version}: the right password opens the broker, a wrong one ends in failed, none of both is told anywhere`, async () => {
    const broker = await brokerWith({ user });
    const urls: string[] = [];
    class Noting extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols);
        urls.push(url, ...protocols);
      }
    }
    const wrong = { username: 'hall-4', password: 'wrong horse' };
    const told: unknown[] = [];
    const text = await written(async () => {
      for (const [given, state] of [
        [user, 'live'],
        [wrong, 'failed'],
        [undefined, 'failed'],
      ] as const) {
        provideCredentials(() => given);
        const { context, entry, end } = started(
          { url: broker.url, version },
          Noting as unknown as SocketConstructor,
        );
        await until(state, () => context.state === state);
        if (state === 'failed')
          assert.match(context.statuses.at(-1)!.detail!, /^the broker (refuses user name|gives no perm)/);
        await end();
        told.push(context.statuses, context.refusals, entry);
      }
    });
    const everything = JSON.stringify([told, urls, text]);
    assert.match(everything, /"live"/);
    for (const secret of [...Object.values(user), ...Object.values(wrong)]) {
      assert.equal(everything.includes(secret), false);
      assert.equal(everything.includes(encodeURIComponent(secret)), false);
      assert.equal(everything.includes(btoa(secret)), false);
    }
  });
}

test('what may be secret in the address of a broker stands in no status', async () => {
  const { context, end } = started({ url: 'ws://127.0.0.1:1/mqtt?key=very-secret' });
  await until('it waits', () => context.state === 'waiting');
  await end();
  const { detail } = context.statuses.find(({ state }) => state === 'waiting')!;
  assert.equal(detail, 'ws://127.0.0.1:1/mqtt cannot be reached');
  assert.doesNotMatch(JSON.stringify([context.statuses, context.refusals]), /very-secret/);
});

test('credentials are asked anew before each connection, with the entry of the connector', async () => {
  const broker = await brokerWith({ user });
  const asked: string[] = [];
  provideCredentials((connector) => {
    asked.push(`${connector.id} ${String(connector.settings['url'])}`);
    return asked.length === 1 ? { username: user.username, token: user.password } : user;
  });
  const { context, end } = started({ url: broker.url });
  await until('it is live', () => context.state === 'live');
  await broker.kill();
  await until('it waits', () => context.state === 'waiting');
  await broker.start();
  await until('it is live again', () => context.state === 'live');
  await end();
  assert.deepEqual(new Set(asked), new Set([`mqtt-1 ${broker.url}`]));
  assert.ok(asked.length >= 2);
});

test('an error of the host that has no credentials becomes the status, and it is asked again', async () => {
  const broker = await brokerWith({ user });
  let count = 0;
  provideCredentials(async (): Promise<Credentials> => {
    await Promise.resolve();
    if (++count === 1) throw new Error('nobody is logged in');
    return user;
  });
  const { context, end } = started({ url: broker.url });
  await until('it is live', () => context.state === 'live');
  const waiting = context.statuses.find(({ state }) => state === 'waiting');
  assert.equal(waiting?.detail, 'no credentials: nobody is logged in');
  await end();
});

test('a host that never answers does not keep the connector from ending', async () => {
  provideCredentials(() => new Promise(() => {}));
  const { end } = started({ url: 'ws://127.0.0.1:9' });
  await end();
});

test('a broker with TLS is read by a socket that trusts its certificate, and not reached by one that does not', async () => {
  const broker = await brokerWith({ tls: true, user });
  const ca = broker.certificate;
  class Trusting extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { ca });
    }
  }
  provideCredentials(() => user);
  const { context, end } = started({ url: broker.url }, Trusting as unknown as SocketConstructor);
  await until('it is live', () => context.state === 'live');
  const publisher = await broker.publisher();
  await publisher.publish('shop/mill/power', '{"time": 1700000000000, "value": 12.5}');
  await until('it has arrived', () => context.rows.length === 1);
  assert.deepEqual([context.rows[0].time, context.rows[0].value], [1_700_000_000_000, 12.5]);
  publisher.end();
  await end();

  const stranger = started({ url: broker.url });
  await until('it waits', () => stranger.context.state === 'waiting');
  assert.equal(stranger.context.statuses.at(-1)!.detail, `${broker.url} cannot be reached`);
  await stranger.end();
});

test('an address with a user name and a password is refused, without telling them', () => {
  assert.throws(() => started({ url: 'wss://hall:secret@broker:8084/mqtt' }), {
    name: 'RangeError',
    message: /^invalid url: "wss:\/\/…@broker:8084\/mqtt", allowed: /,
  });
});
