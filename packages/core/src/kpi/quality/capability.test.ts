import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture, fixtures } from '../../testing/fixtures.js';
import { SeededRandom } from '../../testing/random.js';
import { andersonDarling } from './anderson-darling.js';
import { capabilityBounds, machineCapability, processCapability } from './capability.js';
import { capabilityIndices, taguchiIndex } from './capability-indices.js';
import { controlChartConstants } from './control-chart-constants.js';
import { pistonRings } from './testing/published-data.js';
import { type Subgroup, type VariablesLimits, variablesLimits } from './variables-chart.js';

const ringSpecification = { lower: 73.95, upper: 74.05 };

function limitsOf(
  subgroups: readonly Subgroup[],
  chart: VariablesLimits['chart'] = 'xBarR',
): VariablesLimits {
  const limits = variablesLimits(chart, subgroups);
  assert.ok(limits);
  return limits;
}

test('capabilityIndices() gives the published Cp and Cpk', () => {
  const handbook = capabilityIndices(16, 2, { lower: 8, upper: 20 });
  assert.deepEqual(
    [handbook.index, handbook.minimum, handbook.lower, handbook.upper].map((one) => one?.toFixed(4)),
    ['1.0000', '0.6667', '1.3333', '0.6667'],
  );
  // "Cocoa Fizz", 16 ± 0.2.
  assert.equal(capabilityIndices(15.9, 0.1, { lower: 15.8, upper: 16.2 }).minimum?.toFixed(2), '0.33');
  // Σs ÷ 25 = 30 of samples of four, 700 ± 80.
  const sigma = 30 / controlChartConstants(4).c4;
  assert.equal(sigma.toFixed(2), '32.56');
  assert.equal(capabilityIndices(700, sigma, { lower: 620, upper: 780 }).index?.toFixed(2), '0.82');
});

test('capabilityIndices() with one limit has that half and no Cp, and is below 0 with a mean outside', () => {
  assert.deepEqual(capabilityIndices(7, 1, { upper: 10 }), {
    index: undefined,
    minimum: 1,
    lower: undefined,
    upper: 1,
  });
  assert.equal(capabilityIndices(7, 1, { lower: 10 }).minimum, -1);
});

test('capabilityIndices() has no basis without a spread, and refuses limits that are none', () => {
  assert.equal(capabilityIndices(7, 0, { lower: 1, upper: 10 }).minimum, undefined);
  assert.equal(capabilityIndices(undefined, 1, { lower: 1, upper: 10 }).minimum, undefined);
  assert.equal(capabilityIndices(7, undefined, { lower: 1, upper: 10 }).index, undefined);
  assert.throws(
    () => capabilityIndices(1, 1, {}),
    /^RangeError: invalid specification: undefined … undefined, allowed: lower < upper, or one of them/,
  );
  assert.throws(() => capabilityIndices(1, 1, { lower: 2, upper: 2 }), /invalid specification: 2 … 2/);
});

test('taguchiIndex() is Cp at the target and falls as the mean leaves it', () => {
  const specification = { lower: 8, upper: 20, target: 14 };
  assert.equal(taguchiIndex(14, 2, specification), 1);
  assert.equal(taguchiIndex(16, 2, specification)?.toFixed(6), (1 / Math.SQRT2).toFixed(6));
  assert.equal(taguchiIndex(16, 2, { lower: 8, upper: 20 }), undefined);
});

test('processCapability() of the piston rings (Montgomery) to the printed digits', () => {
  const result = processCapability(pistonRings, ringSpecification, limitsOf(pistonRings));
  assert.deepEqual(
    [result.cp, result.value, result.pp, result.ppk].map((one) => one?.toFixed(4)),
    ['1.7032', '1.6632', '1.6551', '1.6162'],
  );
  assert.equal(result.inputs.overallSigma?.toFixed(6), '0.010070');
  assert.equal(result.inputs.count, 125);
  // R̄ of 25 samples of 5: 25 · d2² ÷ 2·d3² degrees of freedom.
  assert.equal(result.inputs.degreesOfFreedom.toFixed(1), '90.6');
  assert.deepEqual([result.bounds?.low.toFixed(2), result.bounds?.high.toFixed(2)], ['1.41', '1.91']);
  assert.deepEqual(result.warnings, []);
  assert.equal(result.cpm, undefined);
  assert.equal(result.coverage, undefined);
});

