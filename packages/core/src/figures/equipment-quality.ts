import type { Kpi } from '../kpi/kpi.js';
import type { CapabilityOptions, ProcessCapability } from '../kpi/quality/capability.js';
import { processCapability } from '../kpi/quality/capability.js';
import type { ControlChartOptions } from '../kpi/quality/control-chart.js';
import { defectPareto, type DefectParetoInput } from '../kpi/quality/defect-pareto.js';
import {
  type Subgroup,
  variablesChart,
  type VariablesChart,
  type VariablesChartKind,
  type VariablesLimits,
  variablesLimits,
} from '../kpi/quality/variables-chart.js';
import type { Characteristic } from '../model/figure-types.js';
import type { Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import { machinesOf, untilNow } from './past.js';
import { producersAmong } from './producers.js';

/** The measured values of a characteristic, in subgroups of those that follow each other. */
export interface CharacteristicValues {
  readonly characteristic: Characteristic;
  /** `undefined` where an observation of quality `bad` says that something is missing; no subgroup reaches across. */
  readonly subgroups: readonly Subgroup[];
  /** When the last value of each was measured, in milliseconds since the epoch. */
  readonly times: readonly number[];
  /** Values that did not fill a subgroup: before a gap and at the end. */
  readonly leftOut: number;
}

/** Where the limits of a characteristic come from, and how points are judged. */
export interface CharacteristicOptions extends Pick<ControlChartOptions, 'rules'> {
  /** Limits found before. */
  readonly limits?: VariablesLimits;
  /** An interval in which nothing disturbed the process, to find the limits in. Default: the interval asked about. */
  readonly baseline?: Interval;
  /** Default: `individuals` of single values, `xBarR` of 2 to 9, `xBarS` of more. */
  readonly chart?: VariablesChartKind;
}

/** The control charts of a characteristic. */
export interface CharacteristicChart extends CharacteristicValues {
  /** To be kept and given again; `undefined` where there are too few values. */
  readonly limits: VariablesLimits | undefined;
  /** One point a subgroup; `undefined` without limits. */
  readonly charts: VariablesChart | undefined;
}

/** Nonconforming pieces of an equipment by kind of defect, with the machines they were counted at. */
export interface EquipmentDefects extends Kpi<DefectParetoInput> {
  /** What was asked about, cut off at the moment of the clock. */
  readonly intervals: readonly Interval[];
  /** Ids of the machines that count scrap. */
  readonly machines: readonly string[];
}

/**
 * The measured values of a characteristic of the workshop file: each observation of its signal is one.
 *
 * @param characteristic - its id
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such characteristic, or the interval runs backwards
 */
export function characteristicValues(
  twin: Twin,
  characteristic: string,
  interval: Interval,
): CharacteristicValues {
  const found = characteristicOf(twin, characteristic);
  const { from, to } = untilNow(twin, interval);
  const series = twin.series(found.signal, 'number');
  const subgroups: Subgroup[] = [];
  const times: number[] = [];
  let values: number[] = [];
  let leftOut = 0;
  if (series) {
    let index = series.indexAt(from);
    if (index < 0 || series.timeAt(index) < from) index++;
    for (; index < series.length && series.timeAt(index) < to; index++) {
      const value = series.valueAt(index);
      if (value !== undefined) values.push(value);
      if (value !== undefined && values.length < found.subgroupSize) continue;
      if (value === undefined) leftOut += values.length;
      subgroups.push(value === undefined ? undefined : values);
      times.push(series.timeAt(index));
      values = [];
    }
  }
  return { characteristic: found, subgroups, times, leftOut: leftOut + values.length };
}

/**
 * The control charts of a characteristic. Without limits or a baseline they are those of the interval itself, which is
 * right for looking back at a period, and wrong for watching a process: there, keep the limits.
 *
 * @param characteristic - its id
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such characteristic, an interval runs backwards, or the chart does not fit the size of
 *   its subgroups
 */
export function characteristicChart(
  twin: Twin,
  characteristic: string,
  interval: Interval,
  options: CharacteristicOptions = {},
): CharacteristicChart {
  const values = characteristicValues(twin, characteristic, interval);
  const limits = limitsOf(twin, values, options);
  const { rules } = options;
  const charts = limits && variablesChart(values.subgroups, limits, { rules, times: values.times });
  return { ...values, limits, charts };
}

/**
 * The capability of the process that makes a characteristic, against its specification limits.
 *
 * @param characteristic - its id
 * @param interval - cut off at the moment of the clock
 * @returns `undefined` where it has no specification limit, or there are too few values for the limits of its chart
 * @throws {RangeError} as `characteristicChart()`
 */
export function characteristicCapability(
  twin: Twin,
  characteristic: string,
  interval: Interval,
  options: CharacteristicOptions & CapabilityOptions = {},
): ProcessCapability | undefined {
  const values = characteristicValues(twin, characteristic, interval);
  const limits = limitsOf(twin, values, options);
  const { lowerSpecificationLimit: lower, upperSpecificationLimit: upper, target } = values.characteristic;
  if (!limits || (lower ?? upper) === undefined) return undefined;
  return processCapability(values.subgroups, { lower, upper, target }, limits, options);
}

/**
 * Nonconforming pieces by kind of defect: those that the `scrapCount` of the machines of an equipment counts, each under
 * the `scrapReason` that stood when it was counted. A piece is scrapped once, so the machines of a line are added up.
 *
 * @param asked - one interval or several in time order without overlap, cut off at the moment of the clock
 * @returns warning `noScrapCount` with the ids of the machines that produce and do not count scrap, whose time is not part
 *   of the coverage
 * @throws {RangeError} if there is no such equipment, or an interval runs backwards
 */
export function equipmentDefects(
  twin: Twin,
  equipment: string,
  asked: Interval | readonly Interval[],
): EquipmentDefects {
  const list: readonly Interval[] = 'from' in asked ? [asked] : asked;
  const intervals = list.map((interval) => untilNow(twin, interval));
  const all = machinesOf(twin, equipment);
  const counts = (id: string) => twin.seriesOf(id, 'scrapCount', 'counter') !== undefined;
  const machines = all.filter(counts);
  const others = producersAmong(twin, all).filter((id) => !counts(id));
  const records = machines.map((id) => ({
    scrap: twin.seriesOf(id, 'scrapCount', 'counter'),
    reasons: twin.seriesOf(id, 'scrapReason', 'text'),
    knownUntil: twin.knownUntil(id, 'scrapCount'),
  }));
  return {
    ...defectPareto(records, intervals),
    warnings: others.length > 0 ? [{ key: 'noScrapCount', subjects: others }] : [],
    intervals,
    machines,
  };
}

function characteristicOf({ workshop: { characteristics = [] } }: Twin, id: string): Characteristic {
  const found = characteristics.find((one) => one.id === id);
  if (found) return found;
  const allowed = characteristics.map((one) => one.id).join(', ');
  throw new RangeError(`unknown characteristic: ${id}, allowed: ${allowed}`);
}

function limitsOf(
  twin: Twin,
  { characteristic: { id, subgroupSize }, subgroups }: CharacteristicValues,
  { limits, baseline, chart = kindFor(subgroupSize) }: CharacteristicOptions,
): VariablesLimits | undefined {
  if (limits) return limits;
  return variablesLimits(chart, baseline ? characteristicValues(twin, id, baseline).subgroups : subgroups);
}

/** Above about ten values the range loses too much of what the standard deviation keeps. */
function kindFor(size: number): VariablesChartKind {
  return size === 1 ? 'individuals' : size < 10 ? 'xBarR' : 'xBarS';
}
