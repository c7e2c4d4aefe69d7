import type { EquipmentState } from '@twinfloor/core';
import { Actor } from './agenda.js';
import type { Giver, Outlet, Taker } from './buffer.js';
import { Faults } from './faults.js';
import { longestPause, lotTime, type MachineParts } from './machine-parts.js';
import { MachineSigns } from './machine-signs.js';
import type { Order } from './order-book.js';
import { Power } from './power.js';
import { Tally } from './tally.js';
import { ToolWear } from './tool-wear.js';
import type { MachineWorld } from './world.js';

const second = 1_000;
const minute = 60_000;

type Phase = 'stopped' | 'working' | 'waiting' | 'holding' | 'interrupted';

/** One machine: takes pieces, works on them and hands them on, unless something comes between. */
export class Machine extends Actor implements Taker, Giver {
  readonly parts: MachineParts;
  readonly signs: MachineSigns;
  readonly power: Power;
  readonly tally: Tally;
  readonly tool: ToolWear;
  readonly faults: Faults;
  #phase: Phase = 'stopped';
  #order: Order | undefined;
  /** Pieces in work, or held because there is no room for them. */
  #lot = 0;
  #good = 0;
  /** Work left of the lot, in ms. */
  #left = 0;
  /** When work or wait began. */
  #since: number;
  #afterwards: (time: number) => void = (time) => this.#next(time);
  readonly #world: MachineWorld;

  constructor(rank: number, parts: MachineParts, world: MachineWorld) {
    super(rank);
    this.parts = parts;
    this.#world = world;
    const { report, random, begin } = world;
    const { id, kind, ratedPower } = parts;
    this.signs = new MachineSigns(id, report, world.census);
    this.power = new Power(rank + 1, { id, ratedPower, warmth: kind.temperature }, world);
    this.power.onCoarseTick = (time) => this.#tellCounts(time);
    this.tally = new Tally(id, report, begin);
    this.tool = new ToolWear(id, kind.toolHours, report, random, begin);
    this.faults = new Faults(id, kind, report, random, begin);
    parts.buffer?.tell(begin, true);
    this.#since = begin;
    this.#next(begin);
  }

  get order(): Order | undefined {
    return this.#order;
  }

  get state(): EquipmentState {
    return this.signs.state;
  }

  act(time: number): void {
    switch (this.#phase) {
      case 'working':
        return this.#pass(time);
      case 'waiting':
      case 'holding':
        return this.#losePatience(time);
      case 'stopped':
        return this.#next(time);
      case 'interrupted':
        return this.#afterwards(time);
    }
  }

