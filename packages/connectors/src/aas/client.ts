import type { ConnectorSettings } from '@twinfloor/core';
import { type Credentials, credentialsOf } from '../internal/credentials.js';
import { exactJson } from '../internal/exact-json.js';
import { HttpError } from '../internal/http/http-error.js';
import {
  addressOf,
  ask,
  bytesOf,
  type ContentTypes,
  type HttpRequest,
  jsonTypes,
  largestBody,
} from '../internal/http/http.js';
import type { AasSettings } from './settings.js';

/** What a server is asked once. */
export type Question = Pick<HttpRequest, 'url' | 'method' | 'body' | 'headers' | 'types'>;

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

  /**
   * The text of an answer and its content type. A redirect is not followed: it may lead to a host that the workshop file
   * does not name.
   *
   * @throws {HttpError} if the server does not give it
   */
  async text(question: Question): Promise<{ readonly text: string; readonly type: string }> {
    const credentials = (await this.#credentials(question.url)) ?? {};
    const request = { ...question, signal: this.#signal, patience: this.#timeout, credentials };
    return ask(request, async (response) => ({
      text: new TextDecoder().decode(await bytesOf(response, largestBody)),
      type: response.headers.get('content-type') ?? '',
    }));
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
        throw new HttpError(`${addressOf(url)} sent no list, allowed: an object with result`, {
          isFinal: true,
        });
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
    const credentials = await this.#credentials(url);
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

  async #credentials(url: string): Promise<Credentials | undefined> {
    return absolute(url).origin === this.#origin ? credentialsOf(this.#entry) : undefined;
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

/** Whether a host is the entry's own, or one that it names, and the address says nothing else: no user name, http only. */
export function isNamedHost(url: URL, { place, hosts }: AasSettings): boolean {
  const isNamed = url.host === absolute(place.url).host || hosts.includes(url.host);
  return isNamed && /^https?:$/.test(url.protocol) && !url.username && !url.password;
}

/** What {@link isNamedHost} allows, in words. */
export function namedHosts({ place, hosts }: AasSettings): string {
  return `http or https, on ${[absolute(place.url).host, ...hosts].join(', ')} (more in hosts)`;
}

function jsonOf(bytes: Uint8Array, url: string): unknown {
  try {
    return exactJson(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new HttpError(
      `${addressOf(url)} sent no JSON: ${error instanceof Error ? error.message.slice(0, 100) : ''}`,
    );
  }
}
