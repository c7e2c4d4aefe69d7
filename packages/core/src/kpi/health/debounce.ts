import { allow } from './allow.js';

/** When a level counts: at least `points` of the last `of` readings have reached it. */
export interface Debounce {
  /** 1 to `of`. */
  readonly points: number;
  readonly of: number;
}

/**
 * Lets a level through once enough of the last readings reached it, and back once too few do: the n-th highest level of
 * a window. Until `points` readings have come it gives the lowest of them. Allocates nothing for a reading.
 */
export class Debouncer {
  readonly #points: number;
  readonly #window: Uint8Array;
  readonly #counts = new Uint32Array(256);
  #taken = 0;
  /** The highest level so far: none above it need be looked at. */
  #highest = 0;

  /** @throws {RangeError} if the numbers are not whole, or not 1 ≤ points ≤ of */
  constructor({ points, of }: Debounce) {
    const isSound = Number.isInteger(points) && Number.isInteger(of) && points >= 1 && of >= points;
    allow(isSound, 'debounce', `${points} of ${of}`, 'whole numbers, 1 ≤ points ≤ of');
    this.#points = points;
    this.#window = new Uint8Array(of);
  }

  /**
   * Takes the level of the next reading.
   *
   * @param level - 0 to 255
   * @returns the level that counts now
   */
  add(level: number): number {
    const window = this.#window;
    const slot = this.#taken % window.length;
    if (this.#taken >= window.length) this.#counts[window[slot]]--;
    window[slot] = level;
    this.#counts[level]++;
    this.#taken++;
    let missing = Math.min(this.#points, this.#taken);
    this.#highest = Math.max(this.#highest, level);
    for (let high = this.#highest; high > 0; high--) {
      missing -= this.#counts[high];
      if (missing <= 0) return high;
    }
    return 0;
  }

  /** Forgets all readings, as after a gap. */
  reset(): void {
    this.#taken = 0;
    this.#counts.fill(0);
  }
}
