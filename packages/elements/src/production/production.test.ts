import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { Clock, equipmentProduction, Twin } from '@twinfloor/core';
import { cursorOf } from '../charts/cursor.js';
import { accessibilityProblems, clear, mount, settled, textOf, until } from '../testing/page.js';
import { sampleNow, sampleTwin, sampleWorkshop } from '../testing/sample-twin.js';
import { forecastLine, madeLines, planLine } from './production-view.js';
import type { TwinProduction } from './production.js';
import './production.js';

const minute = 60_000;
const hour = 60 * minute;
const shiftStart = sampleNow - 342 * minute;

/** Press 04 with a target of 32 an hour and three scrapped pieces, at 11:42, in fault since 10:58. */
function targetTwin(target: number | null = 32): Twin {
  const sample = sampleWorkshop();
  const production: Record<string, number> = target === null ? {} : { 'press-04': target };
  const targets = target === null ? { production } : { oee: 0.8, production };
  const twin = new Twin({ ...sample, targets }, { clock: new Clock(() => sampleNow) });
  const observe = (signal: string, minutes: number, value: number | string) =>
    twin.observe([{ signal: `press-04/${signal}`, time: shiftStart + minutes * minute, value }]);
  observe('state', 0, 'running');
  observe('state', 298, 'fault');
  observe('reason', 298, 'Oil pressure low');
  for (let made = 0; made <= 149; made++) observe('goodCount', made * 2, made);
  for (const [minutes, scrap] of [
    [0, 0],
    [65, 1],
    [130, 3],
  ]) {
    observe('scrapCount', minutes, scrap);
  }
  twin.confirm();
  return twin;
}

const plotOf = (element: TwinProduction) => element.shadowRoot?.querySelector<HTMLElement>('.plot');
const figuresOf = (element: TwinProduction) =>
  [...(element.shadowRoot?.querySelectorAll('.figure') ?? [])].map((figure) =>
    ['dd', 'dt']
      .map((one) => figure.querySelector(one)?.textContent)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );

