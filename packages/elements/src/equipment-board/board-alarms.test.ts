import { type Condition, ObservationBatch, type Twin } from '@twinfloor/core';
import { alarmsOf } from '@twinfloor/core/alarms';
import { permit } from '@twinfloor/core/requests';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { accessibilityProblems, clear, frames, mount, until } from '../testing/page.js';
import { sampleNow, sampleTwin } from '../testing/sample-twin.js';
import './equipment-board.js';
import type { TwinEquipmentBoard } from './equipment-board.js';
// Loaded before, so that a test need not wait for it.
import './board-alarms.js';

function report(twin: Twin, id: string, condition: Partial<Condition>): void {
  const batch = new ObservationBatch();
  const whole = { key: 'hydraulics', level: 'fault', ...condition } as const;
  batch.addCondition(twin.signal(`${id}/conditions`).handle, sampleNow, whole);
  twin.observe(batch);
}

/** How many pixels of the cell of a machine are about of this colour. */
function count(board: TwinEquipmentBoard, id: string, [red, green, blue]: readonly number[]): number {
  const canvas = board.shadowRoot?.querySelector('canvas') as HTMLCanvasElement;
  const { x, y, width, height } = board.rectOf(id) as DOMRectReadOnly;
  const [left, top, wide, high] = [x, y, width, height].map((one) => one * devicePixelRatio);
  const { data } = canvas.getContext('2d')!.getImageData(left, top, wide, high);
  let found = 0;
  for (let at = 0; at < data.length; at += 4) {
    const far = Math.abs(data[at] - red) + Math.abs(data[at + 1] - green) + Math.abs(data[at + 2] - blue);
    if (far < 24) found++;
  }
  return found;
}

/** `alarm-2` of the light theme. */
const orange = [0xff, 0x86, 0x0b];

describe('alarms in <twin-equipment-board>', () => {
  afterEach(clear);

  it('stand in the cell of their machine in the colour of their priority, as an outline once acknowledged', async () => {
    const twin = sampleTwin();
    permit(twin, () => ({ who: 'Li Wei' }));
    const board = await mount('twin-equipment-board', { twin });
    await frames(3);
    expect(count(board, 'press-01', orange)).to.equal(0);
    report(twin, 'press-01', { severity: '700' });
    await until(() => count(board, 'press-01', orange) > 20, 'the shape');
    expect(count(board, 'press-02', orange)).to.equal(0);
    const alarms = alarmsOf(twin);
    await alarms.acknowledge(alarms.list().map(({ id }) => id));
    await until(() => count(board, 'press-01', orange) === 0, 'the outline');
  });

  it('are told of the machine that the keys are at', async () => {
    const twin = sampleTwin();
    report(twin, 'press-01', { severity: '900' });
    const board = await mount('twin-equipment-board', { twin });
    board.shadowRoot?.querySelector<HTMLElement>('.board')?.focus();
    await sendKeys({ press: 'Home' });
    const said = () => board.shadowRoot?.querySelector('.readout')?.getAttribute('aria-label') ?? '';
    await until(() => said().endsWith('Alarm Critical, not acknowledged'), 'the sentence');
    expect(said()).to.match(/^Press 01: Running/);
    expect(await accessibilityProblems(board)).to.deep.equal([]);
  });

  it('cost nothing where there are none', async () => {
    const twin = sampleTwin();
    report(twin, 'press-01', { level: 'normal' });
    await mount('twin-equipment-board', { twin });
    await frames(4);
    expect(twin.signal('press-02/conditions').subscriptions.size).to.equal(0);
  });
});
