import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equipmentStates, stateCode, stateCount } from '../model/equipment-state.js';
import {
  type Arrival,
  arrivalsOf,
  coveredIn,
  randomHistory,
  randomInterval,
  randomTime,
  retained,
  stretches,
} from '../testing/arrivals.js';
import { SeededRandom } from '../testing/random.js';
import { codeOf, StateSeries } from './state-series.js';

const { running, idle, fault, unknown } = stateCode;

test('an observation holds until the next one, in a half-open interval', () => {
  const series = new StateSeries();
  series.append(100, running, 'ACTIVE', 0);
  series.append(200, idle, 'READY', 0);
  assert.equal(series.at(99), undefined);
  assert.equal(series.at(100)?.state, 'running');
  assert.equal(series.at(199)?.state, 'running');
  assert.deepEqual(series.at(200), { state: 'idle', source: 'READY', since: 200, quality: 'good' });
});

test('at() tells since when the state has been the same, whatever words the source used', () => {
  const series = new StateSeries();
  series.append(100, idle, 'READY', 0);
  series.append(200, idle, 'READY', 0);
  series.append(300, idle, 'STOPPED', 1);
  assert.deepEqual(series.at(350), { state: 'idle', source: 'STOPPED', since: 100, quality: 'uncertain' });
});

test('at() tells since when over a long run of repeats, late ones and retention included', () => {
  const series = new StateSeries();
  series.append(5, fault, 'ALARM', 0);
  for (let time = 10; time < 2000; time += 2) series.append(time, idle, 'READY', 0);
  assert.equal(series.at(5000)?.since, 10);
  series.append(701, running, 'ACTIVE', 0);
  assert.equal(series.at(5000)?.since, 702);
  assert.equal(series.at(700)?.since, 10);
  series.retain({ maximumAge: 1000 }, 2000);
  assert.equal(series.at(5000)?.since, 1000);
});

test('what a source repeats is another revision, but not another content', () => {
  const series = new StateSeries();
  const content = (time: number, code: number, word: string, quality = 0) => {
    series.append(time, code, word, quality);
    return series.contentRevision;
  };
  const first = content(100, idle, 'READY');
  assert.equal(content(200, idle, 'READY'), first);
  assert.equal(series.revision, first + 1);
  assert.equal(content(300, idle, 'STOPPED'), first + 1);
  assert.equal(content(400, idle, 'STOPPED', 1), first + 2);
  assert.equal(content(500, running, 'STOPPED', 1), first + 3);
  assert.equal(content(450, fault, 'ALARM'), first + 4);
});

test('time before the first observation and after a bad one is unknown and not covered', () => {
  const series = new StateSeries();
  series.append(100, running, 'ACTIVE', 0);
  series.append(200, fault, 'UNAVAILABLE', 2);
  series.append(300, unknown, 'ODD', 0);
  const perState = series.timePerState({ from: 50, to: 400 });
  assert.equal(perState[running], 100);
  assert.equal(perState[unknown], 250);
  assert.equal(series.covered({ from: 50, to: 400 }), 200);
  assert.equal(series.stateAt(1), 'unknown');
  assert.deepEqual(
    series.timePerSource({ from: 50, to: 400 }),
    new Map(Object.entries({ ACTIVE: 100, UNAVAILABLE: 100, ODD: 100 })),
  );
});

test('the same observation again changes nothing; another one of the same time takes its place', () => {
  const series = new StateSeries();
  assert.equal(series.append(100, running, 'ACTIVE', 0), true);
  assert.equal(series.append(200, idle, 'READY', 0), true);
  const { revision } = series;
  assert.equal(series.append(100, running, 'ACTIVE', 0), false);
  assert.equal(series.append(200, idle, 'READY', 0), false);
  assert.equal(series.revision, revision);
  assert.equal(series.append(100, fault, 'ALARM', 0), true);
  assert.equal(series.revision, revision + 1);
  assert.equal(series.length, 2);
  assert.equal(series.at(150)?.state, 'fault');
  assert.equal(series.lateCount, 0);
});

