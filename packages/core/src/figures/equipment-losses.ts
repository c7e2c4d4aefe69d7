import { wholeOf } from '../kpi/whole-of.js';
import { type SixBigLosses, losses, sumOfLossInputs } from '../kpi/losses/losses.js';
import { compareLosses, type LossComparison } from '../kpi/losses/compare-losses.js';
import { type MachineLosses, machineLosses } from '../kpi/losses/machine-losses.js';
import { standstillEnd } from '../kpi/losses/machine-stops.js';
import type { StartUp } from '../kpi/losses/start-up.js';
import { comparableInterval } from '../time/comparable.js';
import type { Interval } from '../time/interval.js';
import { FigureMemory } from './figure-memory.js';
import { gatheredWarnings } from './gathered-warnings.js';
import { lossRecord, lossRules, statesKnownUntil } from './loss-record.js';
import { amongOthers } from './among-others.js';
import { type IntervalOrList, machinesOf, partsUntilNow } from './past.js';
import { producersAmong } from './producers.js';
import { settledBasis } from './settled-basis.js';
import type { Twin } from '../twin/twin.js';

/** The losses of an equipment with the machines that they are made of. */
export interface EquipmentLosses extends SixBigLosses {
  /** The interval, cut off at the moment of the clock. */
  readonly interval: Interval;
  /** Ids of the machines the figures are made of: those with a basis, or all when none has one. */
  readonly machines: readonly string[];
  /** Ids of those that lack counts or an ideal cycle. Beside machines that have them, they stand in coverage and bounds. */
  readonly withoutBasis: readonly string[];
}

/** What the workshop file does not say of losses. */
export interface EquipmentLossOptions {
  /** What counts as starting up after a set-up; default: only what the catalogue of reasons says. */
  readonly startUp?: StartUp;
}

const memory = new FigureMemory<MachineLosses>();
const sums = new FigureMemory<MachineLosses>();
const wholes = new FigureMemory<EquipmentLosses>();

/**
 * The six big losses and the schedule loss of a machine, or of a line, a workshop or a site: the sum of the losses of those of its
 * machines that its OEE is made of. Reasons and the limit of minor stops come from the workshop file.
 *
 * What was calculated of a machine is remembered until something more is observed of it.
 *
 * @param interval - one or several, cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, an interval runs backwards, or several overlap
 */
export function equipmentLosses(
  twin: Twin,
  equipment: string,
  interval: IntervalOrList,
  options: EquipmentLossOptions = {},
): EquipmentLosses {
  const past = partsUntilNow(twin, interval);
  const ids = producersAmong(twin, machinesOf(twin, equipment));
  const parts = ids.map((id) =>
    sumOfParts(
      twin,
      id,
      past.map((one) => lossesOf(twin, id, one, options)),
    ),
  );
  const whole = wholeOf(past);
  return wholes.get(twin, equipment, [whole.from, whole.to, ...parts], () => rolledUp(ids, parts, whole));
}

function rolledUp(
  ids: readonly string[],
  parts: readonly MachineLosses[],
  interval: Interval,
): EquipmentLosses {
  const someHaveBasis = parts.some(hasBasis);
  const counts = parts.map((part) => !someHaveBasis || hasBasis(part));
  const figures = losses(
    sumOfLossInputs(parts.filter((_, index) => counts[index]).map(({ input }) => input)),
  );
  const others = parts.filter((_, index) => !counts[index]).map(({ input }) => input);
  return {
    ...(others.length === 0 ? figures : amongOthers(figures, sumOfLossInputs(others))),
    interval,
    machines: ids.filter((_, index) => counts[index]),
    withoutBasis: ids.filter((_, index) => !hasBasis(parts[index])),
    warnings: [...figures.warnings, ...gatheredWarnings(parts, ids)],
  };
}

/**
 * The losses of an equipment against those of another time, part by part.
 *
 * @param before - default: the same local times of the last day, or week, that was planned too, see {@link comparableInterval}
 * @throws {RangeError} if there is no such equipment, or an interval runs backwards
 */
export function equipmentLossComparison(
  twin: Twin,
  equipment: string,
  interval: Interval,
  before?: Interval,
  options: EquipmentLossOptions = {},
): LossComparison {
  const now = equipmentLosses(twin, equipment, interval, options);
  // What has not passed yet has nothing to be compared with.
  const earlier = before ?? comparableInterval(twin.calendar, now.interval);
  return compareLosses(now, equipmentLosses(twin, equipment, earlier, options));
}

/** All that the losses of a machine are made of. */
const signals = [
  ['state', 'state'],
  ['producedCount', 'counter'],
  ['goodCount', 'counter'],
  ['scrapCount', 'counter'],
  ['reworkCount', 'counter'],
  ['product', 'text'],
  ['reason', 'text'],
  ['scrapReason', 'text'],
] as const;

const hour = 3_600_000;

/**
 * The losses of one machine. Where the time reaches the present, that of the hours that are over is remembered by itself, so
 * that only the running hour is calculated again while time passes.
 */
function lossesOf(twin: Twin, id: string, past: Interval, options: EquipmentLossOptions): MachineLosses {
  const border = Math.floor(past.to / hour) * hour;
  if (past.to < twin.clock.now() || border <= past.from || border === past.to) {
    return remembered(twin, id, past, options);
  }
  const over = remembered(twin, id, { from: past.from, to: border }, options);
  // Before its first reading a counter has no count, and the whole could have one.
  if (!hasBasis(over)) return remembered(twin, id, past, options);
  const running = remembered(twin, id, { from: border, to: past.to }, options);
  return sumOfParts(twin, id, [over, running]);
}

/** What a machine lost in several times, remembered as long as its parts are. */
function sumOfParts(twin: Twin, id: string, parts: readonly MachineLosses[]): MachineLosses {
  if (parts.length === 1) return parts[0];
  return sums.get(twin, id, parts, () => ({
    input: sumOfLossInputs(parts.map(({ input }) => input)),
    warnings: parts.flatMap(({ warnings }) => warnings),
  }));
}

function remembered(twin: Twin, id: string, past: Interval, options: EquipmentLossOptions): MachineLosses {
  const states = twin.seriesOf(id, 'state', 'state');
  const known = statesKnownUntil(twin, id);
  // A stop at the end is judged by how it went on. When that is over, later observations change nothing.
  const until = states === undefined || known <= past.to ? past.to : standstillEnd(states, past.to, known);
  const { time = -1, goodPieces = -1 } = (options.startUp ?? {}) as Partial<
    Record<'time' | 'goodPieces', number>
  >;
  const basis = [past.from, past.to, Math.min(known, until), time, goodPieces];
  for (const [name, kind] of signals) {
    const [changes, last] = settledBasis(twin.seriesOf(id, name, kind), until);
    basis.push(changes, last);
  }
  return memory.get(twin, id, basis, () => {
    const record = { ...lossRecord(twin, id), statesKnownUntil: Math.min(known, until) };
    return machineLosses(record, [past], twin.calendar.planned(past, id), {
      ...lossRules(twin),
      ...options,
    });
  });
}

function hasBasis({ input }: MachineLosses): boolean {
  return input.idealGoodTime !== undefined;
}
