const half = 0.75;
/** How far a line runs on beyond a corner, so that the corner is filled. */
const beyond = 0.55;
const stepsOfArc = 8;

type Point = readonly [x: number, y: number];

/**
 * What a line 1.5 wide along a path covers, as the `d` of a path to be filled (rule non-zero), for a `clip-path`: a
 * style sheet has no stroke. It knows what the icons are drawn with: lines, cubic curves and arcs that are half an
 * upright ellipse.
 */
export function iconOutline(path: string): string {
  return strokes(path)
    .flatMap((points) => points.slice(1).map((point, index) => bar(points, index, point)))
    .join('');
}

/** One straight piece of a stroke as a rectangle; all run around the same way, so that they add up. */
function bar(points: readonly Point[], index: number, [x2, y2]: Point): string {
  const [x1, y1] = points[index];
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const isClosed = String(points[0]) === String(points[points.length - 1]);
  const before = isClosed || index > 0 ? beyond : 0;
  const after = isClosed || index < points.length - 2 ? beyond : 0;
  const corners = [
    [x1 - dx * before - dy * half, y1 - dy * before + dx * half],
    [x2 + dx * after - dy * half, y2 + dy * after + dx * half],
    [x2 + dx * after + dy * half, y2 + dy * after - dx * half],
    [x1 - dx * before + dy * half, y1 - dy * before - dx * half],
  ];
  return `M${corners.map((corner) => corner.map((value) => Number(value.toFixed(2))).join(' ')).join('L')}z`;
}

/** The strokes of a path as chains of straight pieces. */
function strokes(path: string): Point[][] {
  const found: Point[][] = [];
  let here: Point = [0, 0];
  for (const [, command, text] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const values = (text.match(/-?(\d*\.\d+|\d+)/g) ?? []).map(Number);
    const isRelative = command >= 'a';
    const kind = command.toLowerCase();
    if (kind === 'z') {
      const stroke = found[found.length - 1];
      stroke.push((here = stroke[0]));
      continue;
    }
    const size = { h: 1, v: 1, c: 6, a: 7 }[kind] ?? 2;
    for (let index = 0; index < values.length; index += size) {
      const [x, y] = isRelative ? here : [0, 0];
      const part = values.slice(index, index + size);
      const [lastX, lastY] = part.slice(-2);
      const end: Point =
        kind === 'h' ? [x + lastX, here[1]] : kind === 'v' ? [here[0], y + lastX] : [x + lastX, y + lastY];
      if (kind === 'm' && index === 0) found.push([end]);
      else found[found.length - 1].push(...between(kind, here, end, part), end);
      here = end;
    }
  }
  return found;
}

/** Points on the way of a curve, without its ends. */
function between(kind: string, [x, y]: Point, [endX, endY]: Point, part: readonly number[]): Point[] {
  if (kind !== 'a' && kind !== 'c') return [];
  return Array.from({ length: stepsOfArc - 1 }, (_, step): Point => {
    const share = (step + 1) / stepsOfArc;
    if (kind === 'a') {
      const angle = share * Math.PI;
      const isOver = (part[4] === 1) === endX > x;
      return [
        (x + endX) / 2 + ((x - endX) / 2) * Math.cos(angle),
        y + (isOver ? -1 : 1) * part[1] * Math.sin(angle),
      ];
    }
    const rest = 1 - share;
    const [first, second, last] = [3 * rest * rest * share, 3 * rest * share * share, share ** 3];
    return [
      x + first * part[0] + second * part[2] + last * (endX - x),
      y + first * part[1] + second * part[3] + last * (endY - y),
    ];
  });
}
