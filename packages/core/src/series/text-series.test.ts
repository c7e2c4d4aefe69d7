import assert from 'node:assert/strict';
import { test } from 'node:test';
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
import { TextSeries } from './text-series.js';

test('a text holds until the next observation', () => {
  const series = new TextSeries();
  series.append(100, 'O0017', 0);
  series.append(200, 'O0018', 1);
  assert.equal(series.at(99), undefined);
  assert.deepEqual(series.at(199), { text: 'O0017', time: 100, quality: 'good' });
  assert.deepEqual(series.at(200), { text: 'O0018', time: 200, quality: 'uncertain' });
  assert.equal(series.textAt(1), 'O0018');
});

test('segments() has no holes and merges equal neighbours', () => {
  const series = new TextSeries();
  series.append(100, 'A', 0);
  series.append(150, 'A', 0);
  series.append(200, 'B', 0);
  assert.deepEqual(series.segments({ from: 0, to: 300 }), [
    { from: 0, to: 100, text: '', quality: 'bad' },
    { from: 100, to: 200, text: 'A', quality: 'good' },
    { from: 200, to: 300, text: 'B', quality: 'good' },
  ]);
  assert.deepEqual(series.segments({ from: 100, to: 100 }), []);
});

test('time for which the source said nothing belongs to no text', () => {
  const series = new TextSeries();
  series.append(100, 'A', 0);
  series.append(200, '', 2);
  series.append(300, 'UNAVAILABLE', 2);
  assert.deepEqual(
    series.timePerText({ from: 0, to: 400 }),
    new Map([
      ['A', 100],
      ['UNAVAILABLE', 100],
    ]),
  );
  assert.equal(series.covered({ from: 0, to: 400 }), 100);
});

test('words that retention has dropped are forgotten and the others stay what they are', () => {
  const series = new TextSeries();
  for (let index = 0; index < 5000; index++) series.append(index, `order ${index}`, 0);
  series.retain({ maximumCount: 10 }, 0);
  series.append(5000, 'order 4999', 0);
  assert.equal(series.textAt(0), 'order 4990');
  assert.deepEqual([...series.timePerText({ from: 4998, to: 5002 }).keys()], ['order 4998', 'order 4999']);
});

for (let group = 0; group < 10; group++) {
  const seeds = { first: group * 110 + 1, last: group * 110 + 110 };
  test(`random texts give the slow obvious answers, seeds ${seeds.first} to ${seeds.last}`, () => {
    for (let seed = seeds.first; seed <= seeds.last; seed++) checkTexts(seed);
  });
}

function checkTexts(seed: number): void {
  const random = new SeededRandom(seed);
  const words = ['', 'A', 'B', 'C'];
  let history = randomHistory(random, random.pick([3, 30, 500]), () => random.pick(words));
  const series = new TextSeries();
  for (const arrival of arrivalsOf(random, history)) append(series, arrival);
  checkWindows(random, series, history, seed);
  if (history.length > 0) {
    const limits = random.pick([{ maximumAge: random.whole(100_000) }, { maximumCount: random.whole(300) }]);
    const now = history[history.length - 1].time;
    const kept = retained(history, limits, now);
    assert.equal(series.retain(limits, now), history.length - kept.length, `seed ${seed}`);
    history = kept;
    const late = { time: randomTime(random, history), value: random.pick(words), quality: 0 };
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

function append(series: TextSeries, { time, value, quality }: Arrival<string>): boolean {
  return series.append(time, value, quality);
}

function checkWindows(
  random: SeededRandom,
  series: TextSeries,
  history: readonly Arrival<string>[],
  seed: number,
): void {
  assert.equal(series.length, history.length, `seed ${seed}`);
  for (let count = 0; count < 5; count++) {
    const interval = randomInterval(random, history);
    const context = `seed ${seed}, ${interval.from} to ${interval.to}`;
    const parts = stretches(history, interval);
    const expected = new Map<string, number>();
    for (const { from, to, arrival } of parts) {
      if (!arrival || (arrival.quality === 2 && arrival.value === '')) continue;
      expected.set(arrival.value, (expected.get(arrival.value) ?? 0) + to - from);
    }
    assert.deepEqual(series.timePerText(interval), expected, context);
    assert.equal(series.covered(interval), coveredIn(parts), context);
  }
}
