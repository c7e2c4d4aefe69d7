import { allow, allowPositive } from './allow.js';
import { allowLevel, type Departure, type Detector, type HealthyLevel } from './detector.js';

/** Settings of a CUSUM detector, in standard deviations of single readings. */
export interface CusumSettings {
  /** Slack (k): half of the shift to find. Usual: 0.5. */
  readonly slack: number;
  /** Decision interval (h). Usual: 4 to 5. */
  readonly decisionInterval: number;
}

/** k = 0.5, h = 5: one false alarm in about 465 independent readings. */
export const defaultCusumSettings: CusumSettings = Object.freeze({ slack: 0.5, decisionInterval: 5 });

/** A sum is cut off at this many decision intervals: it is as alarming as can be, and must find back some day. */
const ceiling = 2;

/**
 * Tabular cumulative sums of the readings: C⁺ = max(0, C⁺ + z − k), C⁻ = max(0, C⁻ − z − k) with z the reading in
 * standard deviations from the centre; it signals when a sum is strictly above h (Montgomery, Introduction to
 * Statistical Quality Control).
 *
 * The sums are cut off at 2·h, so that an alarm ends about h ÷ k readings after its cause. The time to the first
 * signal does not change by that.
 */
export class CusumDetector implements Detector {
  readonly #level: HealthyLevel;
  readonly #slack: number;
  readonly #decisionInterval: number;
  #up = 0;
  #down = 0;
  #upRun = 0;
  #downRun = 0;

  /** @throws {RangeError} if a setting is out of its range */
  constructor(level: HealthyLevel, { slack, decisionInterval }: CusumSettings = defaultCusumSettings) {
    allowLevel(level);
    allowCusum({ slack, decisionInterval });
    this.#level = level;
    this.#slack = slack;
    this.#decisionInterval = decisionInterval;
  }

  /** The upper sum (C⁺) in standard deviations. */
  get up(): number {
    return this.#up;
  }

  /** The lower sum (C⁻) in standard deviations. */
  get down(): number {
    return this.#down;
  }

  get score(): number {
    return Math.max(this.#up, this.#down) / this.#decisionInterval;
  }

  /** Readings since the larger sum was last 0 (N⁺, N⁻). */
  get run(): number {
    return this.#up >= this.#down ? this.#upRun : this.#downRun;
  }

  add(reading: number): Departure {
    const { center, deviation } = this.#level;
    const limit = this.#decisionInterval;
    const z = (reading - center) / deviation;
    this.#up = Math.min(Math.max(0, this.#up + z - this.#slack), ceiling * limit);
    this.#down = Math.min(Math.max(0, this.#down - z - this.#slack), ceiling * limit);
    this.#upRun = this.#up > 0 ? this.#upRun + 1 : 0;
    this.#downRun = this.#down > 0 ? this.#downRun + 1 : 0;
    if (this.#up > limit && this.#up >= this.#down) return 1;
    return this.#down > limit ? -1 : 0;
  }

  reset(): void {
    this.#up = this.#down = 0;
    this.#upRun = this.#downRun = 0;
  }
}

/** @throws {RangeError} if a setting is out of its range */
export function allowCusum({ slack, decisionInterval }: CusumSettings): void {
  allow(slack >= 0 && slack < Infinity, 'slack', slack, '0 or more');
  allowPositive('decisionInterval', decisionInterval);
}
