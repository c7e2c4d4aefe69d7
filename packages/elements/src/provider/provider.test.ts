import { expect } from 'chai';
import { type ConnectorContext, registerConnectorType } from '@twinfloor/core';
import { register } from '../internal/define.js';
import { TwinRangeChangeEvent } from '../events/range-change-event.js';
import { sampleTwin } from '../testing/sample-twin.js';
import { accessibilityProblems, clear, frames, mount, textOf, until } from '../testing/page.js';
import '../connections/connections.js';
import '../equipment/equipment.js';
import '../equipment-grid/equipment-grid.js';
import '../oee/oee.js';
import './provider.js';

/** The address of a workshop file with this content. */
function fileOf(content: unknown): string {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return URL.createObjectURL(new Blob([text], { type: 'application/json' }));
}

const good = {
  id: 'test',
  name: 'Test',
  timeZone: 'UTC',
  equipment: [{ id: 'press-01', name: 'Press 01', level: 'workUnit' }],
};

function tile(equipment: string): HTMLElementTagNameMap['twin-equipment'] {
  const element = document.createElement('twin-equipment');
  element.equipment = equipment;
  return element;
}

describe('<twin-provider>', () => {
  afterEach(clear);

  it('reads a workshop file and hands the twin to the elements inside', async () => {
    const inside = tile('press-01');
    const provider = await mount('twin-provider', { src: fileOf(good) }, inside);
    const twin = await provider.ready();
    expect(twin.workshop.id).to.equal('test');
    await until(() => textOf(inside, '.name') === 'Press 01', 'the name');
  });

  it('hands the twin to elements that were there before it, inside it and elsewhere', async () => {
    const elsewhere = await mount('twin-equipment', { equipment: 'press-01', provider: 'far' });
    expect(textOf(elsewhere, '.reason')).to.equal('Not connected to a workshop.');
    await mount('twin-provider', { id: 'near' });
    await mount('twin-provider', { id: 'far', twin: sampleTwin() });
    await until(() => textOf(elsewhere, '.word') === 'Running', 'the state');
  });

  it('answers elements that came to life before it', async () => {
    const inside = tile('press-01');
    const provider = document.createElement('late-provider') as HTMLElementTagNameMap['twin-provider'];
    provider.append(inside);
    document.body.append(provider);
    await frames(2);
    expect(textOf(inside, '.reason')).to.equal('Not connected to a workshop.');
    register({ prefix: 'late' });
    provider.twin = sampleTwin();
    await until(() => textOf(inside, '.word') === 'Running', 'the state');
    provider.remove();
  });

  it('lists what is wrong in a file, keeps the rest, and is accessible', async () => {
    const equipment = [...good.equipment, { id: 'oven', name: 'Oven', level: 'palace' }];
    const inside = tile('press-01');
    const provider = await mount('twin-provider', { src: fileOf({ ...good, equipment }) }, inside);
    await until(() => textOf(provider, 'summary') !== '', 'the list');
    expect(textOf(provider, 'summary')).to.contain('1 problem in the workshop file');
    expect(textOf(provider, 'code')).to.equal('equipment[1].level');
    expect(textOf(provider, 'li')).to.contain('palace');
    expect(provider.shadowRoot?.querySelector('details')?.open).to.equal(false);
    await until(() => textOf(inside, '.name') === 'Press 01', 'the rest');
    expect(await accessibilityProblems(provider)).to.deep.equal([]);
  });

  it('opens the list where nothing is left of the file', async () => {
    const inside = tile('press-01');
    const provider = await mount('twin-provider', { src: fileOf('{ "id": ') }, inside);
    await until(() => provider.shadowRoot?.querySelector('details')?.open === true, 'the open list');
    expect(textOf(inside, '.reason')).to.equal('The workshop file could not be read.');
  });

  it('says that a file is not there, and reads it when asked again', async () => {
    const provider = await mount('twin-provider', { src: '/no-such-file.json' });
    await until(() => textOf(provider, '.problems').includes('404'), 'the failure');
    expect(textOf(provider, '[role=alert]')).to.contain('The workshop file could not be read.');
    provider.src = fileOf(good);
    expect((await provider.ready()).workshop.id).to.equal('test');
    await until(() => provider.shadowRoot?.querySelector('.problems') === null, 'no failure');
  });

  it('keeps the workshop that it has when the file cannot be read again, and says so', async () => {
    const { fetch } = window;
    let answer = (): Response => new Response(JSON.stringify(good));
    window.fetch = () => Promise.resolve(answer());
    try {
      const inside = tile('press-01');
      const provider = await mount('twin-provider', { src: 'workshop.json' }, inside);
      const first = await provider.ready();
      answer = () => new Response('', { status: 503, statusText: 'Service Unavailable' });
      provider.reload();
      await until(() => textOf(provider, '[role=alert]').includes('503'), 'the failure');
      expect(await provider.ready()).to.equal(first);
      expect(textOf(inside, '.name')).to.equal('Press 01');
      answer = () => new Response('{ "id": ');
      provider.reload();
      await until(() => textOf(provider, 'summary') !== '', 'the list');
      expect(textOf(provider, 'summary')).to.contain('The workshop file could not be read.');
      expect(provider.shadowRoot?.querySelector('details')?.open).to.equal(false);
      expect(await provider.ready()).to.equal(first);
      const equipment = [{ ...good.equipment[0], name: 'Press One' }];
      answer = () => new Response(JSON.stringify({ ...good, equipment }));
      provider.reload();
      await until(() => textOf(inside, '.name') === 'Press One', 'the new content');
      expect(provider.shadowRoot?.querySelector('.problems')).to.equal(null);
    } finally {
      window.fetch = fetch;
    }
  });

  it('runs on with the connectors that it has while the file is read again', async () => {
    const events: string[] = [];
    const run = async (context: ConnectorContext) => {
      events.push('start');
      await context.wait(100_000);
      events.push('stop');
    };
    registerConnectorType('mqtt', () => Promise.resolve(() => ({ run })));
    const connectors = [{ type: 'mqtt', url: 'ws://test.invalid', topics: ['a'], bindings: [] }];
    const { fetch } = window;
    let content = JSON.stringify({ ...good, connectors });
    window.fetch = () => Promise.resolve(new Response(content));
    try {
      const provider = await mount('twin-provider', { src: 'workshop.json' });
      await until(() => events.length === 1, 'the start');
      content = '{';
      provider.reload();
      await until(() => textOf(provider, 'summary') !== '', 'the list');
      expect(events).to.deep.equal(['start']);
    } finally {
      window.fetch = fetch;
    }
  });

  it('lets each element show that it is loading, and then what went wrong with a way to try again', async () => {
    const { fetch } = window;
    let fail = (): void => undefined;
    let asked = 0;
    window.fetch = () => {
      asked += 1;
      return new Promise((_, reject) => (fail = () => reject(new TypeError('no network'))));
    };
    try {
      const tags = ['twin-equipment', 'twin-equipment-grid', 'twin-oee', 'twin-connections'] as const;
      const elements = tags.map((tag) => document.createElement(tag));
      const provider = await mount('twin-provider', { src: 'workshop.json' }, ...elements);
      await until(() => asked === 1, 'the request');
      for (const element of elements) {
        expect(element.shadowRoot?.textContent, element.localName).to.not.contain('Not connected');
      }
      expect(await accessibilityProblems(provider)).to.deep.equal([]);
      fail();
      await until(() => textOf(provider, '.problems').includes('no network'), 'the failure');
      await frames(4);
      for (const element of elements) {
        const text = (element.shadowRoot?.textContent ?? '') + textOf(element, '.reason');
        expect(text, element.localName).to.contain('The workshop file could not be read.');
      }
      expect(await accessibilityProblems(provider)).to.deep.equal([]);
      elements[2].shadowRoot?.querySelector<HTMLElement>('.verb')?.click();
      await until(() => asked === 2, 'the second request');
    } finally {
      window.fetch = fetch;
    }
  });

  it('shows the tiles as loading until the file is there', async () => {
    const inside = document.createElement('twin-equipment');
    inside.equipment = 'press-01';
    const provider = document.createElement('twin-provider');
    provider.append(inside);
    provider.src = fileOf(good);
    document.body.append(provider);
    await provider.updateComplete;
    await inside.updateComplete;
    await inside.updateComplete;
    expect(inside.shadowRoot?.querySelector('.tile')?.getAttribute('data-look')).to.equal('loading');
    await provider.ready();
    provider.remove();
  });

  it('runs connectors while it is on the page, and only then', async () => {
    const events: string[] = [];
    const run = async (context: ConnectorContext) => {
      events.push('start');
      context.status({ state: 'live' });
      await context.wait(100_000);
      events.push('stop');
    };
    registerConnectorType('mqtt', () => Promise.resolve(() => ({ run })));
    const connectors = [{ type: 'mqtt', url: 'ws://test.invalid', topics: ['a'], bindings: [] }];
    const provider = await mount('twin-provider', { src: fileOf({ ...good, connectors }) });
    await until(() => events.length === 1, 'the start');
    document.body.append(provider);
    await frames(3);
    expect(events, 'moved').to.deep.equal(['start']);
    provider.remove();
    await until(() => events.length === 2, 'the stop');
    document.body.append(provider);
    await until(() => events.length === 3, 'the start again');
    expect(events).to.deep.equal(['start', 'stop', 'start']);
  });

  it('stops the connectors of its file while a script gives it a twin', async () => {
    const connectors = [{ type: 'mqtt', url: 'ws://test.invalid', topics: ['a'], bindings: [] }];
    const events: string[] = [];
    const run = async (context: ConnectorContext) => {
      events.push('start');
      await context.wait(100_000);
      events.push('stop');
    };
    registerConnectorType('mqtt', () => Promise.resolve(() => ({ run })));
    const provider = await mount('twin-provider', { src: fileOf({ ...good, connectors }) });
    await until(() => events.length === 1, 'the start');
    provider.twin = sampleTwin();
    await until(() => events.length === 2, 'the stop');
    provider.twin = undefined;
    await until(() => events.length === 3, 'the start again');
    expect(events).to.deep.equal(['start', 'stop', 'start']);
  });

  it('inside another one changes the theme and the language, not the twin', async () => {
    const inside = tile('press-04');
    const inner = document.createElement('twin-provider');
    inner.theme = 'dark';
    inner.lang = 'zh';
    inner.append(inside);
    await mount('twin-provider', { twin: sampleTwin() }, inner);
    await until(() => textOf(inside, '.word') === '故障', 'Chinese');
    await until(
      () => getComputedStyle(inside).getPropertyValue('--twin-color-surface') === '#1e1d1b',
      'the dark theme',
    );
  });

  it('hands down its range', async () => {
    const inside = document.createElement('twin-equipment');
    inside.equipment = 'press-04';
    const provider = await mount('twin-provider', { twin: sampleTwin(), range: 'PT30M' }, inside);
    const figure = () => inside.shadowRoot?.querySelector<HTMLElement>('.figure')?.dataset['text'];
    await until(() => figure() === '0.0', 'half an hour of fault');
    provider.range = 'shift';
    await until(() => Number(figure()) > 50, 'the shift');
  });

  it('takes the range that somebody asks for inside it, unless a listener prevents it', async () => {
    const inside = tile('press-04');
    const provider = await mount('twin-provider', { twin: sampleTwin() }, inside);
    inside.dispatchEvent(new TwinRangeChangeEvent('week'));
    await provider.updateComplete;
    expect(provider.range).to.equal('week');
    provider.addEventListener('twin-range-change', (event) => event.preventDefault(), { once: true });
    inside.dispatchEvent(new TwinRangeChangeEvent('day'));
    await frames(1);
    expect(provider.range).to.equal('week');
  });

  it('lets a range pass to the next one around it while it has neither workshop nor range', async () => {
    const inside = tile('press-04');
    const themed = document.createElement('twin-provider');
    themed.theme = 'dark';
    themed.append(inside);
    const ranged = document.createElement('twin-provider');
    ranged.range = 'PT1H';
    ranged.append(themed);
    const outer = await mount('twin-provider', { twin: sampleTwin() }, ranged);
    inside.dispatchEvent(new TwinRangeChangeEvent('week'));
    await frames(1);
    expect([themed.range, ranged.range, outer.range]).to.deep.equal(['', 'week', '']);
  });

  it('takes the range of an element elsewhere that names it, and leaves that of one inside that names another', async () => {
    const named = await mount('twin-provider', { id: 'named', twin: sampleTwin() });
    const inside = tile('press-04');
    inside.provider = 'named';
    const around = await mount('twin-provider', { twin: sampleTwin() }, inside);
    inside.dispatchEvent(new TwinRangeChangeEvent('day'));
    await frames(1);
    expect([named.range, around.range]).to.deep.equal(['day', '']);
  });
});
