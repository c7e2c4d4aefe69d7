import { allow } from '../allow.js';
import type { Bounds, Kpi } from '../kpi.js';
import { minus } from '../minus.js';
import { ratio } from '../ratio.js';
import { boundsOf } from '../share.js';
import { mean } from '../statistics/summary.js';
import { total } from '../total.js';
import { warningsOf } from '../warnings.js';

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
  allow(tolerance >= 0, 'tolerance', tolerance, '0 or more');
  const all = [parent, ...children];
  const silent = all.filter(({ value }) => value === undefined).map(({ id }) => id);
  const measured = total(children.map(({ value = 0 }) => value));
  const value = silent.length > 0 ? undefined : minus(parent.value, measured);
  const end = (ofParent: keyof Bounds, ofChildren: keyof Bounds) =>
    children.map(({ bounds }) => bounds?.[ofChildren]).reduce(minus, parent.bounds?.[ofParent]);
  const bounds = boundsOf(end('low', 'high'), end('high', 'low'));
  const excess = bounds !== undefined && bounds.high < -tolerance * Math.abs(parent.value ?? NaN);
  return {
    value,
    bounds,
    coverage: mean(all.map(({ coverage = 0 }) => coverage)),
    inputs: { parent, children, measured, tolerance },
    warnings: warningsOf({
      meterNotMeasured: silent.length > 0 && silent,
      childrenExceedParent: excess && [parent.id],
    }),
    share: ratio(value, parent.value),
  };
}
