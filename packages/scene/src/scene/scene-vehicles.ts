import type { Twin } from '@twinfloor/core';
import { onPlan } from '@twinfloor/elements/parts';
import { cancelFrame, requestFrame } from '../three/frames.js';
import type { SceneVehicle } from './site-layout.js';

/** Where a vehicle is on its floor: metres, degrees counter-clockwise. */
interface Place {
  x: number;
  y: number;
  heading: number;
}

interface Way {
  readonly from: Place;
  readonly to: Place;
  readonly shown: Place;
  start: number;
  duration: number;
  isUnderWay: boolean;
}

/** What puts vehicles somewhere: the workshop in 3D. */
export interface VehicleDisplay {
  /** Whether things may move, on a machine that draws fast enough for it. */
  readonly movesSmoothly: boolean;
  place(index: number, x: number, y: number, heading: number): void;
}

/** Milliseconds that a vehicle takes to where it was told to be, at most; metres from which it is put there at once. */
const [longest, farthest] = [1200, 8];

/** Puts vehicles where they tell to be, and glides from one report to the next where motion is allowed. */
export class SceneVehicles {
  readonly #vehicles: readonly SceneVehicle[];
  readonly #display: VehicleDisplay;
  readonly #ways = new Map<SceneVehicle, Way>();

  constructor(vehicles: readonly SceneVehicle[], display: VehicleDisplay) {
    this.#vehicles = vehicles;
    this.#display = display;
  }

  /** Reads all places at the moment of the clock; `time` is that of animation frames, in milliseconds. */
  read(twin: Twin, time = performance.now()): void {
    const now = twin.clock.now();
    for (const vehicle of this.#vehicles) {
      const to = placeOf(twin, vehicle, now);
      if (to) this.#send(vehicle, to, time);
    }
  }

  /** Moves what is under way; called in each frame until all have arrived. */
  frame(time: number): void {
    let isMoving = false;
    for (const [{ index }, way] of this.#ways) {
      if (!way.isUnderWay) continue;
      const share = Math.min(1, Math.max(0, (time - way.start) / way.duration));
      way.shown.x = way.from.x + (way.to.x - way.from.x) * share;
      way.shown.y = way.from.y + (way.to.y - way.from.y) * share;
      way.shown.heading = way.from.heading + (way.to.heading - way.from.heading) * share;
      way.isUnderWay = share < 1;
      isMoving ||= way.isUnderWay;
      this.#display.place(index, way.shown.x, way.shown.y, way.shown.heading);
    }
    if (isMoving) requestFrame(this);
  }

  /** Leaves all vehicles where they are. */
  stop(): void {
    cancelFrame(this);
  }

  #send(vehicle: SceneVehicle, place: Place, time: number): void {
    const way = this.#ways.get(vehicle);
    if (way && way.to.x === place.x && way.to.y === place.y && turned(way.to.heading, place.heading) === 0)
      return;
    const shown = way?.shown ?? { ...place };
    // The short way round.
    const to = { ...place, heading: shown.heading + turned(shown.heading, place.heading) };
    const reach = Math.hypot(to.x - shown.x, to.y - shown.y);
    const isSmooth = way !== undefined && reach < farthest && this.#display.movesSmoothly;
    const duration = isSmooth ? Math.min(longest, Math.max(100, time - way.start)) : 0;
    const next = { from: { ...shown }, to, shown: isSmooth ? shown : { ...to }, start: time, duration };
    this.#ways.set(vehicle, { ...next, isUnderWay: isSmooth });
    if (isSmooth) requestFrame(this);
    else this.#display.place(vehicle.index, to.x, to.y, to.heading);
  }
}

/** Where a vehicle told to be at a moment; `undefined` if it told nothing. */
function placeOf(
  twin: Twin,
  { equipment, drivesOn, left, near }: SceneVehicle,
  now: number,
): Place | undefined {
  const read = (name: string) => twin.seriesOf(equipment, name, 'number')?.at(now)?.value;
  const [x, y] = [read('positionX'), read('positionY')];
  if (x === undefined || y === undefined) return undefined;
  const place = onPlan(drivesOn, x, y, read('heading') ?? 0);
  return { x: place.x - left, y: place.y - near, heading: place.rotation };
}

/** Degrees from one heading to another, -180 to 180. */
function turned(from: number, to: number): number {
  return ((((to - from) % 360) + 540) % 360) - 180;
}
