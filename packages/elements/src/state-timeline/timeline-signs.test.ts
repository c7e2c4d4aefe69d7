import { type Condition, ConditionSeries, ObservationBatch, TextSeries, type Twin } from '@twinfloor/core';
import { expect } from 'chai';
import { alarmPriority, paintAlarm } from '../charts/alarm-shapes.js';
import { pixelAt, whiteCanvas } from '../charts/testing/chart-samples.js';
import { coloursAt } from '../internal/colours.js';
import { clear, mount, settled, textOf, until } from '../testing/page.js';
import { sampleNow, sampleTwin } from '../testing/sample-twin.js';
import './state-timeline.js';
import { alarmsIn, commentsIn } from './timeline-events.js';
import { takeAlarms } from './timeline-signs.js';

const minute = 60_000;

function conditions(...reports: (readonly [time: number, condition: Partial<Condition>])[]): ConditionSeries {
  const series = new ConditionSeries();
  for (const [time, condition] of reports)
    series.append(time, { key: 'system', level: 'fault', ...condition });
  return series;
}

describe('alarmsIn()', () => {
  it('gives each alarm once, from when it was raised to when it had gone', () => {
    const series = conditions(
      [10, { code: '1', text: 'Oil low' }],
      [20, { code: '1', text: 'Oil low' }],
      [30, { code: '1', level: 'normal' }],
      [40, { code: '1', text: 'Oil low' }],
    );
    const alarms = alarmsIn(series, { from: 0, to: 50 }).map(({ time, until, text }) => [time, until, text]);
    expect(alarms).to.deep.equal([
      [10, 30, 'Oil low'],
      [40, undefined, 'Oil low'],
    ]);
  });

  it('leaves out what was raised before the interval, and finds ends after it', () => {
    const series = conditions([10, { code: '1' }], [20, { code: '2' }], [60, { level: 'normal' }]);
    const alarms = alarmsIn(series, { from: 15, to: 50 });
    expect(alarms.map(({ time, until, text }) => [time, until, text])).to.deep.equal([[20, 60, '2']]);
  });

  it('ends all alarms of a source that is lost', () => {
    const series = conditions([10, { code: '1' }], [20, { code: '2' }], [30, { level: 'unavailable' }]);
    expect(alarmsIn(series, { from: 0, to: 50 }).map(({ until }) => until)).to.deep.equal([30, 30]);
  });
});

describe('alarmPriority()', () => {
  it('reads priorities, words and the severities of OPC UA; else the level decides', () => {
    const of = (severity: string | undefined, level: 'fault' | 'warning' = 'fault') =>
      alarmPriority({ key: '', level, ...(severity === undefined ? {} : { severity }) });
    expect(['1', '2', '3', '4'].map((one) => of(one))).to.deep.equal([1, 2, 3, 4]);
    expect(['critical', 'High', 'medium', 'low'].map((one) => of(one))).to.deep.equal([1, 2, 3, 4]);
    expect(['900', '700', '500', '100'].map((one) => of(one))).to.deep.equal([1, 2, 3, 4]);
    expect([of(undefined), of(undefined, 'warning'), of('odd')]).to.deep.equal([2, 3, 2]);
  });
});

describe('commentsIn()', () => {
  it('gives what was written in the interval; empty texts end a comment and are none', () => {
    const series = new TextSeries();
    series.append(5, 'before', 0);
    series.append(10, 'first', 0);
    series.append(20, '', 0);
    series.append(30, 'after', 0);
    expect(commentsIn(series, { from: 8, to: 30 }).map(({ time, text }) => [time, text])).to.deep.equal([
      [10, 'first'],
    ]);
  });
});

describe('takeAlarms()', () => {
  it('takes the alarms of a stop, those shortly before it too, and gives the worst', () => {
    const alarm = (time: number, priority: 1 | 2 | 3) => ({ time, until: undefined, text: '', priority });
    const events = new Set([alarm(-30_000, 3), alarm(5, 2), alarm(-90_000, 1)]);
    expect(takeAlarms(events, { from: 0, to: 10 })).to.equal(2);
    expect([...events].map(({ time }) => time)).to.deep.equal([-90_000]);
    expect(takeAlarms(events, { from: 0, to: 10 })).to.equal(undefined);
  });
});

