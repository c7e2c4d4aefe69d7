import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeededRandom } from '../../testing/random.js';
import { actualToPlannedScrapRatio } from './actual-to-planned-scrap-ratio.js';
import { equipmentLoadRatio } from './equipment-load-ratio.js';
import { fallOffRatio } from './fall-off-ratio.js';
import { firstPassYield } from './first-pass-yield.js';
import { qualityRatio } from './quality-ratio.js';
import type { Quantities } from './quantities.js';
import { reworkRatio } from './rework-ratio.js';
import { rolledThroughputYield } from './rolled-throughput-yield.js';
import { scrapRatio } from './scrap-ratio.js';
import { workerEfficiency } from './worker-efficiency.js';

const counts: Quantities = {
  producedCount: 200,
  goodCount: 180,
  scrapCount: 12,
  reworkCount: 8,
  plannedScrapCount: 10,
  firstOperationCount: 240,
  goodPartCount: 90,
  inspectedPartCount: 100,
  productionCapacity: 250,
};

test('the ratios of quantities are those of ISO 22400', () => {
  assert.equal(qualityRatio(counts).value, 0.9);
  assert.equal(scrapRatio(counts).value, 0.06);
  assert.equal(reworkRatio(counts).value, 0.04);
  assert.equal(fallOffRatio(counts).value, 0.05);
  assert.equal(actualToPlannedScrapRatio(counts).value, 1.2);
  assert.equal(firstPassYield(counts).value, 0.9);
  assert.equal(equipmentLoadRatio(counts).value, 0.8);
});

test('good, scrap and rework add up to the whole', () => {
  const sum = [qualityRatio, scrapRatio, reworkRatio].reduce((all, of) => all + of(counts).value!, 0);
  assert.ok(Math.abs(sum - 1) < 1e-12);
});

test('a ratio without its counts has no value and names what is missing', () => {
  const { value, bounds, warnings } = scrapRatio({ producedCount: 5 });
  assert.equal(value, undefined);
  assert.equal(bounds, undefined);
  assert.deepEqual(warnings, [{ key: 'noCount', subjects: ['scrapCount'] }]);
});

test('nothing produced, planned or inspected: no value', () => {
  assert.equal(qualityRatio({ producedCount: 0, goodCount: 0 }).value, undefined);
  assert.equal(actualToPlannedScrapRatio({ scrapCount: 3, plannedScrapCount: 0 }).value, undefined);
  assert.equal(actualToPlannedScrapRatio({ scrapCount: 3, plannedScrapCount: 0 }).bounds, undefined);
  assert.equal(firstPassYield({ goodPartCount: 0, inspectedPartCount: 0 }).value, undefined);
});

test('time in which nobody counted lowers the coverage and widens the bounds by what can have been made', () => {
  const gap = { ...counts, time: 480, unknownTime: 120, uncounted: 50 };
  const { coverage, bounds } = scrapRatio(gap);
  assert.equal(coverage, 0.75);
  assert.deepEqual(bounds, { low: 12 / 250, high: 62 / 250 });
  assert.deepEqual(equipmentLoadRatio(gap).bounds, { low: 0.8, high: 1 });
  assert.deepEqual(actualToPlannedScrapRatio(gap).bounds, { low: 1.2, high: 6.2 });
});

test('without a limit to what can have been made a share may be anything, and a load has no upper end', () => {
  const gap = { ...counts, time: 480, unknownTime: 120 };
  assert.deepEqual(qualityRatio(gap).bounds, { low: 0, high: 1 });
  assert.deepEqual(equipmentLoadRatio(gap).bounds, { low: 0.8, high: Infinity });
});

test('a quantity below 0 is refused by its name', () => {
  assert.throws(
    () => qualityRatio({ ...counts, goodCount: -1 }),
    /invalid goodCount: -1, allowed: 0 or more/,
  );
});

test('rolledThroughputYield() is the product of the yields of the steps', () => {
  const step = (good: number, inspected: number, more: Partial<Quantities> = {}) =>
    firstPassYield({ goodPartCount: good, inspectedPartCount: inspected, time: 10, ...more });
  const steps = [step(95, 100), step(90, 100), step(98, 100)];
  assert.equal(rolledThroughputYield(steps).value?.toFixed(4), '0.8379');
  const gap = step(80, 100, { unknownTime: 2, uncounted: 100 });
  const { bounds, coverage } = rolledThroughputYield([step(50, 100), gap]);
  assert.deepEqual(bounds, { low: 0.5 * 0.4, high: 0.5 * 0.9 });
  assert.equal(coverage, 0.8);
});

test('rolledThroughputYield() has no value where a step has none, and none without steps', () => {
  const known = firstPassYield({ goodPartCount: 1, inspectedPartCount: 2 });
  assert.equal(rolledThroughputYield([known, firstPassYield({})]).value, undefined);
  assert.equal(rolledThroughputYield([]).value, undefined);
  assert.equal(rolledThroughputYield([]).bounds, undefined);
});

test('workerEfficiency() is work time ÷ attendance time', () => {
  assert.equal(workerEfficiency({ personnelWorkTime: 420, personnelAttendanceTime: 480 }).value, 0.875);
  assert.equal(workerEfficiency({ personnelWorkTime: 0, personnelAttendanceTime: 0 }).value, undefined);
});

test('whatever was made without being counted, the ratios lie within their bounds, seed 21', () => {
  const random = new SeededRandom(21);
  for (let round = 0; round < 2000; round++) {
    const uncounted = random.whole(100);
    const [scrapCount, reworkCount, goodCount] = [random.whole(9), random.whole(9), random.whole(300)];
    const known: Quantities = {
      scrapCount,
      reworkCount,
      goodCount,
      producedCount: scrapCount + reworkCount + goodCount,
      plannedScrapCount: 1 + random.whole(9),
      productionCapacity: 500,
      time: 100,
      unknownTime: uncounted === 0 ? 0 : 1 + random.whole(100),
      uncounted: random.whole(4) === 0 ? undefined : uncounted,
    };
    const more = { scrap: 0, rework: 0, good: 0 };
    for (let made = random.whole(uncounted + 1); made > 0; made--) {
      more[random.pick(['scrap', 'rework', 'good'] as const)]++;
    }
    const after: Quantities = {
      ...known,
      scrapCount: scrapCount + more.scrap,
      reworkCount: reworkCount + more.rework,
      goodCount: goodCount + more.good,
      producedCount: known.producedCount! + more.scrap + more.rework + more.good,
      unknownTime: 0,
    };
    for (const of of [qualityRatio, scrapRatio, reworkRatio, actualToPlannedScrapRatio, equipmentLoadRatio]) {
      const { bounds } = of(known);
      const { value } = of(after);
      if (value === undefined) continue;
      assert.ok(bounds && bounds.low <= value && value <= bounds.high, `${of.name} in round ${round}`);
    }
  }
});
