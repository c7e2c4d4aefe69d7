import type { TimesOf } from '../time-model/time-share.js';
import { type Oee, oee, type OeeInput } from './oee.js';

/** The pieces of an OEE and the times they should have taken. */
export type OeeQuantities = Pick<OeeInput, 'idealTime' | 'idealGoodTime' | 'producedCount' | 'goodCount'>;

/**
 * The OEE of a time model: its planned busy, production and unknown time with the pieces made in it.
 *
 * @param quantities - ideal times in the unit of the times
 * @throws {RangeError} as {@link oee}
 */
export function timeModelOee(times: TimesOf<'actualProductionTime'>, quantities: OeeQuantities): Oee {
  return oee({
    ...quantities,
    plannedTime: times.plannedBusyTime,
    unknownTime: times.unknownTime,
    productionTime: times.actualProductionTime,
  });
}
