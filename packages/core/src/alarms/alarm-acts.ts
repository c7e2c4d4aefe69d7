import type { Act } from '../requests/act.js';
import { auditOf } from '../requests/audit.js';
import { showsPast } from '../requests/past.js';
import { permissionFor } from '../requests/permission.js';
import type { Twin } from '../twin/twin.js';
import type { ActResult, AlarmAct, AlarmRefusal } from './alarm.js';
import type { AlarmBook } from './alarm-book.js';
import { nextSituation } from './alarm-state.js';
import { type AlarmTrack, handlingOf } from './alarm-track.js';

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
  const refused: ActResult['refused'][number][] = [];
  find();
  // Who acts has seen all of them now, however long the host page takes to answer for each.
  const seenAt = new Map([...new Set(ids)].map((id) => [id, book.get(id)?.at(twin.clock.latest)?.shownAt]));
  for (const [id, seen] of seenAt) {
    const track = book.get(id);
    if (track === undefined) {
      refused.push({ alarm: id, refusal: 'unknown', reason: reasons.unknown });
      continue;
    }
    const act: Act = {
      kind,
      equipment: track.equipment,
      signal: track.source,
      alarm: id,
      ...(minutes !== undefined && { minutes }),
      ...(why && { why }),
    };
    const permission = await permissionFor(twin, act);
    const who = permission?.who;
    // The host page may have asked somebody, and meanwhile the plant went on.
    find();
    const at = twin.clock.latest;
    const refusal = permission === undefined ? 'notPermitted' : hindrance(twin, track, kind, at, seen);
    if (permission === undefined || refusal !== undefined) {
      const reason = refusal === 'unfit' ? unfit[kind] : reasons[refusal ?? 'notPermitted'];
      refused.push({ alarm: id, refusal: refusal ?? 'notPermitted', reason });
      auditOf(twin).add({ who, act, outcome: 'refused', detail: reason });
      continue;
    }
    const more = {
      ...(minutes !== undefined && { until: at + minutes * 60_000 }),
      ...(needsSight(kind) && seen !== undefined && { seen }),
      ...(why && { why }),
    };
    book.act({ kind, alarm: id, at, who: permission.who, ...more });
    auditOf(twin).add({ who, act, outcome: 'done' });
    done.push(id);
  }
  return { done, refused };
}

/** Why an act cannot be done; `undefined` if it can. */
function hindrance(
  twin: Twin,
  track: AlarmTrack,
  kind: AlarmAct['kind'],
  at: number,
  seen: number | undefined,
): AlarmRefusal | undefined {
  if (showsPast(twin)) return 'past';
  if (kind === 'shelve') return undefined;
  const entry = track.at(at);
  if (entry === undefined) return kind === 'removeFromService' ? undefined : 'unfit';
  if (nextSituation(entry.situation, kind, handlingOf(entry)) === entry.situation) return 'unfit';
  const isOther = needsSight(kind) && entry.shownAt !== undefined && entry.shownAt > (seen ?? -Infinity);
  return isOther ? 'raisedAgain' : undefined;
}

/** Whether an act is of what was seen, and not of what was raised after that. */
function needsSight(kind: AlarmAct['kind']): boolean {
  return kind === 'acknowledge' || kind === 'reset';
}

const reasons: Readonly<Record<Exclude<AlarmRefusal, 'unfit'>, string>> = {
  unknown: 'There is no such alarm.',
  notPermitted: 'It is not permitted.',
  past: 'The clock shows the past; what is done is done in the present.',
  raisedAgain: 'It was raised again meanwhile.',
};

/** What is said where the state of an alarm does not fit. */
const unfit: Readonly<Record<AlarmAct['kind'], string>> = {
  acknowledge: 'There is nothing to acknowledge.',
  reset: 'It is not latched, or its cause still stands.',
  shelve: 'It cannot be shelved.',
  unshelve: 'It is not shelved.',
  removeFromService: 'It is out of service already.',
  returnToService: 'It is not out of service.',
};
