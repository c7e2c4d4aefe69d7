import { type Condition, equipmentStates, type ObservationBatch, qualities, rowKind } from '@twinfloor/core';

/** Some observations as the database keeps them: the columns of a batch, with the addresses of the signals. */
export interface Stretch {
  /** Time of the oldest and of the newest observation, in milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  readonly addresses: readonly string[];
  /** Positions in `addresses`. */
  readonly signals: Uint32Array;
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly qualities: Uint8Array;
  readonly kinds: Uint8Array;
  readonly states: Uint8Array;
  readonly texts: readonly string[];
  readonly conditions: readonly Condition[];
}

/** The rows of a batch, at least one, as a stretch of their own. */
export function stretchOf(batch: ObservationBatch, address: (signal: number) => string): Stretch {
  const { length } = batch;
  const positions = new Map<number, number>();
  const addresses: string[] = [];
  let [from, to] = [Infinity, -Infinity];
  const signals = batch.signals.slice(0, length);
  for (let row = 0; row < length; row++) {
    let position = positions.get(signals[row]);
    if (position === undefined) {
      position = addresses.push(address(signals[row])) - 1;
      positions.set(signals[row], position);
    }
    signals[row] = position;
    from = Math.min(from, batch.times[row]);
    to = Math.max(to, batch.times[row]);
  }
  return {
    from,
    to,
    addresses,
    signals,
    times: batch.times.slice(0, length),
    values: batch.values.slice(0, length),
    qualities: batch.qualities.slice(0, length),
    kinds: batch.kinds.slice(0, length),
    states: batch.states.slice(0, length),
    texts: [...batch.texts],
    conditions: [...batch.conditions],
  };
}

/**
 * Adds some rows of one batch or stretch to a batch.
 *
 * @param handle - the signal in the batch that is filled; `undefined` leaves the row out
 */
export function addRows(
  target: ObservationBatch,
  source: Omit<Stretch, 'from' | 'to' | 'addresses'>,
  length: number,
  handle: (signal: number, time: number) => number | undefined,
): void {
  for (let row = 0; row < length; row++) {
    const time = source.times[row];
    const signal = handle(source.signals[row], time);
    if (signal === undefined) continue;
    const value = source.values[row];
    const quality = qualities[source.qualities[row]];
    switch (source.kinds[row]) {
      case rowKind.number:
        target.add(signal, time, value, quality);
        break;
      case rowKind.text:
        target.add(signal, time, source.texts[value], quality);
        break;
      case rowKind.state:
        target.addState(signal, time, equipmentStates[source.states[row]], source.texts[value], quality);
        break;
      case rowKind.condition:
        target.addCondition(signal, time, source.conditions[value]);
        break;
      default:
        target.add(signal, time, undefined);
    }
  }
}
