import type { Kpi, KpiWarning } from '../kpi/kpi.js';
import { ratio } from '../kpi/ratio.js';
import { type AlarmPriority, alarmPriorities } from '../model/alarm-types.js';
import { checkInterval, duration, type Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import { untilNow } from '../figures/past.js';
import type { AlarmEntry } from './alarm-track.js';
import { bookOf } from './alarms.js';
import { type FloodInterval, floodsIn } from './flood.js';
import { sourcesOf, type SourcesHeard } from './sources-heard.js';

/** What a rate of alarms is made of. */
export interface AlarmRateInputs extends SourcesHeard {
  /** The time asked about, cut off at the moment of the clock. */
  readonly interval: Interval;
  /** Alarms that people were shown in it. Shelved, suppressed ones and those out of service are not shown. */
  readonly annunciated: number;
  /** What one operator can handle, in the unit of the figure. */
  readonly target: number;
}

/** What the share of a priority is made of. */
export interface AlarmShareInputs extends SourcesHeard {
  readonly interval: Interval;
  /** Alarms of this priority that people were shown. */
  readonly annunciated: number;
  /** Alarms of all priorities that people were shown. */
  readonly all: number;
  /** The share it should have, a fraction of one. */
  readonly target: number;
}

/** How often one alarm was shown. */
export interface FrequentAlarm {
  /** Id of the alarm. */
  readonly alarm: string;
  readonly equipment: string;
  readonly count: number;
  /** Share of all that was shown, a fraction of one. */
  readonly share: number;
}

/** How good the alarms of an equipment are. */
export interface AlarmStatistics {
  /** The time asked about, cut off at the moment of the clock. */
  readonly interval: Interval;
  /** Alarms per ten minutes on average. */
  readonly averagePerTenMinutes: Kpi<AlarmRateInputs>;
  /** Alarms per hour on average. */
  readonly averagePerHour: Kpi<AlarmRateInputs>;
  /** Alarms per day on average. */
  readonly averagePerDay: Kpi<AlarmRateInputs>;
  /** The most alarms in one period of ten minutes; periods are counted from the beginning of the interval. */
  readonly peakPerTenMinutes: Kpi<AlarmRateInputs>;
  /** The most alarms in one hour; hours are counted from the beginning of the interval. */
  readonly peakPerHour: Kpi<AlarmRateInputs>;
  /** Alarms in each ten minutes from the beginning of the interval; the last may be shorter. */
  readonly perTenMinutes: readonly number[];
  /** Share of the periods of ten minutes with more alarms than `peakPerTenMinutes` of the file, a fraction of one. */
  readonly periodsAbovePeak: Kpi<AlarmRateInputs>;
  /** By priority; critical and high count together. */
  readonly shares: Readonly<Record<'high' | 'medium' | 'low', Kpi<AlarmShareInputs>>>;
  /** How often each priority was shown. */
  readonly byPriority: Readonly<Record<AlarmPriority, number>>;
  /** The alarms that were shown most often, the most frequent first, at most ten. */
  readonly mostFrequent: readonly FrequentAlarm[];
  /** When more came than anybody can follow. */
  readonly floods: readonly FloodInterval[];
  /** Share of the time that was in a flood, a fraction of one. */
  readonly floodShare: Kpi<AlarmRateInputs>;
}

const tenMinutes = 600_000;
const hour = 3_600_000;

/**
 * How good the alarms of an equipment and of all below it are, against what one operator can handle. What people were
 * shown counts: each time an alarm was raised, became more urgent, or came from a shelf, unless it was hidden.
 *
 * The targets are those of the workshop file; their defaults are those of EEMUA 191 for the desk of one operator of a
 * process plant.
 *
 * @throws {RangeError} if there is no such equipment or the interval runs backwards
 */
export function alarmStatistics(twin: Twin, equipment: string, interval: Interval): AlarmStatistics {
  checkInterval(interval);
  twin.tree.get(equipment);
  const book = bookOf(twin);
  const { limits } = book.scope.settings;
  const past = untilNow(twin, interval);
  const isBelow = ({ track: { equipment: id } }: AlarmEntry) =>
    id === equipment || twin.tree.ancestors(id).includes(equipment);
  const entries = book.log.entries.filter(isBelow);
  const shown = entries.filter(({ annunciated, time }) => annunciated && time >= past.from && time < past.to);
  const heard = sourcesOf(twin, book, equipment, past);
  const length = duration(past);
  const rate = (unit: number, target: number) =>
    figure(
      ratio(shown.length * unit, length),
      { ...heard, interval: past, annunciated: shown.length, target },
      Infinity,
    );
  const most = (period: number, target: number) => {
    const counts = countsPer(shown, past, period);
    const annunciated = Math.max(0, ...counts);
    const value = counts.length > 0 ? annunciated : undefined;
    return figure(value, { ...heard, interval: past, annunciated, target }, Infinity);
  };
  const perTenMinutes = countsPer(shown, past, tenMinutes);
  const above = perTenMinutes.filter((count) => count > limits.peakPerTenMinutes).length;
  const floods = floodsIn(entries, limits, past);
  const flooded = floods.reduce((sum, flood) => sum + duration(flood), 0);
  const byPriority = countsBy(shown);
  const inputs = { ...heard, interval: past, annunciated: shown.length, target: 0 };
  const share = (annunciated: number, target: number): Kpi<AlarmShareInputs> =>
    figure(ratio(annunciated, shown.length), {
      ...heard,
      interval: past,
      annunciated,
      all: shown.length,
      target,
    });
  return {
    interval: past,
    averagePerTenMinutes: rate(tenMinutes, limits.averagePerTenMinutes),
    averagePerHour: rate(hour, limits.averagePerTenMinutes * 6),
    averagePerDay: rate(24 * hour, limits.averagePerTenMinutes * 144),
    peakPerTenMinutes: most(tenMinutes, limits.peakPerTenMinutes),
    peakPerHour: most(hour, limits.peakPerTenMinutes * 6),
    perTenMinutes,
    periodsAbovePeak: figure(ratio(above, perTenMinutes.length), inputs),
    shares: {
      high: share(byPriority.critical + byPriority.high, limits.shares.high),
      medium: share(byPriority.medium, limits.shares.medium),
      low: share(byPriority.low, limits.shares.low),
    },
    byPriority,
    mostFrequent: mostFrequentOf(shown),
    floods,
    floodShare: figure(ratio(flooded, length), inputs),
  };
}

/**
 * A figure with what it was made of.
 *
 * @param high - how high it may really be where something is missing: nobody knows what came while sources were away, so a
 *   rate has no limit then; absent: nothing can be said
 */
function figure<Inputs extends SourcesHeard & { readonly interval: Interval }>(
  value: number | undefined,
  inputs: Inputs,
  high?: number,
): Kpi<Inputs> {
  const time = duration(inputs.interval) * inputs.sources;
  const coverage = ratio(inputs.heardTime, time);
  const isWhole = coverage === 1;
  const warnings: KpiWarning[] = [];
  if (inputs.sources === 0) warnings.push({ key: 'noAlarmSources', subjects: [] });
  if (inputs.sources === 0) value = undefined;
  const most = isWhole ? value : high;
  const bounds = value === undefined || most === undefined ? undefined : { low: value, high: most };
  return { value, bounds, coverage, inputs, warnings };
}

function countsPer(shown: readonly AlarmEntry[], { from, to }: Interval, period: number): number[] {
  const counts = new Array<number>(Math.ceil((to - from) / period)).fill(0);
  for (const { time } of shown) counts[Math.floor((time - from) / period)] += 1;
  return counts;
}

function countsBy(shown: readonly AlarmEntry[]): Record<AlarmPriority, number> {
  const counts: Record<AlarmPriority, number> = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const { told } of shown) counts[told?.priority ?? alarmPriorities[3]] += 1;
  return counts;
}

function mostFrequentOf(shown: readonly AlarmEntry[]): FrequentAlarm[] {
  const counts = new Map<AlarmEntry['track'], number>();
  for (const { track } of shown) counts.set(track, (counts.get(track) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a.id < b.id ? -1 : 1)).slice(0, 10);
  return sorted.map(([{ id, equipment }, count]) => ({
    alarm: id,
    equipment,
    count,
    share: count / shown.length,
  }));
}
