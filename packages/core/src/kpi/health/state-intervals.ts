import type { EquipmentState } from '../../model/equipment-state.js';
import type { StateSeries } from '../../series/state-series.js';
import { type Interval, union } from '../../time/interval.js';

/**
 * When a machine was in one of some states, within an interval: the mask for readings that mean something only then.
 * A healthy period is taken from one state; `running` is never mixed with `idle`.
 *
 * @param wanted - e.g. `['running']`
 * @param knownUntil - milliseconds since the epoch; later time counts as no state. Default: no limit
 * @returns in time order, those that touch merged; empty where nothing is known
 */
export function stateIntervals(
  states: StateSeries | undefined,
  { from, to }: Interval,
  wanted: readonly EquipmentState[],
  knownUntil = Infinity,
): Interval[] {
  const until = Math.max(from, Math.min(to, knownUntil));
  const segments = states?.segments({ from, to: until }) ?? [];
  return union(segments.filter(({ state }) => wanted.includes(state)));
}
