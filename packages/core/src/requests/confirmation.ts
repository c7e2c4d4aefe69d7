import { qualityCode } from '../model/quality.js';
import { type ObservationBatch, rowKind } from '../twin/observation-batch.js';
import type { Signal } from '../twin/signal.js';
import type { Twin } from '../twin/twin.js';

/** The clock of a source may be this far behind ours, in milliseconds, and still confirm. */
const tolerableLag = 5_000;

/**
 * Waits for an observation that shows that a request was done. It has to
 *
 * - arrive after the request and from the source that keeps the signal current, not from a record of the past,
 * - be stamped later than what was known of the signal before, and at most five seconds before the request, so that a
 *   delayed message is not taken for the answer,
 * - be of good quality and hold the value.
 *
 * @param isDone - whether a value is what was asked for
 * @returns how to end waiting
 */
export function awaitConfirmation(
  twin: Twin,
  signal: Signal,
  isDone: (value: number | string) => boolean,
  confirmed: () => void,
): () => void {
  const after = Math.max(signal.series.lastTime ?? -Infinity, twin.clock.latest - tolerableLag);
  return twin.tap((batch, connection) => {
    if (connection !== signal.connection) return;
    for (let row = 0; row < batch.length; row++) {
      if (batch.signals[row] !== signal.handle || !(batch.times[row] > after)) continue;
      if (batch.qualities[row] !== qualityCode.good) continue;
      const value = valueOf(batch, row);
      if (value === undefined || !isDone(value)) continue;
      confirmed();
      return;
    }
  });
}

function valueOf(batch: ObservationBatch, row: number): number | string | undefined {
  const value = batch.values[row];
  switch (batch.kinds[row]) {
    case rowKind.number:
      return value;
    case rowKind.text:
      return batch.texts[value];
    default:
      return undefined;
  }
}
