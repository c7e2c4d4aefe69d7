import type { Refusal } from '@twinfloor/core';
import { readTimeStamp } from '../mtconnect/time-stamp.js';
import type { RecordedSignal, RecordedValue, Recording } from './recording.js';
import { readShdr, unavailable } from './shdr.js';

/**
 * Reads a log as it was written by somebody else: SHDR of an MTConnect adapter, or CSV with a head line and ISO 8601
 * time stamps in its first column. What only ever was a number is a number, all else is text.
 *
 * @throws {RangeError} if it is neither, or holds no observation
 */
export function readLog(text: string, refuse: (refusal: Refusal) => void): Recording {
  const first = text.slice(0, text.search(/\r?\n|$/));
  const recording = first.includes('|') ? fromShdr(text, refuse) : fromCsv(text, refuse);
  if (recording.times.length > 0) return recording;
  throw new RangeError(
    `invalid recording: ${first.slice(0, 80)}, allowed: a recording of ours, SHDR, or CSV whose first column is a time`,
  );
}

function fromShdr(text: string, refuse: (refusal: Refusal) => void): Recording {
  const log = readShdr(text);
  if (log.skippedLines > 0) {
    refuse({ place: 'SHDR', found: `${log.skippedLines} lines`, allowed: 'time|key|value' });
  }
  const values = log.values.map((value, row): RecordedValue => {
    const { name, kind } = log.signals[log.signalIndexes[row]];
    if (typeof value !== 'string') return { key: name, ...value };
    if (kind === 'condition') return { key: name, level: 'unavailable' };
    return kind === 'number' ? numberOf(value) : value;
  });
  return recordingOf(log.signals, [...log.times], [...log.signalIndexes], values);
}

function fromCsv(text: string, refuse: (refusal: Refusal) => void): Recording {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const separator = [',', ';', '\t'].find((mark) => lines[0].includes(mark)) ?? ',';
  const [, ...names] = cellsOf(lines[0], separator);
  const rows: { readonly time: number; readonly cells: readonly string[] }[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line === '') continue;
    const [stamp, ...cells] = cellsOf(line, separator);
    const time = readTimeStamp(stamp);
    if (time !== undefined && cells.length === names.length) rows.push({ time, cells });
    else refuse({ place: `line ${index + 1}`, found: line.slice(0, 200), allowed: lines[0].slice(0, 200) });
  }
  rows.sort((a, b) => a.time - b.time);
  const signals = names.map((name, column): RecordedSignal => {
    const isNumber = rows.every(
      ({ cells }) => cells[column] === '' || Number.isFinite(Number(cells[column])),
    );
    return { name, kind: isNumber ? 'number' : 'text' };
  });
  const times: number[] = [];
  const columns: number[] = [];
  const values: RecordedValue[] = [];
  for (const { time, cells } of rows) {
    for (const [column, cell] of cells.entries()) {
      times.push(time);
      columns.push(column);
      values.push(signals[column].kind === 'number' ? numberOf(cell) : cell || undefined);
    }
  }
  return recordingOf(signals, times, columns, values);
}

function recordingOf(
  signals: readonly RecordedSignal[],
  times: number[],
  positions: number[],
  values: RecordedValue[],
): Recording {
  const head = {
    name: '',
    source: '',
    licence: '',
    from: times[0],
    to: times[times.length - 1] + 1,
    signals,
  };
  return { head, times, signals: positions, values, qualities: values.map(() => 'good') };
}

function numberOf(text: string): number | undefined {
  return text.trim() === '' || text === unavailable ? undefined : Number(text);
}

/** The cells of a line. A cell in quotes may hold the separator, and a quote written twice. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < line.length; index++) {
    const sign = line[index];
    if (sign === '"' && quoted && line[index + 1] === '"') {
      cell += sign;
      index++;
    } else if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  cells.push(cell.trim());
  return cells;
}
