/** What is known of a counter beside its readings. */
export interface CounterOptions {
  /** The reading after which the counter starts again at 0, e.g. 1 000 000 for six digits; absent: it never does. */
  readonly modulus?: number;
  /** Growth per second above which a step is not believed; absent: every step is. */
  readonly maximumRate?: number;
  /** `total` (default): each reading is the count so far; `increment`: each is what came new. */
  readonly counting?: 'total' | 'increment';
}

/** What a step between two readings is taken for. */
export type CounterStep = 'growth' | 'rollOver' | 'reset' | 'jump';

/** Room for uneven sampling in the highest rate that is believed (the rule for meters: rated power · time · 1.2). */
const rateTolerance = 1.2;

/**
 * What the step from one reading of a running total to the next is.
 *
 * A larger reading is growth, or a jump if it grew faster than can be. A smaller one is a roll-over if the counter
 * has a modulus and the growth over it is believable (without a rate: if the counter was past its half), else a
 * reset or an exchanged meter.
 *
 * @param elapsed - milliseconds between the two readings
 */
export function counterStep(
  previous: number,
  current: number,
  elapsed: number,
  { modulus, maximumRate }: CounterOptions,
): CounterStep {
  const limit = maximumRate === undefined ? undefined : ((maximumRate * elapsed) / 1000) * rateTolerance;
  if (current >= previous) return limit !== undefined && current - previous > limit ? 'jump' : 'growth';
  if (modulus === undefined) return 'reset';
  const growth = modulus - previous + current;
  const believable = limit === undefined ? previous >= modulus / 2 : growth <= limit;
  return believable && growth >= 0 ? 'rollOver' : 'reset';
}

/** What a step adds to the count; never negative. */
export function counterGrowth(step: CounterStep, previous: number, current: number, modulus = 0): number {
  switch (step) {
    case 'growth':
      return current - previous;
    case 'rollOver':
      return modulus - previous + current;
    case 'reset':
      return Math.max(current, 0);
    case 'jump':
      return 0;
  }
}

/** @throws {RangeError} if an option is out of its range */
export function checkCounterOptions({ modulus, maximumRate }: CounterOptions): void {
  if (modulus !== undefined && !(modulus > 0 && Number.isFinite(modulus))) {
    throw new RangeError(`invalid modulus: ${modulus}, allowed: above 0`);
  }
  if (maximumRate !== undefined && !(maximumRate > 0)) {
    throw new RangeError(`invalid maximumRate: ${maximumRate}, allowed: above 0`);
  }
}
