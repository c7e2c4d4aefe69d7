import type { Refusal } from '@twinfloor/core';

/** Counts what cannot be used. */
export type RefusePart = (refusal: Refusal) => void;

/** A part of a JSON document with the place where it stands, for reading what others wrote: it refuses and never throws. */
export class JsonPart {
  readonly value: unknown;
  /** E.g. `submodels[0].submodelElements[2]`; empty for the document itself. */
  readonly place: string;
  readonly #refuse: RefusePart;

  constructor(value: unknown, place: string, refuse: RefusePart) {
    this.value = value;
    this.place = place;
    this.#refuse = refuse;
  }

  /** Whether there is nothing. */
  get isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  /** Counts that this part cannot be used. */
  refuse(allowed: string): void {
    this.#refuse({ place: this.place || '$', found: quoted(this.value), allowed });
  }

  /** A member of an object; absent, too, where this is no object. */
  get(key: string): JsonPart {
    const { value } = this;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    const member =
      isObject && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
    return new JsonPart(member, this.place ? `${this.place}.${key}` : key, this.#refuse);
  }

  /** A member that is a text; anything else but nothing is refused. */
  text(key: string): string | undefined {
    const part = this.get(key);
    if (typeof part.value === 'string') return part.value;
    if (!part.isAbsent) part.refuse('text');
    return undefined;
  }

  /** A member that is a text with something in it; what is not is refused. */
  name(key: string): string | undefined {
    const part = this.get(key);
    if (typeof part.value === 'string' && part.value.trim()) return part.value.trim();
    part.refuse('text');
    return undefined;
  }

  /** The objects in a list; what is none, in it or instead of it, is refused. */
  list(key: string): JsonPart[] {
    const part = this.get(key);
    if (part.isAbsent) return [];
    if (!Array.isArray(part.value)) {
      part.refuse('a list');
      return [];
    }
    return part.value.flatMap((item: unknown, index) => {
      const one = new JsonPart(item, `${part.place}[${index}]`, this.#refuse);
      if (typeof item === 'object' && item !== null && !Array.isArray(item)) return [one];
      one.refuse('an object');
      return [];
    });
  }
}

/** A value for people, at most 200 characters. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 200);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null)
    return `an object: ${Object.keys(value).slice(0, 8).join(', ')}`.slice(0, 200);
  return value === undefined ? 'nothing' : String(value).slice(0, 200);
}
