import type {
  Connector,
  ConnectorContext,
  ConnectorFactory,
  ConnectorSettings,
  PlantRequest,
} from '@twinfloor/core';
import { Bindings } from '../internal/bindings.js';
import { addressOf } from '../internal/http/http.js';
import { type BrokerProtocol, BrokerSession, type Subscription } from '../internal/mqtt/broker-session.js';
import type { SocketConstructor } from '../internal/mqtt/socket.js';
import { RequestTargets } from '../internal/request-targets.js';
import { Backlog } from './backlog.js';
import { Receiver } from './receiver.js';
import { requestMessage } from './request-message.js';
import { type MqttSettings, mqttSettings } from './settings.js';

export type { SocketConstructor, SocketLike } from '../internal/mqtt/socket.js';

/**
 * Reads JSON messages from an MQTT broker (5 or 3.1.1 over WebSocket). Settings:
 *
 * - `url`: `ws://` or `wss://`
 * - `version`: `5` or `3.1.1`. Default: 5, or 3.1.1 where the broker refuses that
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
 * In bindings `from` is a topic, or `topic#/json/pointer`; `to` the same for requests. A request is published with
 * QoS 1 as a message of the same form; with MQTT 5 the broker drops it when its time is over.
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

/** So long the plant has for a request, in seconds, where its signal does not say. */
const usualTimeout = 30;

class MqttConnector implements Connector {
  readonly #entry: ConnectorSettings;
  readonly #settings: MqttSettings;
  readonly #socket: SocketConstructor | undefined;
  #request: ((request: PlantRequest) => Promise<void>) | undefined;

  constructor(entry: ConnectorSettings, settings: MqttSettings, socket: SocketConstructor | undefined) {
    this.#entry = entry;
    this.#settings = settings;
    this.#socket = socket;
  }

  async run(context: ConnectorContext): Promise<void> {
    const { url, version, clientId, qos } = this.#settings;
    const keepSession = clientId !== undefined && qos === 1;
    const broker = { entry: this.#entry, url, version, clientId, keepSession, socket: this.#socket };
    const protocol = new JsonMessages(this.#entry, this.#settings, context);
    const session = new BrokerSession(broker, context, protocol);
    const targets = new RequestTargets(this.#entry.bindings, context);
    this.#request = async (request) => {
      const { to, value } = targets.of(request);
      const { topic, payload } = requestMessage(to, value, context.now(), this.#settings.payload);
      // What is read there would be taken for the answer of the plant.
      if (protocol.reads(topic)) throw new Error(`${topic} is read, so a request cannot go there`);
      // Whoever was away for longer must not do what nobody waits for any more.
      const expiry = context.definition(request.signal).request?.timeout ?? usualTimeout;
      await session.publish(topic, payload, { qos: 1, expiry });
    };
    await session.run();
    this.#request = undefined;
  }

  async request(request: PlantRequest): Promise<void> {
    if (!this.#request) throw new Error(`${addressOf(this.#settings.url)} is not connected`);
    await this.#request(request);
  }
}

/** JSON messages as what is spoken over a broker. */
class JsonMessages implements BrokerProtocol {
  readonly bindings: Bindings;
  readonly subscriptions: readonly Subscription[];
  readonly #receiver: Receiver;
  /** When the broker was lost last; what is older holds again when it is repeated after that. */
  #lost = -Infinity;
  #backlog: Backlog | undefined;
  readonly #now: () => number;

  constructor(entry: ConnectorSettings, settings: MqttSettings, context: ConnectorContext) {
    this.#now = () => context.now();
    this.bindings = new Bindings(entry.bindings, context);
    this.#receiver = new Receiver(settings, this.bindings, context);
    this.subscriptions = this.#receiver.filters.map((filter) => ({ filter, qos: settings.qos }));
    if (this.subscriptions.length === 0) {
      throw new RangeError('invalid topics: none, allowed: topics here or in the bindings');
    }
  }

  get refills(): boolean {
    return this.#receiver.alwaysTimed;
  }

  /** Whether messages of a topic become observations. */
  reads(topic: string): boolean {
    return this.#receiver.reads(topic);
  }

  take(topic: string, payload: Uint8Array, retained: boolean): void {
    this.#receiver.take(topic, payload, retained ? this.#lost : -Infinity, retained);
    this.#backlog?.take(this.#receiver.lastTime, performance.now());
  }

  resumed(lost: number): void {
    this.#backlog = new Backlog(lost, this.#now(), performance.now());
  }

  knownUntil(heard: number, wall: number): number {
    return this.#backlog?.knownUntil(heard, wall) ?? heard;
  }

  lost(time: number): void {
    this.#lost = time;
    this.#backlog = undefined;
  }
}
