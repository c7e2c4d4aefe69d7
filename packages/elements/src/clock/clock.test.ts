import { expect } from 'chai';
import { accessibilityProblems, clear, frames, mount, settled, textOf } from '../testing/page.js';
import { sampleNow, sampleTwin } from '../testing/sample-twin.js';
import '../equipment/equipment.js';
import '../provider/provider.js';
import './clock.js';

const hour = 3_600_000;

function slider(element: Element): HTMLInputElement {
  return element.shadowRoot?.querySelector('input') as HTMLInputElement;
}

function button(element: Element, label: string): HTMLButtonElement {
  const found = [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find(
    (one) => one.textContent?.trim() === label || one.getAttribute('aria-label') === label,
  );
  if (!found) throw new Error(`no button: ${label}`);
  return found;
}

/** Drags or steps the slider to a moment, as a browser reports it. */
function slide(element: Element, time: number): void {
  slider(element).value = String(time);
  slider(element).dispatchEvent(new Event('input', { bubbles: true }));
}

describe('<twin-clock>', () => {
  afterEach(clear);

  it('is accessible with and without a workshop, as a dial too', async () => {
    expect(await accessibilityProblems(await mount('twin-clock'))).to.deep.equal([]);
    const twin = sampleTwin();
    expect(await accessibilityProblems(await mount('twin-clock', { twin }))).to.deep.equal([]);
    expect(await accessibilityProblems(await mount('twin-clock', { twin, display: 'dial' }))).to.deep.equal(
      [],
    );
    twin.clock.at(sampleNow - hour);
    expect(await accessibilityProblems(await mount('twin-clock', { twin }))).to.deep.equal([]);
  });

  it('says that it is not connected to a workshop', async () => {
    expect(textOf(await mount('twin-clock'), '[part=base]')).to.equal('Not connected to a workshop.');
  });

  it('shows time, date and shift of the site with the time that is left', async () => {
    const element = await mount('twin-clock', { twin: sampleTwin() });
    expect(textOf(element, '.time')).to.equal('11:42:00');
    expect(textOf(element, '.words')).to.contain('16');
    expect(textOf(element, '.words')).to.contain('early 06:00–14:00');
    expect(textOf(element, '.left')).to.equal('2\u202fh\u202f18 left'.replaceAll('\u202f', ' '));
  });

  it('says plainly when the page does not show the present', async () => {
    const twin = sampleTwin();
    const element = await mount('twin-clock', { twin });
    expect(textOf(element, '[part=mode]')).to.equal('Live');
    twin.clock.at(sampleNow - hour);
    await settled(element);
    expect(textOf(element, '[part=mode]')).to.equal('Past, stands at 10:42');
    twin.clock.play(sampleNow - hour, 60);
    await settled(element);
    expect(textOf(element, '[part=mode]')).to.equal('Replay, 10:42, 60×');
    expect(slider(element).getAttribute('aria-valuetext')).to.equal('Replay, 10:42, 60×');
  });

  it('moves the clock of the twin with the slider, and is live again at its end', async () => {
    const twin = sampleTwin();
    const element = await mount('twin-clock', { twin });
    expect(Number(slider(element).min)).to.equal(sampleNow - 5.7 * hour);
    expect(Number(slider(element).max)).to.equal(sampleNow);
    slide(element, sampleNow - hour);
    expect(twin.clock.mode).to.equal('at');
    expect(twin.clock.now()).to.equal(sampleNow - hour);
    slide(element, sampleNow);
    expect(twin.clock.mode).to.equal('live');
  });

  it('replays at a speed, pauses, and goes live', async () => {
    let now = sampleNow;
    const twin = sampleTwin(() => now);
    const element = await mount('twin-clock', { twin });
    button(element, '600×').click();
    button(element, 'Replay').click();
    await settled(element);
    expect([twin.clock.mode, twin.clock.speed]).to.deep.equal(['playing', 600]);
    expect(twin.clock.now(), 'from the start of the range').to.equal(sampleNow - 5.7 * hour);
    now += 1000;
    button(element, '10×').click();
    expect(twin.clock.speed).to.equal(10);
    expect(twin.clock.now()).to.equal(sampleNow - 5.7 * hour + 600_000);
    button(element, 'Pause').click();
    expect(twin.clock.mode).to.equal('at');
    button(element, 'Live').click();
    expect(twin.clock.mode).to.equal('live');
  });

  it('is live when a replay has reached the present', async () => {
    let now = sampleNow;
    const twin = sampleTwin(() => now);
    const element = await mount('twin-clock', { twin });
    twin.clock.play(now - 60_000, 60);
    now += 2000;
    twin.clock.play(twin.clock.now(), 60);
    await settled(element);
    expect(twin.clock.mode).to.equal('live');
  });

  it('hands the range to the provider, yesterday as an interval and today as a word', async () => {
    const element = document.createElement('twin-clock');
    const provider = await mount('twin-provider', { twin: sampleTwin() }, element);
    await settled(element);
    expect(button(element, 'Later').disabled).to.equal(true);
    button(element, 'Earlier').click();
    await settled(element);
    expect(provider.range).to.equal('2026-03-14T22:00:00.000Z/2026-03-15T06:00:00.000Z');
    expect(button(element, 'Shift').getAttribute('aria-pressed')).to.equal('true');
    expect(textOf(element, '.steps')).to.contain('15');
    button(element, 'Later').click();
    await settled(element);
    expect(provider.range).to.equal('shift');
    button(element, 'Week').click();
    await settled(element);
    expect(provider.range).to.equal('week');
    expect(button(element, 'Week').getAttribute('aria-pressed')).to.equal('true');
  });

  it('keeps its range when a listener prevents the change', async () => {
    const element = await mount('twin-clock', { twin: sampleTwin(), range: 'day' });
    element.addEventListener('twin-range-change', (event) => event.preventDefault());
    button(element, 'Week').click();
    expect(element.range).to.equal('day');
  });

  it('slides over a range that ends now without letting it run away', async () => {
    const twin = sampleTwin();
    const element = await mount('twin-clock', { twin, range: 'PT8H' });
    slide(element, sampleNow - 2 * hour);
    await settled(element);
    expect(Number(slider(element).max)).to.equal(sampleNow);
    expect(Number(slider(element).value)).to.equal(sampleNow - 2 * hour);
  });

  it('takes the elements around it into the past', async () => {
    const tile = document.createElement('twin-equipment');
    tile.equipment = 'press-04';
    const element = document.createElement('twin-clock');
    await mount('twin-provider', { twin: sampleTwin() }, element, tile);
    await settled(tile);
    expect(textOf(tile, '.word')).to.equal('Fault');
    slide(element, sampleNow - hour);
    await frames(3);
    expect(textOf(tile, '.word')).to.not.equal('Fault');
  });

  it('leaves out what it is told to, and all buttons on a wall', async () => {
    const twin = sampleTwin();
    const bare = await mount('twin-clock', { twin, noRange: true, noReplay: true });
    expect(bare.shadowRoot?.querySelector('button, input')).to.equal(null);
    const wall = await mount('twin-clock', { twin, display: 'dial' });
    expect(wall.shadowRoot?.querySelector('button, input')).to.equal(null);
    expect(wall.shadowRoot?.querySelectorAll('.arc').length).to.equal(2);
  });
});
