import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Binding, ConnectorSettings } from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';
import sparkplug from 'sparkplug-payload';
import type { Message } from '../internal/mqtt/connection.js';
import { fixture, fixtures } from '../testing/fixtures.js';
import { fuzz } from '../testing/fuzz.js';
import { double, message, part, whole } from '../testing/protocol-buffers.js';
import { type EdgeMetric, SparkplugEdgeNode, type UMetric } from '../testing/sparkplug-edge-node.js';
import { HostApplication } from './host-application.js';
import { sparkplugSettings } from './settings.js';
import { edgeTopic, stateTopicOf, topicOf } from './topic.js';

const library = sparkplug.get('spBv1.0')!;
const start = Date.UTC(2026, 2, 4, 6);

/** A context whose clock and waits stand still until they are told to go on. */
class StillContext extends ConformanceContext {
  time = start;
  readonly #pending: { end: number; resolve: () => void }[] = [];

  constructor(signals: Readonly<Record<string, 'number' | 'text' | 'state' | 'condition' | 'counter'>>) {
    super({ signals, now: () => this.time, random: () => 0.5 });
  }

  override wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.#pending.push({ end: this.time + milliseconds, resolve }));
  }

  /** Lets time pass. */
  async elapse(milliseconds: number): Promise<void> {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    this.time += milliseconds;
    for (const each of this.#pending.splice(0)) {
      if (each.end <= this.time) each.resolve();
      else this.#pending.push(each);
    }
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  }
}

/** An edge node whose messages reach the host application without a broker. */
class NearEdgeNode extends SparkplugEdgeNode {
  readonly sent: (readonly [topic: string, payload: Uint8Array])[] = [];
  deliver: ((topic: string, payload: Uint8Array) => void) | undefined;
  override birthCount = 3;

  override send(topic: string, payload: Uint8Array | string): void {
    const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload;
    this.sent.push([topic, bytes]);
    this.deliver?.(topic, bytes);
  }

  /** Says that the node is dead, as its will does. */
  die(birthCount = this.birthCount): void {
    this.send(
      this.topic('NDEATH'),
      this.payload([{ name: 'bdSeq', type: 'UInt64', value: birthCount }], undefined),
    );
  }
}

const signals = {
  'mill/power': 'number',
  'mill/program': 'text',
  'mill/state': 'state',
  'mill/conditions': 'condition',
  'mill/producedCount': 'counter',
  'gate/load': 'number',
} as const;

const usual: readonly Binding[] = [
  { signal: 'mill/power', from: 'shop/edge/mill#Power' },
  { signal: 'mill/program', from: 'shop/edge/mill#Program' },
  { signal: 'gate/load', from: 'shop/edge#Load' },
];

type Devices = Record<string, Record<string, EdgeMetric>>;

function usualModel(): { node: Record<string, EdgeMetric>; devices: Devices } {
  return {
    node: { Load: { type: 'Double', value: 1, alias: 1, timestamp: start } },
    devices: {
      mill: {
        Power: { type: 'Double', value: 10, alias: 2, timestamp: start },
        Program: { type: 'String', value: 'A', timestamp: start },
      },
    },
  };
}

function setUp(
  options: {
    bindings?: readonly Binding[];
    settings?: Record<string, unknown>;
    model?: ConstructorParameters<typeof SparkplugEdgeNode>[3];
  } = {},
) {
  const { bindings = usual, settings = {}, model = usualModel() } = options;
  const entry: ConnectorSettings = {
    type: 'sparkplug',
    id: 'sparkplug-1',
    bindings,
    settings: { url: 'ws://broker', ...settings },
  };
  const context = new StillContext(signals);
  const published: Message[] = [];
  const host = new HostApplication(entry, sparkplugSettings(entry), context, async (each) => {
    published.push(each);
  });
  const edge = new NearEdgeNode(0, 'shop', 'edge', model);
  edge.deliver = (topic, payload) => host.take(topic, payload, false);
  edge.now = () => context.time;
  /** What has been observed since the last call: `signal value@seconds`, and its quality where it is not good. */
  const rows = (): string[] => {
    host.bindings.deliver();
    return context.rows.splice(0).map(({ signal, value, time, quality }) => {
      const said =
        typeof value === 'object' ? `${value.level} ${value.code ?? value.text ?? ''}`.trim() : value;
      const trust = quality === 'good' || value === undefined ? '' : ` ${quality}`;
      return `${signal} ${String(said)}@${(time - start) / 1000}${trust}`;
    });
  };
  const refusals = (): string[] => context.refusals.splice(0).map(({ place, found }) => `${place}: ${found}`);
  /** Topics and contents of the commands so far. */
  const commands = (): [string, UMetric[]][] =>
    published.splice(0).map(({ topic, payload }) => [topic, library.decodePayload(payload).metrics ?? []]);
  return { context, host, edge, rows, refusals, commands, published };
}

const at = (seconds: number): number => start + seconds * 1000;

