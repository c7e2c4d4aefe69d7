import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { SeededRandom } from '../../testing/random.js';
import { trendToLimit, type TrendOptions } from './trend-to-limit.js';

const hour = 3_600_000;
const hours = (...values: number[]) => values.map((value) => value * hour);
const inHours = (time: number | undefined) => time !== undefined && Number((time / hour).toFixed(6));
/** Lets a few readings speak. */
const few: TrendOptions = { minimumCount: 3, maximumHorizon: 10 };

test('2.0 to 2.8 in four hours reaches 4.5 after 8.5 more', () => {
  const trend = trendToLimit(hours(0, 1, 2, 3, 4), [2, 2.2, 2.4, 2.6, 2.8], 4.5, few);
  assert.equal(inHours(trend.value), 8.5);
  assert.equal(inHours(trend.crossing), 12.5);
  assert.deepEqual([inHours(trend.interval?.low), inHours(trend.interval?.high)], [8.5, 8.5]);
  assert.deepEqual(trend.warnings, []);
  assert.equal(trend.bounds, undefined);
  const { level, slopePerDay, determination, ...rest } = trend.inputs;
  assert.deepEqual(
    [level?.toFixed(9), slopePerDay?.toFixed(9), determination?.toFixed(9)],
    ['2.800000000', '4.800000000', '1.000000000'],
  );
  assert.deepEqual(rest, {
    shape: 'linear',
    limit: 4.5,
    count: 5,
    from: 0,
    to: 4 * hour,
    confidence: 0.95,
  });
});

test('1·e^(0.1 t) reaches e at t = 10, whatever healthy level it stands on', () => {
  const times = [0, 1, 2, 3, 4, 5];
  for (const healthyLevel of [0, 7, -3]) {
    const readings = times.map((t) => healthyLevel + Math.exp(0.1 * t));
    const trend = trendToLimit(hours(...times), readings, healthyLevel + Math.E, {
      ...few,
      shape: 'exponential',
      healthyLevel,
    });
    assert.equal(inHours(trend.crossing), 10);
    assert.equal(inHours(trend.value), 5);
    assert.equal(trend.inputs.level?.toFixed(9), (healthyLevel + Math.exp(0.5)).toFixed(9));
    assert.equal(trend.inputs.slopePerDay?.toFixed(9), '2.400000000');
  }
});

test('the remaining time counts from the moment that is given', () => {
  const trend = trendToLimit(hours(0, 1, 2, 3, 4), [2, 2.2, 2.4, 2.6, 2.8], 4.5, { ...few, now: 6 * hour });
  assert.deepEqual([inHours(trend.value), inHours(trend.crossing)], [6.5, 12.5]);
});

test('the interval is where the confidence band of the fitted line meets the limit', () => {
  const times = [0, 1, 2, 3, 4, 5, 6, 7];
  const readings = [1.1, 1.9, 3.2, 3.9, 5.1, 5.8, 7.2, 7.9];
  const trend = trendToLimit(hours(...times), readings, 12);
  // Slow oracle: mean line and its standard error by hand; t of 6 degrees of freedom for 95 % is 2.446912.
  const meanTime = 3.5;
  const meanReading = readings.reduce((sum, reading) => sum + reading, 0) / 8;
  const sxx = times.reduce((sum, t) => sum + (t - meanTime) ** 2, 0);
  const slope = times.reduce((sum, t, i) => sum + (t - meanTime) * (readings[i] - meanReading), 0) / sxx;
  const fitted = (t: number) => meanReading + slope * (t - meanTime);
  const scatter = Math.sqrt(times.reduce((sum, t, i) => sum + (readings[i] - fitted(t)) ** 2, 0) / 6);
  const band = (t: number) => 2.446912 * scatter * Math.sqrt(1 / 8 + (t - meanTime) ** 2 / sxx);
  const low = (trend.interval?.low ?? NaN) / hour + 7;
  const high = (trend.interval?.high ?? NaN) / hour + 7;
  assert.ok(Math.abs(fitted(low) + band(low) - 12) < 1e-5, `${low}`);
  assert.ok(Math.abs(fitted(high) - band(high) - 12) < 1e-5, `${high}`);
  assert.ok(Math.abs(fitted((trend.crossing ?? NaN) / hour) - 12) < 1e-9);
});

