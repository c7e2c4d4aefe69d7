import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Interval } from '../time/interval.js';
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
import { NumberSeries } from './number-series.js';

test('the mean is weighted by how long each value held', () => {
  const series = new NumberSeries();
  series.append(0, 10, 0);
  series.append(30, 20, 0);
  assert.equal(series.mean({ from: 0, to: 40 }), 12.5);
  assert.equal(series.integral({ from: 0, to: 40 }), 500);
});

test('missing time is left out of the mean', () => {
  const series = new NumberSeries();
  series.append(100, 10, 0);
  series.append(200, 0, 2);
  series.append(300, 40, 0);
  assert.equal(series.mean({ from: 0, to: 400 }), 25);
  assert.equal(series.covered({ from: 0, to: 400 }), 200);
  assert.equal(series.valueAt(1), undefined);
  assert.deepEqual(series.at(250), { value: undefined, time: 200, quality: 'bad' });
});

test('figures over an interval without a known value are undefined', () => {
  const series = new NumberSeries();
  assert.equal(series.mean({ from: 0, to: 1 }), undefined);
  series.append(100, 5, 0);
  assert.equal(series.minimum({ from: 0, to: 100 }), undefined);
  assert.equal(series.integral({ from: 100, to: 100 }), undefined);
  assert.equal(series.maximum({ from: 100, to: 101 }), 5);
});

test('the extremes count the value that already held when the interval began', () => {
  const series = new NumberSeries();
  series.append(0, 99, 0);
  series.append(50, 1, 0);
  series.append(60, -7, 0);
  assert.equal(series.maximum({ from: 49, to: 60 }), 99);
  assert.equal(series.maximum({ from: 50, to: 60 }), 1);
  assert.equal(series.minimum({ from: 50, to: 60 }), 1);
});

test('a value that is no number is refused unless the quality says that there is none', () => {
  const series = new NumberSeries();
  assert.throws(() => series.append(0, NaN, 0), { name: 'RangeError', message: /invalid value: NaN/ });
  assert.throws(() => series.append(NaN, 1, 0), { name: 'RangeError', message: /invalid time: NaN/ });
  assert.equal(series.append(0, NaN, 2), true);
  assert.equal(series.append(0, 7, 2), false);
});

test('drawColumns() refuses a target that is too short', () => {
  assert.throws(
    () => new NumberSeries().drawColumns(new Float64Array(39), { from: 0, to: 1 }, 10),
    RangeError,
  );
});

test('drawColumns() reads no more for ten million observations than for a hundred thousand', () => {
  const width = 1000;
  const reads = [1e5, 1e6, 1e7].map((length) => {
    const series = new NumberSeries();
    for (let index = 0; index < length; index++) series.append(index, (index * 7919) % 1009, 0);
    const target = new Float64Array(width * 4);
    return Math.max(
      series.drawColumns(target, { from: 0, to: length }, width),
      series.drawColumns(target, { from: length * 0.123, to: length * 0.789 }, width),
    );
  });
  for (const read of reads) assert.ok(read <= 64 * width, `${reads.join(', ')} values and summaries`);
});

for (let group = 0; group < 10; group++) {
  const seeds = { first: group * 110 + 1, last: group * 110 + 110 };
  test(`random values give the slow obvious answers, seeds ${seeds.first} to ${seeds.last}`, () => {
    for (let seed = seeds.first; seed <= seeds.last; seed++) checkValues(seed);
  });
}

function checkValues(seed: number): void {
  const random = new SeededRandom(seed);
  const value = (): number => random.pick([0, random.whole(10), random.next() * 1e6 - 3e5]);
  let history = randomHistory(random, random.pick([3, 60, 900]), value);
  const series = new NumberSeries();
  for (const arrival of arrivalsOf(random, history)) {
    append(series, arrival);
    if (random.next() < 0.01) series.mean(randomInterval(random, history));
  }
  assert.equal(series.length, history.length, `seed ${seed}`);
  checkWindows(random, series, history, seed);

  for (let count = Math.min(3, history.length); count > 0; count--) {
    const index = random.whole(history.length);
    history[index] = { time: history[index].time, value: value(), quality: random.whole(3) };
    append(series, history[index]);
  }
  if (history.length > 0) {
    const limits = random.pick([{ maximumAge: random.whole(100_000) }, { maximumCount: random.whole(600) }]);
    const now = history[history.length - 1].time + random.whole(50);
    const kept = retained(history, limits, now);
    assert.equal(series.retain(limits, now), history.length - kept.length, `seed ${seed}`);
    history = kept;
    const late = { time: randomTime(random, history), value: value(), quality: 0 };
    if (late.time >= history[0].time) {
      history = [...history.filter(({ time }) => time !== late.time), late].sort((a, b) => a.time - b.time);
      append(series, late);
    }
  }
  checkWindows(random, series, history, seed);
  const { revision } = series;
  for (const arrival of arrivalsOf(random, history)) append(series, arrival);
  assert.equal(series.revision, revision, `seed ${seed}: applied twice`);
}

