import {
  type ConnectionStatus,
  type Connector,
  type ConnectorContext,
  type ConnectorFactory,
  type ConnectorSettings,
  messageSource,
  type PlantRequest,
} from '@twinfloor/core';
import { Bindings } from '../internal/bindings.js';
import { type Credentials, credentialsOf } from '../internal/credentials.js';
import { addressOf, ask, bytesOf } from '../internal/http/http.js';
import { RequestTargets } from '../internal/request-targets.js';
import { aborted, untilAborted } from '../internal/until-aborted.js';
import type { MessageMap, MessageOptions } from './mapping.js';
import { MessageReader } from './message-reader.js';
import { Poll } from './poll.js';
import { bodyWith } from './request-body.js';
import { type RestSettings, restSettings } from './settings.js';

export type { Mapped, MessageMap, MessageOptions } from './mapping.js';

/**
 * Asks a server for JSON again and again. Settings: `url`, `interval`, `timeout`, `payload`, `method`. In bindings
 * `from` is a JSON pointer into the answer, or an address relative to `url` with a pointer: `press/1#/power`.
 */
export const rest: ConnectorFactory = (entry) => new RestConnector(entry, restSettings(entry), undefined);

/** The same with a function of the host that takes the answers apart; sources of bindings are the names it gives. */
export function restWith({ map }: MessageOptions): ConnectorFactory {
  return (entry) => new RestConnector(entry, restSettings(entry), map);
}

class RestConnector implements Connector {
  #targets: RequestTargets | undefined;
  #context: ConnectorContext | undefined;
  readonly #entry: ConnectorSettings;
  readonly #settings: RestSettings;
  readonly #map: MessageMap | undefined;

  constructor(entry: ConnectorSettings, settings: RestSettings, map: MessageMap | undefined) {
    this.#entry = entry;
    this.#settings = settings;
    this.#map = map;
  }

  async run(context: ConnectorContext): Promise<void> {
    const entry = this.#entry;
    const settings = this.#settings;
    const bindings = new Bindings(entry.bindings, context);
    const rules = { payload: settings.payload, map: this.#map, isComplete: true };
    const reader = new MessageReader(rules, bindings, context);
    const credentials = (url: string): Promise<Credentials | undefined> => this.#credentials(url);
    const host = { settings, context, bindings, reader, credentials };
    const channels = [...reader.channels];
    if (channels.length === 0) channels.push('');
    const report = overallStatus(channels.length, (status) => context.status(status));
    this.#targets = new RequestTargets(entry.bindings, context);
    this.#context = context;
    const polls = channels.map(
      (channel, index) => new Poll(this.#urlOf(channel), channel, host, (status) => report(index, status)),
    );
    await Promise.all(polls.map((poll) => poll.run()));
    // An address that is not asked any more does not end the others, nor the connector.
    await aborted(context.signal);
    this.#context = undefined;
  }

  async request(request: PlantRequest): Promise<void> {
    const context = this.#context;
    if (!context || !this.#targets) throw new Error(`${addressOf(this.#settings.url)} is not connected`);
    const { to, value } = this.#targets.of(request);
    const { name = '', pointer } = messageSource(to) ?? {};
    const body = JSON.stringify(bodyWith(pointer || '/value', value));
    const { timeout, method } = this.#settings;
    const url = this.#urlOf(name);
    await ask(
      {
        url,
        signal: context.signal,
        patience: timeout,
        method,
        body,
        headers: { 'content-type': 'application/json' },
        credentials: await untilAborted(this.#credentials(url), context.signal),
      },
      // What it answers is not looked at: whether it was done is told by an observation.
      (response) => bytesOf(response),
    );
  }

  /** Those of the host are for the server of the entry, not for others that its bindings name. */
  async #credentials(url: string): Promise<Credentials | undefined> {
    const isOther = new URL(url, pageAddress()).origin !== new URL(this.#settings.url, pageAddress()).origin;
    return isOther ? undefined : credentialsOf(this.#entry);
  }

  #urlOf(channel: string): string {
    const { url } = this.#settings;
    if (channel === '') return url;
    return new URL(channel, new URL(url, pageAddress())).href;
  }
}

/** What relative addresses are relative to; `undefined` in Node. */
function pageAddress(): string | undefined {
  return (globalThis as { location?: { href: string } }).location?.href;
}

/**
 * The status of several addresses as one: live as long as one of them answers, and what is wrong with the others
 * beside it.
 */
function overallStatus(
  count: number,
  tell: (status: ConnectionStatus) => void,
): (index: number, status: ConnectionStatus) => void {
  const all: ConnectionStatus[] = Array.from({ length: count }, () => ({ state: 'connecting' }));
  let told = '';
  return (index, status) => {
    all[index] = status;
    const lost = all.find(({ state }) => state === 'waiting') ?? all.find(({ state }) => state === 'failed');
    const isLive = all.some(({ state }) => state === 'live');
    const one = all.find(({ state }) => state === 'connecting') ?? lost ?? status;
    const overall: ConnectionStatus = isLive
      ? { state: 'live', ...(lost?.detail !== undefined && { detail: lost.detail }) }
      : count === 1
        ? status
        : one;
    const text = JSON.stringify(overall);
    if (text === told) return;
    told = text;
    tell(overall);
  };
}
