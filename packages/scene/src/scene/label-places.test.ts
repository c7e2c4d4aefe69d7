import { expect } from 'chai';
import { placeLabels } from './label-places.js';

const wish = (x: number, y: number, width = 100) => ({ x, y, width, height: 24 });

describe('placeLabels()', () => {
  it('puts a label over its point, in the middle', () => {
    expect(placeLabels([wish(200, 100)], 400, 300)).to.deep.equal([{ x: 150, y: 76 }]);
  });

  it('keeps labels within the picture', () => {
    const places = placeLabels([wish(2, 10), wish(398, 100)], 400, 300);
    expect(places).to.deep.equal([
      { x: 4, y: 4 },
      { x: 296, y: 76 },
    ]);
  });

  it('puts a label that would cover an earlier one beside or above it, and leaves it out where there is no room', () => {
    const places = placeLabels(
      Array.from({ length: 20 }, () => wish(200, 200)),
      400,
      300,
    );
    const shown = places.flatMap((place) => place ?? []);
    expect(shown.length).to.be.within(4, 12);
    for (const [i, a] of shown.entries())
      for (const b of shown.slice(i + 1))
        expect(Math.abs(a.x - b.x) >= 104 || Math.abs(a.y - b.y) >= 28).to.equal(true);
  });

  it('gives no place to what has none in the picture, or is wider than it', () => {
    expect(placeLabels([undefined, wish(200, 100, 500)], 400, 300)).to.deep.equal([undefined, undefined]);
  });
});