test('a late observation is put in where it belongs and counted', () => {
  const series = new StateSeries();
  series.append(100, running, 'ACTIVE', 0);
  series.append(300, idle, 'READY', 0);
  series.append(200, fault, 'ALARM', 0);
  assert.deepEqual(
    [0, 1, 2].map((index) => series.stateAt(index)),
    ['running', 'fault', 'idle'],
  );
  assert.equal(series.lateCount, 1);
});

test('a time that is no number is refused, and so is an interval that runs backwards', () => {
  const series = new StateSeries();
  for (const time of [NaN, Infinity, -Infinity]) {
    assert.throws(() => series.append(time, running, '', 0), { name: 'RangeError', message: /invalid time/ });
  }
  assert.throws(() => series.timePerState({ from: 2, to: 1 }), RangeError);
  assert.throws(() => series.covered({ from: NaN, to: 1 }), RangeError);
  assert.equal(series.length, 0);
});

test('retention keeps the observation that holds at the border and says what went', () => {
  const series = new StateSeries();
  for (const time of [100, 200, 300, 400]) series.append(time, running, 'ACTIVE', 0);
  assert.equal(series.droppedBefore, undefined);
  assert.equal(series.retain({ maximumAge: 150 }, 400), 1);
  assert.equal(series.firstTime, 200);
  assert.equal(series.droppedBefore, 200);
  assert.equal(series.append(150, idle, 'READY', 0), false);
  assert.equal(series.dropped, 2);
  assert.equal(series.append(210, idle, 'READY', 0), true);
  assert.equal(series.retain({ maximumCount: 0 }, 400), 3);
  assert.equal(series.length, 1);
});

test('retention gives memory back and keeps at most three times what is needed for long', () => {
  const series = new StateSeries();
  for (let index = 0; index < 100_000; index++) series.append(index, index % 9, `word ${index}`, 0);
  const full = series.bytes;
  series.retain({ maximumCount: 1000 }, 0);
  assert.ok(series.bytes < full / 16, `${series.bytes} bytes`);
  assert.equal(series.sourceAt(999), 'word 99999');
  let largest = 0;
  for (let index = 100_000; index < 200_000; index++) {
    series.append(index, index % 9, `word ${index % 70_000}`, 0);
    series.retain({ maximumCount: 1000 }, 0);
    largest = Math.max(largest, series.bytes);
  }
  assert.ok(largest <= 4096 * 12, `${largest} bytes`);
  assert.equal(series.timePerState({ from: 199_100, to: 199_991 })[0], 99);
});

test('more words than fit 16 bits are kept apart', () => {
  const series = new StateSeries();
  for (let index = 0; index < 70_000; index++) series.append(index, idle, `word ${index}`, 0);
  assert.equal(series.sourceAt(4), 'word 4');
  assert.equal(series.sourceAt(69_999), 'word 69999');
});

test('an observation takes at most 12 bytes when the arrays are full', () => {
  const series = new StateSeries();
  for (let index = 0; index < 65_536; index++) series.append(index, index % 9, 'A', 0);
  assert.ok(series.bytes / series.length <= 12, `${series.bytes / series.length} bytes`);
});

for (let group = 0; group < 10; group++) {
  const seeds = { first: group * 120 + 1, last: group * 120 + 120 };
  test(`random states give the slow obvious answers, seeds ${seeds.first} to ${seeds.last}`, () => {
    for (let seed = seeds.first; seed <= seeds.last; seed++) checkStates(seed);
  });
}

interface Value {
  readonly code: number;
  readonly source: string;
}

