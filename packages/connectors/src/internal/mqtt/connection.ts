import { addressOf } from '../http/http.js';
import type { BrokerConnection, Message, MqttOptions, Subscription } from './broker-connection.js';
import { createClient } from './create-client.js';
import { MqttRefused } from './refusal.js';
import type { SocketLike } from './socket.js';

export type { BrokerConnection, Message, MqttOptions, Subscription } from './broker-connection.js';

/** So often the broker is asked for a sign of life, in milliseconds. */
const usualPingInterval = 15_000;

/**
 * A broker may forget a client after so many intervals without a word. Browsers let the timers of a hidden page run
 * once a minute, so it has to be several.
 */
const keptIntervals = 8;

/** So long an answer may take, in milliseconds. */
const answerLimit = 10_000;

/** So long a broker of MQTT 5 keeps a session, in seconds. */
const sessionExpiry = 3_600;

const noBytes = new Uint8Array();

/** DISCONNECT, normal, in both versions. */
const goodbye = new Uint8Array([0xe0, 0]);

/**
 * One connection to a broker, MQTT 3.1.1 or 5 over WebSocket. It does not reconnect; a new one is made instead. The
 * library below is hidden here: it speaks MQTT, and everything about time and loss is done by us, because it would
 * not notice a broker that went silent.
 */
export class MqttConnection implements BrokerConnection {
  readonly closed: Promise<string>;
  sessionPresent = false;
  #close!: (reason: string) => void;
  #open = true;
  #heard = Date.now();
  #asked = 0;
  /** The number of the next packet that is answered, as the library counts. */
  #packetId = 101;
  #maximumQos = 1;
  #waiting: (() => void)[] | undefined = [];
  #watch: ReturnType<typeof setInterval> | undefined;
  readonly #client: ReturnType<typeof createClient>;
  readonly #socket: SocketLike;
  readonly #options: MqttOptions;
  /** For people. */
  readonly #address: string;

  private constructor(socket: SocketLike, options: MqttOptions) {
    this.#options = options;
    this.#address = addressOf(options.url);
    this.#socket = socket;
    this.closed = new Promise((resolve) => (this.#close = resolve));
    this.#client = createClient(options.version ?? '5', {
      sess_stg: undefined,
      keep_alive: 0,
      // The library forgets whom an answer is for after three of these; our own limit comes first.
      rotate: { td: answerLimit / 2, n: 4 },
      on_mqtt_type: {
        mqtt_publish: (packet: Publish) => this.#queue(packet),
        mqtt_disconnect: ({ reason }: { reason?: number }) => this.#dismiss(Number(reason ?? 0)),
      },
    });
    this.#client.log_conn = undefined;
    this.#client.on_error = () => {};
  }

  /**
   * Opens a connection.
   *
   * @param signal - ends the attempt
   * @throws {MqttRefused} if the broker says no
   * @throws {Error} if it cannot be reached or does not answer in time
   */
  static async open(options: MqttOptions, signal: AbortSignal): Promise<MqttConnection> {
    const socket = new options.socket(options.url, ['mqtt']);
    const connection = new MqttConnection(socket, options);
    const end = (): void => connection.end('ended');
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    try {
      await connection.#handshake();
    } catch (error) {
      connection.end('not connected');
      throw error;
    } finally {
      signal.removeEventListener('abort', end);
    }
    return connection;
  }

  async subscribe(subscriptions: readonly Subscription[]): Promise<string[]> {
    if (subscriptions.length === 0) return [];
    this.#countPacket();
    const topics = subscriptions.map(({ filter, qos }) => [filter, { qos }] as const);
    const { answers } = await this.#answer(this.#client.subscribe({ topics }));
    return subscriptions.map(({ filter }) => filter).filter((_, index) => !(Number(answers[index]) < 0x80));
  }

  async unsubscribe(filters: readonly string[]): Promise<void> {
    if (filters.length === 0) return;
    this.#countPacket();
    await this.#answer(this.#client.unsubscribe({ topics: filters }));
  }

