import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Condition, conditionLevels } from '../model/condition.js';
import {
  type Arrival,
  arrivalsOf,
  randomHistory,
  randomInterval,
  randomTime,
  retained,
} from '../testing/arrivals.js';
import { SeededRandom } from '../testing/random.js';
import { ConditionSeries } from './condition-series.js';

test('a condition is active until it is cleared by its code, by its key or by not being known', () => {
  const series = new ConditionSeries();
  series.append(1, { key: 'logic', level: 'fault', code: 'A' });
  series.append(2, { key: 'logic', level: 'warning', code: 'B' });
  series.append(3, { key: 'system', level: 'fault', code: 'A' });
  assert.deepEqual(codesAt(series, 3), ['logic A', 'logic B', 'system A']);
  series.append(4, { key: 'logic', level: 'normal', code: 'B' });
  assert.deepEqual(codesAt(series, 4), ['logic A', 'system A']);
  series.append(5, { key: 'logic', level: 'normal' });
  assert.deepEqual(codesAt(series, 5), ['system A']);
  series.append(6, { key: 'system', level: 'unavailable' });
  assert.deepEqual(codesAt(series, 6), []);
  assert.deepEqual(codesAt(series, 1), ['logic A']);
  assert.deepEqual(codesAt(series, 0), []);
});

test('activeAt() tells since when a condition has been active on its level', () => {
  const series = new ConditionSeries();
  series.append(1, { key: 'logic', level: 'warning', code: 'A', text: 'low' });
  series.append(2, { key: 'logic', level: 'warning', code: 'A', text: 'very low' });
  assert.deepEqual(series.activeAt(2), [
    { key: 'logic', level: 'warning', code: 'A', text: 'very low', since: 1 },
  ]);
  series.append(3, { key: 'logic', level: 'fault', code: 'A', text: 'empty' });
  assert.equal(series.activeAt(3)[0].since, 3);
});

test('reports of one moment keep the order of their arrival, and the same report again changes nothing', () => {
  const series = new ConditionSeries();
  const reports: readonly Condition[] = [
    { key: 'logic', level: 'fault', code: 'A' },
    { key: 'system', level: 'fault', code: 'A' },
    { key: 'logic', level: 'normal' },
  ];
  for (const report of reports) assert.equal(series.append(1, report), true);
  for (const report of reports) assert.equal(series.append(1, report), false);
  assert.deepEqual(
    [0, 1, 2].map((index) => series.conditionAt(index)),
    reports,
  );
  assert.deepEqual(codesAt(series, 1), ['system A']);
  assert.equal(series.append(1, { key: 'logic', level: 'fault', code: 'A', text: 'said later' }), true);
  assert.equal(series.length, 3);
});

test('activations() counts a condition that is raised, not one that is repeated', () => {
  const series = new ConditionSeries();
  series.append(1, { key: 'logic', level: 'fault', code: 'A' });
  series.append(2, { key: 'logic', level: 'fault', code: 'A' });
  series.append(3, { key: 'logic', level: 'normal' });
  series.append(4, { key: 'logic', level: 'fault', code: 'A' });
  series.append(5, { key: 'logic', level: 'warning' });
  assert.deepEqual(series.activations({ from: 0, to: 5 }), new Map([['logic|Fault|A', 2]]));
  assert.deepEqual(series.activations({ from: 2, to: 4 }), new Map());
  assert.deepEqual(series.activations({ from: 5, to: 6 }), new Map([['logic|Warning|', 1]]));
});

test('a report that only says that somebody has acknowledged is kept and raises nothing', () => {
  const series = new ConditionSeries();
  const fault = { key: 'logic', level: 'fault', code: 'A' } as const;
  series.append(1, fault);
  series.append(2, { ...fault, acknowledged: true });
  assert.deepEqual(series.activeAt(1), [{ ...fault, since: 1 }]);
  assert.deepEqual(series.activeAt(2), [{ ...fault, acknowledged: true, since: 1 }]);
  assert.deepEqual([...series.activations({ from: 0, to: 9 })], [['logic|Fault|A', 1]]);
  assert.equal(series.append(2, { ...fault, acknowledged: true }), false);
  assert.equal(series.append(2, { ...fault, acknowledged: false }), true);
  assert.equal(series.activeAt(2)[0].acknowledged, false);
});

