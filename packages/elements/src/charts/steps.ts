import type { TimeAxis } from './time-axis.js';
import type { ValueAxis } from './value-axis.js';

/** The value of one window, e.g. the demand of a quarter of an hour. */
export interface Step {
  readonly from: number;
  readonly to: number;
  /** `undefined`: not known, and nothing is drawn. */
  readonly value: number | undefined;
}

/** Colours of steps as CSS text. */
export interface StepColours {
  readonly ink: string;
  readonly limit: string;
}

const gap = 0.6;
/** Under this width in px the steps of neighbours are joined to a stair. */
const stairWidth = 4;
/** Under this width windows are taken together: the highest stands for them, so that no peak is lost. */
const leastWidth = 1;

/**
 * Paints windows as steps over pale bars, those over the limit in the colour of limits and heavier.
 *
 * @param left - px of the left end of the axis
 */
export function paintSteps(
  context: CanvasRenderingContext2D,
  steps: readonly Step[],
  axis: TimeAxis,
  values: ValueAxis,
  limit: number | undefined,
  colours: StepColours,
  left = 0,
): void {
  const zero = values.y(Math.max(0, values.low));
  const drawn = leastSteps(steps, axis);
  for (const isOver of [false, true]) {
    const colour = isOver ? colours.limit : colours.ink;
    const path = new Path2D();
    let end = NaN;
    context.fillStyle = colour;
    context.globalAlpha = isOver ? 0.3 : 0.1;
    let isStair = false;
    for (const step of drawn) {
      const { value } = step;
      if (value === undefined || value > (limit ?? Infinity) !== isOver) continue;
      const { x, width } = place(step, axis, left);
      const y = values.y(value);
      context.fillRect(x, Math.min(y, zero), width, Math.abs(zero - y));
      isStair = width < stairWidth;
      if (isStair && Math.abs(end - x) < 0.01) path.lineTo(x, y);
      else path.moveTo(x, y);
      path.lineTo(x + width, y);
      end = x + width;
    }
    context.globalAlpha = 1;
    context.strokeStyle = colour;
    context.lineWidth = (isOver ? 2.5 : 1.75) - (isStair ? 0.75 : 0);
    context.stroke(path);
  }
}

/** The steps, or fewer that are wide enough to be seen. */
function leastSteps(steps: readonly Step[], axis: TimeAxis): readonly Step[] {
  const [first] = steps;
  if (first === undefined || (first.to - first.from) * axis.scale >= leastWidth) return steps;
  const merged: Step[] = [];
  let from = first.from;
  let highest: number | undefined;
  for (const { to, value } of steps) {
    if (value !== undefined && !(highest !== undefined && highest >= value)) highest = value;
    if ((to - from) * axis.scale < leastWidth) continue;
    merged.push({ from, to, value: highest });
    from = to;
    highest = undefined;
  }
  if (highest !== undefined) merged.push({ from, to: steps[steps.length - 1].to, value: highest });
  return merged;
}

function place({ from, to }: Step, axis: TimeAxis, left: number): { x: number; width: number } {
  const start = Math.max(0, axis.x(from));
  const end = Math.min(axis.width, axis.x(to));
  const room = end - start > stairWidth ? gap : 0;
  return { x: left + start + room, width: Math.max(0.75, end - start - 2 * room) };
}
