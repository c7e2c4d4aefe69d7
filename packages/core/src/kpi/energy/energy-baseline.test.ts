import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeededRandom } from '../../testing/random.js';
import { energyBaseline } from './energy-baseline.js';
import { continuedEnergyPerformance, energyPerformance } from './energy-performance.js';
import type { EnergyPeriod } from './energy-period.js';

const example: EnergyPeriod[] = [
  { energy: 620, drivers: [100] },
  { energy: 720, drivers: [150] },
  { energy: 835, drivers: [200] },
  { energy: 925, drivers: [250] },
];

/** Energy 400 + 2 a piece with a small, even scatter: a baseline without any fault. */
function sound(): EnergyPeriod[] {
  const scatter = [3, -2, -4, 1, 4, -3, 2, -1, -3, 4, 1, -2, 3, -4];
  return scatter.map((rest, index) => {
    const pieces = 100 + 10 * ((index * 5) % 14);
    return { energy: 400 + 2 * pieces + rest, drivers: [pieces] };
  });
}

test('energyBaseline() gives base load and marginal energy of the worked example', () => {
  const { fit, ranges } = energyBaseline(['pieces'], example);
  close(fit?.slopes[0].value, 2.06);
  close(fit?.intercept.value, 414.5);
  assert.equal(fit?.determination?.toFixed(5), '0.99802');
  assert.deepEqual(ranges, [{ low: 100, high: 250 }]);
});

test('energyBaseline() has nothing to warn of in a sound baseline', () => {
  assert.deepEqual(energyBaseline(['pieces'], sound()).warnings, []);
});

test('energyBaseline() warns of few points, with the number found and the number wanted', () => {
  const { warnings } = energyBaseline(['pieces'], example);
  assert.deepEqual(warnings, [{ key: 'fewBaselinePeriods', subjects: ['4', '12'] }]);
  assert.deepEqual(keys(energyBaseline(['pieces'], sound(), { fewBaselinePeriods: 15 })), [
    'fewBaselinePeriods',
  ]);
});

test('energyBaseline() leaves out periods without energy or driver and says how many', () => {
  const periods = [...sound(), { energy: undefined, drivers: [1] }, { energy: 1, drivers: [undefined] }];
  const { used, warnings } = energyBaseline(['pieces'], periods);
  assert.equal(used.length, 14);
  assert.deepEqual(warnings, [{ key: 'missingBaselinePeriods', subjects: ['2', '16'] }]);
});

test('energyBaseline() names a driver without effect, and energy that the drivers do not explain', () => {
  const noise = [5, -7, 2, 9, -4, -8, 6, 1, -3, 8, -9, 0];
  const periods = noise.map((rest, index) => ({ energy: 20 + rest, drivers: [index % 4] }));
  const { warnings } = energyBaseline(['shifts'], periods, { residualAutocorrelation: { low: 0, high: 4 } });
  const found = warnings.map(({ key }) => key);
  assert.deepEqual(found, ['lowDetermination', 'insignificantDriver', 'highVariation']);
  assert.equal(warnings[1].subjects[0], 'shifts');
  assert.equal(warnings[0].subjects[1], '0.75');
});

test('energyBaseline() warns of residuals that drift, hang together or stand out, and of a negative base load', () => {
  const drift = sound().map((one, index) => ({ ...one, energy: (one.energy ?? 0) + 3 * index }));
  assert.ok(keys(energyBaseline(['pieces'], drift)).includes('residualTrend'));

  const waves = sound().map(({ drivers: [pieces = 0] }, index) => ({
    energy: 400 + 2 * pieces + (index % 7 < 4 ? 5 : -5),
    drivers: [pieces],
  }));
  const model = energyBaseline(['pieces'], waves);
  assert.deepEqual(keys(model), ['residualAutocorrelation']);
  assert.ok((model.durbinWatson ?? 2) < 1.5);

  const spike = sound().map((one, index) => ({ ...one, energy: (one.energy ?? 0) + (index === 6 ? 60 : 0) }));
  const { outliers, warnings } = energyBaseline(['pieces'], spike);
  assert.deepEqual(outliers, [6]);
  assert.deepEqual(warnings.find(({ key }) => key === 'residualOutliers')?.subjects, ['6']);

  const below = sound().map((one) => ({ ...one, energy: (one.energy ?? 0) - 500 }));
  assert.ok(keys(energyBaseline(['pieces'], below)).includes('negativeBaseLoad'));
});