test('time is covered while at least one key is known', () => {
  const series = new ConditionSeries();
  series.append(100, { key: 'logic', level: 'normal' });
  series.append(200, { key: 'system', level: 'unavailable' });
  series.append(300, { key: 'logic', level: 'unavailable' });
  series.append(400, { key: 'system', level: 'fault' });
  assert.equal(series.covered({ from: 0, to: 500 }), 300);
  assert.equal(series.covered({ from: 150, to: 350 }), 150);
  assert.equal(series.qualityAt(1), 'bad');
});

test('what dropped reports made active stays active', () => {
  const series = new ConditionSeries();
  series.append(0, { key: 'logic', level: 'fault', code: 'A' });
  for (let time = 1; time < 1000; time++) {
    series.append(time, { key: 'system', level: time % 2 ? 'fault' : 'normal', code: 'B' });
  }
  assert.equal(series.retain({ maximumCount: 5 }, 1000), 995);
  assert.deepEqual(codesAt(series, 999), ['logic A', 'system B']);
  assert.equal(series.append(3, { key: 'logic', level: 'normal' }), false);
});

for (let group = 0; group < 10; group++) {
  const seeds = { first: group * 110 + 1, last: group * 110 + 110 };
  test(`random conditions give the slow obvious answers, seeds ${seeds.first} to ${seeds.last}`, () => {
    for (let seed = seeds.first; seed <= seeds.last; seed++) checkConditions(seed);
  });
}

function codesAt(series: ConditionSeries, time: number): string[] {
  return series.activeAt(time).map(({ key, code }) => `${key} ${code}`);
}

function checkConditions(seed: number): void {
  const random = new SeededRandom(seed);
  const value = (): Condition => ({
    key: random.pick(['logic', 'system']),
    level: random.pick(conditionLevels),
    code: random.pick(['A', 'B', undefined]),
    text: random.pick(['open', 'shut']),
  });
  const history = randomHistory(random, random.pick([3, 30, 400]), value);
  const series = new ConditionSeries();
  for (const { time, value: condition } of arrivalsOf(random, history)) {
    series.append(time, condition);
    if (random.next() < 0.02) series.activeAt(randomTime(random, history));
  }
  checkMoments(random, series, history, history, seed);
  if (history.length > 0) {
    const limits = random.pick([{ maximumAge: random.whole(100_000) }, { maximumCount: random.whole(300) }]);
    const now = history[history.length - 1].time;
    const kept = retained(history, limits, now);
    assert.equal(series.retain(limits, now), history.length - kept.length, `seed ${seed}`);
    checkMoments(random, series, history, kept, seed);
  }
}

/** `history` is all that was ever reported, `kept` what retention has left of it. */
function checkMoments(
  random: SeededRandom,
  series: ConditionSeries,
  history: readonly Arrival<Condition>[],
  kept: readonly Arrival<Condition>[],
  seed: number,
): void {
  assert.equal(series.length, kept.length, `seed ${seed}`);
  for (let count = 0; count < 6; count++) {
    const time = randomTime(random, kept);
    if (kept.length < history.length && time < kept[0].time) continue;
    const active = series
      .activeAt(time)
      .map(({ key, level, code, text }) => `${key} ${level} ${code} ${text}`);
    assert.deepEqual(active.sort(), slowActive(history, time).sort(), `seed ${seed}, at ${time}`);

    const interval = randomInterval(random, kept);
    const middle = interval.from + random.whole(interval.to - interval.from + 1);
    const left = series.activations({ from: interval.from, to: middle });
    const right = series.activations({ from: middle, to: interval.to });
    for (const [name, found] of series.activations(interval)) {
      assert.equal(found, (left.get(name) ?? 0) + (right.get(name) ?? 0), `seed ${seed}, ${name}`);
    }
    const parts =
      series.covered({ from: interval.from, to: middle }) + series.covered({ from: middle, to: interval.to });
    assert.equal(series.covered(interval), parts, `seed ${seed}`);
  }
}

/** For each key and code, the last report that speaks of it decides. */
function slowActive(history: readonly Arrival<Condition>[], until: number): string[] {
  const active: string[] = [];
  for (const key of ['logic', 'system']) {
    for (const code of ['A', 'B', undefined]) {
      const last = history.findLast(({ time, value }) => {
        if (time > until || value.key !== key) return false;
        return (
          value.code === code || value.level === 'unavailable' || (value.level === 'normal' && !value.code)
        );
      });
      const level = last?.value.level;
      if (level === 'warning' || level === 'fault')
        active.push(`${key} ${level} ${code} ${last?.value.text}`);
    }
  }
  return active;
}
