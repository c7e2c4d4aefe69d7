import { type Interval, intersection, totalDuration } from '../../time/interval.js';
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
  const { id, quantity, plannedStart: from, plannedEnd: to } = order;
  const stretches = machines.flatMap((machine) => orderStretches(machine, id, now) ?? []);
  const span = from !== undefined && to !== undefined && from < to ? { from, to } : undefined;
  const time = span ? totalDuration(planned(span)) : 0;
  const rate = time > 0 && quantity !== undefined ? quantity / time : undefined;
  return hours.map((hour) => {
    const part = span && intersection(hour, span);
    return {
      from: hour.from,
      to: hour.to,
      planned: rate === undefined ? undefined : part ? totalDuration(planned(part)) * rate : 0,
      good:
        hour.from >= now || stretches.length === 0
          ? undefined
          : goodUntil(stretches, Math.min(hour.to, now), hour.from),
    };
  });
}
