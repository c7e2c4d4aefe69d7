import { exactJson } from '../internal/exact-json.js';
import { HttpError } from '../internal/http/http-error.js';
import { timeOf as writtenTime } from '../internal/payload.js';
import type { HistoryPage, HistoryQuestion } from './historian.js';
import { cells } from '../internal/csv-cells.js';

type Refuse = HistoryQuestion['refuse'];

/**
 * Reads an answer of InfluxDB: JSON of InfluxQL (`/query`, also chunked), annotated CSV of Flux (`/api/v2/query`), or
 * rows of SQL (`/api/v3/query_sql` as JSON or JSON lines). A row without a value is passed over: in InfluxDB that
 * says that nothing was written, not that nothing is known. Of several series of InfluxQL the first one is read.
 *
 * @throws {HttpError} if the answer says that the question failed, or is none
 */
export function influxdbAnswer(text: string, contentType: string, refuse: Refuse): HistoryPage {
  const page: HistoryPage = { times: [], values: [] };
  const only: Only = { series: undefined };
  if (/csv/i.test(contentType)) readCsv(text, page, refuse);
  else for (const document of documents(text)) readDocument(document, page, only, refuse);
  return page;
}

/** Name and tags of the series that is read; long answers come in several documents. */
interface Only {
  series: string | undefined;
}

/** One document, or one a line. */
function documents(text: string): unknown[] {
  try {
    return [exactJson(text)];
  } catch {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line, index) => {
      try {
        return exactJson(line);
      } catch {
        throw new HttpError(`the answer is no JSON in line ${index + 1}`);
      }
    });
  }
}

function readDocument(document: unknown, page: HistoryPage, only: Only, refuse: Refuse): void {
  if (Array.isArray(document)) {
    document.forEach((row: unknown, index) => readObject(row, `[${index}]`, page, refuse));
    return;
  }
  const fields = (document ?? {}) as Readonly<Record<string, unknown>>;
  const { results } = fields;
  const error = fields['error'] ?? (fields['code'] !== undefined ? fields['message'] : undefined);
  if (typeof error === 'string') throw new HttpError(`the historian says: ${error}`, { isFinal: true });
  if (Array.isArray(results))
    (results as unknown[]).forEach((each, index) => readResult(each, index, page, only, refuse));
  else readObject(document, 'row', page, refuse);
}

function readResult(result: unknown, index: number, page: HistoryPage, only: Only, refuse: Refuse): void {
  const { series = [], error } = (result ?? {}) as { series?: unknown; error?: unknown };
  if (typeof error === 'string') throw new HttpError(`the historian says: ${error}`, { isFinal: true });
  for (const [position, one] of (Array.isArray(series) ? (series as unknown[]) : []).entries()) {
    const place = `results[${index}].series[${position}]`;
    const { columns, values, name, tags } = (one ?? {}) as Readonly<Record<string, unknown>>;
    if (!Array.isArray(columns) || !Array.isArray(values)) {
      refuse(place, JSON.stringify(one), 'columns and values');
      continue;
    }
    const series = JSON.stringify([name, tags]);
    only.series ??= series;
    if (series !== only.series) {
      refuse(place, series, 'one series');
      continue;
    }
    const [time, value] = [columns.indexOf('time'), valueColumn(columns as unknown[])];
    for (const [row, each] of (values as unknown[]).entries()) {
      const found = Array.isArray(each) ? (each as unknown[]) : [];
      take(found[time], found[value], `${place}.values[${row}]`, page, refuse);
    }
  }
}

/** The column of the value: the one called so, else the first that is not the time. */
function valueColumn(columns: readonly unknown[]): number {
  const named = columns.findIndex((name) => name === 'value' || name === '_value');
  return named < 0 ? columns.findIndex((name) => name !== 'time' && name !== '_time') : named;
}

function readObject(row: unknown, place: string, page: HistoryPage, refuse: Refuse): void {
  if (typeof row !== 'object' || row === null)
    return refuse(place, JSON.stringify(row), 'an object with time and value');
  const names = Object.keys(row);
  const fields = row as Record<string, unknown>;
  take(fields['time'] ?? fields['_time'], fields[names[valueColumn(names)]], place, page, refuse);
}

/** The columns that do not tell one series from another. */
const notOfSeries = new Set(['', 'result', 'table', '_start', '_stop', '_time', '_value']);

/** Annotated CSV: tables one after another, each with annotations and a head line of its own. */
function readCsv(text: string, page: HistoryPage, refuse: Refuse): void {
  let head: string[] | undefined;
  let known: string | undefined;
  const others = new Set<string>();
  for (const [index, line] of cells(text).entries()) {
    if (line.length <= 1 && (line[0] ?? '') === '') head = undefined;
    else if (line[0].startsWith('#')) head = undefined;
    else if (!head) head = line;
    else if (head.includes('error')) {
      throw new HttpError(`the historian says: ${line[head.indexOf('error')]}`, { isFinal: true });
    } else {
      const names = head;
      const series = line.filter((_, column) => !notOfSeries.has(names[column])).join(', ');
      known ??= series;
      if (series !== known) {
        if (!others.has(series)) refuse(`line ${index + 1}`, series, `one series: ${known}`);
        others.add(series);
        continue;
      }
      // A number stays the text that it is here: a text signal has all its digits, and the zeros before them.
      const value = line[head.indexOf('_value')] || null;
      take(line[head.indexOf('_time')], value, `line ${index + 1}`, page, refuse);
    }
  }
}

function take(time: unknown, value: unknown, place: string, page: HistoryPage, refuse: Refuse): void {
  const at = timeOf(time);
  if (at === undefined) return refuse(place, time, 'a time: milliseconds, seconds or RFC 3339');
  if (value === null || value === undefined) return;
  if (typeof value === 'object')
    return refuse(place, JSON.stringify(value), 'a number, a text or true, false');
  page.times.push(at);
  page.values.push(typeof value === 'number' ? value : String(value));
}

/** A number of milliseconds or seconds (`epoch=ms`), or RFC 3339; rows of SQL write UTC without a zone. */
function timeOf(time: unknown): number | undefined {
  if (typeof time === 'number') return writtenTime(time);
  if (typeof time !== 'string' || !/^\d{4}-\d\d-\d\d[T ]/.test(time)) return undefined;
  const parsed = Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(time) ? time : `${time.replace(' ', 'T')}Z`);
  return Number.isNaN(parsed) ? undefined : parsed;
}
