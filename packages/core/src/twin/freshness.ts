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
 * At a past moment the observation that held then counts. When a source was heard is known of the last time only, so a
 * signal that reports changes was current then if anything came later: a source that was lost has left a gap.
 *
 * @param now - milliseconds since the epoch
 * @param confirmedAt - when the source was last heard, milliseconds since the epoch
 */
export function ageOf(signal: Signal, now: number, confirmedAt: number | undefined): Age {
  const { series, definition } = signal;
  const held = series.indexAt(now);
  if (held < 0) return { age: undefined, freshness: 'none' };
  const isNewest = held === series.length - 1;
  // What is stamped later than the present, by a clock that is ahead, does not say that the source is still there.
  const meanwhile = isNewest ? confirmedAt : Math.min(now, confirmedAt ?? now);
  const heard = definition.expectedPeriod === undefined ? meanwhile : undefined;
  const age = Math.max(0, now - Math.max(series.timeAt(held), heard ?? -Infinity));
  const period = (definition.expectedPeriod ?? defaultPeriod) * 1000;
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