test('births of node and device give all values, data by alias or name the newer ones', () => {
  const { edge, rows, refusals } = setUp();
  edge.birth();
  assert.deepEqual(rows(), ['gate/load 1@0', 'mill/power 10@0', 'mill/program A@0']);
  edge.change('mill', 'Power', 12, at(1));
  edge.change('mill', 'Program', 'B', at(2));
  edge.change(undefined, 'Load', 2, at(3));
  assert.deepEqual(rows(), ['mill/power 12@1', 'mill/program B@2', 'gate/load 2@3']);
  assert.deepEqual(refusals(), []);
});

test('on NDEATH all metrics of the node and of its devices are missing from the time of the host on', () => {
  const { edge, rows, context } = setUp();
  edge.birth();
  rows();
  context.time = at(60);
  edge.die();
  assert.deepEqual(rows(), [
    'gate/load undefined@60',
    'mill/power undefined@60',
    'mill/program undefined@60',
  ]);
});

test('an NDEATH of another bdSeq than the birth is ignored and counted', () => {
  const { edge, rows, refusals } = setUp();
  edge.birth();
  rows();
  edge.die(2);
  assert.deepEqual(rows(), []);
  assert.deepEqual(refusals(), ['spBv1.0/shop/NDEATH/edge: the death of bdSeq 2']);
});

test('on DDEATH the metrics of the device are missing from the time in the message on, those of the node stay', () => {
  const { edge, rows, context } = setUp();
  edge.birth();
  rows();
  context.time = at(60);
  edge.deathOfDevice('mill', at(50));
  assert.deepEqual(rows(), ['mill/power undefined@50', 'mill/program undefined@50']);
});

test('after a death a birth tells what holds: values that changed before the gap hold from the birth on', async () => {
  const { edge, rows, context } = setUp();
  edge.birth();
  context.time = at(60);
  edge.die();
  rows();
  edge.birthCount = 4;
  edge.sequence = 0;
  edge.publish(
    'NBIRTH',
    undefined,
    [
      { name: 'bdSeq', type: 'UInt64', value: 4 },
      { name: 'Load', type: 'Double', value: 1, alias: 1, timestamp: at(10) },
    ] as UMetric[],
    at(90),
  );
  assert.deepEqual(rows(), ['gate/load 1@90']);
});

test('a device stays missing after the death of its node until its own birth', () => {
  const { edge, rows } = setUp();
  edge.birth();
  edge.die();
  rows();
  edge.sequence = 0;
  edge.birthOfNode();
  assert.deepEqual(
    rows().map((row) => row.split(' ')[0]),
    ['gate/load'],
  );
  edge.birthOfDevice('mill');
  assert.equal(rows().length, 2);
});

test('a device that does not come again after a new birth of its node is missing since then', async () => {
  const { edge, rows, context } = setUp();
  edge.birth();
  rows();
  edge.sequence = 0;
  edge.publish('NBIRTH', undefined, [{ name: 'bdSeq', type: 'UInt64', value: 3 }] as UMetric[], at(30));
  assert.deepEqual(rows(), []);
  await context.elapse(2000);
  assert.deepEqual(rows(), ['mill/power undefined@30', 'mill/program undefined@30']);
});

test('data before a birth lead to a request for the birth and are counted', async () => {
  const { edge, rows, refusals, commands, context } = setUp();
  edge.change('mill', 'Power', 12, at(1));
  assert.deepEqual(rows(), []);
  assert.deepEqual(refusals(), ['spBv1.0/shop/DDATA/edge/mill: DDATA before a birth']);
  await context.elapse(0);
  const [[topic, [metric]]] = commands();
  assert.equal(topic, 'spBv1.0/shop/NCMD/edge');
  assert.deepEqual([metric.name, metric.value, metric.type], ['Node Control/Rebirth', true, 'Boolean']);
});

test('requests for a birth are sent at most once an interval, and again until the birth comes', async () => {
  const { edge, commands, context } = setUp({ settings: { rebirthInterval: 5000 } });
  for (let n = 0; n < 100; n++) edge.change('mill', 'Power', n, at(n));
  assert.equal(commands().length, 1);
  await context.elapse(4999);
  assert.equal(commands().length, 0);
  await context.elapse(1);
  assert.equal(commands().length, 1);
  edge.sequence = 0;
  edge.birth();
  await context.elapse(5000);
  await context.elapse(5000);
  assert.equal(commands().length, 0);
});

test('an unknown alias leads to a request for the birth, the rest of the message is used', async () => {
  const { edge, rows, refusals, commands } = setUp();
  edge.birth();
  rows();
  edge.publish('DDATA', 'mill', [
    { alias: 77, type: 'Double', value: 1, timestamp: at(1) },
    { alias: 2, type: 'Double', value: 5, timestamp: at(1) },
  ] as UMetric[]);
  assert.deepEqual(rows(), ['mill/power 5@1']);
  assert.deepEqual(refusals(), ['spBv1.0/shop/DDATA/edge/mill: the alias 77']);
  assert.equal(commands().length, 1);
});

