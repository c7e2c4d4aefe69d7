import { stateCode } from '@twinfloor/core';
import { expect } from 'chai';
import { foldableTime } from './folds.js';
import { statesOf } from './testing/chart-samples.js';

const { running, idle, fault, plannedStop } = stateCode;
const day = { from: 0, to: 100 };
const planned = [
  { from: 0, to: 40 },
  { from: 60, to: 100 },
];
const pause = [{ from: 40, to: 60 }];

describe('foldableTime()', () => {
  it('is the time that is not planned', () => {
    expect(
      foldableTime(day, planned, [statesOf([0, running], [40, plannedStop], [60, running])], 100),
    ).to.deep.equal(pause);
    expect(foldableTime(day, planned, [undefined], 100)).to.deep.equal(pause);
    expect(foldableTime(day, [day], [], 100)).to.deep.equal([]);
  });

  it('leaves open where a machine worked', () => {
    expect(
      foldableTime(day, planned, [statesOf([0, idle]), statesOf([0, idle], [50, running], [51, idle])], 100),
    ).to.deep.equal([]);
  });

  it('leaves open where a fault began or ended, and folds one that goes through', () => {
    expect(foldableTime(day, planned, [statesOf([0, idle], [50, fault])], 100)).to.deep.equal([]);
    expect(
      foldableTime(day, planned, [statesOf([0, running], [30, fault], [70, running])], 100),
    ).to.deep.equal(pause);
  });

  it('folds a break to come', () => {
    expect(foldableTime(day, planned, [statesOf([0, running])], 30)).to.deep.equal(pause);
  });
});
