import type { TextSegment, TextSeries } from '../../series/text-series.js';
import { type Interval, union } from '../../time/interval.js';
import { machineCounts } from '../oee/machine-oee.js';
import type { ProductionRecord } from '../production/counted-parts.js';
import { spanOf } from '../span-of.js';
import { overlap } from '../time-model/overlap.js';
import { total } from '../total.js';

/** A machine that says which order it works on. */
export interface OrderMachine extends ProductionRecord {
  readonly id: string;
  /** The order that is registered at it; empty text: none. */
  readonly orders: TextSeries | undefined;
  /** Milliseconds since the epoch: which order was registered later is not known. Default: no limit. */
  readonly ordersKnownUntil?: number;
}

/** The parts of an interval that are planned for production, in time order. */
export type Planned = (interval: Interval) => readonly Interval[];

/** When an order was registered at a machine, from the first to the last time. */
export interface OrderStretches extends Interval {
  readonly machine: OrderMachine;
  /** In time order. */
  readonly registered: readonly Interval[];
  /** Since it was first registered: nobody knows which order was. In time order. */
  readonly unknown: readonly Interval[];
}

/** Sources repeat what they say: going through all of it is done once a change, not once an order. */
const histories = new WeakMap<TextSeries, { revision: number; segments: readonly TextSegment[] }>();

/** All that a machine said of its orders; the last of it holds on. */
export function historyOf(orders: TextSeries): readonly TextSegment[] {
  let history = histories.get(orders);
  if (history?.revision !== orders.revision) {
    const { revision, firstTime: from = 0 } = orders;
    const segments = orders.segments({ from, to: Number.MAX_SAFE_INTEGER });
    histories.set(orders, (history = { revision, segments }));
  }
  return history.segments;
}

/** When an order was registered at a machine until a moment; `undefined` where it never was. */
export function orderStretches(
  machine: OrderMachine,
  order: string,
  now: number,
): OrderStretches | undefined {
  const history = machine.orders ? historyOf(machine.orders) : [];
  const known = Math.min(now, machine.ordersKnownUntil ?? Infinity);
  const said = union(history.filter(({ text, quality }) => text === order && quality !== 'bad'));
  const registered = overlap(said, [{ from: -Infinity, to: known }]);
  if (registered.length === 0) return undefined;
  const span = spanOf(registered);
  const since = { from: span.from, to: now };
  const missing = [...history.filter(({ quality }) => quality === 'bad'), { from: known, to: now }];
  return { ...span, machine, registered, unknown: overlap(union(missing), [since]) };
}

/** Units that count for an order: good ones, or all where only those are counted. */
export function goodIn(machine: OrderMachine, interval: Interval): number | undefined {
  const { good, produced } = machineCounts(machine, interval);
  return good ?? produced;
}

/** The same in the time in which the order was registered, until a moment; what is not counted adds nothing. */
export function goodUntil(stretches: readonly OrderStretches[], until: number, from = -Infinity): number {
  const parts = stretches.flatMap(({ machine, registered }) =>
    overlap(registered, [{ from, to: until }]).map((part) => goodIn(machine, part) ?? 0),
  );
  return total(parts);
}