describe('<twin-production>', () => {
  afterEach(clear);

  it('is accessible with its table, with and without a plan, counts and a workshop', async () => {
    expect(await accessibilityProblems(await mount('twin-production'))).to.deep.equal([]);
    for (const [twin, equipment] of [
      [targetTwin(), 'press-04'],
      [sampleTwin(), 'hall-1'],
      [sampleTwin(), 'pump-01'],
      [sampleTwin(), 'nowhere'],
    ] as const) {
      const element = await mount('twin-production', { twin, equipment });
      element.shadowRoot?.querySelector<HTMLElement>('.table .verb')?.click();
      await settled(element);
      expect(await accessibilityProblems(element), equipment).to.deep.equal([]);
    }
  });

  it('says what is good, how far behind the plan that is and where it leads', async () => {
    const twin = targetTwin();
    const element = await mount('twin-production', { twin, equipment: 'press-04' });
    const { due, good, forecast } = equipmentProduction(twin, 'press-04', twin.interval('shift'));
    expect([good, Math.round(due ?? 0)]).to.deep.equal([149, 166]);
    // 17.4 pieces at 32 an hour of planned time.
    expect(figuresOf(element)).to.deep.equal([
      '149 pcs good, of 240 planned',
      '−17 pcs behind plan, 32 min',
      `${Math.round(forecast ?? 0)} pcs forecast for 14:00`,
      '3 pcs scrap · 2.0 %',
    ]);
  });

  it('reads out an hour with its longest stop, and moves from hour to hour by key', async () => {
    const twin = targetTwin();
    const element = await mount('twin-production', { twin, equipment: 'press-04' });
    expect(textOf(element, '.readout')).to.equal(
      '11:00 – 12:00 · good 0 pcs · plan 32 pcs · longest stop: Fault 42 min, Oil pressure low',
    );
    plotOf(element)?.focus();
    await sendKeys({ press: 'Home' });
    expect(cursorOf(twin).time).to.equal(shiftStart);
    await sendKeys({ press: 'ArrowRight' });
    await settled(element);
    expect(textOf(element, '.readout')).to.equal(
      '07:00 – 08:00 · good 30 pcs · plan 32 pcs · −2 · scrap 1 pcs',
    );
    expect(plotOf(element)?.getAttribute('aria-valuetext')?.replace(/\s+/g, ' ')).to.equal(
      textOf(element, '.readout'),
    );
    expect(plotOf(element)?.getAttribute('aria-valuenow')).to.equal('2');
    await sendKeys({ press: 'Escape' });
    expect(cursorOf(twin).time).to.equal(undefined);
  });

  it('has a table whose hours add up to the figures, shorter by the break', async () => {
    const element = await mount('twin-production', { twin: targetTwin(), equipment: 'press-04' });
    element.shadowRoot?.querySelector<HTMLElement>('.table .verb')?.click();
    await settled(element);
    const rows = [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim() ?? ''),
    );
    expect(rows.length).to.equal(8);
    const sum = (column: number) => rows.reduce((total, row) => total + (parseInt(row[column], 10) || 0), 0);
    expect(sum(1)).to.equal(240);
    expect(sum(2)).to.equal(149);
    expect(sum(5)).to.equal(3);
    expect(rows[3].slice(0, 3)).to.deep.equal(['09:00 – 10:00', '16', '30']);
    expect(rows[4][4]).to.equal('+5');
    expect(rows[7].slice(2)).to.deep.equal(['–', '–', '–', '–', '–', '–']);
  });

  it('counts a line at its last machine and says where', async () => {
    const sample = sampleWorkshop();
    const equipment = sample.equipment.map((one) =>
      one.id === 'press-01' ? { ...one, feeds: ['press-02'] } : one,
    );
    const twin = new Twin({ ...sample, equipment }, { clock: new Clock(() => sampleNow) });
    for (const id of ['press-01', 'press-02']) {
      twin.observe([
        { signal: `${id}/goodCount`, time: shiftStart, value: 0 },
        { signal: `${id}/goodCount`, time: shiftStart + hour, value: id === 'press-01' ? 50 : 40 },
      ]);
    }
    const element = await mount('twin-production', { twin, equipment: 'line-a' });
    expect(textOf(element, '.title')).to.contain('counted at Press 02');
    expect(figuresOf(element)[0]).to.match(/^40 pcs/);
  });

  it('says when nothing is counted, there is no plan, or the source has gone silent', async () => {
    const twin = sampleTwin();
    const uncounted = await mount('twin-production', { twin, equipment: 'pump-01' });
    expect(textOf(uncounted, 'p')).to.equal('Nothing is counted here.');
    const planless = await mount('twin-production', { twin: targetTwin(null), equipment: 'press-04' });
    expect(figuresOf(planless)[0]).to.equal('149 pcs good');
    expect(planless.shadowRoot?.textContent).to.contain('There is no plan');
    const clock = { now: sampleNow };
    const silent = new Twin(sampleWorkshop(), { clock: new Clock(() => clock.now) });
    silent.observe([{ signal: 'press-04/goodCount', time: sampleNow - hour, value: 3 }]);
    const element = await mount('twin-production', { twin: silent, equipment: 'press-04' });
    expect(element.shadowRoot?.textContent).to.contain('No data since 10:42');
    expect(element.shadowRoot?.querySelectorAll('dd.stale').length).to.be.above(0);
    expect(textOf(element, '.readout')).to.contain('No data');
  });

  it('says what is wrong, and shows nothing that is locked', async () => {
    expect(textOf(await mount('twin-production'), 'p')).to.equal('Not connected to a workshop.');
    const twin = sampleTwin();
    const unknown = await mount('twin-production', { twin, equipment: 'press-99' });
    expect(textOf(unknown, 'p')).to.contain('press-99');
    const locked = await mount('twin-production', { twin, equipment: 'press-04', locked: true });
    expect(textOf(locked, 'p')).to.equal('No permission');
    const selected = await mount('twin-production', { twin, equipment: 'selected' });
    expect(textOf(selected, 'p')).to.equal('Choose a machine.');
    twin.selection.select('press-04');
    await until(() => textOf(selected, '.title').includes('Press 04'), 'the selected machine');
  });

  it('paints the hours, again when more was counted and not when the cursor moves', async () => {
    const twin = targetTwin();
    const element = await mount('twin-production', { twin, equipment: 'press-04' });
    const canvas = element.shadowRoot?.querySelector<HTMLCanvasElement>('canvas.below');
    await until(() => (canvas?.width ?? 0) > 300, 'the size of the canvas');
    await settled(element);
    const picture = () => canvas?.toDataURL();
    const before = picture();
    cursorOf(twin).move(shiftStart + hour);
    await settled(element);
    expect(picture()).to.equal(before);
    twin.observe([{ signal: 'press-04/goodCount', time: sampleNow - 1, value: 170 }]);
    await until(() => picture() !== before, 'another picture');
  });
});

describe('the lines that add up', () => {
  const twin = targetTwin();
  const production = equipmentProduction(twin, 'press-04', twin.interval('shift'));
  const planned = (interval: { from: number; to: number }) => twin.calendar.planned(interval, 'press-04');

  it('end at the figures, and are flat over a break', () => {
    const plan = planLine(production.hours, planned);
    expect(plan[plan.length - 1].sum).to.be.closeTo(production.planned ?? NaN, 1e-9);
    const inBreak = plan.filter(
      ({ time }) => time >= shiftStart + 3 * hour && time <= shiftStart + 3.5 * hour,
    );
    expect(new Set(inBreak.map(({ sum }) => Math.round(sum)))).to.deep.equal(new Set([96]));
    const made = madeLines(production.hours, sampleNow);
    expect(made.length).to.equal(1);
    expect(made[0][made[0].length - 1]).to.deep.equal({ time: sampleNow, sum: production.good });
    const forecast = forecastLine(production, sampleNow, planned);
    expect(forecast[forecast.length - 1].sum).to.be.closeTo(production.forecast ?? NaN, 1e-9);
  });

  it('break where nothing is known', () => {
    const hours = production.hours.map((one, index) => (index === 2 ? { ...one, good: undefined } : one));
    expect(madeLines(hours, sampleNow).length).to.equal(2);
  });
});
