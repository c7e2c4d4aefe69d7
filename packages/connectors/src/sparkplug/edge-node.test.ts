import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Binding, ConnectorSettings } from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';
import { readWorkshop } from '@twinfloor/core/workshop';
import { MqttConnection } from '../internal/mqtt/connection.js';
import { Mosquitto, NodeSocket } from '../testing/mosquitto.js';
import { type EdgeModel, SparkplugEdgeNode, type UMetric } from '../testing/sparkplug-edge-node.js';
import { discoverSparkplugOver } from './discover.js';
import { sparkplugOver } from './index.js';

let broker: Mosquitto;
const ends: (() => unknown)[] = [];
before(async () => {
  broker = await Mosquitto.start();
});
after(async () => {
  for (const end of ends) await end();
  await broker.stop();
});

const bindings: readonly Binding[] = [
  { signal: 'mill/power', from: 'shop/gateway/mill#Electric/Power' },
  { signal: 'mill/program', from: 'shop/gateway/mill#Program' },
  { signal: 'gate/load', from: 'shop/gateway#Load' },
];

function model(): EdgeModel {
  return {
    node: { Load: { type: 'Int32', value: -5, alias: 1 } },
    devices: {
      mill: {
        'Electric/Power': {
          type: 'Double',
          value: 2500,
          alias: 2,
          properties: { engUnit: { type: 'String', value: 'W' } },
        },
        Program: { type: 'String', value: 'A' },
      },
    },
  };
}

let count = 0;

async function startEdge(): Promise<SparkplugEdgeNode> {
  const edge = new SparkplugEdgeNode(broker.port, 'shop', 'gateway', model());
  await edge.connect();
  ends.push(() => edge.kill());
  return edge;
}

function startHost(settings: Record<string, unknown> = {}) {
  const context = new ConformanceContext({
    signals: { 'mill/power': 'number', 'mill/program': 'text', 'gate/load': 'number' },
  });
  const entry: ConnectorSettings = {
    type: 'sparkplug',
    id: `sparkplug-${++count}`,
    bindings,
    settings: { url: broker.url, reorderTimeout: 100, rebirthInterval: 200, ...settings },
  };
  const connector = sparkplugOver(NodeSocket)(entry);
  const ended = connector.run(context);
  ends.push(() => context.abort());
  const last = (signal: string): unknown => context.rows.findLast((row) => row.signal === signal)?.value;
  return { context, connector, ended, last };
}

