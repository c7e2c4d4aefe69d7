import type { Interval } from '../../time/interval.js';
import type { ActivePeriods } from './active-periods.js';
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
  const inSpan = new Envelope(rivals(span), endless);
  const found: ActivePeriod[] = [];
  const open: ActivePeriod[] = [];
  let { from: first, to: last } = span;
  candidates.forEach((periods, machine) => {
    for (let index = 0; index < periods.length; index += 2) {
      const [from, to] = [periods[index], periods[index + 1]];
      if (!inSpan.admits(machine, from, to)) continue;
      const isFound = inSpan.admits(machine, from, to, span);
      (isFound ? found : open).push({ from, to, machine });
      if (!isFound) [first, last] = [Math.min(first, from), Math.max(last, to)];
    }
  });
  if (open.length === 0) return found;
  const around = [
    { from: first, to: span.from },
    { from: span.to, to: last },
  ].map((window) => ({ window, envelope: new Envelope(rivals(window), endless) }));
  const isFound = ({ machine, from, to }: ActivePeriod) =>
    around.some(({ window, envelope }) => envelope.admits(machine, from, to, window));
  return [...found, ...open.filter(isFound)];
}

/**
 * The length of the longest period at each instant, of all machines and of all but the one that has it. O(n log m) for n
 * periods of m machines.
 */
class Envelope {
  /** When each step begins. */
  readonly #times = [-Infinity];
  readonly #longest = [-Infinity];
  /** Position of the machine that has the longest. */
  readonly #machines = [-1];
  readonly #others = [-Infinity];

  constructor(periods: readonly ActivePeriods[], endless: number) {
    const upcoming = new Tournament(periods.length);
    const active = new Tournament(periods.length);
    const positions = new Int32Array(periods.length);
    periods.forEach(([begin = Infinity], machine) => upcoming.set(machine, -begin));
    while (upcoming.first > -Infinity) {
      const time = -upcoming.first;
      while (upcoming.first === -time) {
        upcoming.lead();
        const machine = upcoming.leader;
        const own = periods[machine];
        const next = ++positions[machine];
        const begins = next % 2 === 1;
        const to = next < own.length ? own[next] : Infinity;
        active.set(machine, !begins ? -Infinity : to === endless ? Infinity : to - time);
        upcoming.set(machine, -to);
      }
      active.lead();
      this.#append(time, active);
    }
  }

  /** Whether there is an instant of a period, within an interval, at which no other machine has a longer one. */
  admits(machine: number, from: number, to: number, within?: Interval): boolean {
    const begin = within ? Math.max(from, within.from) : from;
    const end = within ? Math.min(to, within.to) : to;
    let [index, high] = [0, this.#times.length];
    while (high - index > 1) {
      const middle = (index + high) >> 1;
      if (this.#times[middle] <= begin) index = middle;
      else high = middle;
    }
    // Only two of those that are longer can have time in it and not cover it: these are few steps.
    for (; begin < end && index < this.#times.length && this.#times[index] < end; index++) {
      const rival = this.#machines[index] === machine ? this.#others[index] : this.#longest[index];
      if (rival <= to - from) return true;
    }
    return false;
  }

  #append(time: number, { first, leader, second }: Tournament): void {
    const last = this.#times.length - 1;
    if (this.#longest[last] === first && this.#machines[last] === leader && this.#others[last] === second)
      return;
    this.#times.push(time);
    this.#longest.push(first);
    this.#machines.push(leader);
    this.#others.push(second);
  }
}
