import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Binding } from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';
import { Mosquitto, NodeSocket } from '../testing/mosquitto.js';
import { encodings, OpcuaPublisher } from '../testing/opcua-publisher.js';
import { opcuaJsonOver } from './index.js';

const begin = Date.parse('2026-03-04T06:00:00.250Z');

/** Variables of the machine: built-in type, value, StatusCode; and what arrives of it. */
const variables = [
  ['mill/power', 'Power', 11, 12.5, 'Good', 12.5, 'good'],
  ['mill/temperature', 'Temperature', 10, 21.5, 'UncertainLastUsableValue', 21.5, 'uncertain'],
  ['mill/level', 'Level', 11, 0, 'BadSensorFailure', undefined, 'bad'],
  ['mill/cycleTime', 'CycleTime', 11, 0, 'Good', 0, 'good'],
  ['mill/order', 'Total', 9, [2_097_152, 1], 'Good', '9007199254740993', 'good'],
  ['mill/producedCount', 'Parts', 8, [0, 4711], 'Good', 4711, 'good'],
  ['mill/orderQuantity', 'Offset', 4, -7, 'Good', -7, 'good'],
  ['mill/program', 'Program', 12, 'O1234', 'GoodClamped', 'O1234', 'good'],
  ['mill/mode', 'Mode', 21, { locale: 'de', text: 'Störung' }, 'Good', 'Störung', 'good'],
  ['mill/state', 'State', 21, { locale: 'en', text: 'Executing' }, 'Good', 'running', 'good'],
  ['mill/product', 'Key', 15, Buffer.from([1, 2, 3]), 'Good', 'AQID', 'good'],
  ['mill/reason', 'Since', 13, new Date(begin), 'Good', '2026-03-04T06:00:00.250Z', 'good'],
  ['mill/execution', 'On', 1, false, 'Good', 'false', 'good'],
] as const;

let broker: Mosquitto;
let server: OpcuaPublisher;
before(async () => {
  [broker, server] = await Promise.all([Mosquitto.start(), OpcuaPublisher.start()]);
});
after(() => Promise.all([broker.stop(), server.stop()]));

async function until(condition: () => boolean): Promise<void> {
  for (const start = Date.now(); !condition(); await new Promise((resolve) => setTimeout(resolve, 5))) {
    assert.ok(Date.now() - start < 20_000, 'waited in vain');
  }
}

test('values, qualities and times of an OPC UA server arrive in each encoding as it has them', async () => {
  variables.forEach(([, name, type, value, status], index) =>
    server.write(name, type, value, status, begin + 1000 * index),
  );
  const bindings: Binding[] = variables.map(([signal, name]) => ({
    signal,
    from: `Mill/1#${name}`,
    ...(signal === 'mill/state' && { vocabulary: 'machinery' }),
  }));
  const context = new ConformanceContext({ signals: { 'mill/state': 'state' } });
  const connector = opcuaJsonOver(NodeSocket)({
    type: 'opcua-json',
    id: 'opcua-1',
    bindings,
    settings: { url: broker.url },
  });
  const ended = connector.run(context);
  await until(() => context.state === 'live');
  const publisher = await broker.publisher();
  for (const encoding of Object.keys(encodings) as (keyof typeof encodings)[]) {
    context.rows.length = 0;
    await publisher.publish('opcua/json/data/Mill/Group', server.message(encoding));
    await until(() => context.rows.length >= variables.length);
    assert.equal(context.rows.length, variables.length);
    for (const [signal, name, , , , value, quality] of variables) {
      const row = context.rows.find((each) => each.signal === signal);
      assert.ok(row, `${encoding} ${signal}`);
      const { statusCode, sourceTimestamp } = server.read(name);
      // A value that the source could not tell may come along or not.
      if (quality !== 'bad') assert.equal(row.value, value, `${encoding} ${signal}`);
      assert.equal(row.quality, quality, `${encoding} ${signal}`);
      assert.equal(row.quality, (['good', 'uncertain', 'bad'] as const)[statusCode.value >>> 30]);
      assert.equal(row.time, sourceTimestamp.getTime());
    }
  }
  server.write('Power', 11, 13.5, 'Good', begin + 60_000);
  context.rows.length = 0;
  await publisher.publish('opcua/json/data/Mill/Group', server.message('compact', ['Power']));
  await until(() => context.rows.length > 0);
  assert.deepEqual(context.rows, [
    { signal: 'mill/power', time: begin + 60_000, value: 13.5, quality: 'good' },
  ]);
  assert.deepEqual(context.refusals, []);
  publisher.end();
  context.abort();
  await ended;
});
