import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { equipmentOee, type Twin } from '@twinfloor/core';
import { cursorOf } from '../charts/cursor.js';
import '../provider/provider.js';
import { accessibilityProblems, clear, mount, settled, textOf, until } from '../testing/page.js';
import { sampleNow, sampleTwin } from '../testing/sample-twin.js';
import type { TwinOeeTrend } from './oee-trend.js';
import './oee-trend.js';

const minute = 60_000;
const day = 1440 * minute;
/** 06:00 of the day of the sample. */
const shiftStart = sampleNow - 342 * minute;

/** The sample with a past: early shifts of the days before, one a piece in two minutes; `gone` of them without data. */
function twinWithPast(gone: readonly number[] = [], id = 'press-04'): Twin {
  const twin = sampleTwin();
  let count = -200 * (20 - gone.length);
  for (let ago = 20; ago >= 1; ago--) {
    const start = shiftStart - ago * day;
    const missing = gone.includes(ago);
    twin.observe([
      { signal: `${id}/state`, time: start - minute, value: missing ? undefined : 'running' },
      { signal: `${id}/state`, time: start + (ago === 4 ? 300 : 430) * minute, value: 'fault' },
      { signal: `${id}/state`, time: start + 460 * minute, value: missing ? undefined : 'running' },
    ]);
    if (missing) {
      twin.observe([{ signal: `${id}/state`, time: start + 430 * minute, value: undefined }]);
      continue;
    }
    for (let part = 1; part <= 40; part++) {
      count += 5;
      const time = start + part * 10 * minute;
      twin.observe(
        ['producedCount', 'goodCount'].map((name) => ({ signal: `${id}/${name}`, time, value: count })),
      );
    }
  }
  return twin;
}

const parts = (element: TwinOeeTrend, selector: string) => [
  ...(element.shadowRoot?.querySelectorAll(selector) ?? []),
];
const plotOf = (element: TwinOeeTrend) => element.shadowRoot?.querySelector<HTMLElement>('.plot');

