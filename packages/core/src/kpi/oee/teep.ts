import { allow } from '../allow.js';
import type { Kpi } from '../kpi.js';
import { product, share } from '../share.js';
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
  const { value, coverage, warnings } = figures;
  const { plannedTime } = figures.inputs;
  allow(plannedTime <= calendarTime, 'calendarTime', calendarTime, `at least ${plannedTime}`);
  const inputs = { oee: value, plannedTime, calendarTime };
  const planned = share(inputs, plannedTime, calendarTime, 0, coverage, warnings);
  return { ...planned, ...product([figures, planned]) };
}
