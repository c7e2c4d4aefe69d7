import { type EnergyCost, energyCost } from '../kpi/energy/energy-cost.js';
import type { Interval } from '../time/interval.js';
import { TariffCalendar } from '../time/tariff.js';
import { energyRecord, energySources } from './equipment-energy.js';
import { untilNow } from './past.js';
import type { Twin } from '../twin/twin.js';

const calendars = new WeakMap<Twin, TariffCalendar>();

/** The tariffs of a twin's workshop in the time of its site. */
export function tariffCalendar(twin: Twin): TariffCalendar {
  let calendar = calendars.get(twin);
  if (!calendar) {
    calendar = new TariffCalendar(twin.workshop.energy.tariffs, twin.workshop.timeZone);
    calendars.set(twin, calendar);
  }
  return calendar;
}

/**
 * Cost of the electric energy of an equipment, from the same meters and machines as {@link equipmentEnergy}.
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentEnergyCost(twin: Twin, equipment: string, interval: Interval): EnergyCost {
  const records = energySources(twin, equipment).map((id) => energyRecord(twin, id));
  return energyCost(records, tariffCalendar(twin).spans(untilNow(twin, interval)));
}
