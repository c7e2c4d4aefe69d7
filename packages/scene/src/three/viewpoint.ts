import { MathUtils, type PerspectiveCamera, Vector3 } from 'three';
import { type Margins, narrowMargins, OrbitCamera, type ViewBox } from './orbit-camera.js';

/** Where one looks from and at what. */
export interface SceneView {
  /** Indices of the machines in the middle. Default: the whole site. */
  readonly machines?: readonly number[];
  /** Degrees, 0 from the front, 90 from the right. Default: as now. */
  readonly azimuth?: number;
  /** Degrees above the floor, 8 to 87. Default: as now. */
  readonly elevation?: number;
}

/** Milliseconds that the camera takes to somewhere else, as the language of motion says. */
const glide = 400;

/** Degrees from which a site is looked at: azimuth, elevation; in a tall picture a long hall stands upright. */
const [fromFront, fromSide] = [
  [25, 38],
  [72, 47],
];

/**
 * From where a scene is looked at. Places of the picture are CSS pixels from its top left corner. Whoever turns, moves or zooms
 * does so with these; each change asks for a picture.
 */
export class Viewpoint {
  readonly #orbit = new OrbitCamera();
  readonly #site: ViewBox;
  readonly #boxOf: (machines: readonly number[] | undefined) => ViewBox;
  readonly #changed: () => void;
  readonly #ray = new Vector3();
  #margins = narrowMargins;
  #fitted = true;
  #width = 1;
  #height = 1;

  constructor(
    site: ViewBox,
    boxOf: (machines: readonly number[] | undefined) => ViewBox,
    changed: () => void,
  ) {
    this.#site = site;
    this.#boxOf = boxOf;
    this.#changed = changed;
  }

  /** The camera. */
  get camera(): PerspectiveCamera {
    return this.#orbit.camera;
  }

  /** Metres to what is looked at. */
  get distance(): number {
    return this.#orbit.pose.distance;
  }

  /** Degrees from which one looks, 0 from the front, 90 from the right. */
  get azimuth(): number {
    return MathUtils.radToDeg(this.#orbit.pose.azimuth);
  }

  /** Degrees above the floor. */
  get elevation(): number {
    return MathUtils.radToDeg(this.#orbit.pose.elevation);
  }

  /** CSS pixels of a metre in the middle of the picture: what there is room to say. */
  get pixelsPerMetre(): number {
    return this.#orbit.pixelsPerMetre(this.#height);
  }

  /** Width and height of the picture in CSS pixels. */
  get size(): readonly [width: number, height: number] {
    return [this.#width, this.#height];
  }

  /** Whether the camera is on its way. */
  get flying(): boolean {
    return this.#orbit.flying;
  }

  /** Sets the size of the picture in CSS pixels. What was fitted stays so. */
  resize(width: number, height: number): void {
    this.#width = width;
    this.#height = height;
    this.camera.aspect = width / height;
    if (this.#fitted) this.fit(this.#margins);
    else this.#apply();
  }

  /** Brings the whole site into the picture, and keeps it there until somebody turns, moves, zooms or flies. */
  fit(margins: Margins = this.#margins): void {
    this.#margins = margins;
    const { x0, x1, z0, z1 } = this.#site;
    const upright = this.#height > this.#width && x1 - x0 > z1 - z0;
    const [azimuth, elevation] = upright ? fromSide : fromFront;
    this.#orbit.pose.azimuth = MathUtils.degToRad(azimuth);
    this.#orbit.pose.elevation = MathUtils.degToRad(elevation);
    this.#orbit.fit(this.#site, margins);
    this.#fitted = true;
    this.#apply();
    this.#changed();
  }

  /**
   * Looks at a machine, or as a view says.
   *
   * @param animate - whether the camera glides there; else it cuts
   * @param now - milliseconds, on the clock of animation frames
   */
  flyTo(target: number | SceneView, animate: boolean, now = performance.now()): void {
    const view = typeof target === 'number' ? { machines: [target] } : target;
    const { azimuth, elevation } = view as SceneView;
    this.#orbit.flyTo(this.#boxOf(view.machines), this.#margins, {
      azimuth: azimuth === undefined ? undefined : MathUtils.degToRad(azimuth),
      elevation: elevation === undefined ? undefined : MathUtils.degToRad(elevation),
      duration: animate ? glide : 0,
      now,
    });
    this.#touched();
  }

  /** Turns, in radians. */
  turn(azimuth: number, elevation: number): void {
    this.#orbit.turn(azimuth, elevation);
    this.#touched();
  }

  /** Moves the model with the pointer. */
  pan(dx: number, dy: number): void {
    this.#orbit.pan(dx, dy, this.#height);
    this.#touched();
  }

  /** Changes the distance by a factor. The point of the floor at this place stays where it is. Default: the middle. */
  zoom(factor: number, x = this.#width / 2, y = this.#height / 2): void {
    this.#orbit.zoom(factor, (x / this.#width) * 2 - 1, 1 - (y / this.#height) * 2);
    this.#touched();
  }

  /** Ends a flight where it is. */
  stop(): void {
    this.#orbit.stop();
  }

  /** Sets the camera for the picture of this moment. */
  step(now: number): void {
    // All else that moves the camera has set it already.
    if (!this.#orbit.flying) return;
    this.#orbit.step(now);
    this.#apply();
  }

  /** The direction of the ray from the eye through a place of the picture. The next call uses the same vector. */
  rayThrough(x: number, y: number): Vector3 {
    const { camera } = this;
    const ray = this.#ray.set((x / this.#width) * 2 - 1, 1 - (y / this.#height) * 2, 0.5);
    return ray.unproject(camera).sub(camera.position);
  }

  #touched(): void {
    this.#fitted = false;
    this.#apply();
    this.#changed();
  }

  #apply(): void {
    this.#orbit.apply();
    this.#orbit.clip(Math.hypot(this.#site.x1, this.#site.z1) + 12);
  }
}
