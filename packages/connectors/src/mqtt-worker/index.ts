import type { SharedPort } from '../internal/mqtt/sharing.js';
import { socketOf } from '../internal/mqtt/socket.js';
import { ConnectionHub } from './connection-hub.js';

// The module of a shared worker: it has no exports, a page makes a `SharedWorker` of it for `shareConnections`.

if ('SharedWorkerGlobalScope' in globalThis) {
  const hub = new ConnectionHub(socketOf(undefined));
  globalThis.addEventListener('connect', (event) => {
    const [port] = (event as Event & { readonly ports: readonly SharedPort[] }).ports;
    hub.join(port);
  });
}
