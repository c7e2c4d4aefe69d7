import { Clock, type EquipmentState, equipmentStates, ObservationBatch, Twin } from '@twinfloor/core';
import { expect } from 'chai';
import { currentState } from '../internal/current-state.js';
import { accessibilityProblems, clear, frames, mount, settled, textOf, until } from '../testing/page.js';
import { sampleNow, sampleTwin, sampleWorkshop } from '../testing/sample-twin.js';
import './equipment-board.js';

type Board = HTMLElementTagNameMap['twin-equipment-board'];

/** A twin of so many machines in lines of 25, with what tells it a state. */
function largeTwin(count: number, now: () => number = () => sampleNow) {
  const equipment = Array.from({ length: Math.ceil(count / 25) }, (_, line) => [
    { id: `line-${line}`, level: 'workCenter' as const, name: `Line ${line}` },
    ...Array.from({ length: Math.min(25, count - line * 25) }, (_, place) => ({
      id: `m${line * 25 + place}`,
      level: 'workUnit' as const,
      parent: `line-${line}`,
      name: `Mill ${line * 25 + place}`,
    })),
  ]).flat();
  const twin = new Twin(
    { ...sampleWorkshop(), equipment },
    { clock: new Clock(now), scheduler: (task) => void requestAnimationFrame(task) },
  );
  const batch = new ObservationBatch();
  const handles = Array.from({ length: count }, (_, index) => twin.signal(`m${index}/state`).handle);
  const set = (index: number, time: number, state: EquipmentState) => {
    batch.clear();
    batch.addState(handles[index], time, state, state);
    twin.observe(batch);
  };
  return { twin, set };
}

function boardOf(element: Element): HTMLElement {
  return element.shadowRoot?.querySelector('.board') as HTMLElement;
}

function optionOf(element: Element): string {
  const words = element.shadowRoot?.querySelector('[role=option]')?.getAttribute('aria-label') ?? '';
  return words.replaceAll('\u00a0', ' ');
}

