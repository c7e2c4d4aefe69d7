import { stateCode } from '@twinfloor/core';
import '@twinfloor/elements/events';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { observedRenderer } from '../three/testing/sample-scene.js';
import type { TwinScene } from './scene.js';
import './scene.js';
import {
  accessibilityProblems,
  frames,
  mountScene,
  parts,
  sampleNow,
  sampleSite,
  textOf,
  until,
  watchWorkshops,
  workshops,
} from './testing/sample-site.js';

const minute = 60_000;
const newest = () => workshops[workshops.length - 1];
const canvasOf = (scene: Element) => scene.shadowRoot!.querySelector('canvas')!;
const sentenceOf = (scene: Element) => canvasOf(scene).getAttribute('aria-label');

/** Clicks a machine, told by its index. */
function click(scene: Element, index: number): void {
  const { x, y } = newest().project(index);
  const canvas = canvasOf(scene);
  const { left, top } = canvas.getBoundingClientRect();
  // Below the top of the machine.
  const place = { clientX: left + x, clientY: top + y + 16, pointerId: 1, bubbles: true };
  canvas.dispatchEvent(new PointerEvent('pointerdown', place));
  canvas.dispatchEvent(new PointerEvent('pointerup', place));
}

describe('<twin-scene>', () => {
  let endWatching: () => void;

  beforeEach(() => (endWatching = watchWorkshops()));

  afterEach(() => {
    document.body.replaceChildren();
    document.documentElement.lang = 'en';
    endWatching();
  });

  it('is accessible with its buttons, its labels, its list, as a heat map, and in each of its other looks', async () => {
    const twin = sampleSite();
    const scene = await mountScene({ twin, heat: 'power' });
    twin.selection.select('lathe');
    parts(scene, '.list')[0].focus();
    await scene.updateComplete;
    expect(await accessibilityProblems(scene)).to.deep.equal([]);
    const looks: Partial<TwinScene>[] = [{}, { twin, equipment: 'nowhere' }, { twin, locked: true }];
    for (const look of looks) {
      const other = document.createElement('twin-scene');
      Object.assign(other, look);
      document.body.replaceChildren(other);
      await other.updateComplete;
      expect(await accessibilityProblems(other)).to.deep.equal([]);
    }
  });

  it('says in a sentence what it shows, and keeps it current', async () => {
    const twin = sampleSite();
    const scene = await mountScene({ twin });
    expect(sentenceOf(scene)).to.equal('Hall in 3D: 4 machines, 2 running, 1 fault: Press');
    twin.observe([{ signal: 'lathe/state', time: sampleNow, value: 'fault' }]);
    await until(() => sentenceOf(scene)!.includes('2 faults'), 'the other fault');
    expect(sentenceOf(scene)).to.equal('Hall in 3D: 4 machines, 1 running, 2 faults: Lathe, Press');
  });

  it('lists the machines with their states, where arrows select and Enter flies', async () => {
    const twin = sampleSite();
    const scene = await mountScene({ twin });
    const told: string[] = [];
    scene.addEventListener('twin-select', ({ equipment }) => told.push(equipment));
    expect(parts(scene, '[role=option]').map((one) => one.getAttribute('aria-label'))).to.deep.equal([
      'Press: Fault for 12\u202fmin, Slide overload',
      'Lathe: Running for 30\u202fmin',
      'Tank: Idle for 5\u202fmin',
      'Car: Running for 1\u202fh\u202f00',
    ]);
    parts(scene, '.list')[0].focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(twin.selection.equipment).to.equal('lathe');
    await sendKeys({ press: 'End' });
    expect(told).to.deep.equal(['lathe', 'car']);
    const { distance } = newest().view;
    await sendKeys({ press: 'Enter' });
    await until(() => newest().view.distance < distance / 2, 'a flight');
  });

  it('keeps the machine that the keyboard is at in view in its list', async () => {
    const scene = await mountScene({ twin: sampleSite({ faults: 18 }) });
    const [list] = parts(scene, '.list');
    list.focus();
    const pageTop = document.scrollingElement!.scrollTop;
    await sendKeys({ press: 'End' });
    await scene.updateComplete;
    const inside = () => {
      const [box, one] = [list, parts(scene, '.active')[0]].map((part) => part.getBoundingClientRect());
      return one.top >= box.top - 1 && one.bottom <= box.bottom + 1;
    };
    expect(list.scrollTop).to.be.greaterThan(0);
    expect(inside()).to.equal(true);
    await sendKeys({ press: 'Home' });
    await scene.updateComplete;
    expect(inside()).to.equal(true);
    expect(document.scrollingElement!.scrollTop).to.equal(pageTop);
  });

  it('gives each machine the byte of its state, dims what was not asked for, and hatches what has gone silent', async () => {
    const bytes = new Map<number, unknown>();
    const twin = sampleSite();
    await mountScene({ twin, equipment: 'line' });
    const workshop = newest();
    const { setState } = workshop;
    workshop.setState = (index, state, flags) => {
      bytes.set(index, [state, flags?.stale, flags?.dimmed]);
      setState.call(workshop, index, state, flags);
    };
    twin.observe([
      { signal: 'press/state', time: sampleNow, value: 'setup' },
      { signal: 'tank/state', time: sampleNow, value: 'blocked' },
    ]);
    await until(() => bytes.size === 2, 'two changes');
    expect(bytes.get(0)).to.deep.equal([stateCode.setup, false, false]);
    expect(bytes.get(2)).to.deep.equal([stateCode.blocked, false, true]);
    twin.clock.at(sampleNow + 10 * minute);
    expect(bytes.get(0)).to.deep.equal([stateCode.unknown, true, false]);
  });

  it('says since when nothing is heard of any machine', async () => {
    const twin = sampleSite();
    const scene = await mountScene({ twin });
    expect(parts(scene, '.over')).to.have.length(0);
    twin.clock.at(sampleNow + 10 * minute);
    await scene.updateComplete;
    expect(textOf(parts(scene, '.over')[0])).to.equal('No data since 11:42');
  });

  it('shows the past when the clock goes back, machines and vehicles', async () => {
    const twin = sampleSite();
    const scene = await mountScene({ twin });
    const { x } = newest().project(3);
    twin.clock.at(sampleNow - 8 * minute);
    await scene.updateComplete;
    expect(newest().project(3).x).to.be.lessThan(x - 20);
    twin.clock.at(sampleNow - 20 * minute);
    await scene.updateComplete;
    expect(sentenceOf(scene)).to.contain('no fault');
    expect(parts(scene, '.label')).to.have.length(0);
  });

  it('selects the machine that is clicked and tells so, and shows what is selected elsewhere', async () => {
    const twin = sampleSite();
    const scene = await mountScene({ twin });
    const told: string[] = [];
    document.addEventListener('twin-select', ({ equipment }) => told.push(equipment), { once: true });
    click(scene, 2);
    expect(twin.selection.equipment).to.equal('tank');
    expect(told).to.deep.equal(['tank']);
    expect(newest().selected).to.equal(2);
    twin.selection.select('lathe');
    expect(newest().selected).to.equal(1);
    await scene.updateComplete;
    expect(parts(scene, '.label').map(textOf)[0]).to.match(/^Lathe Running/);
    twin.selection.select(undefined);
    expect(newest().selected).to.equal(-1);
  });

  it('flies to what is selected if it follows', async () => {
    const twin = sampleSite();
    await mountScene({ twin });
    const { distance } = newest().view;
    twin.selection.select('lathe');
    await frames(3);
    expect(newest().view.distance).to.equal(distance);
    await mountScene({ twin, follow: true });
    twin.selection.select('tank');
    await until(() => newest().view.distance < distance / 2, 'a flight');
  });

  it('looks from a view by its name in any language or its number, and goes on a tour until it is taken hold of', async () => {
    const twin = sampleSite();
    const scene = await mountScene({ twin, view: 'Line' });
    expect(newest().view.azimuth).to.be.closeTo(60, 0.1);
    scene.view = '总览';
    await until(() => Math.abs(newest().view.azimuth - 25) < 0.1, 'the overview');
    scene.view = '1';
    await until(() => Math.abs(newest().view.azimuth - 60) < 0.1, 'the line');
    const tour = parts(scene, '.tour')[0];
    tour.click();
    await until(() => Math.abs(newest().view.azimuth - 25) < 0.1, 'the tour');
    expect(tour.getAttribute('aria-pressed')).to.equal('true');
    canvasOf(scene).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await scene.updateComplete;
    expect(scene.tour).to.equal(false);
  });

  it('has at most a dozen labels that never overlap, and says how many faults have none', async () => {
    const scene = await mountScene({ twin: sampleSite({ faults: 18 }) });
    const labels = parts(scene, '.label');
    expect(labels).to.have.length(12);
    const boxes = labels
      .filter(({ style }) => style.visibility === 'visible')
      .map((one) => one.getBoundingClientRect());
    expect(boxes.length).to.be.greaterThan(3);
    for (const a of boxes)
      for (const b of boxes)
        if (a !== b)
          expect(
            a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top,
            'two labels meet',
          ).to.equal(true);
    expect(textOf(parts(scene, '.more')[0])).to.equal('+7 more');
  });

  it('docks labels at the lower edge of a narrow picture', async () => {
    const scene = await mountScene({ twin: sampleSite({ faults: 6 }) }, 360);
    await scene.updateComplete;
    expect(parts(scene, '.docked .label')).to.have.length(3);
    const plot = parts(scene, '.plot')[0].getBoundingClientRect();
    for (const label of parts(scene, '.label')) {
      const { left, right, bottom } = label.getBoundingClientRect();
      expect(left).to.be.at.least(plot.left);
      expect(right).to.be.at.most(plot.right);
      expect(bottom).to.be.at.most(plot.bottom);
    }
  });

  it('shows a signal as a heat map with the least and the largest value', async () => {
    const scene = await mountScene({ twin: sampleSite(), heat: 'power' });
    expect(textOf(parts(scene, '.legend')[0])).to.equal('Power4.0\u202fkW20.0\u202fkW'.replace(/\s/g, ' '));
    expect(parts(scene, '[role=option]')[1].getAttribute('aria-label')).to.contain('Power 20.0\u202fkW');
  });

  it('takes another heat map without being built anew', async () => {
    const twin = sampleSite();
    const scene = await mountScene({ twin });
    scene.heat = 'power';
    await scene.updateComplete;
    expect(parts(scene, '.legend')).to.have.length(1);
    twin.observe([{ signal: 'tank/power', time: sampleNow, value: 40 }]);
    twin.clock.at(sampleNow);
    await until(() => textOf(parts(scene, '.legend')[0]).includes('40'), 'the new value');
    scene.heat = '';
    await scene.updateComplete;
    expect(parts(scene, '.legend')).to.have.length(0);
    expect(workshops).to.have.length(1);
  });

  it('is drawn for paper before the page is printed', async () => {
    const twin = sampleSite();
    const scene = await mountScene({ twin });
    scene.style.display = 'none';
    await until(() => !newest().visible, 'to be hidden');
    newest().invalidate();
    scene.style.display = '';
    dispatchEvent(new Event('beforeprint'));
    await scene.updateComplete;
    expect(newest().needsFrame).to.equal(false);
    dispatchEvent(new Event('afterprint'));
  });

  it('draws nothing while it is hidden, and what it has missed when it is seen again', async () => {
    const twin = sampleSite();
    const scene = await mountScene({ twin });
    const workshop = newest();
    scene.style.display = 'none';
    await until(() => !workshop.visible, 'to be hidden');
    twin.observe([{ signal: 'tank/state', time: sampleNow, value: 'fault' }]);
    workshop.invalidate();
    await frames(5);
    expect(workshop.needsFrame).to.equal(true);
    scene.style.display = '';
    await until(() => !workshop.needsFrame, 'a picture');
    await until(() => sentenceOf(scene)!.includes('2 faults'), 'what was missed');
  });

  it('says when the graphics context is lost, and goes on when it is back', async () => {
    const scene = await mountScene({ twin: sampleSite() });
    const observed = observedRenderer();
    const extension = observed.renderer.context.getExtension('WEBGL_lose_context')!;
    extension.loseContext();
    await until(() => parts(scene, '.over').length === 1, 'the sentence');
    expect(textOf(parts(scene, '.over')[0])).to.match(/^The graphics card/);
    extension.restoreContext();
    await until(() => parts(scene, '.over').length === 0, 'the picture');
    await until(() => !newest().needsFrame, 'a picture');
    observed.leave();
  });

  it('speaks Chinese when the page does', async () => {
    const scene = await mountScene({ twin: sampleSite() });
    document.documentElement.lang = 'zh-CN';
    await until(() => canvasOf(scene).getAttribute('aria-label')!.includes('三维'), 'Chinese');
    expect(sentenceOf(scene)).to.equal('Hall三维视图：4 台设备，2 台运行，1 台故障：Press');
  });

  it('has no buttons if it is told so', async () => {
    const scene = await mountScene({ twin: sampleSite(), noControls: true });
    expect(parts(scene, 'button')).to.have.length(0);
    expect(parts(scene, 'canvas')).to.have.length(1);
  });

  it('leaves nothing behind after 200 times on and off the page', async function () {
    this.timeout(60_000);
    const twin = sampleSite();
    const observed = observedRenderer();
    const scene = await mountScene({ twin });
    scene.remove();
    await frames(2);
    const { geometries, textures } = observed.renderer.info.memory;
    let listeners = 0;
    const { subscribe } = twin;
    twin.subscribe = (addresses, listener) => {
      listeners++;
      const end = subscribe.call(twin, addresses, listener);
      return () => {
        listeners--;
        end();
      };
    };
    for (let turn = 0; turn < 200; turn++) {
      document.body.append(scene);
      // Each tenth time until it has drawn.
      const before = workshops.length;
      if (turn % 10 === 0) await until(() => workshops.length > before, 'a workshop');
      else await scene.updateComplete;
      scene.remove();
    }
    await frames(3);
    expect(observed.renderer.info.memory).to.deep.equal({ geometries, textures });
    expect(listeners).to.equal(0);
    observed.leave();
  });
});
