import { type ConditionHealth, conditionHealth } from '../kpi/health/condition-health.js';
import type { ConditionOptions, ConditionRecord } from '../kpi/health/condition-segments.js';
import { type HealthAdvisory, healthAdvisories } from './health-advisories.js';
import { meanPerPart } from './mean-per-part.js';
import { stateIntervals } from '../kpi/health/state-intervals.js';
import { type TrendOptions, type TrendToLimit, trendToLimit } from '../kpi/health/trend-to-limit.js';
import type { Bounds, Kpi, KpiWarning } from '../kpi/kpi.js';
import { ratio } from '../kpi/ratio.js';
import type { EquipmentState } from '../model/equipment-state.js';
import type { ConditionZone } from '../model/signal.js';
import type { Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import { untilNow } from './past.js';

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
  readonly advisories: readonly HealthAdvisory[];
}

/** What the health of an equipment was made of. */
export interface EquipmentHealthInput {
  /** Its signals with zones that were ever observed, in the order of its parts and of the workshop file. */
  readonly signals: readonly SignalHealth[];
}

/** The health index of an equipment, 0 to 1: that of its worst signal. */
export interface EquipmentHealth extends Kpi<EquipmentHealthInput> {
  /** The interval, cut off at the moment of the clock. */
  readonly interval: Interval;
}

/** How the health of an equipment is judged. */
export interface EquipmentHealthOptions extends ConditionOptions {
  /** The states in which its readings count. Default: `running`. Equipment without states counts at all times. */
  readonly states?: readonly EquipmentState[];
  /** How trends are fitted, see {@link trendToLimit}. */
  readonly trend?: TrendOptions;
}

/** Means that a trend is fitted to. */
const trendPoints = 50;

/**
 * The health of an equipment with all that belongs to it: for each signal for which the workshop file gives zones, the
 * zone at the end, the time in each zone and the trend to the next limit, over the time in which its machine ran.
 *
 * The worst signal speaks for the whole: a good motor does not make up for a broken pump.
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentHealth(
  twin: Twin,
  equipment: string,
  interval: Interval,
  options: EquipmentHealthOptions = {},
): EquipmentHealth {
  const past = untilNow(twin, interval);
  const signals = [equipment, ...descendants(twin, equipment)].flatMap((id) =>
    signalsWithZones(twin, id).map((name) => signalHealth(twin, id, name, past, options)),
  );
  const judged = signals.filter(({ health }) => health.bounds !== undefined).map(({ health }) => health);
  const values = judged.flatMap(({ value }) => value ?? []);
  const time = signals.reduce((sum, { health }) => sum + health.inputs.time, 0);
  const unknown = signals.reduce((sum, { health }) => sum + health.inputs.unknownTime, 0);
  const warnings: KpiWarning[] = signals.length === 0 ? [{ key: 'noZones', subjects: [equipment] }] : [];
  return {
    value: values.length > 0 ? Math.min(...values) : undefined,
    bounds: worst(judged.flatMap(({ bounds }) => bounds ?? [])),
    coverage: ratio(time - unknown, time),
    inputs: { signals },
    warnings,
    interval: past,
  };
}

function worst(bounds: readonly Bounds[]): Bounds | undefined {
  if (bounds.length === 0) return undefined;
  return {
    low: Math.min(...bounds.map(({ low }) => low)),
    high: Math.min(...bounds.map(({ high }) => high)),
  };
}

function descendants(twin: Twin, equipment: string): string[] {
  return twin.tree.children(equipment).flatMap((child) => [child, ...descendants(twin, child)]);
}

/** Names of the signals of one equipment that have zones and were observed. */
function signalsWithZones(twin: Twin, equipment: string): string[] {
  const names = twin.workshop.signals.filter(({ zones }) => zones !== undefined).map(({ name }) => name);
  return [...new Set(names)].filter(
    (name) =>
      twin.seriesOf(equipment, name, 'number') !== undefined &&
      twin.signal(`${equipment}/${name}`).definition.zones !== undefined,
  );
}

function signalHealth(
  twin: Twin,
  equipment: string,
  name: string,
  past: Interval,
  { states = ['running'], trend: trendOptions, ...options }: EquipmentHealthOptions,
): SignalHealth {
  const signal = `${equipment}/${name}`;
  const { zones = [] } = twin.signal(signal).definition;
  const readings = twin.seriesOf(equipment, name, 'number');
  const knownUntil = twin.knownUntil(equipment, name);
  const record: ConditionRecord = { readings, zones, knownUntil };
  const machineStates = twin.seriesOf(equipment, 'state', 'state');
  const counts = machineStates
    ? stateIntervals(machineStates, past, states, twin.knownUntil(equipment, 'state'))
    : [past];
  const health = conditionHealth(record, counts, options);
  const nextZone = health.zone && zones[zones.indexOf(health.zone) + 1];
  const limit = nextZone && health.zone?.below;
  const { times, means } = meanPerPart(readings, cutOff(counts, knownUntil), trendPoints);
  const trend =
    limit === undefined ? undefined : trendToLimit(times, means, limit, { now: past.to, ...trendOptions });
  const evidence = trend && nextZone && { toLimit: trend, severity: nextZone.severity };
  return {
    signal,
    health,
    trend,
    nextZone,
    advisories: healthAdvisories({ health, ...(evidence && { trend: evidence }) }),
  };
}

/** The intervals up to a moment. */
function cutOff(intervals: readonly Interval[], until: number): Interval[] {
  return intervals
    .filter(({ from }) => from < until)
    .map(({ from, to }) => ({ from, to: Math.min(to, until) }));
}