test('energyBaseline() gives the Durbin–Watson statistic of its residuals', () => {
  // Residuals −0.5, −3.5, 8.5, −4.5: steps −3, 12, −13; 322 ÷ 105.
  const periods = [100, 150, 200, 250].map((pieces, index) => ({
    energy: [620, 720, 835, 925][index],
    drivers: [pieces],
  }));
  const { fit, durbinWatson } = energyBaseline(['pieces'], periods);
  const [a, b, c, d] = fit?.residuals ?? [];
  close(a, -0.5);
  close(b, -3.5);
  close(c, 8.5);
  close(d, -4.5);
  close(durbinWatson, 322 / 105);
});

test('energyBaseline() without a model says why, and there is no performance against it', () => {
  const equal = sound().map(({ energy }) => ({ energy, drivers: [7] }));
  const model = energyBaseline(['pieces'], equal);
  assert.equal(model.fit, undefined);
  assert.deepEqual(model.warnings, [{ key: 'constantDriver', subjects: ['pieces'] }]);
  const { value, bounds, coverage, difference, saving, expectedBounds, warnings } = energyPerformance(
    model,
    equal,
  );
  assert.deepEqual([value, bounds, coverage, difference], [undefined, undefined, 0, undefined]);
  assert.deepEqual([saving, expectedBounds], [undefined, undefined]);
  assert.deepEqual(
    warnings.map(({ key }) => key),
    ['constantDriver', 'noBaseline'],
  );
});

test('energyPerformance() gives expected energy, difference, cumulative sum, indicator and saving', () => {
  const model = energyBaseline(['pieces'], example);
  const { value, bounds, coverage, difference, saving, inputs } = energyPerformance(model, [
    { energy: 826.5, drivers: [200] }, // 414.5 + 412
    { energy: 770, drivers: [150] }, // 723.5 expected
    { energy: 600, drivers: [100] }, // 620.5 expected
  ]);
  const points = inputs.periods;
  [826.5, 723.5, 620.5].forEach((expected, index) => close(points[index].expected, expected));
  [0, 46.5, -20.5].forEach((found, index) => near(points[index].difference, found));
  [0, 46.5, 26].forEach((found, index) => near(points[index].cumulativeSum, found));
  near(difference, 26);
  close(value, 2196.5 / 2170.5);
  close(saving, -26 / 2170.5);
  assert.deepEqual(bounds, { low: value, high: value });
  assert.equal(coverage, 1);
});

test('energyPerformance() gives the interval in which a period, and the sum of all, lies by chance', () => {
  const model = energyBaseline(['pieces'], example);
  const one = energyPerformance(model, [{ energy: 900, drivers: [200] }]);
  // t of two degrees of freedom at 97.5 %: 4.302653.
  const half = 4.302652729911275 * Math.sqrt((105 / 2) * (1 + 1 / 4 + 25 ** 2 / 12_500));
  close(one.inputs.periods[0].expectedBounds?.low, 826.5 - half);
  close(one.expectedBounds?.high, 826.5 + half);
  const two = energyPerformance(model, [
    { energy: 900, drivers: [200] },
    { energy: 900, drivers: [100] },
  ]);
  const together = 4.302652729911275 * Math.sqrt((105 / 2) * (2 + 1 + 50 ** 2 / 12_500));
  close(two.expectedBounds?.high, 826.5 + 620.5 + together);
});

test('energyPerformance() against a line through two points has no intervals', () => {
  const model = energyBaseline(['pieces'], example.slice(0, 2));
  const { value, expectedBounds, inputs } = energyPerformance(model, [{ energy: 820, drivers: [200] }]);
  close(value, 1);
  assert.deepEqual([expectedBounds, inputs.periods[0].expectedBounds], [undefined, undefined]);
});

