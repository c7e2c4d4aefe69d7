import { type EquipmentState, equipmentStates, ObservationBatch } from '@twinfloor/core';
import { expect } from 'chai';
import { accessibilityProblems, clear, mount, settled, textOf } from '../testing/page.js';
import { sampleNow, sampleTwin } from '../testing/sample-twin.js';
import { lampOf } from './lamps.js';
import './stack-light.js';

function litLamps(element: Element): (string | undefined)[] {
  const found = element.shadowRoot?.querySelectorAll<HTMLElement>('.lit') ?? [];
  return Array.from(found, ({ dataset }) => dataset['state']);
}

const labelOf = (element: Element) =>
  element.shadowRoot?.querySelector('[role=img]')?.getAttribute('aria-label');

describe('<twin-stack-light>', () => {
  afterEach(clear);

  it('is accessible with and without a workshop', async () => {
    const empty = await mount('twin-stack-light');
    expect(await accessibilityProblems(empty)).to.deep.equal([]);
    const full = await mount('twin-stack-light', { twin: sampleTwin(), equipment: 'press-04' });
    expect(await accessibilityProblems(full)).to.deep.equal([]);
  });

  it('says machine, state, duration and reason to those who do not see the lamps', async () => {
    const element = await mount('twin-stack-light', {
      twin: sampleTwin(),
      equipment: 'press-04',
      noText: true,
    });
    expect(labelOf(element)).to.equal('Press 04: Fault for 44\u202fmin, Oil pressure low');
    expect(textOf(element, '[part=text]')).to.equal('');
  });

  it('lights one lamp for each state that has one, with the glyph in it and the word beside it', async () => {
    const twin = sampleTwin();
    const machines: Partial<Record<EquipmentState, string>> = {
      running: 'press-01',
      setup: 'moulder-01',
      idle: 'lathe-03',
      starved: 'mill-04',
      blocked: 'robot-01',
      fault: 'press-04',
      maintenance: 'mill-05',
      plannedStop: 'assembly-03',
      offline: 'pump-01',
      unknown: 'lathe-02',
    };
    for (const state of equipmentStates) {
      const element = await mount('twin-stack-light', { twin, equipment: machines[state] });
      const lamp = lampOf(state);
      expect(litLamps(element), state).to.deep.equal(lamp ? [lamp] : []);
      expect(element.shadowRoot?.querySelectorAll('.lamp').length).to.equal(4);
      const place = lamp ? '.lit .glyph' : '[part=text] .glyph';
      expect(element.shadowRoot?.querySelectorAll(place).length, state).to.equal(1);
      expect(element.shadowRoot?.querySelector('.unknown') !== null, state).to.equal(state === 'unknown');
    }
  });

  it('flashes for a fault that nobody has acknowledged, and for nothing else', async () => {
    const twin = sampleTwin();
    const fault = await mount('twin-stack-light', { twin, equipment: 'press-04' });
    const flashing = (element: Element) => element.shadowRoot?.querySelector('.flashing') !== null;
    expect(flashing(fault)).to.equal(true);
    fault.acknowledged = true;
    await settled(fault);
    expect(flashing(fault)).to.equal(false);
    expect(labelOf(fault)).to.contain('acknowledged');
    expect(flashing(await mount('twin-stack-light', { twin, equipment: 'robot-01' }))).to.equal(false);
  });

  it('adds amber to green while a machine runs with a warning', async () => {
    const twin = sampleTwin();
    const warning = { key: 'logic', level: 'warning', text: 'Filter due' } as const;
    const batch = new ObservationBatch();
    batch.addCondition(twin.signal('press-01/conditions').handle, sampleNow - 1000, warning);
    twin.observe(batch);
    const element = await mount('twin-stack-light', { twin, equipment: 'press-01' });
    expect(litLamps(element)).to.deep.equal(['starved', 'running']);
    expect(labelOf(element)).to.contain('Warning: Filter due');
  });

  it('shows the state of a moment in the past, and of a source that has gone silent none', async () => {
    let now = sampleNow;
    const twin = sampleTwin(() => now);
    const element = await mount('twin-stack-light', { twin, equipment: 'press-04' });
    twin.clock.at(sampleNow - 60 * 60_000);
    await settled(element);
    expect(textOf(element, 'b')).to.not.equal('Fault');
    twin.clock.live();
    now += 10 * 60_000;
    twin.clock.live();
    await settled(element);
    expect(textOf(element, 'b')).to.equal('Unknown');
  });

  it('shows a lock, or why there is nothing to show', async () => {
    const twin = sampleTwin();
    const locked = await mount('twin-stack-light', { twin, equipment: 'press-04', locked: true });
    expect(textOf(locked, '[part=text]')).to.equal('No permission');
    const lost = await mount('twin-stack-light', { twin, equipment: 'press-99' });
    expect(textOf(lost, '[part=text]')).to.contain('press-99');
    expect(textOf(await mount('twin-stack-light'), '[part=text]')).to.equal('Not connected to a workshop.');
  });
});
