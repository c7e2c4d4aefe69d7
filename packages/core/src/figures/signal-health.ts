import { type ConditionHealth, conditionHealth } from '../kpi/health/condition-health.js';
import type { ConditionOptions } from '../kpi/health/condition-segments.js';
import { defaultCusumSettings } from '../kpi/health/cusum-detector.js';
import { type DepartureAlarm, departureAlarms } from '../kpi/health/departures.js';
import { healthyReference, readingsDuring } from '../kpi/health/healthy-reference.js';
import { forEachReading } from '../kpi/observed.js';
import { stateIntervals } from '../kpi/health/state-intervals.js';
import { type TrendOptions, type TrendToLimit, trendToLimit } from '../kpi/health/trend-to-limit.js';
import type { EquipmentState } from '../model/equipment-state.js';
import type { ConditionZone } from '../model/signal.js';
import type { NumberSeries } from '../series/number-series.js';
import { type Interval, intersection } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import { type HealthAdvisory, healthAdvisories } from './health-advisories.js';
import { meanPerPart } from './mean-per-part.js';
import { untilNow } from './past.js';
import { quietSettings } from './quiet-settings.js';

/** The health of one condition signal of an equipment. */
export interface SignalHealth {
  /** Address of the signal, e.g. `press-01/vibration`. */
  readonly signal: string;
  /** Zone now, time in each zone, health index. */
  readonly health: ConditionHealth;
  /** The trend to the limit behind which the next zone begins; `undefined` in the last zone and without a reading. */
  readonly trend: TrendToLimit | undefined;
  /** The zone behind that limit. */
  readonly nextZone: ConditionZone | undefined;
  /** When it left the level of the healthy period; empty without one. */
  readonly departures: readonly DepartureAlarm[];
  readonly advisories: readonly HealthAdvisory[];
}

/** How the health of an equipment is judged. */
export interface EquipmentHealthOptions extends ConditionOptions {
  /** The states in which its readings count. Default: `running`. Equipment without states counts at all times. */
  readonly states?: readonly EquipmentState[];
  /**
   * A time in which all was well: CUSUM, with a slack wide enough to be quiet then, compares the readings with it, and a
   * trend begins with the departure that still lasts.
   * Default: none, and no departures.
   */
  readonly healthyPeriod?: Interval;
  /** How trends are fitted, see {@link trendToLimit}. */
  readonly trend?: TrendOptions;
}

/** Means that a trend is fitted to. */
const trendPoints = 50;

/**
 * The health of one signal of an equipment: zone, time in zones, departures from a healthy period, trend to the next limit,
 * from the readings of the time in which the equipment ran.
 *
 * @param past - already cut off at the moment of the clock
 */
export function signalHealth(
  twin: Twin,
  equipment: string,
  name: string,
  past: Interval,
  { states = ['running'], trend: trendOptions, healthyPeriod, ...options }: EquipmentHealthOptions,
): SignalHealth {
  const signal = `${equipment}/${name}`;
  const { zones = [] } = twin.signal(signal).definition;
  const readings = twin.seriesOf(equipment, name, 'number');
  const knownUntil = twin.knownUntil(equipment, name);
  const counts = countingTime(twin, equipment, past, states);
  const health = conditionHealth({ readings, zones, knownUntil }, counts, options);
  const nextZone = health.zone && zones[zones.indexOf(health.zone) + 1];
  const limit = nextZone && health.zone?.below;
  const healthy = healthyPeriod && countingTime(twin, equipment, untilNow(twin, healthyPeriod), states);
  const departures = readings && healthy ? departuresFrom(readings, healthy, counts) : [];
  const lasting = departures.filter(({ to }) => readings && to === lastTime(readings, counts));
  // What was before the departure is no part of its trend.
  const fitted = between(counts, lasting[0]?.onset ?? -Infinity, knownUntil);
  const { times, means } = meanPerPart(readings, fitted, trendPoints);
  const trend =
    limit === undefined ? undefined : trendToLimit(times, means, limit, { now: past.to, ...trendOptions });
  const evidence = trend && nextZone && { toLimit: trend, severity: nextZone.severity };
  return {
    signal,
    health,
    trend,
    nextZone,
    departures,
    advisories: healthAdvisories({
      health,
      departures: lasting,
      ...(evidence && { trend: evidence }),
    }),
  };
}

/** When readings of an equipment count: while it was in one of the states, at all times where it has none. */
function countingTime(
  twin: Twin,
  equipment: string,
  interval: Interval,
  states: readonly EquipmentState[],
): readonly Interval[] {
  const series = twin.seriesOf(equipment, 'state', 'state');
  return series ? stateIntervals(series, interval, states, twin.knownUntil(equipment, 'state')) : [interval];
}

function departuresFrom(
  readings: NumberSeries,
  healthy: readonly Interval[],
  counts: readonly Interval[],
): readonly DepartureAlarm[] {
  const reference = healthyReference(readingsDuring(readings, healthy));
  if (!reference) return [];
  // More than half of the readings may be equal, and their MAD 0.
  const deviation = reference.robustDeviation || reference.deviation;
  if (deviation === 0) return [];
  const level = { center: reference.median, deviation };
  const settings = quietSettings(readings, healthy, level, defaultCusumSettings);
  return departureAlarms(readings, counts, level, settings);
}

/** When the last reading that counts was observed. */
function lastTime(readings: NumberSeries, counts: readonly Interval[]): number | undefined {
  let last: number | undefined;
  forEachReading(readings, counts, (_, time) => (last = time));
  return last;
}

/** The parts of intervals between two moments. */
function between(intervals: readonly Interval[], from: number, to: number): Interval[] {
  return intervals.flatMap((interval) => intersection(interval, { from, to }) ?? []);
}
