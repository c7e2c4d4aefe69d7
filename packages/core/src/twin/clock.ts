import { Listeners } from './listeners.js';

/** Which time a page shows. */
export type ClockMode = 'live' | 'at' | 'playing';

/** Where the time comes from; replaced in tests. Milliseconds since the epoch. */
export type TimeSource = () => number;

/**
 * The one clock of a twin: all elements show the moment it tells.
 *
 * - `live`: the time of the source (the wall clock)
 * - `at`: a moment that stands still
 * - `playing`: runs from a moment at a speed; from a moment of the past it comes to the present and goes on with it
 */
export class Clock {
  #mode: ClockMode = 'live';
  #speed = 1;
  #anchor = 0;
  #since = 0;
  readonly #source: TimeSource;
  readonly #listeners = new Listeners();

  constructor(source: TimeSource = Date.now) {
    this.#source = source;
  }

  get mode(): ClockMode {
    return this.#mode;
  }

  /** How fast the shown time runs, in seconds per second; 0 while it stands still. */
  get speed(): number {
    return this.#mode === 'at' ? 0 : this.#speed;
  }

  /** The present, whatever the page shows, in milliseconds since the epoch. */
  get present(): number {
    return this.#source();
  }

  /** The moment to show, in milliseconds since the epoch. */
  now(): number {
    switch (this.#mode) {
      case 'live':
        return this.#source();
      case 'at':
        return this.#anchor;
      case 'playing': {
        const present = this.#source();
        const moment = this.#anchor + (present - this.#since) * this.#speed;
        // A fast replay would be ahead of the present by minutes before anybody notices that it has come there.
        return this.#anchor < this.#since ? Math.min(moment, present) : moment;
      }
    }
  }

  /**
   * Up to when sources may speak, in milliseconds since the epoch: the present, whatever moment of the past is shown;
   * the moment shown, if the clock is ahead.
   */
  get latest(): number {
    return Math.max(this.now(), this.present);
  }

  /** Shows the present. */
  live(): void {
    this.#set('live', 0, 1);
  }

  /**
   * Stands still at a moment.
   *
   * @throws {RangeError} if the time is not a finite number
   */
  at(time: number): void {
    this.#set('at', time, 1);
  }

  /**
   * Runs from a moment.
   *
   * @param from - default: the moment shown now
   * @param speed - seconds per second, above 0
   * @throws {RangeError} if the time is not finite or the speed not above 0
   */
  play(from = this.now(), speed = 1): void {
    if (!(speed > 0 && Number.isFinite(speed)))
      throw new RangeError(`invalid speed: ${speed}, allowed: above 0`);
    this.#set('playing', from, speed);
  }

  /** Calls back when the clock is set (not when time passes); returns how to end that. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  #set(mode: ClockMode, anchor: number, speed: number): void {
    if (!Number.isFinite(anchor))
      throw new RangeError(`invalid time: ${anchor}, allowed: milliseconds since the epoch`);
    this.#mode = mode;
    this.#anchor = anchor;
    this.#speed = speed;
    this.#since = this.#source();
    this.#listeners.tell();
  }
}
