import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ConnectorSettings } from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';
import { Mosquitto, NodeSocket } from '../testing/mosquitto.js';
import { strangeBroker } from '../testing/strange-broker.js';
import { mqttOver } from './index.js';

const machines = Array.from({ length: 100 }, (_, n) => `machine-${n}`);
const signals = Object.fromEntries(
  machines.map((machine) => [`${machine}/producedCount`, 'number'] as const),
);

let broker: Mosquitto;
before(async () => {
  broker = await Mosquitto.start();
});
const running: ConformanceContext[] = [];
after(async () => {
  // A failed test leaves its connector running.
  for (const context of running) context.abort();
  await broker.stop();
});

function entry(settings: object): ConnectorSettings {
  return {
    type: 'mqtt',
    id: 'mqtt-1',
    bindings: [],
    settings: { topics: ['shop/{equipment}/{signal}'], ...settings },
  };
}

function started(settings: object) {
  const context = new ConformanceContext({ signals });
  running.push(context);
  const ended = mqttOver(NodeSocket)(entry({ url: broker.url, ...settings })).run(context);
  return { context, ended };
}

async function until(what: string, condition: () => boolean, patience = 20_000): Promise<void> {
  for (const begin = Date.now(); !condition(); await pause(5)) {
    assert.ok(Date.now() - begin < patience, `waited in vain until ${what}`);
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

test('5,000 messages a second for 5 seconds arrive without loss, in order', async (t) => {
  const { context, ended } = started({});
  await until('it is live', () => context.state === 'live');
  const publisher = await broker.publisher();
  const perStep = 50;
  const total = 25_000;
  const begin = performance.now();
  for (let sent = 0; sent < total;) {
    const due = Math.min(total, Math.floor((performance.now() - begin) * 5));
    while (sent + perStep <= due) {
      publisher.send(
        Array.from({ length: perStep }, (_, n) => {
          const sequence = sent + n;
          const time = 1_700_000_000_000 + sequence;
          return [
            `shop/${machines[sequence % 100]}/producedCount`,
            JSON.stringify({ time, value: sequence }),
          ];
        }),
      );
      sent += perStep;
    }
    await pause(2);
  }
  const offered = performance.now() - begin;
  await until('all have arrived', () => context.rows.length >= total);
  const received = performance.now() - begin;
  await pause(50);
  t.diagnostic(`offered in ${Math.round(offered)} ms, received in ${Math.round(received)} ms`);
  t.diagnostic(
    `${context.batches.length} batches, ${Math.round(total / context.batches.length)} observations each`,
  );
  assert.equal(context.rows.length, total);
  assert.ok(
    context.rows.every(
      ({ value, time }, sequence) => value === sequence && time === 1_700_000_000_000 + sequence,
    ),
  );
  assert.deepEqual(context.refusals, []);
  publisher.end();
  context.abort();
  await ended;
});

test('a burst of 20,000 messages of QoS 1 arrives without loss', async () => {
  const { context, ended } = started({ qos: 1 });
  await until('it is live', () => context.state === 'live');
  const publisher = await broker.publisher();
  const messages = Array.from({ length: 20_000 }, (_, sequence) =>
    publisher.publish(`shop/${machines[sequence % 100]}/producedCount`, String(sequence)),
  );
  await Promise.all(messages);
  await until('all have arrived', () => context.rows.length >= 20_000);
  assert.equal(new Set(context.rows.map(({ value }) => value)).size, 20_000);
  publisher.end();
  context.abort();
  await ended;
});

test('a retained message is there at once, and holds again after a loss', async () => {
  const publisher = await broker.publisher();
  const time = Date.now() - 60_000;
  await publisher.publish('shop/machine-7/producedCount', JSON.stringify({ time, value: 7 }), true);
  publisher.end();
  const { context, ended } = started({});
  await until('it has arrived', () => context.rows.length === 1);
  assert.deepEqual([context.rows[0].time, context.rows[0].value], [time, 7]);
  await broker.kill();
  await until('the gap is told', () => context.rows.length === 2);
  assert.equal(context.rows[1].value, undefined);
  await broker.start();
  const again = await broker.publisher();
  await until('it is live again', () => context.state === 'live');
  context.abort();
  await ended;
  again.end();
});

for (const [code, state] of [
  [1, 'failed'],
  [3, 'waiting'],
  [4, 'failed'],
  [5, 'failed'],
] as const) {
  test(`a broker that refuses the connection with code ${code} leads to the status ${state}`, async () => {
    const strange = await strangeBroker((send) => send([0x20, 2, 0, code]));
    const { context, ended } = started({ url: strange.url });
    await until(state, () => context.state === state);
    assert.match(context.statuses.at(-1)!.detail!, /the broker/);
    context.abort();
    await ended;
    strange.stop();
  });
}

/** What a broker answers to the connection and to one subscription. */
const answers = {
  '3.1.1': { connack: [0x20, 2, 0, 0], suback: (code: number) => [0x90, 3, 0, 101, code] },
  '5': { connack: [0x20, 3, 0, 0, 0], suback: (code: number) => [0x90, 4, 0, 101, 0, code] },
} as const;

for (const version of ['3.1.1', '5'] as const) {
  const { connack, suback } = answers[version];
  test(`MQTT ${version}: a broker that refuses the subscription leads to the status failed`, async () => {
    const strange = await strangeBroker((send, message) => {
      if (message === 0) send([...connack]);
      else send(suback(0x80));
    });
    const { context, ended } = started({ url: strange.url, version });
    await until('it failed', () => context.state === 'failed');
    assert.deepEqual(
      context.refusals.map(({ place }) => place),
      ['shop/+/+'],
    );
    context.abort();
    await ended;
    strange.stop();
  });

  test(`MQTT ${version}: packets that are not MQTT never throw into the page: the connection is given up and tried again`, async () => {
    const packets = [
      [0x30, 0],
      [0x30, 1, 0],
      [0x30, 3, 0xff, 0xff, 0x61],
      [0x90, 0],
      [0xf0, 0xff, 0xff, 0xff, 0xff, 0xff],
      [0x40, 0],
      [0x00, 2, 1, 1],
      [0x20, 0],
      [0xe0, 0],
      [0xe0, 1, 0x8e],
      [0x30, 6, 0, 1, 0x61, 0xff, 0xff, 0xff],
    ];
    for (const garbage of packets) {
      const strange = await strangeBroker((send, message) => {
        if (message === 0) send([...connack]);
        if (message === 1) send(suback(0));
        if (message === 1) send(garbage);
      });
      const { context, ended } = started({ url: strange.url, version });
      await until('it is live', () => context.statuses.some(({ state }) => state === 'live'));
      await pause(30);
      assert.deepEqual(
        context.rows.filter(({ value }) => value !== undefined),
        [],
      );
      context.abort();
      await ended;
      strange.stop();
    }
  });
}

for (const [setting, offered, state] of [
  [undefined, [5, 4], 'live'],
  ['3.1.1', [4], 'live'],
  ['5', [5], 'failed'],
] as const) {
  test(`a broker that speaks MQTT 3.1.1 only, version ${setting ?? 'not given'}: ${state}`, async () => {
    const levels: number[] = [];
    const strange = await strangeBroker((send, _, packet) => {
      if (packet[0] === 0x10) levels.push(packet[8]);
      if (packet[0] === 0x10) send([0x20, 2, 0, packet[8] === 4 ? 0 : 1]);
      if (packet[0] === 0x82) send([0x90, 3, packet[2], packet[3], 0]);
    });
    const { context, ended } = started({ url: strange.url, ...(setting && { version: setting }) });
    await until(state, () => context.state === state);
    assert.deepEqual(levels, offered);
    if (state === 'failed')
      assert.equal(context.statuses.at(-1)!.detail, 'the broker does not speak this version of MQTT');
    context.abort();
    await ended;
    strange.stop();
  });
}

test('the reason that a broker of MQTT 5 gives for the end of a connection is told', async () => {
  const { connack, suback } = answers['5'];
  const strange = await strangeBroker((send, message) => {
    if (message === 0) send([...connack]);
    if (message === 1) send(suback(0));
    if (message === 1) send([0xe0, 1, 0x8e]);
  });
  const { context, ended } = started({ url: strange.url });
  await until('it waits', () => context.state === 'waiting');
  assert.equal(context.statuses.at(-1)!.detail, 'another client has come with the same client id');
  context.abort();
  await ended;
  strange.stop();
});
