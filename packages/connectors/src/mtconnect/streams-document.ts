import { type XmlReader, xmlToken } from '../internal/xml.js';
import { type DocumentHeader, type OnRefusal, readWholeNumber, refuseNumber } from './document.js';
import { elementNameAt, type ElementPattern, elementPattern } from './element-pattern.js';
import { levels, observationAllowed, type SetEntry, StreamObservation } from './stream-observation.js';
import { readTimeStamp } from './time-stamp.js';
import { openDocument, readHeader } from './xml-document.js';

const categories: Readonly<Record<string, StreamObservation['category']>> = {
  Samples: 'SAMPLE',
  Events: 'EVENT',
  Condition: 'CONDITION',
};

/**
 * Reads an MTConnectStreams document (the answer to `current` or `sample`), of any version and with or without a
 * namespace, and calls back for each observation. They come in the order of the document: by component, not by
 * sequence.
 *
 * An observation without a data item or a time stamp is refused with its place and left out; one with a malformed
 * sequence number is refused, too, but given without it, since its value and time are right.
 *
 * @throws {AgentError | DocumentError | XmlError} observations before the place of the mistake have been given then
 */
export function readStreams(
  text: string,
  onObservation: (observation: StreamObservation) => void,
  onRefusal: OnRefusal = () => {},
): DocumentHeader {
  const reader = openDocument(text, 'MTConnectStreams');
  const observation = new StreamObservation();
  /** What elements looked like last, by name. */
  const patterns = new Map<string, ElementPattern | undefined>();
  let header: DocumentHeader | undefined;
  for (let token = reader.next(); token !== xmlToken.end; token = reader.next()) {
    if (token !== xmlToken.open) continue;
    switch (reader.depth) {
      case 2:
        if (reader.name === 'Header') header = readHeader(reader, onRefusal);
        break;
      case 3:
        observation.deviceName = reader.attribute('name');
        break;
      case 4:
        observation.component = reader.attribute('component');
        observation.componentName = reader.attribute('name');
        break;
      case 5:
        observation.category = categories[reader.name] ?? 'EVENT';
        break;
      default:
        readObservations(reader, observation, patterns, onObservation, onRefusal);
    }
  }
  return header ?? emptyHeader;
}

const emptyHeader: DocumentHeader = {
  instanceId: undefined,
  creationTime: undefined,
  bufferSize: undefined,
  firstSequence: undefined,
  lastSequence: undefined,
  nextSequence: undefined,
};

/** The attributes of an observation that are read. */
const attributes = [
  'dataItemId',
  'timestamp',
  'sequence',
  'subType',
  'resetTriggered',
  'sampleRate',
  'type',
  'nativeCode',
  'nativeSeverity',
  'qualifier',
];
/** As `ElementPattern.groups`, for values that were read one by one. */
const inOrder = attributes.map((_, index) => index);

/** Reads the observations of a group of a component: the one that was just opened, and all that look like one before. */
function readObservations(
  reader: XmlReader,
  observation: StreamObservation,
  patterns: Map<string, ElementPattern | undefined>,
  onObservation: (observation: StreamObservation) => void,
  onRefusal: OnRefusal,
): void {
  const { name, tag, source } = reader;
  const start = reader.position - tag.length;
  const values = attributes.map((one) => reader.attribute(one));
  observation.entries = undefined;
  observation.text = readValue(reader, observation).trim();
  if (take(observation, name, values, inOrder, reader, start, onRefusal)) onObservation(observation);
  let pattern = elementPattern(tag, attributes);
  patterns.set(elementNameAt(tag, 0)!, pattern);
  observation.entries = undefined;
  while (pattern) {
    const at = reader.position;
    let found = matchAt(pattern, source, at);
    if (!found) {
      const other = patterns.get(elementNameAt(source, at) ?? '');
      if (!other || other === pattern || !(found = matchAt(other, source, at))) return;
      pattern = other;
    }
    reader.skipTo(pattern.expression.lastIndex);
    if (reader.hasReferences && found[0].includes('&'))
      for (let index = 1; index < found.length; index++)
        found[index] = reader.withoutReferences(found[index], at);
    observation.text = found[pattern.text].trim();
    const isTaken = take(observation, pattern.name, found, pattern.groups, reader, at, onRefusal);
    if (isTaken) onObservation(observation);
  }
}

