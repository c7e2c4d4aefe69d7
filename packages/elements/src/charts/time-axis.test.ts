import { expect } from 'chai';
import { random } from './testing/chart-samples.js';
import { foldWidth, TimeAxis } from './time-axis.js';

const hour = 3_600_000;

describe('TimeAxis', () => {
  it('maps the interval to the width', () => {
    const axis = new TimeAxis({ from: 0, to: 8 * hour }, 800);
    expect(axis.x(0)).to.equal(0);
    expect(axis.x(2 * hour)).to.equal(200);
    expect(axis.x(8 * hour)).to.equal(800);
    expect(axis.time(200)).to.equal(2 * hour);
  });

  it('goes on at the same scale outside of the interval and holds times within it', () => {
    const axis = new TimeAxis({ from: 0, to: 8 * hour }, 800);
    expect(axis.x(9 * hour)).to.equal(900);
    expect(axis.x(-hour)).to.equal(-100);
    expect(axis.time(-5)).to.equal(0);
    expect(axis.time(805)).to.equal(8 * hour);
  });

  it('gives folded time 18 px and the rest one scale', () => {
    const axis = new TimeAxis({ from: 0, to: 8 * hour }, 800, [{ from: 4 * hour, to: 5 * hour }]);
    expect(axis.folds).to.have.length(1);
    expect(axis.folds[0].right - axis.folds[0].left).to.equal(foldWidth);
    const scale = axis.x(hour) - axis.x(0);
    expect(axis.x(8 * hour) - axis.x(7 * hour)).to.be.closeTo(scale, 1e-9);
    expect(7 * scale + foldWidth).to.be.closeTo(800, 1e-9);
    expect(axis.foldAt(4.5 * hour)).to.equal(axis.folds[0]);
    expect(axis.foldAt(4 * hour)).to.equal(undefined);
  });

  it('folds nothing that would not save room, and not everything', () => {
    expect(new TimeAxis({ from: 0, to: 8 * hour }, 800, [{ from: 0, to: hour / 10 }]).folds).to.have.length(
      0,
    );
    expect(new TimeAxis({ from: 0, to: 8 * hour }, 800, [{ from: 0, to: 8 * hour }]).folds).to.have.length(0);
  });

  for (const seed of [1, 2, 3, 4, 5]) {
    it(`rises without a jump and finds each time again, folds or not (seed ${seed})`, () => {
      const next = random(seed);
      const folds = [];
      for (let time = next() * hour; time < 20 * hour;) {
        const to = time + next() * 3 * hour;
        folds.push({ from: time, to });
        time = to + (0.2 + next()) * 4 * hour;
      }
      const axis = new TimeAxis({ from: 0, to: 20 * hour }, 200 + next() * 1200, folds);
      let before = -Infinity;
      for (let time = 0; time <= 20 * hour; time += next() * hour) {
        const x = axis.x(time);
        expect(x).to.be.at.least(before);
        expect(axis.time(x)).to.be.closeTo(time, 1);
        before = x;
      }
      expect(axis.x(20 * hour)).to.be.closeTo(axis.width, 1e-6);
    });
  }
});
