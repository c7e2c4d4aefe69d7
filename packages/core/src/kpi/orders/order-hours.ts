import { type Interval, totalDuration } from '../../time/interval.js';
import { ratio } from '../ratio.js';
import { overlap } from '../time-model/overlap.js';
import type { JobOrder } from './job-order.js';
import { goodUntil, type OrderMachine, orderStretches, type Planned } from './order-stretches.js';

/** An hour of an order: what was planned against what was made. */
export interface OrderHour extends Interval {
  /** Units planned: the quantity spread over the planned time from planned start to end; `undefined` without these. */
  readonly planned: number | undefined;
  /** Units made for the order; `undefined` in the future, and where no machine has it. */
  readonly good: number | undefined;
}

/**
 * An order hour by hour. Planned units add up to the quantity, made ones to those of `orderProgress()`.
 *
 * @param hours - in time order, not overlapping
 * @param planned - the parts of an interval that are planned for production, in time order
 * @param now - milliseconds since the epoch; nothing was made later
 */
export function orderHours(
  order: JobOrder,
  machines: readonly OrderMachine[],
  hours: readonly Interval[],
  planned: Planned,
  now: number,
): OrderHour[] {
  const { id, quantity, plannedStart = NaN, plannedEnd = NaN } = order;
  const stretches = machines.flatMap((machine) => orderStretches(machine, id, now) ?? []);
  const spans = plannedStart < plannedEnd ? [{ from: plannedStart, to: plannedEnd }] : [];
  const rate = ratio(quantity, totalDuration(spans.flatMap(planned)));
  return hours.map(({ from, to }) => ({
    from,
    to,
    planned: rate && rate * totalDuration(overlap([{ from, to }], spans).flatMap(planned)),
    good: from < now && stretches.length > 0 ? goodUntil(stretches, Math.min(to, now), from) : undefined,
  }));
}
