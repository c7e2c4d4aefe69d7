import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EquipmentState, stateCode } from '../../model/equipment-state.js';
import { StateSeries } from '../../series/state-series.js';
import { SeededRandom } from '../../testing/random.js';
import type { Interval } from '../../time/interval.js';
import { correctiveMaintenanceRatio } from './corrective-maintenance-ratio.js';
import { failures } from './failures.js';
import { inherentAvailability } from './inherent-availability.js';
import { meanTimeBetweenFailures } from './mean-time-between-failures.js';
import { meanTimeToFailure } from './mean-time-to-failure.js';
import { meanTimeToRestore } from './mean-time-to-restore.js';
import { reliabilityInput, type ReliabilityInput, sumOfReliabilityInputs } from './reliability-input.js';

type Change = readonly [time: number, state: EquipmentState];

function states(...changes: readonly Change[]): StateSeries {
  const series = new StateSeries();
  changes.forEach(([time, state], index) => series.append(time, stateCode[state], `word ${index}`, 0));
  return series;
}

/** Hours without a hole in the data. */
function input(part: Partial<ReliabilityInput>): ReliabilityInput {
  return { ...reliabilityInput(undefined, []), time: 20_000, ...part };
}

test('the published answers: 10 000 h with 10 failures, with 5 failures, 50 h of repair in 5, 900 of 1000 h', () => {
  const ten = input({ operatingTime: 10_000, failureCount: 10, restoredCount: 10, restoreTime: 50 });
  assert.equal(meanTimeBetweenFailures(ten).value, 1000);
  assert.equal(meanTimeToRestore(ten).value, 5);
  assert.equal(inherentAvailability(ten).value?.toFixed(3), '0.995');
  const five = input({ operatingTime: 10_000, failureCount: 5, restoredCount: 5, restoreTime: 50 });
  assert.equal(meanTimeBetweenFailures(five).value, 2000);
  assert.equal(meanTimeToRestore(five).value, 10);
  const one = input({ operatingTime: 900, failureCount: 1, restoredCount: 1, restoreTime: 100 });
  assert.equal(inherentAvailability(one).value, 0.9);
});

test('failures + 1 as the denominator is a choice', () => {
  const four = input({ operatingTime: 100, upTime: 200, failureCount: 4, restoredCount: 4, restoreTime: 10 });
  assert.equal(meanTimeBetweenFailures(four, 'events+1').value, 20);
  assert.equal(meanTimeToFailure(four, 'events+1').value, 40);
  assert.equal(meanTimeToRestore(four, 'events+1').value, 2);
  assert.equal(inherentAvailability(four, 'events+1').value, 20 / 22);
});

test('without a failure the mean times have no value, and the time seen is the least MTBF there can be', () => {
  const quiet = reliabilityInput(states([0, 'running'], [70, 'idle']), [{ from: 0, to: 100 }]);
  assert.equal(meanTimeBetweenFailures(quiet).value, undefined);
  assert.deepEqual(meanTimeBetweenFailures(quiet).bounds, { low: 70, high: Infinity });
  assert.deepEqual(meanTimeToFailure(quiet).bounds, { low: 100, high: Infinity });
  assert.equal(meanTimeToRestore(quiet).value, undefined);
  assert.equal(meanTimeToRestore(quiet).bounds, undefined);
  assert.equal(inherentAvailability(quiet).value, undefined);
  assert.equal(inherentAvailability(quiet).bounds, undefined);
});

test('no time asked about: no value, no bounds, no coverage', () => {
  const nothing = reliabilityInput(states([0, 'running']), []);
  for (const of of [meanTimeBetweenFailures, meanTimeToFailure, meanTimeToRestore, inherentAvailability]) {
    const { value, bounds, coverage } = of(nothing);
    assert.deepEqual([value, bounds, coverage], [undefined, undefined, undefined]);
  }
});

test('failures() are runs of fault, whatever the source calls them meanwhile', () => {
  const series = states(
    [0, 'running'],
    [10, 'fault'],
    [15, 'fault'],
    [20, 'running'],
    [50, 'fault'],
    [51, 'idle'],
  );
  assert.deepEqual(failures(series, [{ from: 0, to: 100 }]), {
    failures: [
      { from: 10, to: 20, time: 10, begins: true, ends: true },
      { from: 50, to: 51, time: 1, begins: true, ends: true },
    ],
    hidden: 0,
  });
});