test('processCapability() reports what it is not: stable, normal, enough', () => {
  const shifted = [...pistonRings.slice(0, 9), [74.03, 74.03, 74.02, 74.02, 74.11]];
  const result = processCapability(shifted, ringSpecification, limitsOf(pistonRings), { minimumCount: 60 });
  assert.deepEqual(
    result.warnings.map(({ key }) => key),
    ['fewValues', 'notNormal', 'notStable'],
  );
  assert.deepEqual(result.warnings[0].subjects, ['50', '60']);
  assert.deepEqual(result.warnings[2].subjects, ['9']);
  assert.ok(result.value !== undefined, 'the figure is there all the same');
  assert.equal(processCapability(shifted, ringSpecification, limitsOf(pistonRings)).warnings.length, 2);
});

test('processCapability() is not stable where ranges are out either, and names the points in order', () => {
  const wide = [73.94, 74.0, 74.0, 74.0, 74.06];
  const high = [74.03, 74.03, 74.02, 74.02, 74.03];
  const subgroups = [wide, ...pistonRings.slice(0, 20), high];
  const { warnings } = processCapability(subgroups, ringSpecification, limitsOf(pistonRings));
  assert.deepEqual(warnings.find(({ key }) => key === 'notStable')?.subjects, ['0', '21']);
});

test('processCapability() of single values leaves gaps out', () => {
  const values = [9, 11, undefined, 9, 11];
  const result = processCapability(values, { lower: 4, upper: 16 }, limitsOf(values, 'individuals'));
  assert.equal(result.inputs.count, 4);
  // Moving ranges of 2, so sigma is 2 ÷ 1.12838 = 1.7725.
  assert.equal(result.cp?.toFixed(4), '1.1284');
});

test('machineCapability() is Cm and Cmk with the deviation of all values', () => {
  const values = [9, 11, 9, 11, 10];
  const { cm, value, warnings, inputs } = machineCapability(values, { lower: 4, upper: 14 });
  assert.equal(inputs.overallSigma, 1);
  assert.equal(cm?.toFixed(10), (10 / 6).toFixed(10));
  assert.equal(value?.toFixed(10), (4 / 3).toFixed(10));
  assert.deepEqual(warnings, [{ key: 'fewValues', subjects: ['5', '50'] }]);
  assert.deepEqual([inputs.withinSigma, inputs.degreesOfFreedom], [undefined, 4]);
});

test('a capability without values has no basis', () => {
  const none = machineCapability([], { lower: 1 });
  assert.deepEqual(
    [none.value, none.bounds, none.outOfSpecification, none.normality],
    [undefined, undefined, undefined, undefined],
  );
  const equal = machineCapability([2, 2, 2], { lower: 1 });
  assert.deepEqual([equal.value, equal.bounds, equal.outOfSpecification], [undefined, undefined, undefined]);
  assert.throws(() => machineCapability([NaN], { lower: 1 }), /invalid value: NaN, allowed: a finite number/);
  assert.throws(
    () => machineCapability([1], { lower: 1 }, { confidence: 1 }),
    /invalid confidence: 1, allowed: above 0, below 1/,
  );
});

test('capabilityBounds() is the interval of Bissell, and narrows as values are added', () => {
  // Montgomery: 20 values, Cpk 1.33, 95 %: 0.88 … 1.78 in the book, which rounds on the way; it is 1.7774.
  const { low, high } = capabilityBounds(1.33, 20, 19, 0.95);
  assert.deepEqual([low.toFixed(4), high.toFixed(4)], ['0.8826', '1.7774']);
  const wider = capabilityBounds(1.33, 200, 199, 0.95);
  assert.ok(wider.low > low && wider.high < high);
});

