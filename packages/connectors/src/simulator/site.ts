import { type Equipment, EquipmentTree, type Interval, WorkCalendar, type Workshop } from '@twinfloor/core';
import { AisleMap, type Point } from './aisle-map.js';
import { FlowMap } from './flow-map.js';
import { withoutPauses } from './working-time.js';

/** People's breaks are no longer than this, in ms; machines that need nobody go on. */
const longestBreak = 45 * 60_000;
const day = 86_400_000;

/** The floor that vehicles drive on. */
export interface SiteFloor {
  readonly map: AisleMap;
  readonly stops: readonly Point[];
}

/** What the workshop file says of a factory, in the form the simulation needs. It is the same for each week. */
export class Site {
  readonly workshop: Workshop;
  readonly tree: EquipmentTree;
  readonly calendar: WorkCalendar;
  readonly flows: FlowMap;
  /** The meters that measure an equipment itself, by its id. */
  readonly #meters = new Map<string, string[]>();
  readonly #floors = new Map<string, SiteFloor>();
  readonly #joined = new WeakMap<readonly Interval[], readonly Interval[]>();

  constructor(workshop: Workshop) {
    this.workshop = workshop;
    this.tree = new EquipmentTree(workshop.equipment);
    this.calendar = new WorkCalendar(workshop.calendar, workshop.timeZone, this.tree);
    this.flows = new FlowMap(workshop);
    for (const one of workshop.equipment) {
      if (this.flows.role(one) !== 'meter') continue;
      const entry = workshop.energy.meters.find(({ equipment }) => equipment === one.id);
      const measured = entry ? entry.measures : one.parent === undefined ? [] : [one.parent];
      for (const id of measured) this.#meters.set(id, [...(this.#meters.get(id) ?? []), one.id]);
    }
  }

  /** The week from whose beginning a time is simulated. */
  week(time: number): Interval {
    return this.calendar.week(time);
  }

  /** When an equipment works in a week and the day after it. */
  spans(id: string, week: Interval, isUnattended: boolean): readonly Interval[] {
    const planned = this.calendar.planned({ from: week.from, to: week.to + day }, id);
    if (!isUnattended) return planned;
    let joined = this.#joined.get(planned);
    if (!joined) this.#joined.set(planned, (joined = withoutPauses(planned, longestBreak)));
    return joined;
  }

  /** The workshop that an equipment belongs to, for its meter, its floor and its census. */
  area(one: Equipment): string {
    let id = one.id;
    for (let next: Equipment | undefined = one; next;) {
      if (next.level === 'area') return next.id;
      id = next.id;
      next = next.parent === undefined ? undefined : this.tree.get(next.parent);
    }
    return id;
  }

  /** Ids of the meters that measure an equipment, or what it belongs to. */
  metersOf({ id }: Equipment): readonly string[] {
    const measured = [id, ...this.tree.ancestors(id)].flatMap((one) => this.#meters.get(one) ?? []);
    return [...new Set(measured)].filter((meter) => meter !== id);
  }

  /** The floor of a workshop, with the stops before its machines. */
  floor(area: string): SiteFloor {
    let floor = this.#floors.get(area);
    if (floor) return floor;
    const map = new AisleMap(this.tree.get(area).floor?.aisles ?? []);
    const stops = this.tree
      .workUnits(area)
      .map((id) => this.tree.get(id))
      .filter((one) => one.placement && ['machine', 'store'].includes(this.flows.role(one)))
      .map(({ placement }) => map.stop(placement as Point));
    floor = { map, stops };
    this.#floors.set(area, floor);
    return floor;
  }
}
