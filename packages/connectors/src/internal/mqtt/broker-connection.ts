import type { Credentials } from '../credentials.js';
import type { MqttVersion } from './create-client.js';
import type { SocketConstructor } from './socket.js';

/** What is published. */
export interface Message {
  readonly topic: string;
  readonly payload: Uint8Array;
  /** Default 0. */
  readonly qos?: 0 | 1;
  /** Whether the broker keeps it for those who subscribe later. Default `false`. */
  readonly retain?: boolean;
  /** MQTT 5: seconds after which the broker hands it to nobody any more. Default: never. */
  readonly expiry?: number;
}

/** What is listened to. */
export interface Subscription {
  readonly filter: string;
  readonly qos: 0 | 1;
}

/** What is needed for a connection. */
export interface MqttOptions {
  readonly url: string;
  /** Default 5. */
  readonly version?: MqttVersion;
  readonly clientId: string;
  /** Whether the broker keeps messages of QoS 1 while the client is away: an hour with MQTT 5, else as it likes. */
  readonly keepSession: boolean;
  readonly credentials?: Credentials | undefined;
  /** What the broker publishes when it loses the client. */
  readonly will?: Message | undefined;
  readonly socket: SocketConstructor;
  /** Called with each message after {@link BrokerConnection.listen}. Must not throw. */
  readonly onMessage: (topic: string, payload: Uint8Array, retained: boolean) => void;
  /** Milliseconds between signs of life. Default 15,000. */
  readonly pingInterval?: number;
  /** Called with whatever comes from the broker, also if it is no message. */
  readonly onHeard: () => void;
}

/** A connection to a broker as those see it who use it. */
export interface BrokerConnection {
  /** Resolves with a sentence when the connection is lost or closed. */
  readonly closed: Promise<string>;
  /** Whether the broker still knew the client and its subscriptions. */
  readonly sessionPresent: boolean;
  /** Subscribes; resolves to the filters that the broker refuses. */
  subscribe(subscriptions: readonly Subscription[]): Promise<string[]>;
  /** Ends subscriptions. */
  unsubscribe(filters: readonly string[]): Promise<void>;
  /** Publishes; resolves when it is sent, with QoS 1 when the broker has it. Rejects with a sentence. */
  publish(message: Message): Promise<void>;
  /** From now on messages are handed over, those that came before first. */
  listen(): void;
  /** Says goodbye, so that the broker does not publish the will, and closes the connection. */
  leave(): void;
  /** Closes the connection without a word; the broker publishes the will. */
  end(reason: string): void;
}
