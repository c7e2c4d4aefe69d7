import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Binding, ConnectorSettings } from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';
import { readWorkshop } from '@twinfloor/core/workshop';
import { Bindings } from './internal/bindings.js';
import { restSettings, sseSettings, websocketSettings } from './http/settings.js';
import { readSettings } from './mtconnect/settings.js';
import { Receiver } from './mqtt/receiver.js';
import { mqttSettings } from './mqtt/settings.js';
import { opcuaJsonSettings } from './opcua-json/settings.js';
import { replaySettings } from './replay/settings.js';
import { sparkplugSettings } from './sparkplug/settings.js';

type Entry = Readonly<Record<string, unknown>>;

const accepted = true;
const refused = false;

const readers: Readonly<Record<string, (entry: ConnectorSettings) => unknown>> = {
  mtconnect: readSettings,
  mqtt: mqttSettings,
  'opcua-json': opcuaJsonSettings,
  replay: replaySettings,
  sparkplug: sparkplugSettings,
  rest: restSettings,
  sse: sseSettings,
  websocket: websocketSettings,
};

const address: Readonly<Record<string, Entry>> = {
  mtconnect: { url: '/agent' },
  mqtt: { url: 'ws://broker', topics: ['a'] },
  'opcua-json': { url: 'ws://broker', bindings: [{ signal: 'mill/power', from: 'P/1#Power' }] },
  replay: { recording: 'a.jsonl' },
  sparkplug: { url: 'ws://broker', bindings: [{ signal: 'mill/power', from: 'g/n#P' }] },
  rest: { url: '/values' },
  sse: { url: '/events' },
  websocket: { url: '/live' },
};

/** Whether the check of the workshop file has nothing against an entry. */
function fileAccepts(entry: Entry): boolean {
  const { problems } = readWorkshop({
    id: 'w',
    equipment: [{ id: 'mill', level: 'workUnit' }],
    connectors: [entry],
  });
  return problems.length === 0;
}

/** Whether the connector itself has nothing against an entry that nobody checked. */
function connectorAccepts({ type, bindings = [], ...settings }: Entry): boolean {
  try {
    readers[String(type)]({ type: String(type), id: '1', bindings: bindings as Binding[], settings });
    return true;
  } catch (error) {
    assert.ok(error instanceof RangeError, String(error));
    return false;
  }
}

const numbers = [-1, 0, 0.5, 1, 1.5, 5, 9, 10, 3600, 3601, NaN, Infinity, '1', null];
const flags = [true, false, 'true', 1, null];
const texts = ['', 'x', 7, null, ['x']];
const webAddresses = [
  ...['/a', 'a', 'http://a', 'https://a/?b=c@d'],
  ...['http://user:word@a', 'http://', 'ws://a', 'ftp://a'],
  ...texts,
];

