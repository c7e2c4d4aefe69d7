import { Clock, type Equipment, Twin } from '@twinfloor/core';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { accessibilityProblems, clear, frames, mount, settled, textOf, until } from '../testing/page.js';
import { sampleNow, sampleTwin, sampleWorkshop } from '../testing/sample-twin.js';
import type { TwinFloorPlan } from './floor-plan.js';
import './floor-plan.js';
// Loaded before, so that a test need not wait for it.
import './plan-screen.js';

const plotOf = (element: TwinFloorPlan) => element.shadowRoot?.querySelector('.plot') as HTMLElement;
const canvasOf = (element: TwinFloorPlan) => element.shadowRoot?.querySelector('canvas') as HTMLCanvasElement;
const optionsOf = (element: TwinFloorPlan) =>
  [...(element.shadowRoot?.querySelectorAll('[role=option]') ?? [])].map((one) => one.textContent?.trim());
const activeOf = (element: TwinFloorPlan) =>
  element.shadowRoot?.querySelector('#machine')?.textContent?.trim();

/** Two machines and a vehicle on a floor of 40 × 20 m. */
function placedTwin(): Twin {
  const machine = (id: string, more: Partial<Equipment>): Equipment => ({
    id,
    name: id,
    parent: 'hall',
    level: 'workUnit',
    ...more,
  });
  const equipment: Equipment[] = [
    {
      id: 'hall',
      name: 'Hall',
      level: 'area',
      floor: { width: 40, depth: 20, zones: [], aisles: [], views: [] },
    },
    machine('left', { type: 'press', placement: { x: 8, y: 10 }, feeds: ['right'] }),
    machine('right', { type: 'lathe', placement: { x: 32, y: 10 } }),
    machine('car', { type: 'vehicle' }),
  ];
  const twin = new Twin(
    { ...sampleWorkshop(), equipment },
    { clock: new Clock(() => sampleNow), scheduler: (task) => void requestAnimationFrame(task) },
  );
  twin.observe([
    { signal: 'left/state', time: sampleNow - 60_000, value: 'fault' },
    { signal: 'left/power', time: sampleNow, value: 5 },
    { signal: 'right/state', time: sampleNow - 60_000, value: 'running' },
    { signal: 'right/power', time: sampleNow, value: 20 },
    { signal: 'right/bufferCount', time: sampleNow, value: 7 },
    { signal: 'car/state', time: sampleNow, value: 'running' },
    { signal: 'car/positionX', time: sampleNow, value: 20 },
    { signal: 'car/positionY', time: sampleNow, value: 4 },
  ]);
  return twin;
}

/** Clicks a place of the floor, in metres. */
async function clickAt(element: TwinFloorPlan, x: number, y: number): Promise<void> {
  const { width, height } = plotOf(element).getBoundingClientRect();
  const scale = Math.min((width - 56) / 40, (height - 56) / 20);
  const { left, top } = plotOf(element).getBoundingClientRect();
  const place = {
    clientX: left + width / 2 + (x - 20) * scale,
    clientY: top + height / 2 - (y - 10) * scale,
    bubbles: true,
    pointerId: 1,
  };
  plotOf(element).dispatchEvent(new PointerEvent('pointerdown', place));
  plotOf(element).dispatchEvent(new PointerEvent('pointerup', place));
  await settled(element);
}

async function painted(element: TwinFloorPlan): Promise<void> {
  await until(() => canvasOf(element).width !== 300, 'a picture');
  await frames(2);
}

