import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Binding, registerConnectorType, Twin } from '@twinfloor/core';
import { auditOf, permit, requestsOf } from '@twinfloor/core/requests';
import { readWorkshop } from '@twinfloor/core/workshop';
import { MqttConnection } from '../internal/mqtt/connection.js';
import { Mosquitto, NodeSocket } from '../testing/mosquitto.js';
import { mqttOver } from './index.js';

const broker = await Mosquitto.start();
const twins: Twin[] = [];
after(async () => {
  await Promise.all(twins.map((twin) => twin.stop()));
  broker.stop();
});

registerConnectorType('mqtt', () => Promise.resolve(mqttOver(NodeSocket)));

const bindings: Binding[] = [{ signal: 'press/speed', from: 'shop/press/speed', to: 'cmd/press/speed' }];

/** A controller at the broker that does what it is told, or not. */
async function controller(answer: (value: number) => number | undefined): Promise<MqttConnection> {
  const connection = await MqttConnection.open(
    {
      url: broker.url,
      clientId: `controller-${twins.length}`,
      keepSession: false,
      socket: NodeSocket,
      onMessage: (_topic, payload) => {
        const { value } = JSON.parse(new TextDecoder().decode(payload)) as { value: number };
        const now = answer(value);
        if (now !== undefined) void say(connection, now);
      },
      onHeard: () => {},
    },
    new AbortController().signal,
  );
  await connection.subscribe([{ filter: 'cmd/#', qos: 1 }]);
  connection.listen();
  return connection;
}

function say(connection: MqttConnection, value: number): Promise<void> {
  const payload = new TextEncoder().encode(JSON.stringify({ value }));
  return connection.publish({ topic: 'shop/press/speed', payload, qos: 1, retain: true });
}

async function plant(): Promise<Twin> {
  const { workshop } = readWorkshop({
    id: 'w',
    timeZone: 'UTC',
    equipment: [{ id: 'press', level: 'workUnit' }],
    signals: [
      {
        name: 'speed',
        kind: 'number',
        unit: '1/min',
        request: { minimum: 0, maximum: 60, step: 5, timeout: 1 },
      },
    ],
    connectors: [{ type: 'mqtt', id: 'broker', url: broker.url, bindings }],
  });
  assert.ok(workshop);
  const twin = new Twin(workshop);
  twins.push(twin);
  permit(twin, () => ({ who: 'Li Wei' }));
  twin.start();
  while (twin.series('press/speed', 'number')?.length === undefined) await pause(5);
  return twin;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('a request over a broker is confirmed when the controller reports the value', async () => {
  const connection = await controller((value) => value);
  await say(connection, 40);
  const twin = await plant();
  const { state, from, detail } = await requestsOf(twin).ask('press/speed', 45);
  assert.deepEqual([state, from, detail], ['confirmed', 40, undefined]);
  assert.equal(twin.series('press/speed', 'number')?.at(Date.now())?.value, 45);
  assert.deepEqual(
    auditOf(twin).events.map(({ who, outcome }) => [who, outcome]),
    [
      ['Li Wei', 'pending'],
      ['Li Wei', 'confirmed'],
    ],
  );
  connection.leave();
});

test('a request over a broker that the controller does not follow has timed out, and the value stays', async () => {
  const connection = await controller(() => undefined);
  await say(connection, 40);
  const twin = await plant();
  const { state } = await requestsOf(twin).ask('press/speed', 45);
  assert.equal(state, 'timedOut');
  assert.equal(twin.series('press/speed', 'number')?.at(Date.now())?.value, 40);
  connection.leave();
});
