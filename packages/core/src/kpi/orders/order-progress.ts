import { type Interval, intersection, totalDuration, union } from '../../time/interval.js';
import type { Kpi, KpiWarning } from '../kpi.js';
import { machineCounts, type MachineCounts } from '../oee/machine-oee.js';
import { momentAfter } from '../../time/planned-time-after.js';
import { ratio } from '../ratio.js';
import type { JobOrder } from './job-order.js';
import {
  countedPart,
  goodIn,
  goodUntil,
  type OrderMachine,
  type OrderStretches,
  type Planned,
  orderStretches,
} from './order-stretches.js';

const hour = 3_600_000;
/** Planned time that the present rate is taken from, and the least of it that says anything. */
const rateTime = hour;
const leastRateTime = hour / 6;

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
  const { id, quantity, plannedStart = now, plannedEnd, plannedSetupTime = 0 } = order;
  const stretches = machines.flatMap((machine) => orderStretches(machine, id, now) ?? []);
  const { inputs, good, bounds, warnings } = counted(stretches, order);
  const actualStart =
    stretches.length > 0 ? Math.min(...stretches.map(({ registered }) => registered[0].from)) : undefined;
  const last = Math.max(...stretches.map(({ registered }) => registered[registered.length - 1].to));
  const isReached = quantity !== undefined && good !== undefined && good >= quantity;
  const isEnded = /^(Completed|Closed|Aborted|Cancelled)$/.test(order.dispatchStatus ?? '');
  const status = statusOf(
    order,
    isReached,
    actualStart !== undefined,
    stretches.some((one) => isWorkedOn(one, now)),
  );
  const actualEnd =
    actualStart === undefined
      ? undefined
      : isReached
        ? reachedAt(stretches, quantity, actualStart, now)
        : isEnded
          ? last
          : undefined;
  const cycle = cycleOf(order, stretches, machines);
  // The last unit counts, too.
  const rates = ratesOf(stretches, planned, actualEnd === undefined ? now : actualEnd + 1);
  const plannedRate = ratio(hour, cycle);
  const rate = [rates.recentRate, rates.meanRate, plannedRate].find((one) => one !== undefined && one > 0);
  const remaining = quantity === undefined ? undefined : quantity - (good ?? 0);
  const isOver = isReached || isEnded;
  const left = remaining === undefined ? undefined : ratio(Math.max(0, remaining) * hour, rate);
  const remainingTime = isOver ? 0 : left;
  const [start, setup] =
    actualStart === undefined ? [Math.max(now, plannedStart), plannedSetupTime] : [now, 0];
  const forecastEnd = isOver || left === undefined ? undefined : momentAfter(planned, start, left + setup);
  const end = actualEnd ?? forecastEnd;
  const allTime = inputs.busyTime + totalDuration(stretches.flatMap(({ unknown }) => unknown));
  return {
    value: ratio(good, quantity),
    bounds,
    coverage: ratio(allTime - inputs.unknownTime, allTime),
    inputs,
    warnings,
    order,
    status,
    machines: stretches.map(({ machine }) => machine.id),
    actualStart,
    actualEnd,
    executionTime: actualStart === undefined ? undefined : (actualEnd ?? now) - actualStart,
    plannedExecutionTime:
      cycle === undefined || quantity === undefined ? undefined : cycle * quantity + plannedSetupTime,
    remaining,
    ...rates,
    plannedRate,
    remainingTime,
    forecastEnd,
    lateness: end === undefined || plannedEnd === undefined ? undefined : end - plannedEnd,
  };
}

/** Whether an order is registered at a moment, or nothing else was said since it was. */
function isWorkedOn({ registered, unknown }: OrderStretches, now: number): boolean {
  const { to } = registered[registered.length - 1];
  const hole = unknown.at(-1);
  return to === now || (hole?.from === to && hole.to === now);
}

function statusOf(
  { dispatchStatus }: JobOrder,
  isReached: boolean,
  isBegun: boolean,
  isRegistered: boolean,
): OrderProgress['status'] {
  if (dispatchStatus === 'Aborted' || dispatchStatus === 'Cancelled') return 'ended';
  if (isReached || dispatchStatus === 'Completed' || dispatchStatus === 'Closed') return 'completed';
  return isRegistered ? 'running' : isBegun ? 'suspended' : 'waiting';
}

