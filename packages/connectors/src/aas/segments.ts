import { HttpError } from '../internal/http/http-error.js';
import { addressOf } from '../internal/http/http.js';
import { absolute, type AasClient, isNamedHost, namedHosts, type Question } from './client.js';
import type { Submodel } from './environment.js';
import { recordsOfAnswer } from './segment-answer.js';
import type { AasSettings } from './settings.js';
import type { AasSource } from './source.js';
import { memberOf, segmentsOf, type SeriesRecord, type TimeKind } from './time-series.js';

/** A place that did not answer is left alone for so long, in milliseconds. */
const pause = 60_000;

/** What a time series says of records that are elsewhere, in the value-only form. */
const outside = ['Endpoint', 'Query', 'File', 'Blob'] as const;

/** What tells that such records may have changed. */
const marks = [...outside, 'StartTime', 'EndTime', 'RecordCount', 'LastUpdate'];

/** The time series of one submodel. */
export interface Series {
  readonly submodel: Submodel;
  readonly times: ReadonlyMap<string, TimeKind>;
  readonly variables: readonly string[];
}

interface Pending {
  /** Where it stands, for people. */
  readonly place: string;
  readonly series: Series;
  readonly path: string;
  readonly segment: unknown;
  /** Milliseconds since the epoch. */
  notBefore: number;
}

interface Answer {
  readonly text: string;
  /** Content type. */
  readonly type: string;
}

type Refuse = (place: string, found: string, allowed: string) => void;

/** Reads the records of linked and external segments: once, and again when the submodel says something else of them. */
export class Segments {
  readonly #client: AasClient;
  readonly #settings: AasSettings;
  readonly #source: AasSource;
  readonly #refuse: Refuse;
  readonly #seen = new Map<string, string>();
  readonly #pending = new Map<string, Pending>();

  constructor(client: AasClient, settings: AasSettings, source: AasSource, refuse: Refuse) {
    this.#client = client;
    this.#settings = settings;
    this.#source = source;
    this.#refuse = refuse;
  }

  /** Forgets what was read: all is asked for again. */
  forget(): void {
    this.#seen.clear();
    this.#pending.clear();
  }

