import { ConditionSeries } from '../series/condition-series.js';
import { CounterSeries } from '../series/counter-series.js';
import { NumberSeries } from '../series/number-series.js';
import { StateSeries } from '../series/state-series.js';
import { TextSeries } from '../series/text-series.js';
import type { AnySeries, SeriesColumns } from './series-columns.js';

/**
 * Makes a series of columns again. It answers as the one it was copied from, as far as observations were copied.
 *
 * @throws {RangeError} if the columns are of no kind of series, or a time or value is not a finite number
 */
export function seriesOf(columns: SeriesColumns): AnySeries {
  const series = emptySeries(columns);
  const { times, qualities = none, states = none, values = none } = columns;
  const { words = [], wordCodes = none, conditions = [] } = columns;
  // One loop for each kind, so that the engine inlines its append.
  const { length } = times;
  switch (series.kind) {
    case 'state':
      for (let index = 0; index < length; index++)
        series.append(times[index], states[index], words[wordCodes[index]], qualities[index]);
      break;
    case 'text':
      for (let index = 0; index < length; index++)
        series.append(times[index], words[wordCodes[index]], qualities[index]);
      break;
    case 'condition':
      for (let index = 0; index < length; index++) series.append(times[index], conditions[index]);
      break;
    default:
      for (let index = 0; index < length; index++)
        series.append(times[index], values[index], qualities[index]);
  }
  return series;
}

const none = new Uint8Array(0);

function emptySeries({ columnsOf, options }: SeriesColumns): AnySeries {
  switch (columnsOf) {
    case 'state':
      return new StateSeries();
    case 'counter':
      return new CounterSeries(options);
    case 'number':
      return new NumberSeries();
    case 'text':
      return new TextSeries();
    case 'condition':
      return new ConditionSeries();
    default:
      throw new RangeError(`invalid columns: ${String(columnsOf)}, allowed: those of seriesColumns()`);
  }
}
