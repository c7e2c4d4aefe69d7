import type { CounterSeries } from '../../series/counter-series.js';
import type { NumberSeries } from '../../series/number-series.js';
import { checkInterval, duration, type Interval } from '../../time/interval.js';
import type { Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { energyAmount, limitedBounds, meanPower, mostEnergy } from './energy-amount.js';

const hour = 3_600_000;

/** What measures the energy of one equipment. A counter is preferred; power stands in for it. */
export interface EnergyRecord {
  /** Cumulative register in kWh. */
  readonly counter: CounterSeries | undefined;
  /** Power in kW. */
  readonly power: NumberSeries | undefined;
  /** Milliseconds since the epoch: what the power says of later time does not count. Default: no limit. */
  readonly powerKnownUntil?: number;
  /** Rated power in kW: what it could have taken at most while nothing was measured. */
  readonly ratedPower?: number;
}

/** What an energy figure was made of. */
export interface EnergyInput {
  readonly source: 'counter' | 'power' | 'none';
  /** Milliseconds asked about. */
  readonly time: number;
  /** Milliseconds of them that were measured. */
  readonly measuredTime: number;
}

/** Energy of an interval in kWh, with the mean and the peak of its power in kW. */
export interface EnergyUse extends Kpi<EnergyInput> {
  /** Energy ÷ measured time. */
  readonly meanPower: number | undefined;
  /** The largest mean power of a demand window inside the interval, and the window. */
  readonly peak: { readonly power: number; readonly window: Interval } | undefined;
}

/**
 * Energy over an interval: the growth of a counter (linear between two readings, so that a border inside a meter
 * interval takes its share), or the integral of power.
 *
 * The counter knows the total over a gap from the readings at its ends, so a gap inside is measured time; before
 * the first and after the last reading nothing is measured. Bounds take 0 and the rated power for the rest.
 *
 * @param interval - already cut off at the present
 * @param demandWindow - length of the window for the peak in milliseconds, aligned to the full hour
 * @throws {RangeError} if the interval is not finite or runs backwards
 */
export function energy(record: EnergyRecord, interval: Interval, demandWindow = hour / 4): EnergyUse {
  checkInterval(interval);
  const time = duration(interval);
  const measured = energyAmount(record, interval);
  const { measuredTime } = measured;
  const value = measuredTime > 0 ? measured.amount : undefined;
  const most = (value ?? 0) + mostEnergy(record, time - measuredTime);
  return {
    value,
    bounds: time > 0 ? limitedBounds(value ?? 0, most) : undefined,
    coverage: ratio(measuredTime, time),
    inputs: {
      source: record.counter?.firstTime !== undefined ? 'counter' : record.power ? 'power' : 'none',
      time,
      measuredTime,
    },
    warnings: [],
    meanPower: meanPower(measured),
    peak: measuredTime > 0 ? peakOf(record, interval, demandWindow) : undefined,
  };
}

/** The largest mean over the demand windows that lie wholly inside the interval and were measured throughout. */
function peakOf(
  { counter, power, powerKnownUntil = Infinity }: EnergyRecord,
  { from, to }: Interval,
  demandWindow: number,
): EnergyUse['peak'] {
  // After the last reading a counter does not stand still: nothing is known of a window that ends there.
  const end = Math.min(to, counter?.lastTime ?? powerKnownUntil);
  if (counter?.lastTime !== undefined) {
    const block = counter.blockMaximum({ from, to: end }, demandWindow);
    return (
      block && {
        power: (block.amount * hour) / demandWindow,
        window: { from: block.from, to: block.to },
      }
    );
  }
  let peak: EnergyUse['peak'];
  const first = Math.ceil(from / demandWindow) * demandWindow;
  for (let begin = first; power && begin + demandWindow <= end; begin += demandWindow) {
    const window = { from: begin, to: begin + demandWindow };
    const mean = power.covered(window) < demandWindow ? undefined : power.mean(window);
    if (mean !== undefined && (peak === undefined || mean > peak.power)) peak = { power: mean, window };
  }
  return peak;
}

/** Energy per good unit in kWh; `undefined` where nothing good was made or counted. */
export function specificEnergy(
  energyValue: number | undefined,
  goodCount: number | undefined,
): number | undefined {
  return goodCount !== undefined && goodCount > 0 ? ratio(energyValue, goodCount) : undefined;
}
