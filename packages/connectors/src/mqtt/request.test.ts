import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Binding, ConnectorSettings } from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';
import { MqttConnection } from '../internal/mqtt/connection.js';
import { Mosquitto, NodeSocket } from '../testing/mosquitto.js';
import { mqttOver } from './index.js';
import { requestMessage } from './request-message.js';

const broker = await Mosquitto.start();
after(() => broker.stop());

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

for (const [to, payload, topic, written] of [
  ['cmd/mill', {}, 'cmd/mill', '{"value":5,"time":1000}'],
  ['cmd/mill#/set/speed', {}, 'cmd/mill', '{"set":{"speed":5},"time":1000}'],
  ['cmd/mill#/', {}, 'cmd/mill', '{"":5,"time":1000}'],
  ['cmd/mill', { value: '' }, 'cmd/mill', '5'],
  ['cmd/mill', { value: '/d/v', time: '/d/t' }, 'cmd/mill', '{"d":{"v":5,"t":1000}}'],
  ['cmd/mill#/a~1b/__proto__', {}, 'cmd/mill', '{"a/b":{"__proto__":5},"time":1000}'],
] as const) {
  test(`a request to ${to} with ${JSON.stringify(payload)} is the message ${written}`, () => {
    const message = requestMessage(to, 5, 1000, payload);
    assert.deepEqual([message.topic, text(message.payload)], [topic, written]);
  });
}

test('a request needs a single topic', () => {
  assert.throws(() => requestMessage('cmd/+', 5, 1000, {}), /^Error: cmd\/\+ names no single topic/);
});

const signals = { 'mill/power': 'number', 'mill/state': 'state', 'mill/program': 'text' } as const;
const bindings: readonly Binding[] = [
  { signal: 'mill/power', from: 'shop/mill/power', to: 'cmd/mill/power', unit: 'W' },
  { signal: 'mill/program', from: 'shop/mill/program' },
  { signal: 'mill/state', from: 'shop/mill/execution', to: 'cmd/mill/state', vocabulary: 'mtconnect' },
];

for (const version of ['5', '3.1.1'] as const) {
  test(`MQTT ${version}: a request is published in the unit of the source, and not confirmed by itself`, async () => {
    const entry: ConnectorSettings = {
      type: 'mqtt',
      id: 'mqtt-1',
      bindings,
      settings: { url: broker.url, version },
    };
    const connector = mqttOver(NodeSocket)(entry);
    const context = new ConformanceContext({ signals });
    const [power, program, state] = ['power', 'program', 'state'].map((name) =>
      context.resolve(`mill/${name}`),
    );
    await assert.rejects(connector.request!({ signal: power, value: 2 }), /is not connected$/);
    const heard: [string, string][] = [];
    const listener = await MqttConnection.open(
      {
        url: broker.url,
        clientId: `machine-${version}`,
        keepSession: false,
        socket: NodeSocket,
        onMessage: (topic, payload) => heard.push([topic, text(payload)]),
        onHeard: () => {},
      },
      new AbortController().signal,
    );
    await listener.subscribe([{ filter: 'cmd/#', qos: 1 }]);
    listener.listen();
    const ended = connector.run(context);
    while (context.state !== 'live') await new Promise((resolve) => setTimeout(resolve, 5));
    await connector.request!({ signal: power, value: 2.5 });
    await assert.rejects(
      connector.request!({ signal: program, value: 'O1' }),
      /^Error: shop\/mill\/program is read, so a request cannot go there$/,
    );
    await assert.rejects(connector.request!({ signal: state, value: 'idle' }), /words of mtconnect$/);
    while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(heard.length, 1);
    assert.equal(heard[0][0], 'cmd/mill/power');
    assert.equal((JSON.parse(heard[0][1]) as { value: number }).value, 2500);
    assert.deepEqual(context.rows, []);
    context.abort();
    await ended;
    await assert.rejects(connector.request!({ signal: power, value: 2 }), /is not connected$/);
    listener.leave();
  });
}
