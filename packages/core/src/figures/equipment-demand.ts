import { type DemandForecast, demandForecast } from '../kpi/energy/demand-forecast.js';
import { type DemandGrid, demandGrid, type DemandSlices, demandSlices } from '../kpi/energy/demand-slices.js';
import { type Demand, demandOfSlices } from '../kpi/energy/demand.js';
import type { Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import { energyRecord, energySources } from './equipment-energy.js';
import { FigureMemory } from './figure-memory.js';
import { untilNow } from './past.js';
import { energyBasis } from './settled-basis.js';

const minute = 60_000;
const memory = new FigureMemory<DemandSlices>();
/** What was last made of the slices of an equipment, and of which. */
const sums = new WeakMap<
  Twin,
  Map<string, { readonly parts: readonly DemandSlices[]; readonly demand: Demand }>
>();

/** The maximum demand of an equipment with where it was read. */
export interface EquipmentDemand extends Demand {
  /** The interval, cut off at the moment of the clock. */
  readonly interval: Interval;
  /** Ids of the equipment whose signals were read: meters, or machines that measure themselves. */
  readonly sources: readonly string[];
}

/**
 * Maximum demand of an equipment in the windows of the workshop file, over the same meters and machines as
 * `equipmentEnergy`, added up window by window.
 *
 * @param interval - cut off at the moment of the clock; windows that are not over by then are left out
 * @throws {RangeError} if there is no such equipment, the interval runs backwards, or the demand interval of the workshop
 *   file is no multiple of its step
 */
export function equipmentDemand(twin: Twin, equipment: string, interval: Interval): EquipmentDemand {
  const past = untilNow(twin, interval);
  const grid = demandGrid(past, demandWindow(twin));
  const sources = energySources(twin, equipment);
  const parts = sources.map((id) => slicesOf(twin, id, grid));
  return { ...demandOf(twin, equipment, parts, grid), interval: past, sources };
}

function demandOf(twin: Twin, equipment: string, parts: readonly DemandSlices[], grid: DemandGrid): Demand {
  let ofTwin = sums.get(twin);
  if (!ofTwin) sums.set(twin, (ofTwin = new Map()));
  const last = ofTwin.get(equipment);
  // Slices are remembered, so the same ones are the same answer.
  if (last && parts.length > 0 && last.parts.length === parts.length) {
    if (parts.every((part, index) => part === last.parts[index])) return last.demand;
  }
  const demand = demandOfSlices(parts, grid);
  ofTwin.set(equipment, { parts, demand });
  return demand;
}

/**
 * What the demand of an equipment will be at the end of the window under way if its load stays as it is. The agreed limit
 * is that of the whole workshop, so a part of it is told no allowed power.
 *
 * @param now - milliseconds since the epoch. Default: the moment of the clock
 * @throws {RangeError} if there is no such equipment
 */
export function equipmentDemandForecast(
  twin: Twin,
  equipment: string,
  now: number = twin.clock.now(),
): DemandForecast {
  const sources = energySources(twin, equipment);
  const all = new Set(twin.tree.roots.flatMap((root) => energySources(twin, root)));
  const isWhole = all.size === sources.length && sources.every((id) => all.has(id));
  const { demandLimit } = twin.workshop.energy;
  const limit = isWhole && demandLimit !== undefined ? { limit: demandLimit } : {};
  const records = sources.map((id) => energyRecord(twin, id));
  return demandForecast(records, now, { ...demandWindow(twin), ...limit });
}

function demandWindow({ workshop: { energy } }: Twin): { window: number; step: number } {
  const { demandInterval, demandStep = demandInterval } = energy;
  return { window: demandInterval * minute, step: demandStep * minute };
}

/** Slices stay as they are while observations only come after them. */
function slicesOf(twin: Twin, source: string, grid: DemandGrid): DemandSlices {
  const record = energyRecord(twin, source);
  const end = grid.from + grid.count * grid.step;
  const basis = [grid.from, grid.step, grid.count, grid.slicesPerWindow, ...energyBasis(record, end)];
  return memory.get(twin, source, basis, () => demandSlices(record, grid));
}
