import { test } from 'node:test';
import type { Binding, ConnectorSettings } from '@twinfloor/core';
import { connectorConformance, type Emission, type Rig } from '@twinfloor/core/conformance';
import { Mosquitto, NodeSocket } from '../testing/mosquitto.js';
import { Wire } from '../testing/wire.js';
import { opcuaJsonOver } from './index.js';

const signals = {
  'mill/power': 'number',
  'mill/program': 'text',
  'mill/state': 'state',
  'mill/conditions': 'condition',
} as const;

const bindings: readonly Binding[] = [
  { signal: 'mill/power', from: 'plant/meter#Electricity/AcActivePowerTotal', unit: 'W' },
  { signal: 'mill/program', from: '+/control#ActiveProgram/Name' },
  { signal: 'mill/state', from: '7#MachineryItemState', vocabulary: 'machinery' },
  { signal: 'mill/conditions', from: 'plant/alarms#' },
];

const factory = opcuaJsonOver(NodeSocket);

function entry(settings: Record<string, unknown>): ConnectorSettings {
  return { type: 'opcua-json', id: 'opcua-1', bindings, settings };
}

/** Each signal in a form of its own: 1.05, 1.04, samples mode, event. */
function messageOf({ signal, time, value }: Emission): [topic: string, message: object] {
  const Timestamp = new Date(time).toISOString();
  const network = (message: object): object => ({
    MessageId: `${signal} ${time}`,
    MessageType: 'ua-data',
    PublisherId: 'plant',
    Messages: [message],
  });
  if (signal === 'mill/power') {
    const field = { UaType: 11, Value: Number(value) * 1000, SourceTimestamp: Timestamp };
    const Payload = { 'Electricity/AcActivePowerTotal': field };
    return ['opcua/json/data/plant/energy/meter', { DataSetWriterName: 'meter', Payload }];
  }
  if (signal === 'mill/program') {
    const Payload = { ActiveProgram: { Type: 22, Body: { TypeId: 'i=1', Body: { Name: value } } } };
    return ['opcua/json/data/plant/cell', network({ DataSetWriterId: 'control', Timestamp, Payload })];
  }
  if (signal === 'mill/state') {
    const word = value === 'running' ? 'Executing' : 'NotExecuting';
    const Value = { Value: { Locale: 'en', Text: word }, SourceTimestamp: Timestamp };
    const ExtensionFields = { PublisherId: 'other', DataSetWriterId: 7 };
    const sample = { NodeId: 'ns=2;s=State', DisplayName: 'MachineryItemState', Value, ExtensionFields };
    return ['opcua/json/data/samples', [sample]];
  }
  const active = { 'ActiveState/Id': value === 'fault', Severity: 900, ConditionName: '81' };
  const Payload = { SourceName: 'logic', Time: Timestamp, ...active };
  const event = { DataSetWriterId: 'alarms', MessageType: 'ua-event', Payload };
  return ['opcua/json/data/plant/alarms', network(event)];
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
      topics: entry({ url: broker.url, topics: 'opcua/#' }),
      topic: entry({ url: broker.url, topics: ['opcua/#/json'] }),
      qos: entry({ url: broker.url, qos: 2 }),
      version: entry({ url: broker.url, version: '4' }),
      profile: entry({ url: broker.url, profile: 'robots' }),
      equipment: entry({ url: broker.url, equipment: ['mill'] }),
      'unknown equipment': entry({ url: broker.url, profile: 'machinery', equipment: { saw: 'P' } }),
    },
    async emit(emissions) {
      const publisher = await broker.publisher();
      // One after the other: the order of topics is part of what was said.
      for (const emission of emissions) {
        const [topic, message] = messageOf(emission);
        await publisher.publish(topic, JSON.stringify(message));
      }
      publisher.end();
    },
    async garbage() {
      const publisher = await broker.publisher();
      const topic = 'opcua/json/data/plant/cell';
      const send = (payload: string | Buffer): Promise<void> => publisher.publish(topic, payload);
      await send('{"Payload": {}} {"Payload": {}}');
      await send(Buffer.from([0xff, 0xfe, 0x00]));
      await send('{"DataSetWriterId": 7, "Payload": {"MachineryItemState": "DANCING"}}');
      await send('{"DataSetWriterName": "meter", "Payload": {"Electricity/AcActivePowerTotal": "many"}}');
      await send('{"DataSetWriterId": "control", "Timestamp": "yesterday", "Payload": {}}');
      publisher.end();
      return 5;
    },
  };
}

/** The broker itself dies and comes back empty. */
async function startWithBroker(): Promise<Rig> {
  const broker = await Mosquitto.start();
  return rigOf(broker, entry({ url: broker.url }), {
    source: { speaks: 'live', canBeLost: true, refills: false, repeats: true, followsDemand: false },
    cut: () => broker.kill(),
    restore: () => broker.start(),
    stop: () => broker.stop(),
  });
}

/** The way to the broker is cut; the broker keeps what comes for a client that it knows. */
async function startWithSession(): Promise<Rig> {
  const broker = await Mosquitto.start();
  const wire = await Wire.to(broker.webSocketPort);
  const settings = entry({ url: `ws://127.0.0.1:${wire.port}`, qos: 1, clientId: 'conformance' });
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

const suites = [
  { name: 'opcua-json, broker restarted,', start: startWithBroker },
  { name: 'opcua-json, session kept,', start: startWithSession },
];
for (const suite of suites) {
  for (const { title, run } of await connectorConformance(suite)) test(title, run);
}
