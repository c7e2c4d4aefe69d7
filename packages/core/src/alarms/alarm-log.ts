import type { AlarmEntry } from './alarm-track.js';
import { firstFrom } from './cause.js';

/** What happened to all alarms of a twin, in time order; at one time by the ids of the alarms. */
export class AlarmLog {
  #entries: AlarmEntry[] = [];
  /** How many entries were put in or taken out again since the beginning. */
  moved = 0;

  get entries(): readonly AlarmEntry[] {
    return this.#entries;
  }

  /**
   * Takes entries out and puts others in; the cost is that of what lies after the first of them.
   *
   * @returns from when on it is another log
   */
  replace(removed: ReadonlySet<AlarmEntry>, added: readonly AlarmEntry[]): number {
    let from = Infinity;
    for (const { time } of removed) from = Math.min(from, time);
    for (const { time } of added) from = Math.min(from, time);
    if (from === Infinity) return from;
    const tail = this.#entries.splice(firstFrom(this.#entries, from));
    const kept = removed.size === 0 ? tail : tail.filter((entry) => !removed.has(entry));
    this.moved += tail.length + added.length;
    const sorted = [...kept, ...added].sort((a, b) => a.time - b.time || order(a.track.id, b.track.id));
    for (const entry of sorted) this.#entries.push(entry);
    return from;
  }

  /** The entries of an interval, half-open. */
  between(from: number, to: number): AlarmEntry[] {
    return this.#entries.slice(firstFrom(this.#entries, from), firstFrom(this.#entries, to));
  }

  /** Forgets the entries before a time. */
  drop(before: number): void {
    this.#entries.splice(0, firstFrom(this.#entries, before));
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
