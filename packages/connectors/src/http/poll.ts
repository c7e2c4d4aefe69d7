import type { ConnectionStatus, ConnectorContext } from '@twinfloor/core';
import { BackOff } from '../internal/back-off.js';
import type { Bindings } from '../internal/bindings.js';
import type { Credentials } from '../internal/credentials.js';
import { addressOf, ask, bytesOf, jsonTypes } from '../internal/http/http.js';
import { HttpError } from '../internal/http/http-error.js';
import { untilAborted } from '../internal/until-aborted.js';
import type { MessageReader } from './message-reader.js';
import type { RestSettings } from './settings.js';

/** What a poll needs of its connector. */
export interface PollHost {
  readonly settings: RestSettings;
  readonly context: ConnectorContext;
  readonly bindings: Bindings;
  readonly reader: MessageReader;
  /** The credentials for an address; `undefined` where none are needed or it must not have them. */
  credentials(url: string): Promise<Credentials | undefined>;
}

/** One address that is asked again and again, while somebody wants what it tells. */
export class Poll {
  /** When it was heard last; `undefined` while it is lost. */
  #heard: number | undefined;
  #lost = -Infinity;
  #wasLive = false;
  #entityTag: string | null = null;
  #lastModified: string | null = null;
  #text: string | undefined;
  readonly #url: string;
  readonly #channel: string;
  readonly #sources: readonly string[];
  readonly #host: PollHost;
  readonly #status: (status: ConnectionStatus) => void;

  /**
   * @param channel - the address as bindings write it; empty for that of the connector
   * @param status - told how this address stands
   */
  constructor(url: string, channel: string, host: PollHost, status: (status: ConnectionStatus) => void) {
    this.#url = url;
    this.#channel = channel;
    this.#host = host;
    this.#status = status;
    this.#sources = host.reader.sourcesOf(channel);
  }

  /** Asks until the connector has to end; a new question only after the answer to the one before. */
  async run(): Promise<void> {
    const { context, settings } = this.#host;
    const { signal } = context;
    const backOff = new BackOff({
      random: () => context.random(),
      wait: (milliseconds) => context.wait(milliseconds),
      status: this.#status,
    });
    while (!signal.aborted) {
      if (!this.#isWanted) {
        this.#lose();
        await this.#demand();
        continue;
      }
      if (this.#heard === undefined) this.#status({ state: 'connecting', attempt: backOff.attempt });
      try {
        await this.#ask();
        backOff.reset();
        await context.wait(settings.interval);
      } catch (error) {
        if (signal.aborted) return;
        this.#lose();
        const detail = error instanceof Error ? error.message : String(error);
        const { isFinal, retryAfter } =
          error instanceof HttpError ? error : { isFinal: false, retryAfter: 0 };
        if (isFinal && !this.#wasLive) return this.#status({ state: 'failed', detail });
        await backOff.wait(detail, retryAfter);
      }
    }
  }

  get #isWanted(): boolean {
    // Which signals an answer names itself is known only when it is there.
    return this.#sources.length === 0 || this.#sources.some((source) => this.#host.bindings.wanted(source));
  }

  async #ask(): Promise<void> {
    const { settings, context, bindings, reader } = this.#host;
    const headers: Record<string, string> = { accept: 'application/json' };
    if (this.#heard !== undefined && this.#entityTag !== null) headers['if-none-match'] = this.#entityTag;
    else if (this.#heard !== undefined && this.#lastModified !== null)
      headers['if-modified-since'] = this.#lastModified;
    const credentials = await untilAborted(this.#host.credentials(this.#url), context.signal);
    const request = {
      url: this.#url,
      signal: context.signal,
      patience: settings.timeout,
      headers,
      credentials,
      types: jsonTypes,
    };
    const text = await ask(request, async (response) => {
      if (response.status === 304) return undefined;
      this.#entityTag = response.headers.get('etag');
      this.#lastModified = response.headers.get('last-modified');
      return new TextDecoder().decode(await bytesOf(response));
    });
    if (context.signal.aborted) return;
    // What is the same says nothing new.
    if (text !== undefined && text !== this.#text) {
      // Whoever sends what cannot be read does not say that all is as before.
      if (!reader.take(text, this.#channel, this.#place, this.#lost))
        throw new HttpError(`${addressOf(this.#url)} did not send JSON`);
      this.#text = text;
    }
    if (this.#heard === undefined) this.#status({ state: 'live' });
    this.#wasLive = true;
    this.#heard = context.now();
    context.confirm();
    bindings.deliver();
  }

  /** Says of the signals of this address that nothing is known of them from when it was last heard. */
  #lose(): void {
    if (this.#heard === undefined) return;
    const { bindings, reader } = this.#host;
    this.#lost = this.#heard;
    this.#heard = undefined;
    this.#text = undefined;
    reader.reset();
    bindings.deliver();
    bindings.gap(this.#lost, this.#sources.length > 0 ? this.#sources : undefined);
    bindings.deliver();
  }

  /** Resolves when the demand has changed or the connector has to end. */
  #demand(): Promise<void> {
    const { context } = this.#host;
    return new Promise((resolve) => {
      const end = (): void => {
        stop();
        context.signal.removeEventListener('abort', end);
        resolve();
      };
      const stop = context.onDemand(end);
      context.signal.addEventListener('abort', end);
    });
  }

  get #place(): string {
    return addressOf(this.#channel === '' ? this.#host.settings.url : this.#channel);
  }
}
