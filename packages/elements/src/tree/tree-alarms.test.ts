import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import { type Condition, ObservationBatch, type Twin } from '@twinfloor/core';
import { alarmsOf } from '@twinfloor/core/alarms';
import { permit } from '@twinfloor/core/requests';
import { accessibilityProblems, clear, frames, mount, settled, until } from '../testing/page.js';
import { sampleNow, sampleTwin } from '../testing/sample-twin.js';
import type { TwinTree } from './tree.js';
import './tree.js';
// Loaded before, so that a test need not wait for it.
import './tree-screen.js';

function report(twin: Twin, id: string, condition: Partial<Condition> & { readonly key: string }): void {
  const batch = new ObservationBatch();
  const whole = { level: 'fault', ...condition } as const;
  batch.addCondition(twin.signal(`${id}/conditions`).handle, sampleNow - 60_000, whole);
  twin.observe(batch);
}

const rowOf = (element: TwinTree, name: string) =>
  [...(element.shadowRoot?.querySelectorAll('.row') ?? [])].find(
    (row) => row.querySelector('.name')?.textContent === name,
  );
const signOf = (element: TwinTree, name: string) =>
  rowOf(element, name)?.querySelector('.alarm') ?? undefined;
const shapeOf = (element: TwinTree, name: string) =>
  signOf(element, name)?.querySelector('svg')?.getAttribute('class');
const moreOf = (element: TwinTree, name: string) =>
  signOf(element, name)?.querySelector<HTMLElement>('.more')?.dataset['text'];

/** A tree of the sample, with two alarms in line A and one in line B. */
async function alarmed(settings: Partial<TwinTree> = {}) {
  const twin = sampleTwin();
  permit(twin, () => ({ who: 'Li Wei' }));
  report(twin, 'press-01', { key: 'oil', severity: '700' });
  report(twin, 'press-02', { key: 'guard', severity: '900' });
  report(twin, 'mill-01', { key: 'chip', severity: '100' });
  const element = await mount('twin-tree', { twin, ...settings });
  await until(() => signOf(element, 'Press 01') !== undefined, 'the mark');
  return { twin, element };
}

describe('the marks of alarms in <twin-tree>', () => {
  afterEach(clear);

  for (const density of ['compact', 'comfortable', 'touch'] as const) {
    it(`are accessible, ${density}`, async () => {
      const { element } = await alarmed({ density });
      expect(await accessibilityProblems(element)).to.deep.equal([]);
    });
  }

  it('show the priority of a machine, and of a line and a workshop the most urgent below and how many more', async () => {
    const { element } = await alarmed();
    expect(shapeOf(element, 'Press 01')).to.equal('mark filled p2');
    expect(moreOf(element, 'Press 01')).to.equal(undefined);
    expect(shapeOf(element, 'Line A Forming')).to.equal('mark filled p1');
    expect(moreOf(element, 'Line A Forming')).to.equal('+1');
    expect(shapeOf(element, 'Hydraulics workshop')).to.equal('mark filled p1');
    expect(moreOf(element, 'Hydraulics workshop')).to.equal('+2');
    expect(shapeOf(element, 'Line B Machining')).to.equal('mark filled p4');
    expect(signOf(element, 'Press 03')).to.equal(undefined);
  });

  it('belong to the sentence of the row, in English and in Chinese', async () => {
    const { element } = await alarmed();
    const label = (name: string) => rowOf(element, name)?.getAttribute('aria-label');
    expect(label('Press 01')).to.match(/\. Alarm High, not acknowledged$/);
    expect(label('Line A Forming')).to.match(
      /^Line A Forming: 5 of 8 running, worst state Fault\. 2 alarms, 2 not acknowledged, most urgent Critical$/,
    );
    document.documentElement.lang = 'zh-CN';
    const isChinese = () =>
      [...(element.shadowRoot?.querySelectorAll('.row') ?? [])].some((row) =>
        row.getAttribute('aria-label')?.endsWith('，2 条报警，2 条未确认，最高优先级紧急'),
      );
    await until(isChinese, 'the sentence in Chinese');
  });

  it('are outlines once all are acknowledged, and go when the cause goes', async () => {
    const { twin, element } = await alarmed();
    const alarms = alarmsOf(twin);
    await alarms.acknowledge(alarms.of('line-a').map(({ id }) => id));
    await until(() => shapeOf(element, 'Line A Forming') === 'mark outline p1', 'the outline');
    expect(shapeOf(element, 'Hydraulics workshop')).to.equal('mark filled p1');
    report(twin, 'press-02', { key: 'guard', level: 'normal' });
    await until(() => signOf(element, 'Press 02') === undefined, 'the end of the mark');
    expect(shapeOf(element, 'Line A Forming')).to.equal('mark outline p2');
    expect(moreOf(element, 'Line A Forming')).to.equal(undefined);
  });

  it('flash until acknowledged, and never where the reader wants no motion', async () => {
    const { element } = await alarmed();
    const flashes = () => signOf(element, 'Press 01')?.getAnimations().length;
    expect(flashes()).to.equal(1);
    await emulateMedia({ reducedMotion: 'reduce' });
    await frames(2);
    expect(flashes()).to.equal(0);
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('are not there, nor anything loaded for them, as long as there is nothing to tell', async () => {
    const twin = sampleTwin();
    const element = await mount('twin-tree', { twin });
    await settled(element);
    expect(element.shadowRoot?.querySelector('.alarm')).to.equal(null);
  });

  it('are not said to a reader who may not see the data', async () => {
    const { element } = await alarmed();
    element.locked = true;
    await settled(element);
    expect(element.shadowRoot?.querySelector('.alarm')).to.equal(null);
  });
});
