import { ObservationBatch, type Twin } from '@twinfloor/core';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { cursorOf } from '../charts/cursor.js';
import { viewOf } from '../charts/view.js';
import { accessibilityProblems, clear, mount, settled, textOf, until } from '../testing/page.js';
import { sampleNow, sampleTwin } from '../testing/sample-twin.js';
import type { TwinTrend } from './trend.js';
import './trend.js';

const minute = 60_000;
const start = Date.UTC(2026, 2, 15, 22);

/** The sample twin with a temperature each minute: 40 °C at 06:00, a tenth more each minute, none from 08:00 to 08:30. */
function warmTwin(until = sampleNow): Twin {
  const twin = sampleTwin();
  const batch = new ObservationBatch();
  const add = (name: string, time: number, value: number | undefined) =>
    batch.add(twin.signal(`press-01/${name}`).handle, time, value);
  for (let time = start; time <= until; time += minute) {
    const minutes = (time - start) / minute;
    if (minutes === 120) add('temperature', time, undefined);
    if (minutes >= 120 && minutes < 150) continue;
    add('temperature', time, 40 + minutes / 10);
    add('level', time, 50);
  }
  twin.observe(batch);
  return twin;
}

/** Device pixels of the lower canvas that are of one colour family, by column. */
function inked(element: TwinTrend, isWanted: (red: number, green: number) => boolean): number[] {
  const canvas = element.shadowRoot?.querySelector<HTMLCanvasElement>('canvas.below');
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return [];
  const { width, height } = canvas;
  const { data } = context.getImageData(0, 0, width, height);
  const counts = new Array<number>(width).fill(0);
  for (let index = 0; index < width * height; index++) {
    const isPainted = data[index * 4 + 3] > 100;
    if (isPainted && isWanted(data[index * 4], data[index * 4 + 1])) counts[index % width]++;
  }
  return counts;
}

