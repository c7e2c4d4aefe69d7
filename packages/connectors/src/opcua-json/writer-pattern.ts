import { topicFits } from '../internal/mqtt/topic-filter.js';
import type { Origin } from './messages.js';

/** Whose data sets a binding means: what stands before the `#` of its `from`. */
export type WriterPattern = (origin: Origin, topic: string) => boolean;

/**
 * Reads `publisher/writer` with `+` for any of either, a writer alone, a topic filter, or nothing for anybody. A
 * writer is named by its DataSetWriterId or its DataSetWriterName. Publishers and writers may have `/` in their names,
 * so names are put together and compared instead of the pattern being taken apart.
 */
export function writerPattern(pattern: string): WriterPattern {
  if (pattern === '') return () => true;
  return (origin, topic) => namesOf(origin).includes(pattern) || topicFits(pattern, topic);
}

function namesOf({ publisher, writer, writerName }: Origin): string[] {
  const publishers = ['+', ...(publisher === undefined ? [] : [publisher])];
  const writers = ['+', writer, writerName].filter((name) => name !== undefined);
  return [...writers, ...publishers.flatMap((one) => writers.map((other) => `${one}/${other}`))];
}

/**
 * Who sends to a topic of the form that OPC 10000-14, 7.3.4.7 proposes:
 * `prefix/json/data/publisher/group/writer`. What the message itself says goes first.
 */
export function originOfTopic(topic: string): Origin {
  const [, publisher, writerName] =
    /^[^/]+\/json\/(?:data|metadata)\/([^/]+)(?:\/[^/]+(?:\/([^/]+))?)?$/.exec(topic) ?? [];
  return { publisher, writer: undefined, writerName };
}
