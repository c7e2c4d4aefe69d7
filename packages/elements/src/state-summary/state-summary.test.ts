import { equipmentStates } from '@twinfloor/core';
import { expect } from 'chai';
import { accessibilityProblems, clear, mount, settled, textOf } from '../testing/page.js';
import { sampleNow, sampleTwin } from '../testing/sample-twin.js';
import './state-summary.js';
import { machinesBelow, stateSummary } from './summary-figures.js';

const hour = 3_600_000;
const day = 24 * hour;

function cells(element: Element, row: string): string[] {
  const found = element.shadowRoot?.querySelectorAll(`${row} :is(th, td)`) ?? [];
  return Array.from(found, ({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
}

describe('<twin-state-summary>', () => {
  afterEach(clear);

  it('is accessible with and without a workshop, as counts too', async () => {
    expect(await accessibilityProblems(await mount('twin-state-summary'))).to.deep.equal([]);
    const twin = sampleTwin();
    expect(await accessibilityProblems(await mount('twin-state-summary', { twin }))).to.deep.equal([]);
    expect(await accessibilityProblems(await mount('twin-state-summary', { twin, now: true }))).to.deep.equal(
      [],
    );
  });

  it('gives glyph, word, time, share and times of each state, and the calendar time they add up to', async () => {
    const element = await mount('twin-state-summary', { twin: sampleTwin(), equipment: 'press-04' });
    const [word, time, share, times] = cells(element, '[data-state=fault]');
    expect([word, time]).to.deep.equal(['Fault', '55 min']);
    expect(share).to.equal('16.0 %');
    expect(Number(times)).to.be.greaterThan(0);
    expect(element.shadowRoot?.querySelector('[data-state=fault] .glyph') !== null).to.equal(true);
    expect(cells(element, 'tfoot')).to.deep.equal(['Calendar time', '5 h 42', '100.0 %', '']);
  });

  it('says of what the whole is made', async () => {
    const element = await mount('twin-state-summary', { twin: sampleTwin(), equipment: 'line-a' });
    expect(textOf(element, '[part=heading]')).to.equal(
      'Time by state Line A Forming 8 machines, 5 h 42 each to 11:42',
    );
    expect(cells(element, 'tfoot')[1]).to.equal('45.6 h');
  });

  it('shows time without data as a row of its own', async () => {
    const element = await mount('twin-state-summary', { twin: sampleTwin(), equipment: 'lathe-02' });
    expect(cells(element, '[data-state=unknown]').slice(0, 2)).to.deep.equal(['Unknown', '23 min']);
  });

  for (const seed of [1, 2, 3, 4]) {
    it(`adds up to the calendar time in each unit, seed ${seed}`, () => {
      const twin = sampleTwin();
      let state = seed;
      const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
      for (let turn = 0; turn < 60; turn++) {
        const from = sampleNow - next() * day;
        const interval = { from, to: from + next() * day };
        const machines = machinesBelow(twin, ['press-01', 'line-a', undefined][turn % 3]);
        const { rows, unit, total } = stateSummary(twin, machines, interval);
        const sum = (of: (row: (typeof rows)[number]) => number) =>
          rows.reduce((all, row) => all + of(row), 0);
        const length = Math.min(interval.to, sampleNow) - from;
        expect(total).to.be.closeTo(length * machines.length, 1e-3);
        expect(sum(({ time }) => time)).to.be.closeTo(total, 1);
        expect(sum(({ units }) => units)).to.equal(Math.round(total / unit));
        expect(sum(({ tenths }) => tenths)).to.equal(1000);
      }
    });
  }

  it('counts a state once for each span that has time in the range', () => {
    const twin = sampleTwin();
    const interval = { from: sampleNow - 5 * hour, to: sampleNow };
    for (const id of machinesBelow(twin, undefined)) {
      const expected = new Map<string, number>();
      let before = '';
      for (const { state } of twin.seriesOf(id, 'state', 'state')?.segments(interval) ?? []) {
        if (state !== before) expected.set(state, (expected.get(state) ?? 0) + 1);
        before = state;
      }
      const { rows } = stateSummary(twin, [id], interval);
      expect(Object.fromEntries(rows.map(({ state, count }) => [state, count])), id).to.deep.equal(
        Object.fromEntries(
          equipmentStates.flatMap((one) => (expected.has(one) ? [[one, expected.get(one)]] : [])),
        ),
      );
    }
  });

  it('sums up to a moment of the past when the page shows that', async () => {
    const twin = sampleTwin();
    const element = await mount('twin-state-summary', { twin, equipment: 'press-04' });
    twin.clock.at(sampleNow - hour);
    await settled(element);
    expect(cells(element, 'tfoot')[1]).to.equal('4 h 42');
  });

  it('paints a bar with the shares', async () => {
    const element = await mount('twin-state-summary', { twin: sampleTwin() });
    const canvas = element.shadowRoot?.querySelector('canvas') as HTMLCanvasElement;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    expect(pixels.some((value) => value > 0)).to.equal(true);
  });

  it('counts the machines by state now, all of them', async () => {
    const element = await mount('twin-state-summary', { twin: sampleTwin(), now: true });
    expect(textOf(element, '[data-state=running]')).to.equal('7 Running');
    const counts = Array.from(element.shadowRoot?.querySelectorAll('li') ?? [], (one) =>
      parseInt(one.innerText),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).to.equal(16);
  });

  it('says why there is nothing to sum up', async () => {
    const twin = sampleTwin();
    const text = async (given: object) => textOf(await mount('twin-state-summary', given), 'p');
    expect(await text({})).to.equal('Not connected to a workshop.');
    expect(await text({ twin, equipment: 'press-99' })).to.contain('press-99');
    expect(await text({ twin, locked: true })).to.equal('No permission');
    expect(await text({ twin, range: '2026-03-17/P1D' })).to.equal('No data');
  });
});
