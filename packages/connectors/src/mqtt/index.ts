import type { Connector, ConnectorContext, ConnectorFactory, ConnectorSettings } from '@twinfloor/core';
import { BackOff } from '../internal/back-off.js';
import { Bindings } from '../internal/bindings.js';
import { MqttConnection, MqttRefused, type SocketConstructor } from './client.js';
import { Receiver } from './receiver.js';
import { type MqttSettings, mqttSettings } from './settings.js';

export type { SocketConstructor, SocketLike } from './client.js';

/** Messages of this time are handed over together, in milliseconds. */
const gathering = 16;

/** So many observations are handed over at once, whatever the time. */
const fullBatch = 4_000;

/**
 * Reads JSON messages from an MQTT broker (3.1.1 over WebSocket). Settings:
 *
 * - `url`: `ws://` or `wss://`
 * - `topics`: what to subscribe to, with `{equipment}`, `{signal}`, `+` and `#`. Where the topic or the message names
 *   an equipment, its signals need no binding; their words are the canonical ones and their units those of the
 *   workshop.
 * - `payload`: JSON pointers to `value`, `time`, `quality`, `equipment`, `signal`, `items`. Without them: the message
 *   itself or its `value`, its `timestamp_ms`, `timestamp` or `time`, its `quality`. A list is a batch; an object of
 *   which no signal is known has one signal for each key.
 * - `qos`: 0 (default) or 1
 * - `clientId`: with `qos` 1 the broker keeps for this client what comes while it is away, and the gap is refilled if
 *   the messages carry their time. No two pages may use the same.
 *
 * In bindings `from` is a topic, or `topic#/json/pointer`.
 */
export const mqtt: ConnectorFactory = mqttOver();

/**
 * The same for a host without a global WebSocket, as Node before 22: it brings one.
 *
 * @param socket - default: the global WebSocket
 */
export function mqttOver(socket?: SocketConstructor): ConnectorFactory {
  return (entry) => new MqttConnector(entry, mqttSettings(entry), socket);
}

class MqttConnector implements Connector {
  readonly #entry: ConnectorSettings;
  readonly #settings: MqttSettings;
  readonly #socket: SocketConstructor | undefined;

  constructor(entry: ConnectorSettings, settings: MqttSettings, socket: SocketConstructor | undefined) {
    this.#entry = entry;
    this.#settings = settings;
    this.#socket = socket;
  }

  async run(context: ConnectorContext): Promise<void> {
    const socket = this.#socket ?? (globalThis as { WebSocket?: SocketConstructor }).WebSocket;
    if (!socket)
      throw new RangeError('invalid platform: no WebSocket, allowed: mqttOver(WebSocket) on Node before 22');
    await new Session(this.#entry, this.#settings, socket, context).run();
  }
}

/** One run of the connector: connection after connection until it has to end. */
class Session {
  /** When the source was last heard, time of the twin. */
  #heard = 0;
  /** When it was lost last; what is older holds again when it is repeated after that. */
  #lost = -Infinity;
  #gathering = false;
  readonly #clientId: string;
  readonly #bindings: Bindings;
  readonly #receiver: Receiver;
  readonly #settings: MqttSettings;
  readonly #socket: SocketConstructor;
  readonly #context: ConnectorContext;

  constructor(
    entry: ConnectorSettings,
    settings: MqttSettings,
    socket: SocketConstructor,
    context: ConnectorContext,
  ) {
    this.#settings = settings;
    this.#socket = socket;
    this.#context = context;
    this.#bindings = new Bindings(entry.bindings, context);
    this.#receiver = new Receiver(settings, this.#bindings, context);
    this.#clientId = settings.clientId ?? `twinfloor-${context.random().toString(36).slice(2, 12)}`;
    if (this.#receiver.filters.length === 0) {
      throw new RangeError('invalid topics: none, allowed: topics here or in the bindings');
    }
  }

  async run(): Promise<void> {
    const context = this.#context;
    const backOff = new BackOff(context);
    while (!context.signal.aborted) {
      context.status({ state: 'connecting', attempt: backOff.attempt });
      let reason: string;
      try {
        reason = await this.#connection(backOff);
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error);
        if (error instanceof MqttRefused && !error.temporary && !context.signal.aborted)
          return this.#fail(reason);
      }
      if (!context.signal.aborted) await backOff.wait(reason);
    }
  }

  /** Connects and reads until the connection is lost; resolves to the reason. */
  async #connection(backOff: BackOff): Promise<string> {
    const { url, clientId, qos } = this.#settings;
    const connection = await MqttConnection.open(
      {
        url,
        clientId: this.#clientId,
        keepSession: clientId !== undefined && qos === 1,
        socket: this.#socket,
        onMessage: (topic, payload, retained) => this.#take(topic, payload, retained),
        onHeard: () => this.#hear(),
      },
      this.#context.signal,
    );
    try {
      // A broker that still knows the client sends what came meanwhile; with its times, that closes the gap.
      const refills = connection.sessionPresent && this.#lost > -Infinity && this.#receiver.alwaysTimed;
      if (refills) this.#bindings.resume(this.#lost);
      if (!connection.sessionPresent || this.#lost === -Infinity) await this.#subscribe(connection);
    } catch (error) {
      connection.end('not subscribed');
      throw error;
    }
    backOff.reset();
    this.#context.status({ state: 'live' });
    this.#hear();
    connection.listen();
    const reason = await connection.closed;
    this.#lose();
    return reason;
  }

  async #subscribe(connection: MqttConnection): Promise<void> {
    const { filters } = this.#receiver;
    const refused = await connection.subscribe(filters, this.#settings.qos);
    for (const filter of refused) {
      this.#context.refuse({
        place: filter,
        found: 'a subscription that the broker refuses',
        allowed: 'a topic that this client may read',
      });
    }
    if (refused.length === filters.length) throw new MqttRefused(5);
  }

  #take(topic: string, payload: Uint8Array, retained: boolean): void {
    try {
      this.#receiver.take(topic, payload, retained ? this.#lost : -Infinity);
    } catch (error) {
      // Whatever a message contains, the next one is read.
      this.#context.refuse({
        place: topic,
        found: String(error).slice(0, 200),
        allowed: 'a message that can be read',
      });
    }
    if (this.#bindings.batch.length >= fullBatch) this.#bindings.deliver();
  }

  #hear(): void {
    this.#heard = this.#context.now();
    if (this.#gathering) return;
    this.#gathering = true;
    void this.#context.wait(gathering).then(() => {
      this.#gathering = false;
      if (this.#context.signal.aborted) return;
      this.#context.confirm();
      this.#bindings.deliver();
    });
  }

  #lose(): void {
    if (this.#context.signal.aborted) return;
    this.#lost = this.#heard;
    this.#bindings.deliver();
    this.#bindings.gap(this.#lost);
    this.#bindings.deliver();
  }

  /** Tells that it is of no use to try again, and waits until the connector has to end. */
  async #fail(detail: string): Promise<void> {
    this.#context.status({ state: 'failed', detail });
    while (!this.#context.signal.aborted) await this.#context.wait(60_000);
  }
}
