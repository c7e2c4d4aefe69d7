import { Matrix4, Vector3 } from 'three';
import { addBox } from './box.js';
import { addLathe, type Axis, barProfile, type ProfilePoint } from './lathe.js';
import { MeshBuilder, type Triple } from './mesh-builder.js';
import type { Motion, MotionTable } from './motion-table.js';
import { addPipe } from './pipe.js';
import { addPrism, type OutlinePoint } from './prism.js';
import type { Role } from './roles.js';

/** A model: builds a machine of the solids of a kit. */
export type Model = (kit: Kit) => void;

const point = new Vector3();
const direction = new Vector3();

/**
 * The kit that models are built with. Metres; y is up and the floor is y = 0; the operator stands at +z and looks at the
 * front. Boxes and bars are placed by the middle of their foot (x, z) and the height of their foot (y).
 */
export class Kit {
  /** What has been built so far. */
  readonly mesh = new MeshBuilder();
  /** The foot of the lowest lamp of the stack light, if the machine has one. */
  lamp: Triple | undefined;
  /** Takes the movements of the parts. */
  motions: MotionTable;

  constructor(motions: MotionTable) {
    this.motions = motions;
  }

  /** Builds what `make` makes at x, y, z, turned by `angle` radians about y. */
  at(x: number, y: number, z: number, angle: number, make: () => void): void {
    this.#under(new Matrix4().makeRotationY(angle).setPosition(x, y, z), make);
  }

  /** Tilts what `make` makes about the x axis, then about the z axis, both through x, y, z, in radians. */
  tilt(x: number, y: number, z: number, aboutX: number, aboutZ: number, make: () => void): void {
    const tilted = new Matrix4().makeRotationZ(aboutZ).multiply(new Matrix4().makeRotationX(aboutX));
    this.#under(tilted.setPosition(x, y, z), make);
  }

  /** Calls `make` so many times, with the number of the call and the same counted from the middle. */
  repeat(times: number, make: (index: number, fromMiddle: number) => void): void {
    for (let i = 0; i < times; i++) make(i, i - (times - 1) / 2);
  }

  /** Calls `make` with -1 and with 1. */
  bothSides(make: (side: number) => void): void {
    make(-1);
    make(1);
  }

  /** Parts too small to be seen from afar; the coarse version does without. */
  small(make: () => void): void {
    if (this.mesh.fine) make();
  }

  /** What `make` makes moves while the machine runs. Movements nest, up to four: a hand moves with its arm. */
  move(motion: Motion, make: () => void): void {
    const { mesh } = this;
    const parent = mesh.mover;
    point.fromArray(motion.pivot ?? [0, 0, 0]).applyMatrix4(mesh.transform);
    direction.fromArray(motion.turn ?? motion.slide!).transformDirection(mesh.transform);
    mesh.mover = this.motions.add(motion, point, direction, parent);
    make();
    mesh.mover = parent;
  }

  /** A box with broken edges. Its foot is left out where it stands on the floor, or if it is `open`. */
  box(
    role: Role,
    width: number,
    height: number,
    depth: number,
    x: number,
    y: number,
    z: number,
    { bevel = 0.05, open = y < 0.02 }: { bevel?: number; open?: boolean } = {},
  ): void {
    this.mesh.begin(role);
    addBox(this.mesh, [width, height, depth], [x, y + height / 2, z], bevel, open);
  }

  /** A round bar from its foot along an axis; `top` is its other radius, `n` the number of its faces. */
  bar(
    role: Role,
    radius: number,
    height: number,
    x: number,
    y: number,
    z: number,
    options: { top?: number; n?: number; axis?: Axis; bevel?: number; foot?: boolean } = {},
  ): void {
    const { top = radius, n = 16, axis = 'y', bevel = 0.04, foot = axis !== 'y' } = options;
    this.lathe(role, barProfile(this.mesh, radius, top, height, bevel, foot), x, y, z, { n, axis });
  }

  /** Turns a profile about an axis. */
  lathe(
    role: Role,
    profile: readonly ProfilePoint[],
    x: number,
    y: number,
    z: number,
    { n = 16, axis = 'y' }: { n?: number; axis?: Axis } = {},
  ): void {
    this.mesh.begin(role);
    addLathe(this.mesh, profile, [x, y, z], n, axis);
  }

  /** Extrudes an outline along an axis. */
  prism(
    role: Role,
    outline: readonly OutlinePoint[],
    depth: number,
    x: number,
    y: number,
    z: number,
    { axis = 'z', bevel = 0.04 }: { axis?: Axis; bevel?: number } = {},
  ): void {
    this.mesh.begin(role);
    addPrism(this.mesh, outline, depth, [x, y, z], axis, bevel);
  }

  /** A round pipe through points. */
  pipe(role: Role, points: readonly Triple[], radius: number, n = 8): void {
    this.mesh.begin(role);
    addPipe(this.mesh, points, radius, n);
  }

  /** A flat inlay in the floor, facing up. */
  plate(role: Role, width: number, depth: number, x: number, y: number, z: number): void {
    const { mesh } = this;
    mesh.begin(role);
    const corner = (u: number, v: number) =>
      mesh.vertex(x + (u * width) / 2, y, z + (v * depth) / 2, 0, 1, 0);
    mesh.quad(corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1));
  }

  /** An upright sheet seen from both sides, its middle at x, z, along x. */
  sheet(role: Role, width: number, height: number, x: number, y: number, z: number): void {
    const { mesh } = this;
    mesh.begin(role);
    this.bothSides((side) => {
      const corner = (u: number, v: number) =>
        mesh.vertex(x + (u * width) / 2, y + v * height, z + side * 0.005, 0, 0, side);
      mesh.quad(corner(-1, 0), corner(1, 0), corner(1, 1), corner(-1, 1));
    });
  }

  /** The stack light: four lamps, red on top. 1.6 times life size, so that it reads from across the hall. */
  stackLight(x: number, y: number, z: number): void {
    this.mesh.aside = true;
    this.bar('base', 0.04, 0.3, x, y, z, { n: 6, bevel: 0 });
    (['lampBlue', 'lampGreen', 'lampAmber', 'lampRed'] as const).forEach((lamp, i) => {
      const foot = y + 0.3 + i * lampPitch;
      this.lathe(
        lamp,
        [
          [0.1, 0],
          [0.1, 0.15],
        ],
        x,
        foot,
        z,
        { n: 10 },
      );
    });
    this.bar('base', 0.105, 0.05, x, y + 0.95, z, { n: 10, bevel: 0 });
    this.mesh.aside = false;
    this.lamp = [x, y + 0.3, z];
  }

  #under(matrix: Matrix4, make: () => void): void {
    const outer = this.mesh.transform;
    this.mesh.transform = outer.clone().multiply(matrix);
    make();
    this.mesh.transform = outer;
  }
}

/** Metres from one lamp of a stack light to the next. */
export const lampPitch = 0.165;
