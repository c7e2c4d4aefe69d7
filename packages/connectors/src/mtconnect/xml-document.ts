import { XmlReader, xmlToken } from '../internal/xml.js';
import {
  AgentError,
  DocumentError,
  type DocumentHeader,
  type OnRefusal,
  readWholeNumber,
  refuseNumber,
} from './document.js';
import { readTimeStamp } from './time-stamp.js';

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

function wholeNumber(reader: XmlReader, name: string, onRefusal: OnRefusal): number | undefined {
  const text = reader.attribute(name);
  const value = text === undefined ? undefined : readWholeNumber(text);
  if (text !== undefined && value === undefined) refuseNumber(reader.place, name, text, onRefusal);
  return value;
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
