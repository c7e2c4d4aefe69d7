import { topicSource } from '@twinfloor/core';
import type { PayloadSettings } from '../internal/payload.js';

/** What is published to ask the plant for a value. */
export interface RequestMessage {
  readonly topic: string;
  readonly payload: Uint8Array;
}

/**
 * Writes a request as the messages of this broker are written: the value and the time stand where the pointers say,
 * without pointers as `{ "value": …, "time": … }`.
 *
 * @param to - `topic` or `topic#/pointer`; an empty pointer makes the value the whole message
 * @param time - milliseconds since the epoch
 * @throws {Error} with a sentence for people if it names no single topic
 */
export function requestMessage(
  to: string,
  value: number | string,
  time: number,
  payload: PayloadSettings,
): RequestMessage {
  const { topic = to, pointer } = topicSource(to) ?? {};
  if (/[+#{}]/.test(topic)) throw new Error(`${topic} names no single topic to which a request could go`);
  const place = pointer ?? payload.value ?? '/value';
  let document: unknown = value;
  if (place !== '') {
    document = put(put(undefined, place, value), payload.time ?? '/time', time);
  }
  return { topic, payload: new TextEncoder().encode(JSON.stringify(document)) };
}

/** Writes a value where a JSON pointer says, into objects that are made where there are none. */
function put(document: unknown, pointer: string, value: unknown): unknown {
  const [name, ...rest] = pointer.split('/').slice(1);
  if (name === undefined) return value;
  // Without a prototype: a name such as __proto__ is one like any other.
  const part = (document ?? Object.create(null)) as Record<string, unknown>;
  const key = name.replaceAll('~1', '/').replaceAll('~0', '~');
  part[key] = put(part[key], rest.map((each) => `/${each}`).join(''), value);
  return part;
}
