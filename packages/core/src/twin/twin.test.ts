import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Workshop } from '../model/workshop-types.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from './clock.js';
import { ObservationBatch } from './observation-batch.js';
import { Twin } from './twin.js';

/** A twin whose frames come when the test says so and whose wall clock stands. */
function rig(extra: Partial<Workshop> = {}) {
  const frames: (() => void)[] = [];
  const wall = { time: 1_000_000 };
  const twin = new Twin(workshop(extra), {
    clock: new Clock(() => wall.time),
    scheduler: (callback) => frames.push(callback),
  });
  return { twin, wall, frames, frame: () => frames.splice(0).forEach((callback) => callback()) };
}

test('observe() keeps observations in the series of their signal', () => {
  const { twin } = rig();
  twin.observe([
    { signal: 'press/state', time: 10, value: 'running' },
    { signal: 'press/power', time: 20, value: 4.5 },
    { signal: 'press/program', time: 30, value: 'A-7' },
    { signal: 'press/producedCount', time: 40, value: 12 },
  ]);
  assert.equal(twin.series('press/state', 'state')?.at(11)?.state, 'running');
  assert.equal(twin.series('press/power', 'number')?.at(25)?.value, 4.5);
  assert.equal(twin.series('press/program', 'text')?.at(30)?.text, 'A-7');
  assert.equal(twin.series('press/producedCount', 'counter')?.readingAt(0), 12);
  assert.equal(twin.refusals.count, 0);
});

test('series() makes nothing known and is undefined before the first observation or for another kind', () => {
  const { twin } = rig();
  assert.equal(twin.series('press/power', 'number'), undefined);
  assert.equal(twin.hasSignal('press/power'), false);
  twin.observe([{ signal: 'press/power', time: 1, value: 1 }]);
  assert.equal(twin.series('press/power', 'counter'), undefined);
});

test('an observation without a value makes the signal missing', () => {
  const { twin } = rig();
  twin.observe([
    { signal: 'press/state', time: 10, value: 'running' },
    { signal: 'press/state', time: 20, value: undefined },
  ]);
  const times = twin.series('press/state', 'state')!.timePerState({ from: 10, to: 40 });
  assert.equal(times[0], 10);
  assert.equal(times[9], 20);
});

test('observe() refuses what it cannot use, names it, and keeps the rest', () => {
  const { twin } = rig();
  twin.observe([
    { signal: 'press/power', time: 1, value: 'much' },
    { signal: 'press/power', time: 2, value: Number.NaN },
    { signal: 'nobody/power', time: 3, value: 1 },
    { signal: 'press/wings', time: 4, value: 1 },
    { signal: 'mill/vibration', time: 5, value: 1 },
    { signal: 'power', time: 6, value: 1 },
    { signal: 'press/state', time: 7, value: 'dancing' },
    { signal: 'press/power', time: Number.NaN, value: 1 },
    { signal: 'press/vibration', time: 8, value: 1 },
  ]);
  assert.equal(twin.refusals.count, 8);
  const [state] = twin.refusals.newest.filter((refusal) => refusal.found === 'dancing');
  assert.equal(state.place, 'press/state');
  assert.match(state.allowed, /running, setup, idle/);
  assert.match(
    twin.refusals.newest.map((refusal) => refusal.allowed).join('\n'),
    /unknown equipment: nobody/,
  );
  assert.equal(twin.series('press/vibration', 'number')?.length, 1);
});

test('a subscriber is called once per frame with what changed, however many observations came', () => {
  const { twin, frame } = rig();
  const calls: string[][] = [];
  twin.subscribe(['press/power', 'press/state'], (changed) => calls.push([...changed].sort()));
  for (let time = 0; time < 100; time++) twin.observe([{ signal: 'press/power', time, value: time }]);
  twin.observe([{ signal: 'mill/power', time: 1, value: 1 }]);
  frame();
  frame();
  assert.deepEqual(calls, [['press/power']]);
  twin.observe([
    { signal: 'press/power', time: 200, value: 1 },
    { signal: 'press/state', time: 200, value: 'idle' },
  ]);
  frame();
  assert.deepEqual(calls[1], ['press/power', 'press/state']);
});

test('a subscriber is not called for an observation that changes nothing', () => {
  const { twin, frame } = rig();
  twin.observe([{ signal: 'press/power', time: 1, value: 5 }]);
  frame();
  let calls = 0;
  twin.subscribe(['press/power'], () => calls++);
  twin.observe([{ signal: 'press/power', time: 1, value: 5 }]);
  frame();
  assert.equal(calls, 0);
});

test('one frame is asked for, not one per observation', () => {
  const { twin, frames } = rig();
  for (let time = 0; time < 50; time++) twin.observe([{ signal: 'press/power', time, value: 1 }]);
  assert.equal(frames.length, 1);
});

test('a subscriber that fails does not stop the others', (context) => {
  const reported: unknown[] = [];
  context.mock.method(console, 'error', (error: unknown) => reported.push(error));
  const { twin, frame } = rig();
  let calls = 0;
  twin.subscribe(['press/power'], () => {
    throw new Error('broken element');
  });
  twin.subscribe(['press/power'], () => calls++);
  twin.observe([{ signal: 'press/power', time: 1, value: 1 }]);
  frame();
  assert.equal(calls, 1);
  assert.match(String(reported[0]), /broken element/);
});

