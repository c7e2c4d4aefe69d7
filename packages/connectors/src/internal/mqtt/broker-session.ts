import type { ConnectorContext, ConnectorSettings } from '@twinfloor/core';
import { BackOff } from '../back-off.js';
import type { Bindings } from '../bindings.js';
import { credentialsOf } from '../credentials.js';
import { addressOf } from '../http/http.js';
import { untilAborted } from '../until-aborted.js';
import {
  type BrokerConnection,
  type Message,
  MqttConnection,
  type MqttOptions,
  type Subscription,
} from './connection.js';
import type { MqttVersion } from './create-client.js';
import { MqttRefused } from './refusal.js';
import { sharedWorker } from './sharing.js';
import { type SocketConstructor, socketOf } from './socket.js';

export type { Message, Subscription } from './connection.js';

/** How to reach a broker. */
export interface BrokerSettings {
  /** The connector's entry, for the one who gives its credentials. */
  readonly entry: ConnectorSettings;
  readonly url: string;
  /** Default: 5, or 3.1.1 where the broker refuses that. */
  readonly version?: MqttVersion | undefined;
  /** Default: a random one. */
  readonly clientId?: string | undefined;
  /** Whether the broker keeps messages of QoS 1 while the client is away. Needs a `clientId`. Default `false`. */
  readonly keepSession?: boolean;
  /** Default: the global WebSocket. */
  readonly socket?: SocketConstructor | undefined;
}

/** What is spoken over a connection to a broker. */
export interface BrokerProtocol {
  /** Where observations go; they are handed over every 16 ms. */
  readonly bindings: Bindings;
  /** What is listened to. Asked for each connection that begins without a session. */
  readonly subscriptions: readonly Subscription[];
  /** Whether what the broker kept tells when it was true, so that it closes the gap. Default `false`. */
  readonly refills?: boolean;
  /** What the broker publishes when it loses this client. Asked anew for each connection. */
  will?(): Message;
  /** What is published before the connection is ended on purpose. */
  farewell?(): Message;
  /** Called after subscribing, before messages are handed over. What it throws ends the connection. */
  connected?(): Promise<void> | void;
  /** Takes a message. What it throws is counted as a refusal. */
  take(topic: string, payload: Uint8Array, retained: boolean): void;
  /** The broker is going to tell what it kept since `lost`. */
  resumed?(lost: number): void;
  /**
   * Until when all is known at the moment the broker is lost. Default: until it was last heard.
   *
   * @param heard - when it was last heard
   * @param wall - the same by `performance.now()`, in milliseconds
   */
  knownUntil?(heard: number, wall: number): number;
  /**
   * The connection was lost: nothing is known since `time`, when the broker was last heard. Called before the gap is
   * written for all that is bound.
   */
  lost?(time: number): void;
}

/** Messages of this time are handed over together, in milliseconds. */
const gathering = 16;

/** So many observations are handed over at once, whatever the time. */
const fullBatch = 4_000;

/** One run of a connector that speaks over a broker: connection after connection until it has to end. */
export class BrokerSession {
  /** When the source was last heard, time of the twin. */
  #heard = 0;
  /** The same by the wall clock, counted from any moment. */
  #heardWall = 0;
  /** When it was lost last. */
  #lost = -Infinity;
  #gathering = false;
  #connection: BrokerConnection | undefined;
  #version: MqttVersion;
  readonly #clientId: string;
  readonly #broker: BrokerSettings;
  readonly #socket: SocketConstructor;
  readonly #context: ConnectorContext;
  readonly #protocol: BrokerProtocol;

  /** @throws {RangeError} if the host has no WebSocket */
  constructor(broker: BrokerSettings, context: ConnectorContext, protocol: BrokerProtocol) {
    this.#broker = broker;
    this.#socket = socketOf(broker.socket);
    this.#context = context;
    this.#protocol = protocol;
    this.#version = broker.version ?? '5';
    this.#clientId = broker.clientId ?? `twinfloor-${context.random().toString(36).slice(2, 12)}`;
  }

  /** Connects, reads and reconnects until the connector has to end. */
  async run(): Promise<void> {
    const context = this.#context;
    const backOff = new BackOff(context);
    while (!context.signal.aborted) {
      context.status({ state: 'connecting', attempt: backOff.attempt });
      let reason: string;
      try {
        reason = await this.#connect(backOff);
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error);
        if (error instanceof MqttRefused && !context.signal.aborted) {
          if (this.#fallsBack(error)) continue;
          if (!error.temporary) return this.#fail(reason);
        }
      }
      const { clientId } = this.#broker;
      // Brokers seldom say over WebSocket why they close a connection.
      if (clientId && backOff.isFlapping) reason += `; maybe another page has the clientId ${clientId} too`;
      if (!context.signal.aborted) await backOff.wait(reason);
    }
  }

