import { dataSetSource, dataSetSourceAllowed } from '@twinfloor/core';
import type { Refuse } from './field.js';
import type { Origin } from './messages.js';
import { type WriterPattern, writerPattern } from './writer-pattern.js';

/** What is bound to a field or to a member of its structure. */
export interface FieldRoute {
  /** Name of the source in the bindings. */
  readonly source: string;
  /** Names of the members on the way to the value, from the outside in. */
  readonly path: readonly string[];
}

interface Source {
  readonly name: string;
  readonly isOf: WriterPattern;
  readonly field: string;
}

/** What the bindings of a connector take from data sets, by their `from`. */
export class Routes {
  readonly #sources: readonly Source[];

  /** @param refuse - called for a `from` of a wrong form; the others go on */
  constructor(sources: Iterable<string>, refuse: Refuse) {
    this.#sources = [...sources].flatMap((name) => {
      const source = dataSetSource(name);
      if (!source) refuse('from', name, dataSetSourceAllowed);
      return source ? [{ name, isOf: writerPattern(source.writer), field: source.field }] : [];
    });
  }

  /** What is bound to a field of a writer: its own name, or a way that begins with it. */
  ofField(field: string, origin: Origin, topic: string): FieldRoute[] {
    return this.#sources.flatMap(({ name, field: wanted, isOf }) => {
      const isWhole = wanted === field;
      if (wanted === '' || !(isWhole || wanted.startsWith(`${field}/`)) || !isOf(origin, topic)) return [];
      return [{ source: name, path: isWhole ? [] : wanted.slice(field.length + 1).split('/') }];
    });
  }

  /** What is bound to the events of a writer as a whole. */
  ofEvents(origin: Origin, topic: string): string[] {
    return this.#sources
      .filter(({ field, isOf }) => field === '' && isOf(origin, topic))
      .map(({ name }) => name);
  }
}
