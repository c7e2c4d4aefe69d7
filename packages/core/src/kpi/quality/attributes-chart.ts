import { allow } from '../allow.js';
import {
  type ControlChart,
  controlChart,
  type ControlChartOptions,
  type ControlLimits,
  limitsAround,
} from './control-chart.js';
import { rulesWithoutZones } from './run-rules.js';

/**
 * Charts of counts: `p` the nonconforming share of items, `np` their number, `c` the number of nonconformities, `u` that
 * per unit looked at.
 */
export type AttributesChartKind = 'p' | 'np' | 'c' | 'u';

/** What was looked at, and what was found. */
export interface AttributesSample {
  /** Nonconforming items (p, np), or nonconformities, of which an item may have several (c, u). */
  readonly count: number;
  /** Items or units looked at, above 0; the same in each sample for np and c. Default 1. */
  readonly size?: number;
}

/** What a period of undisturbed production gave, to judge later samples by: plain data, to be kept as it is. */
export interface AttributesLimits {
  readonly chart: AttributesChartKind;
  /** Σ counts ÷ Σ sizes: p̄ of p and np, ū of c and u. */
  readonly rate: number;
  /** The size of each sample; `undefined` where sizes may differ (p, u). */
  readonly size: number | undefined;
  /** How many samples the limits were made of. */
  readonly samples: number;
}

/**
 * Limits of a p, np, c or u chart from data of a period in which nothing disturbed the process (phase I).
 *
 * @returns `undefined` without a sample
 * @throws {RangeError} if a count or a size is not allowed
 */
export function attributesLimits(
  chart: AttributesChartKind,
  samples: readonly (AttributesSample | undefined)[],
): AttributesLimits | undefined {
  const present = samples.filter((sample) => sample !== undefined);
  if (present.length === 0) return undefined;
  const size = isOfSamples(chart) ? (present[0].size ?? 1) : undefined;
  let counts = 0;
  let sizes = 0;
  for (const sample of present) {
    checkSample(chart, sample, size);
    counts += sample.count;
    sizes += sample.size ?? 1;
  }
  return { chart, rate: counts / sizes, size, samples: present.length };
}

/**
 * Centre line and limits of a sample, three standard deviations of the binomial distribution (p, np) or of the Poisson
 * distribution (c, u) away, the lower one at least 0.
 *
 * @param size - items or units looked at
 */
export function attributesLimitsAt({ chart, rate }: AttributesLimits, size: number): ControlLimits {
  const scale = isOfSamples(chart) ? size : 1;
  const variance = isOfItems(chart) ? rate * (1 - rate) : rate;
  return limitsAround(rate * scale, 3 * scale * Math.sqrt(variance / size), 0);
}

/**
 * Judges samples against limits that were found before (phase II). Rules about zones do not apply.
 *
 * @param samples - in time order; `undefined`: a gap, at which runs end
 * @throws {RangeError} if a count or a size is not allowed, or there are not as many times as samples
 */
export function attributesChart(
  samples: readonly (AttributesSample | undefined)[],
  limits: AttributesLimits,
  { rules, times }: ControlChartOptions = {},
): ControlChart {
  const { chart } = limits;
  const values = Float64Array.from(samples, (sample) => {
    if (!sample) return NaN;
    checkSample(chart, sample, limits.size);
    return sample.count / (isOfSamples(chart) ? 1 : (sample.size ?? 1));
  });
  const limitsAt = (index: number) => {
    const sample = samples[index];
    return sample && attributesLimitsAt(limits, sample.size ?? 1);
  };
  return controlChart(chart, values, limitsAt, { rules: rulesWithoutZones(rules), times });
}

/** Items are found nonconforming once at most. */
function isOfItems(chart: AttributesChartKind): boolean {
  return chart.endsWith('p');
}

/** Whether a point is the count of a sample, and not a count divided by a size. */
function isOfSamples(chart: AttributesChartKind): boolean {
  return chart === 'np' || chart === 'c';
}

function checkSample(
  chart: AttributesChartKind,
  { count, size = 1 }: AttributesSample,
  expected: number | undefined,
): void {
  allow(size > 0 && size < Infinity && size === (expected ?? size), 'size', size, expected ?? 'above 0');
  const most = isOfItems(chart) ? size : Number.MAX_VALUE;
  allow(count >= 0 && count <= most, 'count', count, `0 to ${most}`);
}
