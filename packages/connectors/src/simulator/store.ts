import { Actor } from './agenda.js';
import type { Outlet, Source } from './buffer.js';
import type { Order } from './order-book.js';
import { Power } from './power.js';
import type { WorkingTime } from './working-time.js';
import type { MachineWorld } from './world.js';
import { Presence } from './presence.js';

const period = 300_000;

/**
 * A store of material or goods. Lorries bring what runs low and fetch what fills it, so it is never in the way; what
 * it is short of for a moment it owes.
 */
export class Store extends Actor implements Outlet, Source {
  readonly room = Infinity;
  readonly power: Power;
  /** Pieces there, and at the beginning of the week. */
  count: number;
  readonly initial: number;
  /** Pieces that lorries brought and fetched. */
  brought = 0;
  fetched = 0;
  stored = 0;
  withdrawn = 0;
  readonly #presence: Presence;
  readonly #capacity: number;
  readonly #world: MachineWorld;
  readonly #handle: number;

  /** @param capacity - pieces */
  constructor(
    rank: number,
    id: string,
    ratedPower: number,
    capacity: number,
    time: WorkingTime,
    world: MachineWorld,
  ) {
    super(rank);
    this.#capacity = capacity;
    this.count = this.initial = Math.round(capacity * world.random.between(0.4, 0.7));
    this.#world = world;
    this.power = new Power(rank + 1, { id, ratedPower }, world);
    this.#presence = new Presence(id, time, this.power, world);
    this.#handle = world.report.handle(id, 'level');
    this.act(world.begin);
  }

  put(_order: Order, count: number): void {
    this.count += count;
    this.stored += count;
  }

  announce(): void {}

  withdraw(count: number): void {
    this.count -= count;
    this.withdrawn += count;
  }

  act(time: number): void {
    this.#world.agenda.schedule(this, time + period);
    this.#presence.update(time, 'running', 0.4);
    if (this.count < 0.2 * this.#capacity) this.#bring();
    else if (this.count > 0.9 * this.#capacity) this.#fetch();
    const { report } = this.#world;
    if (!report.isDetailed(time) && !report.isCoarseTick(time, period)) return;
    report.value(this.#handle, time, Math.round((1000 * this.count) / this.#capacity) / 10);
  }

  #bring(): void {
    const count = Math.round(0.6 * this.#capacity);
    this.count += count;
    this.brought += count;
  }

  #fetch(): void {
    const count = Math.round(0.6 * this.#capacity);
    this.count -= count;
    this.fetched += count;
  }
}
