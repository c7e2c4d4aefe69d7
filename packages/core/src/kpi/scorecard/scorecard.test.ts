import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indicatorIds } from '../../model/figure-types.js';
import { SeededRandom } from '../../testing/random.js';
import { countedShare } from './counted-share.js';
import { economicIndicator, type IndicatorValue } from './economic-indicator.js';

function measured(value: number | undefined, bounds?: { low: number; high: number }): IndicatorValue {
  return { value, calculation: 'goodUnitsPerPlannedHour', bounds, coverage: 1, parts: {} };
}

const told: IndicatorValue = {
  value: 84,
  calculation: 'told',
  bounds: undefined,
  coverage: undefined,
  parts: {},
};

test('economicIndicator() gives the change against the baseline and the share of the way to the target', () => {
  const rise = economicIndicator({ id: 'productionEfficiency', baseline: 40, current: measured(52) });
  near(rise.value, 0.3);
  assert.equal(rise.direction, 'up');
  assert.equal(rise.targetChange, 0.2);
  assert.equal(rise.targetValue, 48);
  assert.equal(rise.isReached, true);
  near(rise.shareOfWay, 1.5);
  assert.deepEqual(rise.warnings, []);

  const fall = economicIndicator({ id: 'defectRate', baseline: 0.05, current: measured(0.045) });
  near(fall.value, -0.1);
  assert.equal(fall.direction, 'down');
  near(fall.targetValue, 0.04);
  assert.equal(fall.isReached, false);
  near(fall.shareOfWay, 0.5);
});

test('the usual targets are +20 %, +10 %, −20 %, −30 % and −20 %, each in its good direction', () => {
  assert.deepEqual(
    indicatorIds.map((id) => {
      const { direction, targetChange } = economicIndicator({ id, baseline: 1, current: measured(1) });
      return { direction, targetChange };
    }),
    [
      { direction: 'up', targetChange: 0.2 },
      { direction: 'up', targetChange: 0.1 },
      { direction: 'down', targetChange: -0.2 },
      { direction: 'down', targetChange: -0.3 },
      { direction: 'down', targetChange: -0.2 },
    ],
  );
});

test('economicIndicator() is reached exactly at the target, whatever binary fractions say', () => {
  for (const [baseline, now] of [
    [0.9, 0.72],
    [110, 88],
    [0.35, 0.28],
    [7, 5.6],
  ]) {
    const { isReached } = economicIndicator({ id: 'operatingCost', baseline, current: measured(now) });
    assert.equal(isReached, true, `${now} after ${baseline}`);
  }
});

test('economicIndicator() goes below 0 of the way when things get worse, and beyond 1 when better than wanted', () => {
  const worse = economicIndicator({ id: 'operatingCost', baseline: 100, current: measured(110) });
  near(worse.shareOfWay, -0.5);
  assert.equal(worse.isReached, false);
  const better = economicIndicator({ id: 'developmentCycle', baseline: 100, current: measured(40) });
  near(better.shareOfWay, 2);
});

test('economicIndicator() has no change against a baseline of 0, and none without a value', () => {
  const noBase = economicIndicator({ id: 'defectRate', baseline: 0, current: measured(0.1) });
  assert.deepEqual([noBase.value, noBase.isReached, noBase.shareOfWay], [undefined, undefined, undefined]);
  assert.deepEqual(noBase.warnings, [{ key: 'noBaseline', subjects: ['defectRate'] }]);
  const noValue = economicIndicator({ id: 'defectRate', baseline: 0.1, current: measured(undefined) });
  assert.deepEqual([noValue.value, noValue.bounds, noValue.isReached], [undefined, undefined, undefined]);
  assert.deepEqual(noValue.warnings, [{ key: 'noIndicatorValue', subjects: ['defectRate'] }]);
});

