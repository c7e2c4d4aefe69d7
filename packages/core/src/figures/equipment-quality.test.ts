import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Characteristic } from '../model/figure-types.js';
import { pistonRings } from '../kpi/quality/testing/published-data.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { Twin } from '../twin/twin.js';
import {
  characteristicCapability,
  characteristicChart,
  characteristicValues,
  equipmentDefects,
} from './equipment-quality.js';

const minute = 60_000;
const hour = 60 * minute;

function diameter(extra: Partial<Characteristic> = {}): Characteristic {
  return {
    id: 'diameter',
    name: 'Diameter',
    signal: 'press/vibration',
    lowerSpecificationLimit: 73.95,
    upperSpecificationLimit: 74.05,
    subgroupSize: 5,
    ...extra,
  };
}

function twinWith(
  characteristic: Characteristic,
  values: readonly (number | undefined)[],
  now = values.length * minute,
): Twin {
  const twin = new Twin(workshop({ characteristics: [characteristic] }), { clock: new Clock(() => now) });
  twin.observe(
    values.map((value, index) => ({
      signal: characteristic.signal,
      time: index * minute,
      value: value ?? 0,
      ...(value === undefined && { quality: 'bad' as const }),
    })),
  );
  return twin;
}

test('the values of a characteristic stand in subgroups with the time of their last one', () => {
  const twin = twinWith(diameter({ subgroupSize: 2 }), [1, 2, 3, 4, 5]);
  const values = characteristicValues(twin, 'diameter', { from: 0, to: hour });
  assert.deepEqual(values.subgroups, [
    [1, 2],
    [3, 4],
  ]);
  assert.deepEqual(values.times, [minute, 3 * minute]);
  assert.equal(values.leftOut, 1);
  assert.deepEqual(characteristicValues(twin, 'diameter', { from: 1.5 * minute, to: 4 * minute }).subgroups, [
    [3, 4],
  ]);
});

test('a value at the end of the interval does not belong to it', () => {
  const twin = twinWith(diameter({ subgroupSize: 1 }), [1, 2, 3]);
  const { subgroups } = characteristicValues(twin, 'diameter', { from: minute, to: 2 * minute });
  assert.deepEqual(subgroups, [[2]]);
});

test('no subgroup reaches across a gap', () => {
  const twin = twinWith(diameter({ subgroupSize: 2 }), [1, undefined, 3, 4, undefined, 5, 6]);
  const values = characteristicValues(twin, 'diameter', { from: 0, to: hour });
  assert.deepEqual(values.subgroups, [undefined, [3, 4], undefined, [5, 6]]);
  assert.deepEqual(
    values.times.map((time) => time / minute),
    [1, 3, 4, 6],
  );
  assert.equal(values.leftOut, 1);
});

test('the chart of a characteristic is that of the piston rings, with the times of the points', () => {
  const twin = twinWith(diameter(), pistonRings.flat(), 1000 * minute);
  const { limits, charts, times } = characteristicChart(twin, 'diameter', { from: 0, to: 24 * hour });
  assert.equal(limits?.chart, 'xBarR');
  assert.equal(limits.location.upper.toFixed(5), '74.01430');
  assert.deepEqual(charts?.location.times, times);
  assert.deepEqual(charts.location.out, []);
});

test('limits that were kept, or those of a baseline, judge what comes later', () => {
  const later = [74.03, 74.04, 74.03, 74.04, 74.03];
  const twin = twinWith(diameter(), [...pistonRings.flat(), ...later], 1000 * minute);
  const baseline = { from: 0, to: 125 * minute };
  const interval = { from: 125 * minute, to: 24 * hour };
  const chart = characteristicChart(twin, 'diameter', interval, { baseline });
  assert.deepEqual(chart.charts?.location.findings, [
    { rule: 'nelson1', at: 0, points: [0], from: 129 * minute, to: 129 * minute },
  ]);
  const { limits } = characteristicChart(twin, 'diameter', baseline);
  assert.deepEqual(limits, chart.limits);
  assert.deepEqual(characteristicChart(twin, 'diameter', interval, { limits }).charts, chart.charts);
});

