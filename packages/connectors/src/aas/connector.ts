import type { Connector, ConnectorContext, ConnectorSettings } from '@twinfloor/core';
import { BackOff } from '../internal/back-off.js';
import { HttpError } from '../internal/http/http-error.js';
import { BoundElements } from './bound-elements.js';
import { AasClient } from './client.js';
import { AasSession } from './session.js';
import { type AasSettings, readSettings } from './settings.js';
import type { AasSource } from './source.js';

/** Reads Asset Administration Shells, tells what they say of equipment and looks at their values again and again. */
export class AasConnector implements Connector {
  readonly #entry: ConnectorSettings;
  readonly #settings: AasSettings;

  /** @throws {RangeError} if a setting is wrong */
  constructor(entry: ConnectorSettings) {
    this.#entry = entry;
    this.#settings = readSettings(entry);
  }

  async run(context: ConnectorContext): Promise<void> {
    const { place, timeout } = this.#settings;
    const bound = new BoundElements(this.#entry.bindings, context);
    const client = new AasClient(this.#entry, place.url, timeout, context.signal);
    const source = await this.#source(client, context);
    const session = new AasSession(context, this.#settings, client, source, bound);
    const backOff = new BackOff(context);
    let wasLive = false;
    while (!context.signal.aborted) {
      context.status({ state: 'connecting' });
      try {
        await session.follow(() => {
          wasLive = true;
          backOff.reset();
          context.status({ state: 'live' });
        });
      } catch (error) {
        if (context.signal.aborted) break;
        session.lose();
        const detail = error instanceof Error ? error.message : String(error);
        if (!wasLive && error instanceof HttpError && error.isFinal) {
          context.status({ state: 'failed', detail });
          await aborted(context.signal);
        } else await backOff.wait(detail, error instanceof HttpError ? error.retryAfter : 0);
      }
    }
    context.status({ state: 'stopped' });
  }

  /** Only what the place needs is loaded. */
  async #source(client: AasClient, context: ConnectorContext): Promise<AasSource> {
    const { place } = this.#settings;
    const refuse = context.refuse.bind(context);
    if (place.kind === 'file')
      return new (await import('./file-source.js')).FileSource(client, place.url, refuse);
    return new (await import('./repository-source.js')).RepositorySource(client, this.#settings, refuse);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
