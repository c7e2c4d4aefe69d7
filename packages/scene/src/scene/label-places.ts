/** A label that wants to stand over a point of the picture; px. */
export interface LabelWish {
  /** The point it belongs to. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a label stands: its top left corner, px. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
}

/** px between labels, and to the edge of the picture. */
const [between, edge] = [4, 4];

/**
 * Places labels over their points so that none covers another one: as told in order, each as close above its point as there is
 * room, or beside it. One that finds no place is left out.
 *
 * @param wishes - the most important first; `undefined` stays without a place
 */
export function placeLabels(
  wishes: readonly (LabelWish | undefined)[],
  width: number,
  height: number,
): (LabelPlace | undefined)[] {
  const placed: (LabelPlace & { width: number; height: number })[] = [];
  return wishes.map((wish) => {
    if (!wish || wish.width > width - 2 * edge) return undefined;
    for (const { x, y } of candidates(wish)) {
      const place = {
        x: Math.round(Math.min(Math.max(x, edge), width - wish.width - edge)),
        y: Math.round(Math.max(y, edge)),
        width: wish.width,
        height: wish.height,
      };
      if (place.y + wish.height > height - edge || placed.some((other) => meet(other, place))) continue;
      placed.push(place);
      return { x: place.x, y: place.y };
    }
    return undefined;
  });
}

function* candidates({ x, y, width, height }: LabelWish): Generator<LabelPlace> {
  const step = height + between;
  for (let row = 0; row < 4; row++) {
    const top = y - height - row * step;
    yield { x: x - width / 2, y: top };
    yield { x: x - 14, y: top };
    yield { x: x - width + 14, y: top };
  }
}

type Box = LabelWish;

function meet(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width + between &&
    b.x < a.x + a.width + between &&
    a.y < b.y + b.height + between &&
    b.y < a.y + a.height + between
  );
}
