import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeededRandom } from '../../testing/random.js';
import { nelsonRules, type RunRule, runRules, westernElectricRules } from './run-rules.js';

/** 1-based numbers of the flagged points, as the publications count. */
function flagged(rule: RunRule, positions: readonly number[]): number[] {
  return runRules(positions, [rule]).map(({ at }) => at + 1);
}

const repeated = (times: number, ...values: number[]): number[] =>
  Array.from({ length: times }, () => values).flat();

test('the Western Electric rules flag what the R package qcc flags', () => {
  assert.deepEqual(flagged('westernElectric1', [0, 3.2, -3.5, 2.9]), [2, 3]);
  assert.deepEqual(flagged('westernElectric2', [0, 2.5, 1, 2.6, 0]), [4]);
  assert.deepEqual(flagged('westernElectric3', [0, 1.2, 1.3, 0.2, 1.4, 1.5]), [6]);
  assert.deepEqual(flagged('westernElectric4', [...repeated(8, -1), 1]), [8]);
  const high = [...repeated(7, 2.5), 3.2];
  assert.deepEqual(
    westernElectricRules.map((rule) => flagged(rule, high)),
    [[8], [3, 4, 5, 6, 7, 8], [5, 6, 7, 8], [8]],
  );
});

test('a finding names the flagged point and the points that make the pattern', () => {
  assert.deepEqual(runRules([0, 2.5, 1, 2.6, 0], ['westernElectric2']), [
    { rule: 'westernElectric2', at: 3, points: [1, 3] },
  ]);
  assert.deepEqual(runRules([0, 1.2, 1.3, 0.2, 1.4, 1.5], ['nelson6']), [
    { rule: 'nelson6', at: 5, points: [1, 2, 4, 5] },
  ]);
  assert.deepEqual(runRules([5, 1, 2, 3, 4, 5, 6], ['nelson3']), [
    { rule: 'nelson3', at: 6, points: [1, 2, 3, 4, 5, 6] },
  ]);
});

test('Nelson 1: a point on the limit is not beyond it', () => {
  assert.deepEqual(flagged('nelson1', [3, -3, 3.0001, -3.0001]), [3, 4]);
});

test('Nelson 2: nine in a row on one side, and a point on the centre line belongs to none', () => {
  assert.deepEqual(flagged('nelson2', repeated(10, 0.1)), [9, 10]);
  assert.deepEqual(flagged('nelson2', [...repeated(8, -0.1), 0, ...repeated(8, -0.1)]), []);
});

test('Nelson 3: six in a row all rising or all falling, and a tie ends it', () => {
  assert.deepEqual(flagged('nelson3', [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.2, 0.3]), [6]);
  assert.deepEqual(flagged('nelson3', [0.5, 0.4, 0.3, 0.2, 0.1]), []);
  assert.deepEqual(flagged('nelson3', [0.5, 0.4, 0.3, 0.2, 0.1, 0]), [6]);
  assert.deepEqual(flagged('nelson3', [1, 2, 3, 3, 4, 5, 6]), []);
});

test('Nelson 4: fourteen in a row alternating, and a tie ends it', () => {
  assert.deepEqual(flagged('nelson4', repeated(7, 0.5, 0.6)), [14]);
  assert.deepEqual(flagged('nelson4', repeated(7, 0.6, 0.5)), [14]);
  assert.deepEqual(flagged('nelson4', [0.5, ...repeated(7, 0.5, 0.6)]), [15]);
  assert.deepEqual(flagged('nelson4', [...repeated(6, 0.5, 0.6), 0.6, 0.5]), []);
});

test('Nelson 5 and 6: the two or four lie on the same side, and the last of them completes the pattern', () => {
  assert.deepEqual(flagged('nelson5', [2.5, 0, -2.5]), []);
  assert.deepEqual(flagged('nelson5', [2.5, 2.5, 0]), []);
  assert.deepEqual(flagged('nelson5', [2.5, 0, 2.5, 0, 2.5, 2]), [3, 5]);
  assert.deepEqual(flagged('nelson6', [1.5, 1.5, -1.5, 1.5, 1.5]), [5]);
  assert.deepEqual(flagged('nelson6', [1.5, 1.5, 1.5, 1.5, 0.5]), []);
  assert.deepEqual(flagged('nelson6', [-1.5, -1.5, -1, -1.5, -1.5, -1.5]), [5, 6]);
});

