import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EdgeMetric, UMetric } from '../testing/sparkplug-edge-node.js';
import { at, library, setUp, start } from '../testing/sparkplug-host.js';

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
