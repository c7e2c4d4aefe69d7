import {
  Clock,
  type Connector,
  type ConnectorContext,
  ObservationBatch,
  registerConnectorType,
  Twin,
} from '@twinfloor/core';
import { readWorkshop } from '@twinfloor/core/workshop';
import { assert } from 'chai';
import { store } from './index.js';

const minute = 60_000;

/** A source that says what it is told to. */
class Feed implements Connector {
  #context: ConnectorContext | undefined;
  readonly #batch = new ObservationBatch();

  async run(context: ConnectorContext): Promise<void> {
    this.#context = context;
    context.resolve('mill/power');
    context.status({ state: 'live' });
    while (!context.signal.aborted) await context.wait(minute);
  }

  say(fill: (batch: ObservationBatch, handle: (signal: string) => number) => void): void {
    fill(this.#batch, (signal) => this.#context!.resolve(`mill/${signal}`));
    this.#context!.deliver(this.#batch);
    this.#batch.clear();
  }
}

let feed: Feed;
registerConnectorType('store', async () => store);
registerConnectorType('feed', async () => () => (feed = new Feed()));

let count = 0;
let id = '';
beforeEach(() => (id = `store-test-${count++}`));

afterEach(async () => {
  await new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(`twinfloor/${id}`);
    request.onsuccess = request.onerror = request.onblocked = resolve;
  });
});

/** A page: a twin with the source and the store, live. */
async function page(now: () => number, past = 'PT12H', types = ['feed', 'store']): Promise<Twin> {
  const { workshop } = readWorkshop({
    id,
    equipment: [{ id: 'mill', level: 'workUnit' }],
    connectors: types.map((type) => (type === 'store' ? { type, past } : { type })),
  });
  const twin = new Twin(workshop!, { clock: new Clock(now) });
  twin.start();
  await until(() => twin.connections.every(({ status }) => status.state === 'live'));
  return twin;
}

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!condition() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
  assert.isTrue(condition(), String(condition));
}

/** Long enough for what came to be written. */
const written = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_300));

const begin = Date.parse('2026-05-04T06:00:00Z');
let now = begin;
const clock = (): number => now;

describe('store', () => {
  beforeEach(() => (now = begin));

  it('gives back after a reload what the page heard, and nothing is known while it was not there', async () => {
    const first = await page(clock);
    feed.say((batch, handle) => {
      batch.addState(handle('state'), begin, 'running', 'ACTIVE');
      batch.add(handle('power'), begin, 4, 'uncertain');
      batch.add(handle('program'), begin + 1, 'O1');
      batch.addCondition(handle('conditions'), begin, { key: 'logic', level: 'fault', code: '81' });
    });
    now = begin + minute;
    await written();
    await first.stop();

    now = begin + 10 * minute;
    const second = await page(clock);
    const state = second.series('mill/state', 'state')!;
    assert.deepEqual([state.timeAt(0), state.stateAt(0), state.sourceAt(0)], [begin, 'running', 'ACTIVE']);
    assert.deepEqual([state.length, state.timeAt(1), state.qualityAt(1)], [2, begin + minute, 'bad']);
    const power = second.series('mill/power', 'number')!;
    assert.deepEqual([power.valueAt(0), power.qualityAt(0), power.valueAt(1)], [4, 'uncertain', undefined]);
    assert.equal(second.series('mill/program', 'text')!.textAt(0), 'O1');
    const conditions = second.series('mill/conditions', 'condition')!;
    assert.lengthOf(conditions.activeAt(begin + minute - 1), 1);
    assert.lengthOf(conditions.activeAt(begin + 5 * minute), 0);
    assert.equal(conditions.covered({ from: begin, to: begin + 10 * minute }), minute);
    await second.stop();
  });

  it('takes the gap back where the source tells the past itself', async () => {
    const first = await page(clock);
    feed.say((batch, handle) => {
      batch.addState(handle('state'), begin, 'running', 'ACTIVE');
      batch.add(handle('power'), begin, 4);
    });
    now = begin + minute;
    await written();
    await first.stop();

    now = begin + 10 * minute;
    const second = await page(clock);
    feed.say((batch, handle) => {
      // This one remembers: the state holds since the begin. The other one tells only what is now.
      batch.addState(handle('state'), begin, 'running', 'ACTIVE');
      batch.add(handle('power'), now, 5);
    });
    const interval = { from: begin, to: now };
    assert.equal(second.series('mill/state', 'state')!.covered(interval), 10 * minute);
    assert.equal(second.series('mill/power', 'number')!.covered(interval), minute);
    await second.stop();
  });

  it('drops what is older than its past, and leaves out signals that the workshop has no more', async () => {
    const first = await page(clock, 'PT1H');
    feed.say((batch, handle) => batch.add(handle('power'), begin, 1));
    await written();
    now = begin + 50 * minute;
    feed.say((batch, handle) => batch.add(handle('power'), now, 2));
    await written();
    await first.stop();
    now = begin + 90 * minute;
    const second = await page(clock, 'PT1H');
    const power = second.series('mill/power', 'number')!;
    assert.deepEqual([power.length, power.valueAt(0)], [2, 2]);
    assert.equal(second.connections[1].refusals.count, 0);
    await second.stop();
  });

  it('lets one of several tabs write, and the next when that one ends', async () => {
    const first = await page(clock);
    const firstFeed = feed;
    const second = await page(clock);
    const secondFeed = feed;
    firstFeed.say((batch, handle) => batch.add(handle('power'), begin, 1));
    secondFeed.say((batch, handle) => batch.add(handle('power'), begin + 1, 99));
    await written();
    await first.stop();
    await written();
    secondFeed.say((batch, handle) => batch.add(handle('power'), begin + 2, 3));
    await written();
    await second.stop();
    const third = await page(clock, 'PT12H', ['store']);
    const power = third.series('mill/power', 'number')!;
    assert.deepEqual([power.valueAt(0), power.valueAt(1)], [1, 3]);
    await third.stop();
  });

  it('tells where the browser keeps nothing, and the page goes on', async () => {
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = () => {
      throw new DOMException('The user denied permission to access the database.', 'SecurityError');
    };
    const { workshop } = readWorkshop({
      id,
      equipment: [{ id: 'mill', level: 'workUnit' }],
      connectors: [{ type: 'feed' }, { type: 'store' }],
    });
    const twin = new Twin(workshop!, { clock: new Clock(clock) });
    twin.start();
    await until(() => twin.connections[1].status.state === 'failed');
    indexedDB.open = open;
    assert.include(twin.connections[1].status.detail, 'denied permission');
    feed.say((batch, handle) => batch.add(handle('power'), begin, 1));
    assert.equal(twin.series('mill/power', 'number')!.length, 1);
    await twin.stop();
  });

  it('names a wrong setting', () => {
    const entry = { type: 'store', id: 'store-1', bindings: [], settings: { past: 'yesterday' } };
    assert.throws(() => store(entry), RangeError, 'invalid past: "yesterday"');
  });
});