function checkStates(seed: number): void {
  const random = new SeededRandom(seed);
  const value = (): Value => ({ code: random.whole(stateCount), source: random.pick(['A', 'B', '']) });
  let history = randomHistory(random, random.pick([3, 40, 700]), value);
  const series = filled(arrivalsOf(random, history));
  assert.equal(series.length, history.length, `seed ${seed}`);
  checkWindows(random, series, history, seed);

  // Again, with something changed and something dropped.
  for (let count = Math.min(3, history.length); count > 0; count--) {
    const index = random.whole(history.length);
    history[index] = { time: history[index].time, value: value(), quality: random.whole(3) };
    append(series, history[index]);
  }
  if (history.length > 0) {
    const limits = random.pick([{ maximumAge: random.whole(100_000) }, { maximumCount: random.whole(400) }]);
    const now = history[history.length - 1].time + random.whole(50);
    const kept = retained(history, limits, now);
    assert.equal(series.retain(limits, now), history.length - kept.length, `seed ${seed}`);
    assert.equal(series.droppedBefore, kept.length < history.length ? kept[0].time : undefined);
    history = kept;
    const late = { time: randomTime(random, history), value: value(), quality: 0 };
    if (late.time >= history[0].time) {
      history = [...history.filter(({ time }) => time !== late.time), late].sort((a, b) => a.time - b.time);
    }
    if (late.time >= history[0].time || series.droppedBefore !== undefined) append(series, late);
  }
  checkWindows(random, series, history, seed);
  const { revision } = series;
  for (const arrival of arrivalsOf(random, history)) append(series, arrival);
  assert.equal(series.revision, revision, `seed ${seed}: applied twice`);
}

function filled(arrivals: readonly Arrival<Value>[]): StateSeries {
  const series = new StateSeries();
  for (const arrival of arrivals) append(series, arrival);
  return series;
}

function append(series: StateSeries, { time, value, quality }: Arrival<Value>): boolean {
  return series.append(time, value.code, value.source, quality);
}

function checkWindows(
  random: SeededRandom,
  series: StateSeries,
  history: readonly Arrival<Value>[],
  seed: number,
): void {
  for (let count = 0; count < 6; count++) {
    const interval = randomInterval(random, history);
    const context = `seed ${seed}, ${interval.from} to ${interval.to}`;
    const parts = stretches(history, interval);
    const expected = new Float64Array(stateCount);
    for (const { from, to, arrival } of parts) {
      expected[arrival && arrival.quality !== 2 ? arrival.value.code : unknown] += to - from;
    }
    const perState = series.timePerState(interval);
    assert.deepEqual(perState, expected, context);
    assert.equal(
      perState.reduce((sum, one) => sum + one, 0),
      interval.to - interval.from,
      context,
    );
    assert.equal(series.covered(interval), coveredIn(parts), context);

    const middle = interval.from + random.whole(interval.to - interval.from + 1);
    const left = series.timePerState({ from: interval.from, to: middle });
    const right = series.timePerState({ from: middle, to: interval.to });
    assert.deepEqual(
      left.map((one, code) => one + right[code]),
      perState,
      context,
    );

    const segments = series.segments(interval);
    let border = interval.from;
    for (const segment of segments) {
      assert.equal(segment.from, border, context);
      border = segment.to;
      const holding = history.findLast(({ time }) => time <= segment.from);
      assert.equal(segment.source, holding?.value.source ?? '', context);
      assert.equal(
        segment.state,
        equipmentStates[holding && holding.quality !== 2 ? holding.value.code : unknown],
      );
    }
    assert.equal(border, segments.length > 0 ? interval.to : interval.from, context);
    for (const [index, segment] of segments.entries()) {
      const next = segments[index + 1];
      if (!next) continue;
      const equal =
        next.state === segment.state && next.source === segment.source && next.quality === segment.quality;
      assert.equal(equal && segment.from >= (history[0]?.time ?? Infinity), false, context);
    }
  }
  for (let index = 0; index < history.length; index += 37) {
    const codes = history.map(({ value, quality }) => (quality === 2 ? unknown : value.code));
    const before = codes.findLastIndex((code, other) => other < index && code !== codes[index]);
    assert.equal(
      series.at(history[index].time)?.since,
      history[before + 1].time,
      `seed ${seed}, run of ${index}`,
    );
    assert.equal(series.timeAt(index), history[index].time);
    assert.equal(series.indexAt(history[index].time), index);
    assert.equal(codeOf(series.packed[series.start + index]), series.codeAt(index));
  }
}
