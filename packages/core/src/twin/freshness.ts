import type { Signal } from './signal.js';

/** How current a signal is. `none`: nothing was observed yet. */
export type Freshness = 'none' | 'live' | 'late' | 'stale';

/** What is expected of a signal that does not say how often it reports, in seconds. */
const defaultPeriod = 10;
/** In expected periods: older than this is late, and older than that is stale. */
const lateAfter = 2;
const staleAfter = 6;

/** How old the newest knowledge of a signal is. */
export interface Age {
  /** Milliseconds since the source last spoke of it or was heard at all; `undefined` before the first time. */
  readonly age: number | undefined;
  readonly freshness: Freshness;
}

/**
 * The age of a signal against its expected period. A source that reports changes only and is heard (heartbeat,
 * other messages) keeps its signals current.
 *
 * @param now - milliseconds since the epoch
 * @param confirmedAt - when the source was last heard, milliseconds since the epoch
 */
export function ageOf(signal: Signal, now: number, confirmedAt: number | undefined): Age {
  const observed = signal.series.lastTime;
  if (observed === undefined) return { age: undefined, freshness: 'none' };
  const heard = signal.definition.expectedPeriod === undefined ? confirmedAt : undefined;
  const age = Math.max(0, now - Math.max(observed, heard ?? -Infinity));
  const period = (signal.definition.expectedPeriod ?? defaultPeriod) * 1000;
  return { age, freshness: age > staleAfter * period ? 'stale' : age > lateAfter * period ? 'late' : 'live' };
}

/**
 * Until when what was observed of a signal can be counted: for ever while it is current, and until the source was last
 * heard when it has gone stale. What a silent source said last is no knowledge of the time since.
 */
export function knownUntil(signal: Signal, now: number, confirmedAt: number | undefined): number {
  const { age, freshness } = ageOf(signal, now, confirmedAt);
  return freshness === 'stale' && age !== undefined ? now - age : Infinity;
}
