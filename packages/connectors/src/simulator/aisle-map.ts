import type { FloorAisle } from '@twinfloor/core';

/** A place on a floor, in metres. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Way {
  readonly from: Point;
  readonly to: Point;
}

/** The ways of a floor: tells how to get from one place to another along the middle of its aisles. */
export class AisleMap {
  readonly #nodes: Point[] = [];
  readonly #ways: readonly Way[];

  constructor(aisles: readonly FloorAisle[]) {
    this.#ways = aisles.flatMap(({ points }) =>
      points.slice(1).map(([x, y], index) => ({
        from: { x: points[index][0], y: points[index][1] },
        to: { x, y },
      })),
    );
    for (const way of this.#ways) {
      this.#add(way.from);
      this.#add(way.to);
      for (const other of this.#ways) {
        const crossing = other === way ? undefined : crossingOf(way, other);
        if (crossing) this.#add(crossing);
      }
    }
  }

  /** The way from one place to another: along the aisles, from the point of them that is nearest to each. */
  route(from: Point, to: Point): readonly Point[] {
    if (this.#ways.length === 0) return [from, to];
    const start = this.#nearest(from);
    const end = this.#nearest(to);
    const path = start.way === end.way ? [] : this.#between(start, end);
    return [from, start.point, ...path, end.point].filter(
      (point, index, all) => index === 0 || distance(point, all[index - 1]) > 0.05,
    );
  }

  /** The place on the aisles that is nearest to a place. */
  stop(place: Point): Point {
    return this.#ways.length === 0 ? place : this.#nearest(place).point;
  }

  #add(point: Point): void {
    if (!this.#nodes.some((node) => distance(node, point) < 0.05)) this.#nodes.push(point);
  }

  #nearest(place: Point): { readonly point: Point; readonly way: Way } {
    const all = this.#ways.map((way) => ({ way, point: nearestOn(way, place) }));
    return all.reduce((best, one) => (distance(one.point, place) < distance(best.point, place) ? one : best));
  }

  /** Dijkstra over the few corners of a floor. */
  #between(
    start: { readonly point: Point; readonly way: Way },
    end: { readonly point: Point; readonly way: Way },
  ): Point[] {
    const nodes = this.#nodes;
    const length = nodes.map((node) => (isOn(start.way, node) ? distance(node, start.point) : Infinity));
    const before = nodes.map(() => -1);
    const isDone = nodes.map(() => false);
    for (;;) {
      let next = -1;
      for (const [index, done] of isDone.entries()) {
        if (!done && length[index] < (length[next] ?? Infinity)) next = index;
      }
      if (next < 0) break;
      isDone[next] = true;
      for (const [index, node] of nodes.entries()) {
        if (!this.#ways.some((way) => isOn(way, node) && isOn(way, nodes[next]))) continue;
        const through = length[next] + distance(node, nodes[next]);
        if (through >= length[index]) continue;
        length[index] = through;
        before[index] = next;
      }
    }
    let best = -1;
    let shortest = Infinity;
    for (const [index, node] of nodes.entries()) {
      const whole = isOn(end.way, node) ? length[index] + distance(node, end.point) : Infinity;
      if (whole < shortest) [shortest, best] = [whole, index];
    }
    const path: Point[] = [];
    for (let node = best; node >= 0; node = before[node]) path.unshift(nodes[node]);
    return path;
  }
}

/** Metres between two places. */
export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function nearestOn({ from, to }: Way, { x, y }: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / squared;
  const part = Math.min(Math.max(share, 0), 1);
  return { x: from.x + part * dx, y: from.y + part * dy };
}

function isOn(way: Way, point: Point): boolean {
  return distance(nearestOn(way, point), point) < 0.05;
}

function crossingOf(a: Way, b: Way): Point | undefined {
  const [ax, ay] = [a.to.x - a.from.x, a.to.y - a.from.y];
  const [bx, by] = [b.to.x - b.from.x, b.to.y - b.from.y];
  const cross = ax * by - ay * bx;
  if (cross === 0) return undefined;
  const share = ((b.from.x - a.from.x) * by - (b.from.y - a.from.y) * bx) / cross;
  const point = { x: a.from.x + share * ax, y: a.from.y + share * ay };
  return isOn(a, point) && isOn(b, point) ? point : undefined;
}
