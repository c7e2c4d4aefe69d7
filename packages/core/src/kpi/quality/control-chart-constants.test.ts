import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalCumulative } from '../statistics/normal.js';
import { controlChartConstants } from './control-chart-constants.js';

const names = ['A2', 'A3', 'c4', 'B3', 'B4', 'd2', 'd3', 'D3', 'D4'] as const;

/** As the books print it; they leave out d3 of 22 to 24. That of 19 is 0.73348, which they round twice to 0.734. */
const printed = `
  2 1.880 2.659 0.7979 0     3.267 1.128 0.853 0     3.267
  3 1.023 1.954 0.8862 0     2.568 1.693 0.888 0     2.574
  4 0.729 1.628 0.9213 0     2.266 2.059 0.880 0     2.282
  5 0.577 1.427 0.9400 0     2.089 2.326 0.864 0     2.114
  6 0.483 1.287 0.9515 0.030 1.970 2.534 0.848 0     2.004
  7 0.419 1.182 0.9594 0.118 1.882 2.704 0.833 0.076 1.924
  8 0.373 1.099 0.9650 0.185 1.815 2.847 0.820 0.136 1.864
  9 0.337 1.032 0.9693 0.239 1.761 2.970 0.808 0.184 1.816
 10 0.308 0.975 0.9727 0.284 1.716 3.078 0.797 0.223 1.777
 11 0.285 0.927 0.9754 0.321 1.679 3.173 0.787 0.256 1.744
 12 0.266 0.886 0.9776 0.354 1.646 3.258 0.778 0.283 1.717
 13 0.249 0.850 0.9794 0.382 1.618 3.336 0.770 0.307 1.693
 14 0.235 0.817 0.9810 0.406 1.594 3.407 0.763 0.328 1.672
 15 0.223 0.789 0.9823 0.428 1.572 3.472 0.756 0.347 1.653
 16 0.212 0.763 0.9835 0.448 1.552 3.532 0.750 0.363 1.637
 17 0.203 0.739 0.9845 0.466 1.534 3.588 0.744 0.378 1.622
 18 0.194 0.718 0.9854 0.482 1.518 3.640 0.739 0.391 1.608
 19 0.187 0.698 0.9862 0.497 1.503 3.689 -     0.403 1.597
 20 0.180 0.680 0.9869 0.510 1.490 3.735 0.729 0.415 1.585
 21 0.173 0.663 0.9876 0.523 1.477 3.778 0.724 0.425 1.575
 22 0.167 0.647 0.9882 0.534 1.466 3.819 -     0.434 1.566
 23 0.162 0.633 0.9887 0.545 1.455 3.858 -     0.443 1.557
 24 0.157 0.619 0.9892 0.555 1.445 3.895 -     0.451 1.548
 25 0.153 0.606 0.9896 0.565 1.435 3.931 0.708 0.459 1.541`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

test('controlChartConstants() gives the printed constants of n = 2 to 25', () => {
  assert.equal(printed.length, 24);
  for (const [size, ...row] of printed) {
    const constants = controlChartConstants(Number(size));
    row.forEach((text, index) => {
      if (text === '-') return;
      const name = names[index];
      // Half of the last digit. The books made D3 and D4 of rounded d2 and d3 and differ among themselves: 2.575 and
      // 2.115 for n = 3 and 5.
      const tolerance = name === 'D4' || name === 'D3' ? 0.002 : name === 'c4' ? 0.000051 : 0.00051;
      const difference = Math.abs(constants[name] - Number(text));
      assert.ok(difference <= tolerance, `${name} of ${size}: ${constants[name]} instead of ${text}`);
    });
  }
  assert.equal(controlChartConstants(2).E2.toFixed(3), '2.659');
  assert.equal(controlChartConstants(19).d3.toFixed(5), '0.73348');
});

test('controlChartConstants() has E2 of two values as 3·√π ÷ 2 = 2.6587, which books print as 2.660 from d2 = 1.128', () => {
  assert.ok(Math.abs(controlChartConstants(2).E2 - (3 * Math.sqrt(Math.PI)) / 2) < 2e-5);
  assert.equal((3 / 1.128).toFixed(3), '2.660');
});

/** Integrals of the distribution of the range of normal values, by the trapezoid rule with a step. */
function rangeMoments(size: number, step: number): { mean: number; square: number } {
  const shares: number[] = [];
  for (let z = -8; z <= 8; z += step) shares.push(normalCumulative(z));
  let mean = 0;
  let square = 0;
  shares.forEach((low, index) => {
    const within = 1 - low ** size - (1 - low) ** size;
    mean += within * step;
    square += within * step * step;
    for (let other = index + 1; other < shares.length; other++) {
      const high = shares[other];
      square += 2 * step * step * (1 - high ** size - (1 - low) ** size + (high - low) ** size);
    }
  });
  return { mean, square };
}

test('controlChartConstants() has d2 and d3 from the distribution of the range, also the d3 that books leave out', () => {
  for (let size = 2; size <= 25; size++) {
    const coarse = rangeMoments(size, 0.125);
    const fine = rangeMoments(size, 0.0625);
    // The edge along the diagonal makes an error with the square of the step, which the two steps show.
    const square = (4 * fine.square - coarse.square) / 3;
    const { d2, d3 } = controlChartConstants(size);
    assert.ok(Math.abs(d2 - fine.mean) < 0.000006, `d2 of ${size}: ${fine.mean}`);
    const deviation = Math.sqrt(square - fine.mean ** 2);
    assert.ok(Math.abs(d3 - deviation) < 0.00006, `d3 of ${size}: ${deviation}`);
  }
  assert.deepEqual(
    [22, 23, 24].map((size) => controlChartConstants(size).d3.toFixed(3)),
    ['0.720', '0.716', '0.712'],
  );
});

test('controlChartConstants() has c4 from the gamma function', () => {
  // Γ(1) and Γ(½), Γ(5 ÷ 2) and Γ(2), Γ(25 ÷ 2) and Γ(12).
  const root = Math.sqrt(Math.PI);
  assert.ok(Math.abs(controlChartConstants(2).c4 - Math.sqrt(2) / root) < 1e-12);
  assert.ok(Math.abs(controlChartConstants(5).c4 - Math.sqrt(2 / 4) * 0.75 * root) < 1e-12);
  let half = root;
  for (let factor = 0.5; factor < 12.5; factor++) half *= factor;
  assert.ok(Math.abs(controlChartConstants(25).c4 - (Math.sqrt(2 / 24) * half) / 39916800) < 1e-12);
});

test('controlChartConstants() names the size it refuses', () => {
  for (const size of [1, 26, 2.5, NaN]) {
    assert.throws(() => controlChartConstants(size), {
      name: 'RangeError',
      message: `invalid subgroup size: ${size}, allowed: 2 to 25`,
    });
  }
});
