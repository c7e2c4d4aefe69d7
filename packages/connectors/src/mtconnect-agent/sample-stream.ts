import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { AgentRequestError } from './agent-request.js';

/** What a stream sends. */
export interface SampleStreamOptions {
  /** Milliseconds between two looks for something new. */
  readonly interval: number;
  /** A part is sent at least this often, in milliseconds of the wall clock. */
  readonly heartbeat: number;
  readonly headers: Readonly<Record<string, string>> | undefined;
  /** Content type of the parts. */
  readonly type: string;
  /** The next document, whether there is nothing new in it, and whether there is more already. */
  readonly read: () => { text: string; isEmpty: boolean; hasMore: boolean };
  /** The document that tells an error; the stream ends with it. */
  readonly onError: (error: AgentRequestError) => string;
}

/** A multipart answer that goes on until one side ends it. */
export class SampleStream {
  readonly #response: ServerResponse;
  readonly #options: SampleStreamOptions;
  readonly #boundary = randomBytes(16).toString('hex');
  #timer: NodeJS.Timeout | undefined;
  #lastPart = 0;

  constructor(response: ServerResponse, options: SampleStreamOptions) {
    this.#response = response;
    this.#options = options;
  }

  start(): void {
    this.#response.on('close', () => clearTimeout(this.#timer));
    this.#response.writeHead(200, {
      'Content-Type': `multipart/mixed;boundary=${this.#boundary}`,
      'Cache-Control': 'no-store',
      Connection: 'close',
      ...this.#options.headers,
    });
    this.#look();
  }

  #look(): void {
    const { interval, heartbeat, read, onError } = this.#options;
    try {
      const { text, isEmpty, hasMore } = read();
      const isDue = !isEmpty || performance.now() - this.#lastPart >= heartbeat;
      // A slow reader is waited for, so that nothing piles up here.
      if (isDue && !this.#write(text)) this.#response.once('drain', () => this.#later(interval));
      else this.#later(hasMore ? 0 : Math.min(interval, heartbeat));
    } catch (error) {
      if (!(error instanceof AgentRequestError)) throw error;
      this.#write(onError(error));
      this.#response.end(`--${this.#boundary}--\r\n`);
    }
  }

  #later(milliseconds: number): void {
    if (this.#response.destroyed) return;
    this.#timer = setTimeout(() => this.#look(), Math.max(milliseconds, 1));
  }

  #write(text: string): boolean {
    this.#lastPart = performance.now();
    const length = Buffer.byteLength(text);
    const header = `--${this.#boundary}\r\nContent-type: ${this.#options.type}\r\nContent-length: ${length}\r\n\r\n`;
    return this.#response.write(`${header}${text}\r\n`);
  }
}
