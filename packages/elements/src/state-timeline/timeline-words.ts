import { html, noChange } from 'lit';
import type { TimelineInput } from './timeline-input.js';
import { timelineRow } from './timeline-row.js';
import type { TimelineRows } from './timeline-rows.js';
import type { TimelineScene } from './timeline-view.js';

/** How often the words of rows are written that nobody reads: those off the screen, and all while the time is moved. */
const rest = 250;

/** What of the words beside the bars is asked for. */
export interface WordsView {
  /** The moment that the rows answer for; `undefined`: now. */
  readonly cursor: number | undefined;
  /** Whether the time shown is another one than before. */
  readonly isMoving: boolean;
  /** Whether a strip of rows is on the screen. */
  readonly shows: (strip: number) => boolean;
}

/**
 * Writes the words beside the bars: those of the rows on the screen while the time stands, else of all rows after a
 * rest. Who drags the time reads no words, and hundreds of rows cost more than the picture.
 */
export class TimelineWords {
  readonly #input: TimelineInput;
  readonly #request: () => void;
  /** Moment of the page at which the words of all rows were last written. */
  #written = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param request - called when the rows that were left out have to be written */
  constructor(input: TimelineInput, request: () => void) {
    this.#input = input;
    this.#request = request;
  }

  /** The head and the rows of the grid; only the active row where the rows are too low for words. */
  render(scene: TimelineScene, view: WordsView): unknown {
    const { twin, language } = scene;
    const { rows, hasNames } = scene.rows;
    const { cursor } = view;
    const { active } = this.#input;
    const { terms, formats } = language;
    const time = cursor ?? twin.clock.now();
    const clock = formats.time(time, twin.workshop.timeZone);
    const first = hasNames ? 0 : active;
    const isWorded = this.#worded(scene.rows, view);
    return html`<div class="head" role="row">
        <span role="columnheader" class="name"><span class="hidden-text">${terms.machine}</span></span>
        <span role="columnheader" class="state"
          >${cursor === undefined ? terms.nowAt(clock) : terms.atTime(clock)}</span
        >
        <span role="columnheader" class="share">${terms.runningShare}</span>
      </div>
      ${rows.slice(first, hasNames ? rows.length : first + 1).map((row, offset) => {
        const index = first + offset;
        if (!isWorded(index)) return noChange;
        return timelineRow({
          ...scene,
          row,
          index,
          time,
          isActive: index === active,
          isAlone: !hasNames,
          select: () => this.#input.select(index),
        });
      })}`;
  }

  /** Writes all words the next time, because the rows are others. */
  reset(): void {
    this.#written = -Infinity;
  }

  /** Asks for nothing any more. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #worded({ strips, hasNames }: TimelineRows, { isMoving, shows }: WordsView): (index: number) => boolean {
    const now = performance.now();
    const left = this.#written + rest - now;
    if (left <= 0 || !hasNames) {
      this.#written = now;
      return () => true;
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#request();
    }, left);
    return (index) =>
      index === this.#input.active ||
      (!isMoving && strips.some(({ first, end }, strip) => index >= first && index < end && shows(strip)));
  }
}
