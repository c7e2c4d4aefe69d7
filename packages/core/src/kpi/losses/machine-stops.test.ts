import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EquipmentState, stateCode } from '../../model/equipment-state.js';
import { StateSeries } from '../../series/state-series.js';
import { TextSeries } from '../../series/text-series.js';
import { SeededRandom } from '../../testing/random.js';
import type { Interval } from '../../time/interval.js';
import { machineStops, type StopRecord } from './machine-stops.js';

const minute = 60_000;

function states(...rows: [minutes: number, state: EquipmentState, source?: string][]): StateSeries {
  const series = new StateSeries();
  for (const [at, state, source = state] of rows) {
    series.append(at * minute, stateCode[state], source, state === 'unknown' ? 2 : 0);
  }
  return series;
}

function texts(...rows: [minutes: number, text: string | undefined][]): TextSeries {
  const series = new TextSeries();
  for (const [at, text] of rows) series.append(at * minute, text ?? '', text === undefined ? 2 : 0);
  return series;
}

const hour: Interval = { from: 0, to: 60 * minute };

/** From, to and reason of each stop, in minutes. */
function told(record: StopRecord, interval = hour): [number, number, string | undefined][] {
  return machineStops(record, [interval]).map(({ from, to, reason }) => [from / minute, to / minute, reason]);
}

test('a stop has its time, state, words, reason, comment and product', () => {
  const record = {
    states: states([0, 'running'], [10, 'fault', 'E17'], [20, 'fault', 'E18'], [30, 'running']),
    reasons: texts([12, 'jam']),
    comments: texts([13, 'belt'], [25, 'belt changed']),
    products: texts([0, 'A'], [15, 'B']),
  };
  assert.deepEqual(machineStops(record, [hour]), [
    {
      from: 10 * minute,
      to: 30 * minute,
      began: 10 * minute,
      ended: 30 * minute,
      continues: false,
      state: 'fault',
      reason: 'jam',
      standstill: 20 * minute,
      loss: 'equipmentFailure',
      source: 'E18',
      comment: 'belt changed',
      product: 'A',
    },
  ]);
});

test('nothing is a stop where nothing is known', () => {
  assert.deepEqual(machineStops({ states: undefined }, [hour]), []);
  assert.deepEqual(told({ states: states([10, 'unknown'], [20, 'running']) }), []);
  assert.deepEqual(told({ states: states([10, 'idle']), statesKnownUntil: 5 * minute }), []);
});

test('a stop is cut off at the interval and says when it really began and ended', () => {
  const record = { states: states([0, 'running'], [5, 'idle'], [50, 'running']) };
  const [stop] = machineStops(record, [{ from: 10 * minute, to: 20 * minute }]);
  assert.deepEqual([stop.from, stop.to], [10 * minute, 20 * minute]);
  assert.deepEqual([stop.began, stop.ended], [5 * minute, 50 * minute]);
  assert.equal(stop.standstill, 45 * minute);
});

test('a stop that goes on has not ended, one that ends where the data end has', () => {
  const record = { states: states([0, 'running'], [50, 'idle']) };
  assert.equal(machineStops(record, [hour])[0].ended, undefined);
  assert.equal(machineStops({ ...record, statesKnownUntil: 55 * minute }, [hour])[0].to, 55 * minute);
  const over = { states: states([0, 'running'], [50, 'idle'], [60, 'running']), statesKnownUntil: hour.to };
  assert.equal(machineStops(over, [hour])[0].ended, hour.to);
});

test('a stop over a break is one stop in two parts', () => {
  const record = { states: states([0, 'running'], [5, 'idle'], [50, 'running']) };
  const parts = machineStops(record, [
    { from: 0, to: 10 * minute },
    { from: 40 * minute, to: 60 * minute },
  ]);
  assert.deepEqual(
    parts.map(({ from, to, continues }) => [from / minute, to / minute, continues]),
    [
      [5, 10, false],
      [40, 50, true],
    ],
  );
});

test('what was said first in a stop holds from its beginning', () => {
  const record = {
    states: states([0, 'running'], [10, 'idle'], [30, 'running']),
    reasons: texts([25, 'no order']),
  };
  assert.deepEqual(told(record), [[10, 30, 'no order']]);
});

