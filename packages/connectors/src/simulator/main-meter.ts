import { Actor, type Agenda } from './agenda.js';
import type { PowerSum } from './power.js';
import type { Report } from './report.js';
import type { WorkingTime } from './working-time.js';

const minute = 60_000;
const coarsePeriod = 15 * minute;
const energyPeriod = 5 * minute;
const perKilowatt = 100;

/** Light, air and computers of a workshop: kW while people work, and without them. */
const baseLoad = { on: 38, off: 12 };

/** The meter of a workshop: all its machines, and what no machine takes. */
export class MainMeter extends Actor {
  readonly sum: PowerSum;
  #base = 0;
  /** Until when the power was told, and how much energy what was told stands for. */
  #toldUntil: number;
  #toldAmount = 0;
  readonly #time: WorkingTime;
  readonly #world: { readonly agenda: Agenda; readonly report: Report; readonly shedUntil: number };
  readonly #powerHandle: number;
  readonly #energyHandle: number;

  constructor(
    rank: number,
    id: string,
    sum: PowerSum,
    time: WorkingTime,
    world: { readonly agenda: Agenda; readonly report: Report; readonly shedUntil: number },
    begin: number,
  ) {
    super(rank);
    this.sum = sum;
    this.#time = time;
    this.#world = world;
    this.#toldUntil = begin;
    this.#powerHandle = world.report.handle(id, 'power');
    this.#energyHandle = world.report.handle(id, 'energy');
    this.act(begin);
  }

  act(time: number): void {
    const { agenda, report, shedUntil } = this.#world;
    agenda.schedule(this, time + minute);
    const load = this.#time.isOpen(time) ? baseLoad.on * (shedUntil > time ? 0.6 : 1) : baseLoad.off;
    const base = Math.round(load * perKilowatt);
    this.sum.change(time, base - this.#base);
    this.#base = base;
    const isDetailed = report.isDetailed(time);
    if (isDetailed || time % coarsePeriod === 0) this.#tellPower(time);
    if (time % (isDetailed ? energyPeriod : coarsePeriod) === 0) this.#tellEnergy(time);
  }

  #tellEnergy(time: number): void {
    this.#world.report.value(this.#energyHandle, time, this.sum.registerAt(time));
  }

  /** The end of the week: last readings. */
  close(time: number): void {
    this.#tellPower(time);
    this.#tellEnergy(time);
  }

  /** The mean since the last time, told with the time at which it began: then power and register agree. */
  #tellPower(time: number): void {
    const duration = time - this.#toldUntil;
    if (duration === 0) return;
    const mean = Math.round((this.sum.amountAt(time) - this.#toldAmount) / duration);
    this.#world.report.value(this.#powerHandle, this.#toldUntil, mean / perKilowatt);
    this.#toldAmount += mean * duration;
    this.#toldUntil = time;
  }
}
