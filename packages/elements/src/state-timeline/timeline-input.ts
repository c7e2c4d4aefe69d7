import type { ReactiveElement } from 'lit';
import type { CursorController } from '../charts/cursor-controller.js';
import { TwinSelectEvent } from '../events/select-event.js';
import type { ChartZoom } from '../charts/zoom.js';
import type { actOnKey as ActOnKey } from './timeline-keys.js';
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

  /** What keys do is loaded with the first of them, because most timelines are only looked at. */
  readonly key = (event: KeyboardEvent): void => {
    if (!this.#scene() || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!this.#zoom.key(event)) {
      if (!/^(Arrow|Page|Home|End|Enter|Escape| )/.test(event.key)) return;
      void import('./timeline-keys.js').then(({ actOnKey }) => this.#act(actOnKey, event));
    }
    event.preventDefault();
  };

  #act(actOnKey: typeof ActOnKey, event: KeyboardEvent): void {
    const scene = this.#scene();
    if (!scene) return;
    const { time, row, isChosen } = actOnKey(event, scene, this.#cursor.time, this.active);
    this.active = row;
    if (isChosen) this.select(row);
    if (time === undefined) this.#cursor.clear();
    else this.#cursor.move(time);
    if (time !== undefined) this.#zoom.reveal(time);
    this.#host.requestUpdate();
  }
}

function rowAt({ rows, pitch }: TimelineRows, { offsetY: y }: MouseEvent): number {
  return rows.findIndex(({ top }) => y >= top && y < top + pitch);
}