const countNames = ['produced', 'good', 'scrap', 'rework'] as const;

/** Counts and times of an order; a sum is missing only where all its parts are. */
function counted(stretches: readonly OrderStretches[], { quantity, product }: JobOrder) {
  const sums: { -readonly [Name in keyof MachineCounts]?: MachineCounts[Name] } = {};
  let good: number | undefined;
  let [busyTime, unknownTime, unassigned, possible] = [0, 0, 0, 0];
  const warnings: KpiWarning[] = [];
  for (const { machine, registered, unknown } of stretches) {
    let warning: string | undefined = 'noCounts';
    for (const stretch of registered) {
      const part = machineCounts(machine, stretch);
      for (const name of countNames)
        if (part[name] !== undefined) sums[name] = (sums[name] ?? 0) + part[name];
      const units = part.good ?? part.produced;
      if (units !== undefined) {
        good = (good ?? 0) + units;
        warning = part.good === undefined ? 'noGoodCount' : undefined;
      }
    }
    for (const hole of unknown) unassigned += goodIn(machine, hole) ?? 0;
    const heard = (times: readonly Interval[]) =>
      totalDuration(times.flatMap((one) => countedPart(machine, one) ?? []));
    const [busy, lost] = [totalDuration(registered), totalDuration(unknown)];
    const uncounted = busy - heard(registered);
    busyTime += busy;
    unknownTime += uncounted + lost;
    const unheard = uncounted + lost - heard(unknown);
    // NaN where the cycle is not known: nothing can be said.
    if (unheard > 0) possible += unheard / (machine.idealCycle(product) ?? NaN);
    if (warning) warnings.push({ key: warning, subjects: [machine.id] });
  }
  const { produced, scrap, rework } = sums;
  const inputs = { produced, good: sums.good, scrap, rework, quantity, busyTime, unknownTime, unassigned };
  const most = (good ?? 0) + unassigned + possible;
  const bounds =
    quantity && !Number.isNaN(most) ? { low: (good ?? 0) / quantity, high: most / quantity } : undefined;
  return { inputs, good, bounds, warnings };
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
  const named = machines.filter(({ id }) => equipment.includes(id));
  const working =
    stretches.length > 0 ? stretches.map(({ machine }) => machine) : named.length > 0 ? named : machines;
  const cycles = working.map((machine) => machine.idealCycle(product));
  if (cycles.length < 2) return cycles[0];
  const units = cycles.reduce<number>((sum, cycle) => sum + 1 / (cycle ?? NaN), 0);
  return ratio(1, units);
}

/** The moment of the unit that completed the quantity, found by halving. */
function reachedAt(
  stretches: readonly OrderStretches[],
  quantity: number,
  start: number,
  now: number,
): number {
  let [low, high] = [start, now];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (goodUntil(stretches, middle) >= quantity) high = middle;
    else low = middle;
  }
  // What is counted at a moment belongs to the time from there on.
  return high - 1;
}

/** Units an hour of the planned time in which the order was registered and its units counted. */
function ratesOf(
  stretches: readonly OrderStretches[],
  planned: Planned,
  end: number,
): Pick<OrderProgress, 'recentRate' | 'meanRate'> {
  const worked = union(
    stretches.flatMap(({ machine, registered }) =>
      registered.flatMap((stretch) => countedPart(machine, stretch) ?? []),
    ),
  ).flatMap((part) => intersection(part, { from: -Infinity, to: end }) ?? []);
  const parts = worked.flatMap(planned);
  let recent = 0;
  let from = end;
  for (const part of parts.reverse()) {
    from = Math.max(part.from, part.to - (rateTime - recent));
    recent += part.to - from;
    if (recent >= rateTime) break;
  }
  return {
    recentRate: recent < leastRateTime ? undefined : (goodUntil(stretches, end, from) * hour) / recent,
    meanRate: ratio(goodUntil(stretches, end) * hour, totalDuration(parts)),
  };
}
