import type { Refusal } from '@twinfloor/core';

/** What the header of an answer says. What is absent or malformed is `undefined`. */
export interface DocumentHeader {
  /** Changes when the agent starts anew; sequence numbers count within it. */
  readonly instanceId: string | undefined;
  /** The agent's time when it wrote the answer. */
  readonly creationTime: number | undefined;
  readonly bufferSize: number | undefined;
  readonly firstSequence: number | undefined;
  readonly lastSequence: number | undefined;
  readonly nextSequence: number | undefined;
}

/** Told of each part of a document that could not be used. */
export type OnRefusal = (refusal: Refusal) => void;

/** An answer that is a document, but not the one that was asked for. */
export class DocumentError extends Error {
  override name = 'DocumentError';
}

/** The agent answered with an error document. */
export class AgentError extends Error {
  override name = 'AgentError';
  /** The code of the first error, e.g. `OUT_OF_RANGE`. */
  readonly code: string;

  constructor(code: string, text: string) {
    super(`the agent answered ${code}: ${text}`);
    this.code = code;
  }
}

/**
 * A whole number from 0 that stands in a text; `undefined` if it is something else. Written out for the same reason as
 * the reading of time stamps: it is done for each observation.
 */
export function readWholeNumber(text: string, from = 0, to = text.length): number | undefined {
  let value = 0;
  for (let position = from; position < to; position++) {
    const digit = text.charCodeAt(position) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    value = value * 10 + digit;
  }
  return to > from && value <= Number.MAX_SAFE_INTEGER ? value : undefined;
}

/** Refuses what is no whole number. */
export function refuseNumber(place: string, name: string, found: string, onRefusal: OnRefusal): void {
  onRefusal({ place: `${place}, ${name}`, found, allowed: 'a whole number' });
}
