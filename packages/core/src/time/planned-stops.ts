import type { PlannedStop } from '../model/workshop-types.js';
import { type Interval, union } from './interval.js';
import { zonedTime } from './iso.js';

/** Says what an equipment belongs to. The tree of a workshop does. */
export interface AncestorLookup {
  /** Ids of the equipment above one. */
  ancestors(id: string): Iterable<string>;
}

/**
 * The planned stops of a workshop by equipment. Equipment that share their stops share one list, so that what is
 * derived from it can be shared too.
 */
export class PlannedStops {
  readonly #spans: readonly Interval[];
  readonly #stops: readonly PlannedStop[];
  readonly #tree: AncestorLookup | undefined;
  readonly #byEquipment = new Map<string | undefined, readonly Interval[]>();
  readonly #byMembers = new Map<string, readonly Interval[]>();

  /** @throws {RangeError} if a stop has no valid times or runs backwards */
  constructor(stops: readonly PlannedStop[], tree?: AncestorLookup) {
    this.#stops = stops;
    this.#spans = stops.map(spanOf);
    this.#tree = tree;
  }

  /** The stops of an equipment and of all above it, in time order, without overlaps. Without one: those of all. */
  of(equipment: string | undefined): readonly Interval[] {
    let list = this.#byEquipment.get(equipment);
    if (!list) this.#byEquipment.set(equipment, (list = this.#listOf(equipment)));
    return list;
  }

  #listOf(equipment: string | undefined): readonly Interval[] {
    const ids = new Set(
      equipment === undefined ? [] : [equipment, ...(this.#tree?.ancestors(equipment) ?? [])],
    );
    const members = [...this.#stops.keys()].filter((index) => {
      const named = this.#stops[index].equipment;
      return named === undefined || named.some((id) => ids.has(id));
    });
    const key = members.join();
    let list = this.#byMembers.get(key);
    if (!list) this.#byMembers.set(key, (list = union(members.map((index) => this.#spans[index]))));
    return list;
  }
}

function spanOf(stop: PlannedStop): Interval {
  const [from, to] = [zonedTime(stop.from), zonedTime(stop.to)];
  if (from !== undefined && to !== undefined && from <= to) return { from, to };
  throw new RangeError(
    `invalid planned stop: ${stop.from} … ${stop.to}, allowed: ISO 8601 with zone, from ≤ to`,
  );
}
