import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qualityCode } from '../../model/quality.js';
import { CounterSeries } from '../../series/counter-series.js';
import { NumberSeries } from '../../series/number-series.js';
import { SeededRandom } from '../../testing/random.js';
import { demandForecast } from './demand-forecast.js';
import { demand } from './demand.js';
import { energy, type EnergyRecord } from './energy.js';

const minute = 60_000;
const hour = 60 * minute;

/** A register that is read at some minutes; a reading of `undefined` is a gap that begins. */
function counter(...rows: [minutes: number, kilowattHours: number | undefined][]): EnergyRecord {
  const series = new CounterSeries();
  for (const [at, reading] of rows) {
    series.append(at * minute, reading ?? 0, reading === undefined ? qualityCode.bad : qualityCode.good);
  }
  return { counter: series, power: undefined };
}

function power(...rows: [minutes: number, kilowatts: number | undefined][]): EnergyRecord {
  const series = new NumberSeries();
  for (const [at, value] of rows) {
    series.append(at * minute, value ?? 0, value === undefined ? qualityCode.bad : qualityCode.good);
  }
  return { counter: undefined, power: series };
}

const inMinutes = (one: { from: number; to: number } | undefined) =>
  one && [one.from / minute, one.to / minute];
const oneHour = { from: 0, to: hour };

test('demand() is the largest mean power of a quarter of an hour, with its window, load factor and base load', () => {
  const found = demand([counter([0, 0], [15, 10], [30, 30], [45, 35], [60, 40])], oneHour);
  assert.equal(found.value, 80);
  assert.deepEqual(inMinutes(found.at), [15, 30]);
  assert.equal(found.averagePower, 40);
  assert.equal(found.loadFactor, 0.5);
  // Sorted 20, 20, 40, 80.
  assert.equal(found.baseLoad, 20);
  assert.deepEqual(found.bounds, { low: 80, high: 80 });
  assert.equal(found.coverage, 1);
  assert.deepEqual(
    found.profile.map((one) => one.power),
    [40, 80, 20, 20],
  );
  assert.deepEqual(found.inputs, {
    window: 15 * minute,
    step: 15 * minute,
    windows: 4,
    measured: 4,
    estimated: 0,
  });
});

test('demand() with a step slides its window, and finds a peak that no block shows', () => {
  const record = power([0, 0], [10, 60], [20, 0]);
  assert.equal(demand([record], oneHour).value, 20);
  const sliding = demand([record], oneHour, { window: 15 * minute, step: 5 * minute });
  assert.equal(sliding.value, 40);
  assert.deepEqual(inMinutes(sliding.at), [5, 20]);
  assert.equal(sliding.profile.length, 10);
  assert.equal(sliding.averagePower, 10);
});

test('demand() adds up what several meters say window by window, since their peaks need not fall together', () => {
  const found = demand([power([0, 100], [15, 0]), power([0, 0], [15, 80])], { from: 0, to: 30 * minute });
  assert.equal(found.value, 100);
  assert.deepEqual(
    found.profile.map((one) => one.power),
    [100, 80],
  );
});

test('demand() has no maximum where a window that was measured in part took more already than all others', () => {
  const record = { ...power([0, 10], [15, 80], [25, undefined], [30, 10]), ratedPower: 100 };
  const found = demand([record], oneHour);
  assert.equal(found.value, undefined);
  assert.equal(found.at, undefined);
  assert.equal(found.loadFactor, undefined);
  // 80 kW for ten of the fifteen minutes, and anything up to the rated power for the others.
  assert.equal(found.bounds?.low.toFixed(6), (80 * (10 / 15)).toFixed(6));
  assert.deepEqual(found.warnings, [{ key: 'maximumNotMeasured', subjects: [] }]);
});

test('demand() leaves out a window in which a part was not measured, and bounds it by the rated power', () => {
  const parts = [
    { ...power([0, 100]), ratedPower: 150 },
    { ...power([0, 10], [20, undefined], [26, 10]), ratedPower: 40 },
  ];
  const found = demand(parts, oneHour);
  assert.deepEqual(
    found.profile.map((one) => one.power),
    [110, undefined, 110, 110],
  );
  // 10 kW for nine of the fifteen minutes, and anything from 0 to 40 for the others.
  assert.deepEqual(found.profile[1].bounds, { low: 106, high: 122 });
  assert.deepEqual(found.bounds, { low: 110, high: 122 });
  assert.equal(found.coverage, 0.75);
  assert.equal(demand([parts[0], power([0, 10], [20, undefined])], oneHour).bounds, undefined);
});

