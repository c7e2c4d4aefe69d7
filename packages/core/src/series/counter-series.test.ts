import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Interval } from '../time/interval.js';
import {
  type Arrival,
  arrivalsOf,
  randomHistory,
  randomInterval,
  randomTime,
  retained,
} from '../testing/arrivals.js';
import { SeededRandom } from '../testing/random.js';
import { type Growth, slowAmount, slowCount, slowSteps } from '../testing/slow-counter.js';
import type { CounterOptions } from './counter-step.js';
import { CounterSeries } from './counter-series.js';

const good = 0;
const bad = 2;

test('growth belongs to the moment of the reading that shows it', () => {
  const series = filled({}, [100, 5], [200, 8], [300, 12]);
  assert.equal(series.count({ from: 100, to: 301 }), 7);
  assert.equal(series.count({ from: 200, to: 300 }), 3);
  assert.equal(series.count({ from: 201, to: 300 }), 0);
  assert.deepEqual(
    [0, 1, 2].map((index) => series.totalAt(index)),
    [0, 3, 7],
  );
});

test('amount() lets the counter grow evenly between readings', () => {
  const series = filled({}, [100, 5], [200, 8], [300, 12]);
  assert.equal(series.amount({ from: 150, to: 250 }), 3.5);
  assert.equal(series.amount({ from: 0, to: 1000 }), 7);
});

test('a count without a reading at or before the end has no basis', () => {
  const series = filled({}, [100, 5]);
  assert.equal(series.count({ from: 0, to: 99 }), undefined);
  assert.equal(series.amount({ from: 0, to: 99 }), undefined);
  assert.equal(series.count({ from: 0, to: 100 }), 0);
  assert.equal(filled({}).count({ from: 0, to: 100 }), undefined);
});

test('a counter of six digits rolls over', () => {
  const series = filled({ modulus: 1_000_000 }, [0, 999_990], [1000, 15]);
  assert.equal(series.count({ from: 0, to: 2000 }), 25);
  assert.equal(series.rollOvers, 1);
});

test('a fall that is no believable roll-over is a reset: the new reading is the growth', () => {
  const tooEarly = filled({ modulus: 1000 }, [0, 400], [1000, 15]);
  assert.equal(tooEarly.count({ from: 0, to: 2000 }), 15);
  assert.equal(tooEarly.resets, 1);
  const tooFast = filled({ modulus: 1000, maximumRate: 10 }, [0, 985], [1000, 15]);
  assert.equal(tooFast.count({ from: 0, to: 2000 }), 15);
  const believable = filled({ modulus: 1000, maximumRate: 10 }, [0, 995], [1000, 5]);
  assert.equal(believable.count({ from: 0, to: 2000 }), 10);
  assert.equal(believable.rollOvers, 1);
  assert.equal(filled({}, [0, 400], [1000, 15]).resets, 1);
});

test('growth above the maximum rate is a jump and adds nothing', () => {
  const series = filled({ maximumRate: 10 }, [0, 0], [1000, 12], [2000, 5000], [3000, 5001]);
  assert.equal(series.count({ from: 0, to: 4000 }), 13);
  assert.equal(series.jumps, 1);
});

test('the growth across a gap is known from the readings on both sides', () => {
  const series = filled({}, [0, 10], [100, 20]);
  series.append(200, 0, bad);
  series.append(400, 50, good);
  assert.equal(series.count({ from: 0, to: 500 }), 40);
  assert.equal(series.amount({ from: 100, to: 250 }), 15);
  assert.equal(series.readingAt(2), undefined);
  assert.equal(series.totalAt(2), 10);
  assert.equal(series.covered({ from: 0, to: 500 }), 300);
});

test('a late reading turns a reset into what it was', () => {
  const series = filled({ modulus: 100 }, [0, 10], [200, 5], [300, 6]);
  assert.equal(series.resets, 1);
  assert.equal(series.count({ from: 0, to: 400 }), 6);
  series.append(100, 90, good);
  assert.equal(series.resets, 0);
  assert.equal(series.rollOvers, 1);
  assert.equal(series.count({ from: 0, to: 400 }), 96);
});

