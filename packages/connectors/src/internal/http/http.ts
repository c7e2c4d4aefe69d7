import { authorizationHeaders, type HttpCredentials } from './authorization.js';
import { HttpError, retryAfterOf } from './http-error.js';

/** What a server is asked. */
export interface HttpRequest {
  /** Absolute, or relative to the page. */
  readonly url: string;
  /** Ends the request. */
  readonly signal: AbortSignal;
  /** So long nothing may be heard, in milliseconds; see {@link ask}. */
  readonly patience: number;
  /** Default `GET`. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly credentials?: HttpCredentials | undefined;
  /** Content types that may come. Default: all. An answer that does not say its type is taken. */
  readonly types?: ContentTypes;
  /** Whether an answer is read though its status says that something failed: some servers say more in its body. */
  readonly isAnswer?: (response: Response) => boolean;
}

/** Content types that may come. */
export interface ContentTypes {
  readonly pattern: RegExp;
  /** The same in words. */
  readonly allowed: string;
}

/** JSON, also as plain text: many small servers know no other type. */
export const jsonTypes: ContentTypes = {
  pattern: /^\s*(application\/([\w.+-]*\+)?(json|x-ndjson|jsonl)|text\/(json|plain))\b/i,
  allowed: 'application/json',
};

/** A body with more bytes is not read: no page can do anything with it. */
export const largestBody = 64 * 1024 * 1024;

/** Statuses that pass by themselves; the other ones from 400 to 499 stay until somebody changes something. */
const passing = [408, 421, 423, 425, 429];

/**
 * Asks a server and reads its answer: a status of 200 to 299, or 304 where the request made that possible.
 *
 * With credentials a redirect is not followed, as it may lead to somebody who must not have them; nor is one of what is
 * no GET: what is asked of a plant must not end elsewhere, or as the reading of a page that answers 200.
 *
 * @param read - reads the body. The time limit is for all of it, unless it calls `heard`: that begins the time anew
 * @throws {HttpError} if that did not succeed
 * @throws the reason of the signal after it was aborted
 */
export async function ask<T>(
  request: HttpRequest,
  read: (response: Response, heard: () => void) => Promise<T>,
): Promise<T> {
  const { signal, patience } = request;
  const address = addressOf(request.url);
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSilent = false;
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isSilent = true;
      controller.abort();
    }, patience);
  };
  const end = (): void => controller.abort(signal.reason);
  signal.throwIfAborted();
  signal.addEventListener('abort', end);
  heard();
  try {
    const response = await send(request, controller.signal);
    checkAnswer(response, request, address);
    return await read(response, heard);
  } catch (error) {
    signal.throwIfAborted();
    if (isSilent) throw new HttpError(`${address} did not answer within ${patience / 1000} s`);
    if (error instanceof HttpError) throw error;
    // What fetch and the reading of bodies throw; anything else is a mistake of ours.
    if (error instanceof TypeError) throw new HttpError(`${address} cannot be reached: ${reasonOf(error)}`);
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    // Where reading ended early, the rest of the answer is not waited for.
    controller.abort();
  }
}

/** The body of an answer. @throws {HttpError} if it is larger than a limit in bytes */
export async function bytesOf(response: Response, limit = largestBody): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    length += part.value.length;
    if (length > limit) {
      throw new HttpError(
        `${addressOf(response.url)} sent more than ${limit} bytes, allowed: up to so many`,
        { isFinal: true },
      );
    }
    parts.push(part.value);
  }
  if (parts.length === 1) return parts[0];
  const all = new Uint8Array(length);
  let position = 0;
  for (const part of parts) {
    all.set(part, position);
    position += part.length;
  }
  return all;
}

/** An address for people: without user name, query and fragment, where secrets may stand. */
export function addressOf(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/^([a-z][a-z\d+.-]*:\/\/)[^/]*@/i, '$1');
}

function send(
  { url, method, body, headers, credentials }: HttpRequest,
  signal: AbortSignal,
): Promise<Response> {
  const all = authorizationHeaders(credentials);
  for (const [name, value] of Object.entries(headers ?? {})) all.set(name, value);
  return fetch(url, {
    method: method ?? 'GET',
    headers: all,
    body: body ?? null,
    signal,
    cache: 'no-store',
    redirect: credentials || (method ?? 'GET') !== 'GET' ? 'manual' : 'follow',
  });
}

function checkAnswer(
  response: Response,
  { types, isAnswer, headers: asked = {}, credentials }: HttpRequest,
  address: string,
): void {
  const { status, headers } = response;
  // A page does not see where a redirect leads that it does not follow.
  if (response.type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(status)) {
    throw new HttpError(
      `${address} leads to another address, where ${credentials ? 'credentials' : 'requests'} are not sent: name that address instead`,
      { isFinal: true },
    );
  }
  // A store in between may say this to somebody who has nothing yet.
  if (status === 304 && Object.keys(asked).some((name) => /^if-/i.test(name))) return;
  if (!response.ok && !isAnswer?.(response)) {
    const date = Date.parse(headers.get('date') ?? '');
    const retryAfter = retryAfterOf(headers.get('retry-after'), Number.isNaN(date) ? Date.now() : date);
    const isFinal = status >= 400 && status < 500 && !passing.includes(status);
    throw new HttpError(`${address} answered ${status}${meaningOf(status)}`, { isFinal, retryAfter });
  }
  const type = headers.get('content-type');
  if (types && type !== null && !types.pattern.test(type)) {
    throw new HttpError(`${address} sent ${type}, allowed: ${types.allowed}`, { isFinal: true });
  }
}

function meaningOf(status: number): string {
  const meaning = {
    401: 'it does not know who asks',
    403: 'it does not allow this',
    404: 'there is nothing',
    429: 'it is asked too often',
    503: 'it is not available now',
  }[status];
  return meaning === undefined ? '' : `: ${meaning}`;
}

/** What the network said; Node hides it one level deeper. */
function reasonOf(error: Error): string {
  return error.cause instanceof Error && error.cause.message ? error.cause.message : error.message;
}
