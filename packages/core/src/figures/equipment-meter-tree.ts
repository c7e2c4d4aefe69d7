import { energy, type EnergyInput, type EnergyRecord } from '../kpi/energy/energy.js';
import { type MeterAmount, type MeterBalance, meterBalance } from '../kpi/energy/meter-balance.js';
import type { Kpi, KpiWarning } from '../kpi/kpi.js';
import type { Meter } from '../model/energy-types.js';
import type { Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import { carrierRecord, electricity } from './carrier-record.js';
import { untilNow } from './past.js';

/** A meter with those whose readings are contained in its own. */
export interface MeterNode extends Kpi<EnergyInput> {
  /** Id of the meter among the equipment. */
  readonly meter: string;
  /** Unit of the value: that of the carrier. */
  readonly unit: string;
  /** The meters below it against it; `undefined` where there are none. */
  readonly balance: MeterBalance | undefined;
  /** In the order of the workshop file. */
  readonly children: readonly MeterNode[];
}

/** What a tree of meters can be asked for. */
export interface MeterTreeOptions {
  /** Id of the carrier. Default `electricity`. */
  readonly carrier?: string;
  /** Share of a meter that those below it may say more than it. Default 0.02. */
  readonly tolerance?: number;
}

/**
 * The meters of a carrier that measure an equipment or what belongs to it, as trees, each checked against those below it. What a meter stands under is what its
 * `parentMeter` says; else it is the meter of the nearest equipment above all that it measures, if that has just one.
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, the interval runs backwards, or the tolerance is not a number of 0 or
 *   more
 */
export function equipmentMeterTree(
  twin: Twin,
  equipment: string,
  interval: Interval,
  { carrier = electricity, tolerance }: MeterTreeOptions = {},
): MeterNode[] {
  const past = untilNow(twin, interval);
  const { carriers, meters } = twin.workshop.energy;
  twin.tree.get(equipment);
  const own = meters.filter((meter) => meter.carrier === carrier);
  const parents = parentsOf(twin, own);
  const isBelow = (id: string) => id === equipment || twin.tree.ancestors(id).includes(equipment);
  const shown = own.filter(({ measures }) => measures.some(isBelow)).map((meter) => meter.equipment);
  const unit = carriers.find(({ id }) => id === carrier)?.unit ?? 'kWh';
  const nodeOf = (meter: string): MeterNode => {
    const children = shown.filter((id) => parents.get(id) === meter).map(nodeOf);
    const record = carrierRecord(twin, meter, carrier);
    const use = energy(record, past);
    const { value, bounds, coverage, inputs } = use;
    const warnings = [...use.warnings, ...warningsOf(record)];
    const amounts = children.map((child) => amountOf(child.meter, child));
    const balance =
      children.length === 0 ? undefined : meterBalance(amountOf(meter, use), amounts, tolerance);
    return { meter, unit, value, bounds, coverage, inputs, warnings, balance, children };
  };
  return shown.filter((id) => !shown.includes(parents.get(id) ?? '')).map(nodeOf);
}

/** What was odd about the readings of a meter, over all of them that are kept. */
function warningsOf({ counter }: EnergyRecord): readonly KpiWarning[] {
  const { resets = 0, jumps = 0 } = counter ?? {};
  const warnings: KpiWarning[] = [];
  if (resets > 0) warnings.push({ key: 'meterReset', subjects: [String(resets)] });
  if (jumps > 0) warnings.push({ key: 'meterJumped', subjects: [String(jumps)] });
  return warnings;
}

function amountOf(id: string, { value, bounds, coverage }: Kpi<unknown>): MeterAmount {
  return { id, value, bounds, coverage };
}

/** Id of the meter above, by the id of the meter. */
function parentsOf(twin: Twin, meters: readonly Meter[]): ReadonlyMap<string, string> {
  const ids = new Set(meters.map(({ equipment }) => equipment));
  const parents = new Map<string, string>();
  for (const { equipment, parentMeter, measures } of meters) {
    const isTold = parentMeter !== undefined && ids.has(parentMeter);
    const parent = isTold ? parentMeter : nearestAbove(twin, meters, measures);
    if (parent === undefined) continue;
    // Meters that name each other would stand under no root.
    let above: string | undefined = parent;
    while (above !== undefined && above !== equipment) above = parents.get(above);
    if (above === undefined) parents.set(equipment, parent);
  }
  return parents;
}

/** The one meter of the nearest equipment above all of some equipment that has a meter. */
function nearestAbove(twin: Twin, meters: readonly Meter[], measures: readonly string[]): string | undefined {
  const [first = [], ...others] = measures.map((id) => twin.tree.ancestors(id));
  for (const id of first) {
    if (!others.every((ancestors) => ancestors.includes(id))) continue;
    const found = meters.filter((meter) => meter.measures.includes(id));
    if (found.length > 0) return found.length === 1 ? found[0].equipment : undefined;
  }
  return undefined;
}
