import { expect } from 'chai';
import { equipmentOee, equipmentStates, stateCode } from '@twinfloor/core';
import { sampleTwin } from '../testing/sample-twin.js';
import { breakdown } from './breakdown.js';
import { lossIntervals } from './loss-intervals.js';
import { machineShares } from './machine-shares.js';
import { productCounts, scrapReasons } from './product-counts.js';

const twin = sampleTwin();

for (const equipment of ['press-04', 'lathe-02', 'line-a', 'line-b', 'pump-01', 'hall-1']) {
  for (const range of ['shift', 'PT95M', 'day']) {
    describe(`what is behind the OEE of ${equipment} over ${range}`, () => {
      const oee = equipmentOee(twin, equipment, twin.interval(range));

      it('has times of each state that add up to it, the longest first', () => {
        for (const state of equipmentStates) {
          const intervals = lossIntervals(twin, oee, state);
          const lengths = intervals.map(({ from, to }) => to - from);
          expect(lengths.reduce((sum, one) => sum + one, 0)).to.equal(oee.times[stateCode[state]], state);
          expect(lengths).to.deep.equal([...lengths].sort((a, b) => b - a));
        }
        const outside = lossIntervals(twin, oee, 'outsidePlan');
        const time = outside.reduce((sum, { from, to }) => sum + to - from, 0);
        expect(time + oee.inputs.plannedTime).to.equal(oee.calendarTime);
      });

      it('has counts of products that add up to the figures', () => {
        const products = productCounts(twin, oee);
        const sum = (read: (one: (typeof products)[number]) => number | undefined) =>
          products.reduce((total, one) => total + (read(one) ?? 0), 0);
        expect(sum(({ produced }) => produced)).to.equal(oee.inputs.producedCount ?? 0);
        expect(sum(({ good }) => good)).to.equal(oee.inputs.goodCount ?? 0);
        const ideal = sum(({ produced = 0, cycle = 0 }) => produced * cycle);
        expect(ideal).to.be.closeTo(oee.inputs.idealTime ?? 0, 1e-6);
        const scrap = scrapReasons(twin, oee).reduce((total, [, count]) => total + count, 0);
        expect(scrap).to.equal(sum((one) => one.scrap));
      });

      it('has machines that add up to the totals', () => {
        const parts = breakdown(oee);
        const shares = machineShares(twin, oee, parts);
        for (const [name, key] of [
          ['planned', 'plannedTime'],
          ['good', 'goodTime'],
        ] as const) {
          const total = parts.rows.find((row) => row.key === key)?.units;
          const sum = shares.reduce((all, share) => all + (share[name] ?? 0), 0);
          expect(sum).to.equal(total ?? 0, name);
        }
        const count = shares.reduce((all, share) => all + share.count, 0);
        expect(count).to.equal(new Set([...oee.machines, ...oee.withoutBasis]).size);
      });
    });
  }
}
