import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { Clock, Twin, type Equipment } from '@twinfloor/core';
import { accessibilityProblems, clear, frames, mount, settled, textOf, until } from '../testing/page.js';
import { sampleNow, sampleTwin, sampleWorkshop } from '../testing/sample-twin.js';
import { fold } from './fold-memory.js';
import type { TwinTree } from './tree.js';
import './tree.js';
// Loaded before, so that a test need not wait for it.
import './tree-screen.js';

const rowsOf = (element: TwinTree) => [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.row') ?? [])];
const rowOf = (element: TwinTree, name: string) =>
  rowsOf(element).find((row) => row.querySelector('.name')?.textContent === name) as HTMLElement;
const namesOf = (element: TwinTree) => rowsOf(element).map((row) => row.querySelector('.name')?.textContent);
const focusOf = (element: TwinTree) => element.shadowRoot?.activeElement?.querySelector('.name')?.textContent;

describe('<twin-tree>', () => {
  afterEach(() => {
    clear();
    for (const id of ['hall-1', 'line-a', 'line-b']) fold('sample', id, false);
    sessionStorage.clear();
  });

  for (const density of ['compact', 'comfortable', 'touch'] as const) {
    it(`is accessible with and without a workshop, ${density}`, async () => {
      const empty = await mount('twin-tree', { density });
      expect(await accessibilityProblems(empty)).to.deep.equal([]);
      const twin = sampleTwin();
      twin.selection.select('press-04');
      const full = await mount('twin-tree', { twin, density });
      expect(await accessibilityProblems(full)).to.deep.equal([]);
    });
  }

  it('tells level, place and fold of each row, and says it as a sentence', async () => {
    const element = await mount('twin-tree', { twin: sampleTwin() });
    const press = rowOf(element, 'Press 04');
    expect(press.getAttribute('aria-level')).to.equal('3');
    expect(press.getAttribute('aria-posinset')).to.equal('4');
    expect(press.getAttribute('aria-setsize')).to.equal('8');
    expect(press.getAttribute('aria-label')).to.equal('Press 04: Fault for 44\u202fmin, Oil pressure low');
    const line = rowOf(element, 'Line A Forming');
    expect(line.getAttribute('aria-expanded')).to.equal('true');
    expect(line.getAttribute('aria-label')).to.equal('Line A Forming: 5 of 8 running, worst state Fault');
  });

  it('counts again when a machine changes its state', async () => {
    const twin = sampleTwin();
    const element = await mount('twin-tree', { twin });
    twin.observe([{ signal: 'press-04/state', time: sampleNow, value: 'running' }]);
    await frames(3);
    expect(rowOf(element, 'Line A Forming').querySelector('.long')?.textContent).to.equal('6 of 8 running');
    expect(rowOf(element, 'Line A Forming').querySelector<HTMLElement>('.state')?.dataset['state']).to.equal(
      'blocked',
    );
  });

  it('is one stop of Tab; arrows, Home, End and letters move in it', async () => {
    const element = await mount('twin-tree', { twin: sampleTwin(), noFilter: true });
    expect(rowsOf(element).filter((row) => row.tabIndex === 0).length).to.equal(1);
    await sendKeys({ press: 'Tab' });
    expect(focusOf(element)).to.equal('Hydraulics workshop');
    for (const [key, name] of [
      ['ArrowDown', 'Line A Forming'],
      ['ArrowRight', 'Press 01'],
      ['End', 'Pump 01'],
      ['ArrowLeft', 'Line B Machining'],
      ['Home', 'Hydraulics workshop'],
      ['m', 'Moulder 01'],
      ['m', 'Mill 01'],
    ] as const) {
      await sendKeys({ press: key });
      await settled(element);
      expect(focusOf(element), key).to.equal(name);
    }
  });

  it('folds and opens by the arrows, and another tree of the page remembers', async () => {
    const twin = sampleTwin();
    const element = await mount('twin-tree', { twin, noFilter: true });
    rowOf(element, 'Line A Forming').querySelector<HTMLElement>('.fold')?.click();
    await settled(element);
    expect(namesOf(element)).to.not.contain('Press 01');
    const later = await mount('twin-tree', { twin });
    expect(namesOf(later)).to.not.contain('Press 01');
    rowOf(element, 'Line A Forming').focus();
    await sendKeys({ press: 'ArrowRight' });
    await settled(element);
    expect(namesOf(element)).to.contain('Press 01');
  });

  it('is selected by click, Enter and Space, groups too, and tells so', async () => {
    const twin = sampleTwin();
    const element = await mount('twin-tree', { twin });
    const told: string[] = [];
    element.addEventListener('twin-select', (event) => told.push(event.equipment));
    rowOf(element, 'Mill 02').click();
    rowOf(element, 'Line B Machining').focus();
    rowOf(element, 'Line B Machining').click();
    await settled(element);
    await sendKeys({ press: 'ArrowDown' });
    await settled(element);
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(told).to.deep.equal(['mill-02', 'line-b', 'mill-01']);
    expect(twin.selection.equipment).to.equal('mill-01');
    expect(rowOf(element, 'Mill 01').getAttribute('aria-selected')).to.equal('true');
  });

  it('opens what hides an equipment that was chosen elsewhere', async () => {
    const twin = sampleTwin();
    fold('sample', 'line-b', true);
    const element = await mount('twin-tree', { twin });
    expect(namesOf(element)).to.not.contain('Mill 04');
    twin.selection.select('mill-04');
    await settled(element);
    expect(rowOf(element, 'Mill 04').getAttribute('aria-selected')).to.equal('true');
  });

  it('shows what matches a filter with all that is above it', async () => {
    const element = await mount('twin-tree', { twin: sampleTwin(), filter: 'lathe' });
    expect(namesOf(element)).to.deep.equal([
      'Hydraulics workshop',
      'Line B Machining',
      'Lathe 02',
      'Lathe 03',
    ]);
    element.filter = 'wormhole';
    await settled(element);
    expect(textOf(element, '.message')).to.equal('Nothing here is called “wormhole”.');
  });

  it('filters while one types', async () => {
    const element = await mount('twin-tree', { twin: sampleTwin() });
    element.shadowRoot?.querySelector<HTMLElement>('.filter')?.focus();
    await sendKeys({ type: 'oven' });
    await settled(element);
    expect(namesOf(element)).to.deep.equal(['Hydraulics workshop', 'Line A Forming', 'Oven 01']);
  });

  it('renders only the rows in view, however many there are', async () => {
    const workshop = sampleWorkshop();
    const many = Array.from({ length: 3000 }, (_, index): Equipment => ({
      id: `m-${index}`,
      level: 'workUnit',
      parent: 'line-b',
      name: `Machine ${index}`,
    }));
    const twin = new Twin(
      { ...workshop, equipment: [...workshop.equipment, ...many] },
      { clock: new Clock(() => sampleNow) },
    );
    const element = await mount('twin-tree', { twin, noFilter: true });
    expect(rowsOf(element).length).to.be.below(60);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'End' });
    await until(() => focusOf(element) === 'Machine 2999', 'the last row');
    expect(rowsOf(element).length).to.be.below(60);
  });

  it('says in a sentence why it has nothing to show', async () => {
    const element = await mount('twin-tree');
    expect(textOf(element, '.message')).to.equal('Not connected to a workshop.');
    const wrong = await mount('twin-tree', { twin: sampleTwin(), equipment: 'press-99' });
    expect(textOf(wrong, '.message')).to.contain('press-99');
    const locked = await mount('twin-tree', { twin: sampleTwin(), locked: true });
    expect(textOf(locked, '.message')).to.equal('No permission');
  });

  it('follows nothing while it is off the page', async () => {
    const twin = sampleTwin();
    const element = await mount('twin-tree', { twin });
    const { subscriptions } = twin.signal('mill-02/state');
    expect(subscriptions.size).to.equal(1);
    element.remove();
    expect(subscriptions.size).to.equal(0);
    document.body.append(element);
    await settled(element);
    expect(subscriptions.size).to.equal(1);
  });
});
