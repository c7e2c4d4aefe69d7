import type { Order } from './order-book.js';
import type { Report } from './report.js';

/** Who takes out of a buffer. */
export interface Taker {
  /** Told when something has come. */
  supplied(time: number): void;
}

/** Who puts into a buffer. */
export interface Giver {
  /** What it works on. */
  readonly order: Order | undefined;
  /** Told when there is more room. */
  roomMade(time: number): void;
}

/** Where finished pieces go. */
export interface Outlet {
  /** How much more it can take. */
  readonly room: number;
  put(order: Order, count: number, time: number): void;
  /** Told when who puts into it has turned to another order. */
  announce(time: number): void;
}

/** Where material comes from. */
export interface Source {
  withdraw(count: number): void;
}

/**
 * The pieces at hand of one machine, told as its `bufferCount`. A piece is taken out when the machine has made it,
 * so what is being worked on counts as at hand, and the counts of the machines before and behind always add up.
 */
export class Buffer implements Outlet {
  readonly capacity: number;
  readonly givers: Giver[] = [];
  count = 0;
  /** All that ever came in. */
  received = 0;
  taker: Taker | undefined;
  #isTold = true;
  /** In the order of the book, so that lots of two orders that overtake each other cause no set-ups. */
  readonly #lots: { readonly order: Order; count: number }[] = [];
  readonly #report: Report;
  readonly #handle: number;

  constructor(capacity: number, report: Report, handle: number) {
    this.capacity = capacity;
    this.#report = report;
    this.#handle = handle;
  }

  get room(): number {
    return this.capacity - this.count;
  }

  /** The order of the pieces that are next. */
  get order(): Order | undefined {
    return this.#lots[0]?.order;
  }

  /** How many pieces of that order there are. */
  get ofOrder(): number {
    return this.#lots[0]?.count ?? 0;
  }

  put(order: Order, count: number, time: number): void {
    let index = this.#lots.length;
    while (index > 0 && this.#lots[index - 1].order.number > order.number) index--;
    const before = this.#lots[index - 1];
    if (before?.order === order) before.count += count;
    else this.#lots.splice(index, 0, { order, count });
    this.count += count;
    this.received += count;
    this.#tell(time);
    this.taker?.supplied(time);
  }

  /** The order for which whoever takes from it can get ready, once all before it work on later ones. */
  upcoming(than: Order | undefined): Order | undefined {
    let upcoming: Order | undefined;
    for (const { order } of this.givers) {
      if (order === undefined || order.number <= (than?.number ?? -1)) return undefined;
      if (upcoming === undefined || order.number < upcoming.number) upcoming = order;
    }
    return upcoming;
  }

  announce(time: number): void {
    if (this.count === 0) this.taker?.supplied(time);
  }

  /** Takes pieces of an order out that are there. */
  take(order: Order, count: number, time: number): void {
    const index = this.#lots.findIndex((lot) => lot.order === order);
    const lot = this.#lots[index];
    lot.count -= count;
    if (lot.count === 0) this.#lots.splice(index, 1);
    this.count -= count;
    this.#tell(time);
    for (const giver of this.givers) giver.roomMade(time);
  }

  /** Tells the count if it was not told since it changed, or anyway. */
  tell(time: number, anyway = false): void {
    if (this.#isTold && !anyway) return;
    this.#isTold = true;
    this.#report.value(this.#handle, time, this.count);
  }

  #tell(time: number): void {
    this.#isTold = false;
    if (this.#report.isDetailed(time)) this.tell(time);
  }
}