test('an unknown name and the alias of another device lead to a request for the birth', () => {
  const { edge, refusals, commands } = setUp();
  edge.birth();
  edge.publish('DDATA', 'mill', [{ name: 'Speed', type: 'Double', value: 1 }] as UMetric[]);
  edge.publish('DDATA', 'mill', [{ alias: 1, type: 'Double', value: 1 }] as UMetric[]);
  assert.deepEqual(refusals(), [
    'spBv1.0/shop/DDATA/edge/mill: a metric with an unknown name',
    'spBv1.0/shop/DDATA/edge/mill: the metric Load of shop/edge',
  ]);
  assert.equal(commands().length, 1);
});

test('messages out of order are put in order by seq within the reorder timeout, without a request', async () => {
  const { edge, rows, refusals, commands, context } = setUp();
  edge.birth();
  rows();
  const { deliver } = edge;
  edge.deliver = undefined;
  for (let n = 1; n <= 4; n++) edge.change('mill', 'Power', n, at(5));
  const late = edge.sent.slice(-4);
  for (const index of [2, 1, 3]) deliver!(...late[index]);
  assert.deepEqual(rows(), []);
  deliver!(...late[0]);
  assert.deepEqual(
    rows(),
    [1, 2, 3, 4].map((n) => `mill/power ${n}@5`),
  );
  await context.elapse(10_000);
  assert.deepEqual([refusals(), commands(), rows()], [[], [], []]);
});

test('a message that does not come within the reorder timeout leads to a gap and a request for the birth', async () => {
  const { edge, rows, refusals, commands, context } = setUp({ settings: { reorderTimeout: 1000 } });
  edge.birth();
  edge.publish(
    'DDATA',
    'mill',
    [{ alias: 2, type: 'Double', value: 11, timestamp: at(1) }] as UMetric[],
    at(1),
  );
  rows();
  edge.next();
  edge.publish(
    'DDATA',
    'mill',
    [{ alias: 2, type: 'Double', value: 13, timestamp: at(3) }] as UMetric[],
    at(3),
  );
  await context.elapse(999);
  assert.deepEqual(rows(), []);
  await context.elapse(1);
  assert.deepEqual(rows(), [
    'gate/load undefined@1',
    'mill/power undefined@1.001',
    'mill/program undefined@1',
    'mill/power 13@3',
  ]);
  assert.deepEqual(refusals(), ['shop/edge: no message with seq 3']);
  assert.equal(commands().length, 1);
});

test('seq goes from 255 on to 0 and counts over node and devices together', () => {
  const { edge, rows, refusals } = setUp();
  edge.birth();
  rows();
  for (let n = 0; n < 600; n++) {
    if (n % 2 === 0) edge.change('mill', 'Power', n, at(n));
    else edge.change(undefined, 'Load', n, at(n));
  }
  assert.equal(rows().length, 600);
  assert.deepEqual(refusals(), []);
});

test('a message that comes twice is counted once and the second left out', () => {
  const { edge, rows, refusals } = setUp();
  edge.birth();
  rows();
  edge.change('mill', 'Power', 5, at(1));
  edge.deliver!(...edge.sent.at(-1)!);
  assert.deepEqual(rows(), ['mill/power 5@1']);
  assert.deepEqual(refusals(), ['spBv1.0/shop/DDATA/edge/mill: seq 2']);
});

test('an alias that two metrics have is refused for the second', () => {
  const model = usualModel();
  model.devices['mill']['Program'] = { type: 'String', value: 'A', alias: 2 };
  const { edge, refusals } = setUp({ model });
  edge.birth();
  assert.deepEqual(refusals(), ['spBv1.0/shop/DBIRTH/edge/mill: alias 2 of Program']);
});

test('a null is a missing value, a Quality other than good is that of the observation', () => {
  const { edge, rows, refusals } = setUp();
  edge.birth();
  rows();
  edge.change('mill', 'Power', null, at(1));
  const quality = (value: number, time: number): void =>
    edge.publish('DDATA', 'mill', [
      {
        alias: 2,
        type: 'Double',
        value: 7,
        timestamp: at(time),
        properties: { Quality: { type: 'Int32', value } },
      },
    ] as UMetric[]);
  quality(192, 2);
  quality(0, 3);
  quality(500, 4);
  quality(7, 5);
  assert.deepEqual(rows(), [
    'mill/power undefined@1',
    'mill/power 7@2',
    'mill/power 7@3 bad',
    'mill/power 7@4 bad',
    'mill/power 7@5 uncertain',
  ]);
  assert.deepEqual(refusals(), ['spBv1.0/shop/DDATA/edge/mill: Power: Quality 7']);
});

