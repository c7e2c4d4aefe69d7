import { stateCode } from '@twinfloor/core';
import { StateForms, type StatePalette } from '../charts/state-forms.js';
import type { StateSummary } from './summary-figures.js';

/** Width in px under which a pattern is not to be told from another. */
const leastPattern = 5;
const gap = 1;
let forms: StateForms | undefined;

/** Paints the shares of the states as one stacked bar: the fills of the timeline, all at one height. */
export function paintShares(
  context: CanvasRenderingContext2D,
  { rows, total }: StateSummary,
  palette: StatePalette,
  width: number,
  height: number,
  ratio: number,
): void {
  if (forms?.palette !== palette || forms.height !== height || forms.ratio !== ratio)
    forms = new StateForms(palette, height, ratio);
  forms.anchor(0);
  let passed = 0;
  for (const { state, time } of rows) {
    const left = Math.round((passed / total) * width);
    passed += time;
    // What took time is seen, however little it was; the next one covers what that takes of its room.
    const across = Math.max(Math.round((passed / total) * width) - left - gap, 1);
    const code = stateCode[state];
    const isOutline = across >= leastPattern && (state === 'idle' || state === 'unknown');
    context.fillStyle = across < leastPattern ? palette.marks[code] : forms.fills[code];
    if (!isOutline || state === 'unknown') context.fillRect(left, 0, across, height);
    if (isOutline) {
      context.strokeStyle = palette.marks[code];
      context.lineWidth = 1.2;
      context.setLineDash(state === 'unknown' ? [3, 2.4] : []);
      context.strokeRect(left + 0.6, 0.6, across - 1.2, height - 1.2);
    }
    if (state === 'blocked' && across >= 8) {
      context.fillStyle = palette.surface;
      context.fillRect(left + 2, height * 0.44, across - 4, height * 0.12);
    }
  }
  context.setLineDash([]);
}
