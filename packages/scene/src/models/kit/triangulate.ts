/** Cuts a simple outline, counter-clockwise, into triangles by clipping ears; meant for the short outlines of prisms. */
export function triangulate(points: readonly (readonly [number, number])[]): number[][] {
  const ring = points.map((_, i) => i);
  const triangles: number[][] = [];
  const cross = (a: number, b: number, c: number) =>
    (points[b][0] - points[a][0]) * (points[c][1] - points[a][1]) -
    (points[b][1] - points[a][1]) * (points[c][0] - points[a][0]);
  const isEar = (a: number, b: number, c: number) =>
    cross(a, b, c) > 0 &&
    !ring.some(
      (o) =>
        o !== a && o !== b && o !== c && cross(a, b, o) >= 0 && cross(b, c, o) >= 0 && cross(c, a, o) >= 0,
    );
  while (ring.length > 3) {
    const at = ring.findIndex((b, i) => isEar(ring.at(i - 1)!, b, ring[(i + 1) % ring.length]));
    // A ring without an ear crosses itself: what is left is not drawn, rather than drawn for ever.
    if (at < 0) return triangles;
    triangles.push([ring.at(at - 1)!, ring[at], ring[(at + 1) % ring.length]]);
    ring.splice(at, 1);
  }
  return [...triangles, ring];
}