test('another reason in a stop ends it and begins another', () => {
  const record = {
    states: states([0, 'running'], [10, 'idle'], [40, 'running']),
    reasons: texts([12, 'no operator'], [15, 'no operator'], [20, 'no material']),
  };
  assert.deepEqual(told(record), [
    [10, 20, 'no operator'],
    [20, 40, 'no material'],
  ]);
});

test('a reason that was said of an earlier state does not explain this one, and none leaks into the next', () => {
  const record = {
    states: states(
      [0, 'running'],
      [10, 'fault'],
      [20, 'idle'],
      [30, 'running'],
      [40, 'idle'],
      [45, 'running'],
    ),
    reasons: texts([10, 'jam']),
  };
  assert.deepEqual(told(record), [
    [10, 20, 'jam'],
    [20, 30, undefined],
    [40, 45, undefined],
  ]);
});

test('a state that is only reported again keeps its reason', () => {
  const record = {
    states: states([0, 'running'], [10, 'fault'], [20, 'fault', 'again'], [30, 'running']),
    reasons: texts([12, 'jam']),
  };
  assert.deepEqual(told(record), [[10, 30, 'jam']]);
});

test('an empty text and one without value say that there is no reason', () => {
  const record = {
    states: states([0, 'idle'], [40, 'running']),
    reasons: texts([0, ''], [10, 'no order'], [20, undefined]),
  };
  assert.deepEqual(told(record), [
    [0, 10, undefined],
    [10, 20, 'no order'],
    [20, 40, undefined],
  ]);
});

test('a reason told late counts, before and after', () => {
  const reasons = texts([50, 'jam']);
  const record = { states: states([0, 'running'], [10, 'fault'], [20, 'running']), reasons };
  assert.deepEqual(told(record), [[10, 20, undefined]]);
  reasons.append(10 * minute, 'sensor', 0);
  assert.deepEqual(told(record), [[10, 20, 'sensor']]);
});

function lossesOf(record: StopRecord, interval = hour, minorStopLimit = 5 * minute) {
  const reasons = [
    { id: 'jam', loss: 'equipmentFailure' },
    { id: 'meeting', loss: 'scheduleLoss' },
    { id: 'tool', loss: 'setupAndAdjustment' },
    { id: 'burr', loss: 'processDefects' },
    { id: 'other' },
  ] as const;
  return machineStops(record, [interval], { reasons, minorStopLimit }).map(({ loss }) => loss);
}

test('a stop is booked to the loss of its reason, else by its state', () => {
  const at = (state: EquipmentState, reason?: string) =>
    lossesOf({
      states: states([0, 'running'], [10, state], [30, 'running']),
      ...(reason && { reasons: texts([10, reason]) }),
    })[0];
  for (const state of ['fault', 'idle', 'starved', 'blocked', 'maintenance', 'offline'] as const) {
    assert.equal(at(state), 'equipmentFailure', state);
  }
  for (const state of ['setup', 'plannedStop'] as const) assert.equal(at(state), 'setupAndAdjustment', state);
  assert.equal(at('idle', 'meeting'), 'scheduleLoss');
  assert.equal(at('fault', 'tool'), 'setupAndAdjustment');
  assert.equal(at('setup', 'jam'), 'equipmentFailure');
  assert.equal(at('setup', 'burr'), 'setupAndAdjustment');
  assert.equal(at('setup', 'other'), 'setupAndAdjustment');
  assert.equal(at('setup', 'not in the catalogue'), 'setupAndAdjustment');
});

test('a stop shorter than the limit is a minor one, whatever its reason is as long as that is a failure', () => {
  const record = {
    states: states([0, 'running'], [10, 'fault'], [14, 'running'], [20, 'idle'], [25, 'running']),
  };
  assert.deepEqual(lossesOf(record), ['idlingAndMinorStops', 'equipmentFailure']);
  assert.deepEqual(lossesOf({ ...record, reasons: texts([11, 'jam'], [21, 'jam']) }), [
    'idlingAndMinorStops',
    'equipmentFailure',
  ]);
  assert.deepEqual(lossesOf({ ...record, reasons: texts([11, 'tool'], [21, 'meeting']) }), [
    'setupAndAdjustment',
    'scheduleLoss',
  ]);
  assert.deepEqual(lossesOf(record, hour, 0), ['equipmentFailure', 'equipmentFailure']);
  assert.throws(() => lossesOf(record, hour, -1), /invalid minorStopLimit: -1/);
});

