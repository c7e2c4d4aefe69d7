import { activePeriods, type BottleneckMachine } from './active-periods.js';

/** Which machine has been active longest so far, at a moment. */
export interface MomentaryBottleneck {
  /** Ids; several only if they began at the same moment. Empty: no machine is active. */
  readonly machines: readonly string[];
  /** Milliseconds since the epoch: since when they have been active; `undefined` where none is. */
  readonly since: number | undefined;
  /** Ids of those whose state is not known at the moment: one of them may be active longer. */
  readonly unknown: readonly string[];
}

/**
 * The bottleneck of a moment as far as it can be told at that moment: the machine that has been active longest so far.
 * Always provisional: who is active longest in the end shows later, in the segments of `bottleneck()`.
 *
 * @param at - milliseconds since the epoch; later observations do not count
 */
export function momentaryBottleneck(machines: readonly BottleneckMachine[], at: number): MomentaryBottleneck {
  const moment = { from: at, to: at + 1 };
  const begins = machines.map((machine) => activePeriods(machine, moment, moment.to).at(-2) ?? Infinity);
  const since = Math.min(...begins);
  const isUnknown = ({ states, knownUntil = Infinity }: BottleneckMachine) =>
    at >= knownUntil || (states?.at(at)?.state ?? 'unknown') === 'unknown';
  return {
    machines: machines.filter((_, index) => begins[index] === since && since < Infinity).map(({ id }) => id),
    since: since < Infinity ? since : undefined,
    unknown: machines.filter(isUnknown).map(({ id }) => id),
  };
}