describe('paintAlarm()', () => {
  it('paints the shape of the priority in its colour', () => {
    const colours = coloursAt(document.body);
    for (const priority of [1, 2, 3, 4] as const) {
      const context = whiteCanvas(24, 24);
      paintAlarm(context, priority, 0, 0, 24, colours);
      const [red, green, blue] = pixelAt(context, 12, priority === 2 ? 19 : 5 + (priority === 4 ? 3 : 0));
      expect(red + green + blue, `priority ${priority}`).to.be.below(700);
      expect(pixelAt(context, 0, priority === 3 ? 23 : 0)).to.deep.equal([255, 255, 255]);
    }
  });
});

describe('<twin-state-timeline> with alarms and comments', () => {
  let twin: Twin;

  beforeEach(() => {
    twin = sampleTwin();
    const batch = new ObservationBatch();
    const alarm = {
      key: 'system',
      level: 'fault',
      code: '12',
      severity: '900',
      text: 'Oil pressure low',
    } as const;
    batch.addCondition(twin.signal('press-04/conditions').handle, sampleNow - 44 * minute, alarm);
    batch.add(twin.signal('press-04/comment').handle, sampleNow - 30 * minute, 'Waiting for seal kit');
    twin.observe(batch);
  });

  afterEach(clear);

  it('says since when and for how long a machine is in its state, and what was written about it', async () => {
    const element = await mount('twin-state-timeline', { twin, equipment: 'press-04' });
    expect(textOf(element, '.since')).to.match(/^since 10:58, 44.min$/);
    expect(textOf(element, '.row .state')).to.include('Waiting for seal kit');
  });

  it('lists alarms and comments in the table, in the order of time', async () => {
    const element = await mount('twin-state-timeline', { twin, equipment: 'press-04' });
    (element.shadowRoot?.querySelector('.table button') as HTMLElement).click();
    await until(() => element.shadowRoot?.querySelector('tbody') !== null, 'the table');
    const lines = [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map(
      (line) => line.textContent,
    );
    const place = (text: string) => lines.findIndex((line) => line?.replace(/\s+/g, ' ').includes(text));
    expect(place('Alarm 1')).to.be.above(0);
    expect(place('Comment')).to.be.above(place('Alarm 1'));
    expect(lines[place('Alarm 1')]).to.include('Oil pressure low');
  });

  it('drops a reason that has no room whole, and never cuts it', async () => {
    const long = 'Hydraulic accumulator bladder pressure below the permitted minimum of the day';
    twin.observe([{ signal: 'press-04/reason', time: sampleNow - minute, value: long }]);
    const element = await mount('twin-state-timeline', { twin, equipment: 'press-04' });
    element.style.setProperty('width', '1000px');
    await settled(element);
    const cell = element.shadowRoot?.querySelector('.row .state') as HTMLElement;
    const { bottom, right } = cell.getBoundingClientRect();
    for (const why of cell.querySelectorAll('.why')) {
      const range = document.createRange();
      range.selectNodeContents(why);
      const box = range.getBoundingClientRect();
      const ofBox = why.getBoundingClientRect();
      const isHidden = box.top >= Math.min(bottom, ofBox.bottom) - 1;
      expect(isHidden || box.right <= right + 1, why.textContent ?? '').to.equal(true);
    }
  });

  it('shows what is selected, and nothing of what the reader may not see', async () => {
    const element = await mount('twin-state-timeline', { twin, equipment: 'selected' });
    expect(textOf(element, '.notice')).to.equal('Choose a machine.');
    twin.selection.select('press-04');
    await settled(element);
    expect(element.shadowRoot?.querySelectorAll('.row')).to.have.length(1);
    element.locked = true;
    await settled(element);
    expect(textOf(element, '.notice')).to.equal('No permission');
  });
});
