import type { KpiWarning } from '../kpi/kpi.js';
import { countedShare, type CountedShare } from '../kpi/scorecard/counted-share.js';
import {
  type EconomicIndicator,
  economicIndicator,
  type IndicatorValue,
} from '../kpi/scorecard/economic-indicator.js';
import type { Indicator } from '../model/figure-types.js';
import type { Text } from '../model/text.js';
import type { Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import { connectedEquipment, dataPoints, numericallyControlled } from './connected-equipment.js';
import { measuredIndicator, type MeasuredIndicator } from './measured-indicator.js';
import { untilNow } from './past.js';

/** Shares to reach, 0 to 1, e.g. from the rules of a programme. Default: none. */
export interface ScorecardThresholds {
  readonly connected?: number;
  readonly numericallyControlled?: number;
  readonly automaticData?: number;
}

/** An indicator of the workshop file with its words. */
export interface ScorecardIndicator extends EconomicIndicator {
  /** How it is calculated, in the words of the file. */
  readonly definition: Text | undefined;
  /** Unit of its values, those of the baseline and of the target. */
  readonly unit: string | undefined;
  /** When the baseline was, in words. */
  readonly baselinePeriod: string;
}

/** The economic indicators of a workshop and how far its equipment is connected. */
export interface EquipmentScorecard {
  /** The interval, cut off at the moment of the clock. */
  readonly interval: Interval;
  /** Those of the workshop file, in its order. */
  readonly indicators: readonly ScorecardIndicator[];
  /** Share of machines and meters of which a signal is current at the moment of the clock. */
  readonly connected: CountedShare;
  /** Share of machines that are numerically controlled 数控. */
  readonly numericallyControlled: CountedShare;
  /** Share of the data points of the workshop file that a source keeps current by itself. */
  readonly automaticData: CountedShare;
  /** `baselineOfWhole`: the indicators stand for the whole workshop, and a part of it was asked about. */
  readonly warnings: readonly KpiWarning[];
}

/**
 * The five economic indicators against baseline and target, and the shares of connected equipment, numerically controlled
 * machines and automatically collected data.
 *
 * An indicator that the twin can calculate in the unit of the file has the twin's value: production efficiency in good
 * units an hour (`pcs/h`), energy utilisation in good units a kgce or a kWh (`pcs/kgce`, `pcs/kWh`), defect rate (`%`, or no
 * unit). Any other has the value that the file tells, if it tells one, and says so. Where both exist, the told one is
 * named and not used (`toldValueUnused`); where the file names no unit, the assumed one is named (`unitAssumed`); where
 * its unit is another than the twin's and nothing is told, there is no value (`differentUnit`).
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentScorecard(
  twin: Twin,
  equipment: string,
  interval: Interval,
  thresholds: ScorecardThresholds = {},
): EquipmentScorecard {
  const past = untilNow(twin, interval);
  const { indicators = [] } = twin.workshop.targets;
  const isWhole = twin.tree.roots.length === 1 && twin.tree.roots[0] === equipment;
  return {
    interval: past,
    indicators: indicators.map((indicator) => compared(twin, equipment, past, indicator)),
    connected: countedShare(connectedEquipment(twin, equipment), thresholds.connected),
    numericallyControlled: countedShare(
      numericallyControlled(twin, equipment),
      thresholds.numericallyControlled,
    ),
    automaticData: countedShare(dataPoints(twin, equipment), thresholds.automaticData),
    warnings: isWhole || indicators.length === 0 ? [] : [{ key: 'baselineOfWhole', subjects: [equipment] }],
  };
}

function compared(twin: Twin, equipment: string, past: Interval, indicator: Indicator): ScorecardIndicator {
  const { id, baseline, targetChange, definition } = indicator;
  const measured = measuredIndicator(twin, equipment, past, indicator);
  const current = measured?.isComparable && measured.value !== undefined ? measured : told(indicator);
  const figure = economicIndicator({ id, baseline: baseline.value, targetChange, current });
  return {
    ...figure,
    warnings: [...figure.warnings, ...differences(indicator, measured, current)],
    definition,
    unit: indicator.unit ?? (current === measured ? measured.unit : undefined),
    baselinePeriod: baseline.period,
  };
}

function told({ value }: Indicator): IndicatorValue {
  return { value, calculation: 'told', bounds: undefined, coverage: undefined, parts: {} };
}

/** What a reader has to know of a told value beside a measured one. */
function differences(
  { id, unit, value }: Indicator,
  measured: MeasuredIndicator | undefined,
  current: IndicatorValue,
): KpiWarning[] {
  if (measured === undefined) return [];
  if (current === measured) {
    return [
      ...measured.warnings,
      ...(value === undefined ? [] : [{ key: 'toldValueUnused', subjects: [id, String(value)] }]),
      ...(unit === undefined && measured.unit ? [{ key: 'unitAssumed', subjects: [id, measured.unit] }] : []),
    ];
  }
  if (measured.isComparable) return [...measured.warnings];
  if (value !== undefined) return [];
  return [{ key: 'differentUnit', subjects: [id, unit ?? '', measured.unit] }];
}
