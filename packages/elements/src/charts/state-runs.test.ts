import { stateCode, stateCount } from '@twinfloor/core';
import { expect } from 'chai';
import { StateRuns } from './state-runs.js';
import { random, randomStates, statesOf } from './testing/chart-samples.js';
import { TimeAxis } from './time-axis.js';

const { running, idle, fault, unknown } = stateCode;

function runsOf(series: Parameters<StateRuns['read']>[0], width: number, to: number, until = to): StateRuns {
  const runs = new StateRuns();
  for (const piece of new TimeAxis({ from: 0, to }, width).pieces) runs.read(series, piece, until);
  return runs;
}

describe('StateRuns', () => {
  it('gives bands for intervals that can be seen', () => {
    const runs = runsOf(statesOf([0, running], [40, idle], [60, running]), 100, 100);
    expect([...runs.left.subarray(0, runs.count)]).to.deep.equal([0, 40, 60]);
    expect([...runs.states.subarray(0, runs.count)]).to.deep.equal([running, idle, running]);
    expect(runs.columns).to.equal(0);
  });

  it('merges observations of equal state', () => {
    expect(runsOf(statesOf([0, running], [40, running], [60, running]), 100, 100).count).to.equal(1);
  });

  it('is unknown before the first observation and without any', () => {
    const runs = runsOf(statesOf([50, running]), 100, 100);
    expect([...runs.states.subarray(0, runs.count)]).to.deep.equal([unknown, running]);
    expect(runsOf(statesOf(), 100, 100).states[0]).to.equal(unknown);
  });

  it('ends where the moment is, whatever was observed later', () => {
    const runs = runsOf(statesOf([0, running], [70, fault]), 100, 100, 60);
    expect(runs.count).to.equal(1);
    expect(runs.right[0]).to.equal(60);
  });

  it('is unknown from where the source went silent', () => {
    const runs = new StateRuns();
    runs.read(statesOf([0, running]), { from: 0, to: 100, left: 0, right: 100 }, 100, 70);
    expect([...runs.states.subarray(0, runs.count)]).to.deep.equal([running, unknown]);
    expect(runs.left[1]).to.equal(70);
  });

  it('keeps a lone short interval as a band', () => {
    const runs = runsOf(statesOf([0, running], [500, idle], [501, running]), 100, 1000);
    expect(runs.count).to.equal(3);
    expect(runs.columns).to.equal(0);
  });

  it('merges short intervals that stand together and counts the stops', () => {
    const pairs: [number, number][] = [[0, running]];
    for (let time = 400; time < 480; time += 10) pairs.push([time, idle], [time + 2.5, running]);
    const runs = runsOf(statesOf(...pairs), 100, 1000);
    expect(runs.columns).to.equal(2);
    expect(runs.groups).to.deep.equal([{ left: 40, right: 48, stops: 8 }]);
    expect(runs.shares[idle]).to.be.closeTo(0.25, 1e-9);
    expect(runs.shares[running]).to.be.closeTo(0.75, 1e-9);
  });

  for (const seed of [1, 2, 3, 4, 5, 6]) {
    it(`loses no time: bands and shares add up to the time of each state (seed ${seed})`, () => {
      const series = randomStates(random(seed), 200_000);
      for (const width of [120, 900, 20_000]) {
        const runs = runsOf(series, width, 200_000);
        const sums = new Float64Array(stateCount);
        for (let band = 0; band < runs.count; band++)
          sums[runs.states[band]] += runs.right[band] - runs.left[band];
        for (let column = 0; column < runs.columns; column++) {
          const columnWidth = runs.columnRight[column] - runs.columnLeft[column];
          for (let state = 0; state < stateCount; state++) {
            sums[state] += runs.shares[column * stateCount + state] * columnWidth;
          }
        }
        const expected = series.timePerState({ from: 0, to: 200_000 });
        for (let state = 0; state < stateCount; state++) {
          expect(sums[state]).to.be.closeTo((expected[state] / 200_000) * width, 1e-6 * width);
        }
      }
    });
  }
});
