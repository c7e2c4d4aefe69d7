import { checkLevel, checkPositive, type Departure, type Detector, type HealthyLevel } from './detector.js';

/**
 * Signals for each single reading that is far from the median of a healthy period: |x − median| ÷ (1.4826·MAD) above
 * the limit. Median and MAD do not follow a few wild readings of the period.
 *
 * @see robustLevel for median and MAD with a floor
 */
export class RobustZDetector implements Detector {
  readonly #level: HealthyLevel;
  readonly #limit: number;
  #z = 0;
  #run = 0;

  /**
   * @param limit - in standard deviations. Default 3.5; 3 makes it a Shewhart chart of single readings
   * @throws {RangeError} if the deviation or the limit is not above 0
   */
  constructor(level: HealthyLevel, limit = 3.5) {
    checkLevel(level);
    checkPositive('limit', limit);
    this.#level = level;
    this.#limit = limit;
  }

  /** The last reading in robust standard deviations from the median. */
  get z(): number {
    return this.#z;
  }

  get score(): number {
    return Math.abs(this.#z) / this.#limit;
  }

  /** Readings in a row beyond the limit. */
  get run(): number {
    return this.#run;
  }

  add(reading: number): Departure {
    this.#z = (reading - this.#level.center) / this.#level.deviation;
    if (Math.abs(this.#z) <= this.#limit) {
      this.#run = 0;
      return 0;
    }
    this.#run++;
    return this.#z > 0 ? 1 : -1;
  }

  reset(): void {
    this.#z = 0;
    this.#run = 0;
  }
}

/**
 * Median and 1.4826·MAD of a healthy period as the level of a detector.
 *
 * @param resolution - smallest step of the sensor, in the unit of the signal: the least the deviation can be. More
 *   than half of the readings may be equal, and their MAD 0
 * @throws {RangeError} if the resolution is not above 0
 */
export function robustLevel(
  { median, robustDeviation }: { readonly median: number; readonly robustDeviation: number },
  resolution: number,
): HealthyLevel {
  checkPositive('resolution', resolution);
  return { center: median, deviation: Math.max(robustDeviation, resolution) };
}