test('historical values are stored in the past and never shown as live', () => {
  const { edge, rows } = setUp();
  edge.birth();
  edge.change('mill', 'Power', 20, at(10));
  rows();
  const historical = (value: number, time: number): UMetric =>
    ({ alias: 2, type: 'Double', value, timestamp: at(time), isHistorical: true }) as UMetric;
  edge.publish('DDATA', 'mill', [historical(15, 5)]);
  assert.deepEqual(rows(), ['mill/power 15@5']);
  edge.publish('DDATA', 'mill', [historical(21, 11), historical(22, 12)]);
  assert.deepEqual(rows(), []);
  edge.change('mill', 'Power', 30, at(12));
  assert.deepEqual(rows(), ['mill/power 30@12', 'mill/power 21@11']);
});

test('a thousand historical values wait for a live one, more are refused', () => {
  const { edge, rows, refusals } = setUp();
  edge.birth();
  rows();
  const values = Array.from({ length: 1001 }, (_, n) => ({
    alias: 2,
    type: 'Double',
    value: n,
    timestamp: at(100 + n),
    isHistorical: true,
  }));
  edge.publish('DDATA', 'mill', values as UMetric[]);
  assert.deepEqual(rows(), []);
  assert.deepEqual(refusals(), ['spBv1.0/shop/DDATA/edge/mill: Power: a historical value']);
  edge.change('mill', 'Power', 7, at(5000));
  assert.equal(rows().length, 1001);
});

test('where the clock of the edge node is behind that of the host, what it says after a death is not before the gap', () => {
  const { edge, rows, context } = setUp({ bindings: [usual[2]] });
  edge.birth();
  context.time = at(60);
  edge.die();
  rows();
  edge.birthCount = 4;
  edge.sequence = 0;
  // It was born ten seconds after the gap, and its clock is a minute behind.
  const own: UMetric[] = [{ name: 'bdSeq', type: 'UInt64', value: 4 }];
  const load = { name: 'Load', type: 'Double', value: 5, alias: 1, timestamp: at(10) } as UMetric;
  edge.publish('NBIRTH', undefined, [...own, load], at(10));
  edge.publish('NDATA', undefined, [{ ...load, value: 6, timestamp: at(11) } as UMetric], at(11));
  edge.publish('NDATA', undefined, [{ ...load, value: 7, timestamp: at(70) } as UMetric], at(70));
  assert.deepEqual(rows(), ['gate/load 5@60.001', 'gate/load 6@60.001', 'gate/load 7@70']);
});

test('templates in templates are read up to a depth and refused beyond it', () => {
  const names = (depth: number): string => Array.from({ length: depth }, (_, n) => `T${n}`).join('/');
  const nested = (depth: number, level = 0): number[] =>
    level === depth
      ? part(2, part(1, 'n'), whole(4, 3), whole(10, 5))
      : part(2, part(1, `T${level}`), whole(4, 19), part(18, part(4, 'T'), nested(depth, level + 1)));
  for (const [depth, expected] of [
    [10, ['mill/power 5@0']],
    [40, []],
  ] as const) {
    const bindings = [{ signal: 'mill/power', from: `shop/edge#${names(depth)}/n` }];
    const { host, rows, refusals } = setUp({ bindings });
    host.take('spBv1.0/shop/NBIRTH/edge', message(whole(1, start), nested(depth), whole(3, 0)), false);
    assert.deepEqual(rows(), expected);
    assert.equal(
      refusals().some((refusal) => refusal.includes('templates 16 deep')),
      depth > 16,
    );
  }
});

test('a transient value is observed like any other', () => {
  const { edge, rows } = setUp();
  edge.birth();
  rows();
  edge.publish('DDATA', 'mill', [
    { alias: 2, type: 'Double', value: 7, timestamp: at(1), isTransient: true },
  ] as UMetric[]);
  assert.deepEqual(rows(), ['mill/power 7@1']);
});

test('engUnit is converted to the unit of the signal, unless the binding gives a unit or a scale', () => {
  const model = usualModel();
  model.devices['mill']['Power'] = {
    ...model.devices['mill']['Power'],
    value: 2500,
    properties: { engUnit: { type: 'String', value: 'W' } },
  };
  const of = (binding: Partial<Binding>): string[] => {
    const { edge, rows } = setUp({ model, bindings: [{ ...usual[0], ...binding }] });
    edge.birth();
    return rows();
  };
  assert.deepEqual(of({}), ['mill/power 2.5@0']);
  assert.deepEqual(of({ unit: 'MW' }), ['mill/power 2500000@0']);
  assert.deepEqual(of({ scale: 0.1 }), ['mill/power 250@0']);
});

test('an engUnit that does not fit the signal makes its values uncertain and is counted', () => {
  const model = usualModel();
  model.devices['mill']['Power'] = {
    ...model.devices['mill']['Power'],
    properties: { engUnit: { type: 'String', value: 'bar' } },
  };
  const { edge, rows, refusals } = setUp({ model, bindings: [usual[0]] });
  edge.birth();
  assert.deepEqual(rows(), ['mill/power 10@0 uncertain']);
  assert.deepEqual(refusals(), ['spBv1.0/shop/DBIRTH/edge/mill: Power: engUnit bar']);
});

