import type { CounterSeries, Interval, NumberSeries, SignalDefinition, Twin } from '@twinfloor/core';
import type { LineSource } from '../charts/line.js';
import { knows } from '../controllers/signals-controller.js';
import type { Language } from '../internal/language.js';
import { signalLabel } from '../internal/signal-words.js';

/** How a counter is shown: how much came in an hour, or how much came since the range began. */
export type CounterView = 'rate' | 'total';

const hour = 3_600_000;
/** About so many windows of a rate are in a range. */
const rateWindows = 48;
const windows = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440].map((minutes) => minutes * 60_000);

/** One line of a trend. */
export interface TrendLine extends LineSource {
  /** Address of the signal. */
  readonly address: string;
  readonly label: string;
  /** As the workshop file calls it; empty for a number without one. */
  readonly unit: string;
  /** Whether zero belongs on its axis. */
  readonly isAmount: boolean;
  /** Time after which nothing is known because the source is silent; `Infinity` while it is heard. */
  readonly knownUntil: number;
  /** Changes with the observations. */
  readonly revision: number;
  /** Times of its observations, for the keys; `undefined` before the first. */
  readonly series: NumberSeries | CounterSeries | undefined;
  /** The value that held at a time; `undefined` where nothing is known. */
  at(time: number): number | undefined;
  /** Whether the value at a time is of uncertain quality. */
  isUncertainAt(time: number): boolean;
}

/** What of an element the lines depend on. */
export interface TrendRequest {
  readonly equipment: string;
  /** Names of signals, with blanks between. */
  readonly signals: string;
  readonly counters: CounterView;
  readonly range: Interval;
}

/** The lines of the signals that the workshop has and that are numbers; those of another unit than the first are left out. */
export function trendLines(
  twin: Twin,
  { equipment, signals, counters, range }: TrendRequest,
  language: Language,
): TrendLine[] {
  const lines: TrendLine[] = [];
  for (const name of signals.split(/\s+/)) {
    const address = `${equipment}/${name}`;
    if (!name || !knows(twin, address)) continue;
    const { definition } = twin.signal(address);
    const line = lineOf(twin, equipment, definition, { counters, range, language });
    if (line && line.unit === (lines[0]?.unit ?? line.unit)) lines.push(line);
  }
  return lines;
}

interface LineGiven {
  readonly counters: CounterView;
  readonly range: Interval;
  readonly language: Language;
}

function lineOf(
  twin: Twin,
  equipment: string,
  definition: SignalDefinition,
  { counters, range, language }: LineGiven,
): TrendLine | undefined {
  const { name, kind, unit = '' } = definition;
  const common = {
    address: `${equipment}/${name}`,
    label: signalLabel(definition, language),
    knownUntil: twin.knownUntil(equipment, name),
  };
  if (kind === 'number') {
    const series = twin.seriesOf(equipment, name, 'number');
    return {
      ...common,
      unit,
      isAmount: unit === 'kW' || unit === '%' || unit === 'pcs' || unit === '',
      revision: series?.revision ?? 0,
      series,
      at: (time) => series?.at(time)?.value,
      isUncertainAt: (time) => series?.at(time)?.quality === 'uncertain',
      drawColumns: (target, interval, width) =>
        series ? series.drawColumns(target, interval, width) : target.fill(NaN, 0, width * 4),
    };
  }
  if (kind !== 'counter') return undefined;
  const series = twin.seriesOf(equipment, name, 'counter');
  const figure =
    counters === 'total'
      ? (time: number) => totalAt(series, range, time, unit)
      : (time: number) => rateAt(series, windowOf(range, time, twin.clock.now()), common.knownUntil);
  const counted = unit || 'pcs';
  return {
    ...common,
    unit:
      counters === 'total'
        ? counted
        : counted === 'kWh'
          ? 'kW'
          : language.terms.perHour(language.formats.unit(counted).trim()),
    isAmount: true,
    revision: series?.revision ?? 0,
    series,
    at: figure,
    isUncertainAt: () => false,
    drawColumns: (target, { from, to }, width) => {
      for (let column = 0; column < width; column++) {
        const value = figure(from + ((column + 0.5) * (to - from)) / width) ?? NaN;
        target.fill(value, column * 4, column * 4 + 4);
      }
    },
  };
}

/** The window of a rate that holds a time: round, as long in all of a range, and cut off at now. */
export function windowOf(range: Interval, time: number, now: number): Interval {
  const wanted = (range.to - range.from) / rateWindows;
  const length = windows.find((one) => one >= wanted) ?? windows[windows.length - 1];
  const from = Math.floor(time / length) * length;
  return { from, to: Math.min(from + length, Math.max(now, from + 1)) };
}

/** Growth since the range began; pieces belong to the moment of their reading, energy to the time between readings. */
function totalAt(
  series: CounterSeries | undefined,
  { from }: Interval,
  time: number,
  unit: string,
): number | undefined {
  const interval = { from, to: Math.max(from, time) };
  return unit === 'kWh' ? series?.amount(interval) : series?.count(interval);
}

/** Growth in an hour, over the part of a window of which the source tells. */
function rateAt(series: CounterSeries | undefined, window: Interval, knownUntil: number): number | undefined {
  const from = Math.max(window.from, series?.firstTime ?? Infinity);
  const to = Math.min(window.to, knownUntil);
  const amount = to > from ? series?.amount({ from, to }) : undefined;
  return amount === undefined ? undefined : (amount * hour) / (to - from);
}
