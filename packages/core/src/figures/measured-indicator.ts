import { standardCoal } from '../kpi/energy/standard-coal.js';
import type { Bounds, KpiWarning } from '../kpi/kpi.js';
import { machineCounts } from '../kpi/oee/machine-oee.js';
import { plus } from '../kpi/plus.js';
import { production } from '../kpi/production/production.js';
import { ratio } from '../kpi/ratio.js';
import type { IndicatorValue } from '../kpi/scorecard/economic-indicator.js';
import type { Indicator } from '../model/figure-types.js';
import type { Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import { equipmentEnergy } from './equipment-energy.js';
import { machineRecord } from './equipment-oee.js';
import { outputMachines } from './output-machines.js';
import { goodOutput, productionRecord, unitsOf } from './output.js';
import { machinesOf } from './past.js';
import { producersAmong } from './producers.js';

/** An economic indicator as the twin calculates it. */
export interface MeasuredIndicator extends IndicatorValue {
  /** Unit of the twin's value; empty: a fraction of one. */
  readonly unit: string;
  /** Whether that is the unit of the workshop file, or the file names none. */
  readonly isComparable: boolean;
  readonly warnings: readonly KpiWarning[];
}

const hour = 3_600_000;

/**
 * What the twin knows of an economic indicator; `undefined` for operating cost and development cycle, of which it knows
 * nothing.
 *
 * @param past - already cut off at the present
 */
export function measuredIndicator(
  twin: Twin,
  equipment: string,
  past: Interval,
  indicator: Indicator,
): MeasuredIndicator | undefined {
  switch (indicator.id) {
    case 'productionEfficiency':
      return productionEfficiency(twin, equipment, past, indicator);
    case 'energyUtilization':
      return energyUtilization(twin, equipment, past, indicator);
    case 'defectRate':
      return defectRate(twin, equipment, past, indicator);
    default:
      return undefined;
  }
}

function productionEfficiency(
  twin: Twin,
  equipment: string,
  past: Interval,
  indicator: Indicator,
): MeasuredIndicator {
  const { good, plannedTime, coverage, unit: units, warnings } = output(twin, equipment, past);
  const unit = `${units ?? '?'}/h`;
  const value = units === undefined ? undefined : ratio(good, plannedTime / hour);
  return {
    value,
    calculation: 'goodUnitsPerPlannedHour',
    bounds: exact(value, coverage),
    coverage,
    parts: { goodCount: good, plannedHours: plannedTime / hour },
    unit,
    isComparable: (indicator.unit ?? unit) === unit,
    warnings,
  };
}

function energyUtilization(
  twin: Twin,
  equipment: string,
  past: Interval,
  indicator: Indicator,
): MeasuredIndicator {
  const { good, coverage, unit: units, warnings } = output(twin, equipment, past);
  const { value: energy, bounds, coverage: measured } = equipmentEnergy(twin, equipment, past);
  const factors = (twin.workshop.energy.coalFactors ?? []).filter(({ carrier }) => carrier === 'electricity');
  const perKwh = `${units ?? '?'}/kWh`;
  const isKwh = factors.length === 0 || indicator.unit === perKwh;
  const unit = isKwh ? perKwh : `${units ?? '?'}/kgce`;
  const basis = factors.find((one) => one.basis === 'equivalent')?.basis ?? 'primary';
  const year = Number(twin.calendar.local(past.from).date.slice(0, 4));
  const amount = { carrier: 'electricity', amount: energy, year, bounds, coverage: measured };
  const used = isKwh ? { value: energy, bounds } : standardCoal([amount], factors, basis);
  const isWhole = coverage === 1 && good !== undefined && units !== undefined;
  const value = units === undefined ? undefined : ratio(good, used.value);
  return {
    value,
    calculation: isKwh ? 'goodUnitsPerKwh' : 'goodUnitsPerKgce',
    bounds: isWhole ? inverse(good, used.bounds) : undefined,
    coverage: coverage === undefined || measured === undefined ? undefined : Math.min(coverage, measured),
    parts: { goodCount: good, energy, ...(isKwh ? {} : { standardCoal: used.value }) },
    unit,
    isComparable: (indicator.unit ?? unit) === unit,
    // Which of the two is counted changes the figure by a factor of about three.
    warnings: isKwh ? warnings : [...warnings, { key: 'coalBasis', subjects: [basis] }],
  };
}

function defectRate(twin: Twin, equipment: string, past: Interval, { unit }: Indicator): MeasuredIndicator {
  const ids = producersAmong(twin, machinesOf(twin, equipment));
  let badCount = 0;
  const without: string[] = [];
  let known = 0;
  for (const id of ids) {
    const record = machineRecord(twin, id);
    const { produced, good, scrap, rework } = machineCounts(record, past);
    const bad =
      scrap === undefined && rework === undefined
        ? plus(produced, good === undefined ? undefined : -good)
        : (scrap ?? 0) + (rework ?? 0);
    if (produced === undefined || bad === undefined) {
      without.push(id);
      continue;
    }
    badCount += bad;
    known += production([productionRecord(twin, id)], [past], twin.clock.now(), noPlan).coverage ?? 0;
  }
  const inPercent = unit === '%';
  // A piece passes several machines, and is bad at one of them at most: what came in is what came out good, and the bad.
  const ends = outputMachines(twin, equipment).filter((id) => !without.includes(id));
  const producedCount = plus(goodOutput(twin, equipment, past, ends), badCount);
  const units = unitsOf(twin, ends, past);
  const share = ratio(badCount, producedCount);
  const value = share === undefined ? undefined : share * (inPercent ? 100 : 1);
  const coverage = ratio(known, ids.length);
  return {
    value,
    calculation: 'badPerProduced',
    bounds: exact(value, coverage),
    coverage,
    parts: { badCount, producedCount },
    unit: inPercent ? '%' : '',
    isComparable: inPercent || unit === undefined || unit === '1' || unit === '',
    warnings: [
      ...(without.length > 0 ? [{ key: 'noBadCount', subjects: without }] : []),
      ...differentUnits(units),
    ],
  };
}

interface Output {
  readonly good: number | undefined;
  readonly plannedTime: number;
  readonly coverage: number | undefined;
  /** `undefined`: products of several units, which cannot be added. */
  readonly unit: string | undefined;
  readonly warnings: readonly KpiWarning[];
}

/** Good units of the machines at the end of the flow, over the planned time of the equipment. */
function output(twin: Twin, equipment: string, past: Interval): Output {
  const machines = outputMachines(twin, equipment);
  const units = unitsOf(twin, machines, past);
  const plan = { ...noPlan, time: (interval: Interval) => twin.calendar.planned(interval, equipment) };
  const { good, plannedTime, coverage } = production(
    machines.map((id) => productionRecord(twin, id)),
    [past],
    twin.clock.now(),
    plan,
  );
  const unit = units.size > 1 ? undefined : ([...units][0] ?? 'pcs');
  return { good, plannedTime, coverage, unit, warnings: differentUnits(units) };
}

/** Pieces and kilograms are not added. */
function differentUnits(units: ReadonlySet<string>): KpiWarning[] {
  return units.size > 1 ? [{ key: 'differentUnits', subjects: [...units] }] : [];
}

const noPlan = { time: () => [], amount: () => undefined };

function exact(value: number | undefined, coverage: number | undefined): Bounds | undefined {
  return value !== undefined && coverage === 1 ? { low: value, high: value } : undefined;
}

function inverse(numerator: number, bounds: Bounds | undefined): Bounds | undefined {
  if (bounds === undefined || !(bounds.low > 0)) return undefined;
  return { low: numerator / bounds.high, high: numerator / bounds.low };
}