describe('<twin-oee-trend>', () => {
  afterEach(clear);

  it('is accessible with factors and table, with and without a workshop', async () => {
    const twin = twinWithPast([3]);
    expect(await accessibilityProblems(await mount('twin-oee-trend'))).to.deep.equal([]);
    for (const equipment of ['press-04', 'hall-1', 'pump-01', 'nowhere']) {
      const element = await mount('twin-oee-trend', { twin, equipment, factors: true });
      element.shadowRoot?.querySelector<HTMLElement>('.verb')?.click();
      await settled(element);
      expect(await accessibilityProblems(element), equipment).to.deep.equal([]);
    }
  });

  it('draws a dot for each step that is known, hanging from the target, and a ring for the one under way', async () => {
    const element = await mount('twin-oee-trend', { twin: twinWithPast([6, 7]), equipment: 'press-04' });
    expect(textOf(element, 'h3')).to.equal('Last 15 shifts');
    expect(parts(element, 'circle').length).to.equal(13);
    expect(parts(element, '.stem').length).to.equal(13);
    expect(parts(element, '.open').length).to.equal(1);
    expect(parts(element, 'text.quiet').map((one) => one.textContent)).to.deep.equal(['no data']);
    expect(parts(element, '.target').length).to.equal(1);
  });

  it('says what it shows of the last step as the OEE element does', async () => {
    const twin = twinWithPast();
    const element = await mount('twin-oee-trend', { twin, equipment: 'press-04' });
    const value = equipmentOee(twin, 'press-04', twin.interval('shift')).value ?? NaN;
    const readout = textOf(element, '.readout');
    expect(readout).to.contain(`OEE ${(value * 100).toFixed(1)}`);
    expect(readout).to.contain('early, so far');
    expect(plotOf(element)?.getAttribute('aria-valuetext')?.replace(/\s+/g, ' ')).to.equal(readout);
  });

  it('brackets a step whose data are not whole, and says for how much there are data', async () => {
    const twin = twinWithPast();
    const start = shiftStart - 2 * day;
    twin.observe([
      { signal: 'press-04/state', time: start + 60 * minute, value: undefined },
      { signal: 'press-04/state', time: start + 120 * minute, value: 'running' },
    ]);
    const element = await mount('twin-oee-trend', { twin, equipment: 'press-04' });
    expect(parts(element, '.bounds').length).to.equal(1);
    cursorOf(twin).move(start);
    await settled(element);
    expect(textOf(element, '.readout')).to.match(/bounds .* data for 86\.\d %/);
  });

  it('is moved by keys, shares its cursor and asks the page for the time of a step', async () => {
    const twin = twinWithPast();
    const provider = await mount('twin-provider', { twin });
    const element = document.createElement('twin-oee-trend');
    element.equipment = 'press-04';
    provider.append(element);
    await settled(element);
    const asked: string[] = [];
    provider.addEventListener('twin-range-change', (event) => asked.push(event.range));
    plotOf(element)?.focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'ArrowLeft' });
    expect(cursorOf(twin).time).to.equal(shiftStart - day);
    await sendKeys({ press: 'Enter' });
    const shift = twin.calendar.shiftAt(shiftStart - day);
    const written = (time: number) => new Date(time).toISOString().replace('.000', '');
    expect(asked).to.deep.equal(['shift', `${written(shift?.from ?? 0)}/${written(shift?.to ?? 0)}`]);
    await until(() => parts(element, '.chosen').length === 1, 'the mark of the chosen step');
    await sendKeys({ press: 'Home' });
    expect(cursorOf(twin).time).to.equal(shiftStart - 14 * day);
    await sendKeys({ press: 'Escape' });
    expect(cursorOf(twin).time).to.equal(undefined);
  });

  it('answers the mouse: pointing reads out, a click asks for the step', async () => {
    const twin = twinWithPast();
    const element = await mount('twin-oee-trend', { twin, equipment: 'press-04', steps: 4 });
    const asked: string[] = [];
    element.addEventListener('twin-range-change', (event) => asked.push(event.range));
    const box = element.shadowRoot?.querySelector('.dots')?.getBoundingClientRect();
    const place = { clientX: (box?.left ?? 0) + 5, clientY: (box?.top ?? 0) + 30, bubbles: true };
    plotOf(element)?.dispatchEvent(new PointerEvent('pointermove', place));
    await settled(element);
    expect(textOf(element, '.readout')).to.match(/^Fri,? ?(13 Mar|Mar 13) early/);
    plotOf(element)?.dispatchEvent(new MouseEvent('click', place));
    expect(asked).to.deep.equal(['2026-03-12T22:00:00Z/2026-03-13T06:00:00Z']);
  });

  it('shows what each factor lost on demand, and a table with the same figures', async () => {
    const element = await mount('twin-oee-trend', {
      twin: twinWithPast([2]),
      equipment: 'press-04',
      factors: true,
      steps: 5,
    });
    expect(parts(element, '[part=factors] .availability rect').length).to.equal(4);
    element.shadowRoot?.querySelector<HTMLElement>('.verb')?.click();
    await settled(element);
    const rows = parts(element, 'tbody tr').map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()),
    );
    expect(rows.length).to.equal(5);
    expect(rows[2].slice(1)).to.deep.equal(['–', '–', '–', '–', '–', '0.0\u202f%']);
    const [oee, availability, performance, quality] = rows[1].slice(1).map((text) => parseFloat(text ?? ''));
    expect((availability * performance * quality) / 10_000).to.be.closeTo(oee, 0.1);
  });

  it('goes by days and weeks, and says of a day that it was not planned', async () => {
    const twin = twinWithPast();
    const element = await mount('twin-oee-trend', { twin, equipment: 'press-04', by: 'week', steps: 3 });
    expect(textOf(element, 'h3')).to.equal('Last 3 weeks');
    element.by = 'day';
    await settled(element);
    expect(textOf(element, 'h3')).to.equal('Last 3 days');
  });

  it('shows the availability where nothing is counted', async () => {
    const element = await mount('twin-oee-trend', { twin: sampleTwin(), equipment: 'pump-01' });
    expect(textOf(element, '.heading')).to.contain('Availability, Pump 01');
    expect(parts(element, '.target').length).to.equal(0);
  });

  it('says what is wrong, and shows nothing that is locked', async () => {
    expect(textOf(await mount('twin-oee-trend'), 'p')).to.equal('Not connected to a workshop.');
    const twin = sampleTwin();
    const unknown = await mount('twin-oee-trend', { twin, equipment: 'press-99' });
    expect(textOf(unknown, 'p')).to.contain('press-99');
    const locked = await mount('twin-oee-trend', { twin, equipment: 'press-04', locked: true });
    expect(textOf(locked, 'p')).to.equal('No permission');
    const selected = await mount('twin-oee-trend', { twin, equipment: 'selected' });
    expect(textOf(selected, 'p')).to.equal('Choose a machine.');
    twin.selection.select('press-04');
    await until(() => textOf(selected, '.heading').includes('Press 04'), 'the selected machine');
  });
});