test('demand() has no window inside a gap of a counter, whatever it grew by meanwhile', () => {
  const record = counter([0, 0], [15, 5], [20, undefined], [45, 200], [60, 205]);
  const found = demand([record], oneHour);
  assert.equal(found.value, 20);
  assert.deepEqual(
    found.profile.map((one) => one.power),
    [20, undefined, undefined, 20],
  );
});

test('demand() makes no peak of the growth since the last reading but one, and says that it is shared out', () => {
  // Nothing was read at 15, 30 and 45: the first window after them would have 320 kW if it got all of it.
  const found = demand([counter([0, 0], [60, 80], [75, 85])], { from: 0, to: 75 * minute });
  assert.deepEqual(
    found.profile.map((one) => [one.power, one.isEstimated]),
    [
      [80, true],
      [80, true],
      [80, true],
      [80, true],
      [20, false],
    ],
  );
  assert.equal(found.coverage, 0.2);
  assert.equal(found.bounds, undefined);
  assert.deepEqual(found.warnings, [{ key: 'estimatedDemand', subjects: ['4'] }]);
});

test('demand() knows nothing before the first reading of a counter, after its last one, and of no meter', () => {
  const found = demand([counter([15, 0], [30, 10])], oneHour);
  assert.deepEqual(
    found.profile.map((one) => one.power),
    [undefined, 40, undefined, undefined],
  );
  const none = demand([], oneHour);
  assert.deepEqual(
    [none.value, none.bounds, none.coverage, none.loadFactor],
    [undefined, undefined, 0, undefined],
  );
  assert.equal(demand([power([0, 1])], { from: 0, to: 14 * minute }).coverage, undefined);
});

test('demand() does not count what a silent source said last', () => {
  const found = demand([{ ...power([0, 30]), powerKnownUntil: 40 * minute }], oneHour);
  assert.deepEqual(
    found.profile.map((one) => one.power),
    [30, 30, undefined, undefined],
  );
});

test('demand() of a meter that feeds back is negative', () => {
  assert.equal(demand([power([0, -20])], oneHour).value, -20);
});

test('demand() names what it refuses', () => {
  assert.throws(() => demand([], oneHour, { window: 0 }), /invalid window: 0/);
  assert.throws(() => demand([], oneHour, { window: 15 * minute, step: 4 * minute }), /invalid step: 240000/);
  assert.throws(() => demand([], { from: 1, to: 0 }), /invalid interval/);
});

