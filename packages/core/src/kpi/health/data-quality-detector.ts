import { allow } from '../allow.js';

/** What is wrong with readings themselves, before they say anything of a machine. */
export type DataFault =
  /** Nothing came for longer than allowed, ending with this reading. */
  | 'gap'
  /** The reading changed faster than the measured thing can. */
  | 'rate'
  /** The reading has stood still longer than a noisy sensor can. */
  | 'stuck';

/** Limits of a sensor; what is absent is not watched. */
export interface DataQualityLimits {
  /** Milliseconds between two readings. */
  readonly maximumGap?: number;
  /** Change per second, in the unit of the signal. */
  readonly maximumRate?: number;
  /** So many equal readings in a row are one too many, at least 2. Only for sensors whose readings scatter. */
  readonly stuckCount?: number;
}

/** Watches the readings of a sensor one by one. Allocates nothing for a reading. */
export interface DataQualityDetector {
  /**
   * Takes the next reading.
   *
   * @param time - milliseconds since the epoch, later than the one before
   * @returns the first of `gap`, `rate`, `stuck` that applies
   */
  add(reading: number, time: number): DataFault | undefined;
}

/**
 * Looks for gaps, jumps and standing still in the readings of a sensor.
 *
 * @throws {RangeError} if a limit is out of its range
 */
export function dataQualityDetector({
  maximumGap = Infinity,
  maximumRate = Infinity,
  stuckCount = Infinity,
}: DataQualityLimits): DataQualityDetector {
  allow(maximumGap > 0, 'maximumGap', maximumGap, 'above 0');
  allow(maximumRate > 0, 'maximumRate', maximumRate, 'above 0');
  allow(stuckCount >= 2, 'stuckCount', stuckCount, '2 or more');
  // The first reading compares with NaN: nothing applies.
  let lastTime = NaN;
  let lastReading = NaN;
  let equal = 0;
  return {
    add(reading, time) {
      const elapsed = time - lastTime;
      const change = Math.abs(reading - lastReading);
      equal = change === 0 ? equal + 1 : 1;
      lastTime = time;
      lastReading = reading;
      if (elapsed > maximumGap) return 'gap';
      if ((change * 1000) / elapsed > maximumRate) return 'rate';
      return equal >= stuckCount ? 'stuck' : undefined;
    },
  };
}