test('increments add up, the first one too; a negative one is a correction, counted and not added', () => {
  const series = filled({ counting: 'increment' }, [100, 5], [200, -2], [300, 3]);
  assert.equal(series.count({ from: 100, to: 301 }), 8);
  assert.equal(series.count({ from: 101, to: 301 }), 3);
  assert.equal(series.jumps, 1);
  assert.deepEqual(
    [0, 1, 2].map((index) => series.totalAt(index)),
    [5, 5, 8],
  );
});

test('blockMaximum() finds the highest demand in aligned blocks inside the interval', () => {
  const series = filled({}, [0, 0], [900, 10], [1800, 40], [2700, 45]);
  assert.deepEqual(series.blockMaximum({ from: 0, to: 2700 }, 900), { from: 900, to: 1800, amount: 30 });
  assert.deepEqual(series.blockMaximum({ from: 901, to: 2700 }, 900), { from: 1800, to: 2700, amount: 5 });
  assert.equal(series.blockMaximum({ from: 901, to: 2600 }, 900), undefined);
});

test('blockMaximum() leaves out blocks that touch a gap', () => {
  const series = filled({}, [0, 0], [900, 10]);
  series.append(1000, 0, bad);
  series.append(3000, 400, good);
  series.append(3600, 405, good);
  series.append(4500, 411, good);
  assert.deepEqual(series.blockMaximum({ from: 0, to: 4500 }, 900), { from: 0, to: 900, amount: 10 });
});

test('readings and options that make no sense are refused', () => {
  assert.throws(() => new CounterSeries().append(0, NaN, good), /invalid reading: NaN/);
  assert.throws(() => new CounterSeries().append(NaN, 1, good), /invalid time: NaN/);
  assert.throws(() => new CounterSeries({ modulus: 0 }), /invalid modulus: 0/);
  assert.throws(() => new CounterSeries({ maximumRate: -1 }), /invalid maximumRate: -1/);
  assert.throws(() => new CounterSeries().blockMaximum({ from: 0, to: 1 }, 0), /invalid block length: 0/);
});

for (let group = 0; group < 10; group++) {
  const seeds = { first: group * 120 + 1, last: group * 120 + 120 };
  test(`random counters give the slow obvious answers, seeds ${seeds.first} to ${seeds.last}`, () => {
    for (let seed = seeds.first; seed <= seeds.last; seed++) checkCounter(seed);
  });
}

function filled(
  options: CounterOptions,
  ...readings: readonly [time: number, reading: number][]
): CounterSeries {
  const series = new CounterSeries(options);
  for (const [time, reading] of readings) series.append(time, reading, good);
  return series;
}

