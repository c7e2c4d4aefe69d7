import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeededRandom } from '../../testing/random.js';
import { throughputRate } from '../production/throughput-rate.js';
import { allocationEfficiency } from '../time-model/allocation-efficiency.js';
import { allocationRatio } from '../time-model/allocation-ratio.js';
import { productionProcessRatio } from '../time-model/production-process-ratio.js';
import { setupRatio } from '../time-model/setup-ratio.js';
import { technicalEfficiency } from '../time-model/technical-efficiency.js';
import { utilizationEfficiency } from '../time-model/utilization-efficiency.js';
import type { Kpi } from '../kpi.js';
import { availability } from './availability.js';
import { effectiveness } from './effectiveness.js';
import { nee } from './nee.js';
import { teep } from './teep.js';
import { timeModelOee } from './time-model-oee.js';

/** Time by account; the planned busy time is their sum. */
interface Accounts {
  production: number;
  setup: number;
  delay: number;
  down: number;
  unknown: number;
}

function times({ production, setup, delay, down, unknown }: Accounts) {
  return {
    plannedBusyTime: production + setup + delay + down + unknown,
    unknownTime: unknown,
    actualProductionTime: production,
    actualUnitSetupTime: setup,
    actualUnitDelayTime: delay,
    actualUnitProcessingTime: production + setup,
    actualUnitBusyTime: production + setup + delay,
    actualOrderExecutionTime: production + setup + delay,
  };
}

const shift = { production: 300, setup: 30, delay: 50, down: 20, unknown: 80 };

test('the ratios of times leave unknown time out of the value, and have it in coverage and bounds', () => {
  const known = times(shift);
  const expected: [Kpi<unknown>, number, number, number][] = [
    [availability(known), 300 / 400, 300 / 480, 380 / 480],
    [allocationEfficiency(known), 380 / 400, 380 / 480, 460 / 480],
    [utilizationEfficiency(known), 300 / 380, 300 / 460, 380 / 460],
    [technicalEfficiency(known), 300 / 350, 300 / 430, 380 / 430],
    [setupRatio(known), 30 / 330, 30 / 410, 110 / 410],
    [allocationRatio(known), 1, 380 / 460, 1],
    [productionProcessRatio(known), 300 / 380, 300 / 460, 380 / 460],
  ];
  for (const [{ value, bounds, coverage }, right, low, high] of expected) {
    assert.equal(value, right);
    assert.deepEqual(bounds, { low, high });
    assert.equal(coverage, 400 / 480);
  }
});

test('allocationRatio() is above 1 where two machines worked on an order side by side', () => {
  const both = { ...times({ ...shift, unknown: 0 }), actualUnitBusyTime: 380 + 100 };
  const { value, bounds, inputs } = allocationRatio(both, 400);
  assert.equal(value, 1.2);
  assert.deepEqual(bounds, { low: 1.2, high: 1.2 });
  assert.equal(inputs.orderExecutionTime, 400);
  assert.equal(productionProcessRatio({ ...both, actualProductionTime: 480 }, 400).value, 1.2);
  assert.throws(() => allocationRatio(both, -1), /invalid orderExecutionTime: -1/);
});

test('a ratio without a basis has no value and no bounds, and never 0, NaN or 100 %', () => {
  const nothing = times({ production: 0, setup: 0, delay: 0, down: 0, unknown: 0 });
  for (const figure of [
    availability(nothing),
    allocationEfficiency(nothing),
    utilizationEfficiency(nothing),
    technicalEfficiency(nothing),
    setupRatio(nothing),
    allocationRatio(nothing),
    productionProcessRatio(nothing),
    effectiveness(nothing, 0),
    nee(nothing, 0),
    throughputRate(nothing, { producedCount: 0 }),
    teep(timeModelOee(nothing, { idealTime: 0, idealGoodTime: 0, producedCount: 0, goodCount: 0 }), 10),
  ] as Kpi<unknown>[]) {
    assert.equal(figure.value, undefined);
    assert.equal(figure.bounds, undefined);
    assert.equal(figure.coverage, undefined);
  }
});

test('planned but never running: availability, OEE, NEE and TEEP are 0, effectiveness has no basis', () => {
  const still = times({ production: 0, setup: 20, delay: 0, down: 80, unknown: 0 });
  const oee = timeModelOee(still, { idealTime: 0, idealGoodTime: 0, producedCount: 0, goodCount: 0 });
  assert.equal(availability(still).value, 0);
  assert.equal(effectiveness(still, 0).value, undefined);
  assert.equal(oee.value, 0);
  assert.equal(nee(still, 0).value, 0);
  assert.equal(teep(oee, 200).value, 0);
});

test('without counts or an ideal cycle effectiveness, NEE and TEEP have no value', () => {
  const known = times(shift);
  assert.equal(effectiveness(known, undefined).value, undefined);
  assert.equal(nee(known, undefined).value, undefined);
  assert.equal(nee(known, undefined).bounds, undefined);
  const oee = timeModelOee(known, {
    idealTime: undefined,
    idealGoodTime: undefined,
    producedCount: undefined,
    goodCount: undefined,
  });
  assert.equal(teep(oee, 1000).value, undefined);
});

test('effectiveness() above 1 is not clamped and says so', () => {
  const { value, warnings } = effectiveness(times(shift), 330);
  assert.equal(value, 1.1);
  assert.deepEqual(warnings, [{ key: 'performanceAboveOne', subjects: [] }]);
});

test('teep() refuses a calendar time that is shorter than the planned time', () => {
  const oee = timeModelOee(times(shift), {
    idealTime: 280,
    idealGoodTime: 270,
    producedCount: 280,
    goodCount: 270,
  });
  assert.throws(() => teep(oee, 479), /invalid calendarTime: 479, allowed: at least 480/);
});