  async publish({ topic, payload, qos = 0, retain = false, expiry }: Message): Promise<void> {
    if (!this.#open) throw new Error(`${this.#address} is not connected`);
    const props = expiry === undefined ? undefined : { message_expiry_interval: Math.ceil(expiry) };
    const packet = { topic, payload, retain, qos: Math.min(qos, this.#maximumQos), props };
    if (packet.qos === 0) {
      // The public way of the library fails for QoS 0 (0.6.7): it wants a number for the packet, which has none.
      await this.#client._send('publish', packet);
      return;
    }
    this.#countPacket();
    const { reason } = await this.#answer(this.#client.publish(packet));
    if (Number(reason ?? 0) >= 0x80) throw new MqttRefused(Number(reason));
  }

  listen(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const take of waiting) take();
  }

  leave(): void {
    if (!this.#open) return;
    this.#socket.send(goodbye);
    this.end('ended');
  }

  end(reason: string): void {
    if (!this.#open) return;
    this.#open = false;
    clearInterval(this.#watch);
    this.#waiting = [];
    this.#close(reason);
    this.#socket.close();
  }

  async #handshake(): Promise<void> {
    const { clientId, keepSession, credentials, will, version = '5' } = this.#options;
    const socket = this.#socket;
    socket.binaryType = 'arraybuffer';
    const opened = new Promise<readonly [true]>((resolve) =>
      socket.addEventListener('open', () => resolve([true])),
    );
    socket.addEventListener('error', () => this.end(`${this.#address} cannot be reached`));
    socket.addEventListener('close', () => this.end(`${this.#address} closed the connection`));
    await this.#answer(opened);
    this.#attach();
    const interval = this.#options.pingInterval ?? usualPingInterval;
    const password = credentials?.password ?? credentials?.token;
    const answer = this.#client
      .connect({
        client_id: clientId,
        keep_alive: Math.ceil((interval * keptIntervals) / 1000),
        // MQTT 3.1.1 has no password without a user name.
        flags: { clean_start: !keepSession, username: password !== undefined },
        username: credentials?.username ?? '',
        password,
        will: will && { qos: 0, retain: false, ...will },
        ...(keepSession && version === '5' && { props: { session_expiry_interval: sessionExpiry } }),
      })
      .catch((error: unknown) => {
        throw new MqttRefused(Number((error as { reason?: unknown }).reason));
      });
    const { flags, props } = await this.#answer(answer);
    this.sessionPresent = Number(flags.session_present) === 1;
    this.#maximumQos = props?.maximum_qos ?? 1;
    const asked = (props?.server_keep_alive ?? Infinity) * 500;
    this.#watch = setInterval(() => this.#ping(), Math.min(interval, asked));
  }

  /** Joins the library to the socket with a wall between: what it throws for a malformed packet stays inside. */
  #attach(): void {
    const socket = this.#socket;
    const inner: Parameters<ReturnType<typeof createClient>['with_websock']>[0] = {
      binaryType: 'arraybuffer',
      readyState: 1,
      send: (data) => {
        if (this.#open) socket.send(data);
      },
    };
    this.#client.with_websock(inner);
    socket.addEventListener('message', ({ data }) => {
      if (!this.#open) return;
      this.#heard = Date.now();
      this.#options.onHeard();
      try {
        inner.onmessage?.({ data });
      } catch {
        this.end(`${this.#address} sent what is not MQTT`);
      }
    });
  }

  /** The library counts to 0 after 65,535 packets, which no packet may have: that number is used up unsent. */
  #countPacket(): void {
    if (this.#packetId === 0) {
      this.#client.unsubscribe({ topics: undefined }).catch(() => {});
      this.#packetId = 1;
    }
    this.#packetId = (this.#packetId + 1) % 0x10000;
  }

  /** A broker of MQTT 5 says why it ends the connection. */
  #dismiss(code: number): void {
    this.end(code < 0x80 ? `${this.#address} closed the connection` : new MqttRefused(code).message);
  }

  #queue(packet: Publish): void {
    if (this.#waiting) this.#waiting.push(() => this.#take(packet));
    else this.#take(packet);
  }

  #take({ topic, payload, retain, qos, pkt_id }: Publish): void {
    if (!this.#open) return;
    this.#options.onMessage(topic, payload ?? noBytes, Boolean(retain));
    if (qos === 1) this.#client.puback({ pkt_id }).catch(() => {});
  }

  /**
   * Asks for a sign of life, also while messages come: the broker wants to hear from us too. One that has said
   * nothing since the last time is given up.
   */
  #ping(): void {
    if (this.#asked > this.#heard) {
      this.end(`${this.#address} has been silent for ${Math.round((Date.now() - this.#heard) / 1000)} s`);
      return;
    }
    this.#asked = Date.now();
    this.#client.ping().catch(() => {});
  }

  /** Waits for an answer, but not longer than the connection lasts or patience allows. */
  async #answer<Packet>(
    answer: Promise<readonly [packet: Packet | undefined, error?: string]>,
  ): Promise<Packet> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Error(`${this.#address} does not answer`);
    const failure = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(late), answerLimit);
      void this.closed.then((reason) => reject(new Error(reason)));
    });
    try {
      const [packet] = await Promise.race([answer, failure]);
      if (packet === undefined) throw late;
      return packet;
    } finally {
      clearTimeout(timer);
      answer.catch(() => {});
    }
  }
}

interface Publish {
  readonly topic: string;
  readonly payload: Uint8Array | undefined;
  readonly pkt_id?: number;
  readonly qos: number;
  readonly retain: boolean | number;
}