/** Values of one setting, and which of them are accepted. */
const settings: readonly [
  type: string,
  key: string,
  values: readonly unknown[],
  accepted: readonly unknown[],
][] = [
  [
    'mtconnect',
    'url',
    ['/agent', 'agent', 'http://a', 'https://a', 'HTTP://a', 'http:a', 'ftp://a', 'javascript:1', ...texts],
    ['/agent', 'agent', 'http://a', 'https://a', 'x'],
  ],
  ['mtconnect', 'device', texts, ['x']],
  ['mtconnect', 'interval', numbers, [1, 5, 9, 10, 3600, 3601]],
  ['mtconnect', 'count', numbers, [1, 5, 9, 10, 3600, 3601]],
  ['mtconnect', 'heartbeat', numbers, [10, 3600, 3601]],
  ['mtconnect', 'streaming', flags, [true, false]],
  ['mtconnect', 'past', flags, [true, false]],
  [
    'mqtt',
    'url',
    ['ws://b', 'wss://b', 'ws://', 'WS://b', 'mqtt://b', '/b', ...texts],
    ['ws://b', 'wss://b'],
  ],
  ['mqtt', 'topics', ['a', 7, null, {}, []], []],
  [
    'mqtt',
    'topics',
    [
      ['a'],
      ['a/+/{equipment}/{signal}/#'],
      ['#'],
      [''],
      ['a/#/b'],
      ['a#'],
      ['a+'],
      ['{equipment}/{equipment}'],
      ['{machine}'],
      ['a\0'],
      [7],
      ['a', 'b/#/c'],
    ],
    [['a'], ['a/+/{equipment}/{signal}/#'], ['#']],
  ],
  ['mqtt', 'clientId', texts, ['x']],
  ['sparkplug', 'url', ['ws://b', 'wss://b', 'mqtt://b', ...texts], ['ws://b', 'wss://b']],
  ['sparkplug', 'version', ['5', '3.1.1', '3', 5, null], ['5', '3.1.1']],
  ['sparkplug', 'clientId', texts, ['x']],
  ['sparkplug', 'hostId', ['twin', 'a/b', 'a+', '#', '大', ...texts], ['twin', '大', 'x']],
  ['sparkplug', 'groups', [[], ['a', 'b c'], ['a/b'], [''], [7], 'a', null], [[], ['a', 'b c']]],
  ['sparkplug', 'reorderTimeout', numbers, [0, 1, 5, 9, 10, 3600, 3601]],
  ['sparkplug', 'rebirthInterval', numbers, [3600, 3601]],
  ['mqtt', 'qos', [0, 1, 2, -1, 0.5, '1', null], [0, 1]],
  ['mqtt', 'payload', [{}, [], 'x', 7, null], [{}]],
  ['mqtt', 'payload', [{ worth: '/v' }, { value: 7 }, { value: 'v' }, { time: '/~2' }, { items: '/a~' }], []],
  [
    'mqtt',
    'payload',
    [{ value: '' }, { value: '/' }, { time: '/a/0/~0~1' }],
    [{ value: '' }, { value: '/' }, { time: '/a/0/~0~1' }],
  ],
  [
    'opcua-json',
    'topics',
    [['a'], ['a/+/b/#', 'c'], [], [''], ['a#'], ['{equipment}'], [7], 'a', 7, null, {}],
    [['a'], ['a/+/b/#', 'c']],
  ],
  ['opcua-json', 'url', ['ws://b', 'wss://b', 'ws://', 'mqtt://b', ...texts], ['ws://b', 'wss://b']],
  ['opcua-json', 'version', ['5', '3.1.1', '4', 5, null], ['5', '3.1.1']],
  ['opcua-json', 'clientId', texts, ['x']],
  ['opcua-json', 'qos', [0, 1, 2, '1', null], [0, 1]],
  ['opcua-json', 'profile', ['machinery', 'packml', '', 7, null], ['machinery']],
  ['opcua-json', 'equipment', [[], 'x', 7, null, { mill: 7 }, { mill: '' }], []],
  ['rest', 'url', webAddresses, ['/a', 'a', 'http://a', 'https://a/?b=c@d', 'x']],
  ['sse', 'url', webAddresses, ['/a', 'a', 'http://a', 'https://a/?b=c@d', 'x']],
  [
    'websocket',
    'url',
    ['/a', 'a', 'ws://a', 'wss://a', 'wss://user@a', 'wss://', 'http://a', ...texts],
    ['/a', 'a', 'ws://a', 'wss://a', 'x'],
  ],
  ['rest', 'interval', numbers, [10, 3600, 3601]],
  ['rest', 'timeout', numbers, [10, 3600, 3601]],
  ['rest', 'method', ['PUT', 'POST', 'PATCH', 'GET', 'DELETE', 'put', null], ['PUT', 'POST', 'PATCH']],
  ['rest', 'payload', [{ signal: '/s' }, { signal: 's' }, { value: 7 }, [], null], [{ signal: '/s' }]],
  ['sse', 'heartbeat', numbers, [10, 3600, 3601]],
  ['sse', 'resumes', flags, [true, false]],
  ['sse', 'events', [['a', 'b'], [], [7], 'a', null], [['a', 'b'], []]],
  ['websocket', 'heartbeat', numbers, [10, 3600, 3601]],
  ['websocket', 'login', [{ a: 1 }, 'a', '', 7, null], [{ a: 1 }, 'a']],
  ['websocket', 'ping', [{ a: 1 }, 'a', '', 7, null], [{ a: 1 }, 'a']],
  ['websocket', 'subscribe', [[{ a: 1 }, 'a'], [], [7], [''], 'a', {}, null], [[{ a: 1 }, 'a'], []]],
  ['replay', 'recording', texts, ['x']],
  ['replay', 'speed', numbers, [1, 1.5, 5, 9, 10, 3600]],
  ['replay', 'loop', flags, [true, false]],
  ['replay', 'original', flags, [true, false]],
  [
    'replay',
    'align',
    [
      'P1D',
      'P1W',
      'P1DT1H',
      'PT0.5H',
      'PT0.5S',
      'P1M',
      'P1Y',
      'P1Y1D',
      'P0D',
      'PT',
      'P',
      'P0.5D',
      'daily',
      ...texts,
    ],
    ['P1D', 'P1W', 'P1DT1H', 'PT0.5H', 'PT0.5S'],
  ],
  [
    'replay',
    'position',
    [
      '2026-01-31T12:00Z',
      '2026-01-31T12:00:00.5+08:00',
      '2026-01-31T12:00',
      '2026-01-31',
      '2026-02-30T12:00Z',
      'Jan 31 2026 12:00 GMT',
      0,
      ...texts,
    ],
    ['2026-01-31T12:00Z', '2026-01-31T12:00:00.5+08:00'],
  ],
];