test('a whole number beyond 2⁵³ is exact as a text, and rounded and uncertain as a number', () => {
  const bindings = [
    { signal: 'mill/power', from: 'shop/edge#big' },
    { signal: 'mill/program', from: 'shop/edge#big' },
  ];
  const { host, rows } = setUp({ bindings });
  const payload = message(
    whole(1, start),
    part(2, part(1, 'big'), whole(4, 8), whole(11, 9007199254740993n)),
    whole(3, 0),
  );
  host.take('spBv1.0/shop/NBIRTH/edge', payload, false);
  assert.deepEqual(rows(), ['mill/power 9007199254740992@0 uncertain', 'mill/program 9007199254740993@0']);
});

test('a Boolean is a number, a text, a state or a condition, as the signal is', () => {
  const model = { node: { On: { type: 'Boolean' as const, value: true, timestamp: start } }, devices: {} };
  const bindings = ['power', 'program', 'state', 'conditions'].map((name) => ({
    signal: `mill/${name}`,
    from: 'shop/edge#On',
  }));
  const { edge, rows, context } = setUp({ model, bindings });
  edge.birth();
  assert.deepEqual(rows(), [
    'mill/power 1@0',
    'mill/program true@0',
    'mill/state running@0',
    'mill/conditions fault On@0',
  ]);
  edge.change(undefined, 'On', false, at(1));
  assert.deepEqual(rows(), [
    'mill/power 0@1',
    'mill/program false@1',
    'mill/state idle@1',
    'mill/conditions normal@1',
  ]);
  context.time = at(2);
  edge.die();
  assert.equal(rows().at(-1), 'mill/conditions unavailable@2', 'nothing is known after the death');
});

test('a number is the code of a fault, a text its message; 0 and the empty text clear it', () => {
  const model = {
    node: {
      Code: { type: 'Int32' as const, value: 0, timestamp: start },
      Words: { type: 'String' as const, value: '', timestamp: start },
    },
    devices: {},
  };
  const bindings = ['Code', 'Words'].map((name) => ({
    signal: 'mill/conditions',
    from: `shop/edge#${name}`,
  }));
  const { edge, rows } = setUp({ model, bindings });
  edge.birth();
  assert.deepEqual(rows(), ['mill/conditions normal@0', 'mill/conditions normal@0']);
  edge.change(undefined, 'Code', 81, at(1));
  edge.change(undefined, 'Code', 81, at(2));
  edge.change(undefined, 'Code', 82, at(3));
  edge.change(undefined, 'Words', 'Oil low', at(4));
  edge.change(undefined, 'Words', 'warning', at(5));
  assert.deepEqual(rows(), [
    'mill/conditions normal@1',
    'mill/conditions fault 81@1',
    'mill/conditions fault 81@2',
    'mill/conditions normal@3',
    'mill/conditions fault 82@3',
    'mill/conditions normal@4',
    'mill/conditions fault Oil low@4',
    'mill/conditions warning@5',
  ]);
});

test('members and parameters of a Template, cells of a DataSet and elements of an array are bound by their way', () => {
  const bindings = [
    { signal: 'mill/power', from: 'shop/edge#Motor/rpm' },
    { signal: 'mill/program', from: 'shop/edge#Motor/serial' },
    { signal: 'gate/load', from: 'shop/edge#table/1/n' },
    { signal: 'mill/producedCount', from: 'shop/edge#list/2' },
  ];
  const { host, rows, refusals } = setUp({ bindings });
  const member = (...more: number[][]): number[] => part(2, part(1, 'rpm'), whole(3, start), ...more);
  const motor = (...fields: number[][]): number[] => part(18, part(4, 'MotorType'), whole(5, 0), ...fields);
  const cells = (value: number): number[] => part(4, part(1, whole(1, value)));
  const birth = message(
    whole(1, start),
    part(2, part(1, 'bdSeq'), whole(4, 8), whole(11, 0)),
    part(
      2,
      part(1, 'MotorType'),
      whole(4, 19),
      part(18, whole(5, 1), part(2, part(1, 'rpm'), whole(4, 3), whole(7, 1))),
    ),
    part(
      2,
      part(1, 'Motor'),
      whole(4, 19),
      motor(member(whole(4, 3), whole(10, 1450)), part(3, part(1, 'serial'), whole(2, 12), part(8, 'M-7'))),
    ),
    part(2, part(1, 'table'), whole(4, 16), part(17, part(2, 'n'), whole(3, 3), cells(4), cells(5))),
    part(2, part(1, 'list'), whole(4, 22), part(16, [1, 2, 3])),
    whole(3, 0),
  );
  host.take('spBv1.0/shop/NBIRTH/edge', birth, false);
  assert.deepEqual(rows(), [
    'mill/program M-7@0',
    'mill/power 1450@0',
    'gate/load 5@0',
    'mill/producedCount 3@0',
  ]);
  const data = message(
    whole(1, at(1)),
    part(2, part(1, 'Motor'), motor(part(2, part(1, 'rpm'), whole(3, at(1)), whole(10, 900)))),
    whole(3, 1),
  );
  host.take('spBv1.0/shop/NDATA/edge', data, false);
  assert.deepEqual(rows(), ['mill/power 900@1']);
  assert.deepEqual(refusals(), []);
});

