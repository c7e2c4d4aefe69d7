import { expect } from 'chai';
import { OrbitInput } from './orbit-input.js';
import { sampleLayout, sampleScene } from './testing/sample-scene.js';
import type { Workshop3d } from './workshop-3d.js';

describe('OrbitInput', () => {
  let workshop: Workshop3d;
  let canvas: HTMLCanvasElement;
  let input: OrbitInput;
  const picked: number[] = [];

  beforeEach(async () => {
    ({ workshop, canvas } = await sampleScene(sampleLayout(20)));
    canvas.tabIndex = 0;
    canvas.style.setProperty('display', 'block');
    picked.length = 0;
    input = new OrbitInput(canvas, workshop, { onPick: (index) => picked.push(index) });
  });

  afterEach(() => {
    input.dispose();
    workshop.dispose();
    canvas.remove();
  });

  function pointer(type: string, x: number, y: number, more: PointerEventInit = {}): void {
    const { left, top } = canvas.getBoundingClientRect();
    const at = { clientX: left + x, clientY: top + y };
    canvas.dispatchEvent(
      new PointerEvent(type, { pointerId: 1, pointerType: 'mouse', buttons: 1, ...at, ...more }),
    );
  }

  function key(name: string, more: KeyboardEventInit = {}): boolean {
    return !canvas.dispatchEvent(new KeyboardEvent('keydown', { key: name, cancelable: true, ...more }));
  }

  it('tells which machine is clicked, and -1 beside all', () => {
    const { x, y } = workshop.project(7);
    const foot = y + workshop.view.pixelsPerMetre;
    pointer('pointerdown', x, foot);
    pointer('pointerup', x, foot);
    pointer('pointerdown', 2, 2);
    pointer('pointerup', 2, 2);
    expect(picked).to.deep.equal([7, -1]);
  });

  it('turns with a drag, which is no click', () => {
    const { azimuth } = workshop.view;
    pointer('pointerdown', 100, 100);
    pointer('pointermove', 160, 100);
    pointer('pointerup', 160, 100);
    expect(workshop.view.azimuth).to.be.lessThan(azimuth - 10);
    expect(picked).to.deep.equal([]);
  });

  it('zooms to the pointer: the point of the floor below it stays there', () => {
    const before = workshop.project(3);
    workshop.view.zoom(0.5, before.x, before.y);
    const after = workshop.project(3);
    expect(Math.hypot(after.x - before.x, after.y - before.y)).to.be.lessThan(12);
  });

  it('moves and zooms with two fingers', () => {
    const { distance } = workshop.view;
    pointer('pointerdown', 100, 100, { pointerId: 1, pointerType: 'touch' });
    pointer('pointerdown', 200, 100, { pointerId: 2, pointerType: 'touch' });
    pointer('pointermove', 300, 100, { pointerId: 2, pointerType: 'touch' });
    expect(workshop.view.distance).to.be.closeTo(distance / 2, distance * 0.02);
    expect(picked).to.deep.equal([]);
  });

  it('turns, moves, zooms and shows all by keys, and leaves other keys alone', () => {
    const { azimuth, elevation, distance } = workshop.view;
    expect(key('ArrowRight')).to.equal(true);
    expect(workshop.view.azimuth).to.be.greaterThan(azimuth);
    key('ArrowUp');
    expect(workshop.view.elevation).to.be.greaterThan(elevation);
    key('+');
    expect(workshop.view.distance).to.be.lessThan(distance);
    expect(key('Home')).to.equal(true);
    expect(workshop.view.distance).to.be.closeTo(distance, 1e-6);
    expect(key('a')).to.equal(false);
    expect(key('ArrowLeft', { ctrlKey: true })).to.equal(false);
  });

  it('lets the page scroll by wheel until the canvas has the focus', () => {
    const wheel = () => new WheelEvent('wheel', { deltaY: 100, cancelable: true });
    const { distance } = workshop.view;
    expect(canvas.dispatchEvent(wheel())).to.equal(true);
    expect(workshop.view.distance).to.equal(distance);
    canvas.focus();
    expect(canvas.dispatchEvent(wheel())).to.equal(false);
    expect(workshop.view.distance).to.be.greaterThan(distance);
  });

  it('never goes below the floor or over the top', () => {
    for (let i = 0; i < 60; i++) workshop.view.turn(0, 0.1);
    expect(workshop.view.elevation).to.be.closeTo(87, 0.2);
    for (let i = 0; i < 60; i++) workshop.view.turn(0, -0.1);
    expect(workshop.view.elevation).to.be.closeTo(8, 0.2);
  });

  it('listens no longer after dispose()', () => {
    input.dispose();
    const { azimuth } = workshop.view;
    key('ArrowRight');
    expect(workshop.view.azimuth).to.equal(azimuth);
  });
});
