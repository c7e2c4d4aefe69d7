/** What a page and the shared worker say to each other, as a `MessagePort` carries it. */
export interface SharedPort {
  postMessage(message: unknown): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  close(): void;
}

/** A `SharedWorker`, as far as it is used. */
export interface SharedWorkerLike {
  readonly port: SharedPort;
  onerror: ((event: Event) => void) | null;
}

let make: (() => SharedWorkerLike) | undefined;

/**
 * Lets all pages of this site that read from the same broker, with the same settings and the same credentials, use
 * one connection: it lives in a shared worker. The page makes it, because the address of a worker is a matter of its
 * policies:
 *
 * ```ts
 * shareConnections(() => new SharedWorker(new URL('@twinfloor/connectors/mqtt-worker', import.meta.url), { type: 'module' }));
 * ```
 *
 * Where there are no shared workers, or this one does not start, each page has a connection of its own, as without
 * this call. A connection with a fixed `clientId` or a will is never shared.
 *
 * @param worker - called for each connection, always with the same address; `undefined`: nothing is shared
 */
export function shareConnections(worker: (() => SharedWorkerLike) | undefined): void {
  make = worker;
}

/** The way to the worker for one connection; `undefined` where there is none. */
export function sharedWorker(): SharedWorkerLike | undefined {
  try {
    return make?.();
  } catch {
    // A browser without shared workers, or a page that may have none.
    return undefined;
  }
}
