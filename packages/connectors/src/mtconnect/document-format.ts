import { XmlError } from '../internal/xml.js';
import type { DocumentHeader, OnRefusal } from './document.js';
import { type ProbeDocument, readProbe } from './probe-document.js';
import { readStreams, type StreamObservation } from './streams-document.js';

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

const xml: DocumentFormat = { readProbe, readStreams };

/**
 * The format in which a document is written. It is told by its first sign: whatever was asked for and whatever content
 * type it has, nothing but XML begins with `<`.
 */
export async function formatOf(text: string): Promise<DocumentFormat> {
  return /^\s*[{[]/.test(text) ? import('./json-documents.js') : xml;
}

/** Whether an error says that a document is broken, in whatever format it is written. */
export function isMalformed(error: unknown): error is Error {
  return error instanceof XmlError || error instanceof SyntaxError;
}
