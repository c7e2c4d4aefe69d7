import { cells } from '../internal/csv-cells.js';
import type { HistoryPage } from '../history/historian.js';
import { influxdbAnswer } from '../history/influxdb-answer.js';
import { jsonAnswer } from '../history/json-answer.js';
import { prometheusAnswer } from '../history/prometheus-answer.js';
import { exactJson } from '../internal/exact-json.js';
import { HttpError } from '../internal/http/http-error.js';
import { memberOf, membersOf, recordsOf, type SeriesRecord, type TimeKind } from './time-series.js';

/** What is known of the records that are asked for. */
export interface ExpectedRecords {
  /** The segment in the value-only form. */
  readonly segment: unknown;
  readonly times: ReadonlyMap<string, TimeKind>;
  /** The variables that are no times. */
  readonly variables: readonly string[];
}

type Refuse = (place: string, found: unknown, allowed: string) => void;

/** Times in answers of historians, which know nothing of the names in the metadata. */
const usualTimes: ReadonlyMap<string, TimeKind> = new Map([
  ['time', 'UtcTime'],
  ['_time', 'UtcTime'],
]);

/**
 * The records in a file or in an answer: CSV whose first line has the names of the variables, JSON with a list of records,
 * also below `Records`; or an answer of InfluxDB, Prometheus or JSON with one value a row, where the record has one
 * variable.
 *
 * @throws {HttpError} if it is none of these, or says that the question failed
 */
export function recordsOfAnswer(
  text: string,
  contentType: string,
  { segment, times, variables }: ExpectedRecords,
  refuse: Refuse,
): SeriesRecord[] {
  const isJson = /^\s*[[{]/.test(text);
  const document = isJson ? jsonOf(text) : undefined;
  const list = isJson ? (memberOf(document, 'Records') ?? document) : rowsOf(text);
  const known = timesIn(list, times, variables);
  if (known) {
    return recordsOf(list, segment, known, (record, found) =>
      refuse(`record ${record}`, found, 'a record with a time'),
    );
  }
  if (variables.length !== 1) {
    throw new HttpError(
      `the answer has no records, allowed: records with ${[...times.keys(), ...variables].join(', ').slice(0, 100)}`,
      { isFinal: true },
    );
  }
  return recordsOfPage(pageOf(text, contentType, document, refuse), variables[0]);
}

/** Under which names the times stand in a list of records; `undefined`: it is no such list. */
function timesIn(
  list: unknown,
  times: ReadonlyMap<string, TimeKind>,
  variables: readonly string[],
): ReadonlyMap<string, TimeKind> | undefined {
  const has = (row: unknown, names: Iterable<string>): boolean =>
    [...names].some((name) => memberOf(row, name) !== undefined);
  let usual: ReadonlyMap<string, TimeKind> | undefined;
  for (const [, row] of membersOf(list)) {
    if (has(row, times.keys())) return times;
    if (has(row, usualTimes.keys()) && has(row, variables)) usual = usualTimes;
  }
  return usual;
}

function pageOf(text: string, contentType: string, document: unknown, refuse: Refuse): HistoryPage {
  if (document === undefined) return influxdbAnswer(text, 'text/csv', refuse);
  if (memberOf(document, 'status') !== undefined) return prometheusAnswer(document, refuse);
  if (!Array.isArray(document)) return influxdbAnswer(text, contentType, refuse);
  return jsonAnswer(document, {}, refuse);
}

function recordsOfPage({ times, values, qualities }: HistoryPage, variable: string): SeriesRecord[] {
  return times.map((time, index) => ({
    time,
    values: { [variable]: values[index] },
    quality: qualities?.[index] ?? 'good',
  }));
}

/** The lines of CSV below the first as records; an empty cell says nothing. */
function rowsOf(text: string): Record<string, string>[] {
  const [head = [], ...lines] = cells(text);
  const names = head.map((name) => name.trim());
  const rows: Record<string, string>[] = [];
  for (const line of lines) {
    // Names may be anything, also those that every object has.
    const row: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const [column, name] of names.entries()) {
      const cell = line[column]?.trim();
      if (name && cell) row[name] = cell;
    }
    if (Object.keys(row).length > 0) rows.push(row);
  }
  return rows;
}

function jsonOf(text: string): unknown {
  try {
    return exactJson(text);
  } catch (error) {
    throw new HttpError(`it is no JSON: ${(error as Error).message.slice(0, 100)}`, { isFinal: true });
  }
}
