import { type EquipmentState, Twin } from '@twinfloor/core';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { sampleNow, sampleTwin } from '../testing/sample-twin.js';
import {
  accessibilityProblems,
  clear,
  frames,
  mount,
  settled,
  spokenBy,
  textOf,
  until,
} from '../testing/page.js';
import type { TwinEquipment } from './equipment.js';
import './equipment.js';

const minute = 60_000;
const tileOf = (element: TwinEquipment) => element.shadowRoot?.querySelector('.tile') as HTMLElement;

/** The three figures with unit and caption, which are generated content. */
function figuresOf(element: TwinEquipment): string[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.figure') ?? [])].map(
    (figure) => `${figure.dataset['text']}${figure.dataset['unit']} ${figure.dataset['caption']}`,
  );
}

describe('<twin-equipment>', () => {
  afterEach(clear);

  for (const density of ['comfortable', 'compact', 'touch', 'wall'] as const) {
    it(`is accessible in every state, ${density}`, async () => {
      const twin = sampleTwin();
      for (const equipment of [
        'mill-02',
        'mill-04',
        'press-04',
        'lathe-02',
        'pump-01',
        'mill-05',
        'nowhere',
      ]) {
        const element = await mount('twin-equipment', { twin, equipment, density });
        expect(await accessibilityProblems(element), equipment).to.deep.equal([]);
        clear();
      }
    });
  }

  it('reads like a sentence', async () => {
    const element = await mount('twin-equipment', { twin: sampleTwin(), equipment: 'press-04' });
    expect(spokenBy(tileOf(element))).to.match(
      /^Press 04: Fault for 44\u202fmin, Oil pressure low\. OEE \d\d\.\d\u202f%\. good \d+\u202fpcs\. power [\d.]+\u202fkW$/,
    );
  });

  it('shows state, reason, duration, OEE, good pieces and power', async () => {
    const element = await mount('twin-equipment', { twin: sampleTwin(), equipment: 'mill-04' });
    expect(textOf(element, '.name')).to.equal('Mill 04');
    expect(textOf(element, '.word')).to.equal('Starved');
    expect(textOf(element, '.reason')).to.equal('Blanks');
    expect(textOf(element, '.duration')).to.equal('13 min');
    const figures = figuresOf(element);
    expect(figures[0]).to.match(/^\d\d\.\d\u202f% OEE$/);
    expect(figures[1]).to.match(/^\d+\u202fpcs good$/);
    expect(figures[2]).to.match(/^\d\d\.\d\u202fkW power$/);
  });

  it('speaks Chinese where the page does, and changes with it', async () => {
    const element = await mount('twin-equipment', { twin: sampleTwin(), equipment: 'press-04' });
    document.documentElement.lang = 'zh-CN';
    await until(() => textOf(element, '.word') === '故障', 'the Chinese word');
    expect(textOf(element, '.duration')).to.equal('44分');
    document.documentElement.lang = 'en';
    await until(() => textOf(element, '.word') === 'Fault', 'the English word');
  });

  it('says the reason of a source in Chinese where the workshop file has a word for it', async () => {
    const { workshop } = sampleTwin();
    const twin = new Twin({ ...workshop, words: { 'Oil pressure low': { zh: '油压过低' } } });
    twin.clock.at(sampleNow);
    twin.observe([
      { signal: 'press-04/state', time: sampleNow - 60_000, value: 'fault' },
      { signal: 'press-04/reason', time: sampleNow - 60_000, value: 'Oil pressure low' },
    ]);
    const element = await mount('twin-equipment', { twin, equipment: 'press-04' });
    expect(textOf(element, '.reason')).to.equal('Oil pressure low');
    document.documentElement.lang = 'zh-CN';
    await until(() => textOf(element, '.reason') === '油压过低', 'the Chinese reason');
    document.documentElement.lang = 'en';
  });

  it('paints the shift so far', async () => {
    const element = await mount('twin-equipment', { twin: sampleTwin(), equipment: 'press-04' });
    const canvas = element.shadowRoot?.querySelector('canvas') as HTMLCanvasElement;
    await until(() => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value) => value > 0);
    }, 'a painted strip');
  });

  it('has at most twelve nodes, itself and texts included', async () => {
    const element = await mount('twin-equipment', { twin: sampleTwin(), equipment: 'mill-02' });
    const below = (node: Node): number =>
      [...node.childNodes].reduce((count, child) => count + 1 + below(child), 0);
    expect(1 + below(element.shadowRoot as Node)).to.be.at.most(12);
  });

  it('leaves out a reason that does not fit beside the state, and never cuts it', async () => {
    let twin = sampleTwin();
    const say = (text: string, time: number) =>
      twin.observe([{ signal: 'press-04/reason', time: sampleNow + time, value: text }]);
    for (const density of ['comfortable', 'touch', 'compact'] as const) {
      twin = sampleTwin();
      const element = await mount('twin-equipment', { twin, equipment: 'press-04', density });
      const isSeen = (selector: string) => {
        const part = element.shadowRoot?.querySelector(selector) as HTMLElement;
        const window = element.shadowRoot?.querySelector('.state') as HTMLElement;
        const [inner, outer] = [part.getBoundingClientRect(), window.getBoundingClientRect()];
        const first = density === 'compact' ? outer.bottom - 16 : outer.top;
        return inner.bottom > first + 2 && inner.top < outer.bottom - 2 && inner.left < outer.right;
      };
      say('Oil pressure low', -3);
      await settled(element);
      expect(isSeen('.reason'), density).to.equal(true);
      say('Oil pressure low at the second pump of the hydraulic unit in the pit below', -2);
      await settled(element);
      expect(isSeen('.reason'), density).to.equal(false);
      expect(isSeen('.word'), density).to.equal(true);
    }
  });

  it('is selected by click, Enter and Space, and tells so', async () => {
    const twin = sampleTwin();
    const element = await mount('twin-equipment', { twin, equipment: 'mill-02' });
    const told: string[] = [];
    element.addEventListener('twin-select', (event) => told.push(event.equipment));
    for (const act of [
      () => tileOf(element).click(),
      () => sendKeys({ press: 'Enter' }),
      () => sendKeys({ press: 'Space' }),
    ]) {
      twin.selection.select(undefined);
      tileOf(element).focus();
      await act();
      expect(twin.selection.equipment).to.equal('mill-02');
      expect(tileOf(element).getAttribute('aria-pressed')).to.equal('true');
    }
    expect(told).to.deep.equal(['mill-02', 'mill-02', 'mill-02']);
    twin.selection.select('press-04');
    expect(tileOf(element).getAttribute('aria-pressed')).to.equal('false');
  });

  it('shows a new power in the frame after it came, and writes nothing for an equal one', async () => {
    const twin = sampleTwin();
    const element = await mount('twin-equipment', { twin, equipment: 'mill-02' });
    twin.observe([{ signal: 'mill-02/power', time: sampleNow, value: 12.3 }]);
    await frames(2);
    expect(figuresOf(element)[2]).to.equal('12.3\u202fkW power');
    let writes = 0;
    const observer = new MutationObserver((records) => (writes += records.length));
    observer.observe(tileOf(element), {
      subtree: true,
      characterData: true,
      attributes: true,
      childList: true,
    });
    twin.observe([{ signal: 'mill-02/power', time: sampleNow + 1, value: 12.31 }]);
    await frames(3);
    expect(writes).to.equal(0);
  });

  it('keeps state and reason in their order and apart on a page of the other direction', async () => {
    document.documentElement.dir = 'rtl';
    const element = await mount('twin-equipment', { twin: sampleTwin(), equipment: 'press-04' });
    const [word, reason] = ['.word', '.reason'].map((one) =>
      (element.shadowRoot?.querySelector(one) as Element).getBoundingClientRect(),
    );
    document.documentElement.removeAttribute('dir');
    // The space between them belongs to the word.
    expect(reason.left - word.right).to.be.within(-1, 4);
  });

  it('paints nothing when the source only repeats its state', async () => {
    let now = sampleNow;
    const twin = sampleTwin(() => now);
    const element = await mount('twin-equipment', { twin, equipment: 'press-01' });
    const canvas = element.shadowRoot?.querySelector('canvas') as HTMLCanvasElement;
    await until(() => canvas.width > 0 && canvas.width !== 300, 'a painted strip');
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    let paints = 0;
    const clearRect = context.clearRect.bind(context);
    context.clearRect = (...rect) => {
      paints++;
      clearRect(...rect);
    };
    // The power says that the tile has heard what came with it.
    const observe = async (power: number, state: EquipmentState) => {
      paints = 0;
      now++;
      twin.observe([
        { signal: 'press-01/state', time: now, value: state },
        { signal: 'press-01/power', time: now, value: power },
      ]);
      await until(() => figuresOf(element)[2].startsWith(String(power)), `${power} kW`);
      // As it is once a second.
      element.requestUpdate();
      await element.updateComplete;
      return paints;
    };
    expect(await observe(31, 'setup')).to.be.above(0);
    expect(await observe(32, 'setup')).to.equal(0);
    expect(await observe(33, 'idle')).to.be.above(0);
  });

  it('is unknown and says since when, once its source has gone silent', async () => {
    let now = sampleNow;
    const twin = sampleTwin(() => now);
    const element = await mount('twin-equipment', { twin, equipment: 'mill-02', density: 'compact' });
    expect(textOf(element, '.word')).to.equal('Running');
    now += 10 * minute;
    await until(() => textOf(element, '.word') === 'Unknown', 'the silence');
    expect(textOf(element, '.reason')).to.equal('No data since 11:42');
    expect(tileOf(element).dataset['look']).to.equal('stale');
  });

  it('keeps the state of a source that is late, and says when it was last heard', async () => {
    let now = sampleNow;
    const twin = sampleTwin(() => now);
    const element = await mount('twin-equipment', { twin, equipment: 'mill-02' });
    now += 30_000;
    await until(() => tileOf(element).dataset['look'] === 'late', 'the late look');
    expect(textOf(element, '.word')).to.equal('Running');
    expect(figuresOf(element)[2]).to.match(/kW at 11:42$/);
  });

  it('leaves nothing behind when many come and go', async () => {
    const twin = sampleTwin();
    for (let round = 0; round < 5; round++) {
      for (let index = 0; index < 40; index++) {
        const element = document.createElement('twin-equipment');
        element.twin = twin;
        element.equipment = 'mill-02';
        document.body.append(element);
      }
      await frames(4);
      for (const element of document.querySelectorAll('twin-equipment')) element.remove();
    }
    for (const name of ['state', 'power', 'reason', 'conditions']) {
      expect(twin.signal(`mill-02/${name}`).subscriptions.size, name).to.equal(0);
    }
  });

  it('does not pass availability off as OEE where pieces are not counted', async () => {
    const twin = sampleTwin();
    const element = await mount('twin-equipment', { twin, equipment: 'pump-01' });
    expect(figuresOf(element)[0]).to.equal('0.0\u202f% availability');
    element.density = 'compact';
    await settled(element);
    expect(figuresOf(element)[0]).to.match(/^A 0/);
  });

  it('keeps still about a fault of the past', async () => {
    let now = sampleNow;
    const twin = sampleTwin(() => now);
    await mount('twin-equipment', { twin, equipment: 'press-02' });
    const said = () => document.querySelector('body > [role=status]')?.textContent ?? '';
    const begin = (now += 10_000);
    twin.observe([
      { signal: 'press-02/state', time: begin, value: 'idle' },
      { signal: 'press-02/state', time: begin + 1000, value: 'fault' },
    ]);
    now += 60_000;
    twin.clock.at(begin);
    await frames(3);
    twin.clock.at(begin + 2000);
    await frames(6);
    expect(said()).to.not.contain('Press 02');
  });

  it('announces that a fault begins, and nothing else', async () => {
    let now = sampleNow;
    const twin = sampleTwin(() => now);
    await mount('twin-equipment', { twin, equipment: 'press-01' });
    const said = () => document.querySelector('body > [role=status]')?.textContent ?? '';
    twin.observe([{ signal: 'press-01/state', time: (now += 1000), value: 'idle' }]);
    await frames(3);
    expect(said()).to.not.contain('Press 01');
    twin.observe([{ signal: 'press-01/state', time: (now += 1000), value: 'fault' }]);
    await until(() => said() === 'Fault at Press 01', 'the announcement');
  });

  it('says in a sentence why it has nothing to show', async () => {
    const twin = sampleTwin();
    const nowhere = await mount('twin-equipment', { twin, equipment: 'nowhere' });
    expect(textOf(nowhere, '.reason')).to.equal('There is no equipment “nowhere” in this workshop.');
    const alone = await mount('twin-equipment', { equipment: 'mill-02' });
    expect(textOf(alone, '.reason')).to.equal('Not connected to a workshop.');
    const locked = await mount('twin-equipment', { twin, equipment: 'mill-02', locked: true });
    expect(textOf(locked, '.name')).to.equal('Mill 02');
    expect(spokenBy(tileOf(locked))).to.equal('Mill 02: No permission');
  });

  it('shows the selected machine, and asks for one while none is selected', async () => {
    const twin = sampleTwin();
    const element = await mount('twin-equipment', { twin, equipment: 'selected' });
    expect(textOf(element, '.reason')).to.equal('Choose a machine.');
    twin.selection.select('press-04');
    await until(() => textOf(element, '.name') === 'Press 04', 'the selected machine');
    expect(tileOf(element).getAttribute('aria-pressed')).to.equal('true');
  });

  it('takes the shift where its range makes no sense', async () => {
    const element = await mount('twin-equipment', {
      twin: sampleTwin(),
      equipment: 'mill-02',
      range: 'yesteryear',
    });
    expect(figuresOf(element)[0]).to.match(/OEE$/);
  });

  it('follows nothing while it is off the page, and lives on when it is back', async () => {
    const twin = sampleTwin();
    const element = await mount('twin-equipment', { twin, equipment: 'mill-02' });
    const { subscriptions } = twin.signal('mill-02/power');
    expect(subscriptions.size).to.equal(1);
    element.remove();
    expect(subscriptions.size).to.equal(0);
    document.body.append(element);
    await settled(element);
    expect(subscriptions.size).to.equal(1);
    element.remove();
  });
});
