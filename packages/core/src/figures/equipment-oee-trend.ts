import type { Text } from '../model/text.js';
import type { Interval } from '../time/interval.js';
import { equipmentOee, type EquipmentOee } from './equipment-oee.js';
import { machinesOf } from './past.js';
import type { Twin } from '../twin/twin.js';

/** What the steps of a trend are. */
export const trendSteps = ['shift', 'day', 'week'] as const;
export type TrendStep = (typeof trendSteps)[number];

/** The OEE of one shift, production day or week. */
export interface OeeStep extends Interval {
  /** The whole step, the future of a running one included. */
  readonly from: number;
  readonly to: number;
  /** Name of the shift; `undefined` for days and weeks. */
  readonly name: Text | undefined;
  /** Whether it has not ended yet. */
  readonly running: boolean;
  readonly oee: EquipmentOee;
}

/** What a step was made of when it was calculated. */
interface Basis {
  readonly twin: Twin;
  readonly equipment: string;
  readonly observed: number;
}

const made = new WeakMap<OeeStep, Basis>();
const most = 400;

/**
 * The OEE of the last shifts, production days or weeks, from the oldest to the one that runs now or ended last.
 * Without shifts in the calendar a shift is a day.
 *
 * @param count - how many, 1 to 400
 * @param before - the steps of an earlier call, of whatever equipment: those that are over and of which nothing more was
 *   observed are taken from there
 * @throws {RangeError} if there is no such equipment or the count is out of its range
 */
export function equipmentOeeTrend(
  twin: Twin,
  equipment: string,
  by: TrendStep,
  count: number,
  before: readonly OeeStep[] = [],
): readonly OeeStep[] {
  if (!(Number.isInteger(count) && count >= 1 && count <= most)) {
    throw new RangeError(`invalid count: ${count}, allowed: 1 to ${most}`);
  }
  const machines = machinesOf(twin, equipment);
  const now = twin.clock.now();
  return occurrences(twin, by, count).map(({ from, to, name }) => {
    const running = to > now;
    const observed = observedUntil(twin, machines, to);
    const known = before.find((step) => step.from === from && step.to === to && !step.running);
    const basis = known && made.get(known);
    const isSame = basis?.twin === twin && basis.equipment === equipment && basis.observed === observed;
    if (known && !running && isSame) return known;
    const step = { from, to, name, running, oee: equipmentOee(twin, equipment, { from, to }) };
    made.set(step, { twin, equipment, observed });
    return step;
  });
}

interface Occurrence extends Interval {
  readonly name?: Text;
}

function occurrences(twin: Twin, by: TrendStep, count: number): Occurrence[] {
  const found: Occurrence[] = [];
  for (let time = twin.clock.now(); found.length < count; time = found[0].from - 1) {
    const one = occurrenceAt(twin, by, time);
    if (one === undefined) break;
    found.unshift(one);
  }
  return found;
}

function occurrenceAt({ calendar, workshop }: Twin, by: TrendStep, time: number): Occurrence | undefined {
  if (by === 'week') return calendar.week(time);
  if (by === 'day' || workshop.calendar.shifts.length === 0) return calendar.productionDay(time);
  return calendar.latestShift(time);
}

const signals = ['state', 'producedCount', 'goodCount', 'scrapCount', 'reworkCount', 'product'] as const;
const kinds = { state: 'state', product: 'text' } as const;

/** A number that changes with all that can change the figures of the time before a moment. */
function observedUntil(twin: Twin, machines: readonly string[], to: number): number {
  let observed = 0;
  for (const id of machines) {
    for (const name of signals) {
      const kind = name in kinds ? kinds[name as keyof typeof kinds] : 'counter';
      const series = twin.seriesOf(id, name, kind);
      if (series === undefined) continue;
      // Late ones, replaced ones and dropped ones; what is new counts as far as it is not later than the step.
      observed += series.lateCount + series.revision - series.length + series.dropped;
      observed += Math.min(series.lastTime ?? 0, to) / 1e6;
    }
    observed += Math.min(twin.knownUntil(id, 'state'), to) / 1e6;
  }
  return observed;
}
