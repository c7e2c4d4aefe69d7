import { type Quality, qualityCode } from '../model/quality.js';
import { equipmentStates, isEquipmentState, stateCode } from '../model/equipment-state.js';
import type { ConditionSeries } from '../series/condition-series.js';
import type { CounterSeries } from '../series/counter-series.js';
import type { NumberSeries } from '../series/number-series.js';
import type { StateSeries } from '../series/state-series.js';
import type { TextSeries } from '../series/text-series.js';
import { type ObservationBatch, rowKind } from './observation-batch.js';
import type { Refusals } from './refusals.js';
import type { Signal } from './signal.js';

/**
 * Puts one row of a batch into the series of its signal.
 *
 * @returns whether the row changed anything; `undefined` if it was refused
 */
export function storeRow(
  signal: Signal,
  batch: ObservationBatch,
  row: number,
  refusals: Refusals,
  now: number,
): boolean | undefined {
  const time = batch.times[row];
  const kind = batch.kinds[row];
  const value = batch.values[row];
  const quality = kind === rowKind.empty ? qualityCode.bad : batch.qualities[row];
  if (!Number.isFinite(time)) return refuse(`time ${time}`, 'milliseconds since the epoch');
  const { series } = signal;
  switch (signal.definition.kind) {
    case 'state': {
      if (kind === rowKind.state) {
        return (series as StateSeries).append(time, batch.states[row], batch.texts[value], quality);
      }
      if (kind === rowKind.empty) return (series as StateSeries).append(time, stateCode.unknown, '', quality);
      const word = kind === rowKind.text ? batch.texts[value] : String(value);
      if (!isEquipmentState(word)) return refuse(word, equipmentStates.join(', '));
      return (series as StateSeries).append(time, stateCode[word], word, quality);
    }
    case 'counter':
    case 'number': {
      if (kind === rowKind.empty) return (series as NumberSeries | CounterSeries).append(time, 0, quality);
      if (kind !== rowKind.number) return refuse(wordOf(batch, row), 'a number');
      if (!Number.isFinite(value)) return refuse(String(value), 'a finite number');
      return (series as NumberSeries | CounterSeries).append(time, value, quality);
    }
    case 'text': {
      if (kind === rowKind.empty) return (series as TextSeries).append(time, '', quality);
      if (kind === rowKind.number) return (series as TextSeries).append(time, String(value), quality);
      if (kind === rowKind.condition) return refuse('a condition', 'a text');
      return (series as TextSeries).append(time, batch.texts[value], quality);
    }
    case 'condition': {
      if (kind !== rowKind.condition) return refuse(wordOf(batch, row), 'a condition');
      return (series as ConditionSeries).append(time, batch.conditions[value]);
    }
  }

  function refuse(found: string, allowed: string): undefined {
    refusals.add({ place: signal.address, found: found.slice(0, 200), allowed }, now);
  }
}

function wordOf(batch: ObservationBatch, row: number): string {
  switch (batch.kinds[row]) {
    case rowKind.empty:
      return 'no value';
    case rowKind.number:
      return String(batch.values[row]);
    case rowKind.condition:
      return 'a condition';
    default:
      return `"${batch.texts[batch.values[row]]}"`;
  }
}

/** One observation as an object, for hosts that have a few of them. Connectors use batches. */
export interface Observation {
  /** Address of the signal, e.g. `press-01/power`. */
  readonly signal: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** A canonical state, a number or a text, as the signal is; `undefined`: the source has no value. */
  readonly value: number | string | undefined;
  /** Default `good`. */
  readonly quality?: Quality;
}
