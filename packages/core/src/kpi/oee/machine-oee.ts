import { stateCode } from '../../model/equipment-state.js';
import type { CounterSeries } from '../../series/counter-series.js';
import type { StateSeries } from '../../series/state-series.js';
import type { TextSeries } from '../../series/text-series.js';
import { duration, type Interval, totalDuration } from '../../time/interval.js';
import type { KpiWarning } from '../kpi.js';
import type { OeeInput } from './oee.js';
import { plus } from '../plus.js';
import { stateTimes, type StateTimes } from '../time-model/state-times.js';

/** What is known of one machine. Everything may be missing. */
export interface MachineRecord {
  readonly states: StateSeries | undefined;
  /** Milliseconds since the epoch: what the states say of later time does not count. Default: no limit. */
  readonly statesKnownUntil?: number;
  /** Counts all pieces, good or not. */
  readonly produced: CounterSeries | undefined;
  readonly good: CounterSeries | undefined;
  readonly scrap: CounterSeries | undefined;
  readonly rework: CounterSeries | undefined;
  readonly products: TextSeries | undefined;
  /** Milliseconds one unit of a product takes at the rated speed; `undefined`: not known. */
  idealCycle(product: string | undefined): number | undefined;
}

/** The inputs of an OEE, the times behind them, and what a reader has to know. */
export interface MachineOee {
  readonly input: OeeInput;
  /** Planned time by state; adds up to `input.plannedTime`. */
  readonly times: StateTimes;
  readonly warnings: readonly KpiWarning[];
}

/**
 * Takes the inputs of an OEE from the series of one machine: times per state within the planned time, pieces by
 * the moment they were counted.
 *
 * Good pieces are those right the first time: a reworked piece is not good (ISO 22400). Where only some of the
 * counts exist, the others follow from produced = good + scrap + rework; a count that does not follow is missing.
 *
 * @param planned - the planned parts of the interval asked about, in time order, already cut off at the present
 */
export function machineOee(machine: MachineRecord, planned: readonly Interval[]): MachineOee {
  const times = stateTimes(machine.states, planned, undefined, machine.statesKnownUntil);
  const withoutCycle = new Set<string>();
  let produced: number | undefined = 0;
  let good: number | undefined = 0;
  let idealTime: number | undefined = 0;
  let idealGoodTime: number | undefined = 0;
  for (const interval of planned) {
    for (const segment of machine.products?.segments(interval) ?? [{ ...interval, text: undefined }]) {
      const counts = machineCounts(machine, segment);
      const cycle = machine.idealCycle(segment.text);
      if (cycle === undefined && duration(segment) > 0) withoutCycle.add(segment.text ?? '');
      produced = plus(produced, counts.produced);
      good = plus(good, counts.good);
      idealTime = plus(idealTime, counts.produced && counts.produced * (cycle ?? 0));
      idealGoodTime = plus(idealGoodTime, counts.good && counts.good * (cycle ?? 0));
    }
  }
  const warnings: KpiWarning[] = [];
  if (produced === undefined) warnings.push({ key: 'noProducedCount', subjects: [] });
  if (good === undefined) warnings.push({ key: 'noGoodCount', subjects: [] });
  const cycleKnown = withoutCycle.size === 0;
  if (!cycleKnown) warnings.push({ key: 'noIdealCycle', subjects: [...withoutCycle] });
  return {
    input: {
      plannedTime: totalDuration(planned),
      unknownTime: times[stateCode.unknown],
      productionTime: times[stateCode.running],
      idealTime: cycleKnown ? idealTime : undefined,
      idealGoodTime: cycleKnown ? idealGoodTime : undefined,
      producedCount: produced,
      goodCount: good,
    },
    times,
    warnings,
  };
}

/** What was counted at a machine in an interval, in the unit of the product. What does not follow is missing. */
export interface MachineCounts {
  readonly produced: number | undefined;
  readonly good: number | undefined;
  readonly scrap: number | undefined;
  readonly rework: number | undefined;
}

/**
 * Counts the pieces of a machine in an interval, each at the moment it was counted. Produced and good pieces follow
 * from produced = good + scrap + rework where one of them is not counted itself.
 */
export function machineCounts(machine: MachineRecord, interval: Interval): MachineCounts {
  const produced = machine.produced?.count(interval);
  const good = machine.good?.count(interval);
  const scrap = machine.scrap?.count(interval);
  const rework = machine.rework?.count(interval);
  const bad = scrap === undefined && rework === undefined ? undefined : (scrap ?? 0) + (rework ?? 0);
  return {
    produced: produced ?? plus(good, bad),
    good: good ?? plus(produced, bad && -bad),
    scrap,
    rework,
  };
}
