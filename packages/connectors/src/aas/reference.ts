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
 * The first match of a pattern among the concepts that references mean, compared key by key: a concept is named by one key, and
 * a reference of several keys means something else that is reached over it. The type of the key does not count, as the same
 * concept is a GlobalReference to one source and a ConceptDescription to another.
 */
export function meaningIn(references: readonly Reference[], pattern: RegExp): RegExpExecArray | undefined {
  for (const { keys } of references) {
    const match = keys.length === 1 ? pattern.exec(keys[0].value.trim()) : null;
    if (match) return match;
  }
  return undefined;
}

/** What a reference leads to: the value of its last key. */
export function targetOf({ keys }: Reference): string {
  return keys[keys.length - 1].value.trim();
}
