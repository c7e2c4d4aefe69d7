import type { Credentials } from '../credentials.js';
import type { Message, Subscription } from './broker-connection.js';
import type { MqttVersion } from './create-client.js';

/** A message of the broker on its way from the worker to a page. */
export type SharedMessage = readonly [topic: string, payload: Uint8Array, retained: boolean];

/** What a page says to the shared worker. */
export type PageSays =
  | {
      readonly type: 'open';
      readonly url: string;
      readonly version: MqttVersion;
      readonly credentials: Credentials | undefined;
      /** Name of a lock that the page holds as long as it lives; `undefined`: pages have no locks here. */
      readonly lock: string | undefined;
    }
  | { readonly type: 'subscribe'; readonly id: number; readonly subscriptions: readonly Subscription[] }
  | { readonly type: 'unsubscribe'; readonly id: number; readonly filters: readonly string[] }
  | { readonly type: 'publish'; readonly id: number; readonly message: Message }
  | { readonly type: 'alive' }
  | { readonly type: 'bye' };

/** What the shared worker says to a page. */
export type WorkerSays =
  /** The worker runs; the broker may take longer. */
  | { readonly type: 'hello' }
  | { readonly type: 'opened' }
  /** There is no connection (any more). With a code: the broker refused it. */
  | { readonly type: 'closed'; readonly reason: string; readonly code?: number }
  | { readonly type: 'answer'; readonly id: number; readonly refused: readonly string[] }
  | { readonly type: 'failed'; readonly id: number; readonly reason: string; readonly code?: number }
  /** What came from the broker since the last time; empty: a sign of life. */
  | { readonly type: 'heard'; readonly messages: readonly SharedMessage[] };

/** So often a page tells that it lives, in milliseconds. */
export const aliveInterval = 20_000;

/** A worker that says nothing for so long is given up, in milliseconds; the broker is asked more often than that. */
export const workerPatience = 60_000;

/** A page that says nothing for so long is gone, in milliseconds; timers of hidden pages run once a minute. */
export const pagePatience = 150_000;
