import type { ConnectorSettings, Interval } from '@twinfloor/core';
import { credentialsOf } from '../internal/credentials.js';
import { exactJson } from '../internal/exact-json.js';
import { HttpError } from '../internal/http/http-error.js';
import { addressOf, ask, bytesOf } from '../internal/http/http.js';
import { jsonPointer } from '../internal/json-pointer.js';
import type { Historian, HistoryPage, HistoryQuestion } from './historian.js';
import { influxdbAnswer } from './influxdb-answer.js';
import { jsonAnswer } from './json-answer.js';
import { prometheusAnswer } from './prometheus-answer.js';
import type { HistorySettings } from './settings.js';

/** So many pages are read of one answer: a historian that pages in circles must not hold up the others. */
const mostPages = 10_000;

/** Asks a historian over HTTP, page by page. */
export class HttpHistorian implements Historian {
  readonly #entry: ConnectorSettings;
  readonly #settings: HistorySettings;

  constructor(entry: ConnectorSettings, settings: HistorySettings) {
    this.#entry = entry;
    this.#settings = settings;
  }

  async *read(question: HistoryQuestion): AsyncGenerator<HistoryPage> {
    const { url, next } = this.#settings;
    const pointer = next === undefined ? undefined : jsonPointer(next);
    let address = filled(url, question, '', encodeURIComponent);
    let cursor = '';
    const seen = new Set<string>();
    for (let pages = 0; pages < mostPages; pages++) {
      const [text, type] = await this.#ask(address, question, cursor);
      yield this.#answer(text, type, question);
      const following = pointer?.(parsed(text));
      if (following === undefined || following === null || following === '') return;
      const mark = String(following);
      if (seen.has(mark)) throw new HttpError(`${addressOf(url)} names a page twice`, { isFinal: true });
      seen.add(mark);
      if (url.includes('{cursor}') || this.#settings.body?.includes('{cursor}')) {
        cursor = mark;
        address = filled(url, question, cursor, encodeURIComponent);
      } else address = sameHost(mark, address);
    }
  }

  async #ask(url: string, question: HistoryQuestion, cursor: string): Promise<[text: string, type: string]> {
    const { body, bodyType, format, timeout } = this.#settings;
    const encode = bodyType.includes('urlencoded') ? encodeURIComponent : String;
    const credentials = await credentialsOf(this.#entry);
    return ask(
      {
        url,
        signal: question.signal,
        patience: timeout,
        credentials,
        ...(body !== undefined && {
          method: 'POST' as const,
          body: filled(body, question, cursor, encode),
          headers: { 'content-type': bodyType },
        }),
        // These say in the body what is wrong with the question.
        isAnswer: ({ status }) => format !== 'json' && (status === 400 || status === 422),
        types: { pattern: /json|csv|text\/plain/i, allowed: 'JSON or CSV' },
      },
      async (response) => [
        new TextDecoder().decode(await bytesOf(response)),
        response.headers.get('content-type') ?? '',
      ],
    );
  }

  #answer(text: string, type: string, { refuse, interval }: HistoryQuestion): HistoryPage {
    const { format, payload } = this.#settings;
    if (format === 'influxdb') return influxdbAnswer(text, type, refuse);
    const document = parsed(text);
    if (document === undefined) throw new HttpError(`${addressOf(this.#settings.url)} did not send JSON`);
    return format === 'prometheus'
      ? prometheusAnswer(document, refuse, interval.to)
      : jsonAnswer(document, payload, refuse);
  }
}

/** A template with the question filled in. */
export function filled(
  template: string,
  { source, interval: { from, to } }: { readonly source: string; readonly interval: Interval },
  cursor: string,
  encode: (text: string) => string,
): string {
  const iso = (time: number): string => new Date(time).toISOString();
  const places: Readonly<Record<string, string>> = {
    from: iso(from),
    to: iso(to),
    fromSeconds: String(from / 1000),
    toSeconds: String(to / 1000),
    fromMilliseconds: String(from),
    toMilliseconds: String(to),
    source,
    cursor,
  };
  return template.replace(/\{(\w+)\}/g, (_, place: string) => encode(places[place]));
}

/** The address of the next page. Another host than the one that was named is not asked. */
function sameHost(next: string, current: string): string {
  const base = new URL(current, (globalThis as { location?: { href: string } }).location?.href);
  const url = new URL(next, base);
  if (url.origin === base.origin) return url.href;
  throw new HttpError(`${addressOf(current)} leads to ${url.host}, allowed: pages of the same host`, {
    isFinal: true,
  });
}

function parsed(text: string): unknown {
  try {
    return exactJson(text);
  } catch {
    return undefined;
  }
}
