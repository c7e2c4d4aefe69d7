import { MathUtils, PerspectiveCamera, Vector3 } from 'three';

/** A box to look at, in the space of three. The floor is y = 0. */
export interface ViewBox {
  readonly x0: number;
  readonly x1: number;
  readonly z0: number;
  readonly z1: number;
  /** The highest point. */
  readonly y1: number;
}

/** Room left at the sides of the picture for what lies over it, as shares of its width and height. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Default {@link Margins}. */
export const narrowMargins: Margins = { left: 0.03, right: 0.03, top: 0.05, bottom: 0.05 };

/** How one looks: from where (radians, 0 from the front), how steeply (radians), at what, from how far (metres). */
interface Pose {
  azimuth: number;
  elevation: number;
  distance: number;
  target: Vector3;
}

/** Degrees: a long lens, nearly without vanishing lines like an isometric drawing, yet with depth. */
const lens = 13;

/** Radians above the floor. */
const [lowest, highest] = [0.14, 1.52];

/** Metres. */
const [nearest, farthest] = [12, 1500];

const right = new Vector3();
const up = new Vector3();
const back = new Vector3();
const before = new Vector3();
const after = new Vector3();
const corner = new Vector3();

/** A camera that turns about a point of the floor. It never moves by itself but for a flight. */
export class OrbitCamera {
  readonly camera = new PerspectiveCamera(lens, 1, 1, 1000);
  readonly pose: Pose = { azimuth: 0.44, elevation: 0.66, distance: 150, target: new Vector3() };
  readonly #from: Pose = { azimuth: 0, elevation: 0, distance: 0, target: new Vector3() };
  readonly #to: Pose = { azimuth: 0, elevation: 0, distance: 0, target: new Vector3() };
  #start = 0;
  #duration = 0;

  /** Whether a flight is under way. */
  get flying(): boolean {
    return this.#duration > 0;
  }

  /** Turns about the target, in radians. */
  turn(azimuth: number, elevation: number): void {
    this.stop();
    this.pose.azimuth += azimuth;
    this.pose.elevation = MathUtils.clamp(this.pose.elevation + elevation, lowest, highest);
  }

  /** Moves the model with the pointer, in CSS pixels; `height` is that of the picture. */
  pan(dx: number, dy: number, height: number): void {
    this.stop();
    const { azimuth, elevation, target } = this.pose;
    const metres = 1 / this.pixelsPerMetre(height);
    const [c, s] = [Math.cos(azimuth), Math.sin(azimuth)];
    const deep = dy / Math.sin(elevation);
    target.x -= (c * dx + s * deep) * metres;
    target.z -= (c * deep - s * dx) * metres;
  }

  /**
   * Changes the distance by a factor. The point of the floor under the pointer stays where it is.
   *
   * @param x - of the pointer, -1 to 1 from left to right; default: the middle
   * @param y - of the pointer, -1 to 1 from bottom to top
   */
  zoom(factor: number, x = 0, y = 0): void {
    this.stop();
    this.apply();
    const hit = this.groundAt(x, y, before);
    this.pose.distance = MathUtils.clamp(this.pose.distance * factor, nearest, farthest);
    this.apply();
    if (hit && this.groundAt(x, y, after)) this.pose.target.add(before).sub(after);
  }

  /** Frames a box: the nearest distance from which all its corners are in the picture, in its middle. */
  fit(box: ViewBox, margins: Margins, pose: Pose = this.pose): void {
    if (pose === this.pose) this.stop();
    pose.target.set((box.x0 + box.x1) / 2, 0, (box.z0 + box.z1) / 2);
    axes(pose);
    const { aspect } = this.camera;
    const half = Math.tan(MathUtils.degToRad(lens / 2));
    const high = half * (1 - margins.top - margins.bottom);
    const wide = half * aspect * (1 - margins.left - margins.right);
    // A corner is in view while x ≤ (distance - z) · wide, on both sides: the tightest two of each axis decide.
    let [r, l, t, b] = [-Infinity, -Infinity, -Infinity, -Infinity];
    for (const x of [box.x0, box.x1]) {
      for (const z of [box.z0, box.z1]) {
        for (const y of [-0.5, box.y1]) {
          corner.set(x, y, z).sub(pose.target);
          const [px, py, pz] = [corner.dot(right), corner.dot(up), corner.dot(back)];
          r = Math.max(r, px / wide + pz);
          l = Math.max(l, -px / wide + pz);
          t = Math.max(t, py / high + pz);
          b = Math.max(b, -py / high + pz);
        }
      }
    }
    pose.distance = MathUtils.clamp(Math.max((r + l) / 2, (t + b) / 2), nearest, farthest);
    const across = ((r - l) / 2) * wide + pose.distance * half * aspect * (margins.right - margins.left);
    pose.target.addScaledVector(right, across);
    pose.target.addScaledVector(
      up,
      ((t - b) / 2) * high + pose.distance * half * (margins.top - margins.bottom),
    );
  }

