import type { SignalKind } from '@twinfloor/core';
import { parseRecording, type RecordedSignal, type RecordedValue as Recorded } from '../replay/recording.js';
import {
  type AgentRecording,
  type ConditionReport,
  levelWords,
  type RecordedValue,
  unavailable,
} from '../replay/shdr.js';

export type { AgentRecording, ConditionReport, RecordedSignal, RecordedValue };
export { levelWords, unavailable };

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

function told(value: Recorded, kind: SignalKind): RecordedValue {
  if (value === undefined) return unknownValue(kind);
  if (typeof value !== 'object') return String(value);
  if ('state' in value) return value.source;
  const { key: _, ...report } = value;
  return report;
}