/** Entries whose settings have to fit each other. */
const together: readonly [entry: Entry, accepted: boolean][] = [
  [{ type: 'mtconnect' }, refused],
  [{ type: 'sparkplug', url: 'ws://b' }, refused],
  [{ type: 'sparkplug', url: 'ws://b', bindings: [{ signal: 'mill/power', from: 'a/b/c#d/e#f' }] }, accepted],
  [{ type: 'mqtt', topics: ['a'] }, refused],
  [{ type: 'replay' }, refused],
  [{ type: 'mqtt', url: 'ws://b' }, refused],
  [{ type: 'mqtt', url: 'ws://b', topics: [] }, refused],
  [{ type: 'mqtt', url: 'ws://b', bindings: [{ signal: 'mill/power', from: 'a' }] }, accepted],
  [{ type: 'mqtt', url: 'ws://b', topics: [], bindings: [{ signal: 'mill/power', from: 'a' }] }, accepted],
  [{ type: 'replay', recording: 'a', original: true }, accepted],
  [{ type: 'replay', recording: 'a', original: false, speed: 2 }, accepted],
  [{ type: 'replay', recording: 'a', original: true, speed: 2 }, refused],
  [{ type: 'replay', recording: 'a', original: true, loop: false }, refused],
  [{ type: 'replay', recording: 'a', original: true, align: 'P1D' }, refused],
  [{ type: 'replay', recording: 'a', original: true, position: '2026-01-31T12:00Z' }, refused],
];

describe('the check of the workshop file and the connector', () => {
  for (const [type, key, values, good] of settings) {
    for (const value of values) {
      const text = JSON.stringify(value) === 'null' ? String(value) : JSON.stringify(value);
      const wanted = good.some((one) => JSON.stringify(one) === JSON.stringify(value));
      test(`${wanted ? 'accept' : 'refuse'} both ${key} ${text} of ${type}`, () => {
        const entry = { type, ...address[type], [key]: value };
        assert.equal(fileAccepts(entry), wanted, 'the check of the file');
        assert.equal(connectorAccepts(entry), wanted, 'the connector');
      });
    }
  }

  for (const [entry, wanted] of together) {
    test(`${wanted ? 'accept' : 'refuse'} both ${JSON.stringify(entry)}`, () => {
      assert.equal(fileAccepts(entry), wanted, 'the check of the file');
      assert.equal(connectorAccepts(entry), wanted, 'the connector');
    });
  }
});

