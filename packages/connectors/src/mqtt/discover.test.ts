import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWorkshop } from '@twinfloor/core/workshop';
import { Mosquitto, NodeSocket } from '../testing/mosquitto.js';
import { discoverMqttOver } from './discover.js';
import { proposalOf } from './proposal.js';
import { guessOf } from './signal-guess.js';
import { TopicLog } from './topic-log.js';

function heard(messages: readonly (readonly [topic: string, message: unknown])[]) {
  const log = new TopicLog();
  for (const [topic, message] of messages) {
    log.take(
      topic,
      new TextEncoder().encode(typeof message === 'string' ? message : JSON.stringify(message)),
    );
  }
  return proposalOf(log, { url: 'ws://broker', topics: ['#'] });
}

test('a unified namespace names the equipment before its contract, and the tag after it', () => {
  const { equipment, connector } = heard([
    ['umh/v1/acme/graz/mill/_raw/power', { timestamp_ms: 1, value: 12.5 }],
    ['umh/v1/acme/graz/mill/_raw/axis/x', { timestamp_ms: 1, value: 3 }],
    ['umh/v1/acme/graz/saw/_historian', { timestamp_ms: 1, temperature: 40, feed: { speed: 2 } }],
  ]);
  assert.deepEqual(
    equipment.map(({ id, level }) => [id, level]),
    [
      ['mill', 'workUnit'],
      ['saw', 'workUnit'],
    ],
  );
  assert.deepEqual(connector, {
    type: 'mqtt',
    url: 'ws://broker',
    bindings: [
      { signal: 'mill/power', from: 'umh/v1/acme/graz/mill/_raw/power' },
      { signal: 'mill/axis.x', from: 'umh/v1/acme/graz/mill/_raw/axis/x' },
      { signal: 'saw/temperature', from: 'umh/v1/acme/graz/saw/_historian#/temperature' },
      { signal: 'saw/feed.speed', from: 'umh/v1/acme/graz/saw/_historian#/feed/speed' },
    ],
  });
});

test('elsewhere the last level is the signal, or the equipment of an object of several signals', () => {
  const { signals, connector } = heard([
    ['hall/Press 3/power', { value: 12_500, unit: 'W' }],
    ['hall/Press 3/oil', { value: 1.5, unit: 'bar' }],
    ['hall/Säge', { power: 3, time: 1, program: 'O1' }],
  ]);
  assert.deepEqual(connector.bindings, [
    { signal: 'press-3/power', from: 'hall/Press 3/power', unit: 'W' },
    { signal: 'press-3/oil', from: 'hall/Press 3/oil' },
    { signal: 'sage/power', from: 'hall/Säge#/power' },
    { signal: 'sage/program', from: 'hall/Säge#/program' },
  ]);
  assert.deepEqual(signals, [{ name: 'oil', kind: 'number', unit: 'bar' }]);
});

test('machines of the same name in two places have two ids', () => {
  const { equipment } = heard([
    ['north/mill/power', 1],
    ['south/mill/power', 1],
    ['a/south/mill/power', 1],
    ['磨床/power', 1],
    ['车床/power', 1],
  ]);
  assert.deepEqual(
    equipment.map(({ id, name }) => [id, name]),
    [
      ['mill', 'mill'],
      ['south-mill', 'mill'],
      ['mill-2', 'mill'],
      ['machine', '磨床'],
      ['machine-2', '车床'],
    ],
  );
});

test('Sparkplug B and OPC UA are named with the connector that reads them, what is no JSON as such', () => {
  const { refusals, equipment } = heard([
    ['spBv1.0/plant/NBIRTH/edge', '\0\0'],
    ['spBv1.0/plant/DDATA/edge/mill', '\0\0'],
    ['opcua/json/data/p/g', { MessageType: 'ua-data', Messages: [] }],
    ['hall/mill/picture', 'PNG'],
  ]);
  assert.deepEqual(refusals, [
    { place: 'spBv1.0/plant', found: 'Sparkplug B', allowed: 'the connector sparkplug' },
    { place: 'opcua/json/data/p/g', found: 'OPC UA PubSub JSON', allowed: 'the connector opcua-json' },
    { place: 'hall/mill/picture', found: 'PNG', allowed: 'JSON' },
  ]);
  assert.deepEqual(equipment, []);
});

for (const [name, values, guess] of [
  ['power', [1, 2, 3, 2], { kind: 'number' }],
  ['count', [1, 2, 3, 4, 5], { kind: 'counter' }],
  ['count', [1, 2, 3, 4], { kind: 'number' }],
  ['temperature', [1.1, 1.2, 1.3, 1.4, 1.5], { kind: 'number' }],
  ['energyTotal', [1.1, 1.2, 1.3, 1.4, 1.5], { kind: 'counter' }],
  ['state', ['running', 'idle'], { kind: 'state', vocabulary: 'canonical' }],
  ['state', ['ACTIVE', 'READY'], { kind: 'state', vocabulary: 'mtconnect' }],
  ['state', ['ACTIVE', 'DANCING'], { kind: 'text' }],
  ['program', ['0480'], { kind: 'text' }],
  ['door', [true, false], { kind: 'text' }],
  ['mixed', [1, 'a'], { kind: 'text' }],
] as const) {
  test(`${name} with ${JSON.stringify(values)} is a ${guess.kind}`, () => {
    assert.deepEqual(guessOf(name, values), guess);
  });
}

test('a standard signal keeps its name for what it means', () => {
  const { signals, connector } = heard([
    ['hall/mill/state', 'DANCING'.replace(/.+/, '"$&"')],
    ['hall/mill/program', 480],
  ]);
  assert.deepEqual(signals, [{ name: 'stateText', kind: 'text' }]);
  assert.deepEqual(
    connector.bindings.map(({ signal }) => signal),
    ['mill/stateText', 'mill/program'],
  );
});

test('what a real broker says becomes a workshop file without problems', async () => {
  const broker = await Mosquitto.start();
  const publisher = await broker.publisher();
  await publisher.publish('hall/mill/power', '{"value": 12.5}', true);
  await publisher.publish('hall/mill/state', '"running"', true);
  const { equipment, signals, connector, refusals } = await discoverMqttOver(NodeSocket)(
    { url: broker.url },
    { signal: new AbortController().signal, patience: 200 },
  );
  assert.deepEqual(refusals, []);
  const { problems, workshop } = readWorkshop({
    id: 'hall',
    name: 'Hall',
    timeZone: 'UTC',
    equipment,
    signals,
    connectors: [connector],
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    workshop?.connectors[0].bindings.map(({ signal, from }) => [signal, from]),
    [
      ['mill/power', 'hall/mill/power'],
      ['mill/state', 'hall/mill/state'],
    ],
  );
  publisher.end();
  await broker.stop();
});

test('a broker that cannot be reached is an error for people, and an end of the search ends it', async () => {
  const discover = discoverMqttOver(NodeSocket);
  const options = { signal: new AbortController().signal, patience: 100 };
  await assert.rejects(discover({ url: 'ws://127.0.0.1:9' }, options), /127\.0\.0\.1:9 cannot be reached$/);
  await assert.rejects(discover({ url: 'http://broker' }, options), RangeError);
  const broker = await Mosquitto.start();
  const early = new AbortController();
  setTimeout(() => early.abort(), 2_000);
  const { equipment } = await discover({ url: broker.url }, { signal: early.signal, patience: 60_000 });
  assert.deepEqual(equipment, []);
  await broker.stop();
});
