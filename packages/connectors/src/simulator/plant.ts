import { type Equipment, equipmentType, type Interval } from '@twinfloor/core';
import { Agenda } from './agenda.js';
import { Buffer } from './buffer.js';
import type { Flow } from './flow-map.js';
import { Machine } from './machine.js';
import { machineKind, utilityWarmth } from './machine-kinds.js';
import { lotTime } from './machine-parts.js';
import { MainMeter } from './main-meter.js';
import { type Order, OrderBook } from './order-book.js';
import { type Power, PowerSum } from './power.js';
import { ProcessCell } from './process-cell.js';
import { RandomStream } from './random-stream.js';
import type { Report } from './report.js';
import type { Site } from './site.js';
import { Store } from './store.js';
import { Utility } from './utility.js';
import { Vehicle } from './vehicle.js';
import { WorkingTime } from './working-time.js';
import { Census, type MachineWorld } from './world.js';

const second = 1_000;
const minute = 60_000;
/** Seconds a piece takes where the workshop file does not say, and kW. */
const defaultCycle = 60;
const defaultPower = 5;
/** What a buffer holds, in time of the machine behind it. */
const bufferTime = 12 * minute;
/** Ranks that an equipment takes: it may have several actors. */
const ranks = 16;

/**
 * The factory over one week: it is cleared, its tools and registers are looked after, then it begins anew. What
 * happens depends on the workshop file, the seed and the week only, so any moment is found by starting at the last
 * Monday, whenever that is done.
 */
export class Plant {
  readonly agenda = new Agenda();
  readonly machines = new Map<string, Machine>();
  readonly stores = new Map<string, Store>();
  readonly cells: ProcessCell[] = [];
  readonly meters: MainMeter[] = [];
  readonly books: OrderBook[] = [];
  /** Until when load is shed, in milliseconds since the epoch. */
  shedUntil = -Infinity;
  readonly week: Interval;
  readonly #site: Site;
  readonly #seed: number;
  readonly #report: Report;
  readonly #ranks = new Map<string, number>();
  readonly #sums = new Map<string, PowerSum>();
  readonly #censuses = new Map<string, Census>();
  readonly #powers: Power[] = [];
  readonly #buffers = new Map<string, Buffer>();

