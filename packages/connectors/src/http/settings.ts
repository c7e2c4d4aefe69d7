import {
  type ConnectorSettings,
  httpLeast,
  type requestMethods,
  requestMethods as methods,
  socketAddress,
  type TextRule,
  webAddress,
} from '@twinfloor/core';
import type { PayloadSettings } from '../internal/payload.js';
import { checkedPayload, fail } from '../internal/payload-settings.js';

/** A message to a server: a text that is sent as it is, or an object that is sent as JSON. */
export type SocketMessage = string | Readonly<Record<string, unknown>>;

/** How a server is asked again and again. */
export interface RestSettings {
  readonly url: string;
  /** Milliseconds between an answer and the next question. */
  readonly interval: number;
  /** Milliseconds. */
  readonly timeout: number;
  readonly payload: PayloadSettings;
  readonly method: (typeof requestMethods)[number];
}

/** How a stream of events is listened to. */
export interface SseSettings {
  readonly url: string;
  readonly events: readonly string[] | undefined;
  /** Milliseconds; `undefined`: the server may be silent for any time. */
  readonly heartbeat: number | undefined;
  readonly resumes: boolean;
  readonly payload: PayloadSettings;
}

/** How a WebSocket is listened to. */
export interface WebsocketSettings {
  readonly url: string;
  readonly login: SocketMessage | undefined;
  readonly subscribe: readonly SocketMessage[];
  readonly ping: SocketMessage | undefined;
  /** Milliseconds; `undefined`: the server may be silent for any time. */
  readonly heartbeat: number | undefined;
  readonly payload: PayloadSettings;
}

/** @throws {RangeError} if a setting is wrong; the message names it, what was found and what is allowed */
export function restSettings({ settings }: ConnectorSettings): RestSettings {
  const { interval = 1000, timeout = 10_000, payload = {}, method = 'PUT' } = settings;
  if (!methods.some((each) => each === method)) fail('method', method, methods.join(', '));
  return {
    url: address(settings, webAddress),
    interval: whole('interval', interval),
    timeout: whole('timeout', timeout),
    payload: checkedPayload(payload),
    method: method as RestSettings['method'],
  };
}

/** @throws {RangeError} if a setting is wrong */
export function sseSettings({ settings }: ConnectorSettings): SseSettings {
  const { events, heartbeat, resumes = false, payload = {} } = settings;
  if (events !== undefined && !(Array.isArray(events) && events.every((name) => typeof name === 'string'))) {
    fail('events', events, 'a list of names of events');
  }
  if (typeof resumes !== 'boolean') fail('resumes', resumes, 'true or false');
  return {
    url: address(settings, webAddress),
    events,
    heartbeat: heartbeat === undefined ? undefined : whole('heartbeat', heartbeat),
    resumes,
    payload: checkedPayload(payload),
  };
}

/** @throws {RangeError} if a setting is wrong */
export function websocketSettings({ settings }: ConnectorSettings): WebsocketSettings {
  const { login, subscribe = [], ping, payload = {} } = settings;
  const { heartbeat = ping === undefined ? undefined : 10_000 } = settings;
  const message = 'a text or an object';
  if (login !== undefined && !isMessage(login)) fail('login', login, message);
  if (ping !== undefined && !isMessage(ping)) fail('ping', ping, message);
  if (!Array.isArray(subscribe) || !subscribe.every(isMessage)) {
    fail('subscribe', subscribe, 'a list of messages, each a text or an object');
  }
  return {
    url: address(settings, socketAddress),
    login,
    subscribe,
    ping,
    heartbeat: heartbeat === undefined ? undefined : whole('heartbeat', heartbeat),
    payload: checkedPayload(payload),
  };
}

function address({ url }: ConnectorSettings['settings'], { pattern, allowed }: TextRule): string {
  if (typeof url !== 'string' || !pattern.test(url)) fail('url', url, allowed);
  return url;
}

function whole(key: keyof typeof httpLeast, value: unknown): number {
  const least = httpLeast[key];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least) {
    fail(key, value, `a whole number from ${least}`);
  }
  return value;
}

function isMessage(value: unknown): value is SocketMessage {
  if (typeof value === 'string') return value !== '';
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
