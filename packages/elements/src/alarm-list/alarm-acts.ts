import type { ActResult, Alarm, Alarms } from '@twinfloor/core/alarms';
import type { Language } from '../internal/language.js';
import { isWaiting, viewOf } from './alarm-rows.js';

/** What a person can do to alarms. */
export type AlarmDeed =
  'acknowledge' | 'reset' | 'shelve' | 'unshelve' | 'removeFromService' | 'returnToService';

/** Those that need a reason, and are asked about before they are done. */
export const explainedDeeds: ReadonlySet<AlarmDeed> = new Set<AlarmDeed>(['shelve', 'removeFromService']);

const fits: Readonly<Record<AlarmDeed, (alarm: Alarm) => boolean>> = {
  acknowledge: isWaiting,
  reset: ({ state }) => state === 'latchedUnacknowledged' || state === 'latchedAcknowledged',
  shelve: (alarm) => viewOf(alarm) === 'active',
  unshelve: ({ state }) => state === 'shelved',
  removeFromService: ({ state }) => state !== 'outOfService',
  returnToService: ({ state }) => state === 'outOfService',
};

/** What can be done to some alarms, and to which of them. */
export function deedsFor(alarms: readonly Alarm[]): ReadonlyMap<AlarmDeed, readonly string[]> {
  const deeds = new Map<AlarmDeed, readonly string[]>();
  for (const [deed, isFit] of Object.entries(fits)) {
    const ids = alarms.filter(isFit).map(({ id }) => id);
    if (ids.length > 0) deeds.set(deed as AlarmDeed, ids);
  }
  return deeds;
}

/** Does it; the host page is asked for each alarm. */
export function act(
  alarms: Alarms,
  deed: AlarmDeed,
  ids: readonly string[],
  { minutes, why }: { readonly minutes: number; readonly why: string },
): Promise<ActResult> {
  return deed === 'shelve' ? alarms.shelve(ids, { minutes, why }) : alarms[deed](ids, why ? { why } : {});
}

/** For how many minutes can be shelved; the longest alone where all others are longer. */
export function shelvingTimes(longest: number): readonly number[] {
  const times = [10, 30, 60, 120, 240, 480, 720, 1440].filter((minutes) => minutes <= longest);
  return times.length > 0 ? times : [longest];
}

/** What came of it, in words. */
export function resultSentence(
  deed: AlarmDeed,
  { done, refused }: ActResult,
  { terms, formats }: Language,
): string {
  const name = terms.alarmActs[deed];
  const reasons = [...new Set(refused.map(({ refusal }) => terms.alarmRefusals[refusal]))];
  const parts = [
    done.length > 0 ? terms.alarmDone(name, formats.number(done.length)) : '',
    refused.length > 0 ? terms.alarmRefused(name, formats.number(refused.length), reasons.join(' ')) : '',
  ];
  return parts.filter(Boolean).join(' ');
}
