import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { type Condition, ObservationBatch, type Twin } from '@twinfloor/core';
import { alarmsOf } from '@twinfloor/core/alarms';
import { permit } from '@twinfloor/core/requests';
import '../alarm-list/alarm-list.js';
import { accessibilityProblems, clear, frames, mount, settled, spokenBy, until } from '../testing/page.js';
import { sampleNow, sampleTwin } from '../testing/sample-twin.js';
import '../equipment-grid/equipment-grid.js';
import type { TwinEquipment } from './equipment.js';
import './equipment.js';
import './tile-parts.js';

function report(twin: Twin, id: string, time: number, condition: Partial<Condition>): void {
  const batch = new ObservationBatch();
  const whole = { key: 'hydraulics', level: 'fault', ...condition } as const;
  batch.addCondition(twin.signal(`${id}/conditions`).handle, time, whole);
  twin.observe(batch);
}

const low = { text: 'Oil pressure low', severity: '700' };
const inTile = (element: Element) => element.shadowRoot?.querySelector('.tile') as HTMLElement;
const markOf = (element: Element) => element.shadowRoot?.querySelector<HTMLElement>('.alarm') ?? undefined;
const wordsOf = (element: Element) => markOf(element)?.querySelector('b')?.dataset['text'];
const shapeOf = (element: Element) => markOf(element)?.querySelector('svg')?.getAttribute('class');
const said = () => document.querySelector('body > [role=status]')?.textContent ?? '';

/** A tile whose machine has an alarm, at a clock that goes on by hand. */
async function alarmed(id = 'press-01', settings: Partial<TwinEquipment> = {}) {
  const time = { now: sampleNow };
  const twin = sampleTwin(() => time.now);
  permit(twin, () => ({ who: 'Li Wei' }));
  report(twin, id, sampleNow - 60_000, low);
  const element = await mount('twin-equipment', { twin, equipment: id, ...settings });
  await until(() => markOf(element) !== undefined, 'the mark');
  return { twin, time, element };
}

