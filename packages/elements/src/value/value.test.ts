import { ObservationBatch, type Twin } from '@twinfloor/core';
import { expect } from 'chai';
import { accessibilityProblems, clear, mount, settled, textOf, until } from '../testing/page.js';
import { sampleNow, sampleTwin } from '../testing/sample-twin.js';
import type { TwinValue } from './value.js';
import './value.js';

const minute = 60_000;

describe('<twin-value>', () => {
  let element: TwinValue;
  let twin: Twin;

  async function show(properties: Partial<TwinValue> = {}): Promise<void> {
    twin = sampleTwin();
    const batch = new ObservationBatch();
    const temperature = twin.signal('press-01/temperature').handle;
    batch.add(temperature, sampleNow - minute, 71.26);
    batch.add(twin.signal('press-01/order').handle, sampleNow - 30 * minute, 'A-4711');
    batch.add(twin.signal('press-02/temperature').handle, sampleNow - minute, 50, 'uncertain');
    twin.observe(batch);
    twin.confirm();
    const signal = 'temperature';
    element = await mount('twin-value', { twin, equipment: 'press-01', signal, ...properties });
    await settled(element);
  }

  afterEach(clear);

  it('is accessible in each size', async () => {
    await show();
    for (const size of ['small', 'medium', 'large', 'huge'] as const) {
      element.size = size;
      await settled(element);
      expect(await accessibilityProblems(element)).to.deep.equal([]);
    }
  });

  it('says signal, machine, value with unit and of when it is', async () => {
    await show();
    expect(textOf(element, '.label')).to.equal('Temperature · Press 01');
    expect(textOf(element, '.value')).to.match(/^71\.3.°C$/);
    expect(textOf(element, '[part=caption]')).to.equal('at 11:41');
  });

  it('shows a state with its glyph, and since when and how long it has lasted', async () => {
    await show({ equipment: 'press-04', signal: 'state' });
    expect(textOf(element, '.value')).to.equal('Fault');
    expect(element.shadowRoot?.querySelector('[data-state=fault] svg')).to.not.equal(null);
    expect(textOf(element, '[part=caption]')).to.match(/^since 10:58, 44.min$/);
  });

  it('shows a text, and a counter as its growth since the range began', async () => {
    await show({ signal: 'order' });
    expect(textOf(element, '.value')).to.equal('A-4711');
    expect(textOf(element, '[part=caption]')).to.match(/^since 11:12, 30.min$/);
    element.signal = 'producedCount';
    await settled(element);
    expect(textOf(element, '.value')).to.match(/^17\d.pcs$/);
    expect(textOf(element, '[part=caption]')).to.match(/^since 06:00/);
  });

  it('names the limit that a value has passed, and no other', async () => {
    await show({ high: 70, low: 10 });
    expect(textOf(element, '[part=caption]')).to.match(/^high 70.°C · at 11:41$/);
    expect(element.shadowRoot?.querySelector('.beyond')).to.not.equal(null);
    element.high = 80;
    await settled(element);
    expect(textOf(element, '[part=caption]')).to.equal('at 11:41');
    expect(element.shadowRoot?.querySelector('.beyond')).to.equal(null);
  });

  it('keeps the last figure of a silent source, marked; a state becomes unknown', async () => {
    await show();
    twin.clock.at(sampleNow + 10 * minute);
    await settled(element);
    expect(textOf(element, '.stale')).to.match(/^71\.3/);
    expect(textOf(element, '[part=caption]')).to.equal('No data since 11:42');
    element.signal = 'state';
    await settled(element);
    expect(textOf(element, '.value')).to.equal('Unknown');
    expect(textOf(element, '[part=caption]')).to.equal('No data since 11:42');
  });

  it('says that the source does not vouch for a value', async () => {
    await show({ equipment: 'press-02' });
    expect(textOf(element, '.uncertain')).to.match(/^50\.0/);
    expect(textOf(element, '[part=caption]')).to.equal('uncertain · at 11:41');
  });

  it('loads the line below a figure when one is asked for', async () => {
    await show({ spark: true });
    await until(() => customElements.get('twin-trend') !== undefined, 'the chart');
    const line = element.shadowRoot?.querySelector('twin-trend');
    await until(() => line?.shadowRoot?.querySelector('canvas') !== null, 'its canvas');
  });

  it('says what is missing: signal, data, machine, permission', async () => {
    await show({ signal: 'temp' });
    expect(textOf(element, 'p')).to.include('temp');
    element.signal = 'level';
    await settled(element);
    expect(textOf(element, '.value')).to.equal('–');
    expect(textOf(element, '[part=caption]')).to.equal('No data');
    element.equipment = 'selected';
    await settled(element);
    expect(textOf(element, 'p')).to.equal('Choose a machine.');
    element.locked = true;
    await settled(element);
    expect(textOf(element, 'p')).to.equal('No permission');
  });

  it('speaks Chinese', async () => {
    document.documentElement.lang = 'zh-CN';
    await show({ equipment: 'press-04', signal: 'state' });
    await until(() => textOf(element, '.value') === '故障', 'Chinese');
  });
});
