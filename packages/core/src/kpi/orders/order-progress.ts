import { totalDuration, union } from '../../time/interval.js';
import { momentAfter } from '../../time/planned-time-after.js';
import type { Kpi, KpiWarning } from '../kpi.js';
import { lastWhere } from '../last-where.js';
import { machineCounts, type MachineCounts } from '../oee/machine-oee.js';
import { plus } from '../plus.js';
import { countedParts } from '../production/counted-parts.js';
import { knownSums } from '../production/known-sums.js';
import { recentTime } from '../production/recent-time.js';
import { ratio } from '../ratio.js';
import { boundsOf } from '../share.js';
import { overlap } from '../time-model/overlap.js';
import { total } from '../total.js';
import type { JobOrder } from './job-order.js';
import {
  goodIn,
  goodUntil,
  type OrderMachine,
  type OrderStretches,
  type Planned,
  orderStretches,
} from './order-stretches.js';

const hour = 3_600_000;

/** What the progress of an order is made of. */
export interface OrderInput extends MachineCounts {
  /** Units ordered. */
  readonly quantity: number | undefined;
  /** Milliseconds that it was registered, of its machines together (AUBT). */
  readonly busyTime: number;
  /** Part of that without counts, and time since its start without knowledge of the order. */
  readonly unknownTime: number;
  /** Units counted while nobody knew for which order. */
  readonly unassigned: number;
}

/** How far an order is. The value is good ÷ ordered units; units are good ones, or all where only those are counted. */
export interface OrderProgress extends Kpi<OrderInput> {
  readonly order: JobOrder;
  /** `suspended`: begun and not complete, but no machine works on it now; `ended`: aborted or cancelled. */
  readonly status: 'waiting' | 'running' | 'suspended' | 'completed' | 'ended';
  /** Ids of the machines at which it was registered. */
  readonly machines: readonly string[];
  /** When it was first registered. */
  readonly actualStart: number | undefined;
  /** When its quantity was reached, or it was last registered if its dispatch status says that it has ended. */
  readonly actualEnd: number | undefined;
  /** Milliseconds from start to end, or until now (AOET). */
  readonly executionTime: number | undefined;
  /** Milliseconds that it should take: planned runtime per item × quantity + set-up (POET = PRI × POQ + PSUT). */
  readonly plannedExecutionTime: number | undefined;
  /** Units to come; negative: more than ordered. */
  readonly remaining: number | undefined;
  /** Units an hour of planned time over the last such hour; `undefined` after less than ten minutes. */
  readonly recentRate: number | undefined;
  /** Units an hour of planned time since the start. */
  readonly meanRate: number | undefined;
  /** Units an hour by the planned runtime per item. */
  readonly plannedRate: number | undefined;
  /** Planned milliseconds still needed: at the recent rate, else the mean, else the planned one; one of 0 is passed over. */
  readonly remainingTime: number | undefined;
  /** When it will be complete if that much planned time is still needed from now on, or from its planned start. */
  readonly forecastEnd: number | undefined;
  /** Milliseconds that its end or forecast end is after the planned end; negative: early. */
  readonly lateness: number | undefined;
}

/**
 * How far an order is and when it will be complete. A unit belongs to the order that was registered at its machine at the
 * moment it was counted, over all stretches and machines.
 *
 * The bounds take in what was counted while nobody knew for which order, and, for time without counts, as much as the
 * planned runtime per item allows; they are missing where that is not known.
 *
 * @param machines - those whose counts are the output, so that no unit is counted twice
 * @param planned - the parts of an interval that are planned for production, in time order; asked up to two years ahead
 * @param now - milliseconds since the epoch; later observations do not count
 */