describe('the mark of an alarm in <twin-equipment>', () => {
  afterEach(clear);

  for (const density of ['comfortable', 'compact', 'touch', 'wall'] as const) {
    it(`is accessible, ${density}`, async () => {
      for (const id of ['press-01', 'press-04', 'pump-01']) {
        const { element } = await alarmed(id, { density });
        expect(await accessibilityProblems(element), id).to.deep.equal([]);
        clear();
      }
    });
  }

  it('comes with a condition as shape, number and word, and belongs to the sentence of the tile', async () => {
    const twin = sampleTwin();
    const element = await mount('twin-equipment', { twin, equipment: 'press-01' });
    await frames(4);
    expect(markOf(element)).to.equal(undefined);
    report(twin, 'press-01', sampleNow, low);
    await until(() => markOf(element) !== undefined, 'the mark');
    expect(shapeOf(element)).to.equal('mark filled p2');
    expect(wordsOf(element)).to.equal('High');
    expect(markOf(element)?.title).to.equal('Alarm High, not acknowledged');
    expect(spokenBy(inTile(element))).to.match(/Alarm High, not acknowledged$/);
  });

  it('is an outline once it is acknowledged in the list by the key A, and goes when the cause goes', async () => {
    const { twin, time, element } = await alarmed();
    const list = await mount('twin-alarm-list', { twin, noTools: true });
    await until(() => list.shadowRoot?.querySelector('.row[tabindex="0"]') != null, 'the row');
    list.shadowRoot?.querySelector<HTMLElement>('.row[tabindex="0"]')?.focus();
    await sendKeys({ press: 'a' });
    await until(() => shapeOf(element) === 'mark outline p2', 'the outline');
    expect(markOf(element)?.title).to.equal('Alarm High, acknowledged');
    report(twin, 'press-01', (time.now += 1000), { level: 'normal' });
    await until(() => markOf(element) === undefined, 'no mark');
    expect(spokenBy(inTile(element))).to.not.contain('Alarm');
  });

  it('stays while its cause has gone before anybody has seen it', async () => {
    const { twin, time, element } = await alarmed();
    report(twin, 'press-01', (time.now += 1000), { level: 'normal' });
    await frames(4);
    await settled(element);
    expect(shapeOf(element)).to.equal('mark filled p2');
  });

  it('says the most urgent of several, and how many more there are', async () => {
    const { twin, element } = await alarmed();
    report(twin, 'press-01', sampleNow - 1, { key: 'guard', severity: '900' });
    await until(() => wordsOf(element) === 'Critical +1', 'two alarms');
    expect(shapeOf(element)).to.equal('mark filled p1');
    expect(markOf(element)?.title).to.equal('2 alarms, 2 not acknowledged, most urgent Critical');
  });

  it('is not there while the alarm is shelved or out of service', async () => {
    const { twin, element } = await alarmed();
    const alarms = alarmsOf(twin);
    const [{ id }] = alarms.list();
    await alarms.shelve([id], { minutes: 30, why: 'Sensor is being changed' });
    await until(() => markOf(element) === undefined, 'no mark');
    await alarms.unshelve([id]);
    await until(() => markOf(element) !== undefined, 'the mark');
    await alarms.removeFromService([id], { why: 'Sensor is broken' });
    await until(() => markOf(element) === undefined, 'no mark');
  });

  it('flashes while nobody has acknowledged it, and never for who wants no motion', async () => {
    const { twin, element } = await alarmed();
    const flashes = () => markOf(element)?.getAnimations().length ?? 0;
    expect(flashes()).to.equal(1);
    await emulateMedia({ reducedMotion: 'reduce' });
    expect(flashes()).to.equal(0);
    await emulateMedia({ reducedMotion: 'no-preference' });
    const alarms = alarmsOf(twin);
    await alarms.acknowledge(alarms.list().map(({ id }) => id));
    await until(() => flashes() === 0, 'rest');
  });

  it('speaks Chinese where the page does', async () => {
    const { element } = await alarmed();
    document.documentElement.lang = 'zh-CN';
    await until(() => wordsOf(element) === '高', 'the Chinese word');
    expect(markOf(element)?.title).to.equal('报警，优先级高，未确认');
    document.documentElement.lang = 'en';
  });

  it('is announced once when it comes, by name', async () => {
    const { twin, time } = await alarmed();
    report(twin, 'press-02', (time.now += 6000), { text: 'Guard open', severity: '500' });
    await until(() => said() === 'New alarm, Medium. Press 02: Guard open', 'the announcement');
  });

  it('is not there at a moment before it', async () => {
    const { twin, element } = await alarmed();
    twin.clock.at(sampleNow - 120_000);
    await until(() => markOf(element) === undefined, 'no mark');
    twin.clock.live();
    await until(() => markOf(element) !== undefined, 'the mark');
  });

  it('writes nothing as long as it stays what it is', async () => {
    const { twin, element } = await alarmed();
    let writes = 0;
    const observer = new MutationObserver((records) => (writes += records.length));
    const all = { subtree: true, characterData: true, attributes: true, childList: true };
    observer.observe(inTile(element), all);
    report(twin, 'press-01', sampleNow, low);
    await frames(3);
    element.requestUpdate();
    await settled(element);
    expect(writes).to.equal(0);
  });

  it('stands in the tiles of a grid, and is gone from tiles that show nothing', async () => {
    const twin = sampleTwin();
    report(twin, 'press-04', sampleNow - 60_000, low);
    const grid = await mount('twin-equipment-grid', { twin });
    await until(() => markOf(grid) !== undefined, 'the mark');
    expect(grid.shadowRoot?.querySelectorAll('.alarm')).to.have.length(1);
    expect(markOf(grid)?.parentElement?.getAttribute('aria-label')).to.match(
      /^Press 04: .*not acknowledged$/,
    );
    grid.locked = true;
    await until(() => markOf(grid) === undefined, 'no mark');
  });

  it('costs a machine without any nothing: all is well with what reports that it is well', async () => {
    const twin = sampleTwin();
    report(twin, 'press-01', sampleNow - 60_000, { level: 'normal' });
    await mount('twin-equipment', { twin, equipment: 'press-01' });
    await frames(4);
    // Whoever follows alarms follows the conditions of all machines.
    expect(twin.signal('press-02/conditions').subscriptions.size).to.equal(0);
  });
});
