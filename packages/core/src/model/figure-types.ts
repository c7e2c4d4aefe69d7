import type { Text } from './text.js';

/** The six big losses of OEE, and time in which nothing was to be produced. */
export const lossKinds = [
  'scheduleLoss',
  'equipmentFailure',
  'setupAndAdjustment',
  'idlingAndMinorStops',
  'reducedSpeed',
  'processDefects',
  'reducedYield',
] as const;

/** One of the six big losses, or the loss of the schedule. */
export type LossKind = (typeof lossKinds)[number];

/** A reason for which a machine stands. */
export interface Reason {
  /** As the `reason` signal of a machine says it. */
  readonly id: string;
  /** Default: the id. */
  readonly name: Text;
  /** Which loss it counts as. Default: that of the state. */
  readonly loss?: LossKind;
}

/** How losses are told apart. */
export interface Losses {
  /** Seconds; a shorter stop is a minor stop, which is lost speed. Default 300. */
  readonly minorStopLimit: number;
  /** Reasons with a loss of their own. Default: none. */
  readonly reasons: readonly Reason[];
}

/** What is measured of a product, with its specification. */
export interface Characteristic {
  /** Unique among the characteristics. */
  readonly id: string;
  /** Default: the id. */
  readonly name: Text;
  /** Address of the signal with the measured values, e.g. `gauge-1/diameter`. */
  readonly signal: string;
  /** The least that is good, in the unit of the signal. */
  readonly lowerSpecificationLimit?: number;
  /** The most that is good, in the unit of the signal. */
  readonly upperSpecificationLimit?: number;
  /** What is wanted, in the unit of the signal. */
  readonly target?: number;
  /** Measured values that make one point of a chart, 1 to 25. Default 1. */
  readonly subgroupSize: number;
}

/** The economic indicators of a digital workshop. */
export const indicatorIds = [
  'productionEfficiency',
  'energyUtilization',
  'operatingCost',
  'developmentCycle',
  'defectRate',
] as const;

/** One of the five economic indicators. */
export type IndicatorId = (typeof indicatorIds)[number];

/** What an indicator is compared with. */
export interface IndicatorBaseline {
  /** In the unit of the indicator. */
  readonly value: number;
  /** When it was, in words, e.g. `2024`. */
  readonly period: string;
}

/** An economic indicator with what it was before and what it should become. */
export interface Indicator {
  /** `productionEfficiency`, `energyUtilization`, `operatingCost`, `developmentCycle` or `defectRate`. */
  readonly id: IndicatorId;
  /** How it is calculated, in words for people. */
  readonly definition?: Text;
  /** Unit of its values. */
  readonly unit?: string;
  /** What it was before. */
  readonly baseline: IndicatorBaseline;
  /** Relative change to reach, e.g. 0.2 or -0.3. */
  readonly targetChange: number;
  /** Where the twin cannot know it: what it is now, told by hand. */
  readonly value?: number;
}

/** Figures to reach. */
export interface Targets {
  /** OEE as a fraction of one. */
  readonly oee?: number;
  /** Good units an hour of planned time, by equipment id. Default: none. */
  readonly production: Readonly<Record<string, number>>;
  /** Economic indicators. Default: none. */
  readonly indicators?: readonly Indicator[];
}