function press(element: Element, key: string): void {
  boardOf(element).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

/** What is painted inside a cell, as text. */
function pixelsOf(element: Board, id: string): string {
  const canvas = element.shadowRoot?.querySelector('canvas') as HTMLCanvasElement;
  const { x, y, width, height } = element.rectOf(id) as DOMRectReadOnly;
  const ratio = devicePixelRatio;
  const data = canvas
    .getContext('2d')
    ?.getImageData(x * ratio, y * ratio, (width - 1) * ratio, (height - 1) * ratio).data;
  return String(data);
}

/** Holds that each cell that is seen shows the state of its machine: equal states look alike, others differ. */
function expectTrueCells(element: Board, twin: Twin, count: number): void {
  const looks = new Map<string, string>();
  const room = element.shadowRoot?.querySelector('canvas')?.clientHeight ?? 0;
  for (let index = 0; index < count; index++) {
    const { state } = currentState(twin, `m${index}`, twin.clock.now());
    if ((element.rectOf(`m${index}`)?.bottom ?? 0) > room) continue;
    const pixels = pixelsOf(element, `m${index}`);
    expect(looks.get(state) ?? pixels, `m${index} ${state}`).to.equal(pixels);
    looks.set(state, pixels);
  }
  expect(looks.size).to.be.greaterThan(5);
  expect(new Set(looks.values()).size).to.equal(looks.size);
}

function mountSized(properties: Partial<Board>, height = 300): Promise<Board> {
  return mount('twin-equipment-board', properties).then(async (element) => {
    element.style.setProperty('--twin-equipment-board-block-size', `${height}px`);
    await settled(element);
    return element;
  });
}

describe('<twin-equipment-board>', () => {
  afterEach(clear);

  it('is accessible with and without a workshop, with its table open too', async () => {
    const empty = await mount('twin-equipment-board');
    await until(() => textOf(empty, 'p') !== '', 'the message');
    expect(await accessibilityProblems(empty)).to.deep.equal([]);
    const full = await mountSized({ twin: sampleTwin() });
    expect(await accessibilityProblems(full)).to.deep.equal([]);
    boardOf(full).focus();
    await until(() => full.shadowRoot?.querySelector('button') !== null, 'the button');
    full.shadowRoot?.querySelector('button')?.click();
    await until(() => full.shadowRoot?.querySelector('tbody') !== null, 'the table');
    expect(await accessibilityProblems(full)).to.deep.equal([]);
    expect(full.shadowRoot?.querySelectorAll('tbody tr').length).to.equal(16);
    expect(textOf(full, 'tbody tr:nth-child(4)')).to.contain('Line A FormingFault');
  });

  it('says how many machines are in which state', async () => {
    const element = await mountSized({ twin: sampleTwin() });
    const sentence = optionOf(element);
    expect(sentence).to.contain('16 machines: 7 running, 1 set-up, 1 idle');
    expect(boardOf(element).getAttribute('aria-label')?.replaceAll('\u00a0', ' ')).to.equal(sentence);
  });

  it('is one virtual list: the option that is pointed at says machine, state and place', async () => {
    const element = await mountSized({ twin: sampleTwin() });
    boardOf(element).focus();
    press(element, 'ArrowRight');
    press(element, 'ArrowRight');
    press(element, 'ArrowRight');
    expect(optionOf(element)).to.equal('Press 04: Fault for 44\u202fmin, Oil pressure low');
    const option = element.shadowRoot?.querySelector('[role=option]');
    expect(option?.getAttribute('aria-posinset')).to.equal('4');
    expect(option?.getAttribute('aria-setsize')).to.equal('16');
    expect(boardOf(element).getAttribute('aria-activedescendant')).to.equal(option?.id);
  });

  it('moves with Home, End, up and down, and finds a name by its letters', async () => {
    const element = await mountSized({ twin: sampleTwin() });
    boardOf(element).focus();
    press(element, 'End');
    expect(optionOf(element)).to.contain('Pump 01');
    press(element, 'Home');
    expect(optionOf(element)).to.contain('Press 01');
    press(element, 'ArrowDown');
    const below = optionOf(element);
    expect(below).to.not.contain('Press 01');
    press(element, 'ArrowUp');
    expect(optionOf(element)).to.contain('Press 01');
    for (const letter of 'mill 04') press(element, letter === ' ' ? '\u00a0' : letter);
    press(element, 'End');
    await new Promise((resolve) => setTimeout(resolve, 850));
    press(element, 'm');
    expect(optionOf(element)).to.contain('Moulder 01');
    press(element, 'i');
    expect(optionOf(element)).to.contain('Mill 01');
  });

  it('selects with Enter and with a click, for all elements of the twin', async () => {
    const twin = sampleTwin();
    const element = await mountSized({ twin });
    const chosen: string[] = [];
    element.addEventListener('twin-select', ({ equipment }) => chosen.push(equipment));
    boardOf(element).focus();
    press(element, 'Enter');
    const { x, y } = element.rectOf('mill-04') as DOMRectReadOnly;
    const canvas = element.shadowRoot?.querySelector('canvas') as HTMLCanvasElement;
    const place = canvas.getBoundingClientRect();
    canvas.dispatchEvent(
      new MouseEvent('click', { clientX: place.left + x + 4, clientY: place.top + y + 4, bubbles: true }),
    );
    expect(chosen).to.deep.equal(['press-01', 'mill-04']);
    expect(twin.selection.equipment).to.equal('mill-04');
    expect(element.shadowRoot?.querySelector('[role=option]')?.getAttribute('aria-selected')).to.equal(
      'true',
    );
  });

  it('has five nodes in all while nobody is at it', async () => {
    const { twin } = largeTwin(1000);
    const element = await mountSized({ twin });
    const count = (node: Node): number =>
      1 + [...node.childNodes].reduce((sum, child) => sum + count(child), 0);
    const inside = [...(element.shadowRoot?.childNodes ?? [])].reduce((sum, child) => sum + count(child), 0);
    expect(1 + inside).to.equal(5);
  });

  for (const [seed, count, height] of [
    [1, 60, 300],
    [2, 600, 300],
    [3, 1500, 900],
  ] as const) {
    it(`paints each cell as the state of its machine after any updates, ${count} machines, seed ${seed}`, async () => {
      let now = sampleNow;
      const { twin, set } = largeTwin(count, () => now);
      let random = seed;
      const next = () => (random = (random * 48_271) % 2_147_483_647) / 2_147_483_647;
      const any = () => equipmentStates[Math.floor(next() * equipmentStates.length)];
      for (let index = 0; index < count; index++) set(index, now - 30_000, any());
      const element = await mountSized({ twin }, height);
      const seen = Math.min(count, 600);
      expectTrueCells(element, twin, seen);
      for (let turn = 0; turn < 6; turn++) {
        now += 5000;
        for (let update = 0; update < count / 4; update++) set(Math.floor(next() * count), now, any());
        await frames(3);
      }
      expectTrueCells(element, twin, seen);
      twin.clock.at(sampleNow - 10_000);
      await frames(3);
      expectTrueCells(element, twin, seen);
      now += 600_000;
      twin.clock.live();
      await frames(3);
      expect(optionOf(element), 'all sources are silent').to.contain(
        `${count === 1500 ? '1\u202f500' : count} unknown`,
      );
    });
  }

  it('scrolls to the machine that a key leads to', async () => {
    const { twin } = largeTwin(5000);
    const element = await mountSized({ twin }, 120);
    boardOf(element).focus();
    press(element, 'End');
    await frames(3);
    expect(element.shadowRoot?.querySelector('.view')?.scrollTop).to.be.greaterThan(100);
    expect(optionOf(element)).to.contain('Mill 4999');
  });

  it('says why there is no board', async () => {
    const twin = sampleTwin();
    const text = async (given: Partial<Board>) => {
      const element = await mount('twin-equipment-board', given);
      await until(() => textOf(element, 'p') !== '', 'the message');
      expect(boardOf(element).hidden).to.equal(true);
      return textOf(element, 'p');
    };
    expect(await text({})).to.equal('Not connected to a workshop.');
    expect(await text({ twin, equipment: 'press-99' })).to.contain('press-99');
    expect(await text({ twin, locked: true })).to.equal('No permission');
  });
});
