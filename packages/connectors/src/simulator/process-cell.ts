import { Actor } from './agenda.js';
import type { Buffer, Giver } from './buffer.js';
import type { MachineKind } from './machine-kinds.js';
import { machineKind } from './machine-kinds.js';
import type { Order, OrderBook } from './order-book.js';
import { ProcessDevice } from './process-device.js';
import { Tally } from './tally.js';
import { Tank } from './tank.js';
import type { WorkingTime } from './working-time.js';
import type { MachineWorld } from './world.js';

const step = 30_000;
const minute = 60_000;

/** kg of a batch, and what is moved in one step. */
const batch = { size: 900, charged: 60, discharged: 75 };

/** The equipment of a process cell, by what it does. */
export interface CellParts {
  readonly reactor: { readonly id: string; readonly ratedPower: number };
  /** Pumps before and behind the reactor. */
  readonly chargePumps: readonly { readonly id: string; readonly ratedPower: number }[];
  readonly dischargePumps: readonly { readonly id: string; readonly ratedPower: number }[];
  /** Tanks that are emptied into the reactor, the first one by far the most. */
  readonly rawTanks: readonly string[];
  /** The tank that batches go to; without one they leave. */
  readonly productTank: string | undefined;
  /** What is in the product tank, where a machine takes from it. */
  readonly product: Buffer | undefined;
  /** Milliseconds a kg of a product takes at the rated speed. */
  idealCycle(order: Order): number;
  readonly book: OrderBook;
  readonly time: WorkingTime;
}

/** Share of its rated power at which a pump circulates what it does not move on. */
const circulation = 0.12;

type Phase = 'idle' | 'charging' | 'reacting' | 'discharging';

/** Makes batches: raw material is pumped into a reactor, reacts, and is pumped into a tank. All in whole kg. */
export class ProcessCell extends Actor implements Giver {
  readonly reactor: ProcessDevice;
  readonly devices: readonly ProcessDevice[];
  readonly tally: Tally;
  readonly tanks: readonly Tank[];
  /** kg in the reactor. */
  content = 0;
  /** kg that lorries brought. */
  brought = 0;
  #phase: Phase = 'idle';
  #order: Order | undefined;
  #reactedAt = 0;
  #residue = 0;
  readonly #initial: number;
  readonly #productTank: Tank | undefined;
  readonly book: OrderBook;
  readonly #parts: CellParts;
  readonly #world: MachineWorld;
  readonly #orderHandles: Readonly<Record<'order' | 'product' | 'orderQuantity', number>>;