test('Nelson 7: fifteen in a row within one standard deviation, on both sides', () => {
  assert.deepEqual(flagged('nelson7', repeated(8, 0.9, -0.9)), [15, 16]);
  assert.deepEqual(flagged('nelson7', [...repeated(7, 0.9, -0.9), 1]), []);
});

test('Nelson 8: eight in a row outside one standard deviation, on both sides', () => {
  assert.deepEqual(flagged('nelson8', repeated(4, 1.1, -1.1)), [8]);
  assert.deepEqual(flagged('nelson8', [...repeated(3, 1.1, -1.1), 1.1, 1]), []);
});

test('a missing point ends every pattern and keeps its number', () => {
  assert.deepEqual(flagged('westernElectric4', [...repeated(7, 1), NaN, ...repeated(8, 1)]), [16]);
  assert.deepEqual(flagged('westernElectric2', [0, 2.5, NaN, 2.6]), []);
  assert.deepEqual(flagged('nelson1', [NaN, NaN, 4]), [3]);
});

test('the rules of Nelson are eight, those of Western Electric four, and another name is refused', () => {
  assert.equal(nelsonRules.join(), '1,2,3,4,5,6,7,8'.replaceAll(/\d/g, 'nelson$&'));
  assert.equal(westernElectricRules.length, 4);
  assert.throws(
    () => runRules([], ['nelson9' as RunRule]),
    /^RangeError: invalid rule: nelson9, allowed: nelson1, /,
  );
});

/** What the words of the rules say, from scratch for each point. */
function slowly(rule: RunRule, positions: readonly number[]): number[] {
  const last = (count: number, at: number) => {
    const window = at + 1 < count ? [] : positions.slice(at + 1 - count, at + 1);
    return window.some(Number.isNaN) ? [] : window;
  };
  const all = (window: readonly number[], holds: (one: number, index: number) => boolean) =>
    window.length > 0 && window.every(holds);
  const some = (window: readonly number[], needed: number, limit: number) =>
    [1, -1].some(
      (side) =>
        window.filter((one) => one * side > limit).length >= needed &&
        window[window.length - 1] * side > limit,
    );
  const steps = (window: readonly number[]) =>
    window.slice(1).map((one, index) => Math.sign(one - window[index]));
  const check: Record<string, (at: number) => boolean> = {
    nelson1: (at) => all(last(1, at), (one) => Math.abs(one) > 3),
    nelson2: (at) => [1, -1].some((side) => all(last(9, at), (one) => one * side > 0)),
    nelson3: (at) => [1, -1].some((side) => all(steps(last(6, at)), (one) => one === side)),
    nelson4: (at) =>
      [1, -1].some((side) => all(steps(last(14, at)), (one, index) => one === (index % 2 ? side : -side))),
    nelson5: (at) => some(last(3, at), 2, 2),
    nelson6: (at) => some(last(5, at), 4, 1),
    nelson7: (at) => all(last(15, at), (one) => Math.abs(one) < 1),
    nelson8: (at) => all(last(8, at), (one) => Math.abs(one) > 1),
  };
  return positions.map((_, index) => index).filter((at) => check[rule](at));
}

const seed = 20_261;
test(`each rule of Nelson finds what its words say (seed ${seed})`, () => {
  const random = new SeededRandom(seed);
  const seen = new Map<string, number>();
  for (let round = 0; round < 400; round++) {
    // Few different values make ties, few signs make runs, and some rounds stay near the line.
    const scale = random.pick([0.3, 1, 1.6]);
    const positions = Array.from({ length: 60 }, (_, index) => {
      if (random.whole(40) === 0) return NaN;
      const way = random.whole(3) === 0 ? -1 : 1;
      return round % 4 === 0 ? index % 2 || -random.next() : (way * random.whole(8) * scale) / 2;
    });
    for (const rule of nelsonRules) {
      const expected = slowly(rule, positions);
      assert.deepEqual(
        runRules(positions, [rule]).map(({ at }) => at),
        expected,
        `${rule} of round ${round}`,
      );
      seen.set(rule, (seen.get(rule) ?? 0) + expected.length);
    }
  }
  for (const rule of nelsonRules) assert.ok((seen.get(rule) ?? 0) > 5, `${rule} was never there`);
});
