import { pointerText } from '@twinfloor/core';

/** Finds a part of a JSON document; `undefined` where there is none. */
export type JsonPointer = (document: unknown) => unknown;

/**
 * Reads a JSON pointer (RFC 6901): `/items/0/value`; the empty text is the whole document.
 *
 * @throws {RangeError} if it is none
 */
export function jsonPointer(text: string): JsonPointer {
  if (!pointerText.pattern.test(text)) {
    throw new RangeError(`invalid JSON pointer: ${text}, allowed: ${pointerText.allowed}`);
  }
  const names = text
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return (document) => {
    let part = document;
    for (const name of names) {
      // Own properties only: `/constructor` finds nothing in a document that has no such key.
      if (typeof part !== 'object' || part === null || !Object.hasOwn(part, name)) return undefined;
      part = (part as Record<string, unknown>)[name];
    }
    return part;
  };
}
