import { expect } from 'chai';
import { type BoardGroup, cellAt, cellBeside, layoutBoard } from './board-layout.js';

function groupsOf(...counts: number[]): BoardGroup[] {
  let first = 0;
  return counts.map((count, index) => {
    const group = { name: `Line ${index}`, first, count, nameWidth: 40 };
    first += count;
    return group;
  });
}

describe('layoutBoard()', () => {
  for (const [counts, width, height] of [
    [[8, 8], 1200, 300],
    [[24, 24, 24, 1, 60], 900, 400],
    [Array.from({ length: 100 }, () => 100), 1596, 1080],
    [[500], 390, 300],
  ] as const) {
    it(`gives ${counts.reduce((a, b) => a + b)} machines in ${counts.length} groups cells inside ${width} px that do not overlap`, () => {
      const layout = layoutBoard(groupsOf(...counts), width, height);
      const taken = new Set<string>();
      layout.x.forEach((x, index) => {
        expect(x).to.be.within(0, width - layout.width);
        expect(layout.y[index] + layout.height).to.be.most(layout.total);
        expect(cellAt(layout, x + 1, layout.y[index] + 1)).to.equal(index);
        taken.add(`${x} ${layout.y[index]}`);
      });
      expect(taken.size).to.equal(layout.x.length);
    });
  }

  it('takes the largest cells that fit, and scrolls where even the smallest do not', () => {
    expect(layoutBoard(groupsOf(8, 8), 1200, 300).width).to.be.greaterThan(88);
    const crowded = layoutBoard(groupsOf(5000), 390, 300);
    expect(crowded.width).to.equal(10);
    expect(crowded.total).to.be.greaterThan(300);
  });

  it('leaves all names out where one of them has no room', () => {
    expect(layoutBoard(groupsOf(8, 8), 1200, 300, 60).width).to.be.least(88);
    expect(layoutBoard(groupsOf(8, 8), 1200, 300, 400).width).to.be.below(88);
  });

  it('mirrors a board that runs from right to left', () => {
    const plain = layoutBoard(groupsOf(4, 4), 600, 200);
    const mirrored = layoutBoard(groupsOf(4, 4), 600, 200, 0, true);
    mirrored.x.forEach((x, index) => expect(x).to.equal(600 - plain.x[index] - plain.width));
  });

  it('finds no cell between the groups', () => {
    const layout = layoutBoard(groupsOf(8, 8), 1200, 300);
    expect(cellAt(layout, 2, 2)).to.equal(-1);
    expect(cellAt(layout, 1199, 299)).to.equal(-1);
  });
});

describe('cellBeside()', () => {
  it('goes up and down within the column, and to the nearest where the column ends', () => {
    const layout = layoutBoard([{ name: '', first: 0, count: 25, nameWidth: 0 }], 100, 100);
    const columns = Math.floor(100 / layout.width);
    expect(cellBeside(layout, 0, 1)).to.equal(columns);
    expect(cellBeside(layout, columns + 2, -1)).to.equal(2);
    expect(cellBeside(layout, 0, -1)).to.equal(-1);
  });
});
