import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture, fixtures } from '../../testing/fixtures.js';
import {
  attributesChart,
  type AttributesChartKind,
  type AttributesLimits,
  attributesLimits,
  attributesLimitsAt,
  type AttributesSample,
} from './attributes-chart.js';

function limitsOf(chart: AttributesChartKind, samples: readonly (AttributesSample | undefined)[]) {
  const limits: AttributesLimits | undefined = attributesLimits(chart, samples);
  assert.ok(limits);
  return limits;
}

test('p: the limits of each sample follow its size, the lower one not below 0', () => {
  const samples = [
    { count: 10, size: 100 },
    { count: 5, size: 25 },
    { count: 25, size: 275 },
  ];
  const limits = limitsOf('p', samples);
  assert.deepEqual(limits, { chart: 'p', rate: 0.1, size: undefined, samples: 3 });
  const chart = attributesChart(samples, limits);
  assert.deepEqual([...chart.values], [0.1, 0.2, 25 / 275]);
  assert.deepEqual([...chart.center], [0.1, 0.1, 0.1]);
  // 3·√(0.1·0.9 ÷ n): 0.09 of 100, 0.18 of 25.
  assert.deepEqual([chart.upper[0].toFixed(6), chart.lower[0].toFixed(6)], ['0.190000', '0.010000']);
  assert.deepEqual([chart.upper[1].toFixed(6), chart.lower[1]], ['0.280000', 0]);
  assert.equal(chart.statistic, 'p');
});

test('np: the same judgement as p, in pieces, with samples of one size', () => {
  const samples = [4, 16, 10, 25].map((count) => ({ count, size: 100 }));
  const baseline = samples.slice(0, 3);
  const pieces = attributesChart(samples, limitsOf('np', baseline));
  const shares = attributesChart(samples, limitsOf('p', baseline));
  assert.deepEqual([...pieces.values], [4, 16, 10, 25]);
  assert.equal(pieces.upper[0].toFixed(6), '19.000000');
  assert.equal(pieces.lower[0].toFixed(6), '1.000000');
  assert.deepEqual([pieces.out, shares.out], [[3], [3]]);
});

test('c: the mean count and three of its square roots', () => {
  const limits = limitsOf('c', [{ count: 3 }, { count: 6 }]);
  const { center, lower, upper } = attributesLimitsAt(limits, 1);
  assert.deepEqual([center, lower, upper.toFixed(6)], [4.5, 0, (4.5 + 3 * Math.sqrt(4.5)).toFixed(6)]);
  const sheets = limitsOf('c', [
    { count: 12, size: 2 },
    { count: 20, size: 2 },
  ]);
  assert.equal(attributesLimitsAt(sheets, 2).center, 16);
  assert.equal(attributesLimitsAt(sheets, 2).upper.toFixed(6), '28.000000');
});

test('u: nonconformities per unit, with limits that follow the units looked at', () => {
  const samples = [
    { count: 8, size: 2 },
    { count: 2, size: 0.5 },
    { count: 6, size: 1.5 },
  ];
  const limits = limitsOf('u', samples);
  assert.equal(limits.rate, 4);
  const chart = attributesChart(samples, limits);
  assert.deepEqual([...chart.values], [4, 4, 4]);
  assert.equal(chart.upper[0].toFixed(6), (4 + 3 * Math.sqrt(2)).toFixed(6));
  assert.equal(chart.upper[1].toFixed(6), (4 + 3 * Math.sqrt(8)).toFixed(6));
});

test('a gap is no sample: nothing is counted, no point is drawn, runs end', () => {
  const samples = [{ count: 1, size: 10 }, undefined, { count: 3, size: 10 }];
  const limits = limitsOf('p', samples);
  assert.equal(limits.rate, 0.2);
  assert.equal(limits.samples, 2);
  const chart = attributesChart(samples, limits);
  assert.deepEqual([...chart.values], [0.1, NaN, 0.3]);
  assert.ok(Number.isNaN(chart.upper[1]));
});

test('runs and trends are found among counts, zones are not', () => {
  const limits = limitsOf('c', [{ count: 9 }]);
  const samples = [1, 2, 3, 4, 5, 6].map((count) => ({ count }));
  const { findings } = attributesChart(samples, limits, { rules: ['nelson3', 'nelson6', 'nelson8'] });
  assert.deepEqual(
    findings.map(({ rule, at }) => [rule, at]),
    [['nelson3', 5]],
  );
});

test('a process without a nonconforming piece is out at the first one', () => {
  const limits = limitsOf('np', [{ count: 0, size: 50 }]);
  assert.deepEqual(
    attributesChart(
      [0, 1].map((count) => ({ count, size: 50 })),
      limits,
    ).out,
    [1],
  );
});

test('attributesLimits() has no limits without a sample, and names what it refuses', () => {
  assert.equal(attributesLimits('p', []), undefined);
  assert.equal(attributesLimits('p', [undefined]), undefined);
  assert.throws(() => attributesLimits('p', [{ count: 3, size: 2 }]), /invalid count: 3, allowed: 0 to 2/);
  assert.throws(
    () => attributesLimits('c', [{ count: -1 }]),
    /^RangeError: invalid count: -1, allowed: 0 to /,
  );
  assert.throws(() => attributesLimits('u', [{ count: 1, size: 0 }]), /invalid size: 0, allowed: above 0/);
  const limits = limitsOf('np', [{ count: 1, size: 100 }]);
  assert.throws(() => attributesChart([{ count: 1, size: 99 }], limits), /invalid size: 99, allowed: 100/);
});

fixtures('control charts of the NIST files: attributes', () => {
  const facts = JSON.parse(fixture('spc/facts.json')) as Record<string, Record<string, unknown>>;
  const samples = (file: string): AttributesSample[] =>
    fixture(file)
      .split(/\r?\n/)
      .slice(25)
      .map((line) => line.trim().split(/\s+/).map(Number))
      .filter((row) => row.length > 1)
      .map(([count, size]) => ({ count, size }));

  test('c of surface defects (CCC.DAT): limits and the point out', () => {
    const known = facts['CCC.DAT'];
    const data = samples('spc/CCC.DAT');
    const chart = attributesChart(data, limitsOf('c', data));
    assert.equal(data.length, known['subgroups']);
    assert.equal(chart.center[0], known['cBar']);
    assert.equal(chart.upper[0].toFixed(6), '12.780919');
    assert.equal(chart.upper[0].toFixed(6), Number(known['ucl']).toFixed(6));
    assert.equal(chart.lower[0], known['lcl']);
    assert.deepEqual(
      chart.out.map((index) => index + 1),
      known['outOfLimits'],
    );
  });

  test('np of mirrors (CCPN.DAT): the header says 100 a sample, the rows say 150, and the rows count', () => {
    const known = facts['CCPN.DAT'];
    const data = samples('spc/CCPN.DAT');
    assert.deepEqual([...new Set(data.map(({ size }) => size))], known['sizes']);
    const chart = attributesChart(data, limitsOf('np', data));
    assert.equal(data.length, known['subgroups']);
    assert.equal(chart.center[0].toFixed(6), Number(known['npBar']).toFixed(6));
    assert.equal(chart.upper[0].toFixed(6), '12.373343');
    assert.equal(chart.upper[0].toFixed(6), Number(known['ucl']).toFixed(6));
    assert.equal(chart.lower[0], known['lcl']);
    // 14 of 150 in the last sample, which the facts do not mention.
    assert.deepEqual(chart.out, [24]);
  });
});
