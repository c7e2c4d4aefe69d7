import type { Condition } from '../model/condition.js';
import { qualityCode } from '../model/quality.js';
import type { SignalKind } from '../model/signal.js';
import type { ConditionSeries } from '../series/condition-series.js';
import type { CounterOptions } from '../series/counter-step.js';
import type { CounterSeries } from '../series/counter-series.js';
import type { NumberSeries } from '../series/number-series.js';
import type { StateSeries } from '../series/state-series.js';
import type { TextSeries } from '../series/text-series.js';
import type { Interval } from '../time/interval.js';

/** A series of any kind. */
export type AnySeries = StateSeries | CounterSeries | NumberSeries | TextSeries | ConditionSeries;

/**
 * The observations of a series as plain columns, in time order: what a worker can be given. The typed arrays are
 * copies of their own, each with a buffer of its own, so that they can be transferred.
 */
export interface SeriesColumns {
  /** The kind of the series, and the mark by which columns are known among other data. */
  readonly columnsOf: SignalKind;
  /** Milliseconds since the epoch. */
  readonly times: Float64Array;
  /** Quality codes; of a condition none, since its level says it. */
  readonly qualities?: Uint8Array;
  /** State codes. */
  readonly states?: Uint8Array;
  /** Values of a number, readings of a counter; NaN where the quality is bad. */
  readonly values?: Float64Array;
  /** The position of each observation's word in `words`: texts, or the words of the source of a state. */
  readonly wordCodes?: Uint32Array;
  readonly words?: readonly string[];
  readonly conditions?: readonly Condition[];
  /** Of a counter. */
  readonly options?: CounterOptions;
}

/**
 * Copies a series into columns.
 *
 * @param within - only what figures of this interval depend on: from the last known observation before it to the
 *   first known one at or after its end; of conditions all up to its end, since what is active is made of all of
 *   them. Default: all that is kept. That older observations were dropped from the series is not said.
 */
export function seriesColumns(series: AnySeries, within?: Interval): SeriesColumns {
  const [first, last] = within ? rangeOf(series, within) : [0, series.length];
  const length = last - first;
  const common = {
    columnsOf: series.kind as SignalKind,
    times: series.times.slice(series.start + first, series.start + last),
  };
  if (series.kind === 'condition') {
    return { ...common, conditions: Array.from({ length }, (_, index) => series.conditionAt(first + index)) };
  }
  // Loops, because `from` with a function takes several times as long, on the thread that must not wait.
  const qualities = new Uint8Array(length);
  for (let index = 0; index < length; index++)
    qualities[index] = qualityCode[series.qualityAt(first + index)];
  switch (series.kind) {
    case 'number':
      return {
        ...common,
        qualities,
        values: series.values.slice(series.start + first, series.start + last),
      };
    case 'counter': {
      const values = new Float64Array(length);
      for (let index = 0; index < length; index++) values[index] = series.readingAt(first + index) ?? NaN;
      return { ...common, qualities, values, options: series.options };
    }
    case 'text':
      return { ...common, qualities, ...wordColumns(length, (index) => series.textAt(first + index)) };
    case 'state': {
      const states = new Uint8Array(length);
      for (let index = 0; index < length; index++) states[index] = series.codeAt(first + index);
      return {
        ...common,
        qualities,
        states,
        ...wordColumns(length, (index) => series.sourceAt(first + index)),
      };
    }
  }
}

/** The buffers of columns, to be transferred with them. */
export function buffersOf(columns: SeriesColumns): ArrayBuffer[] {
  return Object.values(columns).flatMap((column: unknown) =>
    ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : [],
  );
}

/** The first index to be taken and the one after the last. */
function rangeOf(series: AnySeries, { from, to }: Interval): [number, number] {
  const { length } = series;
  // Observations of one time lie beside each other in conditions only.
  let last = series.indexAt(to) + 1;
  if (series.kind === 'condition') return [0, last];
  if (last > 0 && series.timeAt(last - 1) === to) last--;
  while (last < length && series.qualityAt(last) === 'bad') last++;
  let first = Math.min(series.indexAt(from), length - 1);
  if (first >= 0 && series.timeAt(first) === from) first--;
  while (first > 0 && series.qualityAt(first) === 'bad') first--;
  return [Math.max(first, 0), Math.min(last + 1, length)];
}

function wordColumns(length: number, wordAt: (index: number) => string) {
  const codes = new Map<string, number>();
  const wordCodes = new Uint32Array(length);
  for (let index = 0; index < length; index++) {
    const word = wordAt(index);
    let code = codes.get(word);
    if (code === undefined) codes.set(word, (code = codes.size));
    wordCodes[index] = code;
  }
  return { wordCodes, words: [...codes.keys()] };
}