  constructor(site: Site, seed: number, week: Interval, report: Report) {
    this.#site = site;
    this.#seed = seed;
    this.week = week;
    this.#report = report;
    for (const [index, { id }] of site.workshop.equipment.entries()) this.#ranks.set(id, index * ranks);
    for (const one of this.#all('meter')) this.#sums.set(one.id, new PowerSum(week.from));
    for (const one of this.#all('store')) this.#addStore(one);
    for (const [index, flow] of site.flows.flows.entries()) this.#addFlow(flow, index);
    for (const one of this.#all('utility')) this.#addUtility(one);
    for (const one of this.#all('vehicle')) this.#addVehicle(one);
    for (const one of this.#all('meter')) this.#addMeter(one);
  }

  /** Tells all that a past without detail had left out. */
  catchUp(time: number): void {
    for (const machine of this.machines.values()) machine.catchUp(time);
    for (const cell of this.cells) cell.tally.catchUp(time);
    for (const power of this.#powers) power.catchUp(time);
  }

  /** The end of the week: last readings. */
  close(time: number): void {
    for (const machine of this.machines.values()) machine.catchUp(time);
    for (const cell of this.cells) cell.tally.tell(time);
    for (const power of this.#powers) power.close(time);
    for (const meter of this.meters) meter.close(time);
  }

  #all(role: string): Equipment[] {
    const { workshop, flows } = this.#site;
    return workshop.equipment.filter((one) => flows.role(one) === role);
  }

  #addStore(one: Equipment): void {
    const neighbours = [
      ...this.#site.flows.targets(one, 'machine'),
      ...this.#site.flows.feeders(one, 'machine'),
    ];
    const fastest = Math.min(...neighbours.map((neighbour) => this.#cycle(neighbour)), defaultCycle);
    const capacity = Math.round((10 * 3_600) / fastest);
    const world = this.#world(one);
    const store = new Store(this.#rank(one), one.id, powerOf(one), capacity, this.#time(one, true), world);
    this.stores.set(one.id, store);
  }

  #addFlow({ members, products }: Flow, index: number): void {
    const { flows } = this.#site;
    const machines = members.filter((one) => flows.role(one) === 'machine');
    const reactors = members.filter((one) => equipmentType(one.type) === 'reactor');
    const heads = [...machines.filter((one) => !this.#isFed(one)), ...reactors];
    const rate = heads.reduce((sum, one) => sum + 3_600 / this.#cycle(one), 0) * 0.75;
    const random = new RandomStream(this.#seed, this.week.from, 'orders', index);
    const week = Math.floor(this.week.from / (7 * 86_400_000)) % 1_000;
    const book = new OrderBook(`${week}-${index + 1}`, products, rate, random);
    this.books.push(book);
    for (const one of machines) if (this.#isFed(one)) this.#addBuffer(one);
    for (const one of machines) this.#addMachine(one, book, heads);
    for (const one of reactors) this.#addCell(one, book);
  }

  #isFed(one: Equipment): boolean {
    const { flows } = this.#site;
    return flows.feeders(one, 'machine').length > 0 || flows.feeders(one, 'cell').length > 0;
  }

  #addBuffer(one: Equipment): void {
    const { flows } = this.#site;
    const own = this.#cycle(one) * second;
    const lots = [one, ...flows.feeders(one, 'machine')].map((other) => this.#lot(other));
    const isTank = flows.feeders(one, 'cell').length > 0;
    const capacity = isTank ? 4_000 : Math.max(4, 3 * Math.max(...lots), Math.ceil(bufferTime / own));
    this.#buffers.set(one.id, new Buffer(capacity, this.#report, this.#report.handle(one.id, 'bufferCount')));
  }

  #addMachine(one: Equipment, book: OrderBook, heads: readonly Equipment[]): void {
    const { flows } = this.#site;
    const kind = machineKind(equipmentType(one.type));
    const buffer = this.#buffers.get(one.id);
    const targets = flows.targets(one, 'machine');
    const outlets = [
      ...targets.flatMap(({ id }) => this.#buffers.get(id) ?? []),
      ...flows.targets(one, 'store').flatMap(({ id }) => this.stores.get(id) ?? []),
    ];
    const [source] = flows.feeders(one, 'store').flatMap(({ id }) => this.stores.get(id) ?? []);
    const machine = new Machine(
      this.#rank(one),
      {
        id: one.id,
        kind,
        ratedPower: powerOf(one),
        idealCycle: (order) => idealCycle(one, order),
        buffer,
        book,
        source,
        outlets,
        time: this.#time(one, kind.unattended),
        patience: Math.max(this.#patience(flows.feeders(one, 'machine')), this.#patience(targets)),
        isSheddable: heads.length >= 3 && heads.indexOf(one) % 3 === 2,
      },
      this.#world(one),
    );
    if (buffer) buffer.taker = machine;
    for (const outlet of outlets) if (outlet instanceof Buffer) outlet.givers.push(machine);
    this.machines.set(one.id, machine);
  }

  #addCell(reactor: Equipment, book: OrderBook): void {
    const { flows } = this.#site;
    const ofType = (list: readonly Equipment[], type: string): Equipment[] =>
      list.filter((one) => equipmentType(one.type) === type);
    const before = flows.feeders(reactor, 'cell');
    const behind = flows.targets(reactor, 'cell');
    const chargePumps = ofType(before, 'pump');
    const dischargePumps = ofType(behind, 'pump');
    const rawTanks = ofType([...before, ...chargePumps.flatMap((one) => flows.feeders(one, 'cell'))], 'tank');
    const tanks = [...behind, ...dischargePumps.flatMap((one) => flows.targets(one, 'cell'))];
    const [productTank] = ofType(tanks, 'tank');
    const [taker] = [...(productTank ? [productTank] : []), reactor].flatMap((one) =>
      flows.targets(one, 'machine'),
    );
    const rated = (one: Equipment): { id: string; ratedPower: number } => ({
      id: one.id,
      ratedPower: powerOf(one),
    });
    const product = taker && this.#buffers.get(taker.id);
    const cell = new ProcessCell(
      this.#rank(reactor),
      {
        reactor: rated(reactor),
        chargePumps: chargePumps.map(rated),
        dischargePumps: dischargePumps.map(rated),
        rawTanks: rawTanks.map(({ id }) => id),
        productTank: productTank?.id,
        product,
        idealCycle: (order) => idealCycle(reactor, order),
        book,
        time: this.#time(reactor, true),
      },
      this.#world(reactor),
    );
    product?.givers.push(cell);
    this.cells.push(cell);
  }

  #addUtility(one: Equipment): void {
    const warmth = utilityWarmth[equipmentType(one.type)];
    const parts = { id: one.id, ratedPower: powerOf(one), warmth };
    new Utility(this.#rank(one), parts, this.#time(one, true), this.#world(one));
  }

  #addVehicle(one: Equipment): void {
    const { x = 0, y = 0 } = one.placement ?? {};
    const parts = { id: one.id, ratedPower: powerOf(one), home: { x, y } };
    const floor = this.#site.floor(this.#site.area(one));
    new Vehicle(this.#rank(one), parts, floor, this.#time(one, true), this.#world(one));
  }

  #addMeter(one: Equipment): void {
    const sum = this.#sums.get(one.id) as PowerSum;
    const area = this.#site.area(one);
    const time = this.#time(this.#site.tree.get(area), true);
    this.meters.push(new MainMeter(this.#rank(one), one.id, sum, time, this.#world(one), this.week.from));
  }

  #patience(neighbours: readonly Equipment[]): number {
    const slowest = Math.max(...neighbours.map((one) => this.#cycle(one) * second), lotTime);
    return Math.round(minute + (2 * slowest) / Math.max(1, neighbours.length));
  }

  #cycle(one: Equipment): number {
    if (one.idealCycle !== undefined) return one.idealCycle;
    const product = this.#site.workshop.products.find(({ idealCycle }) => idealCycle[one.id] !== undefined);
    return product?.idealCycle[one.id] ?? defaultCycle;
  }

  /** Pieces of a lot at most, with products that are faster than the machine's own cycle. */
  #lot(one: Equipment): number {
    return Math.max(1, Math.ceil(lotTime / (this.#cycle(one) * second * 0.8)));
  }

  #rank({ id }: Equipment): number {
    return this.#ranks.get(id) as number;
  }

  #time({ id }: Equipment, isUnattended: boolean): WorkingTime {
    return new WorkingTime(this.#site.spans(id, this.week, isUnattended));
  }

  #world(one: Equipment): MachineWorld {
    const area = this.#site.area(one);
    let census = this.#censuses.get(area);
    if (!census) this.#censuses.set(area, (census = new Census()));
    census.total++;
    const plant = this as Plant;
    return {
      agenda: this.agenda,
      report: this.#report,
      random: new RandomStream(this.#seed, this.week.from, one.id),
      begin: this.week.from,
      meters: this.#site.metersOf(one).map((id) => this.#sums.get(id) as PowerSum),
      powers: this.#powers,
      census,
      get shedUntil(): number {
        return plant.shedUntil;
      },
    };
  }
}

function idealCycle({ id, idealCycle }: Equipment, { product }: Order): number {
  return (product?.idealCycle[id] ?? idealCycle ?? defaultCycle) * second;
}

function powerOf({ ratedPower }: Equipment): number {
  return ratedPower ?? defaultPower;
}
