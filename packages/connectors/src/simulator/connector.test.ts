import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Clock, type ConnectorSettings } from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';
import { exampleFactory } from '../testing/simulated-factory.js';
import { simulationOf, simulator, startScenario } from './index.js';
import { simulatorSettings } from './settings.js';

const hour = 3_600_000;
const workshop = exampleFactory();
const noon = Date.parse('2026-12-02T12:00+08:00');

/** A context whose time passes only while the connector waits. */
class FakeTime extends ConformanceContext {
  readonly waited: number[] = [];
  /** Called at each wait. */
  meanwhile: (now: number) => void = () => {};
  readonly #time: { now: number };
  readonly #end: number;
  readonly #speed: number;

  constructor(start: number, end: number, speed = 1) {
    const time = { now: start };
    const signals = Object.fromEntries(workshop.equipment.map(({ id }) => [`${id}/state`, 'state' as const]));
    super({ signals, workshop, now: () => time.now });
    this.#time = time;
    this.#end = end;
    this.#speed = speed;
  }

  override async wait(milliseconds: number): Promise<void> {
    this.waited.push(milliseconds);
    this.meanwhile(this.now());
    this.#time.now += milliseconds * this.#speed;
    if (milliseconds > 0 && this.now() >= this.#end) this.abort();
    await Promise.resolve();
  }
}

function entry(settings: Readonly<Record<string, unknown>> = {}): ConnectorSettings {
  return { type: 'simulator', id: 'factory', name: 'Factory', bindings: [], settings };
}

test('a page opened at noon has the morning and yesterday, in pieces between which it can breathe', async () => {
  const context = new FakeTime(noon, noon + 1);
  await simulator(entry({ seed: 7 })).run(context);
  const states = context.rows.filter(({ signal }) => signal === 'press-1/state');
  assert.equal(states[0].time, Date.parse('2026-11-30T08:00+08:00'));
  const yesterday = context.rows.filter(
    ({ signal, time }) => signal === 'press-1/goodCount' && time > noon - 28 * hour && time < noon - 4 * hour,
  );
  const morning = context.rows.filter(
    ({ signal, time }) => signal === 'press-1/goodCount' && time > noon - 4 * hour,
  );
  assert.ok(yesterday.length > 40 && morning.length > 100, `${yesterday.length}, ${morning.length} counts`);
  assert.ok(context.rows.every(({ time }) => time <= noon + 1));
  assert.ok(context.rows.some(({ time }) => time > noon - 1_000));
  assert.ok(context.batches.every((length) => length < 4_200));
  assert.deepEqual(context.refusals, []);
  assert.deepEqual(
    context.statuses.map(({ state }) => state),
    ['connecting', 'live'],
  );
});

test('on a Monday it begins with the week before, so that there is a yesterday', async () => {
  const monday = Date.parse('2026-11-30T09:00+08:00');
  const context = new FakeTime(monday, monday + 1);
  await simulator(entry()).run(context);
  const [first] = context.rows.filter(({ signal }) => signal === 'press-1/state');
  assert.equal(first.time, Date.parse('2026-11-23T08:00+08:00'));
});

test('it follows the clock of the twin at any speed and says that it is heard', async () => {
  const context = new FakeTime(noon, noon + hour, 600);
  await simulator(entry()).run(context);
  const after = context.rows.filter(({ time }) => time > noon);
  assert.ok(after.length > 10_000, `${after.length} observations in an hour`);
  assert.ok(context.confirmations > 20);
  assert.ok(context.waited.every((wait) => wait === 0 || wait === 250));
});

test('the same is told at 600 times the speed as at the speed of life', async () => {
  const told = async (speed: number) => {
    const context = new FakeTime(noon, noon + 20 * 60_000, speed);
    await simulator(entry({ seed: 7 })).run(context);
    // The last minutes may still be under way at the end: a meter tells what it saw a little later.
    return context.rows.filter(({ time }) => time > noon && time <= noon + 15 * 60_000);
  };
  const [life, fast] = [await told(1), await told(600)];
  assert.ok(life.length > 5_000, `${life.length} observations`);
  assert.deepEqual(fast, life);
});

test('a replay of the past changes nothing of what is told meanwhile', async () => {
  let present = noon;
  const clock = new Clock(() => present);
  const rows = async (act: (now: number) => void) => {
    present = noon;
    clock.live();
    const context = new FakeTime(noon, Infinity);
    Object.defineProperty(context, 'now', { value: () => clock.latest });
    context.wait = async (milliseconds) => {
      present += milliseconds;
      act(present);
      if (present >= noon + 60_000) context.abort();
      await Promise.resolve();
    };
    await simulator(entry({ seed: 7 })).run(context);
    return context.rows;
  };
  const live = await rows(() => {});
  const replayed = await rows((now) => {
    if (now === noon + 10_000) clock.play(noon - 4 * hour, 600);
    if (now === noon + 50_000) clock.live();
  });
  assert.equal(replayed.length, live.length);
  assert.deepEqual(replayed.at(-1), live.at(-1));
});

test('a scenario is started by the id of the connector while it runs, and not after', async () => {
  const context = new FakeTime(noon, noon + 60_000);
  let started: string | undefined;
  context.meanwhile = (now) => {
    if (now > noon + 1_000) started ??= startScenario('factory', 'breakdown', 'mc-2');
  };
  await simulator(entry()).run(context);
  assert.equal(started, 'mc-2');
  assert.ok(
    context.rows.some(
      ({ signal, value, time }) => signal === 'mc-2/state' && value === 'fault' && time > noon,
    ),
  );
  assert.equal(simulationOf('factory'), undefined);
  assert.throws(
    () => startScenario('factory', 'breakdown'),
    /invalid connector: factory, allowed: none is running/,
  );
});

test('nothing is delivered once it has to end', async () => {
  const context = new FakeTime(noon, noon + 1);
  context.abort();
  await simulator(entry()).run(context);
  assert.equal(context.rows.length, 0);
});

test('the seed is 1 unless it is said', () => {
  assert.deepEqual(simulatorSettings(entry()), { seed: 1 });
  assert.deepEqual(simulatorSettings(entry({ seed: 0 })), { seed: 0 });
});

for (const seed of [-1, 1.5, '7', NaN, 4_294_967_296]) {
  test(`seed ${JSON.stringify(seed)} is refused by name`, () => {
    assert.throws(() => simulator(entry({ seed })), { name: 'RangeError', message: /^invalid seed: / });
  });
}