  /**
   * Flies to where a box is in the picture.
   *
   * @param azimuth - radians; default: as now
   * @param elevation - radians; default: as now
   * @param duration - milliseconds; 0 is there at once
   */
  flyTo(
    box: ViewBox,
    margins: Margins,
    { azimuth = this.pose.azimuth, elevation = this.pose.elevation, duration = 0, now = 0 },
  ): void {
    this.stop();
    const to = duration > 0 ? this.#to : this.pose;
    copy(this.#from, this.pose);
    // The short way round.
    const turns = Math.round((this.pose.azimuth - azimuth) / (2 * Math.PI));
    to.azimuth = azimuth + turns * 2 * Math.PI;
    to.elevation = MathUtils.clamp(elevation, lowest, highest);
    this.fit(box, margins, to);
    this.#start = now;
    this.#duration = duration;
  }

  /** Ends a flight where it is. */
  stop(): void {
    this.#duration = 0;
  }

  /** Goes on with a flight. */
  step(now: number): void {
    if (this.#duration === 0) return;
    const t = MathUtils.clamp((now - this.#start) / this.#duration, 0, 1);
    // Close to the curve .2,0,0,1 of the language of motion: off at once, and a soft landing.
    const done = 1 - (1 - t) ** 4;
    const [from, to] = [this.#from, this.#to];
    this.pose.azimuth = MathUtils.lerp(from.azimuth, to.azimuth, done);
    this.pose.elevation = MathUtils.lerp(from.elevation, to.elevation, done);
    this.pose.distance = from.distance * (to.distance / from.distance) ** done;
    this.pose.target.lerpVectors(from.target, to.target, done);
    if (t === 1) this.#duration = 0;
  }

  /** Sets the camera to the pose. */
  apply(): void {
    const { camera, pose } = this;
    axes(pose);
    camera.position.copy(pose.target).addScaledVector(back, pose.distance);
    camera.up.set(0, 1, 0);
    camera.lookAt(pose.target);
    camera.updateMatrixWorld();
  }

  /** Clips tightly around a site with this radius: the long lens stands far away, and depth would run out of bits. */
  clip(radius: number): void {
    const { camera, pose } = this;
    const reach = radius + pose.target.length();
    camera.near = Math.max(1, pose.distance - reach);
    camera.far = pose.distance + reach;
    camera.updateProjectionMatrix();
  }

  /** CSS pixels of a metre in the middle of the picture. */
  pixelsPerMetre(height: number): number {
    return height / (2 * this.pose.distance * Math.tan(MathUtils.degToRad(lens / 2)));
  }

  /** The point of the floor at a place of the picture (-1 to 1); `undefined` above the horizon. */
  groundAt(x: number, y: number, out: Vector3): Vector3 | undefined {
    const { position } = this.camera;
    out.set(x, y, 0.5).unproject(this.camera).sub(position);
    if (out.y >= 0) return undefined;
    return out.multiplyScalar(-position.y / out.y).add(position);
  }
}

function axes({ azimuth, elevation }: Pose): void {
  const [ce, se, ca, sa] = [Math.cos(elevation), Math.sin(elevation), Math.cos(azimuth), Math.sin(azimuth)];
  back.set(sa * ce, se, ca * ce);
  right.set(ca, 0, -sa);
  up.crossVectors(back, right);
}

function copy(into: Pose, { azimuth, elevation, distance, target }: Pose): void {
  into.azimuth = azimuth;
  into.elevation = elevation;
  into.distance = distance;
  into.target.copy(target);
}