test('a failure still open at the end counts as an event, and its repair is left out of the MTTR', () => {
  const series = states([0, 'running'], [40, 'fault'], [46, 'running'], [90, 'fault']);
  const found = reliabilityInput(series, [{ from: 0, to: 100 }]);
  assert.equal(found.failureCount, 2);
  assert.equal(found.restoredCount, 1);
  assert.equal(meanTimeBetweenFailures(found).value, 84 / 2);
  assert.equal(meanTimeToRestore(found).value, 6);
});

test('a failure that had begun before is no event, and its repair is left out of the MTTR', () => {
  const series = states([0, 'fault'], [60, 'running']);
  const found = reliabilityInput(series, [{ from: 50, to: 100 }]);
  assert.equal(found.failureCount, 0);
  assert.equal(found.carriedCount, 1);
  assert.equal(found.failedTime, 10);
  assert.equal(meanTimeToRestore(found).value, undefined);
  assert.equal(failures(series, [{ from: 0, to: 100 }]).failures[0].begins, true);
});

test('a failure over a break is one, and the break is no repair time', () => {
  const series = states([0, 'running'], [35, 'fault'], [70, 'running']);
  const planned = [
    { from: 0, to: 40 },
    { from: 60, to: 100 },
  ];
  assert.deepEqual(failures(series, planned).failures, [
    { from: 35, to: 70, time: 15, begins: true, ends: true },
  ]);
  const twice = states([0, 'running'], [35, 'fault'], [45, 'idle'], [50, 'fault'], [70, 'running']);
  assert.deepEqual(
    failures(twice, planned).failures.map(({ time }) => time),
    [5, 10],
  );
});

test('time without data neither ends a failure nor begins one; the bounds say what it can hide', () => {
  const series = states(
    [0, 'running'],
    [30, 'fault'],
    [40, 'unknown'],
    [50, 'fault'],
    [60, 'running'],
    [80, 'unknown'],
  );
  const found = reliabilityInput(series, [{ from: 0, to: 100 }]);
  assert.equal(found.failureCount, 1);
  assert.equal(found.restoreTime, 20);
  // The first hole may have parted two failures and hold one more; the second may hold one.
  assert.equal(found.hiddenCount, 3);
  assert.equal(meanTimeBetweenFailures(found).value, 50);
  assert.deepEqual(meanTimeBetweenFailures(found).bounds, { low: 50 / 4, high: 80 });
  assert.deepEqual(meanTimeToRestore(found).bounds, { low: 5, high: 50 });
  assert.equal(meanTimeBetweenFailures(found).coverage, 0.7);
});

test('states beyond what was heard say nothing', () => {
  const series = states([0, 'running'], [40, 'fault']);
  const found = reliabilityInput(series, [{ from: 0, to: 100 }], { knownUntil: 30 });
  assert.equal(found.failureCount, 0);
  assert.equal(found.unknownTime, 70);
  assert.equal(found.operatingTime, 30);
});

test('maintenance counts as a failure where it is called unplanned', () => {
  const series = states([0, 'running'], [10, 'fault'], [20, 'maintenance'], [50, 'running']);
  const planned = [{ from: 0, to: 100 }];
  assert.equal(meanTimeToRestore(reliabilityInput(series, planned)).value, 10);
  const unplanned = reliabilityInput(series, planned, { failed: ['fault', 'maintenance'] });
  assert.equal(unplanned.failureCount, 1);
  assert.equal(meanTimeToRestore(unplanned).value, 40);
});

test('without any states everything is unknown and nothing can be said of failures', () => {
  const found = reliabilityInput(undefined, [{ from: 0, to: 100 }]);
  const { value, bounds, coverage } = meanTimeBetweenFailures(found);
  assert.equal(value, undefined);
  assert.deepEqual(bounds, { low: 0, high: Infinity });
  assert.equal(coverage, 0);
});

test('correctiveMaintenanceRatio() is corrective of all maintenance', () => {
  const times = { correctiveMaintenanceTime: 30, plannedMaintenanceTime: 90 };
  assert.equal(correctiveMaintenanceRatio(times).value, 0.25);
  const gap = correctiveMaintenanceRatio({ ...times, time: 400, unknownTime: 80 });
  assert.deepEqual(gap.bounds, { low: 30 / 200, high: 110 / 200 });
  assert.equal(gap.coverage, 0.8);
  const none = correctiveMaintenanceRatio({ correctiveMaintenanceTime: 0, plannedMaintenanceTime: 0 });
  assert.equal(none.value, undefined);
});