test('economicIndicator() says that a value was told by hand, and that a target points the wrong way', () => {
  const { warnings, coverage, bounds } = economicIndicator({
    id: 'operatingCost',
    baseline: 105,
    targetChange: 0.1,
    current: told,
  });
  assert.deepEqual(
    warnings.map(({ key }) => key),
    ['toldByHand', 'targetAgainstDirection'],
  );
  assert.deepEqual([coverage, bounds], [undefined, undefined]);
});

test('economicIndicator() carries the bounds of the value over to the change', () => {
  const { bounds } = economicIndicator({
    id: 'productionEfficiency',
    baseline: 40,
    current: measured(44, { low: 40, high: 50 }),
  });
  near(bounds?.low, 0);
  near(bounds?.high, 0.25);
});

test('economicIndicator() keeps a wanted change of 0 without a share of the way', () => {
  const { shareOfWay, isReached } = economicIndicator({
    id: 'defectRate',
    baseline: 0.1,
    targetChange: 0,
    current: measured(0.1),
  });
  assert.equal(shareOfWay, undefined);
  assert.equal(isReached, true);
});

test('economicIndicator() names what it refuses', () => {
  const current = measured(1);
  assert.throws(
    () => economicIndicator({ id: 'defectRate', baseline: -1, current }),
    /invalid baseline: -1, allowed: 0 or more/,
  );
  assert.throws(
    () => economicIndicator({ id: 'defectRate', baseline: 1, targetChange: NaN, current }),
    /invalid targetChange: NaN/,
  );
  assert.throws(
    () => economicIndicator({ id: 'defectRate', baseline: 1, current: measured(NaN) }),
    /invalid value: NaN, allowed: a finite number/,
  );
});

test('countedShare() counts those that have it among those that are known', () => {
  const share = countedShare([
    { id: 'press', has: true },
    { id: 'mill', has: true },
    { id: 'saw', has: false },
    { id: 'oven', has: undefined },
  ]);
  near(share.value, 2 / 3);
  assert.deepEqual(share.bounds, { low: 0.5, high: 0.75 });
  assert.equal(share.coverage, 0.75);
  assert.deepEqual(share.inputs, { having: ['press', 'mill'], lacking: ['saw'], unknown: ['oven'] });
  assert.equal(share.isReached, undefined);
});

test('countedShare() reaches a threshold only if the unknown cannot change that', () => {
  const items = [
    { id: 'a', has: true },
    { id: 'b', has: true },
    { id: 'c', has: false },
    { id: 'd', has: undefined },
  ];
  assert.equal(countedShare(items, 0.5).isReached, true);
  assert.equal(countedShare(items, 0.7).isReached, undefined);
  assert.equal(countedShare(items, 0.8).isReached, false);
  assert.throws(() => countedShare(items, 70), /invalid threshold: 70, allowed: 0 to 1/);
});

test('countedShare() of nothing has no value, no bounds and no coverage', () => {
  const { value, bounds, coverage, isReached } = countedShare([], 0.7);
  assert.deepEqual([value, bounds, coverage, isReached], [undefined, undefined, undefined, undefined]);
});

const seed = 37393;
test(`a counted share lies within its bounds, which narrow as more is known, seed ${seed}`, () => {
  const random = new SeededRandom(seed);
  for (let run = 0; run < 300; run++) {
    const items = Array.from({ length: 1 + random.whole(20) }, (_, index) => ({
      id: String(index),
      has: random.pick([true, false, undefined, undefined]),
    }));
    let last = { low: 0, high: 1 };
    for (let index = 0; index <= items.length; index++) {
      const { value, bounds } = countedShare(items);
      assert.ok(bounds && bounds.low >= last.low && bounds.high <= last.high);
      if (value !== undefined) assert.ok(bounds.low <= value + 1e-12 && value <= bounds.high + 1e-12);
      last = bounds;
      if (index < items.length)
        items[index] = { id: String(index), has: items[index].has ?? random.next() < 0.5 };
    }
    assert.equal(last.low, last.high);
  }
});

function near(found: number | undefined, expected: number): void {
  assert.ok(found !== undefined && Math.abs(found - expected) <= 1e-9, `${found} is not ${expected}`);
}
