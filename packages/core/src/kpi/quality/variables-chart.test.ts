import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture, fixtures } from '../../testing/fixtures.js';
import { SeededRandom } from '../../testing/random.js';
import { sampleDeviation } from '../statistics/summary.js';
import { nelsonRules } from './run-rules.js';
import { flowRates, jets, laterPistonRingMeans, pistonRings } from './testing/published-data.js';
import { variablesChart, type VariablesLimits, variablesLimits } from './variables-chart.js';

function limitsOf(...[chart, subgroups]: Parameters<typeof variablesLimits>): VariablesLimits {
  const limits = variablesLimits(chart, subgroups);
  assert.ok(limits);
  return limits;
}

const fixed = (digits: number, ...values: number[]) => values.map((value) => value.toFixed(digits));

test('X̄-R of the piston rings (Montgomery): limits to the printed digits, no point out', () => {
  const limits = limitsOf('xBarR', pistonRings);
  const { center, lower, upper } = limits.location;
  assert.deepEqual(fixed(5, center, lower, upper), ['74.00118', '73.98805', '74.01430']);
  assert.equal(limits.sigma.toFixed(6), '0.009785');
  assert.equal(limits.dispersion.center.toFixed(5), '0.02276');
  assert.equal(limits.dispersion.lower, 0);
  assert.equal(limits.dispersion.upper.toFixed(4), '0.0481');
  assert.deepEqual([limits.subgroupSize, limits.subgroups], [5, 25]);
  const { location, dispersion } = variablesChart(pistonRings, limits);
  assert.deepEqual([location.out, dispersion.out], [[], []]);
  assert.deepEqual([location.statistic, dispersion.statistic], ['mean', 'range']);
  assert.equal(dispersion.values[0].toFixed(3), '0.038');
});

test('X̄-R: later samples are judged by the limits of the first 25, and 37, 38 and 39 are out', () => {
  const limits = limitsOf('xBarR', pistonRings);
  // Only the means are published; equal values give them without any range.
  const later = laterPistonRingMeans.map((mean) => [mean, mean, mean, mean, mean]);
  const { location } = variablesChart(later, limits, { times: later.map((_, index) => index * 1000) });
  assert.deepEqual(
    location.out.map((index) => index + 26),
    [37, 38, 39],
  );
  assert.deepEqual(location.findings[0], { rule: 'nelson1', at: 11, points: [11], from: 11_000, to: 11_000 });
  assert.equal(location.center[14], limits.location.center);
  assert.equal(location.upper[14], limits.location.upper);
});

test('X̄-S has its sigma from the mean deviation and c4, in limits that hold for means and deviations', () => {
  const limits = limitsOf('xBarS', [
    [10, 12],
    [13, 11],
    [9, 13],
  ]);
  // s: √2, √2, 2√2; s̄ = 4√2 ÷ 3; c4 of two values is √(2 ÷ π).
  const mean = (4 * Math.SQRT2) / 3;
  const sigma = mean / Math.sqrt(2 / Math.PI);
  assert.equal(limits.sigma.toFixed(10), sigma.toFixed(10));
  assert.equal(limits.location.center.toFixed(10), (34 / 3).toFixed(10));
  assert.equal(limits.location.upper.toFixed(10), (34 / 3 + (3 * sigma) / Math.SQRT2).toFixed(10));
  assert.equal((limits.dispersion.upper / mean).toFixed(3), '3.267');
  assert.equal(limits.dispersion.lower, 0);
  assert.equal(variablesChart([[1, 3]], limits).dispersion.values[0], Math.SQRT2);
  assert.equal(variablesChart([[1, 3]], limits).dispersion.statistic, 'deviation');
});

test('X̄-R and X̄-S estimate about the same sigma of the piston rings', () => {
  assert.equal(limitsOf('xBarS', pistonRings).sigma.toFixed(6), '0.009830');
});

test('I-MR of the flow rates (NIST 6.3.2.2) agrees but for d2, which is printed as 1.128', () => {
  const { location, dispersion } = limitsOf('individuals', flowRates);
  assert.equal(location.center.toFixed(2), '50.81');
  assert.equal(dispersion.center.toFixed(4), '1.8778');
  // The published limits 55.8041 and 45.8159 use d2 = 1.128; it is 2 ÷ √π = 1.12838.
  const printedReach = (3 * dispersion.center) / 1.128;
  assert.deepEqual(fixed(4, location.center + printedReach, location.center - printedReach), [
    '55.8041',
    '45.8159',
  ]);
  assert.deepEqual(fixed(4, location.upper, location.lower), ['55.8024', '45.8176']);
  // Published 6.1347 with D4 = 3.267; it is 3.2665.
  assert.equal((3.267 * dispersion.center).toFixed(4), '6.1347');
  assert.equal(dispersion.upper.toFixed(3), '6.134');
});

