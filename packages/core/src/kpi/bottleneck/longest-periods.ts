import type { Interval } from '../../time/interval.js';
import { lastWhere } from '../last-where.js';
import { type ActivePeriods, always } from './active-periods.js';

/** An active period of a machine, whole: also what of it lies outside the time asked about. */
export interface ActivePeriod extends Interval {
  /** Position of the machine in its list. */
  readonly machine: number;
}

/** The active periods of the machines that have time in a window, by machine. */
export type PeriodsIn = (window: Interval) => readonly ActivePeriods[];

/**
 * Those of some active periods that are longest at some instant: no rival of another machine that is active then is
 * longer. Each of them is a bottleneck as long as it lasts: the change from one to the next takes all the time that
 * both are active (Roser's shifting bottleneck).
 *
 * Most show within the span that they are longest or that they never are. For the others one has to look where they
 * reach to.
 *
 * @param endless - a rival that ends then is longer than all that end earlier. Default: none is
 */
export function longestPeriods(
  candidates: PeriodsIn,
  rivals: PeriodsIn,
  span: Interval,
  endless = NaN,
): ActivePeriod[] {
  const look = (window: Interval) => {
    const envelope = envelopeOf(rivals(window), endless);
    return (period: ActivePeriod, within = window) => admits(envelope, period, within);
  };
  const inSpan = look(span);
  const admitted: ActivePeriod[] = [];
  candidates(span).forEach((periods, machine) => {
    for (let index = 0; index < periods.length; index += 2) {
      const period = { from: periods[index], to: periods[index + 1], machine };
      if (inSpan(period, always)) admitted.push(period);
    }
  });
  const open = admitted.filter((period) => !inSpan(period));
  if (open.length === 0) return admitted;
  const before = look({ from: Math.min(span.from, ...open.map(({ from }) => from)), to: span.from });
  const after = look({ from: span.to, to: Math.max(span.to, ...open.map(({ to }) => to)) });
  return admitted.filter((period) => inSpan(period) || before(period) || after(period));
}

/**
 * Steps of four numbers, in time order: when it begins, how long the longest period is that is active then, whose it is,
 * and how long the longest of the other machines is; −∞ where there is none.
 */
type Envelope = readonly number[];

/** Of the machines from one position to another, by halves: O(n log m) for n periods of m machines. */
function envelopeOf(
  periods: readonly ActivePeriods[],
  endless: number,
  from = 0,
  to = periods.length,
): Envelope {
  const middle = (from + to) >> 1;
  if (from < middle) {
    return merged(envelopeOf(periods, endless, from, middle), envelopeOf(periods, endless, middle, to));
  }
  const steps = [-Infinity, -Infinity, from, -Infinity];
  const own = from < to ? periods[from] : [];
  for (let index = 0; index < own.length; index += 2) {
    const [begin, end] = [own[index], own[index + 1]];
    steps.push(begin, end === endless ? Infinity : end - begin, from, -Infinity);
    if (end !== own[index + 2]) steps.push(end, -Infinity, from, -Infinity);
  }
  return steps;
}

function merged(a: Envelope, b: Envelope): Envelope {
  const steps: number[] = [];
  for (let [i, j, size] = [0, 0, 0]; i < a.length || j < b.length;) {
    const time = Math.min(i < a.length ? a[i] : Infinity, j < b.length ? b[j] : Infinity);
    if (a[i] === time) i += 4;
    if (b[j] === time) j += 4;
    const [ahead, at, behind, beside] = a[i - 3] >= b[j - 3] ? [a, i, b, j] : [b, j, a, i];
    const [longest, machine] = [ahead[at - 3], ahead[at - 2]];
    const others = Math.max(ahead[at - 1], behind[beside - 3]);
    if (
      size === 0 ||
      steps[size - 3] !== longest ||
      steps[size - 2] !== machine ||
      steps[size - 1] !== others
    ) {
      size = steps.push(time, longest, machine, others);
    }
  }
  return steps;
}

/** Whether there is an instant of a period, within a window, at which no other machine has a longer one. */
function admits(steps: Envelope, { machine, from, to }: ActivePeriod, window: Interval): boolean {
  const begin = Math.max(from, window.from);
  const end = Math.min(to, window.to);
  const step = lastWhere(0, steps.length / 4, (one) => steps[4 * one] <= begin);
  // Only two of those of a machine that are longer can have time in it and not cover it: these are few steps.
  for (let at = 4 * step; begin < end && steps[at] < end; at += 4) {
    if (steps[steps[at + 2] === machine ? at + 3 : at + 1] <= to - from) return true;
  }
  return false;
}
