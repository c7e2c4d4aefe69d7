import { allow, finiteValue } from '../allow.js';
import type { Bounds, Kpi } from '../kpi.js';
import { normalCumulative, normalQuantile } from '../statistics/normal.js';
import { mean, sampleDeviation } from '../statistics/summary.js';
import { warningsOf } from '../warnings.js';
import { type AndersonDarling, andersonDarling } from './anderson-darling.js';
import { capabilityIndices, type Specification, taguchiIndex } from './capability-indices.js';
import type { RunRule } from './run-rules.js';
import { type Subgroup, subgroupValues, variablesChart, type VariablesLimits } from './variables-chart.js';

/** What a capability was made of. */
export interface CapabilityInput {
  readonly specification: Specification;
  /** How many values. */
  readonly count: number;
  readonly mean: number | undefined;
  /** Standard deviation of all values (n − 1). */
  readonly overallSigma: number | undefined;
  /** Standard deviation within subgroups, from the limits of the chart; `undefined` of a machine. */
  readonly withinSigma: number | undefined;
  /** Degrees of freedom of the sigma that the value was made with. */
  readonly degreesOfFreedom: number;
  /** Confidence level of the bounds. */
  readonly confidence: number;
}

/**
 * Capability of a machine: `value` is Cmk.
 *
 * The bounds are not those of missing data, as of other figures: they are the confidence interval of the index, which
 * narrows as values are added. Warnings: `fewValues` with count and least count, `notNormal` with the probability,
 * `notStable` with the indexes of the points that the chart flags.
 */
export interface MachineCapability extends Kpi<CapabilityInput> {
  /** Cm; `undefined` with one limit. */
  readonly cm: number | undefined;
  /** Share of the parts outside the limits, if the values are normal with the mean and deviation of all of them. */
  readonly outOfSpecification: number | undefined;
  /** `undefined` of fewer than eight values, or where all are equal. */
  readonly normality: AndersonDarling | undefined;
}

/** Capability of a process: `value` is Cpk. Bounds and warnings as of a {@link MachineCapability}. */
export interface ProcessCapability extends Omit<MachineCapability, 'cm'> {
  /** Cp, with the deviation within subgroups; `undefined` with one limit. */
  readonly cp: number | undefined;
  /** Pp, with the deviation of all values; `undefined` with one limit. */
  readonly pp: number | undefined;
  /** Ppk, with the deviation of all values. */
  readonly ppk: number | undefined;
  /** Cpm, with the deviation of all values; `undefined` without both limits and a target. */
  readonly cpm: number | undefined;
}

/** How a capability is judged. */
export interface CapabilityOptions {
  /** Of the bounds, above 0 and below 1. Default 0.95. */
  readonly confidence?: number;
  /** Below which probability values are not taken for normal. Default 0.05. */
  readonly significance?: number;
  /** Fewer values raise a warning. Default 50, the rule of the NIST handbook (6.1.6). */
  readonly minimumCount?: number;
  /** What makes a process unstable. Default: `nelson1`, a point beyond the limits of either chart. */
  readonly rules?: readonly RunRule[];
}

/**
 * Capability of a process: Cp and Cpk with the deviation within subgroups, Pp, Ppk and Cpm with that of all values
 * (ISO 22400-2, ISO 22514-2). Its preconditions are checked and reported, and the figures are there all the same.
 *
 * @param subgroups - in time order, of the size of the limits; those that are flagged are not left out
 * @param limits - of the control chart of the process: they bring the deviation within, and stability is judged by them
 * @throws {RangeError} if the specification, the subgroups or an option are not allowed
 */
export function processCapability(
  subgroups: readonly Subgroup[],
  specification: Specification,
  limits: VariablesLimits,
  options: CapabilityOptions = {},
): ProcessCapability {
  const { location, dispersion } = variablesChart(subgroups, limits, options);
  const { cm: cp, ...study } = studyOf(subgroups.flatMap(subgroupValues), specification, options, limits);
  const unstable = new Set([...location.findings, ...dispersion.findings].map(({ at }) => at));
  const subjects = [...unstable].sort((a, b) => a - b).map(String);
  const { mean: center, overallSigma } = study.inputs;
  const overall = capabilityIndices(center, overallSigma, specification);
  return {
    ...study,
    warnings: [...study.warnings, ...warningsOf({ notStable: subjects.length > 0 && subjects })],
    cp,
    pp: overall.index,
    ppk: overall.minimum,
    cpm: taguchiIndex(center, overallSigma, specification),
  };
}

/**
 * Capability of a machine: Cm and Cmk of parts made one after another, so that nothing but the machine makes them differ
 * (ISO 22400-2).
 *
 * @throws {RangeError} if the specification, a value or an option is not allowed
 */
export function machineCapability(
  values: readonly number[],
  specification: Specification,
  options: CapabilityOptions = {},
): MachineCapability {
  values.forEach(finiteValue);
  return studyOf(values, specification, options);
}

function studyOf(
  values: readonly number[],
  specification: Specification,
  { confidence = 0.95, significance = 0.05, minimumCount = 50 }: CapabilityOptions,
  within?: Pick<VariablesLimits, 'sigma' | 'degreesOfFreedom'>,
): MachineCapability {
  allow(confidence > 0 && confidence < 1, 'confidence', confidence, 'above 0, below 1');
  const count = values.length;
  const center = mean(values);
  const overallSigma = sampleDeviation(values);
  const overall = capabilityIndices(center, overallSigma, specification);
  const { index, minimum } = within ? capabilityIndices(center, within.sigma, specification) : overall;
  const degreesOfFreedom = within?.degreesOfFreedom ?? Math.max(0, count - 1);
  const normality = andersonDarling(values);
  const { probability = 1 } = normality ?? {};
  const beyond = (limit = Infinity) => normalCumulative(-3 * limit);
  return {
    value: minimum,
    bounds:
      minimum === undefined ? undefined : capabilityBounds(minimum, count, degreesOfFreedom, confidence),
    coverage: undefined,
    inputs: {
      specification,
      count,
      mean: center,
      overallSigma,
      withinSigma: within?.sigma,
      degreesOfFreedom,
      confidence,
    },
    warnings: warningsOf({
      fewValues: count < minimumCount && [`${count}`, `${minimumCount}`],
      notNormal: probability < significance && [probability.toPrecision(2)],
    }),
    cm: index,
    outOfSpecification:
      overall.minimum === undefined ? undefined : beyond(overall.lower) + beyond(overall.upper),
    normality,
  };
}

/**
 * Confidence interval of Cpk, Ppk or Cmk after Bissell: index ± z·√(1 ÷ 9n + index² ÷ 2ν).
 *
 * @param count - how many values the mean was made of (n)
 * @param degreesOfFreedom - of sigma (ν): n − 1 of the deviation of all values
 * @param confidence - above 0 and below 1, e.g. 0.95
 */
export function capabilityBounds(
  index: number,
  count: number,
  degreesOfFreedom: number,
  confidence: number,
): Bounds {
  const reach =
    normalQuantile((1 + confidence) / 2) * Math.sqrt(1 / (9 * count) + index ** 2 / (2 * degreesOfFreedom));
  return { low: index - reach, high: index + reach };
}
