import type { Quality } from '@twinfloor/core';
import type { Submodel, SubmodelElement } from './environment.js';
import { meaningIn } from './reference.js';

/** How the times in the records of a time series are written (IDTA 02008). */
export type TimeKind = 'UtcTime' | 'TaiTime' | 'RelativePointInTime' | 'RelativeDuration';

/** One record: when, and the values by the names of the variables. */
export interface SeriesRecord {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** Default: good. */
  readonly quality?: Quality;
}

/** International atomic time is ahead of UTC by so much since 2017, in milliseconds. */
const leapSeconds = 37_000;

const timeMeaning = /\/TimeSeries\/(UtcTime|TaiTime|RelativePointInTime|RelativeDuration)\//i;

/** Which variables of a time series are times, by name; empty if it is none. */
export function timesOf({ elements }: Submodel): Map<string, TimeKind> {
  const times = new Map<string, TimeKind>();
  const walk = ({ idShort, meanings, children }: SubmodelElement): void => {
    const kind = meaningIn(meanings, timeMeaning)?.[1];
    if (idShort !== undefined && kind && children.length === 0) times.set(idShort, kind as TimeKind);
    for (const child of children) walk(child);
  };
  for (const element of elements) walk(element);
  return times;
}

/** The variables of a time series that are no times, as its metadata name them; empty where they do not. */
export function variablesOf({ elements }: Submodel, times: ReadonlyMap<string, TimeKind>): string[] {
  const named = (list: readonly SubmodelElement[], name: string): readonly SubmodelElement[] =>
    list.find(({ idShort }) => idShort === name)?.children ?? [];
  return named(named(elements, 'Metadata'), 'Record').flatMap(({ idShort }) =>
    idShort === undefined || times.has(idShort) ? [] : [idShort],
  );
}

/** The segments of a time series in the value-only form, by their idShortPaths. */
export function segmentsOf(document: unknown): [path: string, segment: unknown][] {
  const segments = memberOf(document, 'Segments');
  return Array.from(membersOf(segments), ([name, segment]) => [
    Array.isArray(segments) ? `Segments[${name}]` : `Segments.${name}`,
    segment,
  ]);
}

/**
 * The records of the internal segments of a time series in the value-only form.
 *
 * @param onWrong - called with the place of each record whose time cannot be read
 */
export function recordsIn(
  document: unknown,
  times: ReadonlyMap<string, TimeKind>,
  onWrong: (place: string, found: unknown) => void,
): SeriesRecord[] {
  return segmentsOf(document).flatMap(([path, segment]) =>
    recordsOf(memberOf(segment, 'Records'), segment, times, (record, found) =>
      onWrong(`${path}.Records.${record}`, found),
    ),
  );
}

/**
 * The records of a list, or of an object by their names. Relative times are seconds after the start of the segment,
 * durations seconds after the record before (IDTA 02008-1-1, concepts RelativePointInTime, RelativeDuration).
 *
 * @param segment - whose records they are: says when it starts
 * @param onWrong - called with the name or position of each record whose time cannot be read
 */
export function recordsOf(
  list: unknown,
  segment: unknown,
  times: ReadonlyMap<string, TimeKind>,
  onWrong: (record: string | number, found: unknown) => void,
): SeriesRecord[] {
  const records: SeriesRecord[] = [];
  let at = utcOf(memberOf(segment, 'StartTime'));
  for (const [record, values] of membersOf(list)) {
    const [key] = [...times.keys()].filter((each) => memberOf(values, each) !== undefined);
    const raw = key === undefined ? undefined : memberOf(values, key);
    const time = key === undefined ? undefined : timeAt(times.get(key)!, raw, at);
    if (time === undefined || !Number.isFinite(time)) {
      onWrong(record, raw);
      continue;
    }
    if (times.get(key) === 'RelativeDuration') at = time;
    records.push({ time, values: values as Record<string, unknown> });
  }
  return records;
}

function timeAt(kind: TimeKind, raw: unknown, start: number | undefined): number | undefined {
  if (kind === 'UtcTime') return utcOf(raw);
  if (kind === 'TaiTime') return minus(utcOf(raw), leapSeconds);
  const seconds = typeof raw === 'string' && raw.trim() ? Number(raw) : raw;
  return typeof seconds === 'number' && start !== undefined ? start + seconds * 1000 : undefined;
}

/** A moment in milliseconds. The template says UTC, so a time without a zone is UTC. */
function utcOf(raw: unknown): number | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?$/.exec(
    typeof raw === 'string' ? raw.trim() : '',
  );
  const time = match ? Date.parse(match[1] + (match[2] ?? 'Z')) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

function minus(time: number | undefined, milliseconds: number): number | undefined {
  return time === undefined ? undefined : time - milliseconds;
}

/** A member of an object or list; `undefined` where there is none. */
export function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

/** The members of an object or list with their names or positions; none of anything else. */
export function* membersOf(value: unknown): Generator<readonly [name: string | number, member: unknown]> {
  if (Array.isArray(value)) yield* (value as unknown[]).entries();
  else if (typeof value === 'object' && value !== null) yield* Object.entries(value);
}
