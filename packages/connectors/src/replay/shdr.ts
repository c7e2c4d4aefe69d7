import type { Condition, ConditionLevel, SignalKind } from '@twinfloor/core';
import { readTimeStamp } from '../mtconnect/time-stamp.js';
import type { RecordedSignal } from './recording.js';

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

/** What a log of an adapter holds, and what of it was left out. */
export interface ShdrLog extends AgentRecording {
  /** Assets, in one line or several; they are left out. */
  readonly assetCount: number;
  /** Lines without a time stamp or without a pair of key and value. */
  readonly skippedLines: number;
}

/**
 * Reads a log of an adapter in SHDR: `time|key|value|key|value …`, of a condition
 * `time|key|LEVEL|code|severity|qualifier|text`. Lines may stand in any order of time; time stamps are cut off to
 * milliseconds.
 */
export function readShdr(text: string): ShdrLog {
  const log = new LogReader();
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === '') continue;
    const fields = line.split('|');
    if (!fields[1]?.startsWith('@')) {
      log.add(fields);
      continue;
    }
    if (fields[1] === '@ASSET@') log.assetCount += 1;
    const end = fields[4]?.startsWith('--multiline--') ? lines.indexOf(fields[4], index + 1) : -1;
    if (end > 0) index = end;
  }
  return log.sorted();
}

class LogReader {
  assetCount = 0;
  #skippedLines = 0;
  readonly #indexes = new Map<string, number>();
  readonly #kinds: SignalKind[] = [];
  readonly #rows: { time: number; signal: number; value: RecordedValue }[] = [];

  add(fields: readonly string[]): void {
    const time = readTimeStamp(fields[0]);
    if (time === undefined || fields.length < 3) {
      this.#skippedLines += 1;
      return;
    }
    // Three pairs may look alike; what would be a key then is the qualifier here.
    const isCondition = fields.length === 7 && /^(HIGH|LOW)?$/i.test(fields[5]);
    const level = isCondition ? levelWords[fields[2].toUpperCase()] : undefined;
    if (level) {
      const [, key, , code, severity, qualifier, text] = fields;
      const details = {
        ...(code && { code }),
        ...(severity && { severity }),
        ...(qualifier && { qualifier }),
      };
      this.#push(time, key, 'condition', { level, ...details, ...(text && { text }) });
      return;
    }
    for (let index = 1; index + 1 < fields.length; index += 2) {
      const value = fields[index + 1];
      const isNumber = value.trim() !== '' && Number.isFinite(Number(value));
      const kind = value === unavailable ? undefined : isNumber ? 'number' : 'text';
      this.#push(time, fields[index], kind, value);
    }
  }

  sorted(): ShdrLog {
    const rows = this.#rows.sort((a, b) => a.time - b.time);
    return {
      signals: [...this.#indexes.keys()].map((name, index) => ({ name, kind: this.#kinds[index] ?? 'text' })),
      from: rows[0]?.time ?? 0,
      to: rows.at(-1)?.time ?? 0,
      times: rows.map(({ time }) => time),
      signalIndexes: rows.map(({ signal }) => signal),
      values: rows.map(({ value }) => value),
      assetCount: this.assetCount,
      skippedLines: this.#skippedLines,
    };
  }

  /** @param kind - what the value looks like; a signal that ever said a word is a text */
  #push(time: number, key: string, kind: SignalKind | undefined, value: RecordedValue): void {
    let signal = this.#indexes.get(key);
    if (signal === undefined) {
      signal = this.#indexes.size;
      this.#indexes.set(key, signal);
    }
    if (kind && this.#kinds[signal] !== 'text') this.#kinds[signal] = kind;
    this.#rows.push({ time, signal, value });
  }
}
