import { addressOf } from '../http/http.js';
import type { BrokerConnection, Message, MqttOptions, Subscription } from './broker-connection.js';
import { MqttRefused } from './refusal.js';
import {
  aliveInterval,
  type PageSays,
  type SharedMessage,
  workerPatience,
  type WorkerSays,
} from './shared-messages.js';
import type { SharedPort, SharedWorkerLike } from './sharing.js';

/** So long a worker may take to start, in milliseconds. */
const startLimit = 5_000;

/** The part of a page that is used, where there is one. */
interface Page {
  readonly navigator?: { readonly locks?: LockManager };
  addEventListener?(type: 'pagehide', listener: () => void): void;
  removeEventListener?(type: 'pagehide', listener: () => void): void;
}

const page = globalThis as Page;

/** A connection to a broker that lives in a shared worker, as one page sees it. */
export class SharedConnection implements BrokerConnection {
  readonly closed: Promise<string>;
  readonly sessionPresent = false;
  #close!: (reason: string) => void;
  #open = true;
  #heard = Date.now();
  #id = 0;
  #waiting: SharedMessage[] | undefined = [];
  readonly #answers = new Map<number, (answer: WorkerSays) => void>();
  readonly #port: SharedPort;
  readonly #options: MqttOptions;
  #watch: ReturnType<typeof setInterval> | undefined;

  private constructor(port: SharedPort, options: MqttOptions) {
    this.#port = port;
    this.#options = options;
    this.closed = new Promise((resolve) => (this.#close = resolve));
  }

  /**
   * Asks a worker for a connection.
   *
   * @param signal - ends the attempt
   * @returns `undefined` if the worker does not start
   * @throws {MqttRefused} if the broker says no
   * @throws {Error} if it cannot be reached or does not answer in time
   */
  static async open(
    worker: SharedWorkerLike,
    options: MqttOptions,
    signal: AbortSignal,
  ): Promise<SharedConnection | undefined> {
    const connection = new SharedConnection(worker.port, options);
    const end = (): void => connection.leave();
    signal.addEventListener('abort', end, { once: true });
    try {
      const opened = connection.#handshake(worker);
      if (signal.aborted) end();
      return (await opened) ? connection : undefined;
    } catch (error) {
      connection.leave();
      throw error;
    } finally {
      signal.removeEventListener('abort', end);
    }
  }

  async subscribe(subscriptions: readonly Subscription[]): Promise<string[]> {
    const answer = await this.#ask((id) => ({ type: 'subscribe', id, subscriptions }));
    return [...answer.refused];
  }

  async unsubscribe(filters: readonly string[]): Promise<void> {
    await this.#ask((id) => ({ type: 'unsubscribe', id, filters }));
  }

  async publish(message: Message): Promise<void> {
    await this.#ask((id) => ({ type: 'publish', id, message }));
  }

  listen(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    this.#take(waiting);
  }

  leave(): void {
    this.end('ended');
  }

  end(reason: string): void {
    if (!this.#open) return;
    this.#say({ type: 'bye' });
    this.#open = false;
    clearInterval(this.#watch);
    page.removeEventListener?.('pagehide', this.#hide);
    this.#port.close();
    this.#close(reason);
  }

  // A page that is hidden for good, or kept to come back later, uses no connection; one that comes back makes a new one.
  readonly #hide = (): void => this.end('the page was left');

  /** Resolves to whether there is a connection; `false`: the worker did not start. */
  #handshake(worker: SharedWorkerLike): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        this.end('no worker');
        resolve(false);
      };
      const timer = setTimeout(giveUp, startLimit);
      worker.onerror = giveUp;
      this.#port.onmessage = ({ data }) => {
        const said = data as WorkerSays;
        if (said.type === 'hello') {
          clearTimeout(timer);
          worker.onerror = null;
          void this.#introduce();
        } else if (said.type === 'opened') {
          this.#begin();
          resolve(true);
        } else if (said.type === 'closed') reject(errorOf(said));
      };
      void this.closed.then((reason) => {
        clearTimeout(timer);
        reject(new Error(reason));
      });
    });
  }

  async #introduce(): Promise<void> {
    const { url, version = '5', credentials } = this.#options;
    const lock = await this.#hold();
    this.#say({ type: 'open', url, version, credentials, lock });
  }

  /** Takes a lock that the browser gives back when the page is gone, however that came. */
  async #hold(): Promise<string | undefined> {
    const locks = page.navigator?.locks;
    if (!locks) return undefined;
    const name = `twinfloor-${Math.random().toString(36).slice(2)}`;
    return new Promise((resolve) => {
      locks
        .request(name, () => {
          resolve(name);
          return this.closed;
        })
        .catch(() => resolve(undefined));
    });
  }

  #begin(): void {
    this.#port.onmessage = ({ data }) => {
      this.#heard = Date.now();
      const said = data as WorkerSays;
      if (said.type === 'heard') {
        this.#options.onHeard();
        if (this.#waiting) this.#waiting.push(...said.messages);
        else this.#take(said.messages);
      } else if (said.type === 'closed') this.end(said.reason);
      else if (said.type === 'answer' || said.type === 'failed') {
        this.#answers.get(said.id)?.(said);
        this.#answers.delete(said.id);
      }
    };
    page.addEventListener?.('pagehide', this.#hide);
    this.#heard = Date.now();
    this.#watch = setInterval(() => {
      if (Date.now() - this.#heard > workerPatience) this.end('the shared connection has been silent');
      else this.#say({ type: 'alive' });
    }, aliveInterval);
  }

  #take(messages: readonly SharedMessage[]): void {
    for (const [topic, payload, retained] of messages) this.#options.onMessage(topic, payload, retained);
  }

  /** The worker always answers: its own waits for the broker have an end. */
  async #ask(question: (id: number) => PageSays): Promise<WorkerSays & { type: 'answer' }> {
    if (!this.#open) throw new Error(`${addressOf(this.#options.url)} is not connected`);
    const id = this.#id++;
    const answer = new Promise<WorkerSays>((resolve, reject) => {
      this.#answers.set(id, resolve);
      void this.closed.then((reason) => reject(new Error(reason)));
    });
    this.#say(question(id));
    const said = await answer;
    if (said.type !== 'answer') throw errorOf(said as WorkerSays & { type: 'failed' });
    return said;
  }

  #say(said: PageSays): void {
    if (this.#open) this.#port.postMessage(said);
  }
}

function errorOf({ reason, code }: { readonly reason: string; readonly code?: number }): Error {
  return code === undefined ? new Error(reason) : new MqttRefused(code);
}