async function until(what: string, condition: () => boolean): Promise<void> {
  for (const begin = Date.now(); !condition(); await pause(5)) {
    assert.ok(Date.now() - begin < 10_000, `waited in vain until ${what}`);
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

test('who connects to a broker where an edge node has been speaking for long gets its births by asking', async () => {
  const edge = await startEdge();
  const { context, last } = startHost();
  await until('the births are there', () => last('mill/power') === 2.5 && last('gate/load') === -5);
  assert.equal(edge.rebirths, 1);
  edge.change('mill', 'Electric/Power', 3000);
  await until('the data are there', () => last('mill/power') === 3);
  assert.deepEqual(context.refusals, []);
  context.abort();
  await edge.kill();
});

test('an edge node that is killed is missing at once, and is there again with the next bdSeq', async () => {
  const edge = await startEdge();
  const { context, last } = startHost();
  await until('it is born', () => last('mill/program') === 'A');
  await edge.kill();
  await until('it is missing', () => last('mill/program') === undefined && last('gate/load') === undefined);
  edge.change('mill', 'Program', 'B');
  await edge.connect();
  assert.equal(edge.birthCount, 1);
  await until('it is back', () => last('mill/program') === 'B');
  // The will of the first connection, repeated by a broker that was late.
  const stale = edge.payload([{ name: 'bdSeq', type: 'UInt64', value: 0 }], undefined);
  edge.send(edge.topic('NDEATH'), stale);
  await until('it is counted', () => context.refusals.some(({ found }) => found === 'the death of bdSeq 0'));
  assert.equal(last('mill/program'), 'B');
  context.abort();
  await edge.kill();
});

test('reordered messages arrive in order, a lost one leads to a gap and a new birth', async () => {
  const edge = await startEdge();
  const { context, last } = startHost();
  await until('it is born', () => last('mill/program') === 'A');
  const asked = edge.rebirths;
  const [first, second] = ['B', 'C'].map((value) => {
    const [type, device, metrics] = edge.changed('mill', 'Program', value);
    return [edge.topic(type, device), edge.payload(metrics, edge.next())] as const;
  });
  edge.send(...second);
  edge.send(...first);
  await until('both are there', () => last('mill/program') === 'C');
  assert.equal(edge.rebirths, asked);
  edge.next();
  edge.change('mill', 'Electric/Power', 9000);
  await until('it was asked for its births', () => edge.rebirths > asked);
  await until('all is there', () => last('mill/power') === 9 && last('mill/program') === 'C');
  assert.ok(context.rows.some(({ signal, value }) => signal === 'mill/program' && value === undefined));
  context.abort();
  await edge.kill();
});

test('a request reaches the device, and what the device then says confirms it', async () => {
  const edge = await startEdge();
  const { context, connector, last } = startHost();
  await until('it is born', () => last('mill/power') === 2.5);
  await connector.request!({ signal: context.resolve('mill/power'), value: 4 });
  await until('the command is there', () => edge.commands.some(({ topic }) => topic.includes('/DCMD/')));
  const command = edge.commands.find(({ topic }) => topic.includes('/DCMD/'))!;
  assert.equal(command.topic, 'spBv1.0/shop/DCMD/gateway/mill');
  const [{ alias, value }] = command.metrics;
  assert.deepEqual([Number(alias), value], [2, 4000]);
  assert.equal(last('mill/power'), 2.5);
  edge.change('mill', 'Electric/Power', value);
  await until('it is confirmed', () => last('mill/power') === 4);
  context.abort();
  await edge.kill();
});

for (const version of ['5', '3.1.1'] as const) {
  test(`with MQTT ${version} the broker keeps the STATE: online while it runs, offline by a will or a farewell`, async () => {
    const seen: { online: boolean; timestamp: number }[] = [];
    const hostId = `twin-${version.replaceAll('.', '-')}`;
    const watcher = await MqttConnection.open(
      {
        url: broker.url,
        clientId: `watcher-${version}`,
        keepSession: false,
        socket: NodeSocket,
        onMessage: (_, payload) =>
          seen.push(JSON.parse(new TextDecoder().decode(payload)) as (typeof seen)[0]),
        onHeard: () => {},
      },
      new AbortController().signal,
    );
    await watcher.subscribe([{ filter: `spBv1.0/STATE/${hostId}`, qos: 1 }]);
    watcher.listen();
    const { context, ended } = startHost({ hostId, version, clientId: `host-${version}` });
    await until('it is online', () => seen.at(-1)?.online === true);
    const birth = seen.at(-1)!;
    assert.ok(Math.abs(birth.timestamp - Date.now()) < 5000);
    // Another with the same client id: the broker ends the first connection and publishes its will.
    const other = await MqttConnection.open(
      {
        url: broker.url,
        clientId: `host-${version}`,
        keepSession: false,
        socket: NodeSocket,
        onMessage: () => {},
        onHeard: () => {},
      },
      new AbortController().signal,
    );
    await until('the will is there', () => seen.at(-1)?.online === false || seen.length > 2);
    const will = seen.find(({ online }) => !online)!;
    assert.equal(will.timestamp, birth.timestamp);
    other.leave();
    await until(
      'it is online again',
      () => seen.at(-1)?.online === true && seen.at(-1)!.timestamp > birth.timestamp,
    );
    context.abort();
    await ended;
    await until('the farewell is there', () => seen.at(-1)?.online === false);
    assert.ok(seen.at(-1)!.timestamp >= will.timestamp);
    watcher.end('done');
  });
}

test('discoverSparkplug() proposes equipment, signals and bindings of the edge nodes that speak, as a file without problems', async () => {
  const edge = new SparkplugEdgeNode(broker.port, 'Halle Süd', 'Edge 1', {
    node: { 'Properties/Firmware': { type: 'String', value: '1.2' } },
    devices: {
      'Press 01': {
        'Electric/Power': {
          type: 'Double',
          value: 1,
          alias: 1,
          properties: { engUnit: { type: 'String', value: 'W' } },
        },
        Speed: { type: 'Int32', value: 1, properties: { engUnit: { type: 'String', value: '1/min' } } },
        'Alarms/Oil low': { type: 'Boolean', value: false },
        Door: { type: 'Boolean', value: false },
        Picture: { type: 'Bytes', value: Uint8Array.of(1) },
      },
      'Press 02': {
        Speed: { type: 'Int32', value: 1, properties: { engUnit: { type: 'String', value: '1/s' } } },
      },
    },
  });
  await edge.connect();
  const found = discoverSparkplugOver(NodeSocket)(
    { url: broker.url, groups: ['Halle Süd'] },
    { signal: new AbortController().signal, patience: 800 },
  );
  // It says something now and then, and is asked for its births once.
  const speaking = setInterval(() => edge.change('Press 01', 'Speed', 2), 50);
  ends.push(() => clearInterval(speaking));
  const { equipment, signals, connector, refusals } = await found;
  assert.deepEqual(
    equipment.map(({ id, name, level, parent }) => [id, name, level, parent]),
    [
      ['edge-1', 'Edge 1', 'workCenter', undefined],
      ['press-01', 'Press 01', 'workUnit', 'edge-1'],
      ['press-02', 'Press 02', 'workUnit', 'edge-1'],
    ],
  );
  assert.deepEqual(signals, [
    { name: 'Properties.Firmware', kind: 'text' },
    { name: 'Speed', kind: 'number', unit: '1/min', equipment: ['press-01'] },
    { name: 'Door', kind: 'number' },
    { name: 'Speed', kind: 'number', unit: '1/s', equipment: ['press-02'] },
  ]);
  assert.deepEqual(connector.bindings, [
    { signal: 'edge-1/Properties.Firmware', from: 'Halle Süd/Edge 1#Properties/Firmware' },
    { signal: 'press-01/power', from: 'Halle Süd/Edge 1/Press 01#Electric/Power' },
    { signal: 'press-01/Speed', from: 'Halle Süd/Edge 1/Press 01#Speed' },
    { signal: 'press-01/conditions', from: 'Halle Süd/Edge 1/Press 01#Alarms/Oil low' },
    { signal: 'press-01/Door', from: 'Halle Süd/Edge 1/Press 01#Door' },
    { signal: 'press-02/Speed', from: 'Halle Süd/Edge 1/Press 02#Speed' },
  ]);
  assert.deepEqual(refusals, [
    {
      place: 'Halle Süd/Edge 1/Press 01#Picture',
      found: 'Bytes',
      allowed: 'a number, a Boolean, a text or a time',
    },
  ]);
  clearInterval(speaking);
  assert.equal(edge.rebirths, 1);
  const file = { id: 'w', equipment, signals, connectors: [connector] };
  assert.deepEqual(readWorkshop(JSON.parse(JSON.stringify(file))).problems, []);
  await edge.kill();
});

test('discoverSparkplug() rejects with a sentence where there is no broker, and with a RangeError for a wrong setting', async () => {
  const options = { signal: new AbortController().signal, patience: 100 };
  await assert.rejects(
    discoverSparkplugOver(NodeSocket)({ url: 'ws://127.0.0.1:9' }, options),
    /cannot be reached/,
  );
  await assert.rejects(discoverSparkplugOver(NodeSocket)({ url: 'http://a' }, options), RangeError);
});

test('a device of two nodes with the same name is two devices', async () => {
  const edges = ['a', 'b'].map(
    (id) =>
      new SparkplugEdgeNode(broker.port, 'twice', id, {
        node: {},
        devices: { mill: { Program: { type: 'String', value: `of ${id}` } } },
      }),
  );
  for (const edge of edges) await edge.connect();
  const context = new ConformanceContext({ signals: { 'one/program': 'text', 'two/program': 'text' } });
  const own = [
    { signal: 'one/program', from: 'twice/a/mill#Program' },
    { signal: 'two/program', from: 'twice/b/mill#Program' },
  ];
  const settings = { url: broker.url, groups: ['twice'], rebirthInterval: 200 };
  const ended = sparkplugOver(NodeSocket)({ type: 'sparkplug', id: 'twice', bindings: own, settings }).run(
    context,
  );
  await until('both are there', () => context.rows.length >= 2);
  assert.deepEqual(
    new Set(context.rows.map(({ signal, value }) => `${signal} ${String(value)}`)),
    new Set(['one/program of a', 'two/program of b']),
  );
  edges[0].publish('DDATA', 'mill', [{ name: 'Program', type: 'String', value: 'new' } as UMetric]);
  await until('the news are there', () => context.rows.at(-1)?.value === 'new');
  assert.equal(context.rows.at(-1)!.signal, 'one/program');
  context.abort();
  await ended;
  for (const edge of edges) await edge.kill();
});

/** A broker of MQTT 3.1.1 in the place of a socket: it answers and keeps what it is sent. */
class AnsweringSocket {
  static packets: Uint8Array[] = [];
  static isMute = false;
  binaryType = '';
  readonly #listeners = new Map<string, ((event: { readonly data: ArrayBuffer }) => void)[]>();

  constructor() {
    queueMicrotask(() => this.#tell('open'));
  }

  addEventListener(type: string, listener: (event: { readonly data: ArrayBuffer }) => void): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  send(data: Uint8Array): void {
    AnsweringSocket.packets.push(Uint8Array.from(data));
    if (AnsweringSocket.isMute) return;
    const type = data[0] >> 4;
    if (type === 1) this.#answer(0x20, 2, 0, 0);
    // The identifier, and QoS 1 for each of two filters.
    if (type === 8) this.#answer(0x90, 4, data[2], data[3], 1, 1);
    if (type === 3 && (data[0] & 6) === 2) {
      const identifier = 4 + data[3];
      this.#answer(0x40, 2, data[identifier], data[identifier + 1]);
    }
  }

  close(): void {}

  #answer(...bytes: number[]): void {
    queueMicrotask(() => this.#tell('message', Uint8Array.from(bytes).buffer));
  }

  #tell(type: string, data = new ArrayBuffer(0)): void {
    for (const listener of this.#listeners.get(type) ?? []) listener({ data });
  }
}

function overAnswers(version: string, isMute: boolean) {
  AnsweringSocket.packets = [];
  AnsweringSocket.isMute = isMute;
  const context = new ConformanceContext({
    signals: { 'mill/power': 'number', 'mill/program': 'text', 'gate/load': 'number' },
  });
  const settings = { url: 'ws://broker', hostId: 'twin', version };
  const ended = sparkplugOver(AnsweringSocket as never)({
    type: 'sparkplug',
    id: 's',
    bindings,
    settings,
  }).run(context);
  return { context, ended };
}

for (const [version, level] of [
  ['3.1.1', 4],
  ['5', 5],
] as const) {
  test(`CONNECT of MQTT ${version} begins a clean session and has the death as its will, QoS 1, retained`, async () => {
    const { context, ended } = overAnswers(version, true);
    await until('it has connected', () => AnsweringSocket.packets.length > 0);
    const [packet] = AnsweringSocket.packets;
    const begin = packet.indexOf('M'.charCodeAt(0));
    assert.deepEqual([...packet.subarray(begin, begin + 5)], [...Buffer.from('MQTT'), level]);
    // Clean start 2, will 4, will QoS 1 8, will retain 32.
    assert.equal(packet[begin + 5] & 0x3e, 0x2e);
    // MQTT 5: no properties, so that the session ends with the connection.
    if (level === 5) assert.equal(packet[begin + 8], 0);
    const text = Buffer.from(packet).toString('latin1');
    assert.match(text, /spBv1\.0\/STATE\/twin.*\{"online":false,"timestamp":\d{13}\}/);
    context.abort();
    await ended;
  });
}

test('after connecting it subscribes, then publishes its STATE first; at the end its death, then DISCONNECT', async () => {
  const { context, ended } = overAnswers('3.1.1', false);
  await until('it is live', () => context.state === 'live');
  const types = (): number[] => AnsweringSocket.packets.map(([first]) => first >> 4);
  assert.deepEqual(types().slice(0, 3), [1, 8, 3]);
  const birth = Buffer.from(AnsweringSocket.packets[2]).toString('latin1');
  assert.match(birth, /spBv1\.0\/STATE\/twin.*"online":true/s);
  assert.equal(AnsweringSocket.packets[2][0] & 0x0f, 0x03);
  context.abort();
  await ended;
  await until('it has gone', () => types().at(-1) === 14);
  const death = AnsweringSocket.packets.at(-2)!;
  assert.match(Buffer.from(death).toString('latin1'), /spBv1\.0\/STATE\/twin.*"online":false/s);
  assert.equal(death[0] & 0x0f, 0x03);
});
