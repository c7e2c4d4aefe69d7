import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Mosquitto, NodeSocket } from '../../testing/mosquitto.js';
import { strangeBroker } from '../../testing/strange-broker.js';
import { MqttConnection } from './connection.js';

let broker: Mosquitto;
before(async () => {
  broker = await Mosquitto.start();
});
after(() => broker.stop());

async function until(what: string, condition: () => boolean): Promise<void> {
  for (const begin = Date.now(); !condition(); await pause(5)) {
    assert.ok(Date.now() - begin < 20_000, `waited in vain until ${what}`);
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

function opened(url: string, options: object, onMessage: (topic: string) => void = () => {}) {
  return MqttConnection.open(
    {
      url,
      clientId: 'pinging',
      keepSession: false,
      socket: NodeSocket,
      onMessage,
      onHeard: () => {},
      ...options,
    },
    new AbortController().signal,
  );
}

test('after an unsubscription nothing more comes of that topic', async () => {
  const topics: string[] = [];
  const connection = await MqttConnection.open(
    {
      url: broker.url,
      clientId: 'unsubscribing',
      keepSession: false,
      socket: NodeSocket,
      onMessage: (topic) => topics.push(topic),
      onHeard: () => {},
    },
    new AbortController().signal,
  );
  assert.deepEqual(
    await connection.subscribe([
      { filter: 'a/+', qos: 1 },
      { filter: 'b/#', qos: 1 },
    ]),
    [],
  );
  connection.listen();
  const publisher = await broker.publisher();
  await publisher.publish('a/1', '1');
  await publisher.publish('b/1/2', '1');
  await until('both have arrived', () => topics.length === 2);
  await connection.unsubscribe(['a/+']);
  await publisher.publish('a/1', '2');
  await publisher.publish('b/3', '2');
  await until('the second has arrived', () => topics.length === 3);
  assert.deepEqual(topics, ['a/1', 'b/1/2', 'b/3']);
  publisher.end();
  connection.end('done');
});

test('a client that only listens is not forgotten while messages come', async () => {
  let count = 0;
  let reason = '';
  // The broker forgets who is silent for one and a half times two seconds.
  const connection = await opened(broker.url, { pingInterval: 250 }, () => count++);
  void connection.closed.then((why) => (reason = why));
  await connection.subscribe([{ filter: 'ticks', qos: 0 }]);
  connection.listen();
  const publisher = await broker.publisher();
  for (let n = 0; n < 50; n++) {
    await publisher.publish('ticks', String(n));
    await pause(100);
  }
  await until('all have arrived', () => count === 50);
  assert.equal(reason, '');
  publisher.end();
  connection.end('done');
});

test('a broker that went silent is given up', async () => {
  const strange = await strangeBroker((send, message) => {
    if (message === 0) send([0x20, 2, 0, 0]);
  });
  const connection = await opened(strange.url, { pingInterval: 50 });
  assert.match(await connection.closed, /silent/);
  strange.stop();
});

for (const version of ['5', '3.1.1'] as const) {
  test(`MQTT ${version}: what is published arrives, and a will when the client is lost, but not when it leaves`, async () => {
    const heard: string[] = [];
    const listener = await opened(broker.url, { clientId: `ear-${version}`, version }, (topic) =>
      heard.push(topic),
    );
    await listener.subscribe([{ filter: `${version}/#`, qos: 1 }]);
    listener.listen();
    const payload = new TextEncoder().encode('now');
    for (const end of ['leaves', 'is-lost']) {
      const will = { topic: `${version}/will/${end}`, payload, qos: 1, retain: true };
      const speaker = await opened(broker.url, { clientId: `mouth-${version}`, version, will });
      await speaker.publish({ topic: `${version}/0/${end}`, payload });
      await speaker.publish({ topic: `${version}/1/${end}`, payload, qos: 1 });
      if (end === 'leaves') speaker.leave();
      else speaker.end('lost');
      await assert.rejects(speaker.publish({ topic: 'late', payload }), /is not connected$/);
    }
    await until('the will has arrived', () => heard.includes(`${version}/will/is-lost`));
    assert.deepEqual(heard, [
      `${version}/0/leaves`,
      `${version}/1/leaves`,
      `${version}/0/is-lost`,
      `${version}/1/is-lost`,
      `${version}/will/is-lost`,
    ]);
    listener.end('done');
  });
}

test('70,000 messages of QoS 1 are published over one connection: the number 0 is left out', async () => {
  const connection = await opened(broker.url, { clientId: 'many' });
  const payload = new Uint8Array(1);
  for (let sent = 0; sent < 70_000; sent += 1_000) {
    await Promise.all(
      Array.from({ length: 1_000 }, () => connection.publish({ topic: 'many', payload, qos: 1 })),
    );
  }
  connection.leave();
});
