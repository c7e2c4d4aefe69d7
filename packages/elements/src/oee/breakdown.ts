import { type EquipmentOee, type EquipmentState, equipmentStates, stateCode } from '@twinfloor/core';
import { roundedToSum } from '../internal/largest-remainder.js';

/** What a row of the explanation is about: a total, a loss of its own, or the time in a state. */
export type BreakdownKey =
  | 'calendarTime'
  | 'outsidePlan'
  | 'plannedTime'
  | 'knownPlannedTime'
  | 'runTime'
  | 'speedLoss'
  | 'netRunTime'
  | 'defects'
  | 'goodTime'
  | EquipmentState;

/** A row of the explanation. */
export interface BreakdownRow {
  readonly key: BreakdownKey;
  /** A total stands at the start of the scale; a loss hangs where the total above it ended. */
  readonly total: boolean;
  /** Milliseconds. A loss may be negative: pieces came faster than the ideal cycle allows. */
  readonly time: number;
  /** Whole minutes or seconds, rounded so that losses and totals add up. */
  readonly units: number;
  /** Tenths of a per cent of the calendar time, rounded so that they add up. */
  readonly tenths: number;
  /** Start and end as shares of the calendar time. */
  readonly from: number;
  readonly to: number;
}

/** Where the calendar time went, row by row, down to the time in which good pieces were made. */
export interface Breakdown {
  readonly rows: readonly BreakdownRow[];
  /** Milliseconds of the unit of `units`: a minute, or a second where the whole is under an hour. */
  readonly unit: number;
  /** The longest row as a share of the calendar time: 1, or more where a performance is above 1. */
  readonly scale: number;
}

/** A loss takes time from what is left; a total names what is left. */
type Entry = { readonly loss: BreakdownKey; readonly time: number } | { readonly total: BreakdownKey };

/** Takes an OEE apart into the times that it was made of. Together they are the calendar time. */
export function breakdown(oee: EquipmentOee): Breakdown {
  const { calendarTime } = oee;
  const unit = calendarTime < 3_600_000 ? 1000 : 60_000;
  const entries = entriesOf(oee);
  const times = entries.flatMap((entry) => ('loss' in entry ? [entry.time] : []));
  times.push(times.reduce((rest, time) => rest - time, calendarTime));
  const share = (time: number) => (calendarTime > 0 ? time / calendarTime : 0);
  const units = roundedToSum(times.map((time) => time / unit));
  const tenths = roundedToSum(times.map((time) => share(time) * 1000));
  const left = { time: calendarTime, units: sum(units), tenths: sum(tenths) };
  let next = 0;
  const rows = entries.map((entry): BreakdownRow => {
    if ('total' in entry) return { key: entry.total, total: true, ...left, from: 0, to: share(left.time) };
    const end = share(left.time);
    const loss = { time: entry.time, units: units[next], tenths: tenths[next] };
    next += 1;
    left.time -= loss.time;
    left.units -= loss.units;
    left.tenths -= loss.tenths;
    const from = share(left.time);
    return { key: entry.loss, total: false, ...loss, from: Math.min(from, end), to: Math.max(from, end) };
  });
  return { rows, unit, scale: Math.max(1, ...rows.map(({ to }) => to)) };
}

function entriesOf({ calendarTime, times, inputs }: EquipmentOee): Entry[] {
  const { plannedTime, unknownTime, productionTime, idealTime, idealGoodTime } = inputs;
  const entries: Entry[] = [{ total: 'calendarTime' }];
  const lose = (loss: BreakdownKey, time: number) => {
    if (time !== 0) entries.push({ loss, time });
  };
  lose('outsidePlan', calendarTime - plannedTime);
  entries.push({ total: 'plannedTime' });
  lose('unknown', unknownTime);
  if (unknownTime > 0) entries.push({ total: 'knownPlannedTime' });
  const timeOf = (state: EquipmentState) => times[stateCode[state]];
  equipmentStates
    .filter((state) => state !== 'running' && state !== 'unknown')
    .sort((a, b) => timeOf(b) - timeOf(a))
    .forEach((state) => lose(state, timeOf(state)));
  entries.push({ total: 'runTime' });
  if (idealTime === undefined || idealGoodTime === undefined || productionTime === 0) return entries;
  lose('speedLoss', productionTime - idealTime);
  entries.push({ total: 'netRunTime' });
  lose('defects', idealTime - idealGoodTime);
  entries.push({ total: 'goodTime' });
  return entries;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
