import { Vector3 } from 'three';
import type { MeshBuilder } from './mesh-builder.js';
import { roleNumber } from './roles.js';

/** How far something darkens its surroundings, in metres. */
const reach = 1.1;

const point = new Vector3();
const normal = new Vector3();

/** The 26 directions of the faces, edges and corners of a cube, a little off the axes so that nothing divides by zero. */
const rays = directions();

/**
 * Writes into each vertex how much of the open sky it sees: rays against the boxes around the other parts and
 * against the floor. Boxes, not triangles, because a machine has 20 to 60 parts and 2,000 triangles, and nobody sees
 * the difference.
 */
export function bakeLight(mesh: MeshBuilder): void {
  const { parts, data, owners, positions, normals } = mesh;
  let vertex = 0;
  parts.forEach(({ box: own, fine }, index) => {
    const near = parts
      .filter((other, i) => i !== index && other.fine === fine && touches(other.box, own))
      .map(({ box }) => box);
    const known = new Map<string, number>();
    for (; vertex < owners.length && owners[vertex] === index; vertex++) {
      const role = data[vertex * 4];
      if (role >= roleNumber.strip && role <= roleNumber.lampBlue) continue;
      normal.fromArray(normals, vertex * 4);
      point.fromArray(positions, vertex * 3).addScaledVector(normal, 0.02);
      // Neighbours within 5 cm that face alike get the same light.
      const key = [
        ...point.toArray().map((c) => Math.round(c * 20)),
        ...normal.toArray().map((c) => Math.round(c * 3)),
      ].join();
      let light = known.get(key);
      if (light === undefined) known.set(key, (light = 255 * Math.max(0.25, 1 - 0.95 * lostLight(near))));
      data[vertex * 4 + 1] = Math.round(light);
    }
  });
}

function touches(box: readonly number[], own: readonly number[]): boolean {
  return [0, 1, 2].every((c) => box[c] < own[c + 3] + reach && box[c + 3] > own[c] - reach);
}

/** The share of the light that does not reach `point` with `normal`. */
function lostLight(boxes: readonly number[][]): number {
  let lost = 0;
  let sum = 0;
  for (const [dx, dy, dz] of rays) {
    const cosine = dx * normal.x + dy * normal.y + dz * normal.z;
    if (cosine <= 0.05) continue;
    sum += cosine;
    let free = dy < 0 ? Math.max(0, -point.y / dy) : reach;
    for (const box of boxes) {
      const x0 = (box[0] - point.x) / dx;
      const x1 = (box[3] - point.x) / dx;
      const y0 = (box[1] - point.y) / dy;
      const y1 = (box[4] - point.y) / dy;
      const z0 = (box[2] - point.z) / dz;
      const z1 = (box[5] - point.z) / dz;
      const near = Math.max(0, Math.min(x0, x1), Math.min(y0, y1), Math.min(z0, z1));
      const far = Math.min(Math.max(x0, x1), Math.max(y0, y1), Math.max(z0, z1));
      if (near < far && near < free) free = near;
    }
    if (free < reach) lost += cosine * (1 - free / reach);
  }
  return lost / sum;
}

function directions(): number[][] {
  const all: number[][] = [];
  for (let x = -1; x < 2; x++) {
    for (let y = -1; y < 2; y++) {
      for (let z = -1; z < 2; z++) {
        const length = Math.hypot(x, y, z) * 1.0001;
        if (length > 0) all.push([x / length + 1e-4, y / length + 1e-4, z / length + 1e-4]);
      }
    }
  }
  return all;
}
