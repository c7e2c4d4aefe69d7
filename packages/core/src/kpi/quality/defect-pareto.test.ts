import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qualityCode } from '../../model/quality.js';
import { CounterSeries } from '../../series/counter-series.js';
import { TextSeries } from '../../series/text-series.js';
import { SeededRandom } from '../../testing/random.js';
import { defectPareto, type DefectRecord } from './defect-pareto.js';

function record(
  readings: readonly [time: number, count: number][],
  reasons?: readonly [time: number, reason: string | undefined][],
): DefectRecord {
  const scrap = new CounterSeries();
  for (const [time, count] of readings) scrap.append(time, count, qualityCode.good);
  if (!reasons) return { scrap, reasons: undefined };
  const series = new TextSeries();
  for (const [time, reason] of reasons) {
    series.append(time, reason ?? '', reason === undefined ? qualityCode.bad : qualityCode.good);
  }
  return { scrap, reasons: series };
}

const day = [{ from: 0, to: 100 }];
const shown = (records: readonly DefectRecord[], intervals = day) =>
  defectPareto(records, intervals).inputs.groups.map(({ reason, count }) => [reason, count]);

test('defectPareto() counts by reason, most first, with shares that run up to 1', () => {
  const { value, inputs, coverage, bounds, warnings } = defectPareto(
    [
      record(
        [
          [0, 0],
          [10, 1],
          [30, 4],
          [50, 4],
          [60, 10],
        ],
        [
          [0, 'burr'],
          [20, 'crack'],
          [55, 'burr'],
        ],
      ),
    ],
    day,
  );
  assert.equal(value, 10);
  assert.deepEqual(inputs.groups, [
    { reason: 'burr', count: 7, share: 0.7, cumulativeShare: 0.7 },
    { reason: 'crack', count: 3, share: 0.3, cumulativeShare: 1 },
  ]);
  assert.deepEqual([inputs.unassigned, coverage, bounds, warnings], [0, 1, { low: 10, high: 10 }, []]);
});

test('a piece has the reason that stands at the moment of its reading, one said in that moment included', () => {
  const said = record(
    [
      [0, 0],
      [10, 2],
      [20, 5],
    ],
    [
      [10, 'burr'],
      [20, 'crack'],
    ],
  );
  assert.deepEqual(shown([said]), [
    ['crack', 3],
    ['burr', 2],
  ]);
});

test('a reason that is said later does not relabel a piece', () => {
  assert.deepEqual(
    shown([
      record(
        [
          [0, 0],
          [10, 2],
        ],
        [[11, 'burr']],
      ),
    ]),
    [[undefined, 2]],
  );
});

test('pieces without a reason stand among the others at their place', () => {
  const said = record(
    [
      [0, 0],
      [10, 3],
      [30, 8],
      [50, 9],
      [70, 10],
    ],
    [
      [5, 'burr'],
      [20, ''],
      [40, 'crack'],
      [60, undefined],
    ],
  );
  const { inputs } = defectPareto([said], day);
  assert.deepEqual(
    inputs.groups.map(({ reason, count }) => [reason, count]),
    [
      [undefined, 6],
      ['burr', 3],
      ['crack', 1],
    ],
  );
  assert.equal(inputs.unassigned, 6);
  assert.equal(inputs.groups[2].cumulativeShare, 1);
});

test('a reason of quality bad is none, an uncertain one is', () => {
  const { scrap } = record([
    [0, 0],
    [10, 1],
    [30, 3],
  ]);
  const reasons = new TextSeries();
  reasons.append(0, 'burr', qualityCode.bad);
  reasons.append(20, 'crack', qualityCode.uncertain);
  assert.deepEqual(shown([{ scrap, reasons }]), [
    ['crack', 2],
    [undefined, 1],
  ]);
});

