import { Ink } from '../charts/ink.js';
import { Crowd } from './crowd.js';
import { paintBuffers, paintFlow } from './plan-flow.js';
import { nameFloors, nameZones, paintGround, paintScale } from './plan-ground.js';
import { paintMachines, paintPins } from './plan-machines.js';
import { addMachines, paintNames } from './plan-names.js';
import { type PlanView, type SeenMachine, seenMachines } from './plan-view.js';

/** Paints a plan on two canvases: below what changes with the data, above what is chosen and pointed at. */
export class PlanPicture {
  #seen: readonly SeenMachine[] = [];

  /** The machines in view as they were painted last. */
  get seen(): readonly SeenMachine[] {
    return this.#seen;
  }

  paintBelow(context: CanvasRenderingContext2D, view: PlanView): void {
    const ink = new Ink(context, view.family);
    this.#seen = seenMachines(view);
    paintGround(ink, view);
    const arrows = paintFlow(ink, view, this.#seen);
    paintMachines(ink, view, this.#seen);
    // Pins stand over machines, words beside them.
    const crowd = new Crowd();
    crowd.add({ x: 0, y: view.camera.height - 32, width: 140, height: 32 });
    paintPins(ink, view, this.#seen, crowd);
    paintBuffers(ink, view, arrows, crowd);
    addMachines(crowd, this.#seen, view.selected);
    nameFloors(ink, view, crowd);
    paintNames(ink, view, this.#seen, crowd);
    nameZones(ink, view, crowd);
    paintScale(ink, view);
  }

  paintAbove(context: CanvasRenderingContext2D, view: PlanView): void {
    for (const one of this.#seen) {
      const isSelected = one.id === view.selected;
      if (!isSelected && one.id !== view.pointed) continue;
      const room = isSelected ? 9 : 6;
      const [width, height] = [one.width + 2 * room, one.height + 2 * room];
      context.save();
      context.translate(one.x, one.y);
      context.rotate((-one.rotation * Math.PI) / 180);
      // Ink with a pale bed, so that the ring is seen on every floor.
      for (const [colour, line] of [
        [view.colours.of('surface'), isSelected ? 5 : 3],
        [view.colours.of('selection'), isSelected ? 2.5 : 1],
      ] as const) {
        context.strokeStyle = colour;
        context.lineWidth = line;
        context.strokeRect(-width / 2, -height / 2, width, height);
      }
      context.restore();
    }
  }

  /** The machine at a px, the topmost; small ones can be hit within a finger's reach. */
  machineAt(x: number, y: number): SeenMachine | undefined {
    let nearest: SeenMachine | undefined;
    let least = 14;
    for (const one of this.#seen) {
      const outside = Math.max(
        Math.abs(x - one.x) - Math.max(one.reachX, 4),
        Math.abs(y - one.y) - Math.max(one.reachY, 4),
        0,
      );
      if (outside < least || (outside === 0 && least === 0)) [nearest, least] = [one, outside];
    }
    return nearest;
  }
}