const bindings: readonly [binding: Binding, accepted: boolean][] = [
  [{ signal: 'mill/power', from: 'a' }, accepted],
  [{ signal: 'mill/power', from: 'a#/b/c', unit: 'W', scale: -0.1 }, accepted],
  [{ signal: 'mill/energy', from: 'a', unit: 'MJ' }, accepted],
  [{ signal: 'mill/temperature', from: 'a', unit: 'K' }, accepted],
  [{ signal: 'mill/goodCount', from: 'a', unit: 'boxes' }, accepted],
  [{ signal: 'mill/power', from: 'a', unit: 'kg' }, refused],
  [{ signal: 'mill/temperature', from: 'a', unit: 'kW' }, refused],
  [{ signal: 'mill/power', from: 'a', unit: 'toString' }, refused],
  [{ signal: 'mill/power', from: 'a', scale: 0 }, refused],
  [{ signal: 'mill/power', from: 'a', scale: NaN }, refused],
  [{ signal: 'mill/power', from: { state: 'a' } }, refused],
  [{ signal: 'mill/power', from: 'a', vocabulary: 'canonical' }, refused],
  [{ signal: 'mill/program', from: 'a', unit: 'W' }, refused],
  [{ signal: 'mill/program', from: 'a', scale: 1 }, refused],
  [{ signal: 'mill/conditions', from: 'a', unit: 'W' }, refused],
  [{ signal: 'mill/state', from: 'a' }, accepted],
  [{ signal: 'mill/state', from: { state: 'a' } }, accepted],
  [{ signal: 'mill/state', from: { mode: 'a' } }, refused],
  [{ signal: 'mill/state', from: { mode: 'a', state: 'b' }, vocabulary: 'machinery' }, accepted],
  [{ signal: 'mill/state', from: { alarm: 'a' }, vocabulary: 'machinery' }, refused],
  [{ signal: 'mill/state', from: {}, vocabulary: 'machinery' }, refused],
  [{ signal: 'mill/state', from: 'a', vocabulary: 'morse' }, refused],
  [{ signal: 'mill/state', from: 'a', unit: 'W' }, refused],
  [{ signal: 'mill/state', from: 'a', scale: 2 }, refused],
  [{ signal: 'mill/power', from: 'a/+b' }, refused],
  [{ signal: 'mill/power', from: 'a#/~2' }, refused],
];

const signals = {
  'mill/power': 'number',
  'mill/energy': 'counter',
  'mill/goodCount': 'counter',
  'mill/temperature': 'number',
  'mill/program': 'text',
  'mill/state': 'state',
  'mill/conditions': 'condition',
} as const;

describe('a binding of MQTT', () => {
  for (const [binding, wanted] of bindings) {
    const text = JSON.stringify(binding, (_, value: unknown) => (Number.isNaN(value) ? 'NaN' : value));
    test(`${text} is ${wanted ? 'accepted' : 'refused'} by the file and by the connector`, () => {
      const entry = { type: 'mqtt', ...address['mqtt'], bindings: [binding] };
      assert.equal(fileAccepts(entry), wanted, 'the check of the file');
      const context = new ConformanceContext({ signals });
      const bound = new Bindings([binding], context);
      new Receiver(
        mqttSettings({ type: 'mqtt', id: '1', bindings: [], settings: address['mqtt'] }),
        bound,
        context,
      );
      assert.equal(context.refusals.length, wanted ? 0 : 1, 'the connector');
    });
  }
});
