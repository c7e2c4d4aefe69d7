import { expect } from 'chai';
import { isPart, leastWindow, panned, shownPart, viewOf, zoomed } from './view.js';

const hour = 3_600_000;
const range = { from: 0, to: 8 * hour };

describe('viewOf()', () => {
  it('is one for each twin and begins with the whole range', () => {
    const twin = {};
    expect(viewOf(twin)).to.equal(viewOf(twin));
    expect(viewOf(twin).value).to.equal(undefined);
    expect(viewOf(twin)).to.not.equal(viewOf({}));
  });
});

describe('shownPart()', () => {
  it('is the window inside the range, and the range without a window', () => {
    expect(shownPart(range, undefined)).to.equal(range);
    expect(shownPart(range, { from: hour, to: 2 * hour })).to.deep.equal({ from: hour, to: 2 * hour });
  });

  it('pushes a window that a moving range leaves behind along with it, as long as it was', () => {
    const later = { from: 2 * hour, to: 10 * hour };
    expect(shownPart(later, { from: hour, to: 3 * hour })).to.deep.equal({ from: 2 * hour, to: 4 * hour });
  });

  it('is the range where the window has nothing of it, or all of it', () => {
    expect(shownPart(range, { from: 9 * hour, to: 10 * hour })).to.equal(range);
    expect(shownPart(range, { from: -hour, to: 20 * hour })).to.equal(range);
  });
});

describe('zoomed()', () => {
  it('keeps the given time at its place', () => {
    const shown = { from: 2 * hour, to: 6 * hour };
    expect(zoomed(range, shown, 3 * hour, 0.5)).to.deep.equal({ from: 2.5 * hour, to: 4.5 * hour });
    expect(zoomed(range, shown, 3 * hour, 1.5)).to.deep.equal({ from: 1.5 * hour, to: 7.5 * hour });
  });

  it('ends at a minute, and at the whole range with no window at all', () => {
    const near = zoomed(range, range, hour, 1e-9);
    expect(near && near.to - near.from).to.equal(leastWindow);
    expect(zoomed(range, { from: 0, to: 5 * hour }, hour, 2)).to.equal(undefined);
  });

  it('stays inside the range', () => {
    expect(zoomed(range, { from: 0, to: 2 * hour }, 2 * hour, 2)).to.deep.equal({ from: 0, to: 4 * hour });
  });
});

describe('panned()', () => {
  it('moves the window and stops at the ends', () => {
    const shown = { from: hour, to: 2 * hour };
    expect(panned(range, shown, hour)).to.deep.equal({ from: 2 * hour, to: 3 * hour });
    expect(panned(range, shown, -9 * hour)).to.deep.equal({ from: 0, to: hour });
    expect(panned(range, shown, 99 * hour)).to.deep.equal({ from: 7 * hour, to: 8 * hour });
  });

  it('does nothing while the whole range is shown', () => {
    expect(panned(range, range, hour)).to.equal(undefined);
    expect(isPart(range, range)).to.equal(false);
  });
});
