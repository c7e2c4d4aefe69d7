import { auditOf } from '../requests/audit.js';
import { permissionFor } from '../requests/permission.js';
import type { Twin } from '../twin/twin.js';
import type { ActResult, AlarmAct } from './alarm.js';
import type { AlarmBook } from './alarm-book.js';
import { type AlarmSituation, nextSituation } from './alarm-state.js';
import { type AlarmTrack, handlingOf } from './alarm-track.js';

/** The clock counts as showing the past from this far behind the present on, in milliseconds. */
const pastFrom = 100;

/** What a person wants to do to some alarms. */
export interface WantedAct {
  readonly kind: AlarmAct['kind'];
  readonly why?: string;
  /** Shelving: for how many minutes. */
  readonly minutes?: number;
}

/**
 * Does something to some alarms, each for itself: asks the host page whether it is permitted, and leaves an audit event
 * whether it was done or not.
 *
 * @param find - finds what has changed by now
 */
export async function actOn(
  twin: Twin,
  book: AlarmBook,
  find: () => void,
  ids: Iterable<string>,
  { kind, why, minutes }: WantedAct,
): Promise<ActResult> {
  const done: string[] = [];
  const refused: { alarm: string; reason: string }[] = [];
  for (const id of new Set(ids)) {
    find();
    const track = book.get(id);
    if (track === undefined) {
      refused.push({ alarm: id, reason: 'There is no such alarm.' });
      continue;
    }
    const act = { kind, equipment: track.equipment, signal: track.source, alarm: id, ...(why && { why }) };
    const seen = track.at(twin.clock.latest)?.shownAt;
    const permission = await permissionFor(twin, act);
    const who = permission?.who;
    // The host page may have asked somebody, and meanwhile the plant went on.
    find();
    const at = twin.clock.latest;
    const reason = permission === undefined ? 'It is not permitted.' : hindrance(twin, track, kind, at);
    if (permission === undefined || reason !== undefined) {
      refused.push({ alarm: id, reason: reason as string });
      auditOf(twin).add({ who, act, outcome: 'refused', detail: reason });
      continue;
    }
    const more = {
      ...(minutes !== undefined && { until: at + minutes * 60_000 }),
      ...((kind === 'acknowledge' || kind === 'reset') && seen !== undefined && { seen }),
      ...(why && { why }),
    };
    book.act({ kind, alarm: id, at, who: permission.who, ...more });
    auditOf(twin).add({ who, act, outcome: 'done' });
    done.push(id);
  }
  return { done, refused };
}

/** Why an act cannot be done; `undefined` if it can. */
function hindrance(twin: Twin, track: AlarmTrack, kind: AlarmAct['kind'], at: number): string | undefined {
  const { clock } = twin;
  // Asked one after the other, the two are a moment apart: a live clock would now and then show the past.
  if (clock.mode !== 'live' && clock.now() < clock.present - pastFrom) {
    return 'The clock shows the past; what is done is done in the present.';
  }
  if (kind === 'shelve') return undefined;
  const entry = track.at(at);
  const situation: AlarmSituation | undefined = entry?.situation;
  if (situation && nextSituation(situation, kind, handlingOf(entry)) !== situation) return undefined;
  return situation === undefined && kind === 'removeFromService' ? undefined : hindrances[kind];
}

const hindrances: Readonly<Record<AlarmAct['kind'], string>> = {
  acknowledge: 'There is nothing to acknowledge.',
  reset: 'It is not latched, or its cause still stands.',
  shelve: 'It cannot be shelved.',
  unshelve: 'It is not shelved.',
  removeFromService: 'It is out of service already.',
  returnToService: 'It is not out of service.',
};
