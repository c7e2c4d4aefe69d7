import type { Interval } from '../../time/interval.js';
import { type ActivePeriods, always } from './active-periods.js';
import { Tournament } from './tournament.js';

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
 * @param candidates - those that have time in the span, by machine
 * @param endless - a rival that ends then is longer than all that end earlier. Default: none is
 */
export function longestPeriods(
  candidates: readonly ActivePeriods[],
  rivals: PeriodsIn,
  span: Interval,
  endless = NaN,
): ActivePeriod[] {
  const inSpan = envelopeOf(rivals(span), endless);
  const admitted: ActivePeriod[] = [];
  candidates.forEach((periods, machine) => {
    for (let index = 0; index < periods.length; index += 2) {
      const [from, to] = [periods[index], periods[index + 1]];
      if (admits(inSpan, machine, from, to, always)) admitted.push({ from, to, machine });
    }
  });
  const open = admitted.filter(({ machine, from, to }) => !admits(inSpan, machine, from, to, span));
  if (open.length === 0) return admitted;
  const before = { from: Math.min(span.from, ...open.map(({ from }) => from)), to: span.from };
  const after = { from: span.to, to: Math.max(span.to, ...open.map(({ to }) => to)) };
  const looks = [before, after].map((window) => ({ window, envelope: envelopeOf(rivals(window), endless) }));
  looks.push({ window: span, envelope: inSpan });
  return admitted.filter(({ machine, from, to }) =>
    looks.some(({ window, envelope }) => admits(envelope, machine, from, to, window)),
  );
}

/**
 * Steps of four numbers, in time order: when it begins, how long the longest period is that is active then, whose it is,
 * and how long the longest of the other machines is.
 */
type Envelope = readonly number[];

/** O(n log m) for n periods of m machines. */
function envelopeOf(machines: readonly ActivePeriods[], endless: number): Envelope {
  const upcoming = new Tournament(machines.length);
  const active = new Tournament(machines.length);
  const positions = new Int32Array(machines.length);
  const steps = [-Infinity, -Infinity, -1, -Infinity];
  machines.forEach(([begin = Infinity], machine) => upcoming.set(machine, -begin));
  while (upcoming.first > -Infinity) {
    const time = -upcoming.first;
    while (upcoming.first === -time) {
      const machine = upcoming.leader;
      const periods = machines[machine];
      const next = ++positions[machine];
      const to = next < periods.length ? periods[next] : Infinity;
      const length = to === endless ? Infinity : to - time;
      active.set(machine, next % 2 === 1 ? length : -Infinity);
      upcoming.set(machine, -to);
    }
    const { first, leader, second } = active;
    const end = steps.length;
    if (steps[end - 3] !== first || steps[end - 2] !== leader || steps[end - 1] !== second) {
      steps.push(time, first, leader, second);
    }
  }
  return steps;
}

/** Whether there is an instant of a period, within a window, at which no other machine has a longer one. */
function admits(steps: Envelope, machine: number, from: number, to: number, window: Interval): boolean {
  const begin = Math.max(from, window.from);
  const end = Math.min(to, window.to);
  let [step, high] = [0, steps.length / 4];
  while (high - step > 1) {
    const middle = (step + high) >> 1;
    if (steps[4 * middle] <= begin) step = middle;
    else high = middle;
  }
  // Only two of those of a machine that are longer can have time in it and not cover it: these are few steps.
  for (let at = 4 * step; begin < end && steps[at] < end; at += 4) {
    if (steps[steps[at + 2] === machine ? at + 3 : at + 1] <= to - from) return true;
  }
  return false;
}
