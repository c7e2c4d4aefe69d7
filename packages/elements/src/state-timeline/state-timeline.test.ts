import { Clock, Twin } from '@twinfloor/core';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { cursorOf } from '../charts/cursor.js';
import type { TwinSelectEvent } from '../events/select-event.js';
import '../provider/provider.js';
import { until } from '../testing/page.js';
import { sampleNow, sampleTwin } from '../testing/sample-twin.js';
import type { TwinStateTimeline } from './state-timeline.js';
import './state-timeline.js';

const minute = 60_000;
const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

async function settled(element: TwinStateTimeline): Promise<void> {
  for (let count = 0; count < 4; count++) {
    await frame();
    await element.updateComplete;
  }
}

describe('<twin-state-timeline>', () => {
  let element: TwinStateTimeline;
  let twin: Twin;

  async function show(
    attributes: Record<string, string> = {},
    given: Twin | undefined = sampleTwin(),
  ): Promise<void> {
    if (given) twin = given;
    // What keys do is loaded with the first of them, which may take longer than some frames.
    await Promise.all([import('./timeline-keys.js'), import('../charts/zoom-actions.js')]);
    element = document.createElement('twin-state-timeline');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.twin = given;
    element.style.setProperty('width', '1200px');
    document.body.append(element);
    await settled(element);
  }

  const root = () => element.shadowRoot as ShadowRoot;
  const grid = () => root().querySelector('.grid') as HTMLElement;
  const rows = () => [...root().querySelectorAll('.row')] as HTMLElement[];
  const text = (selector: string) =>
    root().querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const press = async (key: string, shiftKey = false) => {
    grid().focus();
    if (shiftKey) await sendKeys({ down: 'Shift' });
    await sendKeys({ press: key });
    if (shiftKey) await sendKeys({ up: 'Shift' });
    await settled(element);
  };

  afterEach(() => {
    element.remove();
    document.documentElement.removeAttribute('lang');
  });

  it('is accessible, with its table closed and open', async () => {
    await import('axe-core/axe.min.js' as string);
    const { axe } = window as unknown as {
      axe: { run(node: Element): Promise<{ violations: { id: string; help: string }[] }> };
    };
    await show({ equipment: 'line-a' });
    const closed = await axe.run(element);
    expect(closed.violations.map(({ id, help }) => `${id}: ${help}`)).to.deep.equal([]);
    (root().querySelector('.table button') as HTMLElement).click();
    await settled(element);
    const open = await axe.run(element);
    expect(open.violations.map(({ id, help }) => `${id}: ${help}`)).to.deep.equal([]);
  });

  it('has a row for each machine of the equipment, and for all machines without one', async () => {
    await show({ equipment: 'line-a' });
    expect(rows()).to.have.length(8);
    expect(rows()[3].textContent).to.include('Press 04');
    element.equipment = '';
    await settled(element);
    expect(rows()).to.have.length(16);
    expect(rows()[8].classList.contains('group')).to.equal(true);
  });

  it('says of each machine what it does now, why, and how much it ran', async () => {
    await show({ equipment: 'press-04' });
    expect(text('.head .state')).to.equal('now 11:42');
    expect(text('.row .state')).to.include('Fault');
    expect(text('.row .why')).to.equal('Oil pressure low');
    expect(text('.row .share')).to.match(/^\d\d\.\d$/);
  });

  it('answers for the cursor, wherever on the page it was moved', async () => {
    await show({ equipment: 'press-04' });
    cursorOf(twin).move(sampleNow - 60 * minute);
    await settled(element);
    expect(text('.head .state')).to.equal('at 10:42');
    expect(text('.row .state')).to.not.include('Fault');
    cursorOf(twin).clear();
    await settled(element);
    expect(text('.row .state')).to.include('Fault');
  });

  it('moves the cursor by one observation, by one state, to the ends and away with keys', async () => {
    await show({ equipment: 'press-04' });
    const cursor = cursorOf(twin);
    await press('ArrowLeft');
    expect(cursor.time).to.equal(sampleNow - 44 * minute);
    await press('ArrowLeft', true);
    expect(twin.series('press-04/state', 'state')?.at(cursor.time ?? 0)?.since).to.equal(cursor.time);
    await press('Home');
    expect(cursor.time).to.equal(Date.UTC(2026, 2, 15, 22));
    await press('ArrowLeft');
    expect(cursor.time).to.equal(Date.UTC(2026, 2, 15, 22));
    await press('PageDown');
    expect((cursor.time ?? 0) - Date.UTC(2026, 2, 15, 22)).to.equal(60 * minute);
    await press('End');
    expect(cursor.time).to.equal(sampleNow);
    await press('Escape');
    expect(cursor.time).to.equal(undefined);
  });

  it('says to screen readers what the keys have found', async () => {
    await show({ equipment: 'press-04' });
    await press('End');
    expect(document.querySelector('[role=status]')?.textContent).to.match(/11:42:00.*Press 04.*Fault.*44/);
  });

  it('selects the machine of the row with Enter and tells the page', async () => {
    await show({ equipment: 'line-a' });
    const events: TwinSelectEvent[] = [];
    element.addEventListener('twin-select', (event) => events.push(event));
    await press('ArrowDown');
    await press('Enter');
    expect(twin.selection.equipment).to.equal('press-02');
    expect(events.map(({ equipment }) => equipment)).to.deep.equal(['press-02']);
    expect(rows()[1].getAttribute('aria-selected')).to.equal('true');
    expect(grid().getAttribute('aria-activedescendant')).to.equal(rows()[1].id);
  });

  it('selects the machine whose row is clicked', async () => {
    await show({ equipment: 'line-a' });
    rows()[2].click();
    expect(twin.selection.equipment).to.equal('press-03');
    const { left, top } = (root().querySelector('.above') as HTMLElement).getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + 50), Math.round(top + 36 + 5)] });
    await settled(element);
    expect(twin.selection.equipment).to.equal('press-01');
    expect(text('.head .state')).to.match(/^at 06:\d\d$/);
    await sendMouse({ type: 'move', position: [Math.round(left + 50), Math.round(top - 20)] });
    await settled(element);
    expect(text('.head .state')).to.equal('now 11:42');
  });

  it('shows a selection made elsewhere without sending an event', async () => {
    await show({ equipment: 'line-a' });
    let count = 0;
    element.addEventListener('twin-select', () => count++);
    twin.selection.select('press-04');
    await settled(element);
    expect(rows()[3].getAttribute('aria-selected')).to.equal('true');
    expect(count).to.equal(0);
  });

  it('shows the moment of the clock and nothing after it', async () => {
    await show({ equipment: 'press-04' });
    twin.clock.at(sampleNow - 60 * minute);
    await settled(element);
    expect(text('.head .state')).to.equal('now 10:42');
    expect(text('.row .state')).to.not.include('Fault');
    cursorOf(twin).move(sampleNow - 10 * minute);
    await settled(element);
    expect(text('.row .state')).to.equal('–');
    twin.clock.live();
  });

  it('does not pretend to know the state of a machine whose source has gone silent', async () => {
    await show({ equipment: 'press-04' });
    twin.clock.at(sampleNow + 10 * minute);
    await settled(element);
    expect(text('.row .state')).to.match(/Unknown *No data since 11:42/);
    cursorOf(twin).move(sampleNow - minute);
    await settled(element);
    expect(text('.row .state')).to.include('Fault');
  });

  it('has a table behind it with the intervals as the source told them', async () => {
    await show({ equipment: 'press-04' });
    expect(root().querySelector('table')).to.equal(null);
    const button = root().querySelector('.table button') as HTMLElement;
    button.click();
    await settled(element);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    const lines = [...root().querySelectorAll('tbody tr')].map((line) =>
      [...line.children].map((cell) => cell.textContent),
    );
    expect(lines[lines.length - 1].slice(0, 1)).to.deep.equal(['Press 04']);
    expect(lines[lines.length - 1]).to.include.members([
      '10:58:00',
      '11:42:00',
      'Fault',
      'Oil pressure low',
      'FAULT',
    ]);
  });

  it('speaks Chinese', async () => {
    document.documentElement.lang = 'zh-CN';
    await show({ equipment: 'press-04' });
    await until(() => text('h3') === '状态时间线', 'Chinese words');
    expect(text('.row .state')).to.include('故障');
  });

  it('says what is missing: twin, equipment, machines', async () => {
    await show({}, undefined);
    element.twin = undefined;
    await settled(element);
    expect(text('.notice')).to.equal('Not connected to a workshop.');
    element.twin = twin = sampleTwin();
    element.equipment = 'press-99';
    await settled(element);
    expect(text('.notice')).to.include('press-99');
  });

  it('follows the provider around it and its range', async () => {
    element = document.createElement('twin-state-timeline');
    element.equipment = 'press-04';
    const provider = document.createElement('twin-provider');
    provider.twin = twin = sampleTwin();
    provider.range = 'PT1H';
    provider.append(element);
    document.body.append(provider);
    await settled(element);
    await press('Home');
    expect(cursorOf(twin).time).to.equal(sampleNow - 60 * minute);
    provider.remove();
  });

  it('does not paint the bars anew when only the cursor moves', async () => {
    await show({ equipment: 'line-a' });
    const canvas = root().querySelector('.below') as HTMLCanvasElement;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    let fills = 0;
    const fillRect = context.fillRect.bind(context);
    context.fillRect = (...rect) => {
      fills++;
      fillRect(...rect);
    };
    cursorOf(twin).move(sampleNow - 30 * minute);
    await settled(element);
    expect(fills).to.equal(0);
    twin.observe([{ signal: 'press-01/reason', time: sampleNow, value: 'Coil' }]);
    await settled(element);
    expect(fills).to.be.above(0);
  });

  it('paints only the rows that are on the screen, and the others when they come into view', async () => {
    const workshop = sampleTwin().workshop;
    const equipment = Array.from(
      { length: 300 },
      (_, index) => ({ id: `mill-${index}`, name: `Mill ${index}`, level: 'workUnit' }) as const,
    );
    await show({}, new Twin({ ...workshop, equipment }, { clock: new Clock(() => sampleNow) }));
    const last = [...root().querySelectorAll<HTMLCanvasElement>('.below')].pop() as HTMLCanvasElement;
    expect(last.width).to.equal(300);
    last.scrollIntoView();
    await until(() => last.width !== 300, 'the last strip is painted');
    scrollTo(0, 0);
  });

  it('writes the words of all rows anew when the time that is moved comes to rest', async () => {
    await show({ equipment: 'press-04' });
    const shareOf = async (range: string) => {
      element.range = range;
      await settled(element);
      return text('.row .share');
    };
    await shareOf('PT8H');
    const share = await shareOf('PT30M');
    element.range = 'PT8H';
    await until(() => text('.row .share') !== share, 'the share follows the range');
    expect(share).to.match(/^\d+\.\d$/);
  });

  it('ends all that it began when it is taken away, and begins again', async () => {
    await show({ equipment: 'press-04' });
    element.remove();
    await frame();
    cursorOf(twin).move(sampleNow);
    document.body.append(element);
    await settled(element);
    expect(text('.head .state')).to.equal('at 11:42');
    cursorOf(twin).clear();
    await settled(element);
    expect(text('.head .state')).to.equal('now 11:42');
  });
});
