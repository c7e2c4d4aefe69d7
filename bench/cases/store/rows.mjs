import { CounterSeries, NumberSeries, StateSeries, TextSeries } from '@twinfloor/core';
import { random } from '../../harness/random.mjs';

const second = 1000;
const start = Date.UTC(2026, 0, 5);
const words = [
  'ACTIVE',
  'SETUP',
  'READY',
  'WAIT',
  'BLOCKED',
  'FAULT',
  'SERVICE',
  'PAUSE',
  'OFF',
  'UNAVAILABLE',
];

/** For each kind: a new series, how an observation goes in, and the question that costs most. */
const kinds = {
  state: {
    make: () => new StateSeries(),
    put: (series, time, value) => series.append(time, value % 9, words[value % 9], 0),
    ask: (series, interval, target) => series.timePerState(interval, target)[0],
    target: () => new Float64Array(10),
  },
  counter: {
    make: () => new CounterSeries(),
    put: (series, time, value, index) => series.append(time, index * 3 + value, 0),
    ask: (series, interval) => series.count(interval),
  },
  number: {
    make: () => new NumberSeries(),
    put: (series, time, value) => series.append(time, value, 0),
    ask: (series, interval) => series.mean(interval) + series.minimum(interval) + series.maximum(interval),
  },
  text: {
    make: () => new TextSeries(),
    put: (series, time, value) => series.append(time, words[value % 9], 0),
    ask: (series, interval) => series.at(interval.from).time,
  },
};

/** Small whole numbers, the same for all kinds. */
function makeValues(count) {
  const next = random(4);
  return Uint8Array.from({ length: Math.min(count, 65_536) }, () => next() * 256);
}

function fill({ make, put }, count, values) {
  const series = make();
  for (let index = 0; index < count; index++)
    put(series, start + index * second, values[index & 65_535], index);
  return series;
}

/** Two bare columns, doubled when full: what storing costs at the least. */
const bare = {
  make: () => ({ times: new Float64Array(16), values: new Float64Array(16), length: 0 }),
  put(series, time, value) {
    const end = series.length++;
    if (end === series.times.length) {
      series.times = doubled(series.times);
      series.values = doubled(series.values);
    }
    series.times[end] = time;
    series.values[end] = value;
  },
};

function doubled(column) {
  const larger = new Float64Array(column.length * 2);
  larger.set(column);
  return larger;
}

function append({ peer, count }) {
  const kind = kinds[peer] ?? bare;
  const values = makeValues(count);
  return {
    warm: 4,
    calls: 7,
    run: () => ({ length: fill(kind, count, values).length }),
    figures(ms) {
      const { bytes } = fill(kind, count, values);
      return { millionPerSecond: count / ms / 1000, bytesPerObservation: bytes && bytes / count };
    },
  };
}

/** Windows of every length that end anywhere, as a page asks that is panned and zoomed. */
function windows(count, asked) {
  const next = random(5);
  const whole = count * second;
  return Array.from({ length: asked }, () => {
    const length = whole * 10 ** (-3 * next());
    const from = start + Math.floor(next() * (whole - length)) + 0.5;
    return { from, to: from + Math.floor(length) };
  });
}

/** A question without prefix sums: reads every observation in the window. */
function scanState(times, values, { from, to }, target) {
  target.fill(0);
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] <= from) low = middle + 1;
    else high = middle;
  }
  let since = from;
  let index = low;
  for (; index < times.length && times[index] < to; index++) {
    target[values[(index - 1) & 65_535] % 9] += times[index] - since;
    since = times[index];
  }
  target[values[(index - 1) & 65_535] % 9] += to - since;
  return target[0];
}

/** `peer` is the number of observations, after `scan, ` for reading them all. */
function query({ peer, asked, of }) {
  const count = Number(peer.replace(/\D/g, ''));
  const values = makeValues(count);
  const list = windows(count, asked);
  const target = new Float64Array(10);
  const question = peer.startsWith('scan')
    ? scanning(count, values, target)
    : asking(kinds[of], count, values);
  return {
    warm: 5,
    calls: 9,
    run() {
      let sum = 0;
      for (const interval of list) sum += question(interval);
      return { sum };
    },
    figures: (ms) => ({ usPerQuestion: (ms * 1000) / asked }),
  };
}

function scanning(count, values, target) {
  const times = Float64Array.from({ length: count }, (_, index) => start + index * second);
  return (interval) => scanState(times, values, interval, target);
}

function asking(kind, count, values) {
  const series = fill(kind, count, values);
  const target = kind.target?.();
  return (interval) => kind.ask(series, interval, target);
}

export const prepare = (row) => (row.asked ? query(row) : append(row));
