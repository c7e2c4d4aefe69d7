import type { Credentials } from '../internal/credentials.js';
import { MqttConnection, type Subscription } from '../internal/mqtt/connection.js';
import type { MqttVersion } from '../internal/mqtt/create-client.js';
import { MqttRefused } from '../internal/mqtt/refusal.js';
import type { PageSays } from '../internal/mqtt/shared-messages.js';
import type { SocketConstructor } from '../internal/mqtt/socket.js';
import type { Page } from './page.js';

/** How a broker is reached. */
export interface SharedBrokerOptions {
  readonly url: string;
  readonly version: MqttVersion;
  readonly credentials: Credentials | undefined;
  readonly socket: SocketConstructor;
}

/** What a page wants of a broker. */
export type Wish = Extract<PageSays, { readonly id: number }>;

/** One connection to a broker for several pages. Once it is lost, another one takes its place. */
export class SharedBroker {
  readonly #pages = new Set<Page>();
  readonly #end = new AbortController();
  readonly #connection: Promise<MqttConnection>;

  /** @param over - called when it can be joined no more */
  constructor({ url, version, credentials, socket }: SharedBrokerOptions, over: () => void) {
    this.#end.signal.addEventListener('abort', over);
    this.#connection = MqttConnection.open(
      {
        url,
        version,
        clientId: `twinfloor-${Math.random().toString(36).slice(2, 12)}`,
        keepSession: false,
        credentials,
        socket,
        onMessage: (topic, payload, retained) => {
          // A copy: a part of a packet would take the whole of it along to each page.
          const bytes = payload.slice();
          for (const page of this.#pages) page.take(topic, bytes, retained);
        },
        onHeard: () => {
          for (const page of this.#pages) page.heard();
        },
      },
      this.#end.signal,
    );
    void this.#watch();
  }

  /** Takes in a page; it is told when there is a connection, or that there is none. */
  join(page: Page): void {
    this.#pages.add(page);
    this.#connection.then(
      () => page.say({ type: 'opened' }),
      () => {},
    );
  }

  /** Lets a page go, with the subscriptions that nobody else has. The last one ends the connection. */
  leave(page: Page): void {
    if (!this.#pages.delete(page)) return;
    const filters = [...page.filters.keys()];
    page.filters.clear();
    if (this.#pages.size > 0) this.#unsubscribe(filters).catch(() => {});
    else this.#close();
  }

  /** Does what a page wants, and answers it. */
  async serve(page: Page, wish: Wish): Promise<void> {
    const { id } = wish;
    try {
      const connection = await this.#connection;
      let refused: readonly string[] = [];
      if (wish.type === 'subscribe') refused = await this.#subscribe(connection, page, wish.subscriptions);
      else if (wish.type === 'publish') await connection.publish(wish.message);
      else {
        wish.filters.forEach((filter) => page.filters.delete(filter));
        page.changed();
        await this.#unsubscribe(wish.filters);
      }
      page.say({ type: 'answer', id, refused });
    } catch (error) {
      page.say({ type: 'failed', id, ...reasonOf(error) });
    }
  }

  /** Every page subscribes anew, also to what others have, because only then the broker sends what it has retained. */
  async #subscribe(
    connection: MqttConnection,
    page: Page,
    subscriptions: readonly Subscription[],
  ): Promise<string[]> {
    for (const { filter, qos } of subscriptions) page.filters.set(filter, qos);
    page.changed();
    const highest = (filter: string): 0 | 1 =>
      [...this.#pages].some(({ filters }) => filters.get(filter) === 1) ? 1 : 0;
    const refused = await connection.subscribe(
      subscriptions.map(({ filter }) => ({ filter, qos: highest(filter) })),
    );
    for (const filter of refused) page.filters.delete(filter);
    if (refused.length > 0) page.changed();
    return refused;
  }

  async #unsubscribe(filters: readonly string[]): Promise<void> {
    const unused = filters.filter((filter) => ![...this.#pages].some((page) => page.filters.has(filter)));
    await (await this.#connection).unsubscribe(unused);
  }

  async #watch(): Promise<void> {
    let ended: { readonly reason: string; readonly code?: number };
    try {
      const connection = await this.#connection;
      this.#end.signal.addEventListener('abort', () => connection.leave());
      connection.listen();
      ended = { reason: await connection.closed };
    } catch (error) {
      ended = reasonOf(error);
    }
    for (const page of this.#pages) page.close(ended.reason, ended.code);
    this.#pages.clear();
    this.#close();
  }

  #close(): void {
    this.#end.abort();
  }
}

function reasonOf(error: unknown): { readonly reason: string; readonly code?: number } {
  const reason = error instanceof Error ? error.message : String(error);
  return error instanceof MqttRefused ? { reason, code: error.code } : { reason };
}