describe('<twin-floor-plan>', () => {
  afterEach(clear);

  it('is accessible with places, without, as a heat map and with its table', async () => {
    const twin = placedTwin();
    for (const heat of ['', 'power', 'temperature']) {
      const element = await mount('twin-floor-plan', { twin, heat });
      element.shadowRoot?.querySelector<HTMLElement>('.verb')?.click();
      plotOf(element).focus();
      await settled(element);
      expect(await accessibilityProblems(element), heat).to.deep.equal([]);
      clear();
    }
    const rows = await mount('twin-floor-plan', { twin: sampleTwin() });
    expect(await accessibilityProblems(rows)).to.deep.equal([]);
    expect(await accessibilityProblems(await mount('twin-floor-plan'))).to.deep.equal([]);
  });

  it('tells by the accessibility tree what it shows', async () => {
    const element = await mount('twin-floor-plan', { twin: placedTwin() });
    expect(plotOf(element).getAttribute('aria-label')).to.equal('Floor plan: 3 machines, 2 running');
    expect(optionsOf(element)).to.deep.equal([
      'left: Fault for 1\u202fmin',
      'right: Running for 1\u202fmin. 7 waiting before it',
      'car: Running for 0\u202fs',
    ]);
  });

  it('says the figures of a heat map, and their least and largest as the ends of a ramp', async () => {
    const element = await mount('twin-floor-plan', { twin: placedTwin(), heat: 'power' });
    expect(optionsOf(element)[0]).to.equal('left: Fault for 1\u202fmin. Power 5.0\u202fkW');
    expect(optionsOf(element)[2]).to.match(/Power –$/);
    expect(textOf(element, '.legend')).to.equal('Power5.0 kW20.0 kW');
    element.heat = 'temperature';
    await settled(element);
    expect(textOf(element, '.heading .caption')).to.equal('Temperature: No data');
  });

  it('selects the machine that is clicked, and tells so', async () => {
    const twin = placedTwin();
    const element = await mount('twin-floor-plan', { twin });
    await painted(element);
    const told: string[] = [];
    element.addEventListener('twin-select', (event) => told.push(event.equipment));
    await clickAt(element, 32, 10);
    await clickAt(element, 8, 10);
    await clickAt(element, 20, 4);
    await clickAt(element, 20, 18);
    expect(told).to.deep.equal(['right', 'left', 'car']);
    expect(twin.selection.equipment).to.equal('car');
  });

  it('finds a vehicle where it has driven to', async () => {
    const twin = placedTwin();
    const element = await mount('twin-floor-plan', { twin });
    await painted(element);
    twin.observe([{ signal: 'car/positionX', time: sampleNow + 0, value: 36 }]);
    await frames(4);
    await clickAt(element, 36, 4);
    expect(twin.selection.equipment).to.equal('car');
  });

  it('is led by the arrow keys from machine to machine, and selects by Enter', async () => {
    const twin = placedTwin();
    const element = await mount('twin-floor-plan', { twin });
    plotOf(element).focus();
    await settled(element);
    expect(activeOf(element)).to.match(/^left/);
    await sendKeys({ press: 'ArrowRight' });
    await settled(element);
    expect(activeOf(element)).to.match(/^(right|car)/);
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(twin.selection.equipment).to.equal('left');
    expect(textOf(element, '.readout')).to.equal('left Fault 1 min');
  });

  it('zooms and moves by keys, shows all again by 0, and offers that by a button', async () => {
    const element = await mount('twin-floor-plan', { twin: placedTwin() });
    await painted(element);
    const buttons = () => element.shadowRoot?.querySelectorAll('.zoom button').length;
    plotOf(element).focus();
    expect(buttons()).to.equal(2);
    await sendKeys({ press: '+' });
    await settled(element);
    expect(buttons()).to.equal(3);
    await sendKeys({ press: '0' });
    await settled(element);
    expect(buttons()).to.equal(2);
  });

  it('leaves the wheel to the page until it has the focus', async () => {
    const element = await mount('twin-floor-plan', { twin: placedTwin() });
    await painted(element);
    const wheel = () => {
      const event = new WheelEvent('wheel', { deltaY: -200, bubbles: true, cancelable: true });
      plotOf(element).dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(wheel()).to.equal(false);
    plotOf(element).focus();
    expect(wheel()).to.equal(true);
  });

  it('says that machines without a place stand in rows', async () => {
    const element = await mount('twin-floor-plan', { twin: sampleTwin() });
    expect(textOf(element, '.note')).to.equal(
      'The workshop file gives no machine a place: they stand in rows.',
    );
    expect(optionsOf(element).length).to.equal(16);
  });

  it('paints anew when a machine changes, and not when nothing does', async () => {
    const twin = placedTwin();
    const element = await mount('twin-floor-plan', { twin });
    await painted(element);
    // The first picture has told the size.
    element.requestUpdate();
    await frames(3);
    const context = canvasOf(element).getContext('2d') as CanvasRenderingContext2D;
    let paints = 0;
    const clearRect = context.clearRect.bind(context);
    context.clearRect = (...rectangle) => {
      paints++;
      clearRect(...rectangle);
    };
    element.requestUpdate();
    await frames(3);
    expect(paints).to.equal(0);
    twin.observe([{ signal: 'right/state', time: sampleNow, value: 'idle' }]);
    await frames(3);
    expect(paints).to.equal(1);
  });

  it('lists a hundred machines at a time, however many there are', async () => {
    const workshop = sampleWorkshop();
    const many = Array.from({ length: 2000 }, (_, index): Equipment => ({
      id: `m-${index}`,
      level: 'workUnit',
      parent: 'line-b',
      name: `Machine ${index}`,
    }));
    const twin = new Twin(
      { ...workshop, equipment: [...workshop.equipment, ...many] },
      { clock: new Clock(() => sampleNow) },
    );
    const element = await mount('twin-floor-plan', { twin });
    plotOf(element).focus();
    await sendKeys({ press: 'End' });
    await settled(element);
    expect(activeOf(element)).to.match(/^Machine 1999/);
    expect(optionsOf(element).length).to.equal(100);
  });

  it('says in a sentence why it has nothing to show', async () => {
    expect(textOf(await mount('twin-floor-plan'), 'p')).to.equal('Not connected to a workshop.');
    const twin = sampleTwin();
    expect(textOf(await mount('twin-floor-plan', { twin, equipment: 'hall-9' }), 'p')).to.contain('hall-9');
    expect(textOf(await mount('twin-floor-plan', { twin, locked: true }), 'p')).to.equal('No permission');
  });

  it('follows nothing while it is off the page, and lives on when it is back', async () => {
    const twin = placedTwin();
    const element = await mount('twin-floor-plan', { twin });
    const { subscriptions } = twin.signal('left/state');
    expect(subscriptions.size).to.equal(1);
    element.remove();
    expect(subscriptions.size).to.equal(0);
    document.body.append(element);
    await settled(element);
    expect(subscriptions.size).to.equal(1);
  });
});