test('a ratio names the time it refuses', () => {
  const wrong = { ...times(shift), actualProductionTime: -1 };
  assert.throws(() => availability(wrong), /invalid actualProductionTime: -1, allowed: 0 or more/);
  assert.throws(() => effectiveness(times(shift), Number.NaN), /invalid idealTime: NaN/);
  assert.throws(() => nee(times(shift), -2), /invalid idealGoodTime: -2/);
});

test('ratios that depend on how orders are read pass on that there was no order data; the others do not', () => {
  const warnings = [{ key: 'noOrderData', subjects: [] }];
  const known = { ...times(shift), warnings };
  for (const of of [allocationRatio, allocationEfficiency, utilizationEfficiency, technicalEfficiency]) {
    assert.equal(of(known).warnings, warnings);
  }
  assert.equal(productionProcessRatio(known).warnings, warnings);
  assert.equal(throughputRate(known, { producedCount: 1 }).warnings, warnings);
  assert.deepEqual(availability(known).warnings, []);
  assert.deepEqual(setupRatio(known).warnings, []);
});

const hour = 3_600_000;

test('throughputRate() is in pieces an hour', () => {
  const eight = times({ production: 6 * hour, setup: hour, delay: hour, down: 0, unknown: 0 });
  const { value, bounds } = throughputRate(eight, { producedCount: 400 });
  assert.equal(value, 50);
  assert.deepEqual(bounds, { low: 50, high: 50 });
});

test('throughputRate() has no upper end where nobody can say how many were made without being counted', () => {
  const gap = times({ production: 8 * hour, setup: 0, delay: 0, down: 0, unknown: 2 * hour });
  const counts = { producedCount: 400, unknownTime: 2 * hour };
  assert.deepEqual(throughputRate(gap, counts).bounds, { low: 40, high: Infinity });
  assert.deepEqual(throughputRate(gap, { ...counts, uncounted: 200 }).bounds, { low: 40, high: 60 });
});

/** Accounts with their pieces, as ideal time. */
interface Case {
  readonly accounts: Accounts;
  readonly ideal: number;
  readonly good: number;
}

function randomCase(random: SeededRandom): Case {
  const some = () => (random.whole(4) === 0 ? 0 : random.whole(500));
  const accounts = { production: some(), setup: some(), delay: some(), down: some(), unknown: some() };
  const ideal = accounts.production === 0 ? 0 : random.whole(2 * accounts.production);
  return { accounts, ideal, good: ideal * random.next() };
}

/** A share of the unknown time falls to the other accounts; what it produces is at most at the ideal pace. */
function filled(random: SeededRandom, { accounts, ideal, good }: Case, part: number): Case {
  const [a, b, c] = [random.next(), random.next(), random.next()].sort((x, y) => x - y);
  const found = accounts.unknown * part;
  const produced = found * a * random.next();
  return {
    accounts: {
      production: accounts.production + found * a,
      setup: accounts.setup + found * (b - a),
      delay: accounts.delay + found * (c - b),
      down: accounts.down + found * (1 - c),
      unknown: accounts.unknown - found,
    },
    ideal: ideal + produced,
    good: good + produced * random.next(),
  };
}

const slack = 1e-9;

for (const seed of [11, 12]) {
  test(`whatever happened in the unknown time, the ratios lie within their bounds, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    for (let round = 0; round < 1000; round++) {
      const known = randomCase(random);
      const cycle = 1 + random.whole(9);
      const after = allFigures(filled(random, known, 1), cycle);
      for (const [name, { value, bounds }] of Object.entries(allFigures(known, cycle))) {
        for (const inside of [value, after[name].value]) {
          if (inside === undefined || bounds === undefined) continue;
          const isInside = bounds.low <= inside + slack && inside <= bounds.high + slack;
          assert.ok(isInside, `${name} in round ${round}`);
        }
        if (known.accounts.unknown === 0 && value !== undefined) {
          assert.ok(bounds && Math.abs(bounds.high - bounds.low) < slack, `${name} in round ${round}`);
        }
      }
    }
  });

  test(`the more becomes known, the closer the bounds, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    for (let round = 0; round < 1000; round++) {
      const known = randomCase(random);
      const cycle = 1 + random.whole(9);
      const after = allFigures(filled(random, known, random.next()), cycle);
      for (const [name, { bounds, coverage = 1 }] of Object.entries(allFigures(known, cycle))) {
        const { bounds: closer, coverage: more = 1 } = after[name];
        if (bounds === undefined || closer === undefined) continue;
        const isInside = bounds.low <= closer.low + slack && closer.high <= bounds.high + slack;
        assert.ok(isInside && more >= coverage - slack, `${name} in round ${round}`);
      }
    }
  });
}

function allFigures({ accounts, ideal, good }: Case, cycle: number) {
  const all = times(accounts);
  const producedCount = ideal / cycle;
  const oee = timeModelOee(all, {
    idealTime: ideal,
    idealGoodTime: good,
    producedCount,
    goodCount: good / cycle,
  });
  const counts = { producedCount, unknownTime: accounts.unknown, uncounted: accounts.unknown / cycle };
  const figures: Record<string, Kpi<unknown>> = {
    availability: availability(all),
    allocationEfficiency: allocationEfficiency(all),
    utilizationEfficiency: utilizationEfficiency(all),
    technicalEfficiency: technicalEfficiency(all),
    setupRatio: setupRatio(all),
    allocationRatio: allocationRatio(all),
    allocationOfOther: allocationRatio(all, 1000),
    productionProcessRatio: productionProcessRatio(all),
    effectiveness: effectiveness(all, ideal),
    nee: nee(all, good),
    oee,
    teep: teep(oee, 5000),
    throughputRate: throughputRate(all, counts),
  };
  return figures;
}
