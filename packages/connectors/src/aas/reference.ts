import type { JsonPart } from './json-part.js';

/** A reference of the metamodel: to something of an environment, or to a concept outside of it. */
export interface Reference {
  /** From the outside in. At least one. */
  readonly keys: readonly ReferenceKey[];
}

/** One step of a reference. */
export interface ReferenceKey {
  /** E.g. `Submodel`, `GlobalReference`. */
  readonly type: string;
  readonly value: string;
}

/** Reads a reference; `undefined` if there is none, or it was refused. */
export function readReference(part: JsonPart): Reference | undefined {
  if (part.isAbsent) return undefined;
  const keys = part.list('keys').flatMap((key): ReferenceKey[] => {
    const value = key.text('value');
    return value ? [{ type: key.text('type') ?? '', value }] : [];
  });
  return keys.length > 0 ? { keys } : undefined;
}

/**
 * Whether two references mean the same: key by key, by their values. Their types do not count, as the same concept is named by
 * one source as a GlobalReference and by another as a ConceptDescription.
 */
export function isSameReference(one: Reference, other: Reference): boolean {
  return (
    one.keys.length === other.keys.length &&
    one.keys.every(({ value }, index) => value.trim() === other.keys[index].value.trim())
  );
}

/** What a reference leads to: the value of its last key. */
export function targetOf({ keys }: Reference): string {
  return keys[keys.length - 1].value.trim();
}
