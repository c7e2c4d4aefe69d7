import type { CusumSettings } from '../kpi/health/cusum-detector.js';
import { departureAlarms } from '../kpi/health/departures.js';
import type { HealthyLevel } from '../kpi/health/detector.js';
import type { EwmaSettings } from '../kpi/health/ewma-detector.js';
import type { NumberSeries } from '../series/number-series.js';
import type { Interval } from '../time/interval.js';

/** Deviations by which a setting is widened at a time. */
const step = 0.25;

/**
 * Widens the settings of a detector until it is quiet over the healthy period itself: the limit of an EWMA, the slack of a
 * CUSUM, in steps of a quarter of a deviation.
 *
 * Tabulated settings promise few false alarms for independent readings only. Readings of a machine follow its load; what
 * they do in a healthy period is then the better measure, and it needs no record of failures.
 *
 * @param healthy - the intervals the level was taken from
 * @throws {RangeError} if a setting is out of its range
 */
export function quietSettings<Settings extends EwmaSettings | CusumSettings>(
  readings: NumberSeries | undefined,
  healthy: readonly Interval[],
  level: HealthyLevel,
  settings: Settings,
): Settings {
  const widened = (steps: number): Settings =>
    'weight' in settings
      ? { ...settings, limit: settings.limit + steps * step }
      : { ...settings, slack: settings.slack + steps * step };
  const isQuiet = (steps: number) => departureAlarms(readings, healthy, level, widened(steps)).length === 0;
  if (isQuiet(0)) return settings;
  let noisy = 0;
  let quiet = 1;
  while (!isQuiet(quiet)) {
    noisy = quiet;
    quiet *= 2;
  }
  while (quiet - noisy > 1) {
    const middle = Math.floor((noisy + quiet) / 2);
    if (isQuiet(middle)) quiet = middle;
    else noisy = middle;
  }
  return widened(quiet);
}
