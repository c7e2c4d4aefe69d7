import { ratio } from '../kpi/ratio.js';
import type { Bounds, Kpi, KpiWarning } from '../kpi/kpi.js';
import type { Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import { untilNow } from './past.js';
import { type EquipmentHealthOptions, type SignalHealth, signalHealth } from './signal-health.js';

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