describe('<twin-trend>', () => {
  let element: TwinTrend;
  let twin: Twin;

  async function show(properties: Partial<TwinTrend> = {}, given = warmTwin()): Promise<void> {
    twin = given;
    const signal = 'temperature';
    await Promise.all([import('./trend-keys.js'), import('../charts/zoom-actions.js')]);
    element = await mount('twin-trend', { twin, equipment: 'press-01', signal, ...properties });
    await settled(element);
  }

  const plot = () => element.shadowRoot?.querySelector('.plot') as HTMLElement;
  const press = async (key: string) => {
    plot().focus();
    await sendKeys({ press: key });
    await settled(element);
  };

  afterEach(clear);

  it('is accessible as a chart, with its table, and as a spark', async () => {
    await show({ high: 70 });
    expect(await accessibilityProblems(element)).to.deep.equal([]);
    (element.shadowRoot?.querySelector('.table button') as HTMLElement).click();
    await until(() => element.shadowRoot?.querySelector('table') !== null, 'the table');
    expect(await accessibilityProblems(element)).to.deep.equal([]);
    element.spark = true;
    await settled(element);
    expect(await accessibilityProblems(element)).to.deep.equal([]);
  });

  it('says what the signal is of, how far it went and what it is now', async () => {
    await show();
    expect(textOf(element, 'h3')).to.equal('Temperature');
    expect(textOf(element, '.heading .caption')).to.match(/^Press 01 · 40\.0 … 74\.2.°C$/);
    expect(textOf(element, 'dd')).to.match(/^74\.2.°C$/);
    expect(textOf(element, 'dt')).to.equal('at 11:42');
  });

  it('answers for the cursor of the page', async () => {
    await show();
    cursorOf(twin).move(start + 60 * minute);
    await settled(element);
    expect(textOf(element, 'dt')).to.equal('at 07:00');
    expect(textOf(element, 'dd')).to.match(/^46\.0/);
    expect(plot().getAttribute('aria-valuetext')).to.match(/07:00.*46\.0.°C/);
  });

  it('draws nothing where nothing was measured, and nothing after now', async () => {
    await show({ height: 200 });
    await until(() => inked(element, (red) => red < 90).some((count) => count > 0), 'a line');
    const ink = inked(element, (red) => red < 90);
    const left = 40 * devicePixelRatio;
    const scale = (ink.length - left - 14 * devicePixelRatio) / 480;
    const at = (minutes: number) => ink[Math.round(left + minutes * scale)];
    expect(at(60)).to.be.above(0);
    expect(at(135)).to.equal(0);
    expect(at(300)).to.be.above(0);
    expect(at(420)).to.equal(0);
  });

  it('draws a limit in the colour of limits, also beyond the values', async () => {
    await show({ high: 90 });
    const red = () => inked(element, (red, green) => red > 120 && green < 90);
    await until(() => red().filter((count) => count > 0).length > 100, 'a red line');
  });

  it('moves the cursor by one observation, to the ends and away with keys, and zooms', async () => {
    await show();
    const cursor = cursorOf(twin);
    cursor.move(start + 60 * minute);
    await press('ArrowRight');
    await until(() => cursor.time === start + 61 * minute, 'the next observation');
    await press('ArrowLeft');
    expect(cursor.time).to.equal(start + 60 * minute);
    await press('End');
    expect(cursor.time).to.equal(sampleNow);
    await press('Home');
    expect(cursor.time).to.equal(start);
    await press('Escape');
    expect(cursor.time).to.equal(undefined);
    await press('+');
    await until(() => viewOf(twin).value !== undefined, 'a window');
  });

  it('keeps the last value of a silent source, marks it and says since when', async () => {
    await show({}, warmTwin());
    twin.clock.at(sampleNow + 10 * minute);
    await settled(element);
    expect(textOf(element, 'dt')).to.match(/^No data since 11:42/);
    expect(element.shadowRoot?.querySelector('dd .stale')?.textContent).to.match(/74\.2/);
  });

  it('shows a counter as what comes in an hour, or as what came since the range began', async () => {
    await show({ signal: 'producedCount' });
    expect(textOf(element, 'dd')).to.match(/^30\.0.pcs\/h$/);
    element.as = 'total';
    await settled(element);
    expect(textOf(element, 'dd')).to.match(/^171.pcs$|^170.pcs$/);
  });

  it('shows several signals of one unit, each with its name, and leaves out those of another unit', async () => {
    await show({ signal: 'producedCount goodCount temperature' });
    const names = [...(element.shadowRoot?.querySelectorAll('dt') ?? [])].map((one) => one.textContent);
    expect(names).to.deep.equal(['Produced', 'Good']);
    expect(textOf(element, 'h3')).to.equal('Press 01');
  });

  it('has a table behind it with mean, lowest and highest value by stretches of time', async () => {
    await show();
    (element.shadowRoot?.querySelector('.table button') as HTMLElement).click();
    await until(() => element.shadowRoot?.querySelector('tbody tr') !== null, 'the table');
    const cells = [...(element.shadowRoot?.querySelectorAll('tbody tr:first-child > *') ?? [])];
    expect(cells.slice(2).map((cell) => cell.textContent)).to.deep.equal(['43.0', '40.0', '45.9']);
  });

  it('says what is missing: equipment, signal, data, permission', async () => {
    await show({ equipment: 'press-99' });
    expect(textOf(element, 'p')).to.include('press-99');
    element.equipment = 'press-01';
    element.signal = 'temp';
    await settled(element);
    expect(textOf(element, 'p')).to.include('temp');
    element.equipment = 'press-02';
    element.signal = 'temperature';
    await settled(element);
    expect(textOf(element, 'p')).to.equal('No data');
    element.locked = true;
    await settled(element);
    expect(textOf(element, 'p')).to.equal('No permission');
  });

  it('shows the machine that is selected', async () => {
    await show({ equipment: 'selected' });
    expect(textOf(element, 'p')).to.equal('Choose a machine.');
    twin.selection.select('press-01');
    await settled(element);
    expect(textOf(element, 'h3')).to.equal('Temperature');
  });

  it('speaks Chinese', async () => {
    document.documentElement.lang = 'zh-CN';
    await show();
    await until(() => textOf(element, 'h3') === '温度', 'Chinese');
  });
});
