import { multipartBoundary, MultipartParser } from './multipart.js';
import type { MtconnectSettings } from './settings.js';

/** The agent did not answer, or not with a document. */
export class HttpError extends Error {
  override name = 'HttpError';
  /** Whether trying again is of no use: wrong address or no permission. */
  readonly isFinal: boolean;

  constructor(message: string, isFinal = false) {
    super(message);
    this.isFinal = isFinal;
  }
}

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

/** Asks an agent. Each call ends when the connector has to end, and when nothing was heard for two heartbeats. */
export class AgentClient {
  readonly #base: string;
  readonly #patience: number;
  readonly #signal: AbortSignal;

  constructor({ url, device, heartbeat }: MtconnectSettings, signal: AbortSignal) {
    this.#base = device === undefined ? url : `${url}/${encodeURIComponent(device)}`;
    this.#patience = 2 * heartbeat;
    this.#signal = signal;
  }

  /**
   * Asks for a document or a stream of documents, and calls back with the text of each.
   *
   * @param query - parameters; those that are `undefined` are left out
   * @param stop - ends a stream early
   * @returns whether it was a stream
   * @throws {HttpError | MultipartError} if it was lost or refused; not after the connector was told to end
   */
  async ask(
    request: 'probe' | 'current' | 'sample',
    query: Readonly<Record<string, string | number | undefined>>,
    onDocument: (text: string) => void,
    stop?: AbortSignal,
  ): Promise<boolean> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) parameters.set(name, `${value}`);
    const address = `${this.#base}/${request}`;
    const url = parameters.size > 0 ? `${address}?${parameters}` : address;
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isSilent = false;
    const heard = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        isSilent = true;
        abort();
      }, this.#patience);
    };
    for (const signal of [this.#signal, stop]) signal?.addEventListener('abort', abort);
    if (this.#signal.aborted || stop?.aborted) abort();
    heard();
    try {
      const response = await fetch(url, {
        signal: controller.signal,
        headers: { Accept: 'text/xml, multipart/mixed' },
        cache: 'no-store',
      });
      return await read(response, address, heard, onDocument);
    } catch (error) {
      if (isSilent) throw new HttpError(`${address}: nothing heard for ${this.#patience / 1000} s`);
      if (controller.signal.aborted) return true;
      if (error instanceof TypeError) throw new HttpError(`${address}: ${reasonOf(error)}`);
      throw error;
    } finally {
      clearTimeout(timer);
      for (const signal of [this.#signal, stop]) signal?.removeEventListener('abort', abort);
      // Where reading ended with an error, the rest of the answer is not waited for.
      abort();
    }
  }
}

async function read(
  response: Response,
  address: string,
  heard: () => void,
  onDocument: (text: string) => void,
): Promise<boolean> {
  const type = response.headers.get('content-type');
  const boundary = multipartBoundary(type);
  if (boundary === undefined) {
    const text = await response.text();
    // Error documents come with many a status, also with 200.
    const isDocument = /^[^<]*<(\?xml|!--|[\w:]*MTConnect)/.test(text);
    if (!response.ok && !isDocument) {
      throw new HttpError(
        `${address}: HTTP ${response.status}`,
        [401, 403, 404, 410].includes(response.status),
      );
    }
    if (/\bhtml\b/i.test(type ?? ''))
      throw new HttpError(`${address}: found ${type}, allowed: text/xml`, true);
    onDocument(text);
    return false;
  }
  const parser = new MultipartParser(boundary);
  const decoder = new TextDecoder();
  const reader = response.body!.getReader();
  while (!parser.ended) {
    const { done, value } = await reader.read();
    if (done) break;
    parser.push(value, (content) => {
      heard();
      onDocument(decoder.decode(content));
    });
  }
  throw new HttpError(`${address}: the agent ended the stream`);
}

/** What the network said; Node hides it one level deeper. */
function reasonOf(error: Error): string {
  return error.cause instanceof Error && error.cause.message ? error.cause.message : error.message;
}
