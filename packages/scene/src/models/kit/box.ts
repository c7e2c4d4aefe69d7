import type { MeshBuilder } from './mesh-builder.js';

/**
 * A box with broken edges. A bevel has vertices of its own, so that a theme can lighten it, but the normals of the
 * faces it joins: with one segment it looks round. 44 triangles, 30 without the foot, 10 or 12 when coarse.
 *
 * @param size - width, height, depth in metres
 * @param middle - the middle of the box
 * @param bevel - metres; narrower on thin boxes, none in the coarse version
 * @param open - whether the foot is left out because nobody sees it
 */
export function addBox(
  mesh: MeshBuilder,
  size: readonly number[],
  middle: readonly number[],
  bevel: number,
  open: boolean,
): void {
  const width = mesh.fine ? Math.min(bevel, Math.min(...size) * 0.28) : 0;
  const seen = new Map<number, number>();
  const vertex = (signs: readonly number[], axis: number, edge: number): number => {
    const key = (edge << 5) | (axis << 3) | bits(signs);
    let found = seen.get(key);
    if (found === undefined) {
      const at = signs.map((sign, c) => {
        const inset = c === axis || (open && c === 1 && sign < 0) ? 0 : width;
        return middle[c] + sign * (size[c] / 2 - inset);
      });
      const normal = [0, 0, 0];
      normal[axis] = signs[axis];
      found = mesh.vertex(at[0], at[1], at[2], normal[0], normal[1], normal[2], edge);
      seen.set(key, found);
    }
    return found;
  };
  const hidden = (sign: number) => open && sign < 0;
  for (let axis = 0; axis < 3; axis++) {
    const second = (axis + 1) % 3;
    const third = (axis + 2) % 3;
    const corner = (along: number, b: number, c: number): number[] => {
      const signs = [0, 0, 0];
      signs[axis] = along;
      signs[second] = b;
      signs[third] = c;
      return signs;
    };
    for (const b of [-1, 1]) {
      if (!(axis === 1 && hidden(b))) {
        const around = [corner(b, -1, -1), corner(b, 1, -1), corner(b, 1, 1), corner(b, -1, 1)];
        const [p, q, r, s] = around.map((signs) => vertex(signs, axis, 0));
        mesh.quad(p, q, r, s);
      }
      if (width === 0) continue;
      for (const c of [-1, 1]) {
        if ((second === 1 && hidden(b)) || (third === 1 && hidden(c))) continue;
        const [from, to] = [corner(-1, b, c), corner(1, b, c)];
        mesh.quad(
          vertex(from, second, 1),
          vertex(from, third, 1),
          vertex(to, third, 1),
          vertex(to, second, 1),
        );
      }
    }
  }
  if (width === 0) return;
  for (let i = 0; i < 8; i++) {
    const signs = [i & 1 ? 1 : -1, i & 2 ? 1 : -1, i & 4 ? 1 : -1];
    if (!hidden(signs[1])) mesh.triangle(vertex(signs, 0, 1), vertex(signs, 1, 1), vertex(signs, 2, 1));
  }
}

function bits(signs: readonly number[]): number {
  return (signs[0] > 0 ? 4 : 0) | (signs[1] > 0 ? 2 : 0) | (signs[2] > 0 ? 1 : 0);
}
