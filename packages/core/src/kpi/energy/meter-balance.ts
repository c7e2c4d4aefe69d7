import type { Bounds, Kpi, KpiWarning } from '../kpi.js';
import { ratio } from '../ratio.js';

/** What a meter said of an interval. */
export interface MeterAmount {
  /** Id of the meter. */
  readonly id: string;
  /** In the unit of the carrier; `undefined` where nothing was measured. */
  readonly value: number | undefined;
  /** The least and the most it can be; `undefined` where nothing can be said. */
  readonly bounds: Bounds | undefined;
  /** Share of the time that was measured, 0 to 1. */
  readonly coverage: number | undefined;
}

/** What a balance of meters was made of. */
export interface MeterBalanceInput {
  readonly parent: MeterAmount;
  readonly children: readonly MeterAmount[];
  /** Sum of the children that were measured. */
  readonly measured: number;
  /** Share of the parent that the children may say more than it. */
  readonly tolerance: number;
}

/** Parent − children, in the unit of the carrier: above 0 what no child measures, below 0 an excess of the children. */
export interface MeterBalance extends Kpi<MeterBalanceInput> {
  /** Difference ÷ parent, as a fraction of one. */
  readonly share: number | undefined;
}

/**
 * Checks the meters below a meter against it. The difference is what none of them measures: light, losses, machines without
 * a meter. If they say more than the parent, beyond the tolerance and whatever happened in the time without data, one of
 * them is wrong, counts twice, or does not belong there (`childrenExceedParent`).
 *
 * No value where the parent or a child was not measured at all (`meterNotMeasured`); the sum of the others is in the inputs.
 *
 * @param parent - all of one carrier, over one interval
 * @param tolerance - as a fraction of one, e.g. from the accuracy classes of the meters. Default 0.02
 * @throws {RangeError} if the tolerance is not a number of 0 or more
 */
export function meterBalance(
  parent: MeterAmount,
  children: readonly MeterAmount[],
  tolerance = 0.02,
): MeterBalance {
  if (!(tolerance >= 0)) throw new RangeError(`invalid tolerance: ${tolerance}, allowed: 0 or more`);
  const all = [parent, ...children];
  const silent = all.filter(({ value }) => value === undefined).map(({ id }) => id);
  const measured = children.reduce((sum, { value = 0 }) => sum + value, 0);
  const value = parent.value === undefined || silent.length > 0 ? undefined : parent.value - measured;
  const bounds = differenceBounds(parent, children);
  const allowed = -tolerance * Math.abs(parent.value ?? 0);
  const warnings: KpiWarning[] = [];
  if (silent.length > 0) warnings.push({ key: 'meterNotMeasured', subjects: silent });
  if (parent.value !== undefined && bounds && bounds.high < allowed) {
    warnings.push({ key: 'childrenExceedParent', subjects: [parent.id] });
  }
  return {
    value,
    bounds,
    coverage: all.reduce((sum, { coverage = 0 }) => sum + coverage, 0) / all.length,
    inputs: { parent, children, measured, tolerance },
    warnings,
    share: ratio(value, parent.value),
  };
}

function differenceBounds(parent: MeterAmount, children: readonly MeterAmount[]): Bounds | undefined {
  let bounds = parent.bounds;
  for (const child of children) {
    if (!child.bounds) return undefined;
    bounds = bounds && { low: bounds.low - child.bounds.high, high: bounds.high - child.bounds.low };
  }
  return bounds;
}
