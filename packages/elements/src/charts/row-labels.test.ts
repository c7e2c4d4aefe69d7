import { expect } from 'chai';
import { placeRowLabels } from './row-labels.js';
import { TimeAxis } from './time-axis.js';

const plain = new TimeAxis({ from: 0, to: 1000 }, 1000);
const label = (left: number, right: number, width: number, weight = right - left) => ({
  left,
  right,
  width,
  weight,
});

describe('placeRowLabels()', () => {
  it('begins at the left edge of the bar', () => {
    expect(placeRowLabels([label(100, 110, 60)], plain, 1000)[0].x).to.equal(100);
  });

  it('moves a label only as far as the now line asks', () => {
    expect(placeRowLabels([label(900, 980, 90)], plain, 980)[0].x).to.equal(980 - 4 - 90);
  });

  it('moves a label only as far as a fold asks', () => {
    const axis = new TimeAxis({ from: 0, to: 1000 }, 1000, [{ from: 500, to: 700 }]);
    const { left } = axis.folds[0];
    expect(placeRowLabels([label(left - 50, left, 90)], axis, 1000)[0].x).to.equal(left - 4 - 90);
  });

  it('leaves out the lighter of two that would meet, and what has no room at all', () => {
    const placed = placeRowLabels([label(100, 110, 80), label(140, 190, 80)], plain, 1000);
    expect(placed.map(({ x }) => x)).to.deep.equal([140]);
    expect(placeRowLabels([label(0, 20, 90)], plain, 20)).to.deep.equal([]);
  });
});
