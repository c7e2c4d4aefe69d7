import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stateCode } from '../model/equipment-state.js';
import { qualityCode } from '../model/quality.js';
import type { ConditionSeries } from '../series/condition-series.js';
import { CounterSeries } from '../series/counter-series.js';
import { StateSeries } from '../series/state-series.js';
import type { TextSeries } from '../series/text-series.js';
import type { NumberSeries } from '../series/number-series.js';
import type { Interval } from '../time/interval.js';
import { SeededRandom } from '../testing/random.js';
import { randomSeries } from '../testing/random-series.js';
import { buffersOf, seriesColumns } from './series-columns.js';
import { seriesOf } from './series-of.js';

const { good, bad, uncertain } = qualityCode;

describe('seriesColumns()', () => {
  it('lists states with quality, and the words of the source once each', () => {
    const states = new StateSeries();
    states.append(1000, stateCode.running, 'ACTIVE', good);
    states.append(2000, stateCode.fault, 'ALARM', uncertain);
    states.append(3000, stateCode.running, 'ACTIVE', good);
    assert.deepEqual(seriesColumns(states), {
      columnsOf: 'state',
      times: Float64Array.of(1000, 2000, 3000),
      qualities: Uint8Array.of(0, 1, 0),
      states: Uint8Array.of(stateCode.running, stateCode.fault, stateCode.running),
      wordCodes: Uint32Array.of(0, 1, 0),
      words: ['ACTIVE', 'ALARM'],
    });
  });

  it('carries the options of a counter, and NaN where the source could not tell', () => {
    const counter = new CounterSeries({ modulus: 100 });
    counter.append(1000, 90, good);
    counter.append(2000, 0, bad);
    counter.append(3000, 5, good);
    assert.deepEqual(seriesColumns(counter), {
      columnsOf: 'counter',
      times: Float64Array.of(1000, 2000, 3000),
      qualities: Uint8Array.of(0, 2, 0),
      values: Float64Array.of(90, NaN, 5),
      options: { modulus: 100 },
    });
  });

  it('takes, within an interval, the last known before it and the first known at or after its end', () => {
    const counter = new CounterSeries();
    for (const [time, reading, quality] of [
      [1000, 1, good],
      [2000, 2, good],
      [3000, 0, bad],
      [4000, 4, good],
      [5000, 5, good],
      [6000, 0, bad],
      [7000, 7, good],
      [8000, 8, good],
    ]) {
      counter.append(time, reading, quality);
    }
    const times = (from: number, to: number) => [...seriesColumns(counter, { from, to }).times];
    assert.deepEqual(times(3500, 5500), [2000, 3000, 4000, 5000, 6000, 7000]);
    assert.deepEqual(times(4000, 5000), [2000, 3000, 4000, 5000]);
    assert.deepEqual(times(0, 500), [1000]);
    assert.deepEqual(times(9000, 9500), [8000]);
  });

  it('gives each column a buffer of its own, and changes nothing in the series when it is transferred', () => {
    const states = new StateSeries();
    states.append(1000, stateCode.running, 'ACTIVE', good);
    const columns = seriesColumns(states);
    const buffers = buffersOf(columns);
    assert.equal(new Set(buffers).size, 4);
    structuredClone(columns, { transfer: buffers });
    assert.equal(columns.times.length, 0);
    assert.equal(states.at(1500)?.state, 'running');
  });

  it('copies an empty series', () => {
    assert.equal(seriesOf(seriesColumns(new StateSeries(), { from: 0, to: 1 })).length, 0);
  });
});

describe('seriesOf()', () => {
  it('refuses what is no column', () => {
    const columns = { columnsOf: 'picture' as 'text', times: new Float64Array(0) };
    assert.throws(() => seriesOf(columns), {
      name: 'RangeError',
      message: 'invalid columns: picture, allowed: those of seriesColumns()',
    });
  });

  for (let seed = 1; seed <= 150; seed++) {
    it(`makes series that answer as the copied ones, seed ${seed}`, () => {
      const random = new SeededRandom(seed);
      const originals = randomSeries(random);
      const from = 1_700_000_000_000 + random.whole(300_000);
      const interval = { from, to: from + random.whole(300_000) };
      for (const within of [undefined, interval]) {
        for (const original of Object.values(originals)) {
          const sent = structuredClone(seriesColumns(original, within));
          const copy = seriesOf(sent);
          assert.equal(copy.kind, original.kind);
          assert.deepEqual(answers(copy, interval), answers(original, interval));
        }
      }
    });
  }
});

/** What figures ask a series about an interval. */
function answers(series: ReturnType<typeof seriesOf>, interval: Interval): unknown {
  const covered = series.covered(interval);
  switch (series.kind) {
    case 'state':
      return [covered, series.segments(interval), series.timePerState(interval)];
    case 'text':
      return [covered, (series as TextSeries).segments(interval)];
    case 'number': {
      const { integral, minimum, maximum } = series as NumberSeries;
      return [
        covered,
        integral.call(series, interval),
        minimum.call(series, interval),
        maximum.call(series, interval),
      ];
    }
    case 'counter':
      return [
        covered,
        series.count(interval),
        // A share of a growth: its rounding depends on how large the totals are.
        series.amount(interval)?.toFixed(6),
        series.options,
      ];
    case 'condition': {
      const conditions = series as ConditionSeries;
      return [
        covered,
        [...conditions.activations(interval)],
        conditions.activeAt(interval.from),
        conditions.activeAt((interval.from + interval.to) / 2),
      ];
    }
  }
}
