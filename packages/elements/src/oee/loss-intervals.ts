import {
  duration,
  type EquipmentOee,
  type EquipmentState,
  type Interval,
  intersection,
  isEquipmentState,
  subtract,
  type Twin,
} from '@twinfloor/core';
import { reasonAt } from '../internal/reason.js';
import type { BreakdownKey } from './breakdown.js';

/** A stretch of time that a row of the explanation is made of. */
export interface LossInterval extends Interval {
  /** Id of the machine. */
  readonly equipment: string;
}

/** Whether a row is made of stretches of time, and not of what was counted in them. */
export function hasIntervals(key: BreakdownKey): key is EquipmentState | 'outsidePlan' {
  return key === 'outsidePlan' || isEquipmentState(key);
}

/** The stretches of time behind a row, the longest first. Together they are the time of the row. */
export function lossIntervals(
  twin: Twin,
  { machines, interval }: EquipmentOee,
  key: EquipmentState | 'outsidePlan',
): LossInterval[] {
  const found: LossInterval[] = [];
  for (const equipment of machines) {
    const planned = twin.calendar.planned(interval, equipment);
    if (key === 'outsidePlan') {
      found.push(...subtract(interval, planned).map((one) => ({ ...one, equipment })));
      continue;
    }
    for (const stretch of stretchesOf(twin, equipment, interval, key)) {
      for (const part of planned) {
        const time = intersection(stretch, part);
        if (time) found.push({ ...time, equipment });
      }
    }
  }
  return found.sort((a, b) => duration(b) - duration(a) || a.from - b.from);
}

/** Where a machine was in a state, without a break; time since its source was last heard is `unknown`. */
function stretchesOf(twin: Twin, id: string, { from, to }: Interval, state: EquipmentState): Interval[] {
  const series = twin.seriesOf(id, 'state', 'state');
  const known = series ? Math.max(from, Math.min(to, twin.knownUntil(id, 'state'))) : from;
  const stretches: Interval[] = [];
  const add = (one: Interval) => {
    const last = stretches[stretches.length - 1] as Interval | undefined;
    if (last?.to === one.from) stretches[stretches.length - 1] = { from: last.from, to: one.to };
    else if (one.from < one.to) stretches.push({ from: one.from, to: one.to });
  };
  for (const segment of series?.segments({ from, to: known }) ?? []) {
    if (segment.state === state) add(segment);
  }
  if (state === 'unknown') add({ from: known, to });
  return stretches;
}

/** Why a machine was in a state, as it was said until the end of that time. */
export function reasonOf(
  twin: Twin,
  { equipment, to }: LossInterval,
  key: BreakdownKey,
  tag: string,
): string {
  return key === 'unknown' || key === 'outsidePlan' ? '' : reasonAt(twin, equipment, to - 1, tag);
}
