import { pagePatience, type PageSays, type WorkerSays } from '../internal/mqtt/shared-messages.js';
import type { SharedPort } from '../internal/mqtt/sharing.js';
import type { SocketConstructor } from '../internal/mqtt/socket.js';
import { Page } from './page.js';
import { SharedBroker } from './shared-broker.js';

/** What a hub may be told for tests. */
export interface HubOptions {
  /** Milliseconds after which a page that says nothing is gone. Default 150,000. */
  readonly patience?: number;
}

/** The connections of all pages: one for each broker, settings and credentials. */
export class ConnectionHub {
  /** By all that must be the same: the credentials stand in it, so it never leaves the worker. */
  readonly #brokers = new Map<string, SharedBroker>();
  readonly #socket: SocketConstructor;
  readonly #patience: number;

  constructor(socket: SocketConstructor, { patience = pagePatience }: HubOptions = {}) {
    this.#socket = socket;
    this.#patience = patience;
  }

  /** Takes in a page. */
  join(port: SharedPort): void {
    const say = (said: WorkerSays): void => port.postMessage(said);
    let page: Page | undefined;
    let broker: SharedBroker | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = (): void => {
      clearTimeout(timer);
      port.onmessage = null;
      if (page) broker?.leave(page);
      page?.end();
      port.close();
    };
    const live = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        say({ type: 'closed', reason: 'the page has been silent' });
        leave();
      }, this.#patience);
    };
    port.onmessage = ({ data }) => {
      const said = data as PageSays;
      live();
      if (said.type === 'bye') leave();
      else if (said.type === 'open') {
        page = new Page(say);
        broker = this.#brokerFor(said);
        broker.join(page);
        whenFree(said.lock, leave);
      } else if (page && said.type !== 'alive') void broker?.serve(page, said);
    };
    live();
    say({ type: 'hello' });
  }

  #brokerFor({ url, version, credentials }: PageSays & { type: 'open' }): SharedBroker {
    const { username, password, token } = credentials ?? {};
    const key = JSON.stringify([url, version, username ?? null, password ?? null, token ?? null]);
    const known = this.#brokers.get(key);
    if (known) return known;
    const made = new SharedBroker({ url, version, credentials, socket: this.#socket }, () => {
      if (this.#brokers.get(key) === made) this.#brokers.delete(key);
    });
    this.#brokers.set(key, made);
    return made;
  }
}

/** Calls back when a page has let go of its lock. */
function whenFree(lock: string | undefined, callback: () => void): void {
  const { locks } = (globalThis as { navigator?: { locks?: LockManager } }).navigator ?? {};
  if (lock === undefined || !locks) return;
  locks.request(lock, callback).catch(() => {});
}
