import { createClient } from './create-client.js';

/** The part of a WebSocket that is used; the global one of browsers, or one that a Node host brings. */
export interface SocketLike {
  binaryType: string;
  send(data: Uint8Array): void;
  close(): void;
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: ArrayBuffer }) => void): void;
}

/** Makes a WebSocket, as `new WebSocket(url, protocols)` does. */
export type SocketConstructor = new (url: string, protocols: string[]) => SocketLike;

/** What is needed for a connection. */
export interface MqttOptions {
  readonly url: string;
  readonly clientId: string;
  /** Whether the broker keeps messages of QoS 1 while the client is away. */
  readonly keepSession: boolean;
  readonly socket: SocketConstructor;
  /** Called with each message after {@link MqttConnection.listen}. Must not throw. */
  readonly onMessage: (topic: string, payload: Uint8Array, retained: boolean) => void;
  /** Milliseconds between signs of life. Default 15,000. */
  readonly pingInterval?: number;
  /** Called with whatever comes from the broker, also if it is no message. */
  readonly onHeard: () => void;
}

/** The broker answers and says no. */
export class MqttRefused extends Error {
  /** Whether the same try may succeed later. */
  readonly temporary: boolean;

  constructor(code: number) {
    super(refusals[code] ?? `the broker refuses the connection with code ${code}`);
    this.temporary = code === 3;
  }
}

const refusals: Readonly<Record<number, string>> = {
  1: 'the broker does not speak MQTT 3.1.1',
  2: 'the broker refuses the client id',
  3: 'the broker is not available',
  4: 'the broker refuses user name or password',
  5: 'the broker gives no permission',
};

/** So often the broker is asked for a sign of life, in milliseconds. */
const usualPingInterval = 15_000;

/**
 * A broker may forget a client after so many intervals without a word. Browsers let the timers of a hidden page run
 * once a minute, so it has to be several.
 */
const keptIntervals = 8;

/** So long an answer may take, in milliseconds. */
const answerLimit = 10_000;

const noBytes = new Uint8Array();

/**
 * One connection to a broker, MQTT 3.1.1 over WebSocket. It does not reconnect; a new one is made instead. The
 * library below is hidden here: it speaks MQTT, and everything about time and loss is done by us, because it would
 * not notice a broker that went silent.
 */
export class MqttConnection {
  /** Resolves with a sentence when the connection is lost or closed. */
  readonly closed: Promise<string>;
  /** Whether the broker still knew the client and its subscriptions. */
  sessionPresent = false;
  #close!: (reason: string) => void;
  #open = true;
  #heard = Date.now();
  #asked = 0;
  #waiting: (() => void)[] | undefined = [];
  #watch: ReturnType<typeof setInterval> | undefined;
  readonly #client: ReturnType<typeof createClient>;
  readonly #socket: SocketLike;
  readonly #options: MqttOptions;

  private constructor(socket: SocketLike, options: MqttOptions) {
    this.#options = options;
    this.#socket = socket;
    this.closed = new Promise((resolve) => (this.#close = resolve));
    this.#client = createClient({
      sess_stg: undefined,
      keep_alive: 0,
      on_mqtt_type: { mqtt_publish: (packet: Publish) => this.#queue(packet) },
    });
    this.#client.log_conn = undefined;
    this.#client.on_error = () => {};
    this.#client.on_sub = undefined;
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
    void connection.closed.then(() => signal.removeEventListener('abort', end));
    try {
      await connection.#handshake();
    } catch (error) {
      connection.end('not connected');
      throw error;
    }
    return connection;
  }

  /** Subscribes; resolves to the filters that the broker refuses. */
  async subscribe(filters: readonly string[], qos: 0 | 1): Promise<string[]> {
    if (filters.length === 0) return [];
    const topics = filters.map((filter) => [filter, { qos }] as const);
    const { answers } = await this.#answer(this.#client.subscribe({ topics }));
    return filters.filter((_, index) => Number(answers[index]) >= 0x80);
  }

  /** Ends subscriptions. */
  async unsubscribe(filters: readonly string[]): Promise<void> {
    await this.#answer(this.#client.unsubscribe(filters));
  }

  /** From now on messages are handed over, those that came before first. */
  listen(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const take of waiting) take();
  }

  /** Closes the connection. */
  end(reason: string): void {
    if (!this.#open) return;
    this.#open = false;
    clearInterval(this.#watch);
    this.#waiting = [];
    this.#close(reason);
    this.#socket.close();
  }

  async #handshake(): Promise<void> {
    const { url, clientId, keepSession } = this.#options;
    const socket = this.#socket;
    socket.binaryType = 'arraybuffer';
    const opened = new Promise<readonly [true]>((resolve) =>
      socket.addEventListener('open', () => resolve([true])),
    );
    socket.addEventListener('error', () => this.end(`${url} cannot be reached`));
    socket.addEventListener('close', () => this.end(`${url} closed the connection`));
    await this.#answer(opened);
    this.#attach();
    const interval = this.#options.pingInterval ?? usualPingInterval;
    const answer = this.#client
      .connect({
        client_id: clientId,
        keep_alive: Math.ceil((interval * keptIntervals) / 1000),
        flags: { clean_start: !keepSession },
      })
      .catch((error: unknown) => {
        throw new MqttRefused(Number((error as { reason?: unknown }).reason));
      });
    const { flags } = await this.#answer(answer);
    this.sessionPresent = Number(flags.session_present) === 1;
    this.#watch = setInterval(() => this.#ping(), interval);
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
        this.end(`${this.#options.url} sent what is not MQTT`);
      }
    });
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
      this.end(`${this.#options.url} has been silent for ${Math.round((Date.now() - this.#heard) / 1000)} s`);
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
    const late = new Error(`${this.#options.url} does not answer`);
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
