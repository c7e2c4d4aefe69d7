import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { qualityCode } from '../../model/quality.js';
import { stateCode } from '../../model/equipment-state.js';
import { NumberSeries } from '../../series/number-series.js';
import { StateSeries } from '../../series/state-series.js';
import { defaultCusumSettings } from './cusum-detector.js';
import { type DepartureOptions, departureAlarms } from './departures.js';
import { healthyReference, readingsDuring } from './healthy-reference.js';
import { robustZSettings } from './robust-z.js';
import { stateIntervals } from './state-intervals.js';

/** A reading each 10 ms. */
function seriesOf(...readings: number[]): NumberSeries {
  const series = new NumberSeries();
  readings.forEach((reading, index) => series.append(index * 10, reading, qualityCode.good));
  return series;
}

const all = [{ from: 0, to: 1e6 }];
const spans = (options: DepartureOptions, ...readings: number[]) =>
  departureAlarms(seriesOf(...readings), all, { center: 0, deviation: 1 }, robustZSettings, options).map(
    ({ from, to, direction, count }) => [from, to, direction, count],
  );

test('readings that signal one after the other are one alarm; a quiet reading or the other side ends it', () => {
  assert.deepEqual(spans({}, 0, 4, 5, 0, 4, -4), [
    [10, 20, 1, 2],
    [40, 40, 1, 1],
    [50, 50, -1, 1],
  ]);
});

test('signals of one side with less than the quiet time between them are one alarm', () => {
  assert.deepEqual(spans({ quietTime: 31 }, 4, 0, 0, 4, 0, 0, 0, 4), [
    [0, 30, 1, 2],
    [70, 70, 1, 1],
  ]);
});

test('an alarm waits until k of n readings signal', () => {
  assert.deepEqual(spans({ debounce: { points: 2, of: 3 } }, 4, 0, 0, 4, 0, 4, 4, 0, 0, 0), [[50, 60, 1, 2]]);
});

test('an alarm of CUSUM says when the departure began', () => {
  const level = { center: 0, deviation: 1 };
  const [alarm, ...others] = departureAlarms(seriesOf(0, 0, 3, 3, 3, 3), all, level, defaultCusumSettings);
  assert.deepEqual(alarm, { from: 40, to: 50, onset: 20, direction: 1, score: 2, count: 2 });
  assert.deepEqual(others, []);
  assert.deepEqual(departureAlarms(undefined, all, level, defaultCusumSettings), []);
  assert.throws(
    () => departureAlarms(undefined, all, level, defaultCusumSettings, { quietTime: -1 }),
    /invalid quietTime: -1/,
  );
});

test('only readings observed while the machine ran are taken, for the reference and for the alarms', () => {
  const states = new StateSeries();
  states.append(0, stateCode.running, '', qualityCode.good);
  states.append(20, stateCode.idle, '', qualityCode.good);
  states.append(40, stateCode.running, 'AUTO', qualityCode.good);
  states.append(50, stateCode.running, 'MANUAL', qualityCode.good);
  const running = stateIntervals(states, { from: 0, to: 100 }, ['running'], 70);
  assert.deepEqual(running, [
    { from: 0, to: 20 },
    { from: 40, to: 70 },
  ]);
  const readings = seriesOf(10, 11, 0, 0, 12, 30, 11, 99);
  assert.deepEqual(readingsDuring(readings, running), [10, 11, 12, 30, 11]);
  const alarms = departureAlarms(readings, running, { center: 11, deviation: 1 }, robustZSettings);
  assert.deepEqual(
    alarms.map(({ from }) => from),
    [50],
  );
  assert.deepEqual(stateIntervals(undefined, { from: 0, to: 9 }, ['running']), []);
});

test('a reading that began before an interval belongs to the time in which it was observed', () => {
  assert.deepEqual(readingsDuring(seriesOf(1, 2, 3), [{ from: 5, to: 20 }]), [2]);
  const series = seriesOf(1, 2);
  series.append(20, 0, qualityCode.bad);
  assert.deepEqual(readingsDuring(series, [{ from: -5, to: 90 }]), [1, 2]);
});

test('the reference of a healthy period has mean and deviation, and median and MAD that a wild reading leaves alone', () => {
  assert.deepEqual(healthyReference([1, 2, 3, 4, 100]), {
    count: 5,
    mean: 22,
    deviation: Math.sqrt((441 + 400 + 361 + 324 + 6084) / 4),
    median: 3,
    robustDeviation: 1.4826,
  });
  assert.equal(healthyReference([1]), undefined);
});
