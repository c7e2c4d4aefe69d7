import { allow, allowPositive } from './allow.js';
import { allowLevel, type Departure, type Detector, type HealthyLevel } from './detector.js';

/** Settings of an EWMA detector. */
export interface EwmaSettings {
  /** Weight of the newest reading (λ), above 0, at most 1. Usual: 0.05 to 0.3; small ones find small shifts. */
  readonly weight: number;
  /** Distance of the limits from the centre in standard deviations of the average (L). Usual: 2.6 to 3. */
  readonly limit: number;
}

/** λ = 0.2 with L = 2.962: one false alarm in about 500 independent readings. */
export const defaultEwmaSettings: EwmaSettings = Object.freeze({ weight: 0.2, limit: 2.962 });

/**
 * Exponentially weighted moving average of the readings against limits: z = λ·x + (1 − λ)·z, which signals when
 * |z − centre| > L·σ·√(λ ÷ (2 − λ)). The limits are those of the long run from the first reading on, as in the
 * published tables of run lengths (Lucas and Saccucci 1990).
 */
export class EwmaDetector implements Detector {
  readonly #center: number;
  readonly #weight: number;
  readonly #limit: number;
  #distance = 0;
  #run = 0;

  /** @throws {RangeError} if a setting is out of its range */
  constructor(level: HealthyLevel, { weight, limit }: EwmaSettings = defaultEwmaSettings) {
    allowLevel(level);
    allowEwma({ weight, limit });
    this.#center = level.center;
    this.#weight = weight;
    this.#limit = limit * level.deviation * Math.sqrt(weight / (2 - weight));
  }

  /** The average of the readings, in the unit of the signal. */
  get average(): number {
    return this.#center + this.#distance;
  }

  get score(): number {
    return Math.abs(this.#distance) / this.#limit;
  }

  /** Readings since the average last crossed the centre. */
  get run(): number {
    return this.#run;
  }

  add(reading: number): Departure {
    const before = this.#distance;
    const distance = before + this.#weight * (reading - this.#center - before);
    this.#distance = distance;
    if (distance === 0) this.#run = 0;
    else this.#run = distance > 0 === before > 0 && before !== 0 ? this.#run + 1 : 1;
    if (Math.abs(distance) <= this.#limit) return 0;
    return distance > 0 ? 1 : -1;
  }

  reset(): void {
    this.#distance = 0;
    this.#run = 0;
  }
}

/** @throws {RangeError} if a setting is out of its range */
export function allowEwma({ weight, limit }: EwmaSettings): void {
  allow(weight > 0 && weight <= 1, 'weight', weight, 'above 0, at most 1');
  allowPositive('limit', limit);
}
