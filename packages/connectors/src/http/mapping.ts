import type { Condition } from '@twinfloor/core';

/** One thing that a message says, as a mapping function of the host tells it. */
export interface Mapped {
  /** Address of the signal, e.g. `press-01/power`. Words of states are then the canonical ones, units those of the workshop. */
  readonly signal?: string;
  /** Instead of `signal`: what `from` of a binding says. */
  readonly source?: string;
  /** `null`: the source has no value. */
  readonly value: number | string | boolean | Condition | null;
  /** Milliseconds or seconds since the epoch, or ISO 8601 with `Z` or an offset. Default: when the message came. */
  readonly time?: number | string;
  /** `good`, `uncertain`, `bad` or a status code of OPC UA. Default: good. */
  readonly quality?: string | number;
}

/**
 * Takes a message apart.
 *
 * @param message - as `JSON.parse` gave it, not checked
 * @param from - the address that was asked (`rest`), the name of the event (`sse`); empty for `websocket`
 * @returns what it says; nothing for a message that says nothing. What is thrown is counted as a refusal
 */
export type MessageMap = (message: unknown, from: string) => Iterable<Mapped> | undefined;

/** What a host adds to a connector of the HTTP family. */
export interface MessageOptions {
  /** Takes messages apart, instead of JSON pointers. */
  readonly map: MessageMap;
}