test('it gives no answer, and says why, where one would be poor', () => {
  const eight = hours(0, 1, 2, 3, 4, 5, 6, 7);
  const rising = [1, 2, 3, 4, 5, 6, 7, 8];
  const why = (readings: number[], limit: number, options?: TrendOptions) => {
    const { value, crossing, interval, warnings } = trendToLimit(
      eight.slice(0, readings.length),
      readings,
      limit,
      options,
    );
    assert.deepEqual([value, crossing, interval], [undefined, undefined, undefined]);
    return warnings.map(({ key }) => key).join();
  };
  assert.equal(why(rising.slice(1), 9), 'tooFewReadings');
  assert.equal(why([], 9), 'tooFewReadings');
  assert.equal(why([1, 2], 9, { minimumCount: 0 }), 'tooFewReadings');
  assert.equal(why(rising, 23), 'horizonTooFar');
  assert.equal(why([...rising].reverse(), 9), 'noTrend');
  assert.equal(why([5, 5, 5, 5, 5, 5, 5, 5], 9), 'noTrend');
  assert.equal(why([1, 5, 2, 4, 3, 5, 2, 4], 9), 'noTrend');
  assert.equal(why([1, 2, 3, 4, 5, 4, 8, 8], 9, { minimumDetermination: 0.95 }), 'weakTrend');
  assert.equal(
    why(rising, 1, { shape: 'exponential', healthyLevel: 1 }),
    'readingsLeftOut,limitNotAboveHealthyLevel',
  );
  assert.notEqual(trendToLimit(eight, rising, 21.9).value, undefined);
});

test('readings not above the healthy level have no logarithm: they are left out, and it says how many', () => {
  const growing = [1, 2, 4, 8, 16, 32, 64, 128];
  const options: TrendOptions = { shape: 'exponential' };
  const times = growing.map((_, index) => index * hour);
  const whole = trendToLimit(times, growing, 512, options);
  const holed = trendToLimit([-hour, ...times, 8 * hour], [0, ...growing, -3], 512, options);
  assert.equal(inHours(whole.value), 2);
  assert.deepEqual([holed.value, holed.inputs], [whole.value, whole.inputs]);
  assert.deepEqual(holed.warnings, [{ key: 'readingsLeftOut', subjects: ['2'] }]);
  const none = trendToLimit(times, growing, 512, { ...options, healthyLevel: 200 });
  assert.deepEqual(
    none.warnings.map(({ key }) => key),
    ['readingsLeftOut', 'tooFewReadings'],
  );
});

test('readings that stand still have a level and a slope of 0', () => {
  const { inputs } = trendToLimit(hours(0, 1, 2, 3, 4, 5, 6, 7), [5, 5, 5, 5, 5, 5, 5, 5], 9);
  assert.deepEqual([inputs.level, inputs.slopePerDay], [5, 0]);
});

test('readings of one moment are too few for a trend', () => {
  const trend = trendToLimit(hours(1, 1, 1, 1, 1, 1, 1, 1), [1, 2, 3, 4, 5, 6, 7, 8], 9);
  assert.deepEqual([trend.value, trend.warnings[0].key], [undefined, 'tooFewReadings']);
});

test('beyond the limit nothing remains', () => {
  const trend = trendToLimit(hours(0, 1, 2, 3, 4, 5, 6, 7), [1, 2, 3, 4, 5, 6, 7, 8], 7.5);
  assert.deepEqual(
    [trend.value, trend.interval, trend.warnings],
    [0, { low: 0, high: 0 }, [{ key: 'limitReached', subjects: [] }]],
  );
});

test('trendToLimit() names what it refuses', () => {
  assert.throws(() => trendToLimit([1], [], 1), /invalid times: 1, allowed: as many as readings, 0/);
  assert.throws(() => trendToLimit([1], [NaN], 1), /invalid reading: NaN at 1, allowed: finite numbers/);
  assert.throws(() => trendToLimit([], [], Infinity), /invalid limit: Infinity/);
  assert.throws(
    () => trendToLimit([], [], 1, { confidence: 95 }),
    /invalid confidence: 95, allowed: above 0 and below 1/,
  );
});

const seed = 841;
test(`an interval of 90 % holds the true crossing in 90 % of 1000 cases, seed ${seed}`, () => {
  const random = new SeededRandom(seed);
  const times = Array.from({ length: 20 }, (_, index) => index * hour);
  let held = 0;
  for (let run = 0; run < 1000; run++) {
    const readings = times.map((time) => 2 + (0.1 * time) / hour + 0.4 * normal(random));
    const { interval } = trendToLimit(times, readings, 5, {
      confidence: 0.9,
      minimumDetermination: 0,
      maximumHorizon: Infinity,
      minimumCount: 3,
    });
    // The true crossing is at 30 h, 11 h after the last reading.
    if (interval && interval.low <= 11 * hour && 11 * hour <= interval.high) held++;
  }
  // A standard error is 0.95 %.
  assert.ok(held > 870 && held < 930, `${held}`);
});

/** Box and Muller. */
function normal(random: SeededRandom): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
