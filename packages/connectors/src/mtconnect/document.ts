import type { Refusal } from '@twinfloor/core';
import { XmlReader, xmlToken } from '../internal/xml.js';
import { readTimeStamp } from './time-stamp.js';

/** What the header of an answer says. What is absent or malformed is `undefined`. */
export interface DocumentHeader {
  /** Changes when the agent starts anew; sequence numbers count within it. */
  readonly instanceId: string | undefined;
  /** The agent's time when it wrote the answer. */
  readonly creationTime: number | undefined;
  readonly bufferSize: number | undefined;
  readonly firstSequence: number | undefined;
  readonly lastSequence: number | undefined;
  readonly nextSequence: number | undefined;
}

/** Told of each part of a document that could not be used. */
export type OnRefusal = (refusal: Refusal) => void;

/** An answer that is a document, but not the one that was asked for. */
export class DocumentError extends Error {
  override name = 'DocumentError';
}

/** The agent answered with an error document. */
export class AgentError extends Error {
  override name = 'AgentError';
  /** The code of the first error, e.g. `OUT_OF_RANGE`. */
  readonly code: string;

  constructor(code: string, text: string) {
    super(`the agent answered ${code}: ${text}`);
    this.code = code;
  }
}

/**
 * Opens a document and goes to its root element.
 *
 * @param root - local name of the root element that is wanted, e.g. `MTConnectStreams`
 * @throws {AgentError} if it is an error document of the agent
 * @throws {DocumentError} if it is another document
 * @throws {XmlError} if it is not well formed
 */
export function openDocument(text: string, root: string): XmlReader {
  const reader = new XmlReader(text);
  reader.next();
  if (reader.name === 'MTConnectError') throw readErrors(reader);
  if (reader.name !== root) throw new DocumentError(`found <${reader.name}>, allowed: <${root}>`);
  return reader;
}

/** Reads the attributes of the header that was just opened. */
export function readHeader(reader: XmlReader, onRefusal: OnRefusal): DocumentHeader {
  const creationTime = reader.attribute('creationTime');
  const time = creationTime === undefined ? undefined : readTimeStamp(creationTime);
  if (creationTime !== undefined && time === undefined) {
    onRefusal({ place: `${reader.place}, creationTime`, found: creationTime, allowed: 'an ISO 8601 time' });
  }
  return {
    instanceId: reader.attribute('instanceId'),
    creationTime: time,
    bufferSize: wholeNumber(reader, 'bufferSize', onRefusal),
    firstSequence: wholeNumber(reader, 'firstSequence', onRefusal),
    lastSequence: wholeNumber(reader, 'lastSequence', onRefusal),
    nextSequence: wholeNumber(reader, 'nextSequence', onRefusal),
  };
}

/**
 * A whole number from 0 that stands in a text; `undefined` if it is something else. Written out for the same reason as
 * the reading of time stamps: it is done for each observation.
 */
export function readWholeNumber(text: string, from = 0, to = text.length): number | undefined {
  let value = 0;
  for (let position = from; position < to; position++) {
    const digit = text.charCodeAt(position) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    value = value * 10 + digit;
  }
  return to > from && value <= Number.MAX_SAFE_INTEGER ? value : undefined;
}

function wholeNumber(reader: XmlReader, name: string, onRefusal: OnRefusal): number | undefined {
  const text = reader.attribute(name);
  const value = text === undefined ? undefined : readWholeNumber(text);
  if (text !== undefined && value === undefined) refuseNumber(reader.place, name, text, onRefusal);
  return value;
}

/** Refuses what is no whole number. */
export function refuseNumber(place: string, name: string, found: string, onRefusal: OnRefusal): void {
  onRefusal({ place: `${place}, ${name}`, found, allowed: 'a whole number' });
}

/** What an error document says whose root was just opened. */
export function readErrors(reader: XmlReader): AgentError {
  let code = 'ERROR';
  let text = '';
  for (let token = reader.next(); token !== xmlToken.end; token = reader.next()) {
    if (token !== xmlToken.open || reader.name !== 'Error' || text !== '') continue;
    code = reader.attribute('errorCode') ?? code;
    text = reader.readText().trim() || 'no text';
  }
  return new AgentError(code, text);
}
