import type { EnergyRecord } from '../kpi/energy/energy.js';
import type { Twin } from '../twin/twin.js';
import { energyRecord, energySources } from './equipment-energy.js';

/** The carrier that is there without being told. */
export const electricity = 'electricity';

/**
 * What a meter says of a carrier, in the unit of the carrier: of electricity its `energy` or `power`; of another carrier
 * the counter that is named after it, e.g. `meter-1/gas`, else, of a meter of this carrier only, its `energy`, or its
 * `power` as units an hour.
 */
export function carrierRecord(twin: Twin, meter: string, carrier: string): EnergyRecord {
  if (carrier === electricity) return energyRecord(twin, meter);
  const own = twin.seriesOf(meter, carrier, 'counter');
  const isOnly = twin.workshop.energy.meters.every(
    (one) => one.equipment !== meter || one.carrier === carrier,
  );
  if (own || !isOnly) return { counter: own, power: undefined };
  return {
    counter: twin.seriesOf(meter, 'energy', 'counter'),
    power: twin.seriesOf(meter, 'power', 'number'),
    powerKnownUntil: twin.knownUntil(meter, 'power'),
  };
}

/**
 * Ids of the meters that tell how much of a carrier an equipment used, each once: those that measure it, else those of
 * what belongs to it. Electricity may also be measured by the machines themselves.
 */
export function carrierSources(twin: Twin, equipment: string, carrier: string): readonly string[] {
  if (carrier === electricity) return energySources(twin, equipment);
  return [...new Set(metersOf(twin, equipment, carrier))];
}

function metersOf(twin: Twin, equipment: string, carrier: string): readonly string[] {
  const meters = twin.workshop.energy.meters
    .filter((meter) => meter.carrier === carrier && meter.measures.includes(equipment))
    .map((meter) => meter.equipment);
  if (meters.length > 0) return meters;
  return twin.tree.children(equipment).flatMap((child) => metersOf(twin, child, carrier));
}
