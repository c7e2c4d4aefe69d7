import type { Ink } from '../charts/ink.js';
import type { Crowd } from './crowd.js';
import type { PlanView, SeenMachine } from './plan-view.js';

/** px of a metre below which arrows would be a tangle. */
const leastScale = 6;
const head = 5;

/** An arrow from one machine to another, px. */
interface Arrow {
  readonly from: SeenMachine;
  readonly to: SeenMachine;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Paints the flow of material as arrows, from edge to edge. */
export function paintFlow(
  { context }: Ink,
  { camera, colours, heat }: PlanView,
  seen: readonly SeenMachine[],
): readonly Arrow[] {
  if (camera.scale < leastScale || heat) return [];
  const arrows = arrowsOf(seen);
  context.strokeStyle = context.fillStyle = colours.of('line-strong');
  context.lineWidth = 1.25;
  for (const { x1, y1, x2, y2 } of arrows) {
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length < head) continue;
    const [dx, dy] = [((x2 - x1) / length) * head, ((y2 - y1) / length) * head];
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2 - dx, y2 - dy);
    context.stroke();
    context.beginPath();
    context.moveTo(x2, y2);
    context.lineTo(x2 - dx - dy * 0.6, y2 - dy + dx * 0.6);
    context.lineTo(x2 - dx + dy * 0.6, y2 - dy - dx * 0.6);
    context.fill();
  }
  return arrows;
}

/** Writes how many pieces wait before a machine, on the first arrow that leads to it. */
export function paintBuffers(ink: Ink, view: PlanView, arrows: readonly Arrow[], crowd: Crowd): void {
  const { twin, colours, language } = view;
  const now = twin.clock.now();
  const told = new Set<string>();
  ink.face(11);
  for (const { to, x1, y1, x2, y2 } of arrows) {
    if (told.has(to.id)) continue;
    told.add(to.id);
    const count = twin.seriesOf(to.id, 'bufferCount', 'number')?.at(now)?.value;
    if (count === undefined) continue;
    const text = language.formats.number(count);
    const width = Math.max(16, ink.width(text) + 8);
    const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
    if (!crowd.take({ x: x - width / 2, y: y - 8, width, height: 16 })) continue;
    const { context } = ink;
    context.beginPath();
    context.roundRect(x - width / 2, y - 8, width, 16, 2);
    context.fillStyle = colours.of('surface-raised');
    context.fill();
    context.strokeStyle = colours.of('line-strong');
    context.lineWidth = 1;
    context.stroke();
    ink.text(text, x, y + 4, colours.of('text-primary'), 'center');
  }
}

function arrowsOf(seen: readonly SeenMachine[]): Arrow[] {
  const byId = new Map(seen.map((one) => [one.id, one]));
  const arrows: Arrow[] = [];
  for (const from of seen) {
    for (const id of from.machine.equipment.feeds ?? []) {
      const to = byId.get(id);
      if (!to) continue;
      const [start, end] = [edge(from, to), edge(to, from)];
      arrows.push({ from, to, x1: start.x, y1: start.y, x2: end.x, y2: end.y });
    }
  }
  return arrows;
}

/** Where the way from the middle of one machine to another leaves it. */
function edge({ x, y, reachX, reachY }: SeenMachine, to: SeenMachine): { x: number; y: number } {
  const [dx, dy] = [to.x - x, to.y - y];
  const share = Math.min((reachX + 5) / Math.abs(dx), (reachY + 5) / Math.abs(dy), 0.5);
  return { x: x + dx * share, y: y + dy * share };
}
