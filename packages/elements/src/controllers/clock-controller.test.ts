import { expect } from 'chai';
import { html, LitElement, type TemplateResult } from 'lit';
import { clear, mount } from '../testing/page.js';
import { sampleNow, sampleTwin } from '../testing/sample-twin.js';
import { ClockController } from './clock-controller.js';

const hour = 3_600_000;

class Follower extends LitElement {
  twin = sampleTwin();
  ticks = 0;
  isSeen = true;

  constructor() {
    super();
    new ClockController(this, {
      twin: () => this.twin,
      visible: () => this.isSeen,
      tick: () => this.ticks++,
    });
  }

  protected override render(): TemplateResult {
    return html`${this.ticks}`;
  }
}

customElements.define('test-clock-follower', Follower);

declare global {
  interface HTMLElementTagNameMap {
    'test-clock-follower': Follower;
  }
}

describe('ClockController', () => {
  const { setInterval } = window;
  let periods: (number | undefined)[] = [];
  let beat: () => void = () => undefined;

  beforeEach(() => {
    periods = [];
    window.setInterval = ((callback: () => void, period?: number) => {
      periods.push(period);
      beat = callback;
      return 0;
    }) as typeof window.setInterval;
  });

  afterEach(() => {
    clear();
    window.setInterval = setInterval;
  });

  it('ticks each second while the page is live, stands still or plays at the speed of life', async () => {
    const { twin, isConnected } = await mount('test-clock-follower');
    twin.clock.at(sampleNow - hour);
    twin.clock.play(sampleNow - hour, 1);
    expect([isConnected, periods]).to.deep.equal([true, [1000]]);
  });

  it('ticks four times a second in a fast replay, and each second after it', async () => {
    const { twin } = await mount('test-clock-follower');
    twin.clock.play(sampleNow - hour, 60);
    twin.clock.play(sampleNow - hour, 600);
    expect(periods).to.deep.equal([1000, 250]);
    twin.clock.at(sampleNow - hour);
    expect(periods).to.deep.equal([1000, 250, 1000]);
  });

  it('does not hurry for an element that is hidden or gone', async () => {
    const element = await mount('test-clock-follower');
    element.twin.clock.play(sampleNow - hour, 60);
    element.isSeen = false;
    element.requestUpdate();
    await element.updateComplete;
    expect(periods).to.deep.equal([1000, 250]);
    const other = await mount('test-clock-follower');
    expect(periods).to.deep.equal([1000, 250, 1000]);
    other.twin.clock.play(sampleNow - hour, 60);
    other.remove();
    await mount('test-clock-follower');
    expect(periods).to.deep.equal([1000, 250, 1000, 250, 1000]);
  });

  it('is told at once when the clock is set, and with each tick', async () => {
    const element = await mount('test-clock-follower');
    element.twin.clock.at(sampleNow - hour);
    expect(element.ticks).to.equal(1);
    beat();
    expect(element.ticks).to.equal(2);
  });
});
