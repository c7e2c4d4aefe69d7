import { Actor, type Agenda } from './agenda.js';
import type { RandomStream } from './random-stream.js';
import type { Report } from './report.js';
import type { MachineWorld } from './world.js';

/** Power is told in steps of 10 W and kept as a whole number of them, so that energy is its integral to the digit. */
const perKilowatt = 100;
const minute = 60_000;
const energyPeriod = 5 * minute;
/** Energy is told in steps of 10 Wh. */
const perHundredth = (perKilowatt * 3_600_000) / 100;

/** A sum of powers: what a meter sees. */
export class PowerSum {
  /** Tens of watts. */
  power = 0;
  #amount = 0;
  #since: number;

  constructor(since: number) {
    this.#since = since;
  }

  /** Tens of watts times milliseconds until a time. */
  amountAt(time: number): number {
    return this.#amount + this.power * (time - this.#since);
  }

  /** The register of a meter at a time, in kWh with two decimals, cut off as meters do. */
  registerAt(time: number): number {
    return Math.floor(this.amountAt(time) / perHundredth) / 100;
  }

  change(time: number, by: number): void {
    this.#amount = this.amountAt(time);
    this.#since = time;
    this.power += by;
  }
}

/** How warm a machine gets. */
export interface Warmth {
  readonly rest: number;
  readonly work: number;
  readonly minutes: number;
}

/** The power of one machine: follows what it does, a little noise around it, and is counted as energy. */
export class Power extends Actor {
  readonly sum: PowerSum;
  /** Called when a past without detail is told something. */
  onCoarseTick: ((time: number) => void) | undefined;
  #share = 0;
  #noise = 0;
  #told = -1;
  #temperature: number;
  #shownTemperature = NaN;
  readonly #rated: number;
  /** The meters that see it too. */
  readonly #above: readonly PowerSum[];
  readonly #warmth: Warmth | undefined;
  readonly #agenda: Agenda;
  readonly #report: Report;
  readonly #random: RandomStream;
  readonly #powerHandle: number;
  readonly #energyHandle: number;
  readonly #temperatureHandle: number;

  constructor(
    rank: number,
    equipment: { readonly id: string; readonly ratedPower: number; readonly warmth?: Warmth },
    world: MachineWorld,
  ) {
    super(rank);
    this.sum = new PowerSum(world.begin);
    this.#rated = equipment.ratedPower;
    this.#warmth = equipment.warmth;
    this.#temperature = equipment.warmth?.rest ?? 0;
    this.#above = world.meters;
    this.#agenda = world.agenda;
    this.#report = world.report;
    this.#random = world.random;
    this.#powerHandle = world.report.handle(equipment.id, 'power');
    this.#energyHandle = world.report.handle(equipment.id, 'energy');
    this.#temperatureHandle = equipment.warmth ? world.report.handle(equipment.id, 'temperature') : -1;
    // Each machine speaks at a second of its own.
    this.#agenda.schedule(this, world.begin + 1_000 * world.random.whole(60));
    this.#report.value(this.#energyHandle, world.begin, 0);
    world.powers.push(this);
  }

  /** Sets what share of the rated power the machine takes. */
  follow(time: number, share: number): void {
    if (share === this.#share) return;
    this.#share = share;
    this.#set(time, this.#report.isDetailed(time));
  }

  /** Tells the power, for a state that is told. */
  tell(time: number): void {
    if (this.#told !== this.sum.power) this.#tellPower(time);
  }

  /** Tells all that a past without detail had left out. */
  catchUp(time: number): void {
    this.tell(time);
    this.#tellTemperature(time);
  }

  act(time: number): void {
    this.#agenda.schedule(this, time + minute);
    this.#noise = 0.7 * this.#noise + (this.#random.next() - 0.5) * 0.16;
    const isDetailed = this.#report.isDetailed(time);
    const isTold = isDetailed || this.#report.isCoarseTick(time, minute);
    this.#set(time, isTold);
    if (this.#warmth) this.#warm(this.#warmth, time, isTold, isDetailed);
    if (isTold && !isDetailed) this.onCoarseTick?.(time);
    if (isDetailed ? time % energyPeriod < minute : isTold) this.#tellEnergy(time);
  }

  /** The end of the week: last readings. */
  close(time: number): void {
    this.tell(time);
    this.#tellEnergy(time);
  }

  #tellEnergy(time: number): void {
    this.#report.value(this.#energyHandle, time, this.sum.registerAt(time));
  }

  #set(time: number, isTold: boolean): void {
    const power = Math.round(this.#rated * perKilowatt * this.#share * (1 + this.#noise));
    const by = power - this.sum.power;
    if (by !== 0) {
      this.sum.change(time, by);
      for (const sum of this.#above) sum.change(time, by);
    }
    if (isTold && this.#told !== power) this.#tellPower(time);
  }

  #tellPower(time: number): void {
    this.#told = this.sum.power;
    this.#report.value(this.#powerHandle, time, this.#told / perKilowatt);
  }

  #warm({ rest, work, minutes }: Warmth, time: number, isTold: boolean, isDetailed: boolean): void {
    const target = this.#share > 0.4 ? work : this.#share > 0.1 ? rest + (work - rest) * 0.5 : rest;
    this.#temperature += (target - this.#temperature) / minutes + (this.#random.next() - 0.5) * 0.1;
    const temperature = Math.round(this.#temperature * 10) / 10;
    // Small changes are not worth a word. What is shown does not depend on what is told.
    const isOther = !(Math.abs(temperature - this.#shownTemperature) < 0.3);
    if (isOther) this.#shownTemperature = temperature;
    if (isTold && (isOther || !isDetailed)) this.#tellTemperature(time);
  }

  #tellTemperature(time: number): void {
    if (!Number.isNaN(this.#shownTemperature)) {
      this.#report.value(this.#temperatureHandle, time, this.#shownTemperature);
    }
  }
}
