import type { TextSeries, Twin } from '@twinfloor/core';

/** How far the order of a machine is. */
export interface OrderProgress {
  /** Good units since the order began on this machine. */
  readonly good: number;
  /** Units ordered; `undefined` if nobody said. */
  readonly quantity: number | undefined;
}

interface Begun {
  readonly text: string;
  readonly since: number;
}

// Sources repeat what they say: looking back for the beginning is done once an order.
const begun = new WeakMap<TextSeries, Begun>();

/** How far the order under way is at the moment of the clock; `undefined` without an order or a count. */
export function orderProgress(twin: Twin, id: string): OrderProgress | undefined {
  const now = twin.clock.now();
  const orders = twin.seriesOf(id, 'order', 'text');
  const index = orders?.indexAt(now) ?? -1;
  if (!orders || index < 0 || orders.textAt(index) === '') return undefined;
  const counter = twin.seriesOf(id, 'goodCount', 'counter') ?? twin.seriesOf(id, 'producedCount', 'counter');
  const good = counter?.count({ from: beginOf(orders, index, now), to: now });
  if (good === undefined) return undefined;
  return { good, quantity: twin.seriesOf(id, 'orderQuantity', 'number')?.at(now)?.value };
}

function beginOf(orders: TextSeries, last: number, now: number): number {
  const text = orders.textAt(last);
  const known = begun.get(orders);
  if (known?.text === text && known.since <= now) return known.since;
  let first = last;
  while (first > 0 && orders.textAt(first - 1) === text) first--;
  const since = orders.timeAt(first);
  begun.set(orders, { text, since });
  return since;
}
