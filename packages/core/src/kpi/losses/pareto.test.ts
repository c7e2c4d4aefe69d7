import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeededRandom } from '../../testing/random.js';
import type { StopTime } from './machine-stops.js';
import { pareto, stopEntriesWithin, stopEntry } from './pareto.js';

function stop(from: number, to: number, extra: Partial<StopTime> = {}): StopTime {
  return {
    from,
    to,
    began: from,
    ended: to,
    continues: false,
    state: 'fault',
    reason: undefined,
    standstill: to - from,
    loss: 'equipmentFailure',
    ...extra,
  };
}

test('pareto() sorts by time, then by count, and adds up the shares', () => {
  const rows = pareto([
    { key: 'jam', duration: 20, count: 1 },
    { key: undefined, duration: 30, count: 1 },
    { key: 'tool', duration: 20, count: 4 },
    { key: 'jam', duration: 20, count: 1 },
    { key: 'door', duration: 10, count: 1 },
    { key: 'lamp', duration: 20, count: 5 },
  ]);
  assert.deepEqual(rows, [
    { key: 'jam', duration: 40, count: 2, share: 1 / 3, cumulativeShare: 1 / 3, meanDuration: 20 },
    { key: undefined, duration: 30, count: 1, share: 0.25, cumulativeShare: 70 / 120, meanDuration: 30 },
    { key: 'lamp', duration: 20, count: 5, share: 1 / 6, cumulativeShare: 0.75, meanDuration: 4 },
    { key: 'tool', duration: 20, count: 4, share: 1 / 6, cumulativeShare: 110 / 120, meanDuration: 5 },
    { key: 'door', duration: 10, count: 1, share: 1 / 12, cumulativeShare: 1, meanDuration: 10 },
  ]);
});

test('pareto() of nothing is empty, and of no time has no shares', () => {
  assert.deepEqual(pareto([]), []);
  const [row] = pareto([{ key: 'a', duration: 0, count: 0 }]);
  assert.equal(row.share, undefined);
  assert.equal(row.cumulativeShare, undefined);
  assert.equal(row.meanDuration, undefined);
});

test('pareto() refuses a duration that is no amount of time', () => {
  for (const duration of [NaN, -1]) {
    assert.throws(() => pareto([{ key: 'jam', duration, count: 1 }]), {
      name: 'RangeError',
      message: `invalid duration: ${duration}, allowed: 0 or more`,
    });
  }
});

test('a stop without a reason is unassigned, and a stop over a break counts once', () => {
  const stops = [stop(0, 10), stop(20, 25, { continues: true }), stop(40, 60, { reason: 'jam' })];
  assert.deepEqual(
    pareto(stops.map((one) => stopEntry(one, one.reason))).map(({ key, duration, count }) => [
      key,
      duration,
      count,
    ]),
    [
      ['jam', 20, 1],
      [undefined, 15, 1],
    ],
  );
});

test('a stop over the border of two shifts gives each its time and counts where it begins', () => {
  const shifts = [
    { from: 0, to: 100, key: 'early' },
    { from: 100, to: 200, key: 'late' },
    { from: 220, to: 300, key: 'night' },
  ];
  assert.deepEqual(
    stopEntriesWithin([stop(90, 130), stop(190, 230, { continues: true }), stop(310, 311)], shifts),
    [
      { key: 'early', duration: 10, count: 1 },
      { key: 'late', duration: 30, count: 0 },
      { key: 'late', duration: 10, count: 0 },
      { key: undefined, duration: 20, count: 0 },
      { key: 'night', duration: 10, count: 0 },
      { key: undefined, duration: 1, count: 1 },
    ],
  );
});

for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
  test(`time by shift agrees with a look at each millisecond, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    const ordered = (count: number) => {
      const borders = Array.from({ length: 2 * count }, () => random.whole(400)).sort((a, b) => a - b);
      return Array.from({ length: count }, (_, index) => ({
        from: borders[2 * index],
        to: borders[2 * index + 1],
      }));
    };
    const stops = ordered(15)
      .filter(({ from, to }) => from < to)
      .map(({ from, to }) => stop(from, to, { continues: random.next() < 0.2 }));
    const times = ordered(6).map((time) => ({ ...time, key: random.pick(['a', 'b', 'c', undefined]) }));
    const slow = new Map<string | undefined, { duration: number; count: number }>();
    for (let time = 0; time < 400; time++) {
      const one = stops.find(({ from, to }) => from <= time && time < to);
      if (one === undefined) continue;
      const key = times.find(({ from, to }) => from <= time && time < to)?.key;
      const sum = slow.get(key) ?? { duration: 0, count: 0 };
      sum.duration++;
      if (one.from === time && !one.continues) sum.count++;
      slow.set(key, sum);
    }
    const rows = pareto(stopEntriesWithin(stops, times));
    assert.deepEqual(new Map(rows.map(({ key, duration, count }) => [key, { duration, count }])), slow);
    assert.equal(rows.at(-1)?.cumulativeShare, 1);
    rows.forEach((row, index) => assert.ok(index === 0 || rows[index - 1].duration >= row.duration));
  });
}
