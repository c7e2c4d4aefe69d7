import { type ObservationBatch, rowKind } from '@twinfloor/core';
import type { RecordedValue } from '../replay/recording.js';

/** What a row of a batch says, as recordings and stores keep it; `undefined`: the source had no value. */
export function rowValue(batch: ObservationBatch, row: number): RecordedValue {
  const value = batch.values[row];
  switch (batch.kinds[row]) {
    case rowKind.number:
      return value;
    case rowKind.text:
      return batch.texts[value];
    case rowKind.state:
      return { state: batch.stateAt(row), source: batch.texts[value] };
    case rowKind.condition:
      return batch.conditions[value];
    default:
      return undefined;
  }
}