test('energyPerformance() says which drivers lie beyond what the baseline has seen', () => {
  const { inputs, warnings } = energyPerformance(energyBaseline(['pieces'], sound()), [
    { energy: 700, drivers: [150] },
    { energy: 900, drivers: [231] },
    { energy: 500, drivers: [99] },
  ]);
  assert.deepEqual(
    inputs.periods.map(({ beyond }) => beyond),
    [[], ['pieces'], ['pieces']],
  );
  assert.deepEqual(warnings, [{ key: 'beyondBaseline', subjects: ['pieces', '2'] }]);
});

test('energyPerformance() leaves out what is missing, and says nothing of what it could have been', () => {
  const { inputs, coverage, bounds, value, warnings } = energyPerformance(
    energyBaseline(['pieces'], sound()),
    [
      { energy: undefined, drivers: [150] },
      { energy: 750, drivers: [150] },
      { energy: 700, drivers: [undefined] },
    ],
  );
  assert.equal(inputs.periods[0].difference, undefined);
  assert.ok(Math.abs((inputs.periods[0].expected ?? 0) - 700) < 3);
  assert.equal(inputs.periods[2].expected, undefined);
  assert.equal(inputs.periods[2].cumulativeSum, inputs.periods[1].difference);
  assert.equal(inputs.used, 1);
  close(coverage, 1 / 3);
  assert.equal(bounds, undefined);
  close(value, 750 / (inputs.periods[1].expected ?? 0));
  assert.deepEqual(warnings, [{ key: 'missingPeriods', subjects: ['2', '3'] }]);
});

test('energyBaseline() and energyPerformance() name what they refuse', () => {
  assert.throws(() => energyBaseline(['a', 'b'], example), /invalid drivers: 1, allowed: 2 a period/);
  const model = energyBaseline(['pieces'], example);
  assert.throws(() => energyPerformance(model, [{ energy: 1, drivers: [] }]), /invalid drivers: 0/);
  assert.throws(() => energyPerformance(model, [{ energy: NaN, drivers: [1] }]), /invalid value: NaN/);
  assert.throws(() => energyBaseline(['a'], [{ energy: 1, drivers: [Infinity] }]), /invalid value: Infinity/);
  assert.throws(
    () => energyPerformance(model, example, 1),
    /invalid confidence: 1, allowed: above 0 and below 1/,
  );
});

const seed = 50006;
test(`the cumulative sum ends at 0 on the baseline itself, and in parts as at once, seed ${seed}`, () => {
  const random = new SeededRandom(seed);
  for (let run = 0; run < 200; run++) {
    const names = ['a', 'b', 'c'].slice(0, 1 + random.whole(3));
    const periods = Array.from({ length: 6 + random.whole(60) }, () => {
      const drivers = names.map(() => (random.next() < 0.03 ? undefined : 1000 * random.next()));
      const energy = drivers.reduce<number>((sum, value) => sum + 3 * (value ?? 0), 500 + 90 * random.next());
      return { energy: random.next() < 0.05 ? undefined : energy, drivers };
    });
    const model = energyBaseline(names, periods);
    if (model.fit === undefined) continue;
    const whole = energyPerformance(model, periods);
    assert.ok(Math.abs(whole.difference ?? NaN) < 1e-7, `run ${run}: ${whole.difference}`);
    assert.ok(Math.abs((whole.value ?? NaN) - 1) < 1e-10);
    const { inputs } = whole;
    const differences = inputs.periods.reduce((sum, { difference }) => sum + (difference ?? 0), 0);
    assert.ok(Math.abs(differences - (inputs.actual - inputs.expected)) < 1e-7);

    let parts = energyPerformance(model, []);
    for (let from = 0; from < periods.length;) {
      const to = from + 1 + random.whole(9);
      parts = continuedEnergyPerformance(parts, periods.slice(from, to));
      from = to;
    }
    assert.deepEqual(parts, whole);
  }
});

function keys({ warnings }: { warnings: readonly { key: string }[] }): string[] {
  return warnings.map(({ key }) => key);
}

function close(found: number | undefined, expected: number): void {
  const within = 1e-10 * Math.abs(expected);
  assert.ok(found !== undefined && Math.abs(found - expected) <= within, `${found} is not ${expected}`);
}

function near(found: number | undefined, expected: number): void {
  assert.ok(found !== undefined && Math.abs(found - expected) <= 1e-9, `${found} is not ${expected}`);
}