test('a subscription that another listener ends in the same frame is not called any more', () => {
  const { twin, frame } = rig();
  let calls = 0;
  let end = () => {};
  twin.subscribe(['press/power'], () => end());
  end = twin.subscribe(['press/power'], () => calls++);
  twin.observe([{ signal: 'press/power', time: 1, value: 1 }]);
  frame();
  assert.equal(calls, 0);
});

test('subscribe() refuses a signal that the workshop does not have', () => {
  const { twin } = rig();
  assert.throws(() => twin.subscribe(['nobody/power'], () => {}), /unknown equipment: nobody/);
  assert.throws(
    () => twin.subscribe(['press/wings'], () => {}),
    /unknown signal: press\/wings, allowed: vibration/,
  );
});

test('a signal grows late and stale with its age against the expected period', () => {
  const { twin, wall } = rig({ signals: [{ name: 'pressure', kind: 'number', expectedPeriod: 2 }] });
  assert.deepEqual(twin.freshness('press/pressure'), { age: undefined, freshness: 'none' });
  twin.observe([{ signal: 'press/pressure', time: wall.time, value: 1 }]);
  wall.time += 4_000;
  assert.deepEqual(twin.freshness('press/pressure'), { age: 4_000, freshness: 'live' });
  wall.time += 1;
  assert.equal(twin.freshness('press/pressure').freshness, 'late');
  wall.time += 8_000;
  assert.equal(twin.freshness('press/pressure').freshness, 'stale');
});

test('a host that still hears its sources keeps what did not change current', () => {
  const { twin, wall } = rig();
  twin.observe([{ signal: 'press/state', time: wall.time, value: 'idle' }]);
  wall.time += 600_000;
  assert.equal(twin.freshness('press/state').freshness, 'stale');
  twin.confirm();
  assert.deepEqual(twin.freshness('press/state'), { age: 0, freshness: 'live' });
});

test('at a past moment a signal is as old as it was then, whatever came later', () => {
  const { twin } = rig({ signals: [{ name: 'pressure', kind: 'number', expectedPeriod: 2 }] });
  twin.observe([
    { signal: 'press/pressure', time: 900_000, value: 1 },
    { signal: 'press/pressure', time: 960_000, value: 2 },
    { signal: 'press/state', time: 900_000, value: 'running' },
    { signal: 'press/state', time: 960_000, value: 'idle' },
  ]);
  twin.confirm();
  twin.clock.at(901_000);
  assert.deepEqual(twin.freshness('press/pressure'), { age: 1_000, freshness: 'live' });
  twin.clock.at(930_000);
  assert.deepEqual(twin.freshness('press/pressure'), { age: 30_000, freshness: 'stale' });
  assert.equal(twin.knownUntil('press', 'pressure'), 900_000);
  assert.equal(twin.freshness('press/state').freshness, 'live', 'it reports changes');
  twin.clock.at(960_001);
  assert.equal(twin.freshness('press/pressure').freshness, 'live');
  assert.equal(twin.freshness('press/state').freshness, 'live');
  twin.clock.at(800_000);
  assert.deepEqual(twin.freshness('press/pressure'), { age: undefined, freshness: 'none' });
});

test('a past moment after a source was last heard is as stale as it was then', () => {
  const { twin, wall } = rig();
  twin.observe([{ signal: 'press/state', time: 900_000, value: 'running' }]);
  twin.confirm();
  wall.time = 9_000_000;
  twin.clock.at(950_000);
  assert.equal(twin.freshness('press/state').freshness, 'live');
  twin.clock.at(5_000_000);
  assert.deepEqual(twin.freshness('press/state'), { age: 4_000_000, freshness: 'stale' });
});

test('what the workshop says of a signal of one equipment goes before what it says of all', () => {
  const { twin } = rig({
    signals: [
      { name: 'level', kind: 'number', unit: 'm' },
      { name: 'level', kind: 'number', unit: 'mm', equipment: ['press'] },
    ],
  });
  assert.equal(twin.signal('press/level').definition.unit, 'mm');
  assert.equal(twin.signal('mill/level').definition.unit, 'm');
});

test('history is bounded by count, and what was dropped is said', () => {
  const { wall } = rig();
  const twin = new Twin(workshop(), { clock: new Clock(() => wall.time), retention: { maximumCount: 1000 } });
  const batch = new ObservationBatch();
  const { handle } = twin.signal('press/power');
  for (let time = 0; time < 20_000; time++) batch.add(handle, time, time);
  twin.observe(batch);
  const series = twin.series('press/power', 'number')!;
  assert.ok(series.length < 1000 + 4096, `${series.length} kept`);
  assert.equal(series.dropped, 20_000 - series.length);
  assert.equal(series.at(19_999)?.value, 19_999);
});

test('a batch with a handle of another twin is refused by row', () => {
  const { twin } = rig();
  const batch = new ObservationBatch();
  batch.add(99, 1, 1);
  twin.observe(batch);
  assert.deepEqual(
    twin.refusals.newest.map(({ place, found }) => [place, found]),
    [['row 0', 'signal 99']],
  );
});
