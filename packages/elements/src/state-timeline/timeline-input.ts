import type { ReactiveElement } from 'lit';
import type { CursorController } from '../charts/cursor-controller.js';
import { TwinSelectEvent } from '../events/select-event.js';
import type { ChartZoom } from '../charts/zoom.js';
import { announce } from '../internal/announce.js';
import { movedCursor } from './timeline-keys.js';
import { rowSentence } from './timeline-readout.js';
import { edge, type TimelineRows } from './timeline-rows.js';
import type { TimelineScene } from './timeline-view.js';

/** What somebody does with a timeline by pointer and keys: moves the cursor, zooms, goes from row to row, selects a machine. */
export class TimelineInput {
  /** Index of the row that the keys act on. */
  active = 0;
  readonly #host: ReactiveElement;
  readonly #cursor: CursorController;
  readonly #zoom: ChartZoom;
  readonly #scene: () => TimelineScene | undefined;

  /** @param scene - `undefined` while the timeline shows no rows */
  constructor(
    host: ReactiveElement,
    cursor: CursorController,
    zoom: ChartZoom,
    scene: () => TimelineScene | undefined,
  ) {
    this.#host = host;
    this.#cursor = cursor;
    this.#zoom = zoom;
    this.#scene = scene;
  }

  readonly point = (event: PointerEvent): void => {
    const scene = this.#scene();
    if (!scene) return;
    // Rows without names say who they are while they are pointed at.
    if (!scene.rows.hasNames) this.active = Math.max(0, rowAt(scene.rows, event));
    this.#cursor.move(scene.axis.time(event.offsetX - edge));
    this.#host.requestUpdate();
  };

  /** Loads what dragging and zooming need. */
  get approach(): (event: Event) => void {
    return this.#zoom.approach;
  }

  readonly leave = (event: PointerEvent): void => {
    // A finger that is lifted leaves the cursor where it pointed.
    if (event.pointerType === 'mouse') this.#cursor.clear();
  };

  readonly click = (event: MouseEvent): void => {
    const scene = this.#scene();
    if (scene) this.select(rowAt(scene.rows, event));
  };

  /** Selects the machine of a row, if there is such a row. */
  select(index: number): void {
    const scene = this.#scene();
    const row = scene?.rows.rows[index];
    if (!row) return;
    this.active = index;
    scene.twin.selection.select(row.id);
    this.#host.dispatchEvent(new TwinSelectEvent(row.id));
    this.#host.requestUpdate();
  }

  readonly key = (event: KeyboardEvent): void => {
    const scene = this.#scene();
    if (!scene || event.altKey || event.ctrlKey || event.metaKey) return;
    const { twin, axis, range, language } = scene;
    const { rows } = scene.rows;
    const { key } = event;
    if (this.#zoom.key(event)) {
      event.preventDefault();
      return;
    }
    if (key === 'Escape') this.#cursor.clear();
    else if (key === 'Enter' || key === ' ') this.select(this.active);
    else if (key === 'ArrowUp' || key === 'ArrowDown') {
      const next = this.active + (key === 'ArrowUp' ? -1 : 1);
      this.active = Math.min(Math.max(next, 0), rows.length - 1);
      this.#host.requestUpdate();
    } else {
      const series = twin.seriesOf(rows[this.active]?.id ?? '', 'state', 'state');
      const time = movedCursor(event, this.#cursor.time, axis, series, { range, now: twin.clock.now() });
      if (time === undefined) return;
      this.#cursor.move(time);
      this.#zoom.reveal(time);
    }
    event.preventDefault();
    const row = rows[this.active];
    if (row)
      announce(rowSentence(twin, row.id, this.#cursor.time ?? twin.clock.now(), language), language.tag);
  };
}

function rowAt({ rows, pitch }: TimelineRows, { offsetY: y }: MouseEvent): number {
  return rows.findIndex(({ top }) => y >= top && y < top + pitch);
}