test('an array and a DataSet are a text as JSON', () => {
  const bindings = [{ signal: 'mill/program', from: 'shop/edge#list' }];
  const { host, rows } = setUp({ bindings });
  const list = part(2, part(1, 'list'), whole(4, 29), part(16, [255, 255, 255, 255, 255, 255, 255, 255]));
  host.take('spBv1.0/shop/NBIRTH/edge', message(whole(1, start), list, whole(3, 0)), false);
  assert.deepEqual(rows(), ['mill/program ["18446744073709551615"]@0']);
});

test('a metric that cannot be used is refused with its name, the others of the message are used', () => {
  const { edge, rows, refusals } = setUp();
  edge.birth();
  rows();
  edge.publish('DDATA', 'mill', [
    { alias: 2, type: 'String', value: 'much', timestamp: at(1) },
    { name: 'Program', type: 'String', value: 'C', timestamp: at(1) },
  ] as UMetric[]);
  edge.publish('DDATA', 'mill', [{ name: 'Program', type: 'String', value: 'D', timestamp: 5 }] as UMetric[]);
  assert.deepEqual(rows(), ['mill/program C@1']);
  assert.deepEqual(refusals(), [
    'spBv1.0/shop/DDATA/edge/mill: much',
    'spBv1.0/shop/DDATA/edge/mill: Program: the time 5',
  ]);
});

test('what is no payload is refused with its topic and the place in it', () => {
  const { host, refusals } = setUp();
  host.take('spBv1.0/shop/NDATA/edge', Uint8Array.of(18, 5, 1), false);
  assert.deepEqual(refusals(), ['spBv1.0/shop/NDATA/edge: byte 2: a metric that goes beyond the end']);
});

test('a retained message of an edge node is refused: it may be of a session long gone', () => {
  const { edge, host, rows, refusals } = setUp();
  edge.deliver = (topic, payload) => host.take(topic, payload, true);
  edge.birth();
  assert.deepEqual(rows(), []);
  assert.equal(refusals().length, 2);
});

test('an NBIRTH of another bdSeq without a death between leaves a gap from the last message on', () => {
  const { edge, rows, context } = setUp({ bindings: [usual[2]] });
  edge.birth();
  context.time = at(7);
  edge.publish('NDATA', undefined, []);
  rows();
  context.time = at(9);
  edge.birthCount = 4;
  edge.sequence = 0;
  edge.birthOfNode();
  assert.deepEqual(rows(), ['gate/load undefined@7', 'gate/load 1@9']);
});

test('after the connection is lost, data need a birth again', async () => {
  const { edge, host, rows, refusals } = setUp();
  edge.birth();
  rows();
  host.lost(at(5));
  edge.change('mill', 'Power', 12, at(6));
  assert.deepEqual(rows(), []);
  assert.equal(refusals().length, 1);
});

test('a connection is followed by one request for the births of each edge node that is bound', async () => {
  const { host, commands, context, edge } = setUp();
  await host.connected();
  assert.deepEqual(commands(), []);
  await context.elapse(250);
  assert.deepEqual(
    commands().map(([topic]) => topic),
    ['spBv1.0/shop/NCMD/edge'],
  );
  await context.elapse(60_000);
  assert.deepEqual(commands(), []);
  edge.birth();
  await host.connected();
  await context.elapse(250);
  assert.deepEqual(commands(), [], 'who was born meanwhile need not be asked');
});

test('a host application subscribes to its own state, then to its groups or edge nodes', () => {
  const { host } = setUp({ settings: { hostId: 'twin' } });
  assert.deepEqual(host.subscriptions, [
    { filter: 'spBv1.0/STATE/twin', qos: 1 },
    { filter: 'spBv1.0/shop/+/edge/#', qos: 1 },
  ]);
  assert.deepEqual(setUp({ settings: { groups: ['shop'] } }).host.subscriptions, [
    { filter: 'spBv1.0/shop/#', qos: 1 },
  ]);
});

const said = ({ topic, payload, qos, retain }: Message): unknown => [
  topic,
  JSON.parse(new TextDecoder().decode(payload)),
  qos,
  retain,
];

test('STATE: will, birth and death with QoS 1, retained; will and birth with the time of the connection', async () => {
  const { host, published, context } = setUp({ settings: { hostId: 'twin' } });
  const will = host.will!();
  context.time = at(1);
  await host.connected();
  assert.deepEqual(said(will), ['spBv1.0/STATE/twin', { online: false, timestamp: start }, 1, true]);
  assert.deepEqual(published.map(said), [
    ['spBv1.0/STATE/twin', { online: true, timestamp: start }, 1, true],
  ]);
  context.time = at(9);
  assert.deepEqual(said(host.farewell!()), [
    'spBv1.0/STATE/twin',
    { online: false, timestamp: at(9) },
    1,
    true,
  ]);
});

