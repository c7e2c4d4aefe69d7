import type { AlarmScope } from './alarm-scope.js';
import type { AlarmEntry, AlarmTrack } from './alarm-track.js';
import { firstFrom, forget } from './cause.js';

/** What of a group stands from a time on. */
interface Trouble {
  readonly time: number;
  /** How many alarms stand. */
  readonly standing: number;
  /** The alarm with which it began, since when some alarm has stood all the time. */
  readonly first: AlarmTrack | undefined;
}

/**
 * Since when each group of equipment has trouble, and with which alarm it began. The trouble of a group lasts until none
 * of its alarms stands; an alarm that has gone before stays the one with which it began.
 */
export class GroupTroubles {
  readonly #scope: AlarmScope;
  readonly #groups = new Map<string, Trouble[]>();

  constructor(scope: AlarmScope) {
    this.#scope = scope;
  }

  /** The alarm with which the trouble began that the group of an equipment has at a time. */
  firstAt(equipment: string, time: number): AlarmTrack | undefined {
    const troubles = this.#groups.get(this.#scope.groupOf(equipment)) ?? [];
    let index = troubles.length - 1;
    if (index >= 0 && troubles[index].time > time) index = firstFrom(troubles, time + 1);
    while (index >= 0 && (troubles[index] === undefined || troubles[index].time > time)) index--;
    return troubles[index]?.first;
  }

  /**
   * Takes in what happened from a time on.
   *
   * @param removed - what holds no longer
   * @param tail - all that happened from the time on, in time order
   */
  replace(from: number, removed: Iterable<AlarmEntry>, tail: readonly AlarmEntry[]): void {
    const groups = new Set<Trouble[]>();
    for (const entry of removed) groups.add(this.#of(entry));
    for (const entry of tail) groups.add(this.#of(entry));
    for (const troubles of groups) troubles.length = firstFrom(troubles, from);
    for (const entry of tail) {
      const stands = entry.standingSince !== undefined;
      if (stands === entry.wasStanding) continue;
      const troubles = this.#of(entry);
      const last = troubles.at(-1);
      const standing = (last?.standing ?? 0) + (stands ? 1 : -1);
      const first = standing === 0 ? undefined : (last?.first ?? entry.track);
      troubles.push({ time: entry.time, standing, first });
    }
  }

  /** Forgets what was before a time. */
  forget(before: number): void {
    for (const troubles of this.#groups.values()) forget(troubles, before);
  }

  #of({ track: { equipment } }: AlarmEntry): Trouble[] {
    const group = this.#scope.groupOf(equipment);
    let troubles = this.#groups.get(group);
    if (!troubles) this.#groups.set(group, (troubles = []));
    return troubles;
  }
}
