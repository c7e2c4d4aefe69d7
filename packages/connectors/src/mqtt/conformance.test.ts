import { test } from 'node:test';
import type { Binding, ConnectorSettings } from '@twinfloor/core';
import { connectorConformance, type Emission, type Rig } from '@twinfloor/core/conformance';
import { Mosquitto, NodeSocket } from '../testing/mosquitto.js';
import { Wire } from '../testing/wire.js';
import { mqttOver } from './index.js';

const signals = {
  'mill/power': 'number',
  'mill/program': 'text',
  'mill/state': 'state',
  'mill/conditions': 'condition',
} as const;

const bindings: readonly Binding[] = [
  { signal: 'mill/power', from: 'shop/mill/energy#/electric/watts', unit: 'W' },
  { signal: 'mill/program', from: 'shop/mill/program' },
  { signal: 'mill/state', from: 'shop/+/execution', vocabulary: 'mtconnect' },
  { signal: 'mill/conditions', from: 'shop/mill/oil' },
];

const factory = mqttOver(NodeSocket);

function entry(settings: Record<string, unknown>): ConnectorSettings {
  return { type: 'mqtt', id: 'mqtt-1', bindings, settings };
}

function messageOf({ signal, time, value }: Emission): [topic: string, payload: string] {
  if (signal === 'mill/power') {
    const electric = { watts: Number(value) * 1000 };
    return ['shop/mill/energy', JSON.stringify({ time: new Date(time).toISOString(), electric })];
  }
  if (signal === 'mill/program') return ['shop/mill/program', JSON.stringify({ timestamp_ms: time, value })];
  if (signal === 'mill/conditions') {
    const report = { key: 'logic', level: value, ...(value === 'fault' && { code: '81' }) };
    return ['shop/mill/oil', JSON.stringify({ time, value: report })];
  }
  return ['shop/mill/execution', JSON.stringify([{ time, value: value === 'running' ? 'ACTIVE' : 'READY' }])];
}

/** What all rigs with a real broker have in common. */
function rigOf(
  broker: Mosquitto,
  settings: ConnectorSettings,
  own: Pick<Rig, 'cut' | 'restore' | 'stop' | 'source'>,
): Rig {
  return {
    ...own,
    factory,
    settings,
    signals,
    wrongSettings: {
      url: entry({ url: 'http://127.0.0.1' }),
      topics: entry({ url: broker.url, topics: 'shop/#' }),
      version: entry({ url: broker.url, version: '4' }),
      topic: entry({ url: broker.url, topics: ['shop/#/state'] }),
      qos: entry({ url: broker.url, qos: 2 }),
      'payload.value': entry({ url: broker.url, payload: { value: 'v' } }),
      'payload.worth': entry({ url: broker.url, payload: { worth: '/v' } }),
    },
    async emit(emissions) {
      const publisher = await broker.publisher();
      // One after the other: the order of topics is part of what was said.
      for (const emission of emissions) await publisher.publish(...messageOf(emission));
      publisher.end();
    },
    async garbage() {
      const publisher = await broker.publisher();
      await publisher.publish('shop/mill/program', '{"value": ');
      await publisher.publish('shop/mill/program', Buffer.from([0xff, 0xfe, 0x00]));
      await publisher.publish('shop/mill/energy', '{"electric": {}}');
      await publisher.publish('shop/mill/energy', '{"electric": {"watts": "many"}}');
      await publisher.publish('shop/mill/execution', '{"value": "DANCING", "time": "yesterday"}');
      publisher.end();
      return 5;
    },
  };
}

/** The broker itself dies and comes back empty. */
async function startWithBroker(version: string): Promise<Rig> {
  const broker = await Mosquitto.start();
  return rigOf(broker, entry({ url: broker.url, version }), {
    source: { speaks: 'live', canBeLost: true, refills: false, repeats: true, followsDemand: false },
    cut: () => broker.kill(),
    restore: () => broker.start(),
    stop: () => broker.stop(),
  });
}

/** The way to the broker is cut; the broker keeps what comes for a client that it knows. */
async function startWithSession(version: string): Promise<Rig> {
  const broker = await Mosquitto.start();
  const wire = await Wire.to(broker.webSocketPort);
  const settings = entry({
    url: `ws://127.0.0.1:${wire.port}`,
    version,
    qos: 1,
    clientId: 'conformance',
  });
  return rigOf(broker, settings, {
    source: { speaks: 'live', canBeLost: true, refills: true, repeats: true, followsDemand: false },
    cut: () => wire.cut(),
    restore: () => wire.join(),
    async stop() {
      await wire.cut();
      await broker.stop();
    },
  });
}

for (const version of ['5', '3.1.1']) {
  const suites = [
    { name: `mqtt ${version}, broker restarted,`, start: () => startWithBroker(version) },
    { name: `mqtt ${version}, session kept,`, start: () => startWithSession(version) },
  ];
  for (const suite of suites) {
    for (const { title, run } of await connectorConformance(suite)) test(title, run);
  }
}
