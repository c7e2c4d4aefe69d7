import type { Axis } from './lathe.js';
import type { MeshBuilder } from './mesh-builder.js';
import { triangulate } from './triangulate.js';

/** A point of an outline. */
export type OutlinePoint = readonly [number, number];

/** Writes a point of the outline and one along the depth as x, y, z. */
const placed = {
  x: (u: number, v: number, along: number) => [along, v, u],
  y: (u: number, v: number, along: number) => [u, along, v],
  z: (u: number, v: number, along: number) => [u, v, along],
} as const;

/**
 * Extrudes an outline along an axis, with broken edges at both ends. Points are x, y for the axis z; z, y for x;
 * x, z for y. The body is in the middle of its depth, but for y, where it stands on y.
 */
export function addPrism(
  mesh: MeshBuilder,
  outline: readonly OutlinePoint[],
  depth: number,
  [x, y, z]: readonly [number, number, number],
  axis: Axis,
  bevel: number,
): void {
  const width = mesh.fine ? Math.min(bevel, depth * 0.3) : 0;
  const count = outline.length;
  const lift = axis === 'y' ? depth / 2 : 0;
  const points = area(outline) > 0 ? outline : [...outline].reverse();
  const next = (i: number) => (i + 1) % count;
  const toSpace = placed[axis];
  const put = (
    [u, v]: OutlinePoint,
    along: number,
    nu: number,
    nv: number,
    nt: number,
    edge: number,
  ): number => {
    const at = toSpace(u, v, along);
    const out = toSpace(nu, nv, nt);
    return mesh.vertex(x + at[0], y + at[1] + lift, z + at[2], out[0], out[1], out[2], edge);
  };
  const sides = points.map(([ax, ay], i) => {
    const [bx, by] = points[next(i)];
    const length = Math.hypot(bx - ax, by - ay) || 1;
    return [(by - ay) / length, (ax - bx) / length];
  });
  const inset = points.map(([u, v], i): OutlinePoint => {
    const [a, c] = [sides[(i + count - 1) % count], sides[i]];
    const k = width / (1 + a[0] * c[0] + a[1] * c[1]);
    return [u - (a[0] + c[0]) * k, v - (a[1] + c[1]) * k];
  });
  const faces = triangulate(inset);
  for (const end of [-1, 1]) {
    const [rim, tip] = [end * (depth / 2 - width), (end * depth) / 2];
    const onFloor = axis === 'y' && end < 0 && y < 0.02;
    const cap = inset.map((point) => put(point, tip, 0, 0, end, 0));
    if (!onFloor) for (const [a, b, c] of faces) mesh.triangle(cap[a], cap[b], cap[c]);
    if (width === 0) continue;
    points.forEach((point, i) => {
      const [u, v] = sides[i];
      const [a, b] = [put(point, rim, u, v, 0, 1), put(points[next(i)], rim, u, v, 0, 1)];
      mesh.quad(a, b, put(inset[next(i)], tip, 0, 0, end, 1), put(inset[i], tip, 0, 0, end, 1));
    });
  }
  const reach = depth / 2 - width;
  points.forEach((point, i) => {
    const [u, v] = sides[i];
    const other = points[next(i)];
    const [a, b] = [put(point, -reach, u, v, 0, 0), put(other, -reach, u, v, 0, 0)];
    mesh.quad(a, b, put(other, reach, u, v, 0, 0), put(point, reach, u, v, 0, 0));
  });
}

/** Twice the area, positive when the points run counter-clockwise. */
function area(points: readonly OutlinePoint[]): number {
  return points.reduce((sum, [ax, ay], i) => {
    const [bx, by] = points[(i + 1) % points.length];
    return sum + ax * by - bx * ay;
  }, 0);
}
