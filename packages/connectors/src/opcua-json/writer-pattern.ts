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
  const isKnown = (name: string | undefined): name is string => name !== undefined;
  const writers = ['+', writer, writerName].filter(isKnown);
  return ['+', publisher]
    .filter(isKnown)
    .flatMap((one) => writers.map((other) => `${one}/${other}`))
    .concat(writers);
}

/**
 * Who sent something, as far as the message says it, else its topic if that has the form that OPC 10000-14, 7.3.4.7
 * proposes: `prefix/json/data/publisher/group/writer`.
 */
export function originIn({ publisher, writer, writerName }: Origin, topic: string): Origin {
  const namesWriter = (writer ?? writerName) !== undefined;
  const isTold = namesWriter && publisher !== undefined;
  const [, topicPublisher, topicWriter] = (isTold ? undefined : topicForm.exec(topic)) ?? [];
  return {
    publisher: publisher ?? topicPublisher,
    writer,
    writerName: namesWriter ? writerName : topicWriter,
  };
}

const topicForm = /^[^/]+\/json\/(?:data|metadata)\/([^/]+)(?:\/[^/]+(?:\/([^/]+))?)?$/;
