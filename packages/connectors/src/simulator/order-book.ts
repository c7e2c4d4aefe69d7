import type { Product } from '@twinfloor/core';
import type { RandomStream } from './random-stream.js';

/** So many of one product are to be made. */
export interface Order {
  /** Position in the book; later ones are larger. */
  readonly number: number;
  readonly id: string;
  /** `undefined` where the workshop file names no product for the machines. */
  readonly product: Product | undefined;
  readonly quantity: number;
}

/** What an order takes at most, in hours of the flow. */
const orderHours = [5, 12] as const;

/** The orders of machines that feed each other, one after the other: all of them work on the same. */
export class OrderBook {
  /** Until then there is no material for the first machines of the flow, in milliseconds since the epoch. */
  stoppedUntil = -Infinity;
  #order: Order;
  #left: number;
  readonly #name: string;
  readonly #products: readonly Product[];
  /** Units an hour. */
  readonly #rate: number;
  readonly #random: RandomStream;

  constructor(name: string, products: readonly Product[], rate: number, random: RandomStream) {
    this.#name = name;
    this.#products = products;
    this.#rate = rate;
    this.#random = random;
    this.#order = this.#make(0);
    this.#left = this.#order.quantity;
  }

  /** The order that the first machines work on. */
  get current(): Order {
    if (this.#left > 0) return this.#order;
    this.#order = this.#make(this.#order.number + 1);
    this.#left = this.#order.quantity;
    return this.#order;
  }

  /** The same while there is material. */
  orderAt(time: number): Order | undefined {
    return this.stoppedUntil > time ? undefined : this.current;
  }

  /** How much of the current order is still to be begun. */
  get left(): number {
    return this.#left;
  }

  /** Begins some of the current order. */
  take(count: number): void {
    this.#left -= count;
  }

  #make(number: number): Order {
    const quantity = this.#rate * this.#random.between(orderHours[0], orderHours[1]);
    const step = quantity > 500 ? 100 : 10;
    return {
      number,
      id: `${this.#name}-${String(number + 1).padStart(2, '0')}`,
      product: this.#product(number),
      quantity: Math.max(step, Math.round(quantity / step) * step),
    };
  }

  /** Never twice the same, where there are several. */
  #product(number: number): Product | undefined {
    const others = this.#products.filter((product) => number === 0 || product !== this.#order.product);
    return others.length > 0 ? this.#random.pick(others) : this.#products[0];
  }
}
