import { Actor } from './agenda.js';
import { type AisleMap, distance, type Point } from './aisle-map.js';
import { Power } from './power.js';
import { Presence } from './presence.js';
import type { WorkingTime } from './working-time.js';
import type { MachineWorld } from './world.js';

const second = 1_000;
const minute = 60_000;
/** Metres a second. */
const speed = 1;
/** It tells where it is this often while it drives, in ms. */
const positionPeriod = 2 * second;
/** In a past without detail it tells where it came to this often at most, in ms. */
const coarsePeriod = 15 * minute;
/** Shares of the battery: an hour's drive takes, an hour's charge gives. */
const battery = { drive: 0.18, charge: 0.6, low: 0.3, full: 0.95 };

/** A vehicle that carries things along the aisles: from stop to stop, and home when its battery is low. */
export class Vehicle extends Actor {
  readonly power: Power;
  #path: readonly Point[] = [];
  /** When it left and when it arrives, and how long the path is in metres. */
  #left = 0;
  #arrival = 0;
  #length = 0;
  #place: Point;
  #charge: number;
  #isCharging = false;
  #since: number;
  #toldAt = 0;
  readonly #home: Point;
  readonly #map: AisleMap;
  readonly #stops: readonly Point[];
  readonly #presence: Presence;
  readonly #world: MachineWorld;
  readonly #handles: Readonly<Record<'x' | 'y' | 'heading' | 'level', number>>;

  /** @param stops - where there is something to carry */
  constructor(
    rank: number,
    equipment: { readonly id: string; readonly ratedPower: number; readonly home: Point },
    floor: { readonly map: AisleMap; readonly stops: readonly Point[] },
    time: WorkingTime,
    world: MachineWorld,
  ) {
    super(rank);
    const { id, home } = equipment;
    this.#home = this.#place = home;
    this.#map = floor.map;
    this.#stops = floor.stops;
    this.#world = world;
    this.#since = world.begin;
    this.#charge = world.random.between(0.5, battery.full);
    this.power = new Power(rank + 1, equipment, world);
    this.#presence = new Presence(id, time, this.power, world);
    const handle = (signal: string): number => world.report.handle(id, signal);
    this.#handles = {
      x: handle('positionX'),
      y: handle('positionY'),
      heading: handle('heading'),
      level: handle('level'),
    };
    this.#tellPlace(world.begin, 0);
    this.#wait(world.begin);
  }

  act(time: number): void {
    if (this.#path.length > 0) this.#drive(time);
    else this.#depart(time);
  }

  #depart(time: number): void {
    this.#use(time);
    if (this.#isCharging && this.#charge < battery.full && this.#presence.isOpen(time))
      return this.#wait(time);
    this.#isCharging = false;
    if (!this.#presence.isOpen(time) || this.#stops.length === 0) return this.#wait(time);
    if (this.#charge < battery.low) {
      if (distance(this.#place, this.#home) < 0.1) {
        this.#isCharging = true;
        return this.#wait(time);
      }
      return this.#leave(time, [...this.#map.route(this.#place, this.#home), this.#home]);
    }
    const stop = this.#world.random.pick(this.#stops);
    if (distance(stop, this.#place) < 3) return this.#wait(time);
    this.#leave(time, this.#map.route(this.#place, stop));
  }

  #leave(time: number, path: readonly Point[]): void {
    this.#path = path;
    this.#left = time;
    this.#length = path.reduce(
      (sum, point, index) => sum + (index ? distance(point, path[index - 1]) : 0),
      0,
    );
    this.#arrival = time + Math.ceil((this.#length / speed) * second);
    this.#presence.update(time, 'running', 0.6);
    this.#world.agenda.schedule(this, this.#nextTurn(time));
  }

  /** Where it tells its place or arrives; a past without positions costs one turn for each way. */
  #nextTurn(time: number): number {
    const { positionsFrom } = this.#world.report.detail;
    const next = time + positionPeriod;
    // The same moments from wherever positions are told.
    const steps = Math.max(0, Math.ceil((positionsFrom - next) / positionPeriod));
    return Math.min(next + steps * positionPeriod, this.#arrival);
  }

  #drive(time: number): void {
    if (time === this.#arrival) return this.#arrive(time);
    const { place, heading } = this.#at(((time - this.#left) / second) * speed);
    this.#place = place;
    this.#tellPlace(time, heading);
    this.#world.agenda.schedule(this, this.#nextTurn(time));
  }

  #arrive(time: number): void {
    const { heading } = this.#at(this.#length);
    this.#place = this.#path[this.#path.length - 1];
    this.#path = [];
    this.#use(time, true);
    if (this.#world.report.isDetailed(time) || time - this.#toldAt >= coarsePeriod) {
      this.#tellPlace(time, heading);
    }
    this.#wait(time);
  }

  #wait(time: number): void {
    const isHome = distance(this.#place, this.#home) < 0.1;
    if (this.#isCharging || isHome) this.#presence.update(time, 'idle', 0.9, 'Charging');
    else this.#presence.update(time, 'running', 0.05);
    const { random, agenda } = this.#world;
    agenda.schedule(this, time + Math.round((this.#isCharging ? 5 : random.between(0.3, 1)) * minute));
  }

  /** Books what driving took from the battery or charging gave to it. */
  #use(time: number, wasDriving = false): void {
    const hours = (time - this.#since) / 3_600_000;
    this.#since = time;
    if (wasDriving) this.#charge -= hours * battery.drive;
    else if (this.#isCharging) this.#charge = Math.min(battery.full, this.#charge + hours * battery.charge);
  }

  #at(driven: number): { readonly place: Point; readonly heading: number } {
    let rest = driven;
    for (let index = 1; ; index++) {
      const [from, to] = [this.#path[index - 1], this.#path[index]];
      const length = distance(from, to);
      if (rest <= length || index === this.#path.length - 1) {
        const share = Math.min(rest / length, 1);
        const heading = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
        return {
          place: { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) },
          heading: (heading + 360) % 360,
        };
      }
      rest -= length;
    }
  }

  #tellPlace(time: number, heading: number): void {
    const { report } = this.#world;
    this.#toldAt = time;
    report.value(this.#handles.x, time, Math.round(this.#place.x * 100) / 100);
    report.value(this.#handles.y, time, Math.round(this.#place.y * 100) / 100);
    report.value(this.#handles.heading, time, Math.round(heading));
    if (this.#path.length === 0) report.value(this.#handles.level, time, Math.round(this.#charge * 100));
  }
}
