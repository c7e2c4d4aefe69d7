import type { Condition, ConditionLevel, SignalKind } from '@twinfloor/core';

/** A report of a condition as an agent tells it: the key is its data item. */
export type ConditionReport = Omit<Condition, 'key'>;

/** What was recorded of a signal: a word or number as it stood, or a report of a condition. */
export type RecordedValue = string | ConditionReport;

/** A signal of a recording. */
export interface RecordedSignal {
  readonly name: string;
  readonly kind: SignalKind;
  readonly unit?: string;
  /** What MTConnect calls it, e.g. `EXECUTION`. Default: what its name most likely means. */
  readonly type?: string;
}

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
 * Reads a recording in our own format (`*.twinrec.jsonl`).
 *
 * @throws {RangeError} if it is none; the message names the line
 */
export function readRecording(text: string): AgentRecording {
  const [first, ...lines] = text.replace(/^\ufeff/, '').split('\n');
  const head = parsed(first, 1) as {
    format?: unknown;
    from?: string;
    to?: string;
    signals?: RecordedSignal[];
  };
  if (head?.format !== 'twinfloor-recording-1' || !Array.isArray(head.signals)) {
    throw new RangeError(`invalid recording: ${first.slice(0, 80)}, allowed: format twinfloor-recording-1`);
  }
  const from = Date.parse(head.from ?? '');
  const to = Date.parse(head.to ?? '');
  if (!(from <= to))
    throw new RangeError(`invalid recording: from ${head.from} to ${head.to}, allowed: from ≤ to`);
  const times: number[] = [];
  const signalIndexes: number[] = [];
  const values: RecordedValue[] = [];
  let time = from;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const row = parsed(line, index + 2);
    const [step, signal, value] = Array.isArray(row) ? (row as unknown[]) : [];
    if (typeof step !== 'number' || !head.signals[signal as number]) {
      throw new RangeError(
        `invalid recording, line ${index + 2}: ${line.slice(0, 80)}, allowed: [step, signal, value]`,
      );
    }
    time += step;
    times.push(time);
    signalIndexes.push(signal as number);
    values.push(recordedValue(value, head.signals[signal as number].kind));
  }
  return { signals: head.signals, from, to, times, signalIndexes, values };
}

function recordedValue(value: unknown, kind: SignalKind): RecordedValue {
  if (value === null || value === undefined) return unknownValue(kind);
  if (typeof value === 'object') return value as ConditionReport;
  return kind === 'condition'
    ? { level: levelWords[String(value).toUpperCase()] ?? 'normal' }
    : String(value);
}

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new RangeError(`invalid recording, line ${number}: ${line.slice(0, 80)}, allowed: JSON`);
  }
}
