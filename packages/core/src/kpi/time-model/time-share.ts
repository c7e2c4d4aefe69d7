import type { Kpi, KpiWarning } from '../kpi.js';
import { ratio } from '../ratio.js';
import { amountBounds, checkAmounts, share } from '../share.js';
import type { TimeModel } from './time-model.js';

/** The times that a figure is made of: a time model, or these alone where they come from elsewhere, in one unit. */
export type TimesOf<Name extends keyof TimeModel> = Pick<
  TimeModel,
  Name | 'plannedBusyTime' | 'unknownTime'
> & { readonly warnings?: readonly KpiWarning[] };

/** A share of planned busy time, or of one of its parts, of which the unknown time may be any. */
export function timeShare<Times extends TimesOf<never>>(
  times: Times,
  part: number,
  whole: number,
): Kpi<Times> {
  return share(times, part, whole, times.unknownTime, knownShare(times), times.warnings);
}

/** Share of the planned busy time with a trustworthy state; `undefined` without any. */
export function knownShare({ plannedBusyTime, unknownTime }: TimesOf<never>): number | undefined {
  return ratio(plannedBusyTime - unknownTime, plannedBusyTime);
}

/** Times of machines beside the time in which their orders were executed. */
export interface OrderTimes<Times> {
  readonly times: Times;
  /** In the unit of the times. */
  readonly orderExecutionTime: number;
}

/** A time ÷ the execution time of orders: a share of their own, or measured against a time that is known elsewhere. */
export function orderShare<Times extends TimesOf<'actualOrderExecutionTime'>>(
  times: Times,
  part: number,
  orderExecutionTime: number | undefined,
): Kpi<OrderTimes<Times>> {
  const whole = orderExecutionTime ?? times.actualOrderExecutionTime;
  checkAmounts({ orderExecutionTime: whole });
  const figure = timeShare(times, part, whole);
  return {
    ...figure,
    bounds: orderExecutionTime === undefined ? figure.bounds : amountBounds(part, whole, times.unknownTime),
    inputs: { times, orderExecutionTime: whole },
  };
}