test('whether a stop is a minor one depends on the whole time without running', () => {
  const inTurn = states([0, 'running'], [10, 'idle'], [12, 'blocked'], [14, 'idle'], [16, 'running']);
  assert.deepEqual(new Set(lossesOf({ states: inTurn })), new Set(['equipmentFailure']));
  const longBefore = { states: states([-60, 'fault'], [1, 'running']) };
  assert.deepEqual(lossesOf(longBefore), ['equipmentFailure']);
  const goesOn = { states: states([0, 'running'], [58, 'fault'], [90, 'running']) };
  assert.deepEqual(lossesOf(goesOn), ['equipmentFailure']);
  assert.deepEqual(lossesOf({ ...goesOn, statesKnownUntil: hour.to }), ['idlingAndMinorStops']);
});

test('a gap ends a time without running: a stop before it is judged by what is known of it', () => {
  const record = {
    states: states([0, 'running'], [10, 'idle'], [12, 'unknown'], [30, 'idle'], [33, 'running']),
  };
  assert.deepEqual(lossesOf(record), ['idlingAndMinorStops', 'idlingAndMinorStops']);
});

const words: readonly EquipmentState[] = ['running', 'idle', 'fault', 'setup', 'unknown'];

for (let seed = 1; seed <= 40; seed++) {
  test(`machineStops() agrees with a look at each millisecond, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    const length = 120;
    const limit = random.whole(12);
    const series = new StateSeries();
    const reasons = new TextSeries();
    const stateAt: (EquipmentState | undefined)[] = Array.from({ length });
    const reasonAt: (string | undefined)[] = Array.from({ length });
    for (let index = 0; index < 30; index++) {
      const time = random.whole(length);
      stateAt[time] = random.pick(words);
      series.append(time, stateCode[stateAt[time]], '', 0);
      const said = random.whole(length);
      reasonAt[said] = random.pick(['a', 'b', '']);
      reasons.append(said, reasonAt[said], 0);
    }
    const from = random.whole(length / 2);
    const interval = { from, to: from + random.whole(length - from) };
    const statesKnownUntil = random.pick([interval.to, length, from + 5, Infinity]);
    const known = Math.min(statesKnownUntil, length);
    const states: EquipmentState[] = [];
    for (let time = 0; time < length; time++) states.push(stateAt[time] ?? states[time - 1] ?? 'unknown');
    const isStop = (time: number) =>
      time >= 0 && time < known && states[time] !== 'running' && states[time] !== 'unknown';
    const lastTime = series.lastTime ?? 0;
    const expected: string[] = [];
    for (let time = interval.from; time < Math.min(interval.to, known); time++) {
      if (!isStop(time)) continue;
      let [begin, runBegin] = [time, time];
      while (isStop(begin - 1)) begin--;
      while (isStop(runBegin - 1) && states[runBegin - 1] === states[time]) runBegin--;
      let [end, runEnd] = [time + 1, time + 1];
      const until = statesKnownUntil === Infinity ? Math.max(interval.to, lastTime) : length;
      while (end < until && isStop(end)) end++;
      while (runEnd < until && isStop(runEnd) && states[runEnd] === states[time]) runEnd++;
      const saidIn = reasonAt
        .map((text, at) => ({ text, at }))
        .filter(({ text, at }) => text !== undefined && at >= runBegin && at < runEnd);
      const reason = (saidIn.findLast(({ at }) => at <= time) ?? saidIn[0])?.text || undefined;
      const loss =
        states[time] === 'setup'
          ? 'setupAndAdjustment'
          : end - begin < limit
            ? 'idlingAndMinorStops'
            : 'equipmentFailure';
      expected.push(`${time} ${states[time]} ${reason} ${loss}`);
    }
    const found = machineStops({ states: series, statesKnownUntil, reasons }, [interval], {
      minorStopLimit: limit,
    });
    const perMillisecond = found.flatMap(({ from, to, state, reason, loss }) =>
      Array.from({ length: to - from }, (_, index) => `${from + index} ${state} ${reason} ${loss}`),
    );
    assert.deepEqual(perMillisecond, expected);
    for (const [index, stop] of found.entries()) {
      assert.ok(stop.from < stop.to && stop.began <= stop.from && (stop.ended ?? stop.to) >= stop.to);
      if (index > 0 && found[index - 1].to === stop.from) {
        const before = found[index - 1];
        assert.ok(before.state !== stop.state || before.reason !== stop.reason);
      }
    }
  });
}
