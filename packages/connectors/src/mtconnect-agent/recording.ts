import type { Condition, ConditionLevel, SignalKind } from '@twinfloor/core';
import { parseRecording, type RecordedSignal } from '../replay/recording.js';

export type { RecordedSignal };

/** A report of a condition as an agent tells it: the key is its data item. */
export type ConditionReport = Omit<Condition, 'key'>;

/** What was recorded of a signal: a word or number as it stood, or a report of a condition. */
export type RecordedValue = string | ConditionReport;

/** What a machine said, in time order; ties keep the order of the file. */
export interface AgentRecording {
  readonly signals: readonly RecordedSignal[];
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  readonly times: readonly number[];
  /** Positions in `signals`. */
  readonly signalIndexes: readonly number[];
  readonly values: readonly RecordedValue[];
}

/** What a data item says when nothing is known. */
export const unavailable = 'UNAVAILABLE';

/** The levels of conditions by their word in capitals. */
export const levelWords: Readonly<Record<string, ConditionLevel>> = {
  NORMAL: 'normal',
  WARNING: 'warning',
  FAULT: 'fault',
  UNAVAILABLE: 'unavailable',
};

/** What says of a signal of a kind that nothing is known of it. */
export function unknownValue(kind: SignalKind): RecordedValue {
  return kind === 'condition' ? { level: 'unavailable' } : unavailable;
}

/**
 * Reads a recording in our own format (`*.twinrec.jsonl`) as an agent tells it: numbers are words too.
 *
 * @throws {RangeError} if it is none, or a line cannot be used; the message names the line
 */
export function readRecording(text: string): AgentRecording {
  const { head, times, signals, values } = parseRecording(text, ({ place, found, allowed }) => {
    throw new RangeError(`invalid recording, ${place}: ${found.slice(0, 80)}, allowed: ${allowed}`);
  });
  return {
    signals: head.signals,
    from: head.from,
    to: head.to,
    times,
    signalIndexes: signals,
    values: values.map((value, row) => told(value, head.signals[signals[row]].kind)),
  };
}

function told(value: number | string | Condition | undefined, kind: SignalKind): RecordedValue {
  if (value === undefined) return unknownValue(kind);
  if (typeof value !== 'object') return String(value);
  const { key: _, ...report } = value;
  return report;
}
