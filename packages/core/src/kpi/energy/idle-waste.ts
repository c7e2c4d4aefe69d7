import { stateCode, stateCount } from '../../model/equipment-state.js';
import type { StateSeries } from '../../series/state-series.js';
import { totalDuration } from '../../time/interval.js';
import type { TariffSpan } from '../../time/tariff.js';
import { distinct } from '../distinct.js';
import type { Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { sumOf } from '../sum-of.js';
import { total } from '../total.js';
import { warningsOf } from '../warnings.js';
import { wholeOf } from '../whole-of.js';
import { limitedBounds, mostEnergy } from './energy-amount.js';
import { type EnergyByState, energyByState, idleEnergy, meanPowerByState } from './energy-by-state.js';
import type { EnergyRecord } from './energy.js';

/** What one machine adds to the idle waste. */
export interface IdleWastePart extends EnergyByState {
  /** Milliseconds asked about. */
  readonly time: number;
  /** Cost of the idle energy where it had a price. */
  readonly cost: number;
  /** kWh of idle energy that had none. */
  readonly unpriced: number;
  /** ISO 4217 codes of the prices. */
  readonly currencies: readonly string[];
  /** kW, if it is known. */
  readonly ratedPower: number | undefined;
}

/** What idle waste was made of. */
export interface IdleWasteInput {
  /** kWh by state code. */
  readonly energies: Float64Array;
  /** Milliseconds by state code in which these were measured. */
  readonly measuredTimes: Float64Array;
  /** kWh in all states; the energies add up to it. */
  readonly energy: number;
  /** kWh that were shared out evenly between two readings, because the state changed between them. */
  readonly sharedOut: number;
}

/** Energy in kWh that was used while nothing was produced. */
export interface IdleWaste extends Kpi<IdleWasteInput> {
  /** Idle energy ÷ all energy, as a fraction of one; `undefined` where more was fed back than taken. */
  readonly share: number | undefined;
  /** At the tariff; `undefined` where some of it had no price, or several currencies hold. */
  readonly cost: number | undefined;
  /** ISO 4217. */
  readonly currency: string | undefined;
  /** Mean power in kW by state code; `undefined` in a state in which nothing was measured. */
  readonly meanPowers: readonly (number | undefined)[];
}

/**
 * The part of one machine in the idle waste.
 *
 * @param states - `undefined`: nothing was ever observed
 * @param spans - of a tariff, in time order, without a hole, cut off at the present, as `TariffCalendar.spans` gives them
 * @param knownUntil - milliseconds since the epoch; later states count as `unknown`. Default: no limit
 */
export function idleWastePart(
  record: EnergyRecord,
  states: StateSeries | undefined,
  spans: readonly TariffSpan[],
  knownUntil = Infinity,
): IdleWastePart {
  let [cost, unpriced] = [0, 0];
  for (const span of spans) {
    const idle = idleEnergy(energyByState(record, states, span, knownUntil).energies);
    if (span.price === undefined) unpriced += idle;
    else cost += idle * span.price;
  }
  return {
    ...energyByState(record, states, wholeOf(spans), knownUntil),
    time: totalDuration(spans),
    cost,
    unpriced,
    currencies: distinct(spans.map(({ currency }) => currency)),
    ratedPower: record.ratedPower,
  };
}

/**
 * Energy that machines used while nothing was produced: in each state but running and unknown; with its cost, its share,
 * and the mean power of each state.
 *
 * What was used in an unknown state is not in it, since nobody knows: it is between the bounds, as is the rated power
 * over the time without data, and what was shared out between two readings of a counter (`estimatedByState`).
 *
 * @param parts - of all machines that make up the whole
 */
export function idleWaste(parts: readonly IdleWastePart[]): IdleWaste {
  const { energies, measuredTimes, time, sharedOut, cost, unpriced } = sumOf<Sums>(parts, {
    energies: new Float64Array(stateCount),
    measuredTimes: new Float64Array(stateCount),
    time: 0,
    sharedOut: 0,
    cost: 0,
    unpriced: 0,
  });
  let [low, high] = [0, 0];
  for (const part of parts) {
    const idle = idleEnergy(part.energies);
    low += Math.min(idle, Math.max(0, idle - part.sharedOut));
    // What was shared out is in the states already: more than all of it cannot have been idle.
    const used = total(part.energies.map((amount) => Math.max(0, amount)));
    high += Math.min(used, idle + Math.max(0, part.energies[stateCode.unknown]) + part.sharedOut);
    high += mostEnergy(part, part.time - total(part.measuredTimes));
  }
  const measured = total(measuredTimes);
  const value = measured > 0 ? idleEnergy(energies) : undefined;
  const energy = total(energies);
  const currencies = distinct(parts.flatMap((part) => part.currencies));
  const currency = currencies.length === 1 ? currencies[0] : undefined;
  return {
    value,
    bounds: parts.length > 0 ? limitedBounds(low, high) : undefined,
    coverage: ratio(measured - measuredTimes[stateCode.unknown], time),
    inputs: { energies, measuredTimes, energy, sharedOut },
    warnings: warningsOf({
      estimatedByState: sharedOut > 0 && [],
      noPrice: unpriced !== 0 && currencies.length > 0 && [],
      severalCurrencies: currencies.length > 1 && currencies,
    }),
    share: ratio(value, Math.max(0, energy)),
    cost: value !== undefined && unpriced === 0 && currency !== undefined ? cost : undefined,
    currency,
    meanPowers: meanPowerByState({ energies, measuredTimes }),
  };
}

type Sums = Omit<IdleWastePart, 'currencies' | 'ratedPower'>;
