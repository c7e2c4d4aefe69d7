import { activeSince, type BottleneckMachine } from './active-periods.js';

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
  let longest: string[] = [];
  let since: number | undefined;
  const unknown: string[] = [];
  for (const machine of machines) {
    const { id, states, knownUntil = Infinity } = machine;
    const known = at < knownUntil ? states?.at(at)?.state : undefined;
    if (known === undefined || known === 'unknown') unknown.push(id);
    const begin = activeSince(machine, at);
    if (begin === undefined) continue;
    if (since === undefined || begin < since) {
      since = begin;
      longest = [id];
    } else if (begin === since) longest.push(id);
  }
  return { machines: longest, since, unknown };
}