  supplied(time: number): void {
    if (this.#phase === 'waiting') this.#next(time);
  }

  roomMade(time: number): void {
    if (this.#phase === 'holding') this.#handOn(time);
  }

  /** Makes it fail now, whatever it does, for longer than usual. */
  breakDown(time: number): void {
    if (this.#phase === 'interrupted' && this.state !== 'setup' && this.state !== 'idle') return;
    if (this.#phase === 'working') this.#work(time);
    this.#fail(time, true);
  }

  /** Tells all that a past without detail had left out. */
  catchUp(time: number): void {
    this.parts.buffer?.tell(time);
    this.tally.catchUp(time);
  }

  /** Looks for something to do. */
  #next(time: number): void {
    const { time: hours, buffer, book } = this.parts;
    if (!hours.isOpen(time)) return this.#stop(time);
    if (this.tool.isWorn) return this.#changeTool(time);
    const order = buffer ? (buffer.order ?? buffer.upcoming(this.#order)) : book.orderAt(time);
    if (order === undefined) return this.#wait(time, 'waiting');
    if (this.parts.isSheddable && this.#world.shedUntil > time) {
      const until = Math.min(this.#world.shedUntil, hours.closesAt(time));
      return this.#interrupt(time, 'idle', 'Load shed at the peak tariff', until - time, 'rest');
    }
    if (order !== this.#order) return this.#takeOrder(order, time);
    if (buffer?.count === 0) return this.#wait(time, 'waiting');
    this.#begin(order, time);
  }

  #begin(order: Order, time: number): void {
    const { buffer, book } = this.parts;
    const cycle = this.parts.idealCycle(order);
    const most = Math.max(1, Math.round(lotTime / cycle));
    this.#lot = Math.min(most, buffer ? buffer.ofOrder : book.left);
    if (!buffer) {
      book.take(this.#lot);
      this.parts.source?.withdraw(this.#lot);
    }
    // The rated speed is never beaten: noise and wear only slow down.
    const slowness = 1.03 + 0.1 * this.#world.random.next() ** 2 + this.tool.slowness;
    this.#left = Math.max(1, Math.round(this.#lot * cycle * slowness));
    this.#goOn(time);
    this.tally.cycleTime(time, this.#left / this.#lot / second);
  }

  #goOn(time: number): void {
    this.#phase = 'working';
    this.#since = time;
    this.signs.setState(time, 'running');
    this.power.follow(time, this.parts.kind.load);
    this.#schedule(time + Math.min(this.#left, this.faults.untilNext));
  }

  /** Books the work done since it was last looked at. */
  #work(time: number): void {
    const worked = time - this.#since;
    this.#since = time;
    this.#left -= worked;
    this.faults.work(worked);
    this.tool.work(worked, time);
  }

  #pass(time: number): void {
    this.#work(time);
    if (this.#left > 0) return this.#disturb(time);
    const { kind } = this.parts;
    this.#good = this.#lot;
    for (let piece = 0; piece < this.#lot; piece++) {
      if (this.#world.random.next() < kind.scrap * this.tool.scrapFactor) this.#good--;
    }
    this.#handOn(time);
  }

  #handOn(time: number): void {
    const { outlets, buffer, kind } = this.parts;
    const good = this.#good;
    let outlet: Outlet | undefined;
    if (good > 0 && outlets.length > 0) {
      for (const one of outlets) if (one.room >= good && one.room > (outlet?.room ?? 0)) outlet = one;
      if (outlet === undefined) {
        if (this.#phase !== 'holding') this.#wait(time, 'holding');
        return;
      }
    }
    const order = this.#order as Order;
    const lot = this.#lot;
    this.#lot = 0;
    // Nobody may wake it while it hands on.
    this.#phase = 'interrupted';
    const reason = lot > good ? this.#world.random.pick(kind.scrapReasons) : undefined;
    this.tally.count(time, good, lot - good, reason ?? '');
    outlet?.put(order, good, time);
    buffer?.take(order, lot, time);
    this.#next(time);
  }

  #wait(time: number, phase: 'waiting' | 'holding'): void {
    this.#phase = phase;
    this.#since = time;
    const { patience, time: hours, kind } = this.parts;
    if (!hours.isOpen(time)) {
      this.#rest(time);
      return this.#schedule(hours.opensAt(time));
    }
    this.power.follow(time, kind.rest);
    // Only a machine that runs can lose time without a word.
    if (this.state !== 'running') return this.#sayWait(time);
    this.#schedule(Math.min(time + patience, hours.closesAt(time)));
  }

  #sayWait(time: number): void {
    const { time: hours, buffer, book } = this.parts;
    if (this.#phase === 'holding') this.signs.setState(time, 'blocked', 'No room downstream');
    else this.signs.setState(time, 'starved', buffer ? 'No parts from upstream' : 'No material');
    const comesAgain = this.#phase === 'waiting' && !buffer ? book.stoppedUntil : Infinity;
    this.#schedule(Math.min(hours.closesAt(time), comesAgain));
  }

  /** Has waited long enough to say so, or its hours end. */
  #losePatience(time: number): void {
    const { time: hours, buffer, book } = this.parts;
    if (this.#phase === 'waiting') {
      if (!hours.isOpen(time)) return this.#stop(time);
      if (!buffer && book.stoppedUntil <= time) return this.#next(time);
    } else if (!hours.isOpen(time)) {
      this.#rest(time);
      return this.#schedule(hours.opensAt(time));
    }
    this.#sayWait(time);
  }

  #stop(time: number): void {
    this.#phase = 'stopped';
    this.#rest(time);
    this.#schedule(this.parts.time.opensAt(time));
  }

  #rest(time: number): void {
    const pause = this.parts.time.opensAt(time) - time;
    const isShort = pause <= longestPause;
    this.signs.setState(time, isShort ? 'plannedStop' : 'offline');
    this.power.follow(time, this.parts.kind.rest * (isShort ? 0.7 : 0.1));
    this.power.tell(time);
  }

  #disturb(time: number): void {
    if (!this.faults.isMinor) return this.#fail(time, false);
    const { text, duration } = this.faults.minorStop();
    this.#interrupt(time, 'idle', text, duration, 'rest', (end) => this.#goOn(end));
  }

  /** A fault, then a technician at work, then on with what it did. */
  #fail(time: number, isHeavy: boolean): void {
    const isBusy = this.#lot > 0 && this.#left > 0;
    const isHolding = this.#lot > 0 && this.#left <= 0;
    const goOn = (end: number): void => {
      if (isBusy) this.#goOn(end);
      else if (isHolding) this.#handOn(end);
      else this.#next(end);
    };
    const { waiting, repair } = this.faults.raise(time, isHeavy);
    this.#interrupt(time, 'fault', undefined, waiting, 'half', (arrival) => {
      const { reason } = this.faults;
      this.#interrupt(arrival, 'maintenance', reason, repair, 'half', (end) => {
        this.faults.clear(end);
        goOn(end);
      });
    });
  }

  #changeTool(time: number): void {
    const duration = this.#world.random.between(3, 7) * minute;
    this.#interrupt(time, 'setup', 'Tool change', duration, 'rest', (end) => {
      this.tool.change(end);
      this.#next(end);
    });
  }

  #takeOrder(order: Order, time: number): void {
    const { kind } = this.parts;
    const isFirst = this.#order === undefined;
    const isOther = this.#order?.product !== order.product;
    this.#order = order;
    this.tally.tell(time);
    this.signs.tellOrder(time, order, isFirst, isFirst || isOther);
    for (const outlet of this.parts.outlets) outlet.announce(time);
    if (isFirst || !isOther || kind.setupMinutes === 0) return this.#next(time);
    const duration = kind.setupMinutes * this.#world.random.between(0.7, 1.4) * minute;
    this.#interrupt(time, 'setup', `Set-up for ${order.product?.id ?? order.id}`, duration, 'rest');
  }

  #interrupt(
    time: number,
    state: EquipmentState,
    reason: string | undefined,
    duration: number,
    power: 'rest' | 'half',
    afterwards: (time: number) => void = (end) => this.#next(end),
  ): void {
    this.#phase = 'interrupted';
    this.#afterwards = afterwards;
    this.signs.setState(time, state, reason);
    this.power.follow(time, this.parts.kind.rest * (power === 'half' ? 0.5 : 1));
    this.power.tell(time);
    this.#schedule(time + Math.max(1, Math.round(duration)));
  }

  #tellCounts(time: number): void {
    this.tally.tell(time);
    this.parts.buffer?.tell(time);
  }

  #schedule(time: number): void {
    this.#world.agenda.schedule(this, time);
  }
}
