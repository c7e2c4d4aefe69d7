import { pointerText, type TextRule } from '../connector-rules.js';

// What the settings of `rest`, `sse` and `websocket` allow, for the check of the workshop file and for the connectors.

/** Address of a server that is asked over HTTP. */
export const webAddress: TextRule = {
  pattern: /^(https?:\/\/(?![^/?#]*@)|(?![A-Za-z][A-Za-z\d+.-]*:)).+$/,
  allowed: 'http://…, https://… or an address relative to the page, without user name and password',
};

/** Address of a WebSocket. */
export const socketAddress: TextRule = {
  pattern: /^(wss?:\/\/(?![^/?#]*@)|(?![A-Za-z][A-Za-z\d+.-]*:)).+$/,
  allowed: 'ws://…, wss://… or an address relative to the page, without user name and password',
};

/** The least that times among the settings may be, whole milliseconds. */
export const httpLeast = { interval: 10, timeout: 10, heartbeat: 10 } as const;

/** The methods with which `rest` can hand over a request. */
export const requestMethods = ['PUT', 'POST', 'PATCH'] as const;

/** What `from` and `to` of a binding name. */
export interface MessageSource {
  /** What messages are meant: an address, the name of an event, a name in the messages; `undefined`: all. */
  readonly name: string | undefined;
  /** A JSON pointer into the message; `undefined`: as `payload` says. */
  readonly pointer: string | undefined;
}

/** What is allowed for `from` and `to` of a binding, in words. */
export const messageSourceAllowed = 'a name, a JSON pointer, or both: meters/a#/total';

/** Reads `from` and `to` of a binding: `name`, `/pointer` or `name#/pointer`; `undefined` if it is none of them. */
export function messageSource(from: string): MessageSource | undefined {
  const end = from.indexOf('#');
  if (end < 0) return from.startsWith('/') ? pointed(undefined, from) : { name: from, pointer: undefined };
  return pointed(from.slice(0, end) || undefined, from.slice(end + 1));
}

function pointed(name: string | undefined, pointer: string): MessageSource | undefined {
  return pointerText.pattern.test(pointer) ? { name, pointer } : undefined;
}
