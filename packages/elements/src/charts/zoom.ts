import type { Interval } from '@twinfloor/core';
import { announce } from '../internal/announce.js';
import { addEnglish, type Language } from '../internal/language.js';
import { chartTerms } from '../locales/en/chart.js';
import type { CursorController } from './cursor-controller.js';
import type { TimeAxis } from './time-axis.js';
import { panned, zoomed } from './view.js';
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

const step = 2;
/** How much of what is shown Page Up and Page Down go on by. */
const page = 0.75;

/**
 * Zooms and moves the time axis that all charts of a twin share: by Ctrl or Cmd with the wheel, by Shift with the wheel
 * or sideways, by dragging, by two fingers, by keys (`+`, `-`, `0`, Page Up, Page Down, Home, End) and by what controls
 * call. The plain wheel goes on scrolling the page.
 */
export class ChartZoom {
  readonly #cursor: CursorController;
  readonly #scene: () => ZoomScene | undefined;
  /** The plots that gestures were joined to. */
  readonly #joined = new WeakSet<EventTarget>();

  /** @param scene - `undefined` while there is no chart */
  constructor(cursor: CursorController, scene: () => ZoomScene | undefined) {
    this.#cursor = cursor;
    this.#scene = scene;
  }

  /** Whether less than the whole range is shown. */
  get isZoomed(): boolean {
    const scene = this.#scene();
    return scene !== undefined && isPart(scene);
  }

  get scene(): ZoomScene | undefined {
    return this.#scene();
  }

  /**
   * Zooms by a factor of the time shown; below 1 zooms in.
   *
   * @param x - px of the plot that keeps its time. Default: the cursor, else now, else the middle
   */
  by(factor: number, x?: number): void {
    const scene = this.#scene();
    if (!scene) return;
    const { axis, range, left } = scene;
    const time = x === undefined ? this.#anchor(scene) : axis.time(x - left);
    this.#cursor.show(zoomed(range, axis.interval, time, factor));
  }

  /** Moves what is shown by px: more than 0 to later time. Returns whether there was anything to move. */
  pan(pixels: number): boolean {
    const scene = this.#scene();
    const { scale = 0 } = scene?.axis ?? {};
    return scene !== undefined && scale > 0 && this.#panBy(scene, pixels / scale);
  }

  /** Shows the whole range. */
  whole(): void {
    this.#cursor.show(undefined);
  }

  /** Moves what is shown so that a time is in it. */
  reveal(time: number): void {
    const scene = this.#scene();
    if (!scene) return;
    const { from, to } = scene.axis.interval;
    if (time < from) this.#panBy(scene, time - from);
    else if (time > to) this.#panBy(scene, time - to);
  }

  /** Takes a key if it zooms or moves; returns whether it did. Home and End are of the range, not of what is shown. */
  key({ key }: KeyboardEvent): boolean {
    const scene = this.#scene();
    if (!scene) return false;
    const { axis, range, now } = scene;
    const length = axis.interval.to - axis.interval.from;
    if (key === '+' || key === '=') this.by(1 / step);
    else if (key === '-' || key === '_') this.by(step);
    else if (key === '0') this.whole();
    else if (!isPart(scene)) return false;
    else if (key === 'PageUp' || key === 'PageDown') this.#page(scene, key === 'PageUp' ? -length : length);
    else if (key === 'Home' || key === 'End') {
      const time = key === 'Home' ? range.from : Math.max(range.from, Math.min(range.to, now));
      this.#cursor.move(time);
      this.reveal(time);
    } else return false;
    this.say();
    return true;
  }

  /** Says to screen readers what is shown. */
  say(): void {
    const { language, range } = this.#scene() ?? {};
    if (!language || !range) return;
    const span = this.span();
    announce(span ? language.terms.zoomedTo(span) : language.terms.wholeRange, language.tag);
  }

  /** The time shown as clock times, while it is less than the range. */
  span(): string {
    const scene = this.#scene();
    if (!scene) return '';
    const { from, to } = this.#cursor.shown(scene.range);
    if (to - from >= scene.range.to - scene.range.from) return '';
    const zone = zoneOf(scene.timeZone);
    return `${zone.clock(from)}–${zone.clock(to)}`;
  }

  /**
   * Joins the gestures to a plot that somebody comes near to; a handler for `pointerenter` and `pointerdown`. They are
   * loaded then, because most charts are only looked at.
   */
  readonly approach = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLElement) || this.#joined.has(currentTarget)) return;
    this.#joined.add(currentTarget);
    void import('./zoom-gestures.js').then(({ joinGestures }) => joinGestures(currentTarget, this));
  };

  #anchor({ axis: { interval }, now }: ZoomScene): number {
    const { from, to } = interval;
    const isShown = (time: number | undefined) => time !== undefined && time >= from && time <= to;
    return [this.#cursor.time, now].find(isShown) ?? (from + to) / 2;
  }

  #page(scene: ZoomScene, by: number): void {
    const { axis, range, now } = scene;
    const { time } = this.#cursor;
    if (!this.#panBy(scene, by * page) || time === undefined) return;
    // The cursor keeps its place in the picture, so that the keys go on from there.
    const moved = time + this.#cursor.shown(range).from - axis.interval.from;
    this.#cursor.move(Math.min(moved, Math.max(now, range.from)));
  }

  #panBy({ axis, range }: ZoomScene, by: number): boolean {
    const window = panned(range, axis.interval, by);
    if (!window || window.from === axis.interval.from) return false;
    this.#cursor.show(window);
    return true;
  }
}

function isPart({ axis: { interval }, range }: ZoomScene): boolean {
  return interval.to - interval.from < range.to - range.from;
}
