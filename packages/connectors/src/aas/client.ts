import type { ConnectorSettings } from '@twinfloor/core';
import { credentialsOf } from '../internal/credentials.js';
import { HttpError } from '../internal/http/http-error.js';
import { ask, bytesOf, type ContentTypes, jsonTypes, largestBody } from '../internal/http/http.js';
import { parseJson } from './value-only.js';

/** A list that has more pages goes round in circles. */
const mostPages = 1000;

/** Asks for what Asset Administration Shells are made of. */
export class AasClient {
  readonly #entry: ConnectorSettings;
  readonly #timeout: number;
  readonly #signal: AbortSignal;
  readonly #origin: string;
  readonly #tags = new Map<string, string>();

  /** @param url - the address in the workshop file: credentials go to its host alone */
  constructor(entry: ConnectorSettings, url: string, timeout: number, signal: AbortSignal) {
    this.#entry = entry;
    this.#timeout = timeout;
    this.#signal = signal;
    this.#origin = absolute(url).origin;
  }

  /** @throws {HttpError} if the server does not give it, or it is no JSON */
  async json(url: string): Promise<unknown> {
    return jsonOf(await this.#ask(url, jsonTypes), url);
  }

  /** As `json`, but `undefined` where the server says by its ETag that nothing has changed since it was asked before. */
  async changedJson(url: string): Promise<{ readonly document: unknown } | undefined> {
    const bytes = await this.#ask(url, jsonTypes, this.#tags);
    return bytes && { document: jsonOf(bytes, url) };
  }

  /** The bytes of a file; `undefined` where it has not changed since. */
  changedBytes(url: string): Promise<Uint8Array | undefined> {
    return this.#ask(url, undefined, this.#tags);
  }

  /** Forgets what was heard: the next answers are complete. */
  forget(): void {
    this.#tags.clear();
  }

  /** All items of a list that comes in pages. @throws {HttpError} as `json` */
  async pages(url: string): Promise<unknown[]> {
    const items: unknown[] = [];
    const seen = new Set<string>();
    let address = url;
    for (let page = 0; page < mostPages; page++) {
      const answer = await this.json(address);
      if (Array.isArray(answer)) return [...items, ...(answer as unknown[])];
      const { result, paging_metadata: paging } = (answer ?? {}) as {
        result?: unknown;
        paging_metadata?: unknown;
      };
      if (!Array.isArray(result))
        throw new HttpError(`${url} sent no list, allowed: an object with result`, { isFinal: true });
      for (const item of result) items.push(item);
      const { cursor } = (paging ?? {}) as { cursor?: unknown };
      if (typeof cursor !== 'string' || cursor === '' || seen.has(cursor)) break;
      seen.add(cursor);
      address = `${url}?cursor=${encodeURIComponent(cursor)}`;
    }
    return items;
  }

  async #ask(url: string, types: ContentTypes | undefined): Promise<Uint8Array>;
  async #ask(
    url: string,
    types: ContentTypes | undefined,
    tags: Map<string, string>,
  ): Promise<Uint8Array | undefined>;
  async #ask(
    url: string,
    types: ContentTypes | undefined,
    tags?: Map<string, string>,
  ): Promise<Uint8Array | undefined> {
    const credentials = absolute(url).origin === this.#origin ? await credentialsOf(this.#entry) : undefined;
    const tag = tags?.get(url);
    const headers = tag === undefined ? undefined : { 'If-None-Match': tag };
    const request = { url, signal: this.#signal, patience: this.#timeout, types, headers, credentials };
    return ask(request, async (response) => {
      if (response.status === 304) return undefined;
      const bytes = await bytesOf(response, largestBody);
      const next = response.headers.get('etag');
      if (next !== null) tags?.set(url, next);
      return bytes;
    });
  }
}

/** An identifier in a path: base64url of UTF-8 without padding. */
export function encodedId(id: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(id.slice(0, 4096)));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** An address that may be relative to the page. @throws {TypeError} if it is none */
export function absolute(url: string): URL {
  return new URL(url, (globalThis as { location?: { href?: string } }).location?.href);
}

function jsonOf(bytes: Uint8Array, url: string): unknown {
  try {
    return parseJson(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new HttpError(`${url} sent no JSON: ${error instanceof Error ? error.message.slice(0, 100) : ''}`);
  }
}
