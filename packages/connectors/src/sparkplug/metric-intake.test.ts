import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Binding } from '@twinfloor/core';
import { message, part, whole } from '../testing/protocol-buffers.js';
import type { UMetric } from '../testing/sparkplug-edge-node.js';
import { at, setUp, start, usual, usualModel } from '../testing/sparkplug-host.js';

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
  assert.deepEqual(rows(), ['mill/power undefined@1', 'mill/program C@1']);
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

/** A host application that has not read an array yet, and messages of a node with an array and a number. */
function withArray() {
  const bindings = [
    { signal: 'mill/power', from: 'shop/edge#list/1' },
    { signal: 'mill/program', from: 'shop/edge#list' },
    { signal: 'gate/load', from: 'shop/edge#load' },
  ];
  const made = setUp({ bindings, isLazy: true });
  const list = (...bytes: number[]): number[] => part(2, part(1, 'list'), whole(4, 22), part(16, bytes));
  const load = (value: number): number[] => part(2, part(1, 'load'), whole(4, 1), whole(10, value));
  const data = (sequence: number, metric: number[]): void =>
    made.host.take(
      'spBv1.0/shop/NDATA/edge',
      message(whole(1, at(sequence)), metric, whole(3, sequence)),
      false,
    );
  const count = part(2, part(1, 'bdSeq'), whole(4, 8), whole(11, 0));
  const birth = message(whole(1, start), count, list(1, 2), load(1), whole(3, 0));
  made.host.take('spBv1.0/shop/NBIRTH/edge', birth, false);
  return { ...made, list, load, data };
}

test('messages wait in their order while what reads properties and values with parts is loaded, and are handed over then', async () => {
  const { host, context, rows, refusals, data, list, load } = withArray();
  data(1, load(2));
  data(2, list(3, 4));
  assert.deepEqual(rows(), []);
  while (!host.intake.parts) await new Promise((resolve) => setImmediate(resolve));
  await context.elapse(0);
  assert.deepEqual(rows(), [
    'mill/program [1,2]@0',
    'mill/power 2@0',
    'gate/load 1@0',
    'gate/load 2@1',
    'mill/program [3,4]@2',
    'mill/power 4@2',
  ]);
  assert.deepEqual(refusals(), []);
});

test('where what reads properties and values with parts cannot be loaded such metrics are refused, others go on', async () => {
  const { host, context, rows, refusals } = withArray();
  Object.defineProperty(host.intake, 'parts', { get: () => undefined, set() {} });
  while (context.refusals.length === 0) await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(rows(), ['gate/load 1@0']);
  assert.deepEqual(refusals(), ['spBv1.0/shop/NBIRTH/edge: list: properties or parts']);
});

test('a lost connection ends the waiting: what came before it is taken before the gap', () => {
  const { host, rows, data, load } = withArray();
  data(1, load(2));
  host.lost(at(2));
  assert.deepEqual(rows(), ['gate/load 1@0', 'gate/load 2@1']);
});
