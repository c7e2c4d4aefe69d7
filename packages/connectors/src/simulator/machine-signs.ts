import type { EquipmentState } from '@twinfloor/core';
import type { Order } from './order-book.js';
import type { Report } from './report.js';
import type { Census } from './world.js';

/** What a machine says of itself beside its counts: state with reason, and what it works on. */
export class MachineSigns {
  #state: EquipmentState | undefined;
  #reason: string | undefined;
  readonly #report: Report;
  readonly #census: Census;
  readonly #handles: Readonly<Record<'state' | 'reason' | 'order' | 'product' | 'orderQuantity', number>>;

  constructor(equipment: string, report: Report, census: Census) {
    this.#report = report;
    this.#census = census;
    const handle = (signal: string): number => report.handle(equipment, signal);
    this.#handles = {
      state: handle('state'),
      reason: handle('reason'),
      order: handle('order'),
      product: handle('product'),
      orderQuantity: handle('orderQuantity'),
    };
  }

  get state(): EquipmentState {
    return this.#state ?? 'offline';
  }

  setState(time: number, state: EquipmentState, reason?: string): void {
    if (state === this.#state && reason === this.#reason) return;
    if (state !== this.#state) this.#report.state(this.#handles.state, time, state);
    this.#census.change(this.state, state);
    this.#state = state;
    this.#reason = reason;
    if (reason !== undefined) this.#report.value(this.#handles.reason, time, reason);
  }

  /**
   * Tells what it works on from now on.
   *
   * @param isFirst - whether it worked on nothing before
   * @param isOther - whether the product is another one
   */
  tellOrder(time: number, order: Order, isFirst: boolean, isOther: boolean): void {
    // The pieces counted at this very time belong to the order before.
    const after = isFirst ? time : time + 1;
    this.#report.value(this.#handles.order, after, order.id);
    this.#report.value(this.#handles.orderQuantity, after, order.quantity);
    if (order.product && isOther) this.#report.value(this.#handles.product, after, order.product.id);
  }
}
