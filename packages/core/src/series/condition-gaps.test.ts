import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Condition, conditionLevels } from '../model/condition.js';
import { randomHistory, randomInterval, randomTime } from '../testing/arrivals.js';
import { SeededRandom } from '../testing/random.js';
import { ConditionSeries } from './condition-series.js';

const fault: Condition = { key: 'logic', level: 'fault', code: 'A', text: 'low' };
const gap: Condition = { key: 'logic', level: 'unavailable' };

test('what is raised again at the very time of a gap has never ended and counts once', () => {
  const series = seriesOf([1, fault], [2, { key: 'logic', level: 'warning', code: 'B' }], [5, gap]);
  assert.deepEqual(series.activeAt(5), []);
  series.append(5, fault);
  assert.deepEqual(series.activeAt(5), [{ ...fault, since: 1 }]);
  assert.deepEqual(series.activeAt(9), [{ ...fault, since: 1 }]);
  assert.deepEqual(series.activations({ from: 0, to: 9 }), countsOf('logic|Fault|A', 'logic|Warning|B'));
  assert.equal(series.covered({ from: 1, to: 9 }), 8);
});

test('what is raised again after a gap, or cleared and raised at its time, counts again', () => {
  const counts = (...reports: [number, Condition][]) =>
    seriesOf([1, fault], [5, gap], ...reports)
      .activations({ from: 0, to: 9 })
      .get('logic|Fault|A');
  assert.equal(counts([6, fault]), 2);
  assert.equal(counts([6, gap], [6, fault]), 2);
  assert.equal(counts([5, { key: 'logic', level: 'normal' }], [5, fault]), 2);
  assert.equal(counts([5, { ...fault, code: 'B' }], [5, fault]), 1);
});

test('what a refill says otherwise than before the gap is told as if there had been no gap', () => {
  const louder = seriesOf([1, fault], [5, gap], [5, { ...fault, text: 'very low' }]);
  assert.deepEqual(louder.activeAt(5), [{ ...fault, text: 'very low', since: 1 }]);
  const milder = seriesOf([1, fault], [5, gap], [5, { ...fault, level: 'warning' }]);
  assert.deepEqual(milder.activeAt(5), [{ ...fault, level: 'warning', since: 5 }]);
});

test('a gap that is reported again at its time is a gap again until it is filled again', () => {
  const series = seriesOf([1, fault], [5, gap], [5, fault]);
  assert.equal(series.append(5, fault), false);
  const { revision } = series;
  assert.equal(series.append(5, gap), true);
  assert.equal(series.revision, revision + 1);
  assert.deepEqual(series.activeAt(5), []);
  assert.equal(series.covered({ from: 1, to: 9 }), 4);
  assert.equal(series.append(5, fault), true);
  assert.deepEqual(series.activeAt(5), [{ ...fault, since: 1 }]);
  assert.equal(series.length, 3);
});

test('a gap holds what it cleared when what stood before it is late or dropped', () => {
  const series = seriesOf([5, gap], [5, fault], [7, { key: 'system', level: 'normal' }]);
  assert.equal(series.activeAt(7)[0].since, 5);
  series.append(1, fault);
  assert.equal(series.activeAt(7)[0].since, 1);
  series.retain({ maximumCount: 2 }, 9);
  assert.deepEqual(series.conditionAt(0), fault);
  assert.deepEqual(series.activeAt(7), [{ ...fault, since: 1 }]);
  assert.deepEqual(series.activations({ from: 0, to: 9 }), new Map());
});

for (let group = 0; group < 5; group++) {
  const seeds = { first: group * 80 + 1, last: group * 80 + 80 };
  test(`gaps that are filled change nothing in whatever order, seeds ${seeds.first} to ${seeds.last}`, () => {
    for (let seed = seeds.first; seed <= seeds.last; seed++) checkFilledGaps(seed);
  });
}

function seriesOf(...reports: [time: number, condition: Condition][]): ConditionSeries {
  const series = new ConditionSeries();
  for (const [time, condition] of reports) series.append(time, condition);
  return series;
}

function countsOf(...names: string[]): Map<string, number> {
  return new Map(names.map((name) => [name, 1]));
}

function randomCondition(random: SeededRandom): Condition {
  return {
    key: random.pick(['logic', 'system']),
    level: random.pick(conditionLevels),
    code: random.pick(['A', 'B', undefined]),
    text: random.pick(['open', 'shut']),
  };
}

/** Compares a series with gaps that were filled to one that never had any. */
function checkFilledGaps(seed: number): void {
  const random = new SeededRandom(seed);
  const history = randomHistory(random, random.pick([3, 30, 400]), () => randomCondition(random));
  const undisturbed = seriesOf(...history.map(({ time, value }): [number, Condition] => [time, value]));
  // What has one time comes in its order, gap before refill; the times come in any order.
  const parts = history.map(({ time, value }) => ({ time, reports: [value] }));
  for (const { time } of history) {
    if (random.next() < 0.3) parts.push(filledGap(random, undisturbed, time + 0.5));
  }
  const series = new ConditionSeries();
  for (const { time, reports } of random.shuffled([...parts, ...parts.slice(-3)])) {
    for (const report of reports) series.append(time, report);
    if (random.next() < 0.02) series.activeAt(randomTime(random, history));
  }
  compare(-Infinity);
  if (series.length === 0) return;
  const limits = random.pick([{ maximumAge: random.whole(100_000) }, { maximumCount: random.whole(300) }]);
  series.retain(limits, series.lastTime!);
  compare(series.firstTime!);

  function compare(after: number): void {
    for (let count = 0; count < 6; count++) {
      const time = randomTime(random, history);
      if (time < after) continue;
      assert.deepEqual(series.activeAt(time), undisturbed.activeAt(time), `seed ${seed}, at ${time}`);
      const interval = randomInterval(random, history);
      // Retention may have dropped some of the reports of one time.
      if (interval.from <= after) continue;
      assert.deepEqual(series.activations(interval), undisturbed.activations(interval), `seed ${seed}`);
      assert.equal(series.covered(interval), undisturbed.covered(interval), `seed ${seed}`);
    }
  }
}

/** What a connector tells that lost its source at a time, once or twice, and could refill the gap each time. */
function filledGap(random: SeededRandom, undisturbed: ConditionSeries, time: number) {
  const reports: Condition[] = [];
  for (let rounds = 1 + random.whole(2); rounds > 0; rounds--) {
    for (const key of ['logic', 'system']) {
      const all = Array.from({ length: undisturbed.indexAt(time) + 1 }, (_, index) =>
        undisturbed.conditionAt(index),
      );
      const last = all.findLast((report) => report.key === key);
      if (!last) continue;
      reports.push({ key, level: 'unavailable' });
      const active = undisturbed.activeAt(time).filter((one) => one.key === key);
      if (active.length === 0 && last.level !== 'unavailable') reports.push({ key, level: 'normal' });
      for (const { level, code, text } of active) reports.push({ key, level, code, text });
    }
  }
  return { time, reports };
}
