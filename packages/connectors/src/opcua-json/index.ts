import type { Connector, ConnectorContext, ConnectorFactory, ConnectorSettings } from '@twinfloor/core';
import { Bindings } from '../internal/bindings.js';
import { type BrokerProtocol, BrokerSession, type Subscription } from '../internal/mqtt/broker-session.js';
import type { SocketConstructor } from '../internal/mqtt/socket.js';
import { Receiver } from './receiver.js';
import { type OpcuaJsonSettings, opcuaJsonSettings } from './settings.js';

export type { SocketConstructor, SocketLike } from '../internal/mqtt/socket.js';

/**
 * Reads OPC UA PubSub JSON (OPC 10000-14, the forms of 1.04 and 1.05) and the samples mode of OPC Publisher from an
 * MQTT broker. Settings:
 *
 * - `url`: `ws://` or `wss://`
 * - `topics`: what to subscribe to. Default: data, metadata and status below `opcua/json`
 * - `profile`: `machinery` binds fields with names of OPC UA for Machinery, Machine Tools, PackML and energy
 * - `equipment`: for the profile, whose data sets speak of an equipment, by its id: `publisher/writer`
 * - `qos`, `clientId`, `version`: as for `mqtt`
 *
 * In bindings `from` is `publisher/writer#field`, with `+` for any publisher or writer. There is no `request`: PubSub
 * has no message that writes a variable.
 */
export const opcuaJson: ConnectorFactory = opcuaJsonOver();

/**
 * The same for a host without a global WebSocket, as Node before 22: it brings one.
 *
 * @param socket - default: the global WebSocket
 */
export function opcuaJsonOver(socket?: SocketConstructor): ConnectorFactory {
  return (entry) => new OpcuaJsonConnector(entry, opcuaJsonSettings(entry), socket);
}

class OpcuaJsonConnector implements Connector {
  readonly #entry: ConnectorSettings;
  readonly #settings: OpcuaJsonSettings;
  readonly #socket: SocketConstructor | undefined;

  constructor(entry: ConnectorSettings, settings: OpcuaJsonSettings, socket: SocketConstructor | undefined) {
    this.#entry = entry;
    this.#settings = settings;
    this.#socket = socket;
  }

  async run(context: ConnectorContext): Promise<void> {
    const { bindings: own } = this.#entry;
    const { url, version, clientId, qos, topics, profile, equipment } = this.#settings;
    const bindings = new Bindings(own, context);
    // An equipment that the workshop has not is a wrong setting. @throws {RangeError}
    for (const id of Object.keys(equipment)) context.resolve(`${id}/state`, 'past');
    // Only who asks for names of companion specifications loads them.
    const binder = profile && new (await import('./profile.js')).ProfileBinder(equipment, own, bindings);
    if (context.signal.aborted) return;
    const receiver = new Receiver(bindings, context, binder || undefined);
    const subscriptions = topics.map((filter) => ({ filter, qos }));
    const keepSession = clientId !== undefined && qos === 1;
    const broker = { entry: this.#entry, url, version, clientId, keepSession, socket: this.#socket };
    await new BrokerSession(broker, context, new PubSub(bindings, subscriptions, receiver)).run();
  }
}

/** OPC UA PubSub as what is spoken over a broker. */
class PubSub implements BrokerProtocol {
  readonly bindings: Bindings;
  readonly subscriptions: readonly Subscription[];
  readonly #receiver: Receiver;

  constructor(bindings: Bindings, subscriptions: readonly Subscription[], receiver: Receiver) {
    this.bindings = bindings;
    this.subscriptions = subscriptions;
    this.#receiver = receiver;
  }

  get refills(): boolean {
    return this.#receiver.alwaysTimed;
  }

  take(topic: string, payload: Uint8Array, retained: boolean): void {
    this.#receiver.take(topic, payload, retained);
  }

  lost(time: number): void {
    this.#receiver.lose(time);
  }
}
