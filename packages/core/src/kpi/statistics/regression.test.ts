import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeededRandom } from '../../testing/random.js';
import { leastSquares, type Regression, regressionPrediction } from './regression.js';

/** NIST Statistical Reference Datasets, Norris: x, y. */
// prettier-ignore
const norris = [
  [0.2, 0.1], [337.4, 338.8], [118.2, 118.1], [884.6, 888.0], [10.1, 9.2], [226.5, 228.1], [666.3, 668.5],
  [996.3, 998.5], [448.6, 449.1], [777.0, 778.9], [558.2, 559.2], [0.4, 0.3], [0.6, 0.1], [775.5, 778.1],
  [666.9, 668.8], [338.0, 339.3], [447.5, 448.9], [11.6, 10.8], [556.0, 557.7], [228.1, 228.3], [995.8, 998.0],
  [887.6, 888.8], [120.2, 119.6], [0.3, 0.3], [0.3, 0.6], [556.8, 557.6], [339.1, 339.3], [887.2, 888.0],
  [999.0, 998.5], [779.0, 778.9], [11.1, 10.2], [118.3, 117.6], [229.2, 228.9], [669.1, 668.4], [448.9, 449.2],
  [0.5, 0.2],
];

/** NIST Statistical Reference Datasets, Longley: y and six nearly collinear drivers. */
const longley = [
  [60323, 83.0, 234289, 2356, 1590, 107608, 1947],
  [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
  [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
  [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
  [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
  [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
  [64989, 99.0, 365385, 1870, 3547, 115094, 1953],
  [63761, 100.0, 363112, 3578, 3350, 116219, 1954],
  [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
  [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
  [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
  [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
  [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
  [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
  [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
  [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
];

test('leastSquares() gives the certified answers of NIST for Norris', () => {
  const fit = fitted(
    norris.map(([x]) => [x]),
    norris.map(([, y]) => y),
  );
  close(fit.intercept.value, -0.262323073774029, 1e-10);
  close(fit.intercept.standardError, 0.232818234301152, 1e-12);
  close(fit.slopes[0].value, 1.00211681802045, 1e-13);
  close(fit.slopes[0].standardError, 0.000429796848199937, 1e-12);
  close(fit.residualDeviation, 0.884796396144373, 1e-12);
  close(fit.determination, 0.999993745883712, 1e-14);
  assert.equal(fit.degreesOfFreedom, 34);
});

test('leastSquares() gives the certified answers of NIST for Longley, whose drivers are nearly collinear', () => {
  const fit = fitted(
    longley.map(([, ...drivers]) => drivers),
    longley.map(([y]) => y),
  );
  const certified = [
    [-3482258.63459582, 890420.383607373],
    [15.0618722713733, 84.9149257747669],
    [-0.035819179292591, 0.0334910077722432],
    [-2.02022980381683, 0.488399681651699],
    [-1.03322686717359, 0.214274163161675],
    [-0.0511041056535807, 0.22607320006937],
    [1829.15146461355, 455.478499142212],
  ];
  [fit.intercept, ...fit.slopes].forEach(({ value, standardError }, index) => {
    close(value, certified[index][0], 1e-10);
    close(standardError, certified[index][1], 1e-10);
  });
  close(fit.residualDeviation, 304.854073561965, 1e-10);
  close(fit.determination, 0.995479004577296, 1e-12);
  // Adjusted R² of these figures: 1 − (1 − R²) 15 ÷ 9.
  close(fit.adjustedDetermination, 0.992465007628827, 1e-12);
});

test('leastSquares() gives the line of the worked energy example, with t and p of its slope', () => {
  const fit = fitted([[100], [150], [200], [250]], [620, 720, 835, 925]);
  close(fit.slopes[0].value, 2.06, 1e-13);
  close(fit.intercept.value, 414.5, 1e-13);
  assert.equal(fit.determination?.toFixed(5), '0.99802');
  // Σ residual² = 105, two degrees of freedom; Σ (x − mean)² = 12 500.
  close(fit.residualDeviation, Math.sqrt(105 / 2), 1e-12);
  const t = 2.06 / Math.sqrt(105 / 2 / 12_500);
  close(fit.slopes[0].t, t, 1e-12);
  // Student's t of two degrees of freedom in closed form.
  close(fit.slopes[0].pValue, 1 - t / Math.sqrt(2 + t * t), 1e-9);
  close(fit.coefficientOfVariation, Math.sqrt(105 / 2) / 775, 1e-12);
});

test('regressionPrediction() gives the value at a point and the error of one new observation there', () => {
  const fit = fitted([[100], [150], [200], [250]], [620, 720, 835, 925]);
  const { value, standardError } = regressionPrediction(fit, [300]);
  close(value, 1032.5, 1e-13);
  close(standardError, Math.sqrt((105 / 2) * (1 + 1 / 4 + 125 ** 2 / 12_500)), 1e-12);
  assert.throws(() => regressionPrediction(fit, [1, 2]), /invalid row: 2 drivers, allowed: 1/);
});

test('regressionPrediction() of several observations has the error of their sum', () => {
  const fit = fitted([[100], [150], [200], [250]], [620, 720, 835, 925]);
  const { value, standardError } = regressionPrediction(fit, [100 + 300], 2);
  close(value, 2 * 414.5 + 2.06 * 400, 1e-13);
  // Var = s² (2 + Σ of the leverages of both and between them): 2²/4 + (−75 + 125)² ÷ 12 500.
  close(standardError, Math.sqrt((105 / 2) * (2 + 1 + 50 ** 2 / 12_500)), 1e-12);
});

test('leastSquares() says why there is no regression, and at which driver', () => {
  assert.deepEqual(leastSquares([[7], [7], [7]], [1, 2, 3]), {
    fit: undefined,
    reason: 'constantDriver',
    driver: 0,
  });
  const rows = [
    [1, 5, 11],
    [2, 3, 8],
    [3, 8, 19],
    [4, 1, 6],
    [5, 2, 9],
  ];
  assert.deepEqual(leastSquares(rows, [1, 2, 3, 4, 6]), {
    fit: undefined,
    reason: 'collinearDrivers',
    driver: 2,
  });
  assert.equal(leastSquares([[1], [2]], [3, 4]).reason, undefined);
  assert.equal(leastSquares([[1]], [3]).reason, 'tooFewPoints');
  assert.equal(leastSquares([], []).reason, 'tooFewPoints');
});

test('leastSquares() takes equal values of 0.1 for a constant driver, whatever rounding leaves', () => {
  const rows = Array.from({ length: 10 }, () => [0.1]);
  assert.equal(leastSquares(rows, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).reason, 'constantDriver');
});

test('leastSquares() has no errors without degrees of freedom, and no R² where all values are equal', () => {
  const exact = fitted([[1], [2]], [3, 5]);
  close(exact.slopes[0].value, 2, 1e-14);
  assert.equal(exact.residualDeviation, undefined);
  assert.equal(exact.slopes[0].standardError, undefined);
  assert.equal(exact.slopes[0].pValue, undefined);
  assert.equal(regressionPrediction(exact, [3]).standardError, undefined);
  const flat = fitted([[1], [2], [3]], [4, 4, 4]);
  assert.equal(flat.slopes[0].value, 0);
  assert.equal(flat.determination, undefined);
  assert.equal(flat.slopes[0].t, undefined);
  // Ten times 0.1 is not 1: rounding is no variation.
  const tenths = fitted([[1], [2], [3], [4], [5], [6], [7], [8], [9], [10]], new Array<number>(10).fill(0.1));
  assert.equal(tenths.determination, undefined);
});

test('leastSquares() without drivers is the mean', () => {
  const fit = fitted([[], [], []], [1, 2, 6]);
  assert.equal(fit.intercept.value, 3);
  close(fit.intercept.standardError, Math.sqrt(7 / 3), 1e-14);
});

test('leastSquares() names what it refuses', () => {
  assert.throws(() => leastSquares([[1], [2]], [1]), /invalid rows: 2, allowed: as many as values, 1/);
  assert.throws(() => leastSquares([[1], [2, 3]], [1, 2]), /invalid row: 2 drivers, allowed: 1/);
  assert.throws(() => leastSquares([[NaN]], [1]), /invalid value: NaN, allowed: a finite number/);
  assert.throws(() => leastSquares([[1]], [Infinity]), /invalid value: Infinity/);
});

const seed = 5006;
test(`residuals of leastSquares() add up to 0 and have no share in any driver, seed ${seed}`, () => {
  const random = new SeededRandom(seed);
  for (let run = 0; run < 100; run++) {
    const drivers = 1 + random.whole(4);
    const count = drivers + 2 + random.whole(30);
    const rows = Array.from({ length: count }, () =>
      Array.from({ length: drivers }, (_, driver) => 10 ** driver * (random.next() + random.whole(3))),
    );
    const values = rows.map((row) => row.reduce((sum, value) => sum + value, 5 * random.next()));
    const { residuals } = fitted(rows, values);
    const size = Math.max(...values);
    assert.ok(Math.abs(sum(residuals)) < 1e-10 * size * count);
    for (let driver = 0; driver < drivers; driver++) {
      const share = sum(residuals.map((value, index) => value * rows[index][driver]));
      assert.ok(Math.abs(share) < 1e-9 * size * size * count, `run ${run}, driver ${driver}: ${share}`);
    }
  }
});

function fitted(rows: readonly (readonly number[])[], values: readonly number[]): Regression {
  const { fit } = leastSquares(rows, values);
  assert.ok(fit);
  return fit;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Equal within a share of the expected value. */
function close(found: number | undefined, expected: number, within: number): void {
  assert.ok(
    found !== undefined && Math.abs(found - expected) <= within * Math.abs(expected),
    `${found} is not ${expected}`,
  );
}
