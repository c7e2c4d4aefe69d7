import { type EquipmentState, equipmentStates, stateCode, stateCount } from '@twinfloor/core';

/** What a painter reads of a state series: its columns, valid until the series changes. */
export interface StateColumns {
  /** Milliseconds since the epoch, in order, from `start` to `end`. */
  readonly times: Float64Array;
  /** State in bits 0 to 3, quality in bits 4 and 5. */
  readonly packed: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** Index from `start` of the observation that holds at a time; -1 before the first. */
  indexAt(time: number): number;
}

const quietFirst: readonly EquipmentState[] = [
  'running',
  'plannedStop',
  'offline',
  'idle',
  'setup',
  'maintenance',
  'unknown',
  'starved',
  'blocked',
  'fault',
];

/** State codes from the quietest to the loudest: the order of painting, and who wins a pixel that several share. */
export const paintOrder: readonly number[] = quietFirst.map((state) => stateCode[state]);

/** Place of each state code in {@link paintOrder}: the higher, the louder. */
export const loudness = new Uint8Array(stateCount);
paintOrder.forEach((code, place) => (loudness[code] = place));

/** State code of each packed byte; what is of quality `bad` is unknown. */
export const codeOfPacked = Uint8Array.from({ length: 64 }, (_, packed) =>
  packed >> 4 >= 2 || (packed & 15) >= equipmentStates.length ? stateCode.unknown : packed & 15,
);

/** A series of which nothing was observed: unknown all the time. */
export const emptyColumns: StateColumns = {
  times: new Float64Array(0),
  packed: new Uint8Array(0),
  start: 0,
  end: 0,
  indexAt: () => -1,
};
