import { observeSize } from '../internal/resize.js';
import type { TwinAlarmList } from './alarm-list.js';

const rowHeights = { compact: 24, comfortable: 32, touch: 48 } as const;
/** Two lines where the list is narrow. */
const narrowHeights = { compact: 44, comfortable: 52, touch: 60 } as const;
const narrowBelow = 760;

/** Which rows of an alarm list are in view, and how high they are. Heights in CSS pixels. */
export class AlarmScroll {
  readonly #host: TwinAlarmList;
  #endSize: (() => void) | undefined;
  #sized: Element | undefined;
  #height = 400;
  #width = 800;
  #first = 0;

  constructor(host: TwinAlarmList) {
    this.#host = host;
  }

  /** Index of the first row in view. */
  get first(): number {
    return this.#first;
  }

  /** How many rows fit into the view, a fraction too. */
  get rowsInView(): number {
    return this.#height / this.rowHeight;
  }

  /** Whether a row needs two lines. */
  get isNarrow(): boolean {
    return this.#width < narrowBelow;
  }

  get rowHeight(): number {
    const heights = this.isNarrow ? narrowHeights : rowHeights;
    return heights[this.#host.density] ?? heights.comfortable;
  }

  /** Ends all that was begun; `follow` begins anew. */
  dispose(): void {
    this.#endSize?.();
    this.#sized = undefined;
  }

  /** Learns how much is seen, after each rendering. */
  follow(): void {
    const scroller = this.#scroller;
    if (scroller === this.#sized) return;
    this.#endSize?.();
    this.#sized = scroller;
    if (!scroller) return;
    this.#endSize = observeSize(scroller, (width, height) => {
      if (height === this.#height && width === this.#width) return;
      this.#height = height;
      this.#width = width;
      // In the next frame, because rows of another height change the size that was just told.
      requestAnimationFrame(() => this.#host.requestUpdate());
    });
  }

  /** Scrolls as far as a row needs to be seen whole. */
  reveal(index: number): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const top = index * this.rowHeight;
    // The line of column names takes place of the rows.
    const bottom = top + this.rowHeight + (this.isNarrow ? 0 : 24);
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (bottom > scroller.scrollTop + this.#height) scroller.scrollTop = bottom - this.#height;
  }

  readonly onScroll = (): void => {
    const first = Math.floor((this.#scroller?.scrollTop ?? 0) / this.rowHeight);
    if (first === this.#first) return;
    this.#first = first;
    this.#host.requestUpdate();
  };

  get #scroller(): HTMLElement | undefined {
    return this.#host.renderRoot.querySelector<HTMLElement>('.rows') ?? undefined;
  }
}