test('STATE: who hears that it is offline says at once that it is online, with the time of its connection', async () => {
  const { host, published } = setUp({ settings: { hostId: 'twin' } });
  const will = host.will!();
  await host.connected();
  published.length = 0;
  host.take(will.topic, will.payload, false);
  host.take(will.topic, new TextEncoder().encode('{"online":true,"timestamp":1}'), false);
  assert.deepEqual(published.map(said), [
    ['spBv1.0/STATE/twin', { online: true, timestamp: start }, 1, true],
  ]);
});

test('without a host id nothing is told of the host application', async () => {
  const { host, published } = setUp();
  assert.deepEqual([host.will, host.farewell], [undefined, undefined]);
  await host.connected();
  assert.deepEqual(published, []);
});

const requestable = (type: UMetric['type'], alias?: number) => ({
  node: { Target: { type, value: null, ...(alias !== undefined && { alias }) } as EdgeMetric },
  devices: {
    mill: {
      Speed: {
        type: 'UInt8',
        value: 1,
        alias: 9,
        properties: { engUnit: { type: 'String', value: 'W' } },
      } as EdgeMetric,
    },
  },
});

test('a request is a DCMD or NCMD with alias or name, data type, value and time, without seq, QoS 0, not retained', async () => {
  const bindings = [
    { signal: 'mill/power', from: 'shop/edge/mill#Speed' },
    { signal: 'mill/program', from: 'shop/edge#Target' },
  ];
  const { host, edge, context, published } = setUp({ bindings, model: requestable('String') });
  edge.birth();
  context.time = at(4);
  await host.request({ signal: context.resolve('mill/power'), value: 0.25 });
  await host.request({ signal: context.resolve('mill/program'), value: 'P7' });
  const [device, node] = published.map((each) => ({ ...each, payload: library.decodePayload(each.payload) }));
  assert.deepEqual([device.topic, node.topic], ['spBv1.0/shop/DCMD/edge/mill', 'spBv1.0/shop/NCMD/edge']);
  assert.deepEqual([device.qos ?? 0, device.retain ?? false], [0, false]);
  assert.equal(Number(device.payload.timestamp), at(4));
  assert.equal(Object.hasOwn(device.payload, 'seq') && device.payload.seq !== null, false);
  const [speed] = device.payload.metrics!;
  assert.deepEqual([speed.name ?? '', Number(speed.alias), speed.type, speed.value], ['', 9, 'UInt8', 250]);
  const [target] = node.payload.metrics!;
  assert.deepEqual([target.name, target.type, target.value], ['Target', 'String', 'P7']);
});

const asked: readonly [type: UMetric['type'], value: number | string, sent: unknown][] = [
  ['Int8', -128, -128],
  ['Int16', -5, -5],
  ['Int32', 2147483647, 2147483647],
  ['Int64', -7, -7],
  ['UInt16', 65535, 65535],
  ['UInt64', '18446744073709551615', '18446744073709551615'],
  ['Float', 0.5, 0.5],
  ['Double', -0.1, -0.1],
  ['Boolean', 1, true],
  ['Boolean', 'false', false],
  ['String', 'größer', 'größer'],
  ['DateTime', '2026-03-04T06:00:00Z', start],
];
for (const [type, value, sent] of asked) {
  test(`a request for ${value} of a metric of ${type} sends ${String(sent)}`, async () => {
    const { host, edge, context, commands } = setUp({
      bindings: [{ signal: 'mill/program', from: 'shop/edge#Target' }],
      model: requestable(type),
    });
    edge.birth();
    await host.request({ signal: context.resolve('mill/program'), value });
    const [[, [metric]]] = commands();
    assert.equal(metric.type, type);
    // The library gives integers of 64 bits as objects of its own, without their sign.
    const isLong = typeof metric.value === 'object';
    const found = isLong ? String(BigInt.asIntN(64, BigInt(String(metric.value)))) : metric.value;
    assert.equal(found, isLong ? String(BigInt.asIntN(64, BigInt(String(sent)))) : sent);
  });
}

