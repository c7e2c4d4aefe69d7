import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { sampleNow, sampleTwin } from '../testing/sample-twin.js';
import { accessibilityProblems, clear, mount, settled, spokenBy, textOf, until } from '../testing/page.js';
import type { TwinEquipmentGrid } from './equipment-grid.js';
import './equipment-grid.js';

const tilesOf = (grid: TwinEquipmentGrid) => [
  ...(grid.shadowRoot?.querySelectorAll<HTMLElement>('.tile') ?? []),
];
const namesOf = (grid: TwinEquipmentGrid) => tilesOf(grid).map((tile) => spokenBy(tile).split(':')[0]);
const focusedName = (grid: TwinEquipmentGrid) => {
  const focused = grid.shadowRoot?.activeElement;
  return focused ? spokenBy(focused).split(':')[0] : undefined;
};

describe('<twin-equipment-grid>', () => {
  afterEach(clear);

  it('is accessible, with and without controls, and without a twin', async () => {
    const grid = await mount('twin-equipment-grid', { twin: sampleTwin(), controls: true });
    expect(await accessibilityProblems(grid)).to.deep.equal([]);
    const empty = await mount('twin-equipment-grid');
    expect(await accessibilityProblems(empty)).to.deep.equal([]);
  });

  it('shows all machines by what they belong to, with how many run', async () => {
    const grid = await mount('twin-equipment-grid', { twin: sampleTwin() });
    const headings = [...(grid.shadowRoot?.querySelectorAll('.heading') ?? [])].map((one) =>
      one.textContent?.trim(),
    );
    expect(headings.map((text) => text?.replace(/\s+/g, ' '))).to.deep.equal([
      'Line A Forming5 of 8 running',
      'Line B Machining2 of 8 running',
    ]);
    expect(tilesOf(grid).length).to.equal(16);
  });

  it('shows on a wall what a machine makes of its time, or for how long it stands and why', async () => {
    const grid = await mount('twin-equipment-grid', { twin: sampleTwin(), density: 'wall' });
    const seen = (name: string) => {
      const tile = tilesOf(grid).find((one) => spokenBy(one).startsWith(`${name}:`));
      return ['.figure', '.strip', '.duration', '.state'].filter((part) =>
        tile?.querySelector(part)?.checkVisibility(),
      );
    };
    await until(() => seen('Press 01').length === 2, 'the form of the wall');
    expect(seen('Press 01')).to.deep.equal(['.figure', '.strip']);
    expect(seen('Press 04')).to.deep.equal(['.duration', '.state']);
    for (const tile of tilesOf(grid)) expect(tile.offsetHeight).to.equal(128);
  });

  it('stands on a wall with small groups side by side, all cells of one width', async () => {
    const grid = await mount('twin-equipment-grid', { twin: sampleTwin(), density: 'wall' });
    await until(() => tilesOf(grid)[0].offsetHeight === 128, 'the form of the wall');
    const tops = (width: string) => {
      grid.style.width = width;
      const groups = grid.shadowRoot?.querySelectorAll('.group') ?? [];
      return new Set(Array.from(groups, (group) => group.getBoundingClientRect().top)).size;
    };
    expect(tops('2400px')).to.equal(1);
    expect(tops('1300px')).to.equal(2);
    expect(new Set(tilesOf(grid).map(({ offsetWidth }) => offsetWidth)).size).to.equal(1);
  });

  it('shows the machines of one line', async () => {
    const grid = await mount('twin-equipment-grid', { twin: sampleTwin(), equipment: 'line-a' });
    expect(tilesOf(grid).length).to.equal(8);
  });

  it('keeps the order of the file, or sorts by name, or the loudest first', async () => {
    const grid = await mount('twin-equipment-grid', { twin: sampleTwin(), equipment: 'line-a' });
    expect(namesOf(grid).slice(0, 2)).to.deep.equal(['Press 01', 'Press 02']);
    grid.sort = 'name';
    await settled(grid);
    expect(namesOf(grid).slice(0, 2)).to.deep.equal(['Conveyor 01', 'Moulder 01']);
    grid.sort = 'state';
    await settled(grid);
    expect(namesOf(grid).slice(0, 2)).to.deep.equal(['Press 04', 'Robot 01']);
  });

  it('shows only machines in the states asked for, and says when there are none', async () => {
    const grid = await mount('twin-equipment-grid', { twin: sampleTwin(), states: 'fault starved' });
    expect(namesOf(grid)).to.deep.equal(['Press 04', 'Mill 04']);
    grid.equipment = 'line-a';
    grid.states = 'offline';
    await settled(grid);
    expect(textOf(grid, '.message')).to.equal('No machine is like that now.');
  });

  it('finds machines by a part of their name or id', async () => {
    const grid = await mount('twin-equipment-grid', { twin: sampleTwin(), controls: true });
    const input = grid.shadowRoot?.querySelector('input') as HTMLInputElement;
    input.focus();
    await sendKeys({ type: 'MILL-0' });
    await settled(grid);
    expect(namesOf(grid)).to.deep.equal(['Mill 01', 'Mill 02', 'Mill 04', 'Mill 05']);
    grid.states = 'starved';
    await settled(grid);
    expect(namesOf(grid)).to.deep.equal(['Mill 04']);
    grid.states = '';
    grid.filter = '';
    await settled(grid);
    expect(input.value).to.equal('');
    expect(tilesOf(grid).length).to.equal(16);
  });

  it('fills all tiles for the printer, and empties those out of view after that', async () => {
    const space = document.createElement('div');
    space.style.setProperty('height', '4000px');
    document.body.append(space);
    const twin = sampleTwin();
    const first = await mount('twin-equipment', { twin, equipment: 'mill-02' });
    const grid = await mount('twin-equipment-grid', { twin });
    scrollTo(0, 0);
    await settled(grid);
    first.remove();
    const isPainted = (tile: HTMLElement) => {
      const canvas = tile.querySelector('canvas') as HTMLCanvasElement;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value) => value > 0);
    };
    expect(tilesOf(grid).some((tile) => tile.childElementCount > 0)).to.equal(false);
    dispatchEvent(new Event('beforeprint'));
    expect(tilesOf(grid).every(isPainted)).to.equal(true);
    dispatchEvent(new Event('afterprint'));
    expect(tilesOf(grid).some((tile) => tile.childElementCount > 0)).to.equal(false);
    space.remove();
  });

  it('counts anew when a machine stops', async () => {
    const twin = sampleTwin();
    const grid = await mount('twin-equipment-grid', { twin, equipment: 'line-a' });
    twin.observe([{ signal: 'press-01/state', time: sampleNow, value: 'fault' }]);
    await until(() => textOf(grid, '.heading').includes('4 of 8'), 'the new count');
  });

  it('is one stop for Tab, and the arrow keys move in it', async () => {
    const twin = sampleTwin();
    const grid = await mount('twin-equipment-grid', { twin });
    const before = document.createElement('button');
    before.textContent = 'before';
    grid.before(before);
    before.focus();
    await sendKeys({ press: 'Tab' });
    expect(focusedName(grid)).to.equal('Press 01');
    await sendKeys({ press: 'ArrowRight' });
    expect(focusedName(grid)).to.equal('Press 02');
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'End' });
    expect(focusedName(grid)).to.equal('Pump 01');
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'ArrowDown' });
    const here = (grid.shadowRoot?.activeElement as HTMLElement).getBoundingClientRect();
    expect(here.left).to.equal(tilesOf(grid)[0].getBoundingClientRect().left);
    expect(here.top).to.be.above(tilesOf(grid)[0].getBoundingClientRect().top);
    await sendKeys({ press: 'Enter' });
    expect(twin.selection.equipment).to.equal(grid.shadowRoot?.activeElement && idOfFocused(grid));
    expect(tilesOf(grid).filter((tile) => tile.tabIndex === 0).length).to.equal(1);
    before.remove();
  });

  it('shows what was selected elsewhere', async () => {
    const twin = sampleTwin();
    const grid = await mount('twin-equipment-grid', { twin });
    twin.selection.select('press-04');
    const selected = tilesOf(grid).filter((tile) => tile.getAttribute('aria-selected') === 'true');
    expect(selected.map((tile) => spokenBy(tile).split(':')[0])).to.deep.equal(['Press 04']);
  });

  it('says names and nothing else where the reader has no permission', async () => {
    const grid = await mount('twin-equipment-grid', {
      twin: sampleTwin(),
      equipment: 'line-a',
      sort: 'state',
      states: 'fault',
      locked: true,
    });
    expect(tilesOf(grid).map(spokenBy).slice(0, 2)).to.deep.equal([
      'Press 01: No permission',
      'Press 02: No permission',
    ]);
    expect(textOf(grid, '.heading')).to.equal('Line A Forming');
  });

  it('leaves tiles out of view empty and lets them follow nothing', async () => {
    const space = document.createElement('div');
    space.style.setProperty('height', '4000px');
    document.body.append(space);
    const twin = sampleTwin();
    const grid = await mount('twin-equipment-grid', { twin });
    expect(tilesOf(grid).every((tile) => tile.childElementCount === 0)).to.equal(true);
    expect(namesOf(grid)[0]).to.equal('Press 01');
    expect(twin.signal('press-01/power').subscriptions.size).to.equal(0);
    tilesOf(grid)[0].scrollIntoView();
    await until(() => tilesOf(grid)[0].childElementCount > 0, 'a filled tile');
    expect(twin.signal('press-01/power').subscriptions.size).to.equal(1);
    scrollTo(0, 0);
    await until(() => twin.signal('press-01/power').subscriptions.size === 0, 'sleep');
    expect(tilesOf(grid)[0].childElementCount).to.equal(0);
    expect(namesOf(grid)[0]).to.equal('Press 01');
    grid.range = 'day';
    await settled(grid);
    expect(await accessibilityProblems(grid), 'filled and asleep').to.deep.equal([]);
    space.remove();
  });

  it('ends all that runs when it is taken off the page, and begins again', async () => {
    const twin = sampleTwin();
    const grid = await mount('twin-equipment-grid', { twin });
    const { subscriptions } = twin.signal('press-01/state');
    await until(() => subscriptions.size === 2, 'grid and tile');
    grid.remove();
    expect(subscriptions.size).to.equal(0);
    document.body.append(grid);
    await until(() => subscriptions.size === 2, 'grid and tile again');
    grid.remove();
  });
});

function idOfFocused(grid: TwinEquipmentGrid): string | undefined {
  return focusedName(grid)?.toLowerCase().replace(' ', '-');
}
