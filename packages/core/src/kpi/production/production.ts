import { duration, type Interval, totalDuration } from '../../time/interval.js';
import { type MachineCounts, machineCounts, type MachineRecord } from '../oee/machine-oee.js';
import { minus } from '../minus.js';
import { plus } from '../plus.js';
import { ratio } from '../ratio.js';
import { total } from '../total.js';
import { countedParts, type ProductionRecord } from './counted-parts.js';
import { knownSums } from './known-sums.js';
import { recentTime } from './recent-time.js';

export type { ProductionRecord };

const hour = 3_600_000;
/** Share of the last hour of which the counts are known for a rate. */
const leastRateCoverage = 0.9;

/** What was made against what should have been, in the unit of the product. */
export interface ProductionFigures {
  /** Good units planned, the future included; `undefined`: there is no plan. */
  readonly planned: number | undefined;
  /** Good units planned until now. */
  readonly due: number | undefined;
  /** Milliseconds planned for production, the future included. */
  readonly plannedTime: number;
  /** Good units, right the first time; `undefined`: nothing was counted. */
  readonly good: number | undefined;
  /** `undefined`: not counted. */
  readonly scrap: number | undefined;
  /** `undefined`: not counted. */
  readonly rework: number | undefined;
  /** All units, good or not; `undefined`: not counted. */
  readonly produced: number | undefined;
  /** Share of the time until now for which the counts are known, 0 to 1; `undefined` in the future. */
  readonly coverage: number | undefined;
}

/** One clock hour, or the part of it inside the interval asked about. */
export interface ProductionHour extends Interval, ProductionFigures {}

/** Production hour by hour. The figures of the whole are the sums of its hours. */
export interface Production extends ProductionFigures {
  readonly hours: readonly ProductionHour[];
  /** Good units more than were due by now; negative: behind the plan. */
  readonly distance: number | undefined;
  /** The distance as planned time in milliseconds, at the mean pace of the plan so far. */
  readonly distanceTime: number | undefined;
  /** Good units an hour of planned time, over the last planned hour; `undefined` where a tenth of that is not known. */
  readonly rate: number | undefined;
  /** Good units at the end of the interval if the rate stays as it is; `undefined` when the interval is over. */
  readonly forecast: number | undefined;
}

/** What should be made. */
export interface ProductionPlan {
  /** The parts of an interval that are planned for production, in time order. */
  time(interval: Interval): readonly Interval[];
  /** Good units planned in an interval; `undefined`: there is no plan. */
  amount(interval: Interval): number | undefined;
}

/** Good units by a target an hour of planned time. */
export function targetAmount(target: number, planned: readonly Interval[]): number {
  return (target * totalDuration(planned)) / hour;
}

/**
 * Good units by the ideal cycle: planned time ÷ ideal cycle × OEE to reach, product by product; `undefined` where a
 * product has no ideal cycle. The last product known goes on.
 */
export function cycleAmount(
  machine: MachineRecord,
  planned: readonly Interval[],
  oee: number,
): number | undefined {
  let amount: number | undefined = 0;
  for (const interval of planned) {
    for (const { from, to, text } of machine.products?.segments(interval) ?? [
      { ...interval, text: undefined },
    ]) {
      amount = plus(amount, ratio((to - from) * oee, machine.idealCycle(text)));
    }
  }
  return amount;
}

/**
 * Adds up what machines made side by side, hour by hour, against a plan. A piece belongs to the moment it was
 * counted. A machine of which nothing is known in an hour adds nothing to it; the coverage says so.
 *
 * @param machines - those whose counts are the output, so that no piece is counted twice
 * @param hours - in time order, one after the other
 * @param now - milliseconds since the epoch; nothing was made later
 *
 * @example
 * ```ts
 * // 8 h to 10 h at 60 an hour with 15 min of break: 105 planned.
 * production(machines, [eight, nine], now, plan).planned;
 * ```
 */
export function production(
  machines: readonly ProductionRecord[],
  hours: readonly Interval[],
  now: number,
  plan: ProductionPlan,
): Production {
  const parts = hours.map((one) => productionHour(machines, one, now, plan));
  const sum = sumOfHours(parts, now);
  const from = hours[0]?.from ?? now;
  const to = hours.at(-1)?.to ?? now;
  const since = Math.max(from, now);
  const isOver = now >= to;
  const rate = isOver ? undefined : presentRate(machines, { from, to: since }, plan);
  const left = isOver ? 0 : totalDuration(plan.time({ from: since, to }));
  const distance = minus(sum.good, sum.due);
  return {
    ...sum,
    hours: parts,
    distance,
    distanceTime: ratio(distance && Math.abs(distance) * (sum.plannedTime - left), sum.due),
    rate,
    forecast: plus(sum.good, rate && (rate * left) / hour),
  };
}

function productionHour(
  machines: readonly ProductionRecord[],
  { from, to }: Interval,
  now: number,
  plan: ProductionPlan,
): ProductionHour {
  const until = Math.max(from, Math.min(to, now));
  const due = plan.amount({ from, to: until });
  return {
    from,
    to,
    planned: plus(due, plan.amount({ from: until, to })),
    due,
    plannedTime: totalDuration(plan.time({ from, to })),
    ...counts(machines, { from, to: until }),
  };
}

function counts(
  machines: readonly ProductionRecord[],
  past: Interval,
): MachineCounts & Pick<ProductionFigures, 'coverage'> {
  const times = machines.map((machine) => totalDuration(countedParts(machine, [past])));
  const parts = machines
    .map((machine) => machineCounts(machine, past))
    // What was counted is known, also at the very moment at which the source was last heard.
    .filter(({ produced, good }, index) => times[index] > 0 || (produced ?? good ?? 0) > 0);
  return { ...knownSums(parts), coverage: ratio(total(times), duration(past) * machines.length) };
}

function sumOfHours(hours: readonly ProductionHour[], now: number): ProductionFigures {
  const sum = (name: 'planned' | 'due') =>
    hours.reduce<number | undefined>((all, one) => plus(all, one[name]), 0);
  const passed = hours.map(({ from, to }) => Math.max(0, Math.min(to, now) - from));
  return {
    planned: sum('planned'),
    due: sum('due'),
    plannedTime: total(hours.map(({ plannedTime }) => plannedTime)),
    ...knownSums(hours),
    coverage: ratio(total(hours.map(({ coverage = 0 }, index) => coverage * passed[index])), total(passed)),
  };
}

/** Good units an hour of planned time, over the last planned hour of the past; `undefined` after too little of it. */
function presentRate(
  machines: readonly ProductionRecord[],
  past: Interval,
  plan: ProductionPlan,
): number | undefined {
  const recent = recentTime(plan.time(past));
  if (!recent) return undefined;
  const { from, time } = recent;
  const { good, coverage = 0 } = counts(machines, { from, to: past.to });
  return coverage < leastRateCoverage ? undefined : good && (good * hour) / time;
}
