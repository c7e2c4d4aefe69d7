import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { equipmentOee } from '@twinfloor/core';
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
    const minutes = all(element, 'tbody td:nth-child(2)').map(percentOf);
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
});
