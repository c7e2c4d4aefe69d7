import type { Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { checkAmounts } from '../share.js';
import type { OeeInput } from './oee.js';

/** What a TEEP is made of. */
export interface TeepInput {
  /** `undefined`: the OEE has no value. */
  readonly oee: number | undefined;
  /** PBT. */
  readonly plannedTime: number;
  /** In the unit of the planned time. */
  readonly calendarTime: number;
}

/**
 * Total effective equipment performance: OEE × planned time ÷ calendar time. Not in ISO 22400; as oee.com defines it.
 * What a machine made of all hours of the day.
 *
 * @param figures - the OEE, with its planned time
 * @param calendarTime - all time, in the unit of the planned time: of two machines, twice the interval
 * @throws {RangeError} if the calendar time is negative, not finite, or shorter than the planned time
 */
export function teep(figures: Kpi<Pick<OeeInput, 'plannedTime'>>, calendarTime: number): Kpi<TeepInput> {
  const { value, bounds, coverage, warnings } = figures;
  const { plannedTime } = figures.inputs;
  checkAmounts({ calendarTime, plannedTime });
  if (plannedTime > calendarTime) {
    throw new RangeError(`invalid calendarTime: ${calendarTime}, allowed: at least ${plannedTime}`);
  }
  const planned = ratio(plannedTime, calendarTime) ?? 0;
  return {
    value: value === undefined ? undefined : value * planned,
    bounds: bounds && { low: bounds.low * planned, high: bounds.high * planned },
    coverage,
    inputs: { oee: value, plannedTime, calendarTime },
    warnings,
  };
}