  /**
   * Publishes a message.
   *
   * @returns resolves when it is sent, with QoS 1 when the broker has it; rejects with a sentence for people if there
   *   is no connection or the broker refuses
   */
  async publish(
    topic: string,
    payload: Uint8Array,
    options: Omit<Message, 'topic' | 'payload'> = {},
  ): Promise<void> {
    if (!this.#connection) throw new Error(`${addressOf(this.#broker.url)} is not connected`);
    await this.#connection.publish({ ...options, topic, payload });
  }

  /** Connects and reads until the connection is lost; resolves to the reason. */
  async #connect(backOff: BackOff): Promise<string> {
    const connection = await this.#open();
    const { signal } = this.#context;
    const leave = (): void => this.#leave(connection);
    signal.addEventListener('abort', leave, { once: true });
    try {
      if (signal.aborted) leave();
      const isKnown = connection.sessionPresent && this.#lost > -Infinity;
      if (!isKnown) await this.#subscribe(connection);
      this.#connection = connection;
      await this.#protocol.connected?.();
      // A broker that still knows the client sends what came meanwhile; with its times, that closes the gap.
      const { bindings } = this.#protocol;
      if (isKnown && this.#protocol.refills) {
        bindings.resume(this.#lost);
        this.#protocol.resumed?.(this.#lost);
      } else bindings.keepGap();
      backOff.reset();
      this.#context.status({ state: 'live' });
      this.#hear();
      connection.listen();
      const reason = await connection.closed;
      this.#lose();
      return reason;
    } catch (error) {
      connection.end('not subscribed');
      throw error;
    } finally {
      this.#connection = undefined;
      signal.removeEventListener('abort', leave);
    }
  }

  async #open(): Promise<BrokerConnection> {
    const { entry, url, keepSession = false } = this.#broker;
    const { signal } = this.#context;
    // The host may take its time, but not longer than the connector runs.
    const credentials = await untilAborted(credentialsOf(entry), signal);
    const options = {
      url,
      version: this.#version,
      clientId: this.#clientId,
      keepSession,
      credentials,
      will: this.#protocol.will?.(),
      socket: this.#socket,
      onMessage: (topic: string, payload: Uint8Array, retained: boolean) =>
        this.#take(topic, payload, retained),
      onHeard: () => this.#hear(),
    };
    // A session or a will belongs to one page.
    const mayShare = !this.#broker.clientId && !options.will;
    return (mayShare && (await sharedConnection(options, signal))) || MqttConnection.open(options, signal);
  }

  async #subscribe(connection: BrokerConnection): Promise<void> {
    const { subscriptions } = this.#protocol;
    const refused = await connection.subscribe(subscriptions);
    for (const filter of refused) {
      this.#context.refuse({
        place: filter,
        found: 'a subscription that the broker refuses',
        allowed: 'a topic that this client may read',
      });
    }
    if (refused.length > 0 && refused.length === subscriptions.length) throw new MqttRefused(5);
  }

  #take(topic: string, payload: Uint8Array, retained: boolean): void {
    const { bindings } = this.#protocol;
    try {
      this.#protocol.take(topic, payload, retained);
    } catch (error) {
      // Whatever a message contains, the next one is read.
      this.#context.refuse({
        place: topic,
        found: String(error).slice(0, 200),
        allowed: 'a message that can be read',
      });
    }
    if (bindings.batch.length >= fullBatch) bindings.deliver();
  }

  #hear(): void {
    this.#heard = this.#context.now();
    this.#heardWall = performance.now();
    if (this.#gathering) return;
    this.#gathering = true;
    void this.#context.wait(gathering).then(() => {
      this.#gathering = false;
      if (this.#context.signal.aborted) return;
      this.#context.confirm();
      this.#protocol.bindings.deliver();
    });
  }

  #lose(): void {
    if (this.#context.signal.aborted) return;
    this.#lost = this.#protocol.knownUntil?.(this.#heard, this.#heardWall) ?? this.#heard;
    const { bindings } = this.#protocol;
    bindings.deliver();
    this.#protocol.lost?.(this.#lost);
    bindings.gap(this.#lost);
    bindings.deliver();
  }

  #leave(connection: BrokerConnection): void {
    const farewell = this.#protocol.farewell?.();
    // What is sent before the end is sent in order; nobody is left to wait for an answer.
    if (farewell) connection.publish(farewell).catch(() => {});
    connection.leave();
  }

  /** Whether the broker refuses MQTT 5, which nobody demanded. */
  #fallsBack(error: MqttRefused): boolean {
    if (!error.isVersion || this.#broker.version || this.#version !== '5') return false;
    this.#version = '3.1.1';
    return true;
  }

  /** Tells that it is of no use to try again, and waits until the connector has to end. */
  async #fail(detail: string): Promise<void> {
    this.#context.status({ state: 'failed', detail });
    while (!this.#context.signal.aborted) await this.#context.wait(60_000);
  }
}

/** A connection in the shared worker of the host; `undefined` where there is none. */
async function sharedConnection(
  options: MqttOptions,
  signal: AbortSignal,
): Promise<BrokerConnection | undefined> {
  const worker = sharedWorker();
  if (!worker) return undefined;
  const { SharedConnection } = await import('./shared-connection.js');
  return SharedConnection.open(worker, options, signal);
}
