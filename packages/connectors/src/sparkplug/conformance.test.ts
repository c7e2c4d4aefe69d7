import { test } from 'node:test';
import type { Binding, ConnectorSettings } from '@twinfloor/core';
import { connectorConformance, type Emission, type Rig } from '@twinfloor/core/conformance';
import { Mosquitto, NodeSocket } from '../testing/mosquitto.js';
import { SparkplugEdgeNode, type UMetric } from '../testing/sparkplug-edge-node.js';
import { Wire } from '../testing/wire.js';
import { sparkplugOver } from './index.js';

const signals = {
  'mill/power': 'number',
  'mill/program': 'text',
  'mill/state': 'state',
  'mill/conditions': 'condition',
} as const;

const bindings: readonly Binding[] = [
  { signal: 'mill/power', from: 'shop/edge-1/mill#Electric/Power' },
  { signal: 'mill/program', from: 'shop/edge-1/mill#Program' },
  { signal: 'mill/state', from: 'shop/edge-1/mill#Execution', vocabulary: 'mtconnect' },
  { signal: 'mill/conditions', from: 'shop/edge-1#Oil low' },
];

function entry(settings: Record<string, unknown>): ConnectorSettings {
  return { type: 'sparkplug', id: 'sparkplug-1', bindings, settings };
}

const names: Readonly<Record<string, [device: string | undefined, name: string]>> = {
  'mill/power': ['mill', 'Electric/Power'],
  'mill/program': ['mill', 'Program'],
  'mill/state': ['mill', 'Execution'],
  'mill/conditions': [undefined, 'Oil low'],
};

function saidOf({ signal, value }: Emission): UMetric['value'] {
  if (signal === 'mill/power') return Number(value) * 1000;
  if (signal === 'mill/state') return value === 'running' ? 'ACTIVE' : 'READY';
  return signal === 'mill/conditions' ? value === 'fault' : value;
}

/** So long the host application takes at most until it has asked for the births. */
const askingLimit = 800;

async function startRig(version: string, hasWire: boolean): Promise<Rig> {
  const broker = await Mosquitto.start();
  const wire = hasWire ? await Wire.to(broker.webSocketPort) : undefined;
  // Whatever is emitted is newer than what the births say.
  const timestamp = Date.now();
  const edge = new SparkplugEdgeNode(broker.port, 'shop', 'edge-1', {
    node: { 'Oil low': { type: 'Boolean', value: null, timestamp, alias: 4 } },
    devices: {
      mill: {
        'Electric/Power': {
          type: 'Double',
          value: null,
          timestamp,
          alias: 1,
          properties: { engUnit: { type: 'String', value: 'W' } },
        },
        Program: { type: 'String', value: null, timestamp, alias: 2 },
        Execution: { type: 'String', value: null, timestamp },
      },
    },
  });
  await edge.connect();
  let asked = 0;
  const url = wire ? `ws://127.0.0.1:${wire.port}` : broker.url;
  const settings = entry({ url, version, reorderTimeout: 50, rebirthInterval: 200 });
  return {
    factory: sparkplugOver(NodeSocket),
    settings,
    signals,
    source: { speaks: 'live', canBeLost: true, refills: false, repeats: true, followsDemand: false },
    wrongSettings: {
      url: entry({ url: 'http://127.0.0.1' }),
      version: entry({ url, version: '4' }),
      groups: entry({ url, groups: ['shop/#'] }),
      hostId: entry({ url, hostId: '' }),
      reorderTimeout: entry({ url, reorderTimeout: -1 }),
      rebirthInterval: entry({ url, rebirthInterval: 0 }),
      bindings: { ...entry({ url }), bindings: [] },
    },
    async emit(emissions) {
      // What is said before the host application knows the births is lost on purpose.
      for (const begin = Date.now(); edge.rebirths === asked && Date.now() - begin < askingLimit;)
        await pause(5);
      await pause(20);
      asked = -1;
      for (const emission of emissions) {
        const [device, name] = names[emission.signal];
        edge.change(device, name, saidOf(emission), emission.time);
      }
    },
    async cut() {
      if (wire) return wire.cut();
      await broker.kill();
      await edge.kill();
    },
    async restore() {
      asked = edge.rebirths;
      if (wire) return wire.join();
      await broker.start();
      await edge.connect();
    },
    async garbage() {
      edge.send(edge.topic('DDATA', 'mill'), '{"metrics": []}');
      edge.send(edge.topic('DDATA', 'mill'), Uint8Array.of(18, 200, 1, 2));
      edge.publish('DDATA', 'mill', [{ alias: 1, type: 'String', value: 'much' } as UMetric]);
      edge.publish('DDATA', 'mill', [{ alias: 99, type: 'Double', value: 1 } as UMetric]);
      edge.publish('DDATA', 'lathe', []);
      await pause(100);
      return 5;
    },
    async stop() {
      await edge.kill();
      await wire?.cut();
      await broker.stop();
    },
  };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

for (const version of ['5', '3.1.1']) {
  const suites = [
    { name: `sparkplug over MQTT ${version}, broker restarted,`, start: () => startRig(version, false) },
    { name: `sparkplug over MQTT ${version}, way cut,`, start: () => startRig(version, true) },
  ];
  for (const suite of suites) {
    for (const { title, run } of await connectorConformance(suite)) test(title, run);
  }
}
