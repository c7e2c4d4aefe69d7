import type { Connector, ConnectorContext, ConnectorSettings } from '@twinfloor/core';
import { BackOff } from '../internal/back-off.js';
import { HttpError } from '../internal/http/http-error.js';
import { AgentClient } from './agent-client.js';
import { AgentSession } from './agent-session.js';
import { ContinuityError } from './answer-reader.js';
import { BoundItems } from './bound-items.js';
import { AgentError, DocumentError } from './document.js';
import { type MtconnectSettings, readSettings } from './settings.js';

/** Follows an MTConnect agent: probe, current, then samples, through restarts, gaps and lost connections. */
export class MtconnectConnector implements Connector {
  readonly #entry: ConnectorSettings;
  readonly #settings: MtconnectSettings;

  /** @throws {RangeError} if a setting is wrong */
  constructor(entry: ConnectorSettings) {
    this.#entry = entry;
    this.#settings = readSettings(entry);
  }

  async run(context: ConnectorContext): Promise<void> {
    const items = new BoundItems(this.#entry.bindings, context);
    const client = new AgentClient(this.#entry, this.#settings, context.signal);
    const session = new AgentSession(context, client, this.#settings, items);
    const backOff = new BackOff(context);
    const endDemand = context.onDemand(() => session.onDemand());
    let wasLive = false;
    while (!context.signal.aborted) {
      context.status({ state: 'connecting' });
      let failure: unknown;
      try {
        await session.follow(() => {
          wasLive = true;
          backOff.reset();
          context.status({ state: 'live' });
        });
      } catch (error) {
        failure = error;
      }
      if (context.signal.aborted) break;
      session.lose(failure);
      const detail = failure instanceof Error ? failure.message : String(failure);
      if (!wasLive && isFinal(failure)) {
        context.status({ state: 'failed', detail });
        await aborted(context.signal);
      } else if (!(session.hasCaughtUp && isContinuity(failure)))
        await backOff.wait(detail, failure instanceof HttpError ? failure.retryAfter : 0);
    }
    endDemand();
    context.status({ state: 'stopped' });
  }
}

/** Whether trying again is of no use. Once the agent was there, it is worth it whatever it says now. */
function isFinal(error: unknown): boolean {
  return error instanceof DocumentError || (error instanceof HttpError && error.isFinal);
}

/** Whether the agent is there, but was started anew or went on without us: it is read anew at once. */
function isContinuity(error: unknown): boolean {
  return error instanceof ContinuityError || (error instanceof AgentError && error.code === 'OUT_OF_RANGE');
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
