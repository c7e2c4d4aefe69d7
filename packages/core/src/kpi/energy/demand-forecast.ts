import type { Interval } from '../../time/interval.js';
import type { Kpi, KpiWarning } from '../kpi.js';
import { ratio } from '../ratio.js';
import type { DemandOptions } from './demand-slices.js';
import type { EnergyRecord } from './energy.js';

const hour = 3_600_000;

/** What a forecast of demand was made of. */
export interface DemandForecastInput {
  /** kWh taken in the window so far. */
  readonly used: number;
  /** Milliseconds of it, over all parts, in which nothing was measured. */
  readonly missingTime: number;
  /** Load in kW now; `undefined` where that of a part is not known. */
  readonly load: number | undefined;
  /** Milliseconds until the window ends. */
  readonly timeLeft: number;
  /** kW. */
  readonly limit: number | undefined;
}

/** Mean power in kW that the running demand window will have if the load stays as it is. */
export interface DemandForecast extends Kpi<DemandForecastInput> {
  /** The demand window that ends next. */
  readonly window: Interval;
  /** Mean power in kW until its end with which it just keeps the limit; negative: the limit is passed already. */
  readonly allowedPower: number | undefined;
}

/**
 * The demand of the window under way: (energy so far + load now × time left) ÷ window; and the power allowed in the time
 * left: (limit × window − energy so far) ÷ time left.
 *
 * What a counter has not read yet is taken from the power beside it, else at the mean power between its last two
 * readings. No value where a part of the window was not measured, or the load of a part is not known. Bounds take 0 and
 * the rated power, for that and for the time left. Above the limit it warns (`demandAboveLimit`).
 *
 * @param records - of all meters or machines that make up the whole
 * @param now - milliseconds since the epoch
 * @param options - window and step, and the agreed maximum in kW as `limit`
 */
export function demandForecast(
  records: readonly EnergyRecord[],
  now: number,
  { window: length = hour / 4, step = length, limit }: DemandOptions & { readonly limit?: number } = {},
): DemandForecast {
  const to = (Math.floor(now / step) + 1) * step;
  const window = { from: to - length, to };
  const timeLeft = to - now;
  let [used, missingTime, load, most]: [number, number, number | undefined, number] = [0, 0, 0, 0];
  for (const record of records) {
    const part = partOf(record, window.from, now);
    used += part.used;
    missingTime += part.missingTime;
    load = load === undefined || part.load === undefined ? undefined : load + part.load;
    most += part.used + ((record.ratedPower ?? Infinity) * (part.missingTime + timeLeft)) / hour;
  }
  const isKnown = records.length > 0 && missingTime === 0;
  const value = isKnown && load !== undefined ? (used * hour + load * timeLeft) / length : undefined;
  return {
    value,
    bounds:
      records.length === 0 || most === Infinity
        ? undefined
        : {
            low: Math.min((used * hour) / length, value ?? Infinity),
            high: Math.max((most * hour) / length, value ?? 0),
          },
    coverage: ratio((length - timeLeft) * records.length - missingTime, (length - timeLeft) * records.length),
    inputs: { used, missingTime, load: records.length > 0 ? load : undefined, timeLeft, limit },
    warnings: warningsOf(value, limit),
    window,
    allowedPower: limit === undefined || !isKnown ? undefined : (limit * length - used * hour) / timeLeft,
  };
}

interface Part {
  /** kWh. */
  readonly used: number;
  readonly missingTime: number;
  readonly load: number | undefined;
}

function partOf(record: EnergyRecord, from: number, now: number): Part {
  const { counter, powerKnownUntil = Infinity } = record;
  const load = powerAt(record, now) ?? (record.power ? undefined : lastMeanPower(record, now));
  if (counter?.firstTime === undefined) return { ...ofPower(record, from, now), load };
  const index = counter.indexAt(now);
  const read = index < 0 ? from : Math.min(now, Math.max(from, counter.timeAt(index)));
  const known = { from: Math.max(from, Math.min(counter.firstTime, read)), to: read };
  const amount = known.to > known.from ? (counter.amount(known) ?? 0) : 0;
  const since = record.power && powerKnownUntil > read ? ofPower(record, read, now) : undefined;
  if (since?.missingTime === 0) return { used: amount + since.used, missingTime: known.from - from, load };
  const mean = lastMeanPower(record, now);
  return {
    used: amount + ((mean ?? 0) * (now - read)) / hour,
    missingTime: known.from - from + (mean === undefined ? now - read : 0),
    load,
  };
}

function ofPower({ power, powerKnownUntil = Infinity }: EnergyRecord, from: number, now: number): Part {
  const known = { from, to: Math.max(from, Math.min(now, powerKnownUntil)) };
  const used = (power?.integral(known) ?? 0) / hour;
  return { used, missingTime: now - from - (power?.covered(known) ?? 0), load: undefined };
}

function powerAt({ power, powerKnownUntil = Infinity }: EnergyRecord, now: number): number | undefined {
  return now > powerKnownUntil ? undefined : power?.at(now)?.value;
}

/** Mean power in kW between the last two readings of a counter. */
function lastMeanPower({ counter }: EnergyRecord, now: number): number | undefined {
  const index = counter?.indexAt(now) ?? -1;
  if (counter === undefined || index < 1) return undefined;
  const interval = { from: counter.timeAt(index - 1), to: counter.timeAt(index) };
  return ratio((counter.amount(interval) ?? 0) * hour, interval.to - interval.from);
}

function warningsOf(value: number | undefined, limit: number | undefined): readonly KpiWarning[] {
  if (value === undefined || limit === undefined || value <= limit) return [];
  return [{ key: 'demandAboveLimit', subjects: [String(limit)] }];
}