  constructor(rank: number, parts: CellParts, world: MachineWorld) {
    super(rank);
    this.#parts = parts;
    this.book = parts.book;
    this.#world = world;
    let next = rank;
    const device = (
      one: { readonly id: string; readonly ratedPower: number },
      kind: MachineKind,
    ): ProcessDevice => new ProcessDevice((next += 1), one, kind, parts.time, world);
    this.reactor = device(parts.reactor, machineKind('reactor'));
    const pumps = machineKind('pump');
    this.devices = [
      this.reactor,
      ...parts.chargePumps.map((one) => device(one, pumps)),
      ...parts.dischargePumps.map((one) => device(one, pumps)),
    ];
    this.reactor.power.onCoarseTick = (time) => this.tally.tell(time);
    this.tally = new Tally(parts.reactor.id, world.report, world.begin);
    const { random } = world;
    this.tanks = parts.rawTanks.map(
      (id, index) => new Tank(id, index === 0 ? 12_000 : 2_000, random.between(0.4, 0.9), world),
    );
    this.#initial = this.stored;
    const { product, productTank } = parts;
    if (productTank !== undefined) {
      this.#productTank = new Tank(productTank, product?.capacity ?? 6_000, 0, world);
    }
    const handle = (signal: string): number => world.report.handle(parts.reactor.id, signal);
    this.#orderHandles = {
      order: handle('order'),
      product: handle('product'),
      orderQuantity: handle('orderQuantity'),
    };
    this.act(world.begin);
  }

  get order(): Order | undefined {
    return this.#order;
  }

  /** kg in the raw tanks. */
  get stored(): number {
    return this.tanks.reduce((sum, { content }) => sum + content, 0);
  }

  /** kg that came in and are not accounted for: always 0. */
  get imbalance(): number {
    const { good, scrap } = this.tally;
    const inside = this.stored - this.#initial + this.content;
    return this.brought - inside - good - scrap;
  }

  /** Tells of the product tank that there is more room; the next step looks anyway. */
  roomMade(): void {}

  act(time: number): void {
    this.#world.agenda.schedule(this, time + step);
    for (const device of this.devices) device.step(time, step);
    this.#work(time);
    this.#refill();
    const isOpen = this.#parts.time.isOpen(time);
    for (const tank of this.tanks) tank.update(time, isOpen);
    if (!this.#productTank) return;
    this.#productTank.content = this.#parts.product?.count ?? 0;
    this.#productTank.update(time, isOpen);
  }

  #work(time: number): void {
    const charge = this.devices.slice(1, 1 + this.#parts.chargePumps.length);
    const discharge = this.devices.slice(1 + charge.length);
    const isDown = this.reactor.isDown;
    if (this.#phase === 'idle') this.#begin(time);
    const isCharging = this.#phase === 'charging' && !isDown && !charge.some((pump) => pump.isDown);
    const isDischarging = this.#phase === 'discharging' && !isDown && !discharge.some((pump) => pump.isDown);
    const hasCharged = isCharging && this.#charge();
    const hasDischarged = isDischarging && this.#discharge(time);
    for (const pump of charge) pump.set(time, 'running', hasCharged ? undefined : circulation);
    for (const pump of discharge) pump.set(time, 'running', hasDischarged ? undefined : circulation);
    switch (this.#phase) {
      case 'idle':
        this.reactor.set(time, this.#parts.book.stoppedUntil > time ? 'starved' : 'idle');
        break;
      case 'charging':
        this.reactor.set(time, hasCharged ? 'running' : 'starved', 0.4);
        if (this.content === batch.size) this.#react(time);
        break;
      case 'reacting':
        this.reactor.set(time, 'running');
        if (isDown) this.#reactedAt += step;
        else if (time >= this.#reactedAt) this.#phase = 'discharging';
        break;
      case 'discharging':
        this.reactor.set(time, hasDischarged ? 'running' : 'blocked', 0.3);
    }
  }

  #begin(time: number): void {
    const { book, time: hours } = this.#parts;
    // A batch that could not be finished is not begun.
    if (!hours.isOpen(time) || hours.closesAt(time) - time < 50 * minute || book.stoppedUntil > time) return;
    const order = book.current;
    book.take(Math.min(batch.size, book.left));
    const { report } = this.#world;
    if (order !== this.#order) {
      this.tally.tell(time);
      // The kg counted at this very time belong to the order before.
      const after = this.#order ? time + 1 : time;
      report.value(this.#orderHandles.order, after, order.id);
      report.value(this.#orderHandles.orderQuantity, after, order.quantity);
      if (order.product) report.value(this.#orderHandles.product, after, order.product.id);
      this.#order = order;
      this.#parts.product?.announce(time);
    }
    this.#phase = 'charging';
  }

  /** Moves one step into the reactor; returns whether there was enough. */
  #charge(): boolean {
    const [first, ...others] = this.tanks;
    const each = others.length > 0 ? Math.floor((batch.charged * 0.1) / others.length) : 0;
    const shares = [batch.charged - each * others.length, ...others.map(() => each)];
    if (first && this.tanks.some((tank, index) => tank.content < shares[index])) return false;
    for (const [index, tank] of this.tanks.entries()) tank.content -= shares[index];
    if (!first) this.brought += batch.charged;
    this.content += batch.charged;
    return true;
  }

  #react(time: number): void {
    const { random } = this.#world;
    const rated = batch.size * this.#parts.idealCycle(this.#order as Order);
    const pumped = step * (batch.size / batch.charged + batch.size / batch.discharged);
    this.#phase = 'reacting';
    this.#reactedAt = time + Math.max(5 * minute, rated * random.between(1.03, 1.12) - pumped);
    this.#residue = 4 + random.whole(10);
  }

  /** Moves one step out of the reactor; returns whether there was room. */
  #discharge(time: number): boolean {
    const { product } = this.#parts;
    const count = Math.min(batch.discharged, this.content - this.#residue);
    if (product && product.room < count) return false;
    const order = this.#order as Order;
    product?.put(order, count, time);
    this.content -= count;
    // Counted step by step, so that what went into the tank and what was counted agree at any moment.
    const isDone = this.content === this.#residue;
    this.tally.count(time, count, isDone ? this.#residue : 0, 'Residue flushed');
    if (!isDone) return true;
    this.content = 0;
    this.#phase = 'idle';
    return true;
  }

  #refill(): void {
    for (const tank of this.tanks) this.brought += tank.refill();
  }
}
