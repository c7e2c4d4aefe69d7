import { stateCode } from '@twinfloor/core';
import { expect } from 'chai';
import { BoxGeometry, Mesh, MeshStandardMaterial } from 'three';
import { darkColours, lightColours } from './testing/sample-colours.js';
import {
  counted,
  frames,
  observedRenderer,
  pixelOf,
  sampleLayout,
  sampleScene,
} from './testing/sample-scene.js';
import type { StatusFlags } from './status.js';
import type { Workshop3d } from './workshop-3d.js';

describe('Workshop3d', () => {
  const open: Workshop3d[] = [];
  let observed: ReturnType<typeof observedRenderer>;

  beforeEach(() => {
    observed = observedRenderer();
  });

  afterEach(() => {
    for (const workshop of open.splice(0)) workshop.dispose();
    observed.leave();
    document.body.replaceChildren();
  });

  async function scene(...values: Parameters<typeof sampleScene>) {
    const made = await sampleScene(...values);
    open.push(made.workshop);
    return made;
  }

  describe('draws', () => {
    it('each type of machine once, and five times more: table, building, lettering, plates, signs', async () => {
      const { workshop } = await scene(sampleLayout(40, ['press', 'lathe', 'tank']));
      workshop.frame(0);
      const count = counted(observed.renderer.context);
      workshop.frame(1);
      count.end();
      expect(count.draws).to.equal(3 + 5);
      expect(count.uploads).to.equal(0);
    });

    it('nothing while nothing changes', async () => {
      let drawn = 0;
      const { workshop } = await scene(sampleLayout(3), { onFrame: () => drawn++ });
      await frames(3);
      const before = drawn;
      expect(before).to.be.greaterThan(0);
      await frames(5);
      expect(drawn).to.equal(before);
      workshop.setState(0, stateCode.unknown);
      await frames(3);
      expect(drawn).to.equal(before, 'a state that it has already');
      workshop.setState(0, stateCode.fault);
      workshop.setState(1, stateCode.idle);
      await frames(3);
      expect(drawn).to.equal(before + 1);
    });

    it('nothing while it is not on screen, and what it has missed when it is so again', async () => {
      let drawn = 0;
      const { workshop } = await scene(sampleLayout(3), { onFrame: () => drawn++ });
      await frames(3);
      workshop.visible = false;
      const before = drawn;
      workshop.setState(0, stateCode.fault);
      await frames(3);
      expect(drawn).to.equal(before);
      workshop.visible = true;
      await frames(3);
      expect(drawn).to.equal(before + 1);
    });

    it('a fault on a red plate, a running machine not', async () => {
      const { workshop, canvas } = await scene(sampleLayout(1, ['meter']));
      workshop.flyTo({ machines: [0], azimuth: 0, elevation: 87 });
      const corner = (() => {
        // In front of the cabinet, on its plate.
        workshop.frame(0);
        const { x, y } = workshop.project(0);
        return [x, y + workshop.view.pixelsPerMetre * 0.38];
      })();
      workshop.setState(0, stateCode.running);
      workshop.frame(1);
      const [red, green] = pixelOf(canvas, corner[0], corner[1]);
      expect(red - green).to.be.lessThan(40);
      workshop.setState(0, stateCode.fault);
      workshop.frame(2);
      const [faultRed, faultGreen, faultBlue] = pixelOf(canvas, corner[0], corner[1]);
      expect(faultRed).to.be.greaterThan(110);
      expect(faultGreen).to.be.lessThan(60);
      expect(faultBlue).to.be.lessThan(60);
    });

    it('the heat map in the colours of the ramp, and none where there is no value', async () => {
      const { workshop, canvas } = await scene(sampleLayout(1, ['meter']));
      workshop.flyTo({ machines: [0], azimuth: 0, elevation: 87 });
      workshop.frame(0);
      const { x, y } = workshop.project(0);
      const at = [x + workshop.view.pixelsPerMetre * 0.6, y] as const;
      workshop.setHeat([1]);
      workshop.frame(1);
      const [red, , blue] = pixelOf(canvas, ...at);
      expect(blue - red).to.be.greaterThan(40, 'the high end is a dark blue');
      workshop.setHeat([undefined]);
      workshop.frame(2);
      const [noRed, , noBlue] = pixelOf(canvas, ...at);
      expect(Math.abs(noBlue - noRed)).to.be.lessThan(25);
    });

    it('the alarm of a machine above it: full while it waits, an outline after, nothing without one', async () => {
      const outline = 'M1 1h22v22H1z';
      const alarms = [1, 2, 3, 4].map(() => ({ outline, figure: '' }));
      const { workshop, canvas } = await scene(sampleLayout(1), { alarms });
      workshop.flyTo({ machines: [0], azimuth: 20, elevation: 30 });
      workshop.frame(0);
      const colour = (flags: StatusFlags) => {
        workshop.setState(0, stateCode.running, flags);
        workshop.frame(1);
        const { x, y } = workshop.project(0);
        return pixelOf(canvas, x, y - 22);
      };
      const without = colour({});
      // Orange, as the second alarm of the sample.
      const [red, , blue] = colour({ alarm: 2, attention: true });
      expect([red > 240, blue < 40]).to.deep.equal([true, true]);
      expect(colour({ alarm: 2 })).to.deep.equal([255, 255, 255]);
      expect(colour({})).to.deep.equal(without);
    });

    it('a flash of what waits only while things may move', async () => {
      const alarms = [1, 2, 3, 4].map(() => ({ outline: 'M1 1h22v22H1z', figure: '' }));
      const { workshop, canvas } = await scene(sampleLayout(1), { alarms });
      workshop.flyTo({ machines: [0], azimuth: 20, elevation: 30 });
      workshop.setState(0, stateCode.running, { alarm: 2, attention: true });
      const blues = () =>
        [0, 357, 714].map((now) => {
          workshop.frame(now);
          const { x, y } = workshop.project(0);
          return pixelOf(canvas, x, y - 22)[2] > 200;
        });
      expect(new Set(blues()).size).to.equal(1);
      workshop.motion = true;
      expect(new Set(blues()).size).to.equal(2);
    });

    it('two scenes in two themes with one graphics context', async () => {
      const light = await scene(sampleLayout(2));
      const dark = await scene(sampleLayout(2, ['lathe']));
      dark.workshop.setColours(darkColours);
      dark.workshop.resize(200, 300, 1);
      light.workshop.frame(0);
      dark.workshop.frame(0);
      light.workshop.frame(1);
      expect(pixelOf(light.canvas, 2, 2)[0]).to.be.greaterThan(180);
      expect(pixelOf(dark.canvas, 2, 2)[0]).to.be.lessThan(60);
      expect(observed.renderer.info.programs!.length).to.be.lessThan(8);
    });
  });

  describe('uploads', () => {
    it('one byte for one change', async () => {
      const { workshop } = await scene(sampleLayout(500));
      workshop.frame(0);
      const count = counted(observed.renderer.context);
      workshop.setState(123, stateCode.running);
      workshop.frame(1);
      count.end();
      expect(count.bytes).to.equal(1);
    });

    it('no more than 4 bytes a change, wherever the changes are', async () => {
      const { workshop } = await scene(sampleLayout(2000, ['meter', 'pump']));
      workshop.frame(0);
      const count = counted(observed.renderer.context, false);
      for (let i = 0; i < 100; i++) workshop.setState((i * 397) % 2000, stateCode.running);
      workshop.frame(1);
      count.end();
      expect(count.bytes).to.be.lessThan(401);
    });

    it('no more than a byte a machine for many changes, also while machines move', async () => {
      const { workshop } = await scene(sampleLayout(2000, ['meter', 'pump']), { quality: 'high' });
      workshop.motion = true;
      for (let i = 0; i < 2000; i++) workshop.setState(i, stateCode.running);
      workshop.flyTo({ machines: [0] });
      workshop.frame(performance.now() + 1000);
      const count = counted(observed.renderer.context, false);
      for (let i = 0; i < 1000; i++) workshop.setState((i * 397) % 2000, stateCode.idle);
      workshop.frame(performance.now() + 1016);
      count.end();
      expect(count.bytes).to.be.lessThan(2000 + 4 * 64 + 1);
    });
  });

  describe('finds', () => {
    it('the machine that is seen at a place', async () => {
      const { workshop } = await scene(sampleLayout(30, ['press', 'lathe']));
      workshop.frame(0);
      for (const index of [0, 7, 29]) {
        const { x, y, visible } = workshop.project(index);
        expect(visible).to.equal(true);
        expect(workshop.pick(x, y + workshop.view.pixelsPerMetre * 0.6)).to.equal(index);
      }
      expect(workshop.pick(1, 1)).to.equal(-1);
    });

    it('a vehicle where it is now', async () => {
      const { workshop } = await scene(sampleLayout(3, ['vehicle']));
      workshop.flyTo({ elevation: 80 });
      workshop.frame(0);
      const before = workshop.project(1);
      workshop.place(1, 3, 3, 90);
      workshop.frame(1);
      const after = workshop.project(1);
      expect(after.x).to.be.lessThan(before.x);
      const below = workshop.view.pixelsPerMetre * 0.1;
      expect(workshop.pick(after.x, after.y + below)).to.equal(1);
      expect(workshop.pick(before.x, before.y + below)).to.equal(-1);
    });

    it('nothing that has no state', async () => {
      const layout = sampleLayout(1, ['pallet']);
      const { workshop } = await scene({
        ...layout,
        machines: [{ ...layout.machines[0], stateless: true }],
      });
      workshop.frame(0);
      const { x, y } = workshop.project(0);
      expect(workshop.pick(x, y + workshop.view.pixelsPerMetre * 0.5)).to.equal(-1);
    });
  });

  it('shows a model of its own in the place of a machine, and finds it', async () => {
    const { workshop } = await scene(sampleLayout(1, ['press']));
    workshop.frame(0);
    const high = workshop.project(0).y;
    const box = new Mesh(new BoxGeometry(3, 1, 2).translate(0, 0.5, 0), new MeshStandardMaterial());
    const count = counted(observed.renderer.context);
    workshop.setModel(0, box);
    workshop.frame(1);
    workshop.frame(2);
    count.end();
    expect(workshop.project(0).y).to.be.greaterThan(high, 'it is lower than a press');
    expect(workshop.pick(workshop.project(0).x, workshop.project(0).y + 12)).to.equal(0);
  });

  it('draws again after the graphics context was lost', async () => {
    const told: boolean[] = [];
    const { workshop, canvas } = await scene(sampleLayout(2), { onLost: (lost) => told.push(lost) });
    workshop.setState(0, stateCode.fault);
    workshop.frame(0);
    const before = canvas.toDataURL();
    const context = observed.renderer.context;
    const { canvas: hidden } = context;
    const ends = context.getExtension('WEBGL_lose_context')!;
    const event = (name: string) =>
      new Promise((resolve) => hidden.addEventListener(name, resolve, { once: true }));
    let happened = event('webglcontextlost');
    ends.loseContext();
    await happened;
    expect(told).to.deep.equal([true]);
    workshop.frame(1);
    // A context can be restored only after the event is over.
    await frames(1);
    happened = event('webglcontextrestored');
    ends.restoreContext();
    await happened;
    expect(told).to.deep.equal([true, false]);
    expect(workshop.needsFrame).to.equal(true);
    canvas.getContext('2d')!.clearRect(0, 0, 320, 200);
    workshop.frame(0);
    expect(canvas.toDataURL() === before).to.equal(true);
  });

  it('leaves nothing behind, however often one comes and goes', async () => {
    // One that stays keeps the programs, so that each of the others need not be compiled anew.
    const { workshop: first } = await sampleScene(sampleLayout(2, ['press', 'meter']));
    first.frame(0);
    const { info } = observed.renderer;
    const before = { ...info.memory, programs: info.programs!.length };
    for (let i = 0; i < 100; i++) {
      const { workshop, canvas } = await sampleScene(sampleLayout(2, ['press', 'meter']));
      workshop.resize(32, 20, 1);
      workshop.setState(0, stateCode.fault);
      workshop.frame(i);
      workshop.dispose();
      canvas.remove();
    }
    expect({ ...info.memory, programs: info.programs!.length }).to.deep.equal(before);
    first.dispose();
    expect(info.memory.geometries).to.equal(0);
    expect(info.memory.textures).to.equal(0);
    expect(info.programs!.length).to.equal(0);
  });

  it('is of no use after dispose(), and does not throw', async () => {
    const { workshop } = await sampleScene(sampleLayout(1));
    workshop.dispose();
    workshop.dispose();
    workshop.setColours(lightColours);
    workshop.setState(0, stateCode.fault);
    workshop.frame(0);
    await frames(2);
  });

  it('stays fitted until somebody turns it', async () => {
    const { workshop } = await scene(sampleLayout(20));
    workshop.resize(400, 300, 1);
    const { distance } = workshop.view;
    workshop.resize(200, 300, 1);
    expect(workshop.view.distance).to.be.greaterThan(distance);
    workshop.view.turn(0.1, 0);
    const turned = workshop.view.distance;
    workshop.resize(400, 300, 1);
    expect(workshop.view.distance).to.equal(turned);
  });
});
