// What a board loads when there are alarms to tell.
import type { Twin } from '@twinfloor/core';
import { alarmsOf } from '@twinfloor/core/alarms';
import { alarmNumbers, alarmShapes, paintAlarm } from '../charts/alarm-shapes.js';
import { sayNews } from '../internal/alarm-news.js';
import { alarmSentence } from '../internal/alarm-sentence.js';
import type { Colours } from '../internal/colours.js';
import type { Language } from '../internal/language.js';
import type { BoardCells } from './board-cells.js';

export { alarmsOf };

/** Added to the number of a priority while somebody has to see the alarm. */
const waiting = 8;

/** Reads the alarms of all cells, has those painted that have others now, and says to screen readers what is new. */
export function readAlarms(twin: Twin, cells: BoardCells, language: Language): void {
  const alarms = alarmsOf(twin);
  for (const [index, id] of cells.ids.entries()) {
    const summary = alarms.worst(id);
    const number = summary ? alarmNumbers[summary.priority] : 0;
    cells.setAlarm(index, summary?.unacknowledged ? number + waiting : number);
  }
  sayNews(twin, alarms.list(), language);
}

/** The alarms of a machine in a sentence; empty without any. */
export function alarmWords(twin: Twin, id: string, language: Language): string {
  const summary = alarmsOf(twin).worst(id);
  return summary ? alarmSentence(summary, language) : '';
}

/**
 * Paints the shape of an alarm: full while somebody has to see it, else an outline.
 *
 * @param alarm - of the cell
 */
export function paintMark(
  context: CanvasRenderingContext2D,
  alarm: number,
  x: number,
  y: number,
  size: number,
  colours: Colours,
): void {
  const priority = (alarm % waiting) as keyof typeof alarmShapes;
  const { outline, figure } = alarmShapes[priority];
  context.save();
  context.translate(x, y);
  context.scale(size / 24, size / 24);
  context.lineJoin = 'round';
  // A rim keeps it apart from a cell that a fault fills.
  context.strokeStyle = context.fillStyle = colours.of('surface');
  context.lineWidth = 6;
  const shape = new Path2D(outline);
  context.stroke(shape);
  context.fill(shape);
  if (alarm < waiting) {
    context.strokeStyle = colours.of('text-primary');
    context.lineWidth = 2;
    context.stroke(shape);
    context.lineWidth = 2.2;
    context.stroke(new Path2D(figure));
  }
  context.restore();
  if (alarm > waiting) paintAlarm(context, priority, x, y, size, colours);
}
