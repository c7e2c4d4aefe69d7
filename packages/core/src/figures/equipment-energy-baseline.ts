import { energyAmount } from '../kpi/energy/energy-amount.js';
import { energyBaseline, type EnergyBaselineChecks } from '../kpi/energy/energy-baseline.js';
import { type EnergyPerformance, energyPerformance } from '../kpi/energy/energy-performance.js';
import type { EnergyPeriod } from '../kpi/energy/energy-period.js';
import type { EnergyBaseline } from '../model/energy-types.js';
import { parseAddress } from '../model/signal.js';
import { duration, type Interval } from '../time/interval.js';
import { dayLength, dayOfDate, timeOfDay } from '../time/iso.js';
import { instantOf } from '../time/zone.js';
import type { Twin } from '../twin/twin.js';
import { energyRecord, energySources } from './equipment-energy.js';
import { untilNow } from './past.js';

/** What a caller can choose; all has a default. */
export interface EquipmentEnergyBaselineOptions {
  /** Id of the baseline. Default: the first one of the equipment in the workshop file. */
  readonly baseline?: string;
  /** Share of a day that has to be known, of its energy and of each driver. Default 0.99. */
  readonly minimumCoverage?: number;
  /** When a baseline is good enough. */
  readonly checks?: Partial<EnergyBaselineChecks>;
  /** Probability of the prediction intervals. Default 0.95. */
  readonly confidence?: number;
}

/** Energy performance of an equipment, day by day, against a baseline of the workshop file. */
export interface EquipmentEnergyPerformance extends EnergyPerformance {
  /** The interval, cut off at the moment of the clock. */
  readonly interval: Interval;
  /** `undefined`: the workshop file has none for it. */
  readonly baseline: EnergyBaseline | undefined;
  /** Production days of the baseline, in the order of its model. */
  readonly baselineDays: readonly Interval[];
  /** Production days that lie wholly in the interval, in the order of `inputs.periods`. */
  readonly days: readonly Interval[];
  /** Ids of the equipment whose signals were read: meters, or machines that measure themselves. */
  readonly sources: readonly string[];
}

/**
 * Daily energy of an equipment against a baseline of the workshop file: the regression is made of the production days
 * of the baseline, and compared are the production days that lie wholly in the interval.
 *
 * A driver is a signal: of a counter the growth of the day (pieces), of a number its mean (temperature, degree of
 * production). A day is left out where its energy or a driver is not known over `minimumCoverage` of it.
 *
 * Without a baseline there is no value (warning `noEnergyBaseline`); a driver that is no number is named
 * (`driverWithoutNumber`).
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment or baseline, or the interval runs backwards
 */
export function equipmentEnergyBaseline(
  twin: Twin,
  equipment: string,
  interval: Interval,
  options: EquipmentEnergyBaselineOptions = {},
): EquipmentEnergyPerformance {
  const { minimumCoverage = 0.99, checks, confidence } = options;
  twin.tree.get(equipment);
  const past = untilNow(twin, interval);
  const baseline = baselineOf(twin, equipment, options.baseline);
  const drivers = baseline?.drivers ?? [];
  const sources = baseline ? sourcesOf(twin, baseline) : [];
  const periodOf = (day: Interval): EnergyPeriod => ({
    energy: energyOf(twin, sources, day, minimumCoverage),
    drivers: drivers.map((address) => driverOf(twin, address, day, minimumCoverage)),
  });
  const baselineDays = baseline ? daysOf(twin, baselineTime(twin, baseline)) : [];
  const days = daysOf(twin, past);
  const model = energyBaseline(drivers, baselineDays.map(periodOf), checks);
  const performance = energyPerformance(model, days.map(periodOf), confidence);
  const wrong = drivers.filter((address) => !['counter', 'number'].includes(kindOf(twin, address)));
  return {
    ...performance,
    warnings: !baseline
      ? [{ key: 'noEnergyBaseline', subjects: [equipment] }]
      : wrong.length > 0
        ? [...performance.warnings, { key: 'driverWithoutNumber', subjects: wrong }]
        : performance.warnings,
    interval: past,
    baseline,
    baselineDays,
    days,
    sources,
  };
}

function baselineOf(twin: Twin, equipment: string, id: string | undefined): EnergyBaseline | undefined {
  const own = (twin.workshop.energy.baselines ?? []).filter((one) => one.equipment === equipment);
  const found = id === undefined ? own[0] : own.find((one) => one.id === id);
  if (id !== undefined && found === undefined) {
    const allowed = own.map((one) => one.id).join(', ') || 'none, there is no baseline';
    throw new RangeError(`invalid baseline: ${id}, allowed: ${allowed}`);
  }
  return found;
}

function sourcesOf(twin: Twin, { equipment, carrier }: EnergyBaseline): readonly string[] {
  if (carrier === 'electricity') return energySources(twin, equipment);
  return twin.workshop.energy.meters
    .filter((meter) => meter.carrier === carrier && meter.measures.includes(equipment))
    .map((meter) => meter.equipment);
}

/** From the start of the first production day to that of the day after the last. */
function baselineTime(twin: Twin, { from, to }: EnergyBaseline): Interval {
  const { calendar, timeZone } = twin.workshop;
  const start = timeOfDay(calendar.dayStart) ?? 0;
  const [first, end] = [from, to].map((date) =>
    instantOf(timeZone, (dayOfDate(date) ?? NaN) * dayLength + start),
  );
  return { from: first, to: Math.max(first, end) };
}

/** The production days that lie wholly in an interval. */
function daysOf(twin: Twin, { from, to }: Interval): Interval[] {
  const days: Interval[] = [];
  for (let day = twin.calendar.productionDay(from); day.to <= to; day = twin.calendar.productionDay(day.to)) {
    if (day.from >= from) days.push(day);
  }
  return days;
}

function energyOf(
  twin: Twin,
  sources: readonly string[],
  day: Interval,
  minimumCoverage: number,
): number | undefined {
  if (sources.length === 0) return undefined;
  let energy = 0;
  for (const id of sources) {
    const { amount, measuredTime } = energyAmount(energyRecord(twin, id), day);
    if (measuredTime < minimumCoverage * duration(day)) return undefined;
    energy += amount;
  }
  return energy;
}

function kindOf(twin: Twin, address: string): string {
  return twin.hasSignal(address) ? twin.signal(address).definition.kind : 'number';
}

function driverOf(twin: Twin, address: string, day: Interval, minimumCoverage: number): number | undefined {
  const { equipment, signal } = parseAddress(address);
  const known = {
    from: day.from,
    to: Math.min(day.to, Math.max(day.from, twin.knownUntil(equipment, signal))),
  };
  const least = minimumCoverage * duration(day);
  const counter = twin.series(address, 'counter');
  if (counter) {
    const isKnown = known.to - Math.max(day.from, counter.firstTime ?? Infinity) >= least;
    return isKnown ? counter.count(day) : undefined;
  }
  const number = twin.series(address, 'number');
  return number && number.covered(known) >= least ? number.mean(known) : undefined;
}
