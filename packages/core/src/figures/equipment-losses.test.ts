import assert from 'node:assert/strict';
import { test } from 'node:test';
import { machineLosses } from '../kpi/losses/machine-losses.js';
import type { LossTimes } from '../kpi/losses/losses.js';
import type { Workshop } from '../model/workshop-types.js';
import { catalogue, hour, minute, observedPress, shifts, twinAt } from '../testing/observed-press.js';
import { SeededRandom } from '../testing/random.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { Twin } from '../twin/twin.js';
import { equipmentLosses, equipmentLossComparison } from './equipment-losses.js';
import { equipmentLossesBy } from './equipment-losses-by.js';
import { equipmentOee } from './equipment-oee.js';
import { lossRecord, lossRules } from './loss-record.js';
import { equipmentPareto, equipmentStops } from './equipment-stops.js';

const twoHours = { from: 0, to: 2 * hour };

function inMinutes(times: LossTimes): Record<string, number | undefined> {
  return Object.fromEntries(Object.entries(times).map(([part, time]) => [part, time / minute]));
}

test('the losses of a machine come from its states, counts, reasons and the catalogue of the workshop file', () => {
  const result = equipmentLosses(observedPress(), 'press', twoHours);
  assert.deepEqual(inMinutes(result.times), {
    calendarTime: 120,
    scheduleLoss: 0,
    plannedTime: 120,
    unknownTime: 0,
    equipmentFailure: 20,
    setupAndAdjustment: 10,
    runTime: 90,
    idlingAndMinorStops: 3,
    reducedSpeed: 27,
    netRunTime: 60,
    processDefects: 3,
    reducedYield: 5,
    fullyProductiveTime: 52,
  });
  assert.equal(result.value, equipmentOee(observedPress(), 'press', twoHours).value);
  assert.deepEqual(result.machines, ['press']);
});

test('without a catalogue states and five minutes decide', () => {
  const { times } = equipmentLosses(observedPress({}), 'press', twoHours);
  assert.equal(times.equipmentFailure, 30 * minute);
  assert.equal(times.setupAndAdjustment, 0);
  assert.equal(times.idlingAndMinorStops, 3 * minute);
  assert.equal(times.reducedYield, 0);
});

test('start-up rejects follow from what the caller says', () => {
  const twin = observedPress({});
  twin.observe([{ signal: 'press/state', time: 80 * minute, value: 'setup' }]);
  const of = (startUp: { time: number } | { goodPieces: number }) =>
    equipmentLosses(twin, 'press', twoHours, { startUp }).times.reducedYield;
  assert.equal(of({ time: 6 * minute }), 5 * minute);
  assert.equal(of({ goodPieces: 1 }), 5 * minute);
  assert.equal(of({ time: 5 * minute }), 0);
});

test('a late observation, a reason told later and a new limit change the losses; nothing else is calculated again', () => {
  const twin = observedPress();
  const before = equipmentLosses(twin, 'press', twoHours);
  assert.deepEqual(equipmentLosses(twin, 'press', twoHours), before);
  twin.observe([{ signal: 'press/state', time: 50 * minute, value: 'fault' }]);
  assert.equal(equipmentLosses(twin, 'press', twoHours).times.equipmentFailure, 33 * minute);
  twin.observe([{ signal: 'press/reason', time: 50 * minute, value: 'changeover' }]);
  assert.equal(equipmentLosses(twin, 'press', twoHours).times.setupAndAdjustment, 20 * minute);
  assert.equal(before.times.equipmentFailure, 20 * minute);
});

test('what is remembered is let go when time passes over a stop that goes on', () => {
  const wall = { time: 0 };
  const twin = new Twin(workshop(), { clock: new Clock(() => wall.time) });
  twin.observe([
    { signal: 'press/state', time: 0, value: 'running' },
    { signal: 'press/state', time: 56 * minute, value: 'fault' },
    { signal: 'press/goodCount', time: 0, value: 0 },
    { signal: 'press/scrapCount', time: 0, value: 0 },
  ]);
  const past = { from: 0, to: hour };
  const at = (time: number) => {
    wall.time = time;
    twin.confirm();
    const { idlingAndMinorStops, equipmentFailure } = equipmentLosses(twin, 'press', past).times;
    return [idlingAndMinorStops / minute, equipmentFailure / minute];
  };
  assert.deepEqual(at(58 * minute), [2, 0]);
  assert.deepEqual(at(hour), [4, 0]);
  assert.deepEqual(at(62 * minute), [0, 4]);
  assert.deepEqual(at(90 * minute), [0, 4]);
});

test('a counter that is first heard in the running hour counts', () => {
  const now = 100 * minute;
  const twin = twinAt(now);
  twin.observe([
    { signal: 'press/state', time: 0, value: 'running' },
    { signal: 'press/goodCount', time: 90 * minute, value: 7 },
    { signal: 'press/scrapCount', time: 90 * minute, value: 0 },
    { signal: 'press/goodCount', time: 95 * minute, value: 11 },
  ]);
  twin.confirm();
  const { times, value } = equipmentLosses(twin, 'press', { from: 0, to: now });
  assert.equal(times.fullyProductiveTime, 4 * minute);
  assert.equal(value, 0.04);
});