test('the expected share outside is that of a normal distribution, with one limit that of one side', () => {
  // Mean 10, deviation 1: 14 is 4 away, 8 is 2 away.
  const values = [9, 11, 9, 11, 10];
  const shown = (one: number | undefined) => one?.toExponential(6);
  assert.equal(shown(machineCapability(values, { upper: 14 }).outOfSpecification), '3.167124e-5');
  assert.equal(shown(machineCapability(values, { lower: 8 }).outOfSpecification), '2.275013e-2');
  assert.equal(shown(machineCapability(values, { lower: 8, upper: 14 }).outOfSpecification), '2.278180e-2');
});

test('andersonDarling() gives the published answer for the miles per gallon of 32 cars (R, nortest, mtcars)', () => {
  const milesPerGallon = [
    21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4,
    30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
  ];
  const result = andersonDarling(milesPerGallon);
  assert.equal(result?.statistic.toFixed(5), '0.57968');
  assert.equal(result?.probability.toFixed(4), '0.1207');
});

test('andersonDarling() has no answer for fewer than eight values or equal ones', () => {
  assert.equal(andersonDarling([1, 2, 3, 4, 5, 6, 7]), undefined);
  assert.equal(andersonDarling(new Array<number>(20).fill(3)), undefined);
});

test('andersonDarling() is sure of two far heaps, and of a value further out than any share can say', () => {
  const heaps = Array.from({ length: 100 }, (_, index) => (index % 2) * 10 + index / 1000);
  assert.ok((andersonDarling(heaps)?.probability ?? 1) < 1e-10);
  const outlier = Float64Array.from({ length: 4000 }, (_, index) => (index === 7 ? 1e9 : index % 5));
  const result = andersonDarling(outlier);
  assert.ok(result && Number.isFinite(result.statistic) && result.probability < 1e-10);
});

const seed = 7;
test(`andersonDarling() refuses about 5 of 100 normal samples at 5 % (seed ${seed})`, () => {
  const random = new SeededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  let refused = 0;
  for (let round = 0; round < 2000; round++) {
    const sample = Array.from({ length: 25 }, normal);
    if ((andersonDarling(sample)?.probability ?? 0) < 0.05) refused++;
  }
  assert.ok(refused > 70 && refused < 135, `${refused} of 2000`);
});

test(`the bounds hold the true Cpk in about 95 of 100 studies (seed ${seed})`, () => {
  const random = new SeededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  let held = 0;
  for (let round = 0; round < 2000; round++) {
    const subgroups = Array.from({ length: 20 }, () => Array.from({ length: 5 }, normal));
    // True mean 0 and deviation 1, so Cpk is 4 ÷ 3.
    const { bounds } = processCapability(subgroups, { lower: -4, upper: 5 }, limitsOf(subgroups));
    if (bounds && bounds.low <= 4 / 3 && bounds.high >= 4 / 3) held++;
  }
  assert.ok(held > 1860 && held < 1940, `${held} of 2000`);
});

fixtures('capability of the NIST handbook', () => {
  test('Cp and Cpk of facts.json (NIST 6.1.6)', () => {
    const facts = JSON.parse(fixture('spc/facts.json')) as Record<string, Record<string, number>>;
    const known = facts['nist capability 6.1.6'];
    const { index, minimum, lower, upper } = capabilityIndices(known['mean'], known['sd'], {
      lower: known['lsl'],
      upper: known['usl'],
    });
    assert.deepEqual(
      [index, minimum, upper, lower].map((one) => Number(one?.toFixed(4))),
      [known['cp'], known['cpk'], known['cpu'], known['cpl']],
    );
  });
});