test('I-MR of the jets (SAS) to the printed digits', () => {
  const { location, dispersion, sigma } = limitsOf('individuals', jets);
  assert.equal(location.center.toFixed(2), '80.39');
  assert.equal(dispersion.center.toFixed(5), '5.32632');
  assert.equal(sigma.toFixed(4), '4.7203');
  assert.deepEqual(fixed(4, location.upper, location.lower), ['94.5510', '66.2290']);
  assert.equal(dispersion.upper.toFixed(3), '17.399');
});

test('I-MR: no moving range reaches across a gap, and a gap is no point', () => {
  const limits = limitsOf('individuals', [1, 3, undefined, 100, 104]);
  assert.equal(limits.dispersion.center, 3);
  assert.equal(limits.location.center, 52);
  assert.equal(limits.subgroups, 4);
  // Two ranges ÷ 2·(2π ÷ 3 − 3 + √3).
  assert.equal(limits.degreesOfFreedom.toFixed(3), '1.210');
  const { location, dispersion } = variablesChart([1, 3, undefined, 100, 104], limits);
  assert.deepEqual([...location.values], [1, 3, NaN, 100, 104]);
  assert.deepEqual([...dispersion.values], [NaN, 2, NaN, NaN, 4]);
  assert.deepEqual([dispersion.statistic, location.statistic], ['movingRange', 'individual']);
  assert.ok(Number.isNaN(location.upper[2]) === false, 'the limits go on through a gap');
});

test('a gap ends the runs of a chart', () => {
  const limits = limitsOf('individuals', [-1, 1, -1, 1]);
  const run = [0.5, 0.5, 0.5, 0.5];
  const rules = ['westernElectric4'] as const;
  const without = variablesChart([...run, ...run], limits, { rules });
  assert.deepEqual(
    without.location.findings.map(({ at, points }) => [at, points.length]),
    [[7, 8]],
  );
  assert.deepEqual(variablesChart([...run, undefined, ...run], limits, { rules }).location.findings, []);
});

test('rules about zones hold for means alone, runs not for moving ranges', () => {
  const limits = limitsOf('individuals', [0, 1, 0, 1]);
  const steady = Array.from({ length: 20 }, () => 0.5);
  const chart = variablesChart(steady, limits, { rules: nelsonRules });
  assert.deepEqual(new Set(chart.location.findings.map(({ rule }) => rule)), new Set(['nelson7']));
  assert.deepEqual(chart.dispersion.findings, []);
  const equal = Array.from({ length: 20 }, () => [0.4, 0.6]);
  const range = variablesChart(
    equal,
    limitsOf('xBarR', [
      [0, 1],
      [1, 0],
    ]),
    { rules: nelsonRules },
  );
  assert.deepEqual(new Set(range.dispersion.findings.map(({ rule }) => rule)), new Set(['nelson2']));
});

test('variablesLimits() has no limits without a basis', () => {
  assert.equal(variablesLimits('xBarR', []), undefined);
  assert.equal(variablesLimits('xBarS', [undefined, []]), undefined);
  assert.equal(variablesLimits('individuals', [5]), undefined);
  assert.equal(variablesLimits('individuals', [5, undefined, 6]), undefined);
});

test('variablesLimits() and variablesChart() name what they refuse', () => {
  const limits = limitsOf('xBarR', [
    [1, 2],
    [2, 1],
  ]);
  assert.throws(
    () =>
      variablesLimits('xBarR', [
        [1, 2],
        [1, 2, 3],
      ]),
    /invalid subgroup size: 3, allowed: 2/,
  );
  assert.throws(() => variablesLimits('xBarR', [[1]]), /invalid subgroup size: 1, allowed: 2 to 25/);
  assert.throws(() => variablesLimits('individuals', [[1, 2]]), /invalid subgroup size: 2, allowed: 1/);
  assert.throws(() => variablesLimits('individuals', [1, NaN]), /invalid value: NaN, allowed: a finite/);
  assert.throws(() => variablesChart([[1, 2, 3]], limits), /invalid subgroup size: 3, allowed: 2/);
  assert.throws(
    () => variablesChart([[1, 2]], limits, { times: [] }),
    /invalid number of times: 0, allowed: 1/,
  );
});

test('limits survive being stored as JSON', () => {
  const limits = limitsOf('xBarR', pistonRings);
  assert.deepEqual(JSON.parse(JSON.stringify(limits)), limits);
});

test('a process without any spread is out at the least difference and not before', () => {
  const limits = limitsOf('individuals', [2, 2, 2]);
  assert.deepEqual(variablesChart([2, 2.001, 2, 1.999], limits).location.out, [1, 3]);
});