test('a reason told after the interval explains the stop that goes on over its end, in losses and Pareto alike', () => {
  const twin = twinAt(3 * hour, catalogue);
  const past = { from: 0, to: hour };
  twin.observe([
    { signal: 'press/state', time: 0, value: 'running' },
    { signal: 'press/state', time: 50 * minute, value: 'idle' },
    { signal: 'press/goodCount', time: 0, value: 0 },
    { signal: 'press/scrapCount', time: 0, value: 0 },
  ]);
  twin.confirm();
  assert.equal(equipmentLosses(twin, 'press', past).times.equipmentFailure, 10 * minute);
  twin.observe([{ signal: 'press/reason', time: 2 * hour, value: 'changeover' }]);
  assert.equal(equipmentLosses(twin, 'press', past).times.setupAndAdjustment, 10 * minute);
  assert.equal(equipmentPareto(twin, 'press', past, 'reason')[0].key, 'changeover');
});

test('a machine without counts stands in coverage and bounds of its line, and is named', () => {
  const twin = observedPress();
  twin.observe([
    { signal: 'mill/state', time: 0, value: 'running' },
    { signal: 'mill/producedCount', time: 0, value: 5 },
  ]);
  const line = equipmentLosses(twin, 'line', twoHours);
  assert.deepEqual(line.machines, ['press']);
  assert.deepEqual(line.withoutBasis, ['mill']);
  assert.equal(line.coverage, 0.5);
  assert.deepEqual(line.bounds, { low: 52 / 240, high: (52 + 120) / 240 });
  const iso = equipmentOee(twin, 'line', twoHours);
  assert.deepEqual(
    [line.value, line.coverage, line.bounds, line.warnings],
    [iso.value, iso.coverage, iso.bounds, iso.warnings],
  );
});

test('the losses of an interval stand beside those of the same time of an earlier day', () => {
  const twin = twinAt(26 * hour);
  const state = (time: number, value: string) => ({ signal: 'press/state', time, value });
  twin.observe([
    state(0, 'running'),
    state(30 * minute, 'fault'),
    state(hour, 'running'),
    state(24 * hour, 'fault'),
    state(24 * hour + 6 * minute, 'running'),
    { signal: 'press/goodCount', time: 0, value: 0 },
    { signal: 'press/scrapCount', time: 0, value: 0 },
  ]);
  twin.confirm();
  const today = { from: 24 * hour, to: 26 * hour };
  const { equipmentFailure } = equipmentLossComparison(twin, 'press', today);
  assert.deepEqual(equipmentFailure, {
    now: 6 * minute,
    before: 30 * minute,
    change: -24 * minute,
    shareNow: 0.05,
    shareBefore: 0.25,
    shareChange: -0.2,
  });
  const baseline = equipmentLossComparison(twin, 'press', today, { from: 2 * hour, to: 4 * hour });
  assert.equal(baseline.equipmentFailure.before, 0);
});

test('losses by shift and by product add up to the whole', () => {
  const twin = observedPress(shifts);
  const whole = equipmentLosses(twin, 'press', twoHours).times;
  for (const by of ['shift', 'product', 'machine'] as const) {
    const parts = equipmentLossesBy(twin, 'press', twoHours, by);
    for (const part of Object.keys(whole) as (keyof LossTimes)[]) {
      const sum = parts.reduce((total, { times }) => total + times[part]!, 0);
      assert.ok(Math.abs(sum - whole[part]!) < 1e-6, `${part} by ${by}: ${sum} ≠ ${whole[part]}`);
    }
  }
  const [a, b, outside] = equipmentLossesBy(twin, 'press', twoHours, 'shift');
  assert.deepEqual([a.key, b.key, outside.key], ['A', { en: 'B', zh: '乙' }, undefined]);
  assert.equal(a.times.plannedTime, 62 * minute);
  assert.equal(b.times.scheduleLoss, 10 * minute);
  assert.equal(outside.times.scheduleLoss, 10 * minute);
});

test('losses by shift and by product name the machines that lack something, as those of the whole do', () => {
  const twin = twinAt(2 * hour);
  twin.observe([{ signal: 'press/state', time: 0, value: 'running' }]);
  const { warnings } = equipmentLosses(twin, 'press', twoHours);
  assert.deepEqual(warnings[0], { key: 'noProducedCount', subjects: ['press'] });
  for (const by of ['shift', 'product'] as const) {
    assert.deepEqual(equipmentLossesBy(twin, 'press', twoHours, by)[0].warnings, warnings);
  }
});

