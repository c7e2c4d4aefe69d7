import type { MeshBuilder } from './mesh-builder.js';

/** A point of a profile: radius, height, and 1 where the piece that begins here is a broken edge. */
export type ProfilePoint = readonly [radius: number, height: number, edge?: number];

/** The axis of a solid. */
export type Axis = 'x' | 'y' | 'z';

/** Writes a point of a solid's own axes (two across, one along) as x, y, z. */
const placed = {
  x: (u: number, v: number, along: number) => [along, u, v],
  y: (u: number, v: number, along: number) => [u, along, v],
  z: (u: number, v: number, along: number) => [u, v, along],
} as const;

/** Cosine below which two pieces of a profile meet in an edge: about 40°. */
const edgeCosine = 0.76;

/**
 * Turns a profile about an axis through x, y, z. Pieces of the profile that meet at less than 40° are shaded as one.
 *
 * @param segments - how many flat faces make the round; half of it, but 6 or more, when coarse
 */
export function addLathe(
  mesh: MeshBuilder,
  profile: readonly ProfilePoint[],
  [x, y, z]: readonly [number, number, number],
  segments: number,
  axis: Axis,
): void {
  const count = mesh.fine ? segments : Math.max(6, segments >> 1);
  const slopes = profile.slice(1).map(([radius, height], i) => {
    const across = radius - profile[i][0];
    const along = height - profile[i][1];
    const length = Math.hypot(across, along) || 1;
    return [along / length, -across / length];
  });
  const put = placed[axis];
  const ring = ([radius, height]: ProfilePoint, normal: number[], edge: number): number[] => {
    const length = Math.hypot(normal[0], normal[1]);
    return Array.from({ length: count + 1 }, (_, i) => {
      const angle = (2 * Math.PI * i) / count;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const at = put(radius * c, radius * s, height);
      const out = put((normal[0] / length) * c, (normal[0] / length) * s, normal[1] / length);
      return mesh.vertex(x + at[0], y + at[1], z + at[2], out[0], out[1], out[2], edge);
    });
  };
  slopes.forEach((slope, i) => {
    const [from, to] = [profile[i], profile[i + 1]];
    const edge = from[2] ?? 0;
    const low = ring(from, joined(slopes[i - 1], slope) ?? slope, edge);
    const high = ring(to, joined(slope, slopes[i + 1]) ?? slope, edge);
    for (let j = 0; j < count; j++) {
      if (from[0] > 0) mesh.triangle(low[j], low[j + 1], high[j]);
      if (to[0] > 0) mesh.triangle(low[j + 1], high[j + 1], high[j]);
    }
  });
}

/** The profile of a round bar with broken edges. */
export function barProfile(
  mesh: MeshBuilder,
  radius: number,
  top: number,
  height: number,
  bevel: number,
  foot: boolean,
): ProfilePoint[] {
  const width = mesh.fine ? Math.min(bevel, radius * 0.3, height * 0.3) : 0;
  const profile: ProfilePoint[] = [];
  if (foot) profile.push([0, 0]);
  if (foot && width > 0) profile.push([radius - width, 0, 1]);
  profile.push([radius, foot ? width : 0]);
  if (width > 0) profile.push([top, height - width, 1], [top - width, height]);
  else profile.push([top, height]);
  profile.push([0, height]);
  return profile;
}

function joined(a: number[] | undefined, b: number[] | undefined): number[] | undefined {
  if (!a || !b || a[0] * b[0] + a[1] * b[1] <= edgeCosine) return undefined;
  return [a[0] + b[0], a[1] + b[1]];
}
