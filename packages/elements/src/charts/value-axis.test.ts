import { expect } from 'chai';
import { random } from './testing/chart-samples.js';
import { valueAxis } from './value-axis.js';

describe('valueAxis()', () => {
  it('has round labels from zero for amounts', () => {
    expect(valueAxis(250, 710, 200).labels).to.deep.equal([0, 200, 400, 600]);
    expect(valueAxis(0, 1000, 200).labels).to.deep.equal([0, 250, 500, 750, 1000]);
  });

  it('leaves zero out for values that are no amounts', () => {
    expect(valueAxis(24.8, 25.3, 200, false).labels).to.deep.equal([24.8, 24.9, 25, 25.1, 25.2, 25.3]);
  });

  it('says how many digits its labels need', () => {
    expect(valueAxis(0, 4.1, 200).decimals).to.equal(0);
    expect(valueAxis(0, 1, 200).decimals).to.equal(2);
    expect(valueAxis(0, 0.9, 200).decimals).to.equal(1);
  });

  it('maps values to px from the top and back', () => {
    const axis = valueAxis(0, 100, 200);
    expect(axis.y(0)).to.equal(200);
    expect(axis.y(100)).to.equal(0);
    expect(axis.value(50)).to.equal(75);
  });

  it('has a scale where all values are equal', () => {
    const axis = valueAxis(0, 0, 200);
    expect(axis.high).to.be.above(axis.low);
  });

  it('has three to six labels inside its ends, four or five nine times in ten (seed 11)', () => {
    const next = random(11);
    let good = 0;
    for (let run = 0; run < 2000; run++) {
      const axis = valueAxis(0, 10 ** (next() * 8 - 3), 200);
      expect(axis.labels.length).to.be.within(3, 6);
      expect(axis.labels[0]).to.be.at.least(axis.low);
      expect(axis.labels[axis.labels.length - 1]).to.be.at.most(axis.high * (1 + 1e-9));
      if (axis.labels.length === 4 || axis.labels.length === 5) good++;
    }
    expect(good / 2000).to.be.above(0.9);
  });
});
