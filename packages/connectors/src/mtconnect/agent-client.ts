import type { ConnectorSettings } from '@twinfloor/core';
import { credentialsOf } from '../internal/credentials.js';
import { HttpError } from '../internal/http/http-error.js';
import { addressOf, ask, bytesOf } from '../internal/http/http.js';
import { DocumentError } from './document.js';
import { type AgentDocument, formatOf, isMalformed, loadFormat } from './document-format.js';
import { multipartBoundary, MultipartParser } from './multipart.js';
import type { MtconnectSettings } from './settings.js';

/** Longer addresses are refused by some servers; then everything is asked for. */
const longestPath = 4000;

/** The address of an XPath that means just these data items; `undefined` where that would be too long. */
export function pathOf(ids: Iterable<string>): string | undefined {
  const conditions: string[] = [];
  for (const id of ids) {
    if (id.includes('"')) return undefined;
    conditions.push(`@id="${id}"`);
  }
  const path = `//DataItem[${conditions.join(' or ')}]`;
  return path.length > longestPath ? undefined : path;
}

const types = {
  pattern: /^\s*(multipart\/(mixed|x-mixed-replace)|(application|text)\/([\w.+-]*\+)?(xml|json))\b/i,
  allowed: 'text/xml or application/json',
};

/** What a request is asked with, by name; what is `undefined` is left out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/** Asks an agent. Each call ends when the connector has to end, and when nothing was heard for two heartbeats. */
export class AgentClient {
  readonly #entry: ConnectorSettings;
  readonly #settings: MtconnectSettings;
  readonly #base: string;
  readonly #signal: AbortSignal;

  constructor(entry: ConnectorSettings, settings: MtconnectSettings, signal: AbortSignal) {
    const { url, device } = settings;
    this.#entry = entry;
    this.#settings = settings;
    this.#base = device === undefined ? url : `${url}/${encodeURIComponent(device)}`;
    this.#signal = signal;
    // It is most likely needed, and comes while the agent is still thinking. What fails is told when it is needed.
    loadFormat(settings.format).catch(() => {});
  }

  /**
   * Asks for a document or a stream of documents, and calls back with each.
   *
   * @param request - `probe`, `current`, `sample`; `assets` or `asset/…`, which all devices of an agent share
   * @param query - parameters; those that are `undefined` are left out
   * @param stop - ends a stream early
   * @returns whether it was a stream
   * @throws {HttpError | MultipartError} if it was lost or refused; not after the connector was told to end
   */
  async ask(
    request: string,
    query: Query,
    onDocument: (document: AgentDocument) => void,
    stop?: AbortSignal,
  ): Promise<boolean> {
    const { url: base, heartbeat, format } = this.#settings;
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) parameters.set(name, `${value}`);
    const url = `${request.startsWith('asset') ? base : this.#base}/${request}`;
    const signal = stop ? AbortSignal.any([this.#signal, stop]) : this.#signal;
    const credentials = await credentialsOf(this.#entry);
    const wanted = format === 'json' ? 'application/json' : 'text/xml';
    try {
      return await ask(
        {
          url: parameters.size > 0 ? `${url}?${parameters}` : url,
          signal,
          patience: 2 * heartbeat,
          headers: { Accept: `${wanted}, multipart/mixed` },
          credentials,
          types,
          // Error documents come with many a status, also with 200.
          isAnswer: ({ status, headers }) =>
            status >= 400 &&
            ![401, 403, 429, 503].includes(status) &&
            types.pattern.test(headers.get('content-type') ?? ''),
        },
        (response, heard) => read(response, addressOf(url), heard, onDocument),
      );
    } catch (error) {
      if (signal.aborted) return true;
      throw error;
    }
  }
}

async function read(
  response: Response,
  address: string,
  heard: () => void,
  onDocument: (document: AgentDocument) => void,
): Promise<boolean> {
  const decoder = new TextDecoder();
  const boundary = multipartBoundary(response.headers.get('content-type'));
  if (boundary === undefined) {
    const text = decoder.decode(await bytesOf(response));
    try {
      onDocument({ text, format: await formatOf(text) });
    } catch (error) {
      if (response.ok || !(error instanceof DocumentError || isMalformed(error))) throw error;
      throw new HttpError(`${address} answered ${response.status}`, { isFinal: response.status < 500 });
    }
    return false;
  }
  const parser = new MultipartParser(boundary);
  const reader = response.body!.getReader();
  while (!parser.ended) {
    const { done, value } = await reader.read();
    if (done) break;
    const texts: string[] = [];
    parser.push(value, (content) => texts.push(decoder.decode(content)));
    for (const text of texts) {
      heard();
      onDocument({ text, format: await formatOf(text) });
    }
  }
  throw new HttpError(`${address}: the agent ended the stream`);
}
