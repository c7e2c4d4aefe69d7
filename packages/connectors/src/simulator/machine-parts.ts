import type { Buffer, Outlet, Source } from './buffer.js';
import type { MachineKind } from './machine-kinds.js';
import type { Order, OrderBook } from './order-book.js';
import type { WorkingTime } from './working-time.js';

/** Pieces are made in lots that take about this long, so that fast machines cost no more than slow ones. */
export const lotTime = 45_000;

/** A pause up to this is a stop with the machine on; in a longer one it is switched off. In ms. */
export const longestPause = 3_600_000;

/** What a machine is made of. */
export interface MachineParts {
  readonly id: string;
  readonly kind: MachineKind;
  readonly ratedPower: number;
  /** Milliseconds a piece of a product takes at the rated speed. */
  idealCycle(order: Order): number;
  /** What stands before it; without one it takes from the store of material. */
  readonly buffer: Buffer | undefined;
  readonly book: OrderBook;
  /** The store of material of a machine without a buffer, where there is one. */
  readonly source: Source | undefined;
  /** Where its pieces go; without any they leave the factory. */
  readonly outlets: readonly Outlet[];
  readonly time: WorkingTime;
  /** It waits this long for others before it says so, in ms: a shorter wait is lost speed. */
  readonly patience: number;
  /** Whether it is held back while load is shed. */
  readonly isSheddable: boolean;
}