function checkCounter(seed: number): void {
  const random = new SeededRandom(seed);
  const modulus = random.pick([undefined, 100, 10_000]);
  const counting = random.pick(['total', 'total', 'increment'] as const);
  const options: CounterOptions = { modulus, counting, maximumRate: random.pick([undefined, 50, 5000]) };
  let reading = random.whole(50);
  const value = (): number => {
    if (counting === 'increment') return random.pick([random.whole(9), random.next() * 3, -1]);
    reading += random.pick([0, 1, random.whole(30), random.next() * 5, 700]);
    if (random.next() < 0.03) reading = random.whole(20);
    if (modulus !== undefined) reading %= modulus;
    return reading;
  };
  let history = randomHistory(random, random.pick([3, 30, 500]), value);
  const series = new CounterSeries(options);
  for (const arrival of arrivalsOf(random, history)) append(series, arrival);
  assert.equal(series.length, history.length, `seed ${seed}`);
  checkWindows(random, series, history, options, seed);
  const steps = slowSteps(history, options);
  assert.deepEqual(
    { rollOver: series.rollOvers, reset: series.resets, jump: series.jumps },
    { rollOver: steps.rollOver, reset: steps.reset, jump: steps.jump },
    `seed ${seed}`,
  );

  for (let count = Math.min(3, history.length); count > 0; count--) {
    const index = random.whole(history.length);
    history[index] = { time: history[index].time, value: value(), quality: random.whole(3) };
    append(series, history[index]);
  }
  if (history.length > 0) {
    const limits = random.pick([{ maximumAge: random.whole(100_000) }, { maximumCount: random.whole(300) }]);
    const now = history[history.length - 1].time + random.whole(50);
    const kept = retained(history, limits, now);
    assert.equal(series.retain(limits, now), history.length - kept.length, `seed ${seed}`);
    history = kept;
    for (let count = 0; count < 3; count++) {
      const late = { time: randomTime(random, history), value: value(), quality: random.pick([0, 2]) };
      if (late.time < history[0].time) continue;
      history = [...history.filter(({ time }) => time !== late.time), late].sort((a, b) => a.time - b.time);
      append(series, late);
    }
  }
  checkWindows(random, series, history, options, seed);
  const { revision } = series;
  for (const arrival of arrivalsOf(random, history)) append(series, arrival);
  assert.equal(series.revision, revision, `seed ${seed}: applied twice`);
}

function append(series: CounterSeries, { time, value, quality }: Arrival<number>): boolean {
  return series.append(time, value, quality);
}

function checkWindows(
  random: SeededRandom,
  series: CounterSeries,
  history: readonly Arrival<number>[],
  options: CounterOptions,
  seed: number,
): void {
  const { growths } = slowSteps(history, options);
  for (let count = 0; count < 6; count++) {
    const interval = randomInterval(random, history);
    const context = `seed ${seed}, ${interval.from} to ${interval.to}`;
    const basis = growths.length > 0 && growths[0].time <= interval.to;
    assertClose(series.count(interval), basis ? slowCount(growths, interval) : undefined, context);
    assertClose(series.amount(interval), basis ? slowAmount(growths, interval) : undefined, context);
    const middle = interval.from + random.whole(interval.to - interval.from + 1);
    const parts = [
      { from: interval.from, to: middle },
      { from: middle, to: interval.to },
    ];
    for (const figure of ['count', 'amount'] as const) {
      const sum = parts.reduce((total, part) => total + (series[figure](part) ?? 0), 0);
      assertClose(series[figure](interval) ?? 0, sum, `${context}, ${figure} in two parts`);
    }
    const blockLength = 1 + random.whole(20_000);
    const maximum = series.blockMaximum(interval, blockLength);
    assertClose(maximum?.amount, slowBlockMaximum(series, growths, interval, blockLength), context);
  }
  for (let index = 0; index < history.length; index += 29) {
    const sum = growths.reduce(
      (total, { time, growth }) => (time <= history[index].time ? total + growth : total),
      0,
    );
    assertClose(series.totalAt(index), sum, `seed ${seed}, total at ${index}`);
  }
}

function slowBlockMaximum(
  series: CounterSeries,
  growths: readonly Growth[],
  interval: Interval,
  blockLength: number,
): number | undefined {
  let maximum: number | undefined;
  if (growths.length === 0) return undefined;
  for (let from = 0, block = Math.ceil(interval.from / blockLength); ; block++) {
    from = block * blockLength;
    const to = from + blockLength;
    if (to > interval.to) return maximum;
    if (to < growths[0].time) continue;
    const known = { from: Math.min(Math.max(from, growths[0].time), to), to };
    if (series.covered(known) < to - known.from) continue;
    maximum = Math.max(maximum ?? 0, slowAmount(growths, { from, to }));
  }
}

function assertClose(found: number | undefined, expected: number | undefined, context: string): void {
  if (found === undefined || expected === undefined) assert.equal(found, expected, context);
  else assert.ok(Math.abs(found - expected) <= 1e-6, `${context}: ${found}, expected ${expected}`);
}
