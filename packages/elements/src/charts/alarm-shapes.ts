import type { Condition } from '@twinfloor/core';
import type { Colours } from '../internal/colours.js';

/** How urgent an alarm is: 1 is the most urgent. */
export type AlarmPriority = 1 | 2 | 3 | 4;

/** Outline and figure of each priority on a grid of 24. The outlines are used for nothing else. */
export const alarmShapes: Readonly<
  Record<AlarmPriority, { readonly outline: string; readonly figure: string }>
> = {
  1: { outline: 'M12 1 23 12 12 23 1 12z', figure: 'M10.2 9.6 12.6 8v8.4' },
  2: {
    outline: 'M12 1.8 23 21H1z',
    figure: 'M9.6 12.7c.1-1.4 1.1-2.2 2.5-2.2s2.4.8 2.4 2.1c0 2.3-4.9 3.5-4.9 6.3h5.1',
  },
  3: {
    outline: 'M1 3h22L12 22.2z',
    figure: 'M9.7 6h4.6l-2.5 3c1.6 0 2.8.9 2.8 2.4s-1.1 2.5-2.7 2.5c-1.3 0-2.1-.6-2.5-1.4',
  },
  4: { outline: 'M7.5 5.5h9a6.5 6.5 0 0 1 0 13h-9a6.5 6.5 0 0 1 0-13z', figure: 'M13.4 16.6V8l-4.3 6h6.2' },
};

/** The number that stands in the shape of a priority, by its word. */
export const alarmNumbers = { critical: 1, high: 2, medium: 3, low: 4 } as const;

const words: Readonly<Record<string, AlarmPriority>> = {
  ...alarmNumbers,
  urgent: 1,
};

/**
 * How urgent a condition is, from its severity: a priority from 1 to 4, a word (critical, urgent, high, medium, low), or
 * the 5 to 1000 of OPC UA, of which above 800 is 1, above 600 is 2, above 300 is 3. Without a severity that is
 * understood, a fault is 2 and a warning 3.
 *
 * @see OPC 10000-9 v1.05 §5.5.2.2 for the range 1 to 1000
 */
export function alarmPriority({ severity = '', level }: Condition): AlarmPriority {
  const number = Number(severity || NaN);
  if (number === 1 || number === 2 || number === 3 || number === 4) return number;
  if (number > 4) return number > 800 ? 1 : number > 600 ? 2 : number > 300 ? 3 : 4;
  return words[severity.trim().toLowerCase()] ?? (level === 'fault' ? 2 : 3);
}

/**
 * Paints the shape of a priority with its number.
 *
 * @param x - px of its left end
 * @param y - px of its upper end
 * @param size - px, 12 or more
 */
export function paintAlarm(
  context: CanvasRenderingContext2D,
  priority: AlarmPriority,
  x: number,
  y: number,
  size: number,
  colours: Colours,
): void {
  const { outline, figure } = alarmShapes[priority];
  context.save();
  context.translate(x, y);
  context.scale(size / 24, size / 24);
  context.lineJoin = 'round';
  const shape = new Path2D(outline);
  context.fillStyle = colours.of(`alarm-${priority}`);
  context.fill(shape);
  // Yellow on white needs an edge to be seen; the edge is 1.3 px at every size, less where the shape is small.
  context.strokeStyle = colours.of('alarm-edge');
  context.lineWidth = (Math.min(1.3, size / 14) * 24) / size;
  context.stroke(shape);
  context.strokeStyle = colours.of(`alarm-on-${priority}`);
  context.lineWidth = 2.2;
  context.stroke(new Path2D(figure));
  context.restore();
}
