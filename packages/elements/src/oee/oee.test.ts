import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { Clock, equipmentOee, Twin } from '@twinfloor/core';
import { sampleNow, sampleTwin } from '../testing/sample-twin.js';
import { accessibilityProblems, clear, mount, settled, textOf, until } from '../testing/page.js';
import type { TwinOee } from './oee.js';
import '../events/explain-event.js';
import './oee.js';

const percentOf = (text: string) => Number(text.replace('−', '-').replace(/[^\d.-]/g, ''));
const all = (element: TwinOee, selector: string) =>
  [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map((one) => one.textContent?.trim() ?? '');

describe('<twin-oee>', () => {
  afterEach(clear);

  it('is accessible, closed and explained, with and without data', async () => {
    const twin = sampleTwin();
    for (const equipment of ['press-04', 'line-b', 'pump-01', 'nowhere']) {
      const element = await mount('twin-oee', { twin, equipment, explained: true });
      await settled(element);
      expect(await accessibilityProblems(element), equipment).to.deep.equal([]);
      clear();
    }
    expect(await accessibilityProblems(await mount('twin-oee'))).to.deep.equal([]);
  });

  it('shows the value, the distance to the target and for how much there is data', async () => {
    const twin = sampleTwin();
    const element = await mount('twin-oee', { twin, equipment: 'press-04' });
    const value = equipmentOee(twin, 'press-04', twin.interval('shift')).value ?? 0;
    expect(percentOf(textOf(element, '.value'))).to.equal(Number((value * 100).toFixed(1)));
    expect(percentOf(textOf(element, '.beside b'))).to.equal(Number(((value - 0.8) * 100).toFixed(1)));
    expect(textOf(element, '.beside')).to.contain('pts to target');
    expect(textOf(element, '.beside')).to.contain(
      'data for 100.0\u202f% of planned time'.replace('\u202f', ' '),
    );
    expect(textOf(element, '.head')).to.contain('Press 04, early shift to 11:42');
  });

  it('shows factors that multiply to the value, for some machines of a line too', async () => {
    const twin = sampleTwin();
    for (const equipment of ['press-04', 'line-b']) {
      const element = await mount('twin-oee', { twin, equipment });
      const factors = all(element, '.share').map(percentOf);
      expect(factors.length).to.equal(3);
      const product = factors.reduce((result, factor) => (result * factor) / 100, 100);
      expect(product).to.be.closeTo(percentOf(textOf(element, '.value')), 0.2);
      const points = all(element, '.points').map(percentOf);
      expect(100 + points.reduce((sum, one) => sum + one, 0)).to.be.closeTo(product, 0.2);
    }
  });

  it('names the machines whose pieces are not counted', async () => {
    const element = await mount('twin-oee', { twin: sampleTwin(), equipment: 'line-b' });
    expect(textOf(element, '.remark')).to.match(
      /^OEE of 5 of 8 machines\. Not in it: Mill 05, Assembly 03, Pump 01/,
    );
  });

  it('shows the availability alone where nothing is counted, and says what is missing', async () => {
    const element = await mount('twin-oee', { twin: sampleTwin(), equipment: 'pump-01' });
    expect(textOf(element, 'h3')).to.equal('Availability');
    expect(all(element, '.share').length).to.equal(1);
    expect(textOf(element, '.remark')).to.equal('No OEE: no piece count for Pump 01.');
    expect(element.shadowRoot?.querySelector('.target')).to.equal(null);
  });

  it('explains itself by key, in a table that adds up to the calendar time', async () => {
    const element = await mount('twin-oee', { twin: sampleTwin(), equipment: 'press-04' });
    let told = 0;
    element.addEventListener(
      'twin-explain',
      (event) => (told += event.open && event.figure === 'oee' ? 1 : 0),
    );
    const button = element.shadowRoot?.querySelector<HTMLElement>('button[aria-expanded]');
    button?.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => element.shadowRoot?.querySelector('table') !== null, 'the table');
    expect(told).to.equal(1);
    expect(button?.getAttribute('aria-expanded')).to.equal('true');
    const minutes = all(element, '[part=table] tbody td:nth-child(2)').map(percentOf);
    const losses = all(element, 'tr.loss td:nth-child(2)').map(percentOf);
    expect(minutes[0] + losses.reduce((sum, one) => sum + one, 0)).to.equal(minutes[minutes.length - 1]);
    expect(minutes[0]).to.equal(342);
    expect(textOf(element, '[part=formula]')).to.match(/^OEE = good time ÷ .* = \d+ ÷ \d+ = [\d.]+ %\.$/);
  });

  it('draws bounds only where data are missing', async () => {
    const twin = sampleTwin();
    const known = await mount('twin-oee', { twin, equipment: 'press-04' });
    expect(known.shadowRoot?.querySelector('.bracket')).to.equal(null);
    const unknown = await mount('twin-oee', { twin, equipment: 'lathe-02' });
    expect(unknown.shadowRoot?.querySelector('.bracket')).to.not.equal(null);
    expect(textOf(unknown, '.foot')).to.contain('bounds');
  });

  it('draws the bounds of the availability where that stands alone', async () => {
    const twin = sampleTwin();
    const range = '2026-03-16T05:30:00+08:00/2026-03-16T11:42:00+08:00';
    twin.observe([{ signal: 'pump-01/state', time: Date.UTC(2026, 2, 16, 2), value: undefined }]);
    const element = await mount('twin-oee', { twin, equipment: 'pump-01', range });
    expect(textOf(element, 'h3')).to.equal('Availability');
    expect(textOf(element, '.foot')).to.match(/^bounds 0\.0 … \d\d\.\d %$/);
  });

  it('lets the line of the target end above the words of the bounds that it would run through', async () => {
    const twin = sampleTwin();
    const crossed = await mount('twin-oee', { twin, equipment: 'lathe-02', target: 0.2 });
    const [target, bounds] = ['.target', '.bracket + .caption'].map((one) =>
      crossed.shadowRoot?.querySelector(one)?.getBoundingClientRect(),
    );
    const isClear =
      (target?.bottom ?? NaN) <= (bounds?.top ?? NaN) ||
      (target?.right ?? NaN) <= (bounds?.left ?? NaN) ||
      (target?.left ?? NaN) >= (bounds?.right ?? NaN);
    expect(isClear).to.equal(true);
  });

  it('keeps the words of wide bounds inside of its bars', async () => {
    const range = '2026-03-16T11:12:00+08:00/2026-03-16T11:42:00+08:00';
    const twin = sampleTwin();
    twin.observe([{ signal: 'pump-01/state', time: sampleNow - 3_240_000, value: 'running' }]);
    twin.observe([{ signal: 'pump-01/state', time: sampleNow - 1_700_000, value: undefined }]);
    twin.observe([{ signal: 'pump-01/state', time: sampleNow - 60_000, value: 'idle' }]);
    const element = await mount('twin-oee', { twin, equipment: 'pump-01', range });
    const [bars, bounds] = ['.bars', '.bracket + .caption'].map((one) =>
      element.shadowRoot?.querySelector(one)?.getBoundingClientRect(),
    );
    expect(textOf(element, '.foot')).to.match(/^bounds \d\.\d … 9\d\.\d %$/);
    expect(bounds?.right).to.be.at.most(bars?.right ?? NaN);
  });

  it('says the time without data in the words of its table', async () => {
    const element = await mount('twin-oee', { twin: sampleTwin(), equipment: 'lathe-02', explained: true });
    await until(() => textOf(element, 'table') !== '', 'the table');
    const minutes = -percentOf(textOf(element, '[data-key=unknown] td'));
    expect(textOf(element, '[part=formula]')).to.contain(`If the ${minutes} min without data`);
  });

  it('says when nothing was planned', async () => {
    const twin = sampleTwin();
    const night = await mount('twin-oee', {
      twin,
      equipment: 'press-04',
      range: '2026-03-15T15:00:00Z/PT2H',
    });
    expect(textOf(night, '.remark')).to.equal('Nothing was planned in this time.');
    expect(textOf(night, '.value')).to.equal('–');
  });

  it('opens a row to show the times it is made of, which add up to it', async () => {
    const twin = sampleTwin();
    const element = await mount('twin-oee', { twin, equipment: 'line-b', explained: true });
    await until(() => textOf(element, 'table') !== '', 'the table');
    const button = element.shadowRoot?.querySelector<HTMLElement>('[data-key=idle] button');
    button?.focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(button?.getAttribute('aria-expanded')).to.equal('true');
    expect(await accessibilityProblems(element)).to.deep.equal([]);
    const parts = all(element, '.stretch td:nth-child(2)').map(percentOf);
    expect(parts.length).to.equal(9);
    expect(parts.reduce((sum, one) => sum + one, 0)).to.equal(
      percentOf(textOf(element, '[data-key=idle] td')),
    );
    const rows = all(element, '.stretch th');
    expect(rows[0]).to.equal('11:36 – 11:42 Lathe 03, No operator');
    expect(rows[8]).to.match(/^and \d+ shorter, together$/);
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(all(element, '.stretch').length).to.equal(0);
  });

  it('shows what each machine has in the figure, in columns that add up to its totals', async () => {
    const element = await mount('twin-oee', { twin: sampleTwin(), equipment: 'line-b', explained: true });
    await until(() => textOf(element, '.machines') !== '', 'the machines');
    const rows = [...(element.shadowRoot?.querySelectorAll('.machines tbody tr') ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim() ?? ''),
    );
    expect(rows.length).to.equal(8);
    const sum = (column: number) => rows.reduce((total, row) => total + (percentOf(row[column]) || 0), 0);
    expect(sum(1)).to.equal(percentOf(textOf(element, '[data-key=plannedTime] td')));
    expect(sum(2)).to.equal(percentOf(textOf(element, '[data-key=goodTime] td')));
    expect(rows[7]).to.deep.equal(['Pump 01', '–', '–', '–', 'no piece count']);
    expect(rows[1][4]).to.match(/^(Fault|Idle|Reduced)/);
  });

  it('shows what was counted by which rules, and the reasons of the scrap', async () => {
    const twin = sampleTwin();
    for (const [minutes, count, reason] of [
      [300, 0, ''],
      [200, 2, 'Crack'],
      [100, 5, 'Burr'],
    ] as const) {
      const time = sampleNow - minutes * 60_000;
      twin.observe([
        { signal: 'press-03/scrapCount', time, value: count },
        { signal: 'press-03/scrapReason', time, value: reason },
      ]);
    }
    const element = await mount('twin-oee', { twin, equipment: 'press-03', explained: true });
    await until(() => textOf(element, '.counts') !== '', 'the counts');
    const { producedCount, goodCount } = equipmentOee(twin, 'press-03', twin.interval('shift')).inputs;
    const cells = all(element, '.counts tbody td').map(percentOf);
    expect(cells.slice(0, 4)).to.deep.equal([producedCount, goodCount, 5, 100]);
    expect(cells[4]).to.equal(percentOf(textOf(element, '[data-key=netRunTime] td')));
    expect(textOf(element, '.rules')).to.contain('Scrap: Burr 3, Crack 2.');
  });

  it('gives a gain a plus wherever a loss has a minus', async () => {
    const workshop = sampleTwin().workshop;
    const equipment = workshop.equipment.map((one) => ({ ...one, idealCycle: one.idealCycle && 150 }));
    const twin = new Twin({ ...workshop, equipment }, { clock: new Clock(() => sampleNow) });
    const start = sampleNow - 342 * 60_000;
    twin.observe([{ signal: 'press-03/state', time: start, value: 'running' }]);
    for (const [minutes, count] of [
      [0, 0],
      [170, 90],
      [341, 180],
    ]) {
      for (const name of ['producedCount', 'goodCount']) {
        twin.observe([{ signal: `press-03/${name}`, time: start + minutes * 60_000, value: count }]);
      }
    }
    twin.confirm();
    const element = await mount('twin-oee', { twin, equipment: 'press-03', explained: true });
    await until(() => textOf(element, 'table') !== '', 'the table');
    expect(all(element, '.points')[1]).to.match(/^\+/);
    const [minutes, share] = all(element, '[data-key=speedLoss] td');
    expect(minutes).to.match(/^\+\d/);
    expect(share).to.match(/^\+\d/);
    expect(
      all(element, '[data-key=outsidePlan] td')
        .slice(0, 2)
        .every((text) => text.startsWith('−')),
    ).to.equal(true);
    expect(textOf(element, '[data-key=speedLoss] th')).to.equal('Faster than the ideal cycle');
    const figures = all(element, '[part=table] tbody tr:not(.total) td:nth-child(3)').map(percentOf);
    const last = percentOf(textOf(element, '[data-key=goodTime] td:nth-child(3)'));
    expect(100 + figures.reduce((sum, one) => sum + one, 0)).to.be.closeTo(last, 1e-6);
  });
});