function matchAt({ expression }: ElementPattern, source: string, position: number): RegExpExecArray | null {
  expression.lastIndex = position;
  return expression.exec(source);
}

/** Takes what was read of an observation, or refuses it. */
function take(
  observation: StreamObservation,
  name: string,
  values: readonly (string | undefined)[],
  groups: readonly (number | undefined)[],
  reader: XmlReader,
  start: number,
  onRefusal: OnRefusal,
): boolean {
  const id = valueOf(values, groups, 0);
  const timestamp = valueOf(values, groups, 1);
  const sequence = valueOf(values, groups, 2);
  const isCondition = observation.category === 'CONDITION';
  const time = timestamp === undefined ? undefined : readTimeStamp(timestamp);
  observation.sequence = sequence === undefined ? undefined : readWholeNumber(sequence);
  if (sequence !== undefined && observation.sequence === undefined) {
    refuseNumber(placeFrom(reader, start), 'sequence', sequence, onRefusal);
  }
  if (!id || time === undefined || (isCondition && !Object.hasOwn(levels, name))) {
    const found = `<${name} dataItemId=${id} timestamp=${timestamp}>`;
    onRefusal({ place: `${placeFrom(reader, start)}, ${id ?? name}`, found, allowed: observationAllowed });
    return false;
  }
  observation.element = name;
  observation.dataItemId = id;
  observation.time = time;
  observation.subType = valueOf(values, groups, 3);
  observation.resetTriggered = valueOf(values, groups, 4);
  observation.sampleRate = Number(valueOf(values, groups, 5) ?? 0);
  observation.level = isCondition ? levels[name] : 'normal';
  observation.type = isCondition ? valueOf(values, groups, 6) : undefined;
  observation.nativeCode = (isCondition && valueOf(values, groups, 7)) || undefined;
  observation.nativeSeverity = (isCondition && valueOf(values, groups, 8)) || undefined;
  observation.qualifier = (isCondition && valueOf(values, groups, 9)) || undefined;
  return true;
}

function valueOf(
  values: readonly (string | undefined)[],
  groups: readonly (number | undefined)[],
  attribute: number,
): string | undefined {
  const group = groups[attribute];
  return group === undefined ? undefined : values[group];
}

/** The place of the first element from a position on. */
function placeFrom(reader: XmlReader, start: number): string {
  return reader.placeOf(reader.source.indexOf('<', start));
}

/** The text of an element; the entries of one that has them are kept in the observation. */
function readValue(reader: XmlReader, observation: StreamObservation): string {
  const { depth } = reader;
  let text = '';
  for (let token = reader.next(); reader.depth >= depth; token = reader.next()) {
    if (token === xmlToken.text) text += reader.text;
    else if (token === xmlToken.open) (observation.entries ??= []).push(readEntry(reader));
  }
  return text;
}

/** An entry of a data set, or of a table: then with its cells. */
function readEntry(reader: XmlReader): SetEntry {
  const { depth } = reader;
  const key = reader.attribute('key') ?? reader.name;
  const isRemoved = reader.attribute('removed') === 'true';
  let text = '';
  let cells: [key: string, value: string][] | undefined;
  for (let token = reader.next(); reader.depth >= depth; token = reader.next()) {
    if (token === xmlToken.text) text += reader.text;
    else if (token === xmlToken.open) {
      (cells ??= []).push([reader.attribute('key') ?? reader.name, reader.readText().trim()]);
    }
  }
  return { key, value: isRemoved ? undefined : cells ? Object.fromEntries(cells) : text.trim() };
}
