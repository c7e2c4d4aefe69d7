import type { Signal } from '../twin/signal.js';
import type { AlarmAct } from './alarm.js';
import { AlarmLog } from './alarm-log.js';
import { GroupTroubles } from './group-troubles.js';
import type { AlarmScope } from './alarm-scope.js';
import type { AlarmEntry, AlarmTrack } from './alarm-track.js';

/** How many events of all alarms are kept; when there are more, a tenth of them is forgotten. */
const keptEvents = 100_000;

/** All alarms of a twin by id, with what happened to them. */
export class AlarmBook {
  readonly log = new AlarmLog();
  /** The signals from which alarms come. */
  readonly sources: Signal[] = [];
  /** Grows when something that has happened by now is another than before. */
  revision = 0;
  readonly scope: AlarmScope;
  readonly #troubles: GroupTroubles;
  readonly #tracks = new Map<string, AlarmTrack>();
  readonly #dirty = new Set<AlarmTrack>();
  /** Acts that were given back before their alarm was known. */
  readonly #waiting = new Map<string, AlarmAct[]>();

  constructor(scope: AlarmScope) {
    this.scope = scope;
    this.#troubles = new GroupTroubles(scope);
  }

  get tracks(): Iterable<AlarmTrack> {
    return this.#tracks.values();
  }

  get(id: string): AlarmTrack | undefined {
    return this.#tracks.get(id);
  }

  /** Whether the trouble of its group began with an alarm that stands at a time. */
  isFirstOut({ track, standingSince }: AlarmEntry, time: number): boolean {
    return standingSince !== undefined && this.#troubles.firstAt(track.equipment, time) === track;
  }

  /** Adds an alarm; an alarm of the same id that is there already stays and is returned. */
  add(track: AlarmTrack): AlarmTrack {
    const known = this.#tracks.get(track.id);
    if (known) return known;
    this.#tracks.set(track.id, track);
    const acts = this.#waiting.get(track.id);
    this.#waiting.delete(track.id);
    for (const act of acts ?? []) this.act(act);
    return track;
  }

  /** Says that an alarm is to be looked at again from a time on. */
  mark(track: AlarmTrack, from: number): void {
    track.dirtyFrom = Math.min(track.dirtyFrom, from);
    this.#dirty.add(track);
  }

  /** Adds what a person did; it waits for the alarm if that is not known yet. */
  act(act: AlarmAct): void {
    const track = this.#tracks.get(act.alarm);
    if (track) {
      track.addAct(act);
      this.#dirty.add(track);
      return;
    }
    const waiting = this.#waiting.get(act.alarm);
    if (waiting) waiting.push(act);
    else this.#waiting.set(act.alarm, [act]);
  }

  /** All that people did, those acts included whose alarm is not known yet. */
  acts(): AlarmAct[] {
    const all = [...this.#tracks.values()].flatMap(({ acts }) => acts);
    return [...all, ...[...this.#waiting.values()].flat()].sort((a, b) => a.at - b.at);
  }

  /**
   * Forgets the oldest events when there are too many.
   *
   * @returns the time before which they are forgotten; `undefined` if nothing was
   */
  trim(): number | undefined {
    const { entries } = this.log;
    if (entries.length <= keptEvents) return undefined;
    const before = entries[keptEvents / 10].time;
    this.log.drop(before);
    this.#troubles.forget(before);
    for (const track of this.#tracks.values()) track.forget(before);
    return before;
  }

  /** Makes the entries of all alarms again that were marked. */
  settle(now: number): void {
    if (this.#dirty.size === 0) return;
    const removed = new Set<AlarmEntry>();
    const added: AlarmEntry[] = [];
    for (const track of this.#dirty) {
      const first = track.refold(removed);
      for (let index = first; index < track.entries.length; index++) added.push(track.entries[index]);
    }
    this.#dirty.clear();
    const from = this.log.replace(removed, added);
    this.#troubles.replace(from, removed, this.log.between(from, Infinity));
    const counts = ({ time }: AlarmEntry) => time <= now;
    if (added.some(counts) || [...removed].some(counts)) this.revision++;
  }
}