function append(series: NumberSeries, { time, value, quality }: Arrival<number>): boolean {
  return series.append(time, value, quality);
}

function checkWindows(
  random: SeededRandom,
  series: NumberSeries,
  history: readonly Arrival<number>[],
  seed: number,
): void {
  for (let count = 0; count < 5; count++) {
    const interval = randomInterval(random, history);
    const context = `seed ${seed}, ${interval.from} to ${interval.to}`;
    const expected = slowFigures(history, interval);
    assert.equal(series.covered(interval), expected.covered, context);
    assert.equal(series.minimum(interval), expected.minimum, context);
    assert.equal(series.maximum(interval), expected.maximum, context);
    assertClose(series.integral(interval), expected.integral, expected.magnitude, context);
    const mean = expected.integral === undefined ? undefined : expected.integral / expected.covered;
    assertClose(series.mean(interval), mean, expected.magnitude / expected.covered, context);

    const middle = interval.from + random.whole(interval.to - interval.from + 1);
    const left = series.integral({ from: interval.from, to: middle });
    const right = series.integral({ from: middle, to: interval.to });
    const sum = left === undefined ? right : left + (right ?? 0);
    assertClose(sum, expected.integral, expected.magnitude, context);
  }
  checkColumns(random, series, history, seed);
}

function checkColumns(
  random: SeededRandom,
  series: NumberSeries,
  history: readonly Arrival<number>[],
  seed: number,
): void {
  const interval = randomInterval(random, history);
  const width = 1 + random.whole(12);
  const target = new Float64Array(width * 4).fill(-1);
  series.drawColumns(target, interval, width);
  const border = (column: number): number =>
    column === width ? interval.to : interval.from + ((interval.to - interval.from) * column) / width;
  for (let column = 0; column < width; column++) {
    const parts = stretches(history, { from: border(column), to: border(column + 1) });
    const values = parts.flatMap(({ arrival }) => (arrival && arrival.quality !== 2 ? [arrival.value] : []));
    const expected =
      values.length === 0
        ? [NaN, NaN, NaN, NaN]
        : [values[0], Math.min(...values), Math.max(...values), values[values.length - 1]];
    assert.deepEqual(
      [...target.subarray(column * 4, column * 4 + 4)],
      expected,
      `seed ${seed}, column ${column}`,
    );
  }
}

interface Figures {
  readonly covered: number;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly integral: number | undefined;
  /** The integral of the absolute values: what rounding is relative to. */
  readonly magnitude: number;
}

function slowFigures(history: readonly Arrival<number>[], interval: Interval): Figures {
  const parts = stretches(history, interval);
  const known = parts.flatMap(({ from, to, arrival }) =>
    arrival && arrival.quality !== 2 ? [{ value: arrival.value, held: to - from }] : [],
  );
  const values = known.map(({ value }) => value);
  return {
    covered: coveredIn(parts),
    minimum: known.length > 0 ? Math.min(...values) : undefined,
    maximum: known.length > 0 ? Math.max(...values) : undefined,
    integral: known.length > 0 ? known.reduce((sum, { value, held }) => sum + value * held, 0) : undefined,
    magnitude: known.reduce((sum, { value, held }) => sum + Math.abs(value) * held, 0),
  };
}

function assertClose(
  found: number | undefined,
  expected: number | undefined,
  magnitude: number,
  context: string,
): void {
  if (found === undefined || expected === undefined) assert.equal(found, expected, context);
  else
    assert.ok(Math.abs(found - expected) <= magnitude * 1e-9, `${context}: ${found}, expected ${expected}`);
}
