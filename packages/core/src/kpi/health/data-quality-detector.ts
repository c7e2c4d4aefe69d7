import { allow } from './allow.js';

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

/** Watches the readings of a sensor one by one for gaps, jumps and standing still. Allocates nothing for a reading. */
export class DataQualityDetector {
  readonly #limits: Required<DataQualityLimits>;
  #time = NaN;
  #reading = NaN;
  #equal = 0;

  /** @throws {RangeError} if a limit is out of its range */
  constructor(limits: DataQualityLimits) {
    const { maximumGap = Infinity, maximumRate = Infinity, stuckCount = Infinity } = limits;
    allow(maximumGap > 0, 'maximumGap', maximumGap, 'above 0');
    allow(maximumRate > 0, 'maximumRate', maximumRate, 'above 0');
    allow(stuckCount >= 2, 'stuckCount', stuckCount, '2 or more');
    this.#limits = { maximumGap, maximumRate, stuckCount };
  }

  /**
   * Takes the next reading.
   *
   * @param time - milliseconds since the epoch, later than the one before
   * @returns the first of `gap`, `rate`, `stuck` that applies
   */
  add(reading: number, time: number): DataFault | undefined {
    const { maximumGap, maximumRate, stuckCount } = this.#limits;
    const elapsed = time - this.#time;
    const change = Math.abs(reading - this.#reading);
    this.#equal = change === 0 ? this.#equal + 1 : 1;
    this.#time = time;
    this.#reading = reading;
    // The first reading compares with NaN: nothing applies.
    if (elapsed > maximumGap) return 'gap';
    if ((change * 1000) / elapsed > maximumRate) return 'rate';
    return this.#equal >= stuckCount ? 'stuck' : undefined;
  }

  /** Forgets all readings, as after a sensor was changed. */
  reset(): void {
    this.#time = this.#reading = NaN;
    this.#equal = 0;
  }
}