test('a comparison takes the start-up that the caller says in both times', () => {
  const twin = observedPress({});
  twin.observe([{ signal: 'press/state', time: 80 * minute, value: 'setup' }]);
  const startUp = { time: 6 * minute };
  const { reducedYield } = equipmentLossComparison(twin, 'press', twoHours, twoHours, { startUp });
  assert.deepEqual([reducedYield.now, reducedYield.before], [5 * minute, 5 * minute]);
});

test('while time passes, what is remembered of the hours that are over and the running one make up the whole', () => {
  const wall = { time: hour };
  const twin = new Twin(workshop(catalogue), { clock: new Clock(() => wall.time) });
  const random = new SeededRandom(17);
  const counts = [0, 0];
  while (wall.time < 6 * hour) {
    const time = wall.time;
    twin.observe([
      { signal: 'press/state', time, value: random.pick(['running', 'running', 'idle', 'fault', 'setup']) },
      { signal: 'press/goodCount', time, value: (counts[0] += random.whole(9)) },
      { signal: 'press/scrapCount', time, value: (counts[1] += random.whole(3)) },
      {
        signal: 'press/reason',
        time: time - random.whole(hour),
        value: random.pick(['jam', 'changeover', '']),
      },
    ]);
    wall.time += random.whole(9 * minute);
    twin.confirm();
    const { inputs, times } = equipmentLosses(twin, 'press', { from: 0, to: 8 * hour });
    const record = { ...lossRecord(twin, 'press'), statesKnownUntil: wall.time };
    const past = [{ from: 0, to: wall.time }];
    const { input } = machineLosses(record, past, past, lossRules(twin));
    for (const name of Object.keys(input) as (keyof typeof input)[]) {
      assert.ok(Math.abs(inputs[name]! - input[name]!) < 1e-6, `${name} at ${wall.time}`);
    }
    assert.equal(times.calendarTime, wall.time);
  }
});

for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
  test(`losses of a line are the sum of its machines, however the observations arrived, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    const machines = Array.from({ length: 5 }, (_, index) => `m${index}`);
    const extra: Partial<Workshop> = {
      ...shifts,
      equipment: [
        { id: 'line', name: 'Line', level: 'workCenter' },
        ...machines.map((id) => ({
          id,
          name: id,
          level: 'workUnit' as const,
          parent: 'line',
          idealCycle: 1 + random.whole(90),
        })),
      ],
    };
    const observations = machines.flatMap((id) => {
      const counts = [0, 0];
      const rows = [];
      for (let time = 0; time < 2 * hour; time += 1 + random.whole(10 * minute)) {
        rows.push(
          {
            signal: `${id}/state`,
            time,
            value: random.pick(['running', 'running', 'fault', 'idle', 'setup', undefined]),
          },
          { signal: `${id}/goodCount`, time, value: (counts[0] += random.whole(20)) },
          { signal: `${id}/scrapCount`, time, value: (counts[1] += random.whole(3)) },
          {
            signal: `${id}/reason`,
            time: time + random.whole(minute),
            value: random.pick(['jam', 'changeover', 'other', '']),
          },
          { signal: `${id}/product`, time: time + random.whole(hour), value: random.pick(['a', 'b']) },
          { signal: `${id}/scrapReason`, time, value: random.pick(['warm-up', 'scratch']) },
        );
      }
      return rows;
    });
    const interval = { from: random.whole(hour / 2), to: 2 * hour - random.whole(hour / 2) };
    const live = twinAt(2 * hour, extra);
    // Asked for after each part, so that what is remembered is put to the test.
    const shuffled = random.shuffled(observations);
    for (let begin = 0; begin < shuffled.length; begin += 20) {
      live.observe(shuffled.slice(begin, begin + 20));
      equipmentLosses(live, 'line', interval);
    }
    const scratch = twinAt(2 * hour, extra);
    scratch.observe(observations);
    live.confirm();
    scratch.confirm();
    const line = equipmentLosses(live, 'line', interval);
    assert.deepEqual(line, equipmentLosses(scratch, 'line', interval));
    const parts = machines.map((id) => equipmentLosses(live, id, interval));
    for (const part of Object.keys(line.times) as (keyof LossTimes)[]) {
      const sum = parts.reduce((total, { times }) => total + times[part]!, 0);
      assert.ok(Math.abs(sum - line.times[part]!) < 1e-6, part);
    }
    assert.equal(line.value, equipmentOee(live, 'line', interval).value);
    const stopped = equipmentStops(live, 'line', interval).reduce((sum, { from, to }) => sum + to - from, 0);
    for (const by of ['reason', 'machine', 'product', 'shift', 'loss'] as const) {
      const rows = equipmentPareto(live, 'line', interval, by);
      assert.equal(
        rows.reduce((sum, { duration }) => sum + duration, 0),
        stopped,
      );
    }
    const { equipmentFailure, setupAndAdjustment, idlingAndMinorStops } = line.times;
    assert.equal(equipmentFailure + setupAndAdjustment + idlingAndMinorStops, stopped);
  });
}
