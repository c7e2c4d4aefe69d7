import type { ConditionLevel } from '@twinfloor/core';

/** One entry of a data set or a table, as it was told. */
export interface SetEntry {
  readonly key: string;
  /** Of a table the cells by their keys; `undefined`: the entry was removed. */
  readonly value: string | Readonly<Record<string, string>> | undefined;
}

/** An observation while it is being read. The same object is used for each, so that none is allocated. */
export class StreamObservation {
  deviceName: string | undefined;
  /** Name of the component's element, e.g. `Path`. */
  component: string | undefined;
  componentName: string | undefined;
  category: 'SAMPLE' | 'EVENT' | 'CONDITION' = 'EVENT';
  /** Name of the element, e.g. `Execution`; of a condition its level. */
  element = '';
  dataItemId = '';
  subType: string | undefined;
  /** Milliseconds since the epoch. */
  time = 0;
  /** `undefined` where the attribute is missing or malformed. */
  sequence: number | undefined;
  /**
   * What it says: a value or `UNAVAILABLE`, the message of a condition, the numbers of a time series with spaces
   * between them. Of a data set or a table: what stands beside its entries.
   */
  text = '';
  /** What was told of a data set or a table; `undefined` where there is no entry. */
  entries: SetEntry[] | undefined;
  /** Why a count or a set began anew just before, e.g. `DAY`. */
  resetTriggered: string | undefined;
  /** Time series only: samples a second; 0 or NaN if it is not told. */
  sampleRate = 0;
  /** Conditions only. */
  level: ConditionLevel = 'normal';
  nativeCode: string | undefined;
  nativeSeverity: string | undefined;
  qualifier: string | undefined;
  /** Conditions only: the type of the data item. */
  type: string | undefined;
}

/** How an element says the level of a condition. */
export const levels: Readonly<Record<string, ConditionLevel>> = {
  Normal: 'normal',
  Warning: 'warning',
  Fault: 'fault',
  Unavailable: 'unavailable',
};

/** What an observation has to have, in words. */
export const observationAllowed = 'a dataItemId, an ISO 8601 timestamp, of a condition its level';
