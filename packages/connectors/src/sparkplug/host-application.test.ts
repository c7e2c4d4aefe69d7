import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../internal/mqtt/connection.js';
import { fuzz } from '../testing/fuzz.js';
import { double, message, part, whole } from '../testing/protocol-buffers.js';
import type { UMetric } from '../testing/sparkplug-edge-node.js';
import { at, setUp, start, usual, usualModel } from '../testing/sparkplug-host.js';

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

test('when the connection is lost while a message is missing, nothing is known since the one before it', () => {
  const { edge, host, rows } = setUp();
  edge.birth();
  edge.change('mill', 'Power', 12, at(2));
  rows();
  // The message that would have had this number never comes.
  edge.sequence = (edge.sequence + 1) % 256;
  edge.change('mill', 'Power', 13, at(4));
  host.lost(at(5));
  // Messages of this node say that they were sent at 0; what was observed later stays.
  assert.deepEqual(rows(), [
    'gate/load undefined@0.001',
    'mill/power undefined@2.001',
    'mill/program undefined@0.001',
  ]);
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

const seed = Number(process.env['SEED'] ?? 20261124);

test(`100,000 mutated messages are taken or counted by the session, and nothing grows (seed ${seed})`, () => {
  const { host, context, edge } = setUp({
    bindings: [...usual, { signal: 'mill/producedCount', from: 'shop/edge#Motor/rpm' }],
  });
  // Time stands still: waits that are kept would look like growth.
  context.wait = () => new Promise(() => {});
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
