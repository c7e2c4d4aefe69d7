import { type SixBigLosses, losses, sumOfLossInputs } from '../kpi/losses/losses.js';
import { type MachineLosses, machineLosses } from '../kpi/losses/machine-losses.js';
import type { KeyedTime } from '../kpi/losses/pareto.js';
import type { Text } from '../model/text.js';
import { type Interval, intersection } from '../time/interval.js';
import { equipmentLosses, type EquipmentLossOptions } from './equipment-losses.js';
import { gatheredWarnings } from './gathered-warnings.js';
import { lossRecord, lossRules } from './loss-record.js';
import type { Twin } from '../twin/twin.js';

/** What losses can be told apart by. */
export type LossGroup = 'machine' | 'product' | 'shift';

/** The losses of one machine, product or shift. */
export interface LossesOfGroup extends SixBigLosses {
  /** Id of the machine or the product, name of the shift; `undefined`: time outside of shifts, or without a product. */
  readonly key: Text | undefined;
}

/**
 * The losses of an equipment by machine, product or shift, in the order in which they first appear. Their times add up to those of
 * {@link equipmentLosses}.
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentLossesBy(
  twin: Twin,
  equipment: string,
  interval: Interval,
  by: LossGroup,
  options: EquipmentLossOptions = {},
): LossesOfGroup[] {
  const { interval: past, machines } = equipmentLosses(twin, equipment, interval, options);
  if (by === 'machine') {
    return machines.map((id) => ({ ...equipmentLosses(twin, id, interval, options), key: id }));
  }
  const rules = { ...lossRules(twin), ...options };
  const groups = new Map<Text | undefined, { readonly parts: MachineLosses[]; readonly ids: string[] }>();
  for (const id of machines) {
    const record = lossRecord(twin, id);
    const planned = twin.calendar.planned(past, id);
    for (const [key, times] of timesByKey(keyedTimes(twin, id, past, by))) {
      const group = groups.get(key) ?? { parts: [], ids: [] };
      group.parts.push(machineLosses(record, times, cut(planned, times), rules));
      group.ids.push(id);
      groups.set(key, group);
    }
  }
  return Array.from(groups, ([key, { parts, ids }]) => {
    const figures = losses(sumOfLossInputs(parts.map(({ input }) => input)));
    return { ...figures, warnings: [...figures.warnings, ...gatheredWarnings(parts, ids)], key };
  });
}

/** The times of an interval by the shift or the product that had them, in time order, without holes. */
export function keyedTimes(
  twin: Twin,
  machine: string,
  past: Interval,
  by: 'product' | 'shift',
): KeyedTime<Text>[] {
  if (by === 'shift') return shiftTimes(twin, past);
  const products = twin.seriesOf(machine, 'product', 'text')?.segments(past);
  return (
    products?.map(({ from, to, text }) => ({ from, to, key: text || undefined })) ?? [
      { ...past, key: undefined },
    ]
  );
}

/** Where two shifts overlap, the one that began last has the time. */
function shiftTimes({ calendar }: Twin, past: Interval): KeyedTime<Text>[] {
  const borders = new Set([past.from, past.to]);
  for (const shift of calendar.shifts(past)) {
    for (const time of [shift.from, shift.to]) if (time > past.from && time < past.to) borders.add(time);
  }
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(1).map((to, index) => {
    const from = sorted[index];
    return { from, to, key: calendar.shiftAt(from)?.name };
  });
}

function timesByKey(times: readonly KeyedTime<Text>[]): Map<Text | undefined, KeyedTime<Text>[]> {
  const byKey = new Map<Text | undefined, KeyedTime<Text>[]>();
  for (const time of times) {
    const known = byKey.get(time.key);
    if (known) known.push(time);
    else byKey.set(time.key, [time]);
  }
  return byKey;
}

function cut(planned: readonly Interval[], times: readonly Interval[]): Interval[] {
  return times.flatMap((time) => planned.flatMap((part) => intersection(time, part) ?? []));
}
