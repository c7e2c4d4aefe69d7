import type { NumberSeries } from '../../series/number-series.js';
import type { Interval } from '../../time/interval.js';
import { allow } from '../allow.js';
import { type Debounce, debouncer } from './debounce.js';
import { cusumDetector, type CusumSettings } from './cusum-detector.js';
import type { Departure, Detector, HealthyLevel } from './detector.js';
import { ewmaDetector, type EwmaSettings } from './ewma-detector.js';
import { forEachReading } from '../observed.js';

/** One cause for an alarm: readings that left the healthy level, from the first signal to the last. */
export interface DepartureAlarm {
  /** When it was signalled, milliseconds since the epoch. */
  readonly from: number;
  /** Time of the last reading that signalled. */
  readonly to: number;
  /** When the departure is thought to have begun: at or before `from`. */
  readonly onset: number;
  readonly direction: Exclude<Departure, 0>;
  /** The highest score, as a share of the limit: above 1. */
  readonly score: number;
  /** Readings that signalled. */
  readonly count: number;
}

/** When a signal becomes an alarm, and when two alarms are one. */
export interface DepartureOptions {
  /** How many of the last readings must signal. Default: one is enough. */
  readonly debounce?: Debounce;
  /** Signals with less than this between them, in milliseconds, are one alarm. Default 0: one quiet reading ends it. */
  readonly quietTime?: number;
}

/**
 * A detector for a healthy level: with a `weight` EWMA (and robust z), with a `slack` CUSUM.
 *
 * @throws {RangeError} if a setting is out of its range
 */
export function newDetector(level: HealthyLevel, settings: EwmaSettings | CusumSettings): Detector {
  return 'weight' in settings ? ewmaDetector(level, settings) : cusumDetector(level, settings);
}

/**
 * Lets a detector watch the readings of some intervals, and gives one alarm for each cause.
 *
 * @param readings - `undefined`: nothing was ever observed
 * @param intervals - e.g. the time in which the machine ran, in time order, not overlapping
 * @param level - of a healthy period, e.g. `robustLevel(reference, 0.1)`
 * @param settings - e.g. `defaultCusumSettings`, `robustZSettings`
 * @throws {RangeError} if a setting or an option is out of its range
 */
export function departureAlarms(
  readings: NumberSeries | undefined,
  intervals: readonly Interval[],
  level: HealthyLevel,
  settings: EwmaSettings | CusumSettings,
  { debounce, quietTime = 0 }: DepartureOptions = {},
): DepartureAlarm[] {
  allow(quietTime >= 0, 'quietTime', quietTime, '0 or more');
  const detector = newDetector(level, settings);
  const debounced = debouncer(debounce);
  // Before the first reading all is thought to be quiet.
  for (let slot = 0; slot < (debounce?.of ?? 0); slot++) debounced(0);
  const alarms: { -readonly [Key in keyof DepartureAlarm]: DepartureAlarm[Key] }[] = [];
  const times: number[] = [];
  let wasQuiet = true;
  if (!readings) return alarms;
  forEachReading(readings, intervals, (reading, time) => {
    const direction = detector.add(reading);
    times.push(time);
    const counts = debounced(Math.abs(direction)) > 0;
    if (!counts) wasQuiet = true;
    if (!counts || direction === 0) return;
    const { score } = detector;
    const last = alarms.at(-1);
    if (last?.direction === direction && (!wasQuiet || time - last.to < quietTime)) {
      last.to = time;
      last.score = Math.max(last.score, score);
      last.count++;
    } else {
      const onset = times[Math.max(times.length - detector.run, 0)];
      alarms.push({ from: time, to: time, onset, direction, score, count: 1 });
    }
    wasQuiet = false;
  });
  return alarms;
}
