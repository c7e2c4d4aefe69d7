import { Quaternion, Vector3 } from 'three';
import type { MeshBuilder, Triple } from './mesh-builder.js';

/** A round pipe through points, mitred at the bends. Four faces when coarse. */
export function addPipe(
  mesh: MeshBuilder,
  points: readonly Triple[],
  radius: number,
  segments: number,
): void {
  const count = mesh.fine ? segments : 4;
  const path = points.map((point) => new Vector3(...point));
  const rings: { at: Vector3; out: Vector3 }[][] = [];
  let across: Vector3 | undefined;
  path.forEach((point, i) => {
    const before =
      i > 0
        ? point
            .clone()
            .sub(path[i - 1])
            .normalize()
        : undefined;
    const after = i < path.length - 1 ? path[i + 1].clone().sub(point).normalize() : undefined;
    const along = (before ?? after)!;
    const plane = before && after ? before.clone().add(after).normalize() : along;
    across ??= new Vector3(along.y, along.z, along.x).cross(along).normalize();
    rings.push(mitre(point, along, plane, across, radius, count));
    if (before && after)
      across = across.clone().applyQuaternion(new Quaternion().setFromUnitVectors(before, after));
  });
  for (let i = 1; i < rings.length; i++) {
    const [a, b] = [rings[i - 1], rings[i]].map((ring) =>
      ring.map(({ at, out }) => mesh.vertex(at.x, at.y, at.z, out.x, out.y, out.z)),
    );
    for (let j = 0; j < count; j++) mesh.quad(a[j], a[j + 1], b[j + 1], b[j]);
  }
}

/** The ring of a straight piece, slid onto the plane of the bend, so that the bore keeps its width. */
function mitre(
  point: Vector3,
  along: Vector3,
  plane: Vector3,
  across: Vector3,
  radius: number,
  count: number,
): { at: Vector3; out: Vector3 }[] {
  const third = along.clone().cross(across).normalize();
  return Array.from({ length: count + 1 }, (_, j) => {
    const angle = (2 * Math.PI * j) / count;
    const out = across.clone().multiplyScalar(Math.cos(angle)).addScaledVector(third, Math.sin(angle));
    const offset = out.clone().multiplyScalar(radius);
    const slide = -offset.dot(plane) / along.dot(plane);
    return { at: point.clone().add(offset).addScaledVector(along, slide), out };
  });
}