  /** Looks for segments in a submodel in its value-only form. */
  find(series: Series, document: unknown): void {
    for (const [path, segment] of segmentsOf(document)) {
      if (outside.every((name) => memberOf(segment, name) === undefined)) continue;
      const key = `${series.submodel.id} ${path}`;
      const said = JSON.stringify(marks.map((name) => memberOf(segment, name)));
      if (this.#seen.get(key) === said) continue;
      this.#seen.set(key, said);
      this.#pending.set(key, { place: key, series, path, segment, notBefore: -Infinity });
    }
  }

  /**
   * The records of the next segment that has not been read; `undefined`: there is none now. What cannot be read is refused,
   * and asked for again later if that may help.
   *
   * @param now - milliseconds since the epoch
   * @throws the reason of the signal after it was aborted
   */
  async next(
    now: number,
    signal: AbortSignal,
  ): Promise<{ readonly id: string; readonly records: SeriesRecord[] } | undefined> {
    for (const [key, pending] of this.#pending) {
      if (now < pending.notBefore) continue;
      this.#pending.delete(key);
      try {
        return { id: pending.series.submodel.id, records: await this.#read(pending) };
      } catch (error) {
        if (signal.aborted || !(error instanceof Error)) throw error;
        this.#refuse(key, error.message, 'records of a time series');
        const { isFinal, retryAfter } =
          error instanceof HttpError ? error : { isFinal: false, retryAfter: 0 };
        if (isFinal) continue;
        pending.notBefore = now + Math.max(pause, retryAfter);
        this.#pending.set(key, pending);
        return { id: pending.series.submodel.id, records: [] };
      }
    }
    return undefined;
  }

  async #read(pending: Pending): Promise<SeriesRecord[]> {
    const { place, series, segment } = pending;
    const answer = blobOf(segment) ?? (await this.#ask(pending));
    if (!answer?.text.trim()) return [];
    const { times, variables } = series;
    const refuse = (at: string, found: unknown, allowed: string): void =>
      this.#refuse(`${place}, ${at}`, String(found ?? 'nothing').slice(0, 200), allowed);
    const records = recordsOfAnswer(answer.text, answer.type, { segment, times, variables }, refuse);
    return records.sort((a, b) => a.time - b.time);
  }

  async #ask(pending: Pending): Promise<Answer | undefined> {
    const { path, segment, series } = pending;
    const endpoint = memberOf(segment, 'Endpoint');
    if (isSaid(endpoint)) return this.#fetch(question(endpoint, memberOf(segment, 'Query')), pending);
    const attachment = (name: string): string | undefined =>
      this.#source.attachment(series.submodel, `${path}.${name}`);
    const file = memberOf(segment, 'File');
    const value = memberOf(file, 'value') ?? file;
    if (isSaid(value)) {
      const isWeb = /^[a-z][a-z\d+.-]*:/i.test(value);
      const url = isWeb
        ? value
        : (attachment('File') ?? new URL(value, absolute(this.#settings.place.url)).href);
      return this.#fetch({ url }, pending);
    }
    if (memberOf(segment, 'Blob') === undefined) return undefined;
    // A submodel comes without its blobs; each is asked for by itself.
    const blob = attachment('Blob')?.replace(/\/attachment$/, '/$value?extent=withBlobValue');
    return blob === undefined ? undefined : blobOf({ Blob: await this.#client.json(blob) });
  }

  async #fetch(asked: Question, { place }: Pending): Promise<Answer | undefined> {
    const url = URL.canParse(asked.url) ? new URL(asked.url) : undefined;
    if (url && isNamedHost(url, this.#settings)) return this.#client.text(asked);
    this.#refuse(place, addressOf(asked.url).slice(0, 200), namedHosts(this.#settings));
    return undefined;
  }
}

/** How the interfaces of historians take a question that is no query component of an address. */
const questions: readonly (readonly [path: RegExp, parameter: string])[] = [
  [/\/api\/v1\/query(_range)?\/?$/, 'query'],
  [/\/(query|api\/v3\/query_(sql|influxql))\/?$/, 'q'],
];

/**
 * A question to the endpoint of a linked segment. `name=value&…` is the query component of the address; anything else goes
 * as InfluxDB and Prometheus take it.
 */
export function question(endpoint: string, query: unknown): Question {
  if (!isSaid(query)) return { url: endpoint };
  const [path] = endpoint.split(/[?#]/);
  if (/\/api\/v2\/query\/?$/.test(path))
    return {
      url: endpoint,
      method: 'POST',
      body: query,
      headers: { 'content-type': 'application/vnd.flux' },
    };
  const joint = endpoint.includes('?') ? '&' : '?';
  if (/^\?|^[\w.-]+=/.test(query)) return { url: endpoint + joint + query.replace(/^\?/, '') };
  const parameter = questions.find(([pattern]) => pattern.test(path))?.[1];
  if (parameter !== undefined) return { url: `${endpoint}${joint}${parameter}=${encodeURIComponent(query)}` };
  throw new HttpError(
    `Query ${query.slice(0, 80)}, allowed: name=value, or an endpoint of InfluxDB or Prometheus`,
    {
      isFinal: true,
    },
  );
}

function isSaid(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function blobOf(segment: unknown): Answer | undefined {
  const blob = memberOf(segment, 'Blob');
  const value = memberOf(blob, 'value');
  if (!isSaid(value)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(value), (letter) => letter.charCodeAt(0));
    return { text: new TextDecoder().decode(bytes), type: String(memberOf(blob, 'contentType') ?? '') };
  } catch {
    throw new HttpError('the blob is no base64', { isFinal: true });
  }
}