test('kinds with equal counts stand in the order of their reasons, kinds without a piece not at all', () => {
  const said = record(
    [
      [0, 0],
      [10, 1],
      [30, 2],
    ],
    [
      [0, 'scratch'],
      [20, 'burr'],
      [40, 'crack'],
    ],
  );
  assert.deepEqual(shown([said]), [
    ['burr', 1],
    ['scratch', 1],
  ]);
});

test('machines and intervals are added up, and a piece on a border belongs to the later interval', () => {
  const one = record(
    [
      [0, 0],
      [10, 1],
      [50, 3],
      [90, 7],
    ],
    [[0, 'burr']],
  );
  const other = record([
    [0, 5],
    [60, 7],
  ]);
  assert.deepEqual(
    shown(
      [one, other],
      [
        { from: 0, to: 50 },
        { from: 80, to: 100 },
      ],
    ),
    [['burr', 5]],
  );
  assert.deepEqual(shown([one, other], [{ from: 50, to: 80 }]), [
    [undefined, 2],
    ['burr', 2],
  ]);
});

test('defectPareto() has no value where nothing counts, and no bounds where some time is not known', () => {
  const none = defectPareto([{ scrap: undefined, reasons: undefined }], day);
  assert.deepEqual([none.value, none.bounds, none.coverage], [undefined, undefined, 0]);
  assert.deepEqual(none.warnings, [{ key: 'noScrapCount', subjects: [] }]);
  const late = defectPareto(
    [
      record([
        [50, 3],
        [60, 4],
      ]),
    ],
    day,
  );
  assert.deepEqual([late.value, late.bounds, late.coverage], [1, undefined, 0.5]);
  const stale = defectPareto(
    [
      {
        ...record([
          [0, 3],
          [20, 4],
        ]),
        knownUntil: 25,
      },
    ],
    day,
  );
  assert.deepEqual([stale.value, stale.bounds, stale.coverage], [1, undefined, 0.25]);
  const clean = defectPareto([record([[0, 3]])], day);
  assert.deepEqual([clean.value, clean.bounds, clean.inputs.groups], [0, { low: 0, high: 0 }, []]);
  assert.deepEqual(defectPareto([], []).coverage, undefined);
});

const seed = 77;
test(`the kinds add up to the count of the interval, in any order of arrival (seed ${seed})`, () => {
  const random = new SeededRandom(seed);
  for (let round = 0; round < 300; round++) {
    const times = new Set(Array.from({ length: 30 }, () => random.whole(100)));
    let count = 0;
    const readings = [...times]
      .sort((a, b) => a - b)
      .map((time): [number, number] => [time, (count += random.whole(3))]);
    const reasons = Array.from({ length: 12 }, (): [number, string | undefined] => [
      random.whole(100),
      random.pick(['a', 'b', '', undefined]),
    ]);
    const inOrder = record(readings, reasons);
    const late = record(random.shuffled(readings), reasons);
    const from = random.whole(60);
    const interval = { from, to: from + random.whole(40) };
    const pareto = defectPareto([inOrder], [interval]);
    assert.deepEqual(defectPareto([late], [interval]), pareto);
    assert.equal(pareto.value, inOrder.scrap?.count(interval));
    // From scratch: each reading by the last reason at or before it.
    const slow = new Map<string | undefined, number>();
    readings.forEach(([time, total], index) => {
      if (index === 0 || time < interval.from || time >= interval.to) return;
      const growth = total - readings[index - 1][1];
      if (growth === 0) return;
      let said: string | undefined;
      let at = -1;
      for (const [moment, reason] of reasons) {
        if (moment <= time && moment >= at) [at, said] = [moment, reason];
      }
      slow.set(said || undefined, (slow.get(said || undefined) ?? 0) + growth);
    });
    assert.deepEqual(
      new Map(pareto.inputs.groups.map((group) => [group.reason, group.count])),
      new Map([...slow].sort(([a, one], [b, other]) => other - one || ((a ?? '') < (b ?? '') ? -1 : 1))),
    );
  }
});