for (const seed of [31, 32, 33, 34]) {
  test(`demand() is what energy() says of each window, and its peak that of energy(), seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    for (let turn = 0; turn < 10; turn++) {
      const isCounter = random.whole(2) === 0;
      const rows: [number, number | undefined][] = [];
      let reading = 0;
      for (let at = -random.whole(30); at < 300; at += 1 + random.whole(9)) {
        const value = isCounter ? (reading += random.whole(20)) : random.whole(50);
        rows.push([at, random.whole(15) === 0 ? undefined : value]);
      }
      const record = { ...(isCounter ? counter(...rows) : power(...rows)), ratedPower: 2000 };
      const interval = { from: random.whole(60) * minute, to: (100 + random.whole(150)) * minute };
      const block = demand([record], interval);
      const { peak } = energy(record, interval);
      if (block.warnings.some(({ key }) => key === 'maximumNotMeasured')) {
        assert.ok(peak && block.bounds && peak.power < block.bounds.low);
      } else {
        assert.ok(Math.abs((block.value ?? -1) - (peak?.power ?? -1)) < 1e-9);
        assert.deepEqual(block.at, peak?.window);
      }
      const sliding = demand([record, record], interval, { window: 10 * minute, step: 2 * minute });
      for (const { from, to, power: found, bounds } of sliding.profile) {
        const series = record.counter ?? record.power;
        const isMeasured = series?.covered({ from, to }) === to - from;
        const slow = isMeasured
          ? (2 * (energy(record, { from, to }).value ?? NaN) * hour) / (to - from)
          : undefined;
        assert.equal(found === undefined, slow === undefined);
        if (found === undefined || slow === undefined) continue;
        assert.ok(Math.abs(found - slow) < 1e-9, `${found} ≠ ${slow}`);
        assert.ok(bounds && bounds.low <= found + 1e-9 && bounds.high >= found - 1e-9);
      }
    }
  });
}

test('demandForecast() is (energy so far + load × time left) ÷ window, with the power that keeps the limit', () => {
  // 100 kWh in the first 10 minutes, then 600 kW: 150 kWh in the window.
  const found = demandForecast([power([0, 600])], 10 * minute, { limit: 660 });
  assert.equal(found.value, 600);
  assert.equal(found.allowedPower?.toFixed(6), ((660 / 4 - 100) * 12).toFixed(6));
  assert.deepEqual(inMinutes(found.window), [0, 15]);
  assert.equal(found.inputs.timeLeft, 5 * minute);
  assert.deepEqual(found.warnings, []);
  assert.equal(found.coverage, 1);
});

test('demandForecast() warns when the limit will be passed; what is allowed is negative when it is passed already', () => {
  const rising = demandForecast([power([0, 100], [10, 400])], 12 * minute, { limit: 150 });
  assert.equal(rising.value?.toFixed(6), '200.000000');
  assert.deepEqual(rising.warnings, [{ key: 'demandAboveLimit', subjects: ['150'] }]);
  assert.equal(rising.allowedPower?.toFixed(6), ((37.5 - 30) * 20).toFixed(6));
  assert.ok((demandForecast([power([0, 600])], 10 * minute, { limit: 300 }).allowedPower ?? 0) < 0);
});

test('demandForecast() takes a counter on at the mean power between its last two readings', () => {
  const found = demandForecast([counter([0, 0], [15, 150], [20, 200], [25, 260])], 27 * minute);
  assert.equal(found.inputs.load, 720);
  assert.equal(found.inputs.used.toFixed(6), '134.000000');
  assert.equal(found.value?.toFixed(6), '680.000000');
  assert.deepEqual(inMinutes(found.window), [15, 30]);
});

test('demandForecast() takes the power beside a counter for what that has not read yet', () => {
  const record = { ...counter([0, 0], [15, 150], [20, 200]), power: power([15, 600], [20, 60]).power };
  const found = demandForecast([record], 25 * minute);
  assert.equal(found.inputs.used, 55);
  assert.equal(found.inputs.load, 60);
});

test('demandForecast() has bounds but no value where a part was not measured', () => {
  const silent = { ...power([0, 40]), powerKnownUntil: 3 * minute, ratedPower: 100 };
  const found = demandForecast([silent], 9 * minute);
  assert.equal(found.value, undefined);
  assert.equal(found.coverage, 1 / 3);
  assert.deepEqual(found.bounds, { low: 8, high: 88 });
  assert.equal(found.inputs.load, undefined);
  assert.equal(demandForecast([], 0).value, undefined);
  assert.equal(demandForecast([counter([0, 5])], 5 * minute).value, undefined);
});

test('demandForecast() of a meter that feeds back lies within its bounds', () => {
  const found = demandForecast([{ ...power([0, 0], [5, -60]), ratedPower: 10 }], 10 * minute);
  assert.equal(found.value, -40);
  assert.equal(found.bounds?.low, -40);
});

test('demandForecast() of sliding demand is that of the window that ends next', () => {
  const found = demandForecast([power([0, 60], [10, 120])], 12 * minute, {
    window: 15 * minute,
    step: 5 * minute,
  });
  assert.deepEqual(inMinutes(found.window), [0, 15]);
  assert.equal(found.inputs.timeLeft, 3 * minute);
  assert.equal(found.value, 80);
});

test('demandForecast() names what it refuses', () => {
  const of = (now: number, options: Parameters<typeof demandForecast>[2]) => () =>
    demandForecast([power([0, 1])], now, options);
  assert.throws(of(NaN, {}), /^RangeError: invalid now: NaN, allowed: a finite number$/);
  assert.throws(of(0, { window: 0 }), /^RangeError: invalid window: 0, allowed: above 0$/);
  assert.throws(of(0, { window: hour, step: 7 }), /^RangeError: invalid step: 7, allowed: /);
  assert.throws(of(0, { limit: NaN }), /^RangeError: invalid limit: NaN, allowed: a finite number$/);
});
