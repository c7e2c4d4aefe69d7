import type { AlarmBook } from './alarm-book.js';
import type { AlarmEntry, AlarmTrack } from './alarm-track.js';

/**
 * The first-outs among the alarms that stand at a moment: of each group the alarm with which its trouble began. The
 * trouble of a group lasts until none of its alarms stands; if the alarm with which it began has gone before, none of the
 * others takes its place.
 */
export function firstOuts(
  standing: readonly AlarmEntry[],
  book: AlarmBook,
  time: number,
): ReadonlySet<AlarmTrack> {
  const groups = new Map<string, AlarmEntry[]>();
  for (const entry of standing) {
    if (entry.raisedAt === undefined) continue;
    const group = book.scope.groupOf(entry.track.equipment);
    const members = groups.get(group);
    if (members) members.push(entry);
    else groups.set(group, [entry]);
  }
  const firsts = new Set<AlarmTrack>();
  for (const [group, members] of groups) {
    const first = members.reduce((a, b) => (since(b) < since(a) ? b : a));
    const began = troubleOf(book.tracksOf(group), since(first), time);
    if (began === since(first)) firsts.add(first.track);
  }
  return firsts;
}

/** When the trouble began in which an alarm was raised: back over alarms that stood just before. */
function troubleOf(tracks: readonly AlarmTrack[], raised: number, time: number): number {
  let began = raised;
  for (let isFound = true; isFound;) {
    isFound = false;
    for (const track of tracks) {
      const entry = track.at(began - 1);
      if (entry === undefined || entry.standingSince === undefined || entry.raisedAt === undefined) continue;
      if (entry.standingSince >= began || entry.standingSince > time) continue;
      began = entry.standingSince;
      isFound = true;
    }
  }
  return began;
}

function since({ standingSince, time }: AlarmEntry): number {
  return standingSince ?? time;
}
