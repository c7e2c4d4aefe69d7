import type { Interval, Twin } from '@twinfloor/core';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { cursorOf } from '../charts/cursor.js';
import { viewOf } from '../charts/view.js';
import { until } from '../testing/page.js';
import { sampleNow, sampleTwin } from '../testing/sample-twin.js';
import type { TwinStateTimeline } from './state-timeline.js';
import './state-timeline.js';

const hour = 3_600_000;
const shift = { from: Date.UTC(2026, 2, 15, 22), to: Date.UTC(2026, 2, 16, 6) };
const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

describe('<twin-state-timeline> zoomed', () => {
  let element: TwinStateTimeline;
  let twin: Twin;

  beforeEach(async () => {
    twin = sampleTwin();
    await Promise.all([import('./timeline-keys.js'), import('../charts/zoom-actions.js')]);
    element = document.createElement('twin-state-timeline');
    element.equipment = 'press-04';
    element.twin = twin;
    element.style.setProperty('width', '1200px');
    document.body.append(element);
    await settled();
  });

  afterEach(() => element.remove());

  async function settled(): Promise<void> {
    for (let count = 0; count < 4; count++) {
      await frame();
      await element.updateComplete;
    }
  }

  const find = (selector: string) => element.shadowRoot?.querySelector(selector) as HTMLElement;
  const shown = (): Interval => viewOf(twin).value ?? shift;
  const length = () => shown().to - shown().from;
  const press = async (key: string) => {
    find('.grid').focus();
    await sendKeys({ press: key });
    await settled();
  };

  /** Lets the pointer come near, so that the gestures are there, and says where the plot is. */
  async function approach(): Promise<{ left: number; top: number; axis: number }> {
    const { left, top, width } = find('.plot').getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + 200), Math.round(top + 50)] });
    await until(() => cursorOf(twin).time !== undefined, 'the pointer is seen');
    // The gestures are loaded now: a wheel that nothing answers asks whether they are there.
    for (let tries = 0; tries < 50 && !(await wheel({ ctrlKey: true, deltaY: 0 })); tries++) await frame();
    return { left: left + 6, top, axis: width - 12 };
  }

  const wheel = async (init: WheelEventInit, x = 0) => {
    const event = new WheelEvent('wheel', {
      bubbles: true,
      cancelable: true,
      composed: true,
      clientX: x,
      ...init,
    });
    find('.plot').dispatchEvent(event);
    await settled();
    return event.defaultPrevented;
  };

  it('shows half as much with plus, twice as much with minus, all with 0, around the cursor', async () => {
    cursorOf(twin).move(shift.from + 2 * hour);
    await press('+');
    await until(() => length() === 4 * hour, 'half of the shift');
    expect(shown().from).to.equal(shift.from + hour);
    await press('+');
    expect(length()).to.equal(2 * hour);
    await press('-');
    expect(length()).to.equal(4 * hour);
    await press('0');
    expect(viewOf(twin).value).to.equal(undefined);
    expect(document.querySelector('[role=status]')?.textContent).to.equal('Whole range');
  });

  it('turns pages with Page Up and Page Down, and goes to the ends of the range with Home and End', async () => {
    viewOf(twin).set({ from: shift.from + hour, to: shift.from + 2 * hour });
    await settled();
    await press('PageDown');
    await until(() => shown().from === shift.from + 1.75 * hour, 'three quarters of an hour on');
    await press('PageUp');
    expect(shown().from).to.equal(shift.from + hour);
    await press('End');
    expect(cursorOf(twin).time).to.equal(sampleNow);
    expect(shown().to).to.equal(sampleNow);
    await press('Home');
    expect(shown().from).to.equal(shift.from);
  });

  it('follows the cursor where the keys lead it', async () => {
    viewOf(twin).set({ from: shift.from, to: shift.from + hour / 4 });
    cursorOf(twin).move(shift.from + hour / 8);
    await settled();
    for (let count = 0; count < 12; count++) await press('ArrowRight');
    const { time = 0 } = cursorOf(twin);
    expect(time).to.be.above(shift.from + hour / 4);
    expect(time).to.be.within(shown().from, shown().to);
  });

  it('zooms at the pointer by Ctrl and the wheel; what is under the pointer stays there', async () => {
    const { left, axis } = await approach();
    const x = left + axis / 4;
    expect(await wheel({ deltaY: -160, ctrlKey: true }, x)).to.equal(true);
    expect(length()).to.equal(4 * hour);
    const share = (shift.from + 2 * hour - shown().from) / length();
    expect(share).to.be.closeTo(0.25, 0.02);
  });

  it('leaves the plain wheel to the page, and moves by the wheel with Shift or sideways', async () => {
    await approach();
    viewOf(twin).set({ from: shift.from + hour, to: shift.from + 2 * hour });
    await settled();
    expect(await wheel({ deltaY: 100 })).to.equal(false);
    expect(shown().from).to.equal(shift.from + hour);
    expect(await wheel({ deltaY: 100, shiftKey: true })).to.equal(true);
    const moved = shown().from;
    expect(moved).to.be.above(shift.from + hour);
    expect(await wheel({ deltaX: -100 })).to.equal(true);
    expect(shown().from).to.be.below(moved);
  });

  it('leaves the sideways wheel to the page while there is nothing to move', async () => {
    await approach();
    expect(await wheel({ deltaX: 100 })).to.equal(false);
  });

  it('is dragged by the mouse, and the end of a drag selects nothing', async () => {
    const { left, top } = await approach();
    viewOf(twin).set({ from: shift.from + 2 * hour, to: shift.from + 3 * hour });
    await settled();
    const at = (x: number): [number, number] => [Math.round(left + x), Math.round(top + 50)];
    await sendMouse({ type: 'move', position: at(300) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: at(200) });
    await sendMouse({ type: 'move', position: at(100) });
    await sendMouse({ type: 'up' });
    await settled();
    expect(shown().from).to.be.above(shift.from + 2 * hour);
    expect(length()).to.equal(hour);
    expect(twin.selection.equipment).to.equal(undefined);
  });

  it('follows two fingers', async () => {
    const { left, axis } = await approach();
    const plot = find('.plot');
    const touch = (type: string, pointerId: number, x: number) =>
      plot.dispatchEvent(
        new PointerEvent(type, { pointerId, pointerType: 'touch', clientX: left + x, bubbles: true }),
      );
    touch('pointerdown', 1, axis * 0.4);
    touch('pointerdown', 2, axis * 0.6);
    touch('pointermove', 2, axis * 0.8);
    await settled();
    expect(length()).to.be.closeTo(4 * hour, hour / 4);
    touch('pointerup', 1, axis * 0.4);
    touch('pointerup', 2, axis * 0.8);
  });

  it('has buttons, and keeps the focus when the one that shows the whole range goes away', async () => {
    const [whole, out, closer] = [...(find('.zoom').querySelectorAll('button') ?? [])];
    expect(out.getAttribute('aria-disabled')).to.equal('true');
    expect(getComputedStyle(whole).visibility).to.equal('hidden');
    closer.click();
    await until(() => length() === 4 * hour, 'half of the shift');
    await settled();
    expect(out.getAttribute('aria-disabled')).to.equal('false');
    expect(find('.zoom').textContent).to.match(/\d\d:\d\d–\d\d:\d\d/);
    whole.focus();
    whole.click();
    await settled();
    expect(viewOf(twin).value).to.equal(undefined);
    expect(element.shadowRoot?.activeElement).to.equal(closer);
  });

  it('shows the whole range anew when another range is asked for', async () => {
    viewOf(twin).set({ from: shift.from + hour, to: shift.from + 2 * hour });
    await settled();
    element.range = 'PT8H';
    await settled();
    expect(viewOf(twin).value).to.equal(undefined);
  });
});