test('single values make an I-MR chart, ten and more an X̄-S chart', () => {
  const values = Array.from({ length: 40 }, (_, index) => index % 7);
  const kindOf = (subgroupSize: number) =>
    characteristicChart(twinWith(diameter({ subgroupSize }), values), 'diameter', { from: 0, to: hour })
      .limits?.chart;
  assert.deepEqual([1, 2, 9, 10].map(kindOf), ['individuals', 'xBarR', 'xBarR', 'xBarS']);
});

test('the capability of a characteristic is against its specification limits', () => {
  const twin = twinWith(diameter(), pistonRings.flat(), 1000 * minute);
  const result = characteristicCapability(twin, 'diameter', { from: 0, to: 24 * hour });
  assert.deepEqual([result?.cp?.toFixed(4), result?.value?.toFixed(4)], ['1.7032', '1.6632']);
});

test('there is no chart without values, and no capability without a specification limit', () => {
  const interval = { from: 0, to: hour };
  const empty = characteristicChart(twinWith(diameter(), [], hour), 'diameter', interval);
  assert.deepEqual([empty.subgroups, empty.limits, empty.charts], [[], undefined, undefined]);
  assert.equal(characteristicCapability(twinWith(diameter(), [], hour), 'diameter', interval), undefined);
  const open = diameter({ lowerSpecificationLimit: undefined, upperSpecificationLimit: undefined });
  assert.equal(characteristicCapability(twinWith(open, pistonRings.flat()), 'diameter', interval), undefined);
  assert.throws(
    () => characteristicChart(twinWith(diameter(), []), 'weight', interval),
    /^RangeError: unknown characteristic: weight, allowed: diameter/,
  );
});

function scrapping(now: number): Twin {
  const twin = new Twin(workshop(), { clock: new Clock(() => now) });
  const say = (signal: string, time: number, value: number | string) =>
    twin.observe([{ signal, time: time * minute, value }]);
  say('press/scrapCount', 0, 0);
  say('press/scrapReason', 0, 'burr');
  say('press/scrapCount', 10, 3);
  say('press/scrapReason', 20, 'crack');
  say('press/scrapCount', 30, 4);
  return twin;
}

test('the defects of a line are those of its machines, and a machine that produces without counting scrap is named', () => {
  const twin = scrapping(hour);
  twin.observe([
    { signal: 'mill/scrapCount', time: 0, value: 0 },
    { signal: 'mill/scrapCount', time: 40 * minute, value: 2 },
  ]);
  const defects = equipmentDefects(twin, 'line', { from: 0, to: hour });
  assert.deepEqual(
    defects.inputs.groups.map(({ reason, count }) => [reason, count]),
    [
      ['burr', 3],
      [undefined, 2],
      ['crack', 1],
    ],
  );
  assert.deepEqual([defects.value, defects.machines, defects.warnings], [6, ['press', 'mill'], []]);
  assert.equal(defects.inputs.unassigned, 2);
  const two = [
    { from: 0, to: 20 * minute },
    { from: 40 * minute, to: 2 * hour },
  ];
  assert.equal(equipmentDefects(twin, 'line', two).value, 5);
  assert.equal(equipmentDefects(twin, 'line', two).intervals[1].to, hour);
  // A source that is not heard of any more says nothing of the time since.
  assert.equal(equipmentDefects(scrapping(hour), 'press', { from: 0, to: hour }).coverage, 0.5);
  const none = equipmentDefects(new Twin(workshop(), { clock: new Clock(() => hour) }), 'line', two);
  assert.deepEqual([none.value, none.warnings], [undefined, [{ key: 'noScrapCount', subjects: ['press'] }]]);
  assert.throws(() => equipmentDefects(twin, 'lathe', two[0]), RangeError);
});
