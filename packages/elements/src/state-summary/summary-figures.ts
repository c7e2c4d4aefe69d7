import {
  type EquipmentState,
  equipmentStates,
  equipmentStateTimes,
  type Interval,
  stateCode,
  stateCount,
  type Twin,
} from '@twinfloor/core';
import { codeOfPacked } from '../charts/state-marks.js';
import { roundedToSum } from '../internal/largest-remainder.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** What some machines did in one state. */
export interface StateShare {
  readonly state: EquipmentState;
  /** Milliseconds, not rounded. */
  readonly time: number;
  /** In the unit of the summary, rounded so that all rows add up to the whole. */
  readonly units: number;
  /** Tenths of a per cent, rounded in the same way. */
  readonly tenths: number;
  /** How often a machine was in it without a break. */
  readonly count: number;
}

/** What some machines did over an interval, up to the moment of the clock. */
export interface StateSummary {
  /** States that took time, in their canonical order; `unknown` is the time without trustworthy data. */
  readonly rows: readonly StateShare[];
  /** Milliseconds of one unit: a second, a minute or a tenth of an hour, by the length of the whole. */
  readonly unit: number;
  /** Calendar time of all machines together, in milliseconds. */
  readonly total: number;
  /** End of the interval, or the moment of the clock inside it; milliseconds since the epoch. */
  readonly until: number;
}

/** Ids of the machines below an equipment, or of the whole workshop where it is `undefined`. Meters are none. */
export function machinesBelow({ tree }: Twin, equipment: string | undefined): readonly string[] {
  const from = equipment === undefined ? tree.roots : [equipment];
  return from.flatMap((id) => tree.workUnits(id)).filter((id) => tree.get(id).type !== 'meter');
}

/** Sums up machines over an interval. Without machines or before it has begun, nothing has taken time. */
export function stateSummary(twin: Twin, machines: readonly string[], interval: Interval): StateSummary {
  const times = new Float64Array(stateCount);
  const counts = new Uint32Array(stateCount);
  const past = { from: interval.from, to: Math.max(interval.from, Math.min(interval.to, twin.clock.now())) };
  for (const id of machines) {
    equipmentStateTimes(twin, id, interval).forEach((time, code) => (times[code] += time));
    countStates(twin, id, past, counts);
  }
  const total = (past.to - past.from) * machines.length;
  const unit = total <= 10 * minute ? second : total < 24 * hour ? minute : hour / 10;
  const taken = equipmentStates.filter((_, code) => times[code] > 0);
  const parts = taken.map((state) => times[stateCode[state]]);
  const units = roundedToSum(parts.map((time) => time / unit));
  const tenths = roundedToSum(parts.map((time) => (time / total) * 1000));
  const rows = taken.map((state, index) => ({
    state,
    time: parts[index],
    units: units[index],
    tenths: tenths[index],
    count: counts[stateCode[state]],
  }));
  return { rows, unit, total, until: past.to };
}

/** Counts the spans of each state that have time in an interval: a span that began before it is one of it. */
function countStates(twin: Twin, id: string, { from, to }: Interval, counts: Uint32Array): void {
  if (from >= to) return;
  const series = twin.seriesOf(id, 'state', 'state');
  if (!series) {
    counts[stateCode.unknown]++;
    return;
  }
  const { packed, times, start, end } = series;
  const until = Math.min(to, twin.knownUntil(id, 'state'));
  let code = -1;
  const enter = (next: number) => {
    if (next !== code) counts[next]++;
    code = next;
  };
  if (until <= from) return enter(stateCode.unknown);
  let index = start + series.indexAt(from);
  if (index < start) {
    enter(stateCode.unknown);
    index = start;
  }
  for (; index < end && times[index] < until; index++) {
    // Of several observations at one time the later ones hold; a span needs time.
    if (index + 1 < end && times[index + 1] <= Math.max(times[index], from)) continue;
    enter(codeOfPacked[packed[index]]);
  }
  if (until < to) enter(stateCode.unknown);
}