export function orderProgress(
  order: JobOrder,
  machines: readonly OrderMachine[],
  planned: Planned,
  now: number,
): OrderProgress {
  const { id, quantity, plannedStart = now, plannedEnd, plannedSetupTime = 0, dispatchStatus = '' } = order;
  const stretches = machines.flatMap((machine) => orderStretches(machine, id, now) ?? []);
  const { good, ...figure } = counted(stretches, order);
  const isBegun = stretches.length > 0;
  const first = Math.min(...stretches.map(({ from }) => from));
  const isReached = quantity !== undefined && good !== undefined && good >= quantity;
  const isAborted = /^(Aborted|Cancelled)$/.test(dispatchStatus);
  const isOver = isReached || isAborted || /^(Completed|Closed)$/.test(dispatchStatus);
  let actualEnd: number | undefined;
  // What is counted at a moment belongs to the time from there on.
  if (isReached) actualEnd = lastWhere(first, now, (moment) => goodUntil(stretches, moment) < quantity);
  else if (isOver && isBegun) actualEnd = Math.max(...stretches.map(({ to }) => to));
  const cycle = cycleOf(order, stretches, machines);
  // The last unit counts, too.
  const rates = ratesOf(stretches, planned, actualEnd === undefined ? now : actualEnd + 1);
  const plannedRate = ratio(hour, cycle);
  const rate = [rates.recentRate, rates.meanRate, plannedRate].find((one = 0) => one > 0);
  const remaining = plus(quantity, -(good ?? 0));
  const left = isOver ? 0 : ratio(remaining && remaining * hour, rate);
  const [start, setup] = isBegun ? [now, 0] : [Math.max(now, plannedStart), plannedSetupTime];
  const forecastEnd = isOver || left === undefined ? undefined : momentAfter(planned, start, left + setup);
  const isRunning = stretches.some((one) => isWorkedOn(one, now));
  return {
    ...figure,
    order,
    status: isAborted
      ? 'ended'
      : isOver
        ? 'completed'
        : isRunning
          ? 'running'
          : isBegun
            ? 'suspended'
            : 'waiting',
    machines: stretches.map(({ machine }) => machine.id),
    actualStart: isBegun ? first : undefined,
    actualEnd,
    executionTime: isBegun ? (actualEnd ?? now) - first : undefined,
    plannedExecutionTime: plus(cycle && quantity && cycle * quantity, plannedSetupTime),
    remaining,
    ...rates,
    plannedRate,
    remainingTime: left,
    forecastEnd,
    lateness: plus(actualEnd ?? forecastEnd, plannedEnd && -plannedEnd),
  };
}

/** Whether an order is registered at a moment, or nothing else was said since it was. */
function isWorkedOn({ to, unknown }: OrderStretches, now: number): boolean {
  return to === now || unknown.some((hole) => hole.from === to && hole.to === now);
}

/** Counts and times of an order; a sum is missing only where all its parts are. */
function counted(stretches: readonly OrderStretches[], { quantity, product }: JobOrder) {
  const counts: MachineCounts[] = [];
  let [time, busyTime, unknownTime, unassigned] = [0, 0, 0, 0];
  let possible: number | undefined = 0;
  const warnings: KpiWarning[] = [];
  for (const { machine, registered, unknown } of stretches) {
    const own = knownSums(registered.map((stretch) => machineCounts(machine, stretch)));
    counts.push(own);
    if (own.good === undefined) {
      const key = own.produced === undefined ? 'noCounts' : 'noGoodCount';
      warnings.push({ key, subjects: [machine.id] });
    }
    unassigned += total(unknown.map((hole) => goodIn(machine, hole) ?? 0));
    const [busy, lost] = [totalDuration(registered), totalDuration(unknown)];
    const uncounted = busy - totalDuration(countedParts(machine, registered));
    const unheard = uncounted + lost - totalDuration(countedParts(machine, unknown));
    time += busy + lost;
    busyTime += busy;
    unknownTime += uncounted + lost;
    if (unheard > 0) possible = plus(possible, ratio(unheard, machine.idealCycle(product)));
  }
  const sums = knownSums(counts);
  const isCounted = (sums.good ?? sums.produced) !== undefined;
  const good = isCounted ? goodUntil(stretches, Infinity) : undefined;
  const inputs = { ...sums, quantity, busyTime, unknownTime, unassigned };
  const low = good ?? 0;
  const bounds = boundsOf(ratio(low, quantity), ratio(plus(low + unassigned, possible), quantity));
  return {
    value: ratio(good, quantity),
    bounds,
    coverage: ratio(time - unknownTime, time),
    inputs,
    warnings,
    good,
  };
}

/**
 * Milliseconds a unit takes with all the machines at work that have the order or, before its start, are planned for it;
 * `undefined` where one of them has no ideal cycle.
 */
function cycleOf(
  { product, equipment }: JobOrder,
  stretches: readonly OrderStretches[],
  machines: readonly OrderMachine[],
): number | undefined {
  const begun = stretches.map(({ machine }) => machine);
  const named = machines.filter(({ id }) => equipment.includes(id));
  const working = [begun, named].find(({ length }) => length > 0) ?? machines;
  const cycles = working.map((machine) => machine.idealCycle(product));
  if (cycles.length < 2) return cycles[0];
  return ratio(1, total(cycles.map((cycle) => 1 / (cycle ?? NaN))));
}

/** Units an hour of the planned time in which the order was registered and its units counted. */
function ratesOf(
  stretches: readonly OrderStretches[],
  planned: Planned,
  end: number,
): Pick<OrderProgress, 'recentRate' | 'meanRate'> {
  const worked = union(stretches.flatMap(({ machine, registered }) => countedParts(machine, registered)));
  const parts = overlap(worked, [{ from: -Infinity, to: end }]).flatMap(planned);
  const recent = recentTime(parts);
  return {
    recentRate: recent && (goodUntil(stretches, end, recent.from) * hour) / recent.time,
    meanRate: ratio(goodUntil(stretches, end) * hour, totalDuration(parts)),
  };
}
