import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connector, ConnectorContext } from '../connector/connector.js';
import { registerConnectorType } from '../connector/registry.js';
import { workshop } from '../testing/workshop.js';
import { ObservationBatch } from './observation-batch.js';
import { Twin } from './twin.js';

let run: Connector['run'] = () => Promise.resolve();
registerConnectorType('scripted', () => Promise.resolve(() => ({ run: (context) => run(context) })));

const twins: Twin[] = [];
after(() => Promise.all(twins.map((twin) => twin.stop())));

function started(script: (context: ConnectorContext) => Promise<void>, type = 'scripted'): Twin {
  run = script;
  const twin = new Twin(workshop({ connectors: [{ type, id: 'source', bindings: [], settings: {} }] }));
  twins.push(twin);
  twin.start();
  return twin;
}

test('a connection delivers into the series and counts what came, what came late and what was refused', async () => {
  const twin = started(async (context) => {
    const batch = new ObservationBatch();
    const power = context.resolve('press/power');
    batch.add(power, 1_000, 1);
    batch.add(power, 3_000, 3);
    batch.add(power, 2_000, 2);
    batch.add(power, 4_000, 'four');
    context.deliver(batch);
    context.status({ state: 'live' });
    context.refuse({ place: 'topic/a', found: '{', allowed: 'JSON' });
    await context.wait(60_000);
  });
  await sleep(5);
  const [connection] = twin.connections;
  assert.equal(connection.status.state, 'live');
  assert.equal(connection.observations, 4);
  assert.equal(connection.late, 1);
  assert.equal(connection.refusals.count, 2);
  assert.equal(connection.refusals.newest[0].place, 'topic/a');
  assert.equal(twin.series('press/power', 'number')?.length, 3);
  await twin.stop();
  assert.equal(connection.status.state, 'stopped');
});

test('a signal that two sources feed is told once, one whose past another tells is not', async () => {
  const entry = (id: string) => ({ type: 'scripted', id, bindings: [], settings: {} });
  run = async (context) => {
    context.resolve('press/power');
    context.resolve('press/power');
    context.resolve('press/energy', 'past');
    context.resolve('press/conditions');
    await context.wait(60_000);
  };
  const twin = new Twin(workshop({ connectors: [entry('first'), entry('second')] }));
  twins.push(twin);
  twin.start();
  await sleep(5);
  const [first, second] = twin.connections;
  assert.equal(first.refusals.count, 0);
  assert.deepEqual(
    second.refusals.newest.map(({ place, found }) => [place, found]),
    [['press/power', 'a signal that first feeds too']],
  );
  assert.equal(twin.signal('press/energy').connection, undefined);
  await twin.stop();
});

test('nothing is delivered after the end, and a wait ends at once', async () => {
  let late: (() => void) | undefined;
  const twin = started(async (context) => {
    const batch = new ObservationBatch();
    batch.add(context.resolve('press/power'), 1, 1);
    late = () => context.deliver(batch);
    await context.wait(60_000);
  });
  await sleep(5);
  await twin.stop();
  late!();
  assert.equal(twin.series('press/power', 'number'), undefined);
});

test('a connector that throws is a failed connection, not an error in the page', async () => {
  const twin = started(() => Promise.reject(new RangeError('invalid url: 7, allowed: an address')));
  await sleep(5);
  assert.deepEqual(twin.connections[0].status, {
    state: 'failed',
    detail: 'invalid url: 7, allowed: an address',
  });
});

test('an unknown connector type is a failed connection that names the known ones', async () => {
  const twin = started(() => Promise.resolve(), 'pigeon');
  await sleep(5);
  assert.equal(twin.connections[0].status.state, 'failed');
  assert.match(twin.connections[0].status.detail!, /unknown connector type: pigeon, allowed: .*scripted/);
});

test('a source that is heard keeps its silent signals live', async () => {
  let heard: (() => void) | undefined;
  const twin = started(async (context) => {
    const batch = new ObservationBatch();
    batch.addState(context.resolve('press/state'), 1_000, 'idle', 'READY');
    context.deliver(batch);
    heard = () => context.confirm();
    await context.wait(60_000);
  });
  await sleep(5);
  twin.clock.at(Date.now() + 15_000);
  assert.equal(twin.freshness('press/state').freshness, 'live');
  twin.clock.at(Date.now() + 45_000);
  assert.equal(twin.freshness('press/state').freshness, 'late');
  heard!();
  assert.equal(twin.freshness('press/state').freshness, 'live');
});

test('an observation stamped ahead of the present does not keep a signal of a silent source live', async () => {
  const twin = started(async (context) => {
    const batch = new ObservationBatch();
    const state = context.resolve('press/state');
    batch.addState(state, Date.now() - 1_000, 'idle', 'READY');
    batch.addState(state, Date.now() + 7_200_000, 'running', 'ACTIVE');
    context.deliver(batch);
    await context.wait(60_000);
  });
  await sleep(5);
  assert.equal(twin.freshness('press/state').freshness, 'live');
  twin.clock.at(Date.now() + 600_000);
  assert.equal(twin.freshness('press/state').freshness, 'stale');
});

test('what comes in while the past is shown belongs to the present', async () => {
  let context!: ConnectorContext;
  const twin = started(async (given) => {
    context = given;
    await given.wait(60_000);
  });
  await sleep(5);
  const before = Date.now();
  twin.clock.at(before - 3_600_000);
  assert.ok(context.now() >= before);
  context.confirm();
  assert.ok((twin.connections[0].confirmedAt as number) >= before);
});

test('a connector learns who wants a signal; what figures need is always wanted', async () => {
  let context!: ConnectorContext;
  let demands = 0;
  const twin = started(async (given) => {
    context = given;
    given.onDemand(() => demands++);
    await given.wait(60_000);
  });
  await sleep(5);
  const temperature = context.resolve('press/temperature');
  assert.equal(context.wanted(temperature), false);
  assert.equal(context.wanted(context.resolve('press/state')), true);
  const end = twin.subscribe(['press/temperature'], () => {});
  assert.equal(context.wanted(temperature), true);
  end();
  assert.equal(context.wanted(temperature), false);
  assert.equal(demands, 2);
});

test('a source clock that runs ahead is noticed', async () => {
  const twin = started(async (context) => {
    const batch = new ObservationBatch();
    batch.add(context.resolve('press/power'), context.now() + 30_000, 1);
    context.deliver(batch);
    await context.wait(60_000);
  });
  await sleep(5);
  assert.ok(Math.abs(twin.connections[0].clockLead - 30_000) < 1_000);
});
