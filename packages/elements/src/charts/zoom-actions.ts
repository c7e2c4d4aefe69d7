import { announce } from '../internal/announce.js';
import type { CursorController } from './cursor-controller.js';
import { isPart, panned, zoomed } from './view.js';
import type { ZoomScene } from './zoom.js';
import { joinGestures } from './zoom-gestures.js';

/** How much of what is shown Page Up and Page Down go on by. */
const page = 0.75;

/** What changes the part of the range that the charts of a twin show. */
export class ZoomActions {
  readonly #cursor: CursorController;
  readonly #scene: () => ZoomScene | undefined;

  /** @param scene - `undefined` while there is no chart */
  constructor(cursor: CursorController, scene: () => ZoomScene | undefined) {
    this.#cursor = cursor;
    this.#scene = scene;
  }

  /** Whether less than the whole range is shown. */
  get isZoomed(): boolean {
    const scene = this.#scene();
    return scene !== undefined && isPart(scene.axis.interval, scene.range);
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

  /** Does what a key asks for. Home and End are those of the range, not of what is shown. */
  key(key: string): void {
    const scene = this.#scene();
    if (!scene) return;
    const { axis, range, now } = scene;
    const length = axis.interval.to - axis.interval.from;
    if (key === '0') this.whole();
    else if (key === 'PageUp' || key === 'PageDown') this.#page(scene, key === 'PageUp' ? -length : length);
    else if (key === 'Home' || key === 'End') {
      const time = key === 'Home' ? range.from : Math.max(range.from, Math.min(range.to, now));
      this.#cursor.move(time);
      this.reveal(time);
    } else this.by(key === '+' || key === '=' ? 0.5 : 2);
    this.say();
  }

  /** Says to screen readers what is shown. */
  say(): void {
    const scene = this.#scene();
    if (!scene) return;
    const { range, language, timeZone } = scene;
    const { terms, formats, tag } = language;
    const { from, to } = this.#cursor.shown(range);
    const span = `${formats.time(from, timeZone)}–${formats.time(to, timeZone)}`;
    announce(isPart({ from, to }, range) ? terms.zoomedTo(span) : terms.wholeRange, tag);
  }

  /** Lets wheel, mouse and fingers act on a plot. */
  joinGestures(plot: HTMLElement): void {
    joinGestures(plot, this);
  }

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
