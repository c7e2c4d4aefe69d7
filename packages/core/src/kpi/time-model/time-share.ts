import type { Kpi, KpiWarning } from '../kpi.js';
import { ratio } from '../ratio.js';
import { amountBounds, share } from '../share.js';
import type { TimeModel } from './time-model.js';

/** The times that a figure is made of: a time model, or these alone where they come from elsewhere, in one unit. */
export type TimesOf<Name extends keyof TimeModel> = Pick<
  TimeModel,
  Name | 'plannedBusyTime' | 'unknownTime'
> & { readonly warnings?: readonly KpiWarning[] };

/**
 * A share of planned busy time, or of one of its parts, of which the unknown time may be any.
 *
 * @param warnings - default: those of the times; none for figures that are the same however orders are read
 */
export function timeShare<Times extends TimesOf<never>>(
  times: Times,
  part: number,
  whole: number,
  warnings = times.warnings,
): Kpi<Times> {
  return share(times, part, whole, times.unknownTime, knownShare(times), warnings);
}

/** Share of the planned busy time with a trustworthy state; `undefined` without any. */
export function knownShare({ plannedBusyTime, unknownTime }: TimesOf<never>): number | undefined {
  return ratio(plannedBusyTime - unknownTime, plannedBusyTime);
}

/** Times of machines beside the time in which their orders were executed, in the same unit. */
export type OrderTimes<Times> = Times & { readonly orderExecutionTime: number };

/** A time ÷ the execution time of orders: a share of their own, or measured against a time that is known elsewhere. */
export function orderShare<Times extends TimesOf<'actualOrderExecutionTime'>>(
  times: Times,
  part: number,
  given: number | undefined,
): Kpi<OrderTimes<Times>> {
  const orderExecutionTime = given ?? times.actualOrderExecutionTime;
  const figure = timeShare({ ...times, orderExecutionTime }, part, orderExecutionTime);
  const isPartOfIt = given === undefined;
  return isPartOfIt ? figure : { ...figure, bounds: amountBounds(part, given, times.unknownTime) };
}
