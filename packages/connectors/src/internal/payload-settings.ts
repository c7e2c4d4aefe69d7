import { pointerText } from '@twinfloor/core';
import type { PayloadSettings } from './payload.js';

const payloadKeys = ['value', 'time', 'quality', 'equipment', 'signal', 'items'] as const;

/** The setting `payload`. @throws {RangeError} if it is no object of JSON pointers */
export function checkedPayload(payload: unknown): PayloadSettings {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
    fail('payload', payload, `an object with ${payloadKeys.join(', ')}`);
  }
  for (const [key, pointer] of Object.entries(payload)) {
    if (!payloadKeys.some((known) => known === key)) fail(`payload.${key}`, pointer, payloadKeys.join(', '));
    if (typeof pointer !== 'string' || !pointerText.pattern.test(pointer)) {
      fail(`payload.${key}`, pointer, pointerText.allowed);
    }
  }
  return payload;
}

/** Refuses a setting. */
export function fail(key: string, found: unknown, allowed: string): never {
  throw new RangeError(`invalid ${key}: ${JSON.stringify(found)}, allowed: ${allowed}`);
}
