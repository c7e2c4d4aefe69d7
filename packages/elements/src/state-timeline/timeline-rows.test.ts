import { Twin } from '@twinfloor/core';
import { expect } from 'chai';
import { sampleWorkshop } from '../testing/sample-twin.js';
import { timelineRows } from './timeline-rows.js';

/** A workshop with so many machines, each in a line of its own. */
function largeTwin(count: number): Twin {
  const equipment = Array.from({ length: count }, (_, index) => [
    { id: `line-${index}`, name: '', level: 'workCenter' } as const,
    { id: `machine-${index}`, name: '', level: 'workUnit', parent: `line-${index}` } as const,
  ]).flat();
  return new Twin({ ...sampleWorkshop(), equipment });
}

describe('timelineRows()', () => {
  it('stand 36 px apart with 12 px between lines, below an axis of 36 px', () => {
    const { rows, pitch, bar, hasLabels } = timelineRows(new Twin(sampleWorkshop()), '');
    expect([pitch, bar, hasLabels]).to.deep.equal([36, 16, true]);
    expect(rows.map(({ top }) => top).slice(0, 2)).to.deep.equal([36, 72]);
    expect(rows[8].top).to.equal(36 + 8 * 36 + 12);
  });

  it('leave meters out', () => {
    const workshop = sampleWorkshop();
    const meter = { id: 'meter', name: '', level: 'workUnit', type: 'meter', parent: 'line-a' } as const;
    const twin = new Twin({ ...workshop, equipment: [...workshop.equipment, meter] });
    expect(timelineRows(twin, 'line-a').rows).to.have.length(8);
  });

  it('are painted in strips that cover the plot without a gap, each row whole in one of them', () => {
    for (const count of [1, 16, 200, 1000]) {
      const { rows, strips, pitch, height } = timelineRows(largeTwin(count), '');
      expect(strips[0].top).to.equal(0);
      expect(strips[strips.length - 1].bottom).to.equal(height);
      strips.forEach(({ first, end, top, bottom }, index) => {
        expect(first).to.equal(index === 0 ? 0 : strips[index - 1].end);
        expect(top).to.equal(index === 0 ? 0 : strips[index - 1].bottom);
        for (const row of rows.slice(first, end)) {
          expect(row.top).to.be.at.least(top);
          expect(row.top + pitch).to.be.at.most(bottom);
        }
      });
      expect(strips[strips.length - 1].end).to.equal(count);
    }
  });

  for (const count of [1, 120, 121, 380, 381, 1000, 5000]) {
    it(`never become higher than a canvas may be (${count} machines)`, () => {
      const { rows, height } = timelineRows(largeTwin(count), '');
      expect(rows).to.have.length(count);
      expect(height).to.be.at.most(8100);
    });
  }
});
