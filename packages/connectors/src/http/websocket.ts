import {
  type Connector,
  type ConnectorContext,
  type ConnectorFactory,
  type ConnectorSettings,
  messageSource,
  type PlantRequest,
} from '@twinfloor/core';
import { addressOf } from '../internal/http/http.js';
import { RequestTargets } from '../internal/request-targets.js';
import type { MessageMap, MessageOptions } from './mapping.js';
import { bodyWith } from './request-body.js';
import { type WebsocketSettings, websocketSettings } from './settings.js';
import { StreamSession } from './stream-session.js';
import { SocketStream, type TextSocketConstructor } from './socket-stream.js';

export type { Mapped, MessageMap, MessageOptions } from './mapping.js';
export type { TextSocket, TextSocketConstructor } from './socket-stream.js';

/** What a host adds to the connector. */
export interface WebsocketOptions extends Partial<MessageOptions> {
  /** A WebSocket, for Node before 22. Default: the global one. */
  readonly socket?: TextSocketConstructor;
}

/**
 * Listens to the text messages of a WebSocket: JSON, lines of JSON, lists, batched frames. Settings: `url`, `login`,
 * `subscribe`, `ping`, `heartbeat`, `payload`. In bindings `from` is a JSON pointer, or what messages call a signal.
 */
export const websocket: ConnectorFactory = websocketWith({});

/** The same with a function of the host that takes the messages apart, or a WebSocket for Node before 22. */
export function websocketWith(options: WebsocketOptions): ConnectorFactory {
  return (entry) => new WebsocketConnector(entry, websocketSettings(entry), options);
}

class WebsocketConnector implements Connector {
  #targets: RequestTargets | undefined;
  #stream: SocketStream | undefined;
  readonly #entry: ConnectorSettings;
  readonly #settings: WebsocketSettings;
  readonly #map: MessageMap | undefined;
  readonly #socket: TextSocketConstructor | undefined;

  constructor(entry: ConnectorSettings, settings: WebsocketSettings, { map, socket }: WebsocketOptions) {
    this.#entry = entry;
    this.#settings = settings;
    this.#map = map;
    this.#socket = socket;
  }

  async run(context: ConnectorContext): Promise<void> {
    const socket = this.#socket ?? (globalThis as { WebSocket?: TextSocketConstructor }).WebSocket;
    if (!socket) {
      throw new RangeError(
        'invalid platform: no WebSocket, allowed: websocketWith({ socket }) on Node before 22',
      );
    }
    const { payload } = this.#settings;
    const session = new StreamSession(this.#entry, { payload, map: this.#map }, context);
    this.#targets = new RequestTargets(this.#entry.bindings, context);
    this.#stream = new SocketStream(this.#entry, this.#settings, socket, context, session.reader);
    await session.run(this.#stream);
    this.#stream = undefined;
  }

  /** Resolves when the message is on its way: a WebSocket does not tell whether it arrived. */
  async request(request: PlantRequest): Promise<void> {
    if (!this.#stream || !this.#targets) throw new Error(`${addressOf(this.#settings.url)} is not connected`);
    const { to, value } = this.#targets.of(request);
    const { name, pointer } = messageSource(to) ?? {};
    const inner = bodyWith(pointer || '/value', value);
    const body = name === undefined ? inner : { signal: name, ...(inner as object) };
    this.#stream.send(JSON.stringify(body));
  }
}
