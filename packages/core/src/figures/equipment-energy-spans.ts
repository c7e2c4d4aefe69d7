import { energyAmount } from '../kpi/energy/energy-amount.js';
import type { Interval } from '../time/interval.js';
import { energyRecord, energySources } from './equipment-energy.js';
import { untilNow } from './past.js';
import type { Twin } from '../twin/twin.js';

/**
 * Electric energy of an equipment in each of some intervals, e.g. the hours of a shift, in kWh; `undefined` where
 * nothing was measured. Neighbouring intervals add up to the energy of the whole.
 *
 * @param intervals - each is cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or an interval runs backwards
 */
export function equipmentEnergySpans(
  twin: Twin,
  equipment: string,
  intervals: readonly Interval[],
): (number | undefined)[] {
  const records = energySources(twin, equipment).map((id) => energyRecord(twin, id));
  return intervals.map((interval) => {
    const past = untilNow(twin, interval);
    let sum: number | undefined;
    for (const record of records) {
      const { amount, measuredTime } = energyAmount(record, past);
      if (measuredTime > 0) sum = (sum ?? 0) + amount;
    }
    return sum;
  });
}
