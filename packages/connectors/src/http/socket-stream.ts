import type { ConnectorContext, ConnectorSettings } from '@twinfloor/core';
import { type Credentials, credentialsOf } from '../internal/credentials.js';
import { addressOf, largestBody } from '../internal/http/http.js';
import { HttpError } from '../internal/http/http-error.js';
import { untilAborted } from '../internal/until-aborted.js';
import type { MessageReader } from './message-reader.js';
import type { SocketMessage, WebsocketSettings } from './settings.js';
import type { StreamEnd, StreamListener, StreamSource } from './stream-session.js';

/** The part of a WebSocket that is used; the global one, or one that a Node host brings. */
export interface TextSocket {
  binaryType: string;
  readonly readyState: number;
  send(data: string): void;
  close(): void;
  addEventListener(type: 'open' | 'error', listener: () => void): void;
  addEventListener(
    type: 'close',
    listener: (event: { readonly code: number; readonly reason: string; readonly wasClean: boolean }) => void,
  ): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Makes a WebSocket, as `new WebSocket(url)` does. */
export type TextSocketConstructor = new (url: string) => TextSocket;

/** The connection may take so long, in milliseconds. */
const patience = 10_000;

/** `readyState` of an open WebSocket. */
const open = 1;

/** Close codes (RFC 6455, 7.4.1) that say what somebody has to change. */
const finalCodes: Readonly<Record<number, string>> = {
  1008: 'it does not allow this',
  3000: 'it does not know who asks',
  3003: 'it does not allow this',
};

/** A WebSocket, across connections. */
export class SocketStream implements StreamSource {
  readonly resumes = false;
  #socket: TextSocket | undefined;
  #isBinaryRefused = false;
  readonly #entry: ConnectorSettings;
  readonly #settings: WebsocketSettings;
  readonly #socketClass: TextSocketConstructor;
  readonly #context: ConnectorContext;
  readonly #reader: MessageReader;
  readonly #address: string;

  constructor(
    entry: ConnectorSettings,
    settings: WebsocketSettings,
    socket: TextSocketConstructor,
    context: ConnectorContext,
    reader: MessageReader,
  ) {
    this.#entry = entry;
    this.#settings = settings;
    this.#socketClass = socket;
    this.#context = context;
    this.#reader = reader;
    this.#address = addressOf(settings.url);
  }

  /** Sends a message. @throws {Error} with a sentence for people if there is no connection */
  send(text: string): void {
    if (this.#socket?.readyState !== open) throw new Error(`${this.#address} is not connected`);
    this.#socket.send(text);
  }

  async listen(listener: StreamListener): Promise<StreamEnd> {
    const { signal } = this.#context;
    const credentials = await untilAborted(credentialsOf(this.#entry), signal);
    const socket = this.#make();
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    return new Promise((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isOpen = false;
      let hasEnded = false;
      const end = (settle: () => void): void => {
        if (hasEnded) return;
        hasEnded = true;
        clearTimeout(timer);
        clearInterval(pings);
        signal.removeEventListener('abort', leave);
        this.#socket = undefined;
        socket.close();
        settle();
      };
      const lost = (detail: string, isComplete = false): void => end(() => resolve({ detail, isComplete }));
      const leave = (): void => lost('');
      const within = (milliseconds: number): void => {
        clearTimeout(timer);
        timer = setTimeout(
          () => lost(`${this.#address}: nothing heard for ${milliseconds / 1000} s`),
          milliseconds,
        );
      };
      const { heartbeat, ping } = this.#settings;
      const pings =
        ping === undefined ? undefined : setInterval(() => isOpen && socket.send(textOf(ping)), heartbeat);
      within(patience);
      signal.addEventListener('abort', leave, { once: true });
      socket.addEventListener('open', () => {
        if (hasEnded) return;
        isOpen = true;
        clearTimeout(timer);
        if (heartbeat !== undefined) within(2 * heartbeat);
        try {
          this.#greet(socket, credentials);
        } catch (error) {
          return end(() => reject(error as Error));
        }
        listener.live();
      });
      socket.addEventListener('message', ({ data }) => {
        if (hasEnded) return;
        if (heartbeat !== undefined) within(2 * heartbeat);
        listener.heard();
        this.#take(data, listener);
      });
      socket.addEventListener('close', ({ code, reason, wasClean }) => {
        const why = finalCodes[code];
        if (why !== undefined)
          end(() =>
            reject(new HttpError(`${this.#address} closed the connection: ${why}`, { isFinal: true })),
          );
        else if (isOpen) lost(`${this.#address} closed the connection${reasonOf(code, reason)}`, wasClean);
        else lost(`${this.#address} cannot be reached`);
      });
      // What went wrong no browser says; the end follows.
      socket.addEventListener('error', () => {});
    });
  }

  #make(): TextSocket {
    const page = (globalThis as { location?: { href: string } }).location?.href;
    const url = new URL(this.#settings.url, page);
    // An address relative to the page has the protocol of the page.
    url.protocol = url.protocol.replace('http', 'ws');
    return new this.#socketClass(url.href);
  }

  /** Says who asks, before anything else, and what is wanted. */
  #greet(socket: TextSocket, credentials: Credentials | undefined): void {
    const { login, subscribe } = this.#settings;
    if (login !== undefined) socket.send(textOf(filled(login, credentials)));
    for (const message of subscribe) socket.send(textOf(message));
  }

  #take(data: unknown, listener: StreamListener): void {
    if (typeof data !== 'string') {
      // A server that sends binary messages sends many: one refusal says it.
      if (!this.#isBinaryRefused) this.#reader.refuse(this.#address, 'a binary message', 'text');
      this.#isBinaryRefused = true;
    } else if (data.length > largestBody) {
      this.#reader.refuse(this.#address, `a message of ${data.length} characters`, `up to ${largestBody}`);
    } else listener.take(data, '', this.#address);
  }
}

function textOf(message: SocketMessage): string {
  return typeof message === 'string' ? message : JSON.stringify(message);
}

/** A message with what the host gave for `{token}`, `{username}` and `{password}`, in texts only. */
function filled<T>(part: T, credentials: Credentials | undefined): T;
function filled(part: unknown, credentials: Credentials | undefined): unknown {
  if (typeof part === 'string') {
    return part.replace(/\{(token|username|password)\}/g, (_, key: 'token' | 'username' | 'password') => {
      const secret = credentials?.[key];
      if (secret === undefined)
        throw new Error(`the login needs a ${key}: the page has to give it with provideCredentials`);
      return secret;
    });
  }
  if (Array.isArray(part)) return part.map((each: unknown) => filled(each, credentials));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, filled(each, credentials)]));
}

function reasonOf(code: number, reason: string): string {
  const known = {
    1001: 'it is going away',
    1006: '',
    1009: 'a message was too large',
    1011: 'it failed',
    1012: 'it restarts',
    1013: 'it has too much to do',
  }[code];
  const text = reason || known;
  return text ? `: ${text}` : '';
}
