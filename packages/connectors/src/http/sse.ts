import type { Connector, ConnectorContext, ConnectorFactory, ConnectorSettings } from '@twinfloor/core';
import { credentialsOf } from '../internal/credentials.js';
import { addressOf, ask, type ContentTypes } from '../internal/http/http.js';
import { HttpError } from '../internal/http/http-error.js';
import { untilAborted } from '../internal/until-aborted.js';
import { EventReader, unnamedEvent } from './event-reader.js';
import type { MessageMap, MessageOptions } from './mapping.js';
import { type SseSettings, sseSettings } from './settings.js';
import { type StreamEnd, type StreamListener, StreamSession, type StreamSource } from './stream-session.js';

export type { Mapped, MessageMap, MessageOptions } from './mapping.js';

/**
 * Listens to a stream of server-sent events whose data is JSON. Settings: `url`, `events`, `heartbeat`, `resumes`,
 * `payload`. In bindings `from` is a JSON pointer into the events `message`, or the name of an event with a pointer.
 */
export const sse: ConnectorFactory = (entry) => new SseConnector(entry, sseSettings(entry), undefined);

/** The same with a function of the host that takes the events apart; sources of bindings are the names it gives. */
export function sseWith({ map }: MessageOptions): ConnectorFactory {
  return (entry) => new SseConnector(entry, sseSettings(entry), map);
}

const eventStream: ContentTypes = { pattern: /^\s*text\/event-stream\b/i, allowed: 'text/event-stream' };

/** The first answer may take so long, in milliseconds. */
const patience = 10_000;

/** A silence that no timer would measure. */
const never = 2 ** 31 - 1;

class SseConnector implements Connector {
  readonly #entry: ConnectorSettings;
  readonly #settings: SseSettings;
  readonly #map: MessageMap | undefined;

  constructor(entry: ConnectorSettings, settings: SseSettings, map: MessageMap | undefined) {
    this.#entry = entry;
    this.#settings = settings;
    this.#map = map;
  }

  async run(context: ConnectorContext): Promise<void> {
    const rules = { payload: this.#settings.payload, map: this.#map };
    const session = new StreamSession(this.#entry, rules, context);
    const named = [...session.reader.channels].map((channel) => channel || unnamedEvent);
    const events = new Set(this.#settings.events ?? [...named, unnamedEvent]);
    await session.run(new EventStream(this.#entry, this.#settings, events, context.signal));
  }
}

/** The stream, across connections. */
class EventStream implements StreamSource {
  #lastId = '';
  #retry = 0;
  readonly #entry: ConnectorSettings;
  readonly #settings: SseSettings;
  readonly #events: ReadonlySet<string>;
  readonly #signal: AbortSignal;

  constructor(
    entry: ConnectorSettings,
    settings: SseSettings,
    events: ReadonlySet<string>,
    signal: AbortSignal,
  ) {
    this.#entry = entry;
    this.#settings = settings;
    this.#events = events;
    this.#signal = signal;
  }

  get resumes(): boolean {
    return this.#settings.resumes && this.#lastId !== '';
  }

  async listen(listener: StreamListener): Promise<StreamEnd> {
    const { url, heartbeat } = this.#settings;
    const address = addressOf(url);
    const silence = heartbeat === undefined ? never : 2 * heartbeat;
    const headers: Record<string, string> = { accept: 'text/event-stream' };
    // The header takes no other characters, and a server that sent such an id would not know it.
    if (this.#tellsLastId && /^[\x20-\x7e]+$/.test(this.#lastId)) headers['last-event-id'] = this.#lastId;
    const credentials = await untilAborted(credentialsOf(this.#entry), this.#signal);
    const first = new AbortController();
    const timer = setTimeout(() => first.abort(), Math.min(patience, silence));
    const request = {
      url,
      headers,
      credentials,
      types: eventStream,
      patience: silence,
      signal: AbortSignal.any([this.#signal, first.signal]),
    };
    try {
      await ask(request, async (response, heard) => {
        clearTimeout(timer);
        // 204 is how a server says that there is nothing to listen to.
        if (response.headers.get('content-type') === null)
          throw new HttpError(`${address} sent no stream of events`, { isFinal: true });
        listener.live();
        await this.#read(response, listener, heard);
      });
    } catch (error) {
      if (first.signal.aborted && !this.#signal.aborted)
        throw new Error(`${address} did not answer within ${patience / 1000} s`, { cause: error });
      throw error;
    } finally {
      clearTimeout(timer);
    }
    return { detail: `${address} ended the stream`, isComplete: true, retryAfter: this.#retry };
  }

  /** A server of another host has to allow this header; one that resumes does. */
  get #tellsLastId(): boolean {
    const page = (globalThis as { location?: { href: string } }).location?.href;
    const { url, resumes } = this.#settings;
    return resumes || page === undefined || new URL(url, page).origin === new URL(page).origin;
  }

  async #read(response: Response, listener: StreamListener, heard: () => void): Promise<void> {
    const address = addressOf(this.#settings.url);
    const events = new EventReader((data, name) => {
      // Bindings without the name of an event mean those that have none.
      const channel = name === unnamedEvent ? '' : name;
      if (this.#events.has(name)) listener.take(data, channel, `${address} ${name}`);
    });
    const reader = response.body!.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard();
      listener.heard();
      events.push(value);
      this.#lastId = events.lastId ?? this.#lastId;
      this.#retry = events.retry ?? this.#retry;
    }
  }
}