const refusedRequests: readonly [type: UMetric['type'], value: number | string, sentence: RegExp][] = [
  ['UInt8', 300, /^Target cannot become 300: a UInt8 is a whole number from 0 to 255$/],
  ['Int16', 1.5, /^Target cannot become 1.5: a Int16 is a whole number from -32768 to 32767$/],
  ['Float', 1e39, /^Target cannot become 1e\+39: a Float is a finite number$/],
  ['Double', 'many', /^Target cannot become many: a Double is a finite number$/],
  ['Boolean', 2, /^Target cannot become 2: a Boolean is true or false, or 1 or 0$/],
  ['Bytes', 1, /^Target is a Bytes, which cannot be asked for$/],
];
for (const [type, value, sentence] of refusedRequests) {
  test(`a request for ${value} of a metric of ${type} is refused with a sentence and nothing is sent`, async () => {
    const { host, edge, context, published } = setUp({
      bindings: [{ signal: 'mill/program', from: 'shop/edge#Target' }],
      model: requestable(type),
    });
    edge.birth();
    await assert.rejects(host.request({ signal: context.resolve('mill/program'), value }), {
      message: sentence,
    });
    assert.deepEqual(published, []);
  });
}

test('a request to what is not born is refused with a sentence', async () => {
  const { host, context } = setUp();
  await assert.rejects(host.request({ signal: context.resolve('mill/power'), value: 1 }), {
    message: 'shop/edge/mill#Power is not there: shop/edge/mill is not born, or has no such metric',
  });
});

fixtures('Sparkplug topics', () => {
  type Case = Readonly<Record<'topic', string>> &
    Readonly<Record<'namespace' | 'messageType' | 'edgeNode' | 'device' | 'host', string | null>>;
  const cases = JSON.parse(fixture('sparkplug/hivemq-topics.json')) as Case[];
  for (const each of cases) {
    test(`the topic ${each.topic} is read as another implementation reads it, STATE under a group is none`, () => {
      const found = edgeTopic(each.topic);
      // The peer knows a form of STATE that the specification does not have.
      const isEdge = each.edgeNode !== null && each.messageType !== null && each.namespace === 'spBv1.0';
      const isRight = isEdge && each.messageType!.startsWith('D') === (each.device !== null);
      if (!isRight) assert.equal(found, undefined);
      else
        assert.deepEqual(
          [found?.type, found?.node, found?.device ?? null],
          [each.messageType, each.edgeNode, each.device],
        );
    });
  }
});

test('ids of any letters but /, + and # are read from a topic and written back; device ids only where they belong', () => {
  for (const topic of ['spBv1.0/车间/NBIRTH/边缘 1', 'spBv1.0/g/DDATA/n/d.1 ü']) {
    assert.equal(topicOf(edgeTopic(topic)!), topic);
  }
  for (const topic of [
    'spBv1.0/g/NBIRTH/n/d',
    'spBv1.0/g/DBIRTH/n',
    'spBv1.0//NBIRTH/n',
    'spBv1.0/g/NBIRTH/',
    'spBv1.0/g/DBIRTH/n/+',
    'spBv1.0/g/NBIRTHS/n',
    'spAv1.0/g/NBIRTH/n',
    'spBv1.0/g/DDATA/n/d/e',
  ]) {
    assert.equal(edgeTopic(topic), undefined, topic);
  }
  assert.equal(stateTopicOf('spBv1.0/STATE/scada1'), 'scada1');
  assert.equal(stateTopicOf('spBv1.0/g/STATE/scada1'), undefined);
});

const seed = Number(process.env['SEED'] ?? 20261124);
test(`100,000 mutated messages are taken or counted by the session, and nothing grows (seed ${seed})`, () => {
  const { host, context, edge } = setUp({
    bindings: [...usual, { signal: 'mill/producedCount', from: 'shop/edge#Motor/rpm' }],
  });
  edge.deliver = undefined;
  edge.birth();
  edge.change('mill', 'Power', 5, at(1));
  edge.change(undefined, 'Load', 6, at(1));
  edge.deathOfDevice('mill');
  edge.die();
  const motor = part(18, part(4, 'T'), part(2, part(1, 'rpm'), whole(4, 10), double(13, 4)));
  edge.sent.push([
    'spBv1.0/shop/NBIRTH/edge',
    message(whole(1, start), part(2, part(1, 'Motor'), whole(4, 19), motor), whole(3, 0)),
  ]);
  const topics = edge.sent.map(([topic]) => topic);
  let turn = 0;
  const result = fuzz({
    seed,
    count: 100_000,
    samples: edge.sent.map(([, payload]) => payload),
    take(bytes) {
      host.take(topics[turn++ % topics.length], bytes, false);
      const refused = context.refusals.length;
      assert.ok(
        context.refusals.every(
          ({ found, place, allowed }) => found.length <= 200 && place !== '' && allowed !== '',
        ),
      );
      context.refusals.length = 0;
      host.bindings.deliver();
      assert.ok(context.rows.every(({ value }) => typeof value !== 'number' || Number.isFinite(value)));
      context.rows.length = 0;
      context.batches.length = 0;
      return refused > 0 ? 'refused' : 'taken';
    },
  });
  assert.equal(result.thrown, undefined);
  assert.ok(result.longest < 50, `${result.longest} ms`);
  assert.ok(result.growth < 1_000_000, `${result.growth} bytes more`);
  assert.ok(result.taken > 1000 && result.refused > 1000, `${result.taken} taken, ${result.refused} refused`);
});
