import { Matrix4, Vector3 } from 'three';
import { type Role, roleNumber } from './roles.js';

/** Three numbers: a point or a direction, x to the right, y up, z towards the operator. */
export type Triple = readonly [number, number, number];

/** One solid of a model: which box it fills. */
export interface Part {
  /** Smallest x, y, z, largest x, y, z, in metres. */
  readonly box: number[];
  /** Whether it belongs to the fine version. */
  readonly fine: boolean;
  /** Whether it does not count to the size of the machine, as the stack light. */
  readonly aside: boolean;
}

const point = new Vector3();
const direction = new Vector3();
const side = new Vector3();

/**
 * Collects vertices and triangles of solids. Each vertex carries a role, the light that reaches it, the row of its
 * movement, and whether it lies on a broken edge.
 */
export class MeshBuilder {
  /** False while the coarse version is built: no bevels, half the segments, no small parts. */
  fine = true;
  /** The row of the motion table that the next solids move by; 0 is none. */
  mover = 0;
  /** Whether the next solids do not count to the size of the machine. */
  aside = false;
  /** Where the next solids stand. */
  transform = new Matrix4();
  readonly positions: number[] = [];
  /** Four numbers a vertex, the last one 0, so that they fill a word as bytes. */
  readonly normals: number[] = [];
  /** Four numbers a vertex: role, light 0 to 255, mover, edge 0 or 1. */
  readonly data: number[] = [];
  /** The part of each vertex. */
  readonly owners: number[] = [];
  readonly indices: number[] = [];
  readonly parts: Part[] = [];
  #role = 0;

  /** Begins a solid. */
  begin(role: Role): void {
    this.#role = roleNumber[role];
    const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
    this.parts.push({ box, fine: this.fine, aside: this.aside });
  }

  /** Adds a vertex of the solid begun last and returns its number. */
  vertex(x: number, y: number, z: number, nx: number, ny: number, nz: number, edge = 0): number {
    point.set(x, y, z).applyMatrix4(this.transform);
    direction.set(nx, ny, nz).transformDirection(this.transform);
    this.positions.push(point.x, point.y, point.z);
    this.normals.push(direction.x, direction.y, direction.z, 0);
    this.data.push(this.#role, 255, this.mover, edge);
    const { box } = this.parts[this.parts.length - 1];
    for (let c = 0; c < 3; c++) {
      const value = point.getComponent(c);
      box[c] = Math.min(box[c], value);
      box[c + 3] = Math.max(box[c + 3], value);
    }
    return this.owners.push(this.parts.length - 1) - 1;
  }

  /** Adds a triangle. Its winding follows the normals, so that no solid has to care. */
  triangle(a: number, b: number, c: number): void {
    const { positions, normals } = this;
    direction.fromArray(positions, a * 3);
    point.fromArray(positions, b * 3).sub(direction);
    side.fromArray(positions, c * 3).sub(direction);
    point.cross(side);
    const along = (axis: number) => normals[a * 4 + axis] + normals[b * 4 + axis] + normals[c * 4 + axis];
    const facing = point.x * along(0) + point.y * along(1) + point.z * along(2);
    if (facing < 0) this.indices.push(a, c, b);
    else this.indices.push(a, b, c);
  }

  /** Adds a quad of four vertices in a row around it. */
  quad(a: number, b: number, c: number, d: number): void {
    this.triangle(a, b, c);
    this.triangle(a, c, d);
  }

  /** The box of all parts that count: smallest x, 0, z, largest x, y, z. */
  bounds(): number[] {
    const all = [Infinity, 0, Infinity, -Infinity, 0, -Infinity];
    for (const { box, aside } of this.parts) {
      if (aside) continue;
      for (let c = 0; c < 3; c++) {
        all[c] = Math.min(all[c], box[c]);
        all[c + 3] = Math.max(all[c + 3], box[c + 3]);
      }
    }
    return all;
  }
}
