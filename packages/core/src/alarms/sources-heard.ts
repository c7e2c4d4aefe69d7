import { intersection, type Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import type { AlarmBook } from './alarm-book.js';

/** From how many signals alarms could come, and for how long these were heard. */
export interface SourcesHeard {
  /** Signals from which alarms come. */
  readonly sources: number;
  /** Milliseconds in which they said something, summed over the signals. */
  readonly heardTime: number;
}

/**
 * From which signals the alarms of an equipment and of all below it come, and for how long they were heard in an interval:
 * not before their first word, not while their source was away, and not after it was last heard when it has fallen silent.
 */
export function sourcesOf(twin: Twin, book: AlarmBook, equipment: string, interval: Interval): SourcesHeard {
  let sources = 0;
  let heardTime = 0;
  for (const { equipment: id, series, definition } of book.sources) {
    if (id !== equipment && !twin.tree.ancestors(id).includes(equipment)) continue;
    sources += 1;
    if (series.length === 0) continue;
    const known = intersection(interval, { from: -Infinity, to: twin.knownUntil(id, definition.name) });
    if (known) heardTime += series.covered(known);
  }
  return { sources, heardTime };
}
