import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import type { ConditionZone } from '../../model/signal.js';
import { qualityCode } from '../../model/quality.js';
import { NumberSeries } from '../../series/number-series.js';
import { SeededRandom } from '../../testing/random.js';
import { type Interval, totalDuration } from '../../time/interval.js';
import { conditionHealth } from './condition-health.js';
import { type ConditionOptions, conditionSegments } from './condition-segments.js';
import { conditionZoneAt } from './condition-zones.js';

const zones: readonly ConditionZone[] = [
  { name: 'A', below: 2, severity: 'normal' },
  { name: 'B', below: 4, severity: 'warning' },
  { name: 'C', severity: 'fault' },
];

/** A reading every 10 ms from 0 on; `undefined` is one of bad quality. */
function seriesOf(...readings: (number | undefined)[]): NumberSeries {
  const series = new NumberSeries();
  readings.forEach((reading, index) =>
    series.append(index * 10, reading ?? 0, reading === undefined ? qualityCode.bad : qualityCode.good),
  );
  return series;
}

const names = (options: ConditionOptions, ...readings: (number | undefined)[]) =>
  conditionSegments(
    { readings: seriesOf(...readings), zones },
    [{ from: 0, to: readings.length * 10 }],
    options,
  )
    .map(({ from, to, zone }) => String(zones[zone].name).repeat((to - from) / 10))
    .join(' ');

test('conditionHealth() says zone, since when, health index, and time in each zone', () => {
  const health = conditionHealth({ readings: seriesOf(1, 3, 5, 3, 2.5), zones }, [{ from: -10, to: 60 }]);
  assert.equal(health.value, 0.75);
  assert.deepEqual(health.bounds, { low: 0.75, high: 0.75 });
  assert.equal(health.coverage, 6 / 7);
  assert.equal(health.zone?.name, 'B');
  assert.equal(health.since, 30);
  assert.deepEqual(health.inputs, {
    reading: 2.5,
    time: 70,
    unknownTime: 10,
    zones: [
      { zone: zones[0], time: 10 },
      { zone: zones[1], time: 40 },
      { zone: zones[2], time: 10 },
    ],
  });
});

test('without a reading at the end there is no zone and no health index, and the machine may be anything', () => {
  for (const health of [
    conditionHealth({ readings: seriesOf(1, undefined), zones }, [{ from: 0, to: 20 }]),
    conditionHealth({ readings: seriesOf(1), zones, knownUntil: 15 }, [{ from: 0, to: 20 }]),
    conditionHealth({ readings: undefined, zones }, [{ from: 0, to: 20 }]),
  ]) {
    assert.deepEqual(
      [health.value, health.zone, health.since, health.inputs.reading],
      [undefined, undefined, undefined, undefined],
    );
    assert.deepEqual(health.bounds, { low: 0, high: 1 });
  }
  assert.equal(conditionHealth({ readings: undefined, zones }, []).coverage, undefined);
});

test('a single zone has no limit to be judged by', () => {
  const health = conditionHealth({ readings: seriesOf(1), zones: zones.slice(2) }, [{ from: 0, to: 10 }]);
  assert.equal(health.value, undefined);
  assert.equal(health.bounds, undefined);
  assert.equal(health.zone?.name, 'C');
  assert.deepEqual(health.warnings, [{ key: 'noLimits', subjects: [] }]);
});

test('the reading of the very end belongs to what comes after', () => {
  const health = conditionHealth({ readings: seriesOf(1, 5), zones }, [{ from: 0, to: 10 }]);
  assert.deepEqual([health.zone?.name, health.inputs.reading], ['A', 1]);
});

test('what is asked about leaves out the rest: a standstill neither counts as good nor calls off a bad zone', () => {
  const readings = seriesOf(5, 0, 0, 5, 0, 5);
  const running = [0, 3, 5].map((slot) => ({ from: slot * 10, to: slot * 10 + 10 }));
  const health = conditionHealth({ readings, zones }, running, { debounce: { points: 2, of: 3 } });
  assert.deepEqual(
    health.inputs.zones.map(({ time }) => time),
    [0, 0, 30],
  );
  assert.equal(health.since, 0);
  assert.equal(health.coverage, 1);
});

test('with hysteresis a better zone counts only that far below its limit', () => {
  assert.equal(names({ hysteresis: 0.5 }, 1, 2, 1.8, 1.5, 1.49, 1.9), 'A BBB AA');
  assert.equal(names({ hysteresis: 0.5 }, 5, 3.6, 1.7, 3.4), 'CC BB');
  assert.equal(names({}, 1, 2, 1.8, 1.5, 1.49, 1.9), 'A B AAAA');
});

test('with debounce a zone counts when k of the last n readings lie in it or a worse one', () => {
  const debounce = { points: 2, of: 3 };
  assert.equal(names({ debounce }, 1, 5, 1, 1, 1), 'AAAAA');
  assert.equal(names({ debounce }, 1, 5, 1, 3, 3, 1, 1), 'AAA BBB A');
  // One in C and one in B: two in B or worse.
  assert.equal(names({ debounce }, 1, 5, 3, 5), 'AA B C');
});

test('until k readings have come, debounce takes the best of them; a gap ends its memory and that of hysteresis', () => {
  assert.equal(names({ debounce: { points: 2, of: 2 } }, 5, 1, undefined, 5, 5), 'C A CC');
  assert.equal(names({ hysteresis: 1 }, 3, 1.5, undefined, 1.5), 'BB A');
});

test('conditionSegments() names the option it refuses', () => {
  assert.throws(() => names({ hysteresis: -1 }, 1), /invalid hysteresis: -1, allowed: 0 or more/);
  assert.throws(() => names({ debounce: { points: 3, of: 2 } }, 1), /invalid debounce: 3 of 2, allowed/);
});

const seed = 20804;
test(`zones and unknown time add up to the time asked about, millisecond by millisecond, seed ${seed}`, () => {
  const random = new SeededRandom(seed);
  for (let run = 0; run < 300; run++) {
    const series = new NumberSeries();
    const observed = new Map<number, number | undefined>();
    for (let count = random.whole(12); count > 0; count--) {
      const time = random.whole(60);
      const reading = random.next() < 0.2 ? undefined : random.whole(6);
      series.append(time, reading ?? 0, reading === undefined ? qualityCode.bad : qualityCode.good);
      observed.set(time, reading);
    }
    const borders = Array.from({ length: 6 }, () => random.whole(70)).sort((a, b) => a - b);
    const intervals: Interval[] = [0, 2, 4].map((first) => ({
      from: borders[first],
      to: borders[first + 1],
    }));
    const knownUntil = random.pick([Infinity, 40]);
    const expected = [0, 0, 0, 0];
    for (const { from, to } of intervals) {
      for (let moment = from; moment < to; moment++) {
        let reading: number | undefined;
        for (let time = 0; time <= moment; time++) if (observed.has(time)) reading = observed.get(time);
        const isKnown = reading !== undefined && moment < knownUntil;
        expected[isKnown ? conditionZoneAt(reading ?? NaN, zones) : 3]++;
      }
    }
    const { inputs } = conditionHealth({ readings: series, zones, knownUntil }, intervals);
    assert.deepEqual([...inputs.zones.map(({ time }) => time), inputs.unknownTime], expected);
    assert.equal(inputs.time, totalDuration(intervals));
    const debounced = conditionHealth({ readings: series, zones, knownUntil }, intervals, {
      hysteresis: 1,
      debounce: { points: 2, of: 3 },
    });
    assert.equal(debounced.inputs.unknownTime, expected[3]);
  }
});
