import { Clock, type Condition, ObservationBatch, Twin, type Workshop } from '@twinfloor/core';
import { alarmsOf, defaultAlarmSettings } from '@twinfloor/core/alarms';
import { permit } from '@twinfloor/core/requests';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { accessibilityProblems, clear, frames, mount, until } from '../testing/page.js';
import { sampleNow, sampleWorkshop } from '../testing/sample-twin.js';
import './state-timeline.js';
// Loaded before, so that a test need not wait for it.
import './timeline-alarms.js';
import './timeline-keys.js';
import './timeline-signs.js';

const minute = 60_000;
const early = sampleNow - 60 * minute;

function report(twin: Twin, time: number, condition: Partial<Condition>): void {
  const batch = new ObservationBatch();
  const whole = { key: 'hydraulics', level: 'fault', ...condition } as const;
  batch.addCondition(twin.signal('press-01/conditions').handle, time, whole);
  twin.observe(batch);
}

function plant(alarms?: Partial<Workshop['alarms']>): Twin {
  const workshop = { ...sampleWorkshop(), ...(alarms && { alarms: { ...defaultAlarmSettings, ...alarms } }) };
  const twin = new Twin(workshop, {
    clock: new Clock(() => sampleNow),
    scheduler: (task) => void requestAnimationFrame(task),
  });
  permit(twin, () => ({ who: 'Li Wei' }));
  twin.observe([
    { signal: 'press-01/state', time: early, value: 'running' },
    { signal: 'press-01/power', time: early, value: 20 },
    { signal: 'press-01/state', time: sampleNow, value: 'running' },
  ]);
  return twin;
}

const marks = (element: Element) => [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.alarm') ?? [])];
const row = (element: Element) => marks(element)[0]?.closest('.row');
const press = async (element: Element, ...keys: string[]) => {
  element.shadowRoot?.querySelector<HTMLElement>('.grid')?.focus();
  for (const key of keys) await sendKeys({ press: key });
};

describe('alarms in <twin-state-timeline>', () => {
  afterEach(clear);

  it('stand beside the name of their machine, flash until they are acknowledged, and go with their cause', async () => {
    const twin = plant();
    report(twin, early + minute, { text: 'Oil low', severity: '700' });
    const element = await mount('twin-state-timeline', { twin, equipment: 'line-a' });
    await until(() => marks(element).length === 1, 'the mark');
    expect(row(element)?.querySelector('.name')?.textContent).to.contain('Press 01');
    expect(marks(element)[0].title).to.equal('Alarm High, not acknowledged');
    expect(marks(element)[0].getAnimations()).to.have.length(1);
    await emulateMedia({ reducedMotion: 'reduce' });
    expect(marks(element)[0].getAnimations()).to.have.length(0);
    await emulateMedia({ reducedMotion: 'no-preference' });
    expect(await accessibilityProblems(element)).to.deep.equal([]);
    const alarms = alarmsOf(twin);
    await alarms.acknowledge(alarms.list().map(({ id }) => id));
    await until(() => marks(element)[0]?.title === 'Alarm High, acknowledged', 'the outline');
    expect(marks(element)[0].getAnimations()).to.have.length(0);
    report(twin, sampleNow, { level: 'normal' });
    await until(() => marks(element).length === 0, 'no mark');
  });

  it('are told as they stood at the cursor, and spoken with its machine', async () => {
    const twin = plant();
    report(twin, early + 10 * minute, { text: 'Oil low', severity: '900' });
    report(twin, early + 30 * minute, { level: 'normal' });
    const alarms = alarmsOf(twin);
    await alarms.acknowledge(alarms.list().map(({ id }) => id));
    const element = await mount('twin-state-timeline', { twin, equipment: 'press-01' });
    await frames(3);
    expect(marks(element)).to.have.length(0);
    const { cursorOf } = await import('../charts/cursor.js');
    cursorOf(twin).move(early + 20 * minute);
    await until(() => marks(element)[0]?.title === 'Alarm Critical, not acknowledged', 'what stood then');
    await press(element, 'ArrowUp');
    const said = () => document.querySelector('body > [role=status]')?.textContent ?? '';
    await until(() => said().endsWith('Alarm Critical, not acknowledged'), 'the sentence');
  });

  it('that the workshop file defines are in the table too, with their priority in words', async () => {
    const hot = {
      id: 'too-strong',
      signal: 'power',
      above: 30,
      priority: 'critical',
      name: 'Power too high',
    } as const;
    const twin = plant({ definitions: [hot] });
    twin.observe([
      { signal: 'press-01/power', time: early + 5 * minute, value: 40 },
      { signal: 'press-01/power', time: early + 15 * minute, value: 20 },
    ]);
    const element = await mount('twin-state-timeline', { twin, equipment: 'press-01' });
    await until(() => marks(element).length === 1, 'the mark');
    element.shadowRoot?.querySelector<HTMLElement>('.table-toggle, [aria-expanded=false]')?.click();
    const line = () =>
      [...(element.shadowRoot?.querySelectorAll('tr') ?? [])]
        .map((one) => [...one.children].map((cell) => cell.textContent?.trim()))
        .find((cells) => cells.includes('Power too high'));
    await until(() => line() !== undefined, 'the line');
    expect(line()?.slice(0, 5)).to.deep.equal([
      'Press 01',
      '10:47:00',
      '10:57:00',
      '10\u202fmin',
      'Alarm 1, Critical',
    ]);
  });

  it('cost nothing where there are none', async () => {
    const twin = plant();
    report(twin, early, { level: 'normal' });
    await mount('twin-state-timeline', { twin, equipment: 'press-02' });
    await frames(4);
    expect(twin.signal('press-01/conditions').subscriptions.size).to.equal(0);
  });
});
