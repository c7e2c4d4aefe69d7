import { expect } from 'chai';
import { equipmentOee } from '@twinfloor/core';
import { sampleTwin } from '../testing/sample-twin.js';
import { breakdown } from './breakdown.js';

const twin = sampleTwin();
const of = (equipment: string) => breakdown(equipmentOee(twin, equipment, twin.interval('shift')));

for (const equipment of ['press-04', 'line-a', 'line-b', 'pump-01', 'hall-1']) {
  describe(`breakdown() of ${equipment}`, () => {
    it('gives every minute of the calendar time to a row', () => {
      const { rows } = of(equipment);
      const losses = rows.filter(({ total }) => !total);
      const last = rows[rows.length - 1];
      const sum = (read: (row: (typeof rows)[number]) => number) =>
        losses.reduce((total, row) => total + read(row), read(last));
      expect(sum(({ units }) => units)).to.equal(rows[0].units);
      expect(sum(({ tenths }) => tenths)).to.equal(1000);
      expect(sum(({ time }) => time)).to.be.closeTo(rows[0].time, 1e-6);
    });

    it('hangs each loss where the total above it ended', () => {
      let end = 1;
      for (const { total, from, to } of of(equipment).rows) {
        expect(to).to.be.closeTo(end, 1e-9);
        if (!total) end = from;
      }
    });
  });
}

describe('breakdown()', () => {
  it('ends at the run time where pieces are not counted', () => {
    const { rows } = of('pump-01');
    expect(rows[rows.length - 1].key).to.equal('runTime');
  });

  it('ends at the good time where they are', () => {
    const { rows } = of('press-04');
    expect(rows.map(({ key }) => key)).to.include.members([
      'calendarTime',
      'outsidePlan',
      'plannedTime',
      'runTime',
    ]);
    expect(rows[rows.length - 1].key).to.equal('goodTime');
  });

  it('has a scale that holds the longest row, where pieces came faster than the ideal cycle allows too', () => {
    expect(of('press-04').scale).to.equal(1);
    const fast = breakdown({
      ...equipmentOee(twin, 'press-04', twin.interval('shift')),
      inputs: {
        ...equipmentOee(twin, 'press-04', twin.interval('shift')).inputs,
        idealTime: 50_000_000,
        idealGoodTime: 49_000_000,
      },
    });
    expect(fast.scale).to.be.above(1);
    for (const { to } of fast.rows) expect(to / fast.scale).to.be.at.most(1);
  });

  it('counts seconds where the whole is under an hour', () => {
    expect(breakdown(equipmentOee(twin, 'press-04', twin.interval('PT30M'))).unit).to.equal(1000);
  });
});
