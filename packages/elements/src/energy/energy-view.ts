import {
  comparableInterval,
  type EmissionFactor,
  emissionFactor,
  type EnergyCost,
  type EquipmentEnergy,
  equipmentEnergy,
  type EquipmentEnergyByState,
  equipmentEnergyByState,
  equipmentEnergyCost,
  equipmentEnergySpans,
  idleEnergy,
  type Interval,
  ratio,
  tariffCalendar,
  type TariffSpan,
  type Twin,
} from '@twinfloor/core';
import { roundedToSum } from '../internal/largest-remainder.js';

const hour = 3_600_000;
const day = 24 * hour;
/** Two amounts are compared only where each was measured for this share of its time at least. */
const leastCoverage = 0.95;

/** Which figure: also what its explanation is called in `twin-explain`. */
export type EnergyFigure =
  'energy' | 'cost' | 'emission' | 'perGoodUnit' | 'peakDemand' | 'meanPower' | 'states' | 'hours';

/** A figure of the upper table. */
export interface EnergyRow {
  readonly figure: EnergyFigure;
  readonly value: number | undefined;
  readonly unit: string;
  readonly digits: number;
  /** Against the comparable time before, as a fraction of that; `undefined` where there is nothing to compare with. */
  readonly change: number | undefined;
}

/** Energy of an hour, or of a day where the interval is long. */
export interface EnergyColumn extends Interval {
  /** kWh; `undefined` where nothing was measured and in time to come. */
  readonly value: number | undefined;
  /** kWh rounded as shown, so that the columns add up. */
  readonly shown: number | undefined;
  /** kWh in the comparable time before. */
  readonly before: number | undefined;
  readonly isOpen: boolean;
}

/** All that is shown of the energy of an equipment at a moment. Amounts named `shown…` add up to the total as shown. */
export interface EnergyView {
  readonly use: EquipmentEnergy;
  /** The whole interval, time to come included. */
  readonly interval: Interval;
  /** What it is compared with, as far as it has come. */
  readonly before: Interval;
  readonly rows: readonly EnergyRow[];
  /** Digits after the point of kWh. */
  readonly digits: number;
  /** `undefined` where the workshop file has no tariff. */
  readonly cost: EnergyCost | undefined;
  readonly shownBands: readonly number[];
  readonly shownCosts: readonly number[];
  readonly factor: EmissionFactor | undefined;
  readonly states: EquipmentEnergyByState;
  /** kWh by state code, then what belongs to no machine. */
  readonly shownStates: readonly number[];
  readonly columns: readonly EnergyColumn[];
  readonly isByDay: boolean;
  /** Bands of the whole interval; empty without a tariff. */
  readonly spans: readonly TariffSpan[];
  /** Since when nothing was heard of a source; `undefined` while all are heard. */
  readonly silentSince: number | undefined;
}

/** Calculates what is shown of the energy of an equipment in an interval. */
export function energyView(twin: Twin, equipment: string, interval: Interval): EnergyView {
  const now = twin.clock.now();
  const use = equipmentEnergy(twin, equipment, interval);
  const past = use.interval;
  const whole = comparableInterval(twin.calendar, interval);
  const before = { from: whole.from, to: Math.min(whole.to, whole.from + past.to - past.from) };
  const earlier = equipmentEnergy(twin, equipment, before);
  const hasTariff = !tariffCalendar(twin).isEmpty;
  const cost = hasTariff ? equipmentEnergyCost(twin, equipment, interval) : undefined;
  const { factor, rows } = figures(twin, equipment, { use, earlier, cost, before });
  const digits = (use.value ?? Infinity) < 10 ? 1 : 0;
  const states = equipmentEnergyByState(twin, equipment, interval);
  const isByDay = interval.to - interval.from > 1.5 * day;
  return {
    use,
    interval,
    before,
    rows,
    digits,
    cost,
    shownBands: rounded(cost?.inputs.bands.map(({ energy }) => energy) ?? [], digits),
    shownCosts: rounded(cost?.inputs.bands.map((band) => band.cost ?? 0) ?? [], 0),
    factor,
    states,
    shownStates: rounded([...states.energies, states.rest ?? 0], digits),
    columns: columnsOf(twin, equipment, { interval, whole, isByDay, digits, now }),
    isByDay,
    spans: hasTariff ? tariffCalendar(twin).spans(interval) : [],
    silentSince: silentSince(twin, use.sources, now),
  };
}

/** kWh used while not producing, as shown, and their share of what the machines used. */
export function idleShare({ states, shownStates }: EnergyView): {
  amount: number;
  share: number | undefined;
} {
  const machines = states.energies.reduce((sum, energy) => sum + energy, 0);
  return { amount: idleEnergy(shownStates), share: ratio(idleEnergy(states.energies), machines) };
}

