import type { DocumentHeader, OnRefusal } from './document.js';
import type { ProbeDocument } from './probe-document.js';
import type { StreamObservation } from './stream-observation.js';

/** How the documents of an agent are read that are written in one format. */
export interface DocumentFormat {
  readProbe(text: string, onRefusal: OnRefusal): ProbeDocument;
  readStreams(
    text: string,
    onObservation: (observation: StreamObservation) => void,
    onRefusal: OnRefusal,
  ): DocumentHeader;
}

/** A document that an agent sent. */
export interface AgentDocument {
  readonly text: string;
  readonly format: DocumentFormat;
}

/** Loads how documents of a format are read. A page loads only what its agents write. */
export function loadFormat(format: 'xml' | 'json'): Promise<DocumentFormat> {
  return format === 'json' ? import('./json-documents.js') : import('./xml-documents.js');
}

/**
 * The format in which a document is written. It is told by its first sign: whatever was asked for and whatever content
 * type it has, nothing but XML begins with `<`.
 */
export function formatOf(text: string): Promise<DocumentFormat> {
  return loadFormat(/^\s*[{[]/.test(text) ? 'json' : 'xml');
}

/** Whether an error says that a document is broken, in whatever format it is written. */
export function isMalformed(error: unknown): error is SyntaxError {
  return error instanceof SyntaxError;
}