test('a number below 0 is refused by its name', () => {
  assert.throws(
    () => meanTimeToRestore(input({ restoreTime: -1 })),
    /invalid restoreTime: -1, allowed: 0 or more/,
  );
});

test('the reliability of a line is made of sums', () => {
  const a = input({ time: 100, operatingTime: 90, failureCount: 1 });
  const b = input({ time: 100, operatingTime: 60, failureCount: 4 });
  assert.equal(meanTimeBetweenFailures(sumOfReliabilityInputs([a, b])).value, 30);
  assert.equal(sumOfReliabilityInputs([a, b]).time, 200);
  assert.equal(sumOfReliabilityInputs([]).failureCount, 0);
});

const length = 60;
const words = ['running', 'setup', 'idle', 'fault', 'fault', 'offline', 'unknown', 'unknown'] as const;

/** The state of each millisecond. */
function randomStates(random: SeededRandom): EquipmentState[] {
  const row: EquipmentState[] = [];
  while (row.length < length) {
    const state = random.pick(words);
    for (let count = 1 + random.whole(9); count > 0; count--) row.push(state);
  }
  return row.slice(0, length);
}

function seriesOf(row: readonly EquipmentState[]): StateSeries {
  return states(...row.map((state, time): Change => [time, state]));
}

/** Fills each hole with any states, of which at most one run is a failure of its own. */
function filled(random: SeededRandom, row: readonly EquipmentState[], from: number): EquipmentState[] {
  const result = [...row];
  for (let time = from; time < length; time++) {
    if (row[time] !== 'unknown') continue;
    let end = time;
    while (end < length && row[end] === 'unknown') end++;
    const at = () => time + random.whole(end - time + 1);
    const [before, first, last, after] = [at(), at(), at(), at()].sort((a, b) => a - b);
    const failsBefore = row[time - 1] === 'fault' && random.whole(2) === 0;
    const failsAfter = row[end] === 'fault' && random.whole(2) === 0;
    for (let one = time; one < end; one++) {
      const isFailed =
        (one >= first && one < last) || (failsBefore && one < before) || (failsAfter && one >= after);
      result[one] = isFailed ? 'fault' : random.pick(['running', 'idle', 'offline'] as const);
    }
    time = end;
  }
  return result;
}

for (const seed of [31, 32, 33]) {
  test(`whatever happened in the time without data, reliability lies within its bounds, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    for (let round = 0; round < 1500; round++) {
      const row = randomStates(random);
      const from = random.whole(20);
      // What lies before the interval is known, or it would not be known whether a failure had begun.
      for (let time = 0; time < from; time++) if (row[time] === 'unknown') row[time] = 'running';
      const interval: Interval[] = [{ from, to: length }];
      const before = reliabilityInput(seriesOf(row), interval);
      const after = reliabilityInput(seriesOf(filled(random, row, from)), interval);
      for (const denominator of ['events', 'events+1'] as const) {
        for (const of of [
          meanTimeBetweenFailures,
          meanTimeToFailure,
          meanTimeToRestore,
          inherentAvailability,
        ]) {
          const { value: known, bounds } = of(before, denominator);
          for (const value of [known, of(after, denominator).value]) {
            if (value === undefined || bounds === undefined) continue;
            assert.ok(
              bounds.low <= value + 1e-9 && value <= bounds.high + 1e-9,
              `${of.name} ${value} in round ${round}: ${row.join(' ')}`,
            );
          }
        }
      }
    }
  });

  test(`the failures of two halves are those of the whole, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    for (let round = 0; round < 1000; round++) {
      const series = seriesOf(randomStates(random));
      const at = random.whole(length);
      const whole = reliabilityInput(series, [{ from: 0, to: length }]);
      const halves = sumOfReliabilityInputs([
        reliabilityInput(series, [{ from: 0, to: at }]),
        reliabilityInput(series, [{ from: at, to: length }]),
      ]);
      for (const name of [
        'time',
        'unknownTime',
        'operatingTime',
        'upTime',
        'failedTime',
        'failureCount',
      ] as const) {
        assert.equal(halves[name], whole[name], `${name} in round ${round}`);
      }
    }
  });
}
