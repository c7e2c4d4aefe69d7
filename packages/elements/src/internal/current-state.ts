import type { EquipmentState, Twin } from '@twinfloor/core';

/** How far the state of an equipment can be trusted now. */
export type Trust = 'live' | 'late' | 'stale';

/** The state that an equipment can be said to be in now. */
export interface CurrentState {
  /** `unknown` where nothing is known or the source has gone silent: what was true then need not be true now. */
  readonly state: EquipmentState;
  readonly trust: Trust;
  /** Since when, in milliseconds since the epoch; `undefined` if nothing was ever observed. */
  readonly since: number | undefined;
  /** When the source was last heard, if it is late or silent; milliseconds since the epoch. */
  readonly heard: number | undefined;
}

const nothing: CurrentState = { state: 'unknown', trust: 'stale', since: undefined, heard: undefined };

/** The state of an equipment at the moment of the clock, with its trust. */
export function currentState(twin: Twin, equipment: string, now: number): CurrentState {
  const address = `${equipment}/state`;
  const sample = twin.series(address, 'state')?.at(now);
  if (sample === undefined) return nothing;
  const { state, since } = sample;
  // Without a value the series says so from the moment at which the source was last heard.
  if (state === 'unknown') return { state, trust: 'stale', since, heard: since };
  const { age, freshness } = twin.freshness(address);
  const heard = now - (age ?? 0);
  if (freshness === 'stale') return { state: 'unknown', trust: 'stale', since: heard, heard };
  if (freshness === 'late') return { state, trust: 'late', since, heard };
  return { state, trust: 'live', since, heard: undefined };
}