const seed = 41;
test(`sigma has the degrees of freedom that its spread over many studies shows (seed ${seed})`, () => {
  const random = new SeededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const study = (chart: VariablesLimits['chart'], count: number, size: number) => {
    const sigmas: number[] = [];
    let degrees = 0;
    for (let round = 0; round < 2000; round++) {
      const subgroups = Array.from({ length: count }, () => Array.from({ length: size }, normal));
      const limits = limitsOf(chart, subgroups);
      sigmas.push(limits.sigma);
      degrees = limits.degreesOfFreedom;
    }
    const mean = sigmas.reduce((sum, one) => sum + one, 0) / sigmas.length;
    const variance = sigmas.reduce((sum, one) => sum + (one - mean) ** 2, 0) / sigmas.length;
    assert.ok(Math.abs(mean - 1) < 0.02, `${chart}: sigma is ${mean}`);
    const shown = mean ** 2 / (2 * variance);
    assert.ok(Math.abs(degrees / shown - 1) < 0.12, `${chart}: ${degrees} instead of ${shown}`);
  };
  study('xBarR', 10, 5);
  study('xBarS', 10, 4);
  study('individuals', 50, 1);
});

fixtures('control charts of the NIST files: variables', () => {
  const facts = JSON.parse(fixture('spc/facts.json')) as Record<string, Record<string, number>>;
  const rows = (file: string) =>
    fixture(file)
      .split(/\r?\n/)
      .slice(25)
      .map((line) => line.trim().split(/\s+/).map(Number))
      .filter((row) => row.length > 1);

  test('I-MR of facts.json is ours, with the d2 = 1.128 that it was made with', () => {
    const known = facts['nist individuals 6.3.2.2'];
    const { location, dispersion } = limitsOf('individuals', known['data'] as unknown as number[]);
    assert.equal(location.center.toFixed(2), known['center'].toFixed(2));
    assert.equal(dispersion.center.toFixed(4), known['mrBar'].toFixed(4));
    const reach = (3 * dispersion.center) / 1.128;
    assert.equal((location.center + reach).toFixed(4), known['ucl'].toFixed(4));
    assert.equal((location.center - reach).toFixed(4), known['lcl'].toFixed(4));
    assert.ok(Math.abs(location.upper - known['ucl']) < 0.002);
  });

  test('X̄-R of the wafer thickness (CCXBAR.DAT): 20 days of 5', () => {
    const days = new Map<number, number[]>();
    for (const [thickness, day] of rows('spc/CCXBAR.DAT')) {
      days.set(day, [...(days.get(day) ?? []), thickness]);
    }
    const known = facts['CCXBAR.DAT'];
    const limits = limitsOf('xBarR', [...days.values()]);
    assert.deepEqual([limits.subgroups, limits.subgroupSize], [known['subgroups'], known['n']]);
    const { location, dispersion } = limits;
    assert.equal(location.center.toFixed(6), known['grandMean'].toFixed(6));
    assert.equal(dispersion.center.toFixed(6), known['rBar'].toFixed(6));
    // The facts use A2 and D4 as printed, 0.577 and 2.114; ours have more digits.
    assert.equal(
      (location.center + 0.577 * dispersion.center).toFixed(5),
      known['xbarUclWithA2_0577'].toFixed(5),
    );
    assert.ok(Math.abs(location.upper - known['xbarUclWithA2_0577']) < 0.0005 * known['rBar']);
    assert.ok(Math.abs(location.lower - known['xbarLclWithA2_0577']) < 0.0005 * known['rBar']);
    assert.ok(Math.abs(dispersion.upper - known['rUclWithD4_2114']) < 0.002 * known['rBar']);
    // The last day has a mean of 25.36, which the facts do not mention.
    assert.deepEqual(variablesChart([...days.values()], limits).location.out, [19]);
  });

  test('X̄-S of the film thickness (FURNACE.DAT): 21 runs of 8 wafers', () => {
    const runs = new Map<number, number[]>();
    for (const [run, , , thickness] of rows('spc/FURNACE.DAT')) {
      runs.set(run, [...(runs.get(run) ?? []), thickness]);
    }
    const limits = limitsOf('xBarS', [...runs.values()]);
    // 168 observations, says the file; the handbook (3.5.1) gives mean 563.0357 and standard deviation 25.3847.
    assert.deepEqual([limits.subgroups, limits.subgroupSize], [21, 8]);
    assert.equal(limits.location.center.toFixed(4), '563.0357');
    const values = [...runs.values()].flat();
    assert.equal(values.length, 168);
    assert.equal(sampleDeviation(values)?.toFixed(4), '25.3847');
    // Runs differ by much more than the wafers of a run: the handbook finds run to run variation too.
    const out = variablesChart([...runs.values()], limits).location.out.length;
    assert.ok(out > 5, `${out} runs are out`);
  });
});
