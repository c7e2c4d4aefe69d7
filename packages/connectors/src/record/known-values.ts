import type {
  ConditionSeries,
  CounterSeries,
  NumberSeries,
  Quality,
  Signal,
  StateSeries,
  TextSeries,
  Twin,
} from '@twinfloor/core';
import type { RecordedValue } from '../replay/recording.js';

/** What one signal says at a moment. */
export interface KnownValue {
  readonly signal: Signal;
  readonly value: RecordedValue;
  readonly quality: Quality;
}

/** What all signals of a twin say at a time; those that were never observed are left out. */
export function* knownValues(twin: Twin, time: number): Generator<KnownValue> {
  let signal: Signal | undefined;
  for (let handle = 0; (signal = twin.signalOf(handle)) !== undefined; handle++) {
    const { series } = signal;
    const index = series.indexAt(time);
    if (index < 0) continue;
    if (series.kind === 'condition') {
      yield* knownConditions(signal, series as ConditionSeries, index, time);
      continue;
    }
    const quality = series.qualityAt(index);
    yield { signal, value: quality === 'bad' ? undefined : valueAt(series, index), quality };
  }
}

/** What is active; where nothing is, that this is known or not, as the last report says it. */
function* knownConditions(
  signal: Signal,
  series: ConditionSeries,
  index: number,
  time: number,
): Generator<KnownValue> {
  const active = series.activeAt(time);
  if (active.length === 0) {
    const { key, level } = series.conditionAt(index);
    const value = { key, level: level === 'unavailable' ? level : 'normal' } as const;
    yield { signal, value, quality: 'good' };
  }
  for (const { since: _, ...condition } of active) yield { signal, value: condition, quality: 'good' };
}

function valueAt(series: Signal['series'], index: number): RecordedValue {
  switch (series.kind) {
    case 'state': {
      const states = series as StateSeries;
      return { state: states.stateAt(index), source: states.sourceAt(index) };
    }
    case 'counter':
      return (series as CounterSeries).readingAt(index);
    case 'number':
      return (series as NumberSeries).valueAt(index);
    default:
      return (series as TextSeries).textAt(index);
  }
}
