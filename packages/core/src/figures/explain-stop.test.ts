import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeededRandom } from '../testing/random.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { Twin } from '../twin/twin.js';
import { equipmentStops } from './equipment-stops.js';
import { explainStop } from './explain-stop.js';

const minute = 60_000;
const hour = { from: 0, to: 60 * minute };

function observed(...rows: [signal: string, minutes: number, value: string | undefined][]): Twin {
  const twin = new Twin(workshop(), { clock: new Clock(() => hour.to) });
  twin.observe(rows.map(([signal, at, value]) => ({ signal: `press/${signal}`, time: at * minute, value })));
  twin.confirm();
  return twin;
}

function reasons(twin: Twin): string[] {
  return equipmentStops(twin, 'press', hour).map(
    ({ from, to, reason, comment }) => `${from / minute}-${to / minute} ${reason} ${comment}`,
  );
}

/** Two stops with a run between them, the second in two states. */
const states: [string, number, string][] = [
  ['state', 0, 'running'],
  ['state', 10, 'idle'],
  ['state', 30, 'running'],
  ['state', 40, 'fault'],
  ['state', 45, 'idle'],
  ['state', 50, 'running'],
];

function part(from: number, to: number) {
  return { from: from * minute, to: to * minute };
}

test('a reason and a comment told afterwards hold for their stop and no other', () => {
  const twin = observed(...states);
  explainStop(twin, 'press', part(10, 30), { reason: 'no order', comment: 'truck late' });
  assert.deepEqual(reasons(twin), [
    '10-30 no order truck late',
    '40-45 undefined undefined',
    '45-50 undefined undefined',
  ]);
});

test('a part of a stop can have a reason of its own, before and after it all stays as it was', () => {
  for (const [told, expected] of [
    [[], ['10-15 undefined', '15-20 break', '20-30 undefined']],
    [[12], ['10-15 said', '15-20 break', '20-30 said']],
    [[17], ['10-15 said', '15-20 break', '20-30 said']],
    [[25], ['10-15 said', '15-20 break', '20-30 said']],
  ] as [number[], string[]][]) {
    const twin = observed(
      ...states.slice(0, 3),
      ...told.map((at): [string, number, string] => ['reason', at, 'said']),
    );
    explainStop(twin, 'press', part(15, 20), { reason: 'break' });
    assert.deepEqual(
      reasons(twin),
      expected.map((row) => `${row} undefined`),
    );
  }
});

test('all that was said in the time is replaced', () => {
  const twin = observed(...states, ['reason', 11, 'a'], ['reason', 20, 'b'], ['reason', 25, '']);
  explainStop(twin, 'press', part(10, 30), { reason: 'c' });
  assert.deepEqual(reasons(twin)[0], '10-30 c undefined');
});

test('over several states each stop has the words, and running has none', () => {
  const twin = observed(...states);
  twin.observe([{ signal: 'press/reason', time: 35 * minute, value: 'said while it ran' }]);
  explainStop(twin, 'press', part(20, 60), { reason: 'c' });
  assert.equal(twin.series('press/reason', 'text')?.at(36 * minute)?.text, 'said while it ran');
  assert.deepEqual(reasons(twin), [
    '10-20 undefined undefined',
    '20-30 c undefined',
    '40-45 c undefined',
    '45-50 c undefined',
  ]);
});

test('an empty reason takes the present one away', () => {
  const twin = observed(...states, ['reason', 11, 'a']);
  explainStop(twin, 'press', part(10, 30), { reason: '' });
  assert.deepEqual(reasons(twin)[0], '10-30 undefined undefined');
});

test('a stop that goes on keeps its words as long as it does', () => {
  const twin = observed(['state', 0, 'running'], ['state', 50, 'fault']);
  explainStop(twin, 'press', part(50, 60), { reason: 'jam' });
  const later = new Clock(() => 2 * hour.to);
  assert.equal(twin.series('press/reason', 'text')?.at(later.now())?.text, 'jam');
});

test('explainStop() refuses equipment that there is not and a time that runs backwards', () => {
  const twin = observed(...states);
  assert.throws(() => explainStop(twin, 'lathe', part(1, 2), { reason: 'a' }), /unknown equipment: lathe/);
  assert.throws(() => explainStop(twin, 'press', part(2, 1), { reason: 'a' }), /invalid interval/);
});

for (let seed = 1; seed <= 30; seed++) {
  test(`taken back, all stops have the words that they had, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    const rows: [string, number, string][] = [];
    for (let index = 0; index < 12; index++) {
      rows.push(['state', random.whole(60), random.pick(['running', 'idle', 'fault'])]);
      rows.push([random.pick(['reason', 'comment']), random.whole(60), random.pick(['a', 'b', ''])]);
    }
    const twin = observed(...rows);
    const before = reasons(twin);
    const from = random.whole(50);
    const segment = part(from, from + 1 + random.whole(10));
    const takeBack = explainStop(twin, 'press', segment, { reason: 'mine', comment: 'yours' });
    const isIn = (row: string) => {
      const [a, b] = row.split(' ')[0].split('-').map(Number);
      return a * minute >= segment.from && b * minute <= segment.to;
    };
    for (const row of reasons(twin)) {
      assert.equal(row.includes(' mine'), isIn(row), row);
      if (isIn(row)) assert.ok(row.endsWith('mine yours'), row);
    }
    takeBack();
    assert.deepEqual(reasons(twin), before);
  });
}
