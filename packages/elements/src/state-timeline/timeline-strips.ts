import { html, nothing, type TemplateResult } from 'lit';
import type { TimeAxis } from '../charts/time-axis.js';
import type { TimelineInput } from './timeline-input.js';
import { edge, type TimelineRows } from './timeline-rows.js';

/** The plot of a timeline: bars and words in strips, the axis above them, and the lines of now and of the cursor. */
export function timelineStrips({ strips, hasLabels }: TimelineRows, input: TimelineInput): TemplateResult {
  return html`<div
    class="plot"
    part="plot"
    aria-hidden="true"
    @pointerenter=${input.approach}
    @pointermove=${input.point}
    @pointerdown=${input.point}
    @pointerleave=${input.leave}
    @click=${input.click}
  >
    ${strips.map(() => html`<canvas class="below"></canvas>`)}
    <div class="line now"></div>
    <div class="line cursor"></div>
    ${hasLabels ? strips.map(() => html`<canvas class="words"></canvas>`) : nothing}
    <canvas class="above"></canvas>
  </div>`;
}

/** Gives the grid around the plot, and each strip in it, the place and height that the rows need. */
export function placeStrips(grid: HTMLElement, { height, pitch, gap, strips }: TimelineRows): void {
  grid.style.setProperty('--_height', `${height}px`);
  grid.style.setProperty('--_pitch', `${pitch}px`);
  grid.style.setProperty('--_group-gap', `${gap}px`);
  for (const name of ['below', 'words']) {
    grid.querySelectorAll<HTMLElement>(`canvas.${name}`).forEach(({ style }, strip) => {
      const { top, bottom } = strips[strip];
      style.setProperty('--_strip-top', `${top}px`);
      style.setProperty('--_strip-height', `${bottom - top}px`);
    });
  }
}

/**
 * Moves a line to its time; hidden where the axis does not show it. The lines are elements, so that a cursor that
 * moves does not paint canvases as high as all rows.
 */
export function placeLine(
  grid: HTMLElement,
  name: 'now' | 'cursor',
  time: number | undefined,
  axis: TimeAxis,
): void {
  const line = grid.querySelector<HTMLElement>(`.line.${name}`);
  if (!line) return;
  const isShown = time !== undefined && time >= axis.interval.from && time <= axis.interval.to;
  line.hidden = !isShown;
  if (isShown) line.style.setProperty('--_x', `${Math.round(axis.x(time) - 0.5) + edge}px`);
}
