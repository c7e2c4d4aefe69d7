import type { EquipmentState } from '../model/equipment-state.js';
import { type Interval, intersection } from '../time/interval.js';
import { untilNow } from './past.js';
import type { Twin } from '../twin/twin.js';

/** A time in which a machine stood still. */
export interface Stop extends Interval {
  /** Id of the machine. */
  readonly equipment: string;
  /** `unknown`: there was no trustworthy state. */
  readonly state: EquipmentState;
}

/**
 * The longest time without a break in which one of some machines was planned to run and did not; `undefined` where
 * there was none.
 *
 * @param interval - cut off at the moment of the clock
 */
export function longestStop(twin: Twin, machines: readonly string[], interval: Interval): Stop | undefined {
  const past = untilNow(twin, interval);
  let longest: Stop | undefined;
  for (const equipment of machines) {
    const planned = twin.calendar.planned(past, equipment);
    for (const stop of stopsOf(twin, equipment, past)) {
      for (const part of planned) {
        const time = intersection(stop, part);
        if (time && !(longest && longest.to - longest.from >= time.to - time.from)) {
          longest = { ...time, equipment, state: stop.state };
        }
      }
    }
  }
  return longest;
}

/** Where a machine did not run, neighbours of one state as one. */
function stopsOf(twin: Twin, equipment: string, { from, to }: Interval): Stop[] {
  const known = Math.max(from, Math.min(to, twin.knownUntil(equipment, 'state')));
  const segments = twin.seriesOf(equipment, 'state', 'state')?.segments({ from, to: known });
  const stops: Stop[] = [];
  const add = (stop: Stop) => {
    const last = stops[stops.length - 1];
    if (last?.to === stop.from && last.state === stop.state)
      stops[stops.length - 1] = { ...last, to: stop.to };
    else if (stop.from < stop.to) stops.push(stop);
  };
  for (const segment of segments ?? []) {
    if (segment.state !== 'running') {
      add({ from: segment.from, to: segment.to, equipment, state: segment.state });
    }
  }
  add({ from: segments ? known : from, to, equipment, state: 'unknown' });
  return stops;
}
