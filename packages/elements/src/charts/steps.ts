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
  for (const isOver of [false, true]) {
    const shown = steps.filter(({ value }) => value !== undefined && value > (limit ?? Infinity) === isOver);
    const colour = isOver ? colours.limit : colours.ink;
    context.fillStyle = colour;
    context.globalAlpha = isOver ? 0.3 : 0.1;
    for (const step of shown) {
      const { x, width } = place(step, axis, left);
      const y = values.y(step.value ?? 0);
      context.fillRect(x, Math.min(y, zero), width, Math.abs(zero - y));
    }
    context.globalAlpha = 1;
    context.strokeStyle = colour;
    context.lineWidth = isOver ? 2.5 : 1.75;
    context.beginPath();
    for (const step of shown) {
      const { x, width } = place(step, axis, left);
      const y = values.y(step.value ?? 0);
      context.moveTo(x, y);
      context.lineTo(x + width, y);
    }
    context.stroke();
  }
}

function place({ from, to }: Step, axis: TimeAxis, left: number): { x: number; width: number } {
  const start = Math.max(0, axis.x(from));
  const end = Math.min(axis.width, axis.x(to));
  const room = end - start > 4 ? gap : 0;
  return { x: left + start + room, width: Math.max(0.75, end - start - 2 * room) };
}