interface Compared {
  readonly use: EquipmentEnergy;
  readonly earlier: EquipmentEnergy;
  readonly cost: EnergyCost | undefined;
  readonly before: Interval;
}

/** The rows that have a basis. A row that cannot have one, for want of a tariff, factor or count, is left out. */
function figures(
  twin: Twin,
  equipment: string,
  { use, earlier, cost, before }: Compared,
): { factor: EmissionFactor | undefined; rows: EnergyRow[] } {
  const comparable = (use.coverage ?? 0) >= leastCoverage && (earlier.coverage ?? 0) >= leastCoverage;
  const rows: EnergyRow[] = [];
  const row = (
    figure: EnergyFigure,
    value: number | undefined,
    than: number | undefined,
    unit: string,
    digits = 0,
  ) => {
    const change = comparable
      ? ratio(value === undefined || than === undefined ? undefined : value - than, than)
      : undefined;
    rows.push({ figure, value, unit, digits, change });
  };
  const energyDigits = (use.value ?? Infinity) < 10 ? 1 : 0;
  row('energy', use.value, earlier.value, 'kWh', energyDigits);
  if (cost) {
    row('cost', cost.value, equipmentEnergyCost(twin, equipment, before).value, cost.currency ?? '', 0);
  }
  const year = Number(twin.calendar.local(use.interval.from).date.slice(0, 4));
  const factor = emissionFactor(twin.workshop.energy.emissionFactors, 'electricity', year);
  const emitted = ({ value }: EquipmentEnergy) =>
    value === undefined || !factor ? undefined : value * factor.factor;
  if (factor) row('emission', emitted(use), emitted(earlier), 'kg', energyDigits);
  if (use.perGoodUnit !== undefined) row('perGoodUnit', use.perGoodUnit, earlier.perGoodUnit, 'kWh', 2);
  if (use.peak && use.value !== undefined)
    row('peakDemand', use.peak.power, earlier.peak?.power, 'kW', use.peak.power < 99.95 ? 1 : 0);
  else row('meanPower', use.meanPower, earlier.meanPower, 'kW', (use.meanPower ?? 0) < 99.95 ? 1 : 0);
  return { factor, rows };
}

function columnsOf(
  twin: Twin,
  equipment: string,
  grid: { interval: Interval; whole: Interval; isByDay: boolean; digits: number; now: number },
): EnergyColumn[] {
  const { interval, whole, isByDay, digits, now } = grid;
  const parts = (isByDay ? daysOf : hoursOf)(twin, interval);
  const shift = interval.from - whole.from;
  const values = equipmentEnergySpans(twin, equipment, parts);
  const earlier = equipmentEnergySpans(
    twin,
    equipment,
    parts.map(({ from, to }) => ({ from: from - shift, to: to - shift })),
  );
  const shown = rounded(
    values.map((value) => value ?? 0),
    digits,
  );
  return parts.map((part, index) => ({
    ...part,
    value: values[index],
    shown: values[index] === undefined ? undefined : shown[index],
    before: earlier[index],
    isOpen: part.from <= now && now < part.to,
  }));
}

/** The hours of an interval, cut at the full hours of the site. */
function hoursOf(twin: Twin, { from, to }: Interval): Interval[] {
  const { minute, second, millisecond } = twin.calendar.local(from);
  const parts: Interval[] = [];
  let end = from - (minute * 60_000 + second * 1000 + millisecond) + hour;
  for (let begin = from; begin < to; begin = end, end += hour)
    parts.push({ from: begin, to: Math.min(end, to) });
  return parts;
}

function daysOf(twin: Twin, { from, to }: Interval): Interval[] {
  const parts: Interval[] = [];
  for (let begin = from; begin < to;) {
    const end = Math.min(twin.calendar.productionDay(begin).to, to);
    parts.push({ from: begin, to: end });
    begin = end;
  }
  return parts;
}

/** Amounts rounded to some digits, so that they add up to their rounded sum. */
function rounded(amounts: readonly number[], digits: number): number[] {
  const scale = 10 ** digits;
  return roundedToSum(amounts.map((amount) => amount * scale)).map((amount) => amount / scale);
}

function silentSince(twin: Twin, sources: readonly string[], now: number): number | undefined {
  const ages = sources.map((id) => {
    const name = twin.seriesOf(id, 'energy', 'counter') ? 'energy' : 'power';
    return twin.freshness(`${id}/${name}`);
  });
  const silent = ages.filter(({ freshness }) => freshness === 'stale').map(({ age }) => age ?? 0);
  return silent.length > 0 && silent.length === ages.length ? now - Math.min(...silent) : undefined;
}
