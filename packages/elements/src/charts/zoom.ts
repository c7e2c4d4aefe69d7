import type { Interval } from '@twinfloor/core';
import { addEnglish, type Language } from '../internal/language.js';
import { chartTerms } from '../locales/en/chart.js';
import type { CursorController } from './cursor-controller.js';
import type { TimeAxis } from './time-axis.js';
import type { ZoomActions } from './zoom-actions.js';
import { isPart } from './view.js';
import { zoneOf } from './zone.js';

addEnglish(chartTerms);

/** What a chart shows while it can be zoomed. */
export interface ZoomScene {
  readonly axis: TimeAxis;
  /** The whole time that can be shown. */
  readonly range: Interval;
  /** The moment of the clock. */
  readonly now: number;
  /** px from the left end of the plot to the axis. */
  readonly left: number;
  readonly language: Language;
  readonly timeZone: string;
}

/** Keys that zoom, and those that move what is shown while that is less than the range. */
const zoomKeys = '+=-_0';
const moveKeys = ['PageUp', 'PageDown', 'Home', 'End'];

/**
 * Zooms and moves the time axis that all charts of a twin share: by Ctrl or Cmd with the wheel, by Shift with the wheel
 * or sideways, by dragging, by two fingers, by keys (`+`, `-`, `0`, Page Up, Page Down, Home, End) and by buttons. The
 * plain wheel goes on scrolling the page.
 *
 * What acts is loaded when somebody comes near to the chart, because most charts are only looked at.
 */
export class ChartZoom {
  readonly #cursor: CursorController;
  readonly #scene: () => ZoomScene | undefined;
  /** The plots that gestures were joined to. */
  readonly #joined = new WeakSet<EventTarget>();
  #actions: ZoomActions | undefined;

  /** @param scene - `undefined` while there is no chart */
  constructor(cursor: CursorController, scene: () => ZoomScene | undefined) {
    this.#cursor = cursor;
    this.#scene = scene;
  }

  /** Whether less than the whole range is shown. */
  get isZoomed(): boolean {
    const { axis, range } = this.#scene() ?? {};
    return axis !== undefined && range !== undefined && isPart(axis.interval, range);
  }

  /** The time shown as clock times, while it is less than the range; else empty. */
  span(): string {
    const { range, timeZone } = this.#scene() ?? {};
    if (!range || timeZone === undefined) return '';
    const shown = this.#cursor.shown(range);
    const zone = zoneOf(timeZone);
    return isPart(shown, range) ? `${zone.clock(shown.from)}–${zone.clock(shown.to)}` : '';
  }

  /** Takes a key if it zooms or moves; returns whether it does. */
  key({ key }: KeyboardEvent): boolean {
    const isTaken = zoomKeys.includes(key) || (moveKeys.includes(key) && this.isZoomed);
    if (isTaken) this.act((actions) => actions.key(key));
    return isTaken;
  }

  /** Moves what is shown so that a time is in it. */
  reveal(time: number): void {
    const { from, to } = this.#scene()?.axis.interval ?? { from: time, to: time };
    if (time < from || time > to) this.act((actions) => actions.reveal(time));
  }

  /** Does something to the zoom: at once, or when what acts has been loaded. */
  act(action: (actions: ZoomActions) => void): void {
    if (this.#actions) action(this.#actions);
    else void this.#load().then(action);
  }

  /** Joins the gestures to a plot that somebody comes near to; a handler for `pointerenter`. */
  readonly approach = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLElement) || this.#joined.has(currentTarget)) return;
    this.#joined.add(currentTarget);
    this.act((actions) => actions.joinGestures(currentTarget));
  };

  async #load(): Promise<ZoomActions> {
    const module = await import('./zoom-actions.js');
    return (this.#actions ??= new module.ZoomActions(this.#cursor, this.#scene));
  }
}
