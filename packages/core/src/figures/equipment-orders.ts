import type { JobOrder } from '../kpi/orders/job-order.js';
import { orderProgress, type OrderProgress } from '../kpi/orders/order-progress.js';
import { historyOf, type OrderMachine, orderStretches } from '../kpi/orders/order-stretches.js';
import { checkInterval, type Interval, intersection } from '../time/interval.js';
import { outputMachines } from './output-machines.js';
import { productionRecord } from './output.js';
import { machinesOf } from './past.js';
import type { Twin } from '../twin/twin.js';

/**
 * The orders that the machines of an equipment worked on in an interval, and those of the planning that are planned there
 * in it, each with its progress from its beginning until the moment of the clock; in the order in which they began or
 * are planned to.
 *
 * Where the planning does not say them, quantity and product are taken from the signals `orderQuantity` and `product` of
 * the machine. Counted is at the machines whose counts are the output, as for production.
 *
 * @param orders - what the planning says, see `jobOrders()`. Default: nothing
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentOrders(
  twin: Twin,
  equipment: string,
  interval: Interval,
  orders: readonly JobOrder[] = [],
): readonly OrderProgress[] {
  checkInterval(interval);
  const now = twin.clock.now();
  const machines = orderMachines(twin, equipment);
  const all = new Map<string, JobOrder>();
  for (const machine of machines) {
    for (const segment of machine.orders ? historyOf(machine.orders) : []) {
      if (segment.quality === 'bad' || segment.text === '') continue;
      const until = Math.min(interval.to, now, machine.ordersKnownUntil ?? Infinity);
      if (intersection(segment, { from: interval.from, to: until })) {
        all.set(segment.text, { id: segment.text, equipment: [machine.id] });
      }
    }
  }
  const known = new Set([equipment, ...twin.tree.ancestors(equipment), ...belowOf(twin, equipment)]);
  for (const order of orders) {
    const { plannedStart = Infinity, plannedEnd = plannedStart } = order;
    const isPlanned =
      plannedStart < interval.to && plannedEnd > interval.from && order.equipment.some((id) => known.has(id));
    if (isPlanned || all.has(order.id)) all.set(order.id, order);
  }
  const planned = (time: Interval) => twin.calendar.planned(time, equipment);
  return Array.from(all.values(), (order) =>
    orderProgress(completed(twin, order, machines, now), machines, planned, now),
  ).sort((a, b) => begin(a) - begin(b));
}

/** The machines of an equipment as `orderProgress()` takes them: those whose counts are the output, else all. */
export function orderMachines(twin: Twin, equipment: string): readonly OrderMachine[] {
  const output = outputMachines(twin, equipment);
  return (output.length > 0 ? output : machinesOf(twin, equipment)).map((id) => {
    return {
      ...productionRecord(twin, id),
      id,
      orders: twin.seriesOf(id, 'order', 'text'),
      ordersKnownUntil: twin.knownUntil(id, 'order'),
    };
  });
}

/** An order with what the machines say of it where the planning does not. */
function completed(twin: Twin, order: JobOrder, machines: readonly OrderMachine[], now: number): JobOrder {
  let { quantity, product } = order;
  for (const machine of machines) {
    const last = orderStretches(machine, order.id, now);
    if (!last) continue;
    const said = twin.seriesOf(machine.id, 'orderQuantity', 'number')?.at(last.to - 1)?.value;
    if (said !== undefined && said > 0) quantity ??= said;
    const made = twin.seriesOf(machine.id, 'product', 'text')?.at(last.to - 1);
    if (made && made.quality !== 'bad' && made.text !== '') product ??= made.text;
  }
  const unit = order.unit ?? (product === undefined ? undefined : twin.products.get(product)?.unit);
  return {
    ...order,
    ...(quantity !== undefined && { quantity }),
    ...(product !== undefined && { product }),
    ...(unit !== undefined && { unit }),
  };
}

function belowOf(twin: Twin, equipment: string): readonly string[] {
  return twin.tree.children(equipment).flatMap((id) => [id, ...belowOf(twin, id)]);
}

function begin({ actualStart, order }: OrderProgress): number {
  return actualStart ?? order.plannedStart ?? Infinity;
}
