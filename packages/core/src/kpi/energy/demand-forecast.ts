import type { Interval } from '../../time/interval.js';
import { allow } from '../allow.js';
import type { Kpi } from '../kpi.js';
import { plus } from '../plus.js';
import { ratio } from '../ratio.js';
import { warningsOf } from '../warnings.js';
import { checkWindow, type DemandOptions } from './demand-slices.js';
import { energyAmount, limitedBounds, meanPower, mostEnergy } from './energy-amount.js';
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
 * @throws {RangeError} if one of them is out of its range, or the moment or the limit is not finite
 */
export function demandForecast(
  records: readonly EnergyRecord[],
  now: number,
  { window: length = hour / 4, step = length, limit }: DemandOptions & { readonly limit?: number } = {},
): DemandForecast {
  checkWindow(length, step);
  for (const [name, value] of Object.entries({ now, limit })) {
    allow(Number.isFinite(value ?? 0), name, value, 'a finite number');
  }
  const to = (Math.floor(now / step) + 1) * step;
  const window = { from: to - length, to };
  const timeLeft = to - now;
  let [used, missingTime, most] = [0, 0, 0];
  let load = records.length > 0 ? 0 : undefined;
  for (const record of records) {
    const part = partOf(record, window.from, now);
    used += part.used;
    missingTime += part.missingTime;
    load = plus(load, part.load);
    most += part.used + mostEnergy(record, part.missingTime + timeLeft);
  }
  const isKnown = records.length > 0 && missingTime === 0;
  const value = isKnown && load !== undefined ? (used * hour + load * timeLeft) / length : undefined;
  const time = (length - timeLeft) * records.length;
  return {
    value,
    bounds:
      records.length > 0
        ? limitedBounds(
            Math.min((used * hour) / length, value ?? Infinity),
            Math.max((most * hour) / length, value ?? 0),
          )
        : undefined,
    coverage: ratio(time - missingTime, time),
    inputs: { used, missingTime, load, timeLeft, limit },
    warnings: warningsOf({ demandAboveLimit: (value ?? 0) > (limit ?? Infinity) && [String(limit)] }),
    window,
    allowedPower: limit === undefined || !isKnown ? undefined : (limit * length - used * hour) / timeLeft,
  };
}

function partOf(record: EnergyRecord, from: number, now: number) {
  const { counter, power, powerKnownUntil = Infinity } = record;
  const index = counter?.indexAt(now) ?? -1;
  const readAt = (at: number) => (counter && at >= 0 ? counter.timeAt(at) : -Infinity);
  // What a counter says after its last reading until now would be taken from later ones.
  const read = Math.max(from, readAt(index));
  const mean = meanPower(energyAmount(record, { from: readAt(index - 1), to: readAt(index) }));
  const counted = energyAmount(record, { from, to: read });
  const since = energyAmount({ ...record, counter: undefined }, { from: read, to: now });
  const isEstimated = mean !== undefined && since.measuredTime < now - read;
  return {
    used: counted.amount + (isEstimated ? (mean * (now - read)) / hour : since.amount),
    missingTime: (isEstimated ? read : now - since.measuredTime) - from - counted.measuredTime,
    load: power ? (now > powerKnownUntil ? undefined : power.at(now)?.value) : mean,
  };
}
