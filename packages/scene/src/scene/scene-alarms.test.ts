import { type Condition, ObservationBatch, type Twin } from '@twinfloor/core';
import { alarmsOf } from '@twinfloor/core/alarms';
import { permit } from '@twinfloor/core/requests';
import { expect } from 'chai';
import {
  accessibilityProblems,
  mountScene,
  parts,
  sampleNow,
  sampleSite,
  until,
  watchWorkshops,
  workshops,
} from './testing/sample-site.js';
import './scene.js';
// Loaded before, so that a test need not wait for it.
import './scene-alarms.js';

const minute = 60_000;
const newest = () => workshops[workshops.length - 1];

function report(twin: Twin, id: string, time: number, condition: Partial<Condition>): void {
  const batch = new ObservationBatch();
  const whole = { key: 'spindle', level: 'fault', ...condition } as const;
  batch.addCondition(twin.signal(`${id}/conditions`).handle, time, whole);
  twin.observe(batch);
}

/** What the newest workshop is told of machines from now on: alarm and attention by index. */
function toldFlags(): Map<number, readonly [number | undefined, boolean | undefined]> {
  const told = new Map<number, readonly [number | undefined, boolean | undefined]>();
  const workshop = newest();
  const { setState } = workshop;
  workshop.setState = (index, state, flags) => {
    told.set(index, [flags?.alarm, flags?.attention]);
    setState.call(workshop, index, state, flags);
  };
  return told;
}

describe('alarms in <twin-scene>', () => {
  let endWatching: () => void;

  beforeEach(() => (endWatching = watchWorkshops()));

  afterEach(() => {
    document.body.replaceChildren();
    endWatching();
  });

  it('stand above their machine, waiting until they are acknowledged, and go with their cause', async () => {
    const twin = sampleSite();
    permit(twin, () => ({ who: 'Li Wei' }));
    await mountScene({ twin });
    const told = toldFlags();
    report(twin, 'lathe', sampleNow - minute, { severity: '700', text: 'Spindle hot' });
    await until(() => told.get(1)?.[0] === 2, 'the shape');
    expect(told.get(1)).to.deep.equal([2, true]);
    expect(told.get(0)).to.deep.equal([0, false]);
    const alarms = alarmsOf(twin);
    await alarms.acknowledge(alarms.list().map(({ id }) => id));
    await until(() => told.get(1)?.[1] === false, 'the outline');
    expect(told.get(1)).to.deep.equal([2, false]);
    report(twin, 'lathe', sampleNow, { level: 'normal' });
    await until(() => told.get(1)?.[0] === 0, 'nothing');
  });

  it('are told in the list and by a label, also of a machine that runs, which is picked as before', async () => {
    const twin = sampleSite();
    const scene = await mountScene({ twin });
    report(twin, 'lathe', sampleNow - minute, { severity: '900', text: 'Spindle hot' });
    const option = () => parts(scene, '[role=option]')[1];
    await until(() => option().querySelector('.mark') !== null, 'the shape in the list');
    expect(option().getAttribute('aria-label')).to.equal(
      'Lathe: Running for 30\u202fmin. Alarm Critical, not acknowledged',
    );
    const label = parts(scene, '.label').find((one) => one.textContent?.includes('Lathe'));
    expect(label?.querySelector('.alarm')?.textContent?.trim()).to.equal('Critical');
    expect(await accessibilityProblems(scene)).to.deep.equal([]);
    const { x, y } = newest().project(1);
    expect(newest().pick(x, y + 16)).to.equal(1);
  });

  it('cost a workshop without any nothing: nobody follows conditions', async () => {
    const twin = sampleSite();
    report(twin, 'lathe', sampleNow - minute, { level: 'normal' });
    await mountScene({ twin });
    expect(twin.signal('press/conditions').subscriptions.size).to.equal(0);
  });
});
