import type { ConditionLevel } from '@twinfloor/core';
import { type XmlReader, xmlToken } from '../internal/xml.js';
import { type DocumentHeader, type OnRefusal, openDocument, readHeader, wholeNumber } from './document.js';
import { readTimeStamp } from './time-stamp.js';

/** An observation while it is being read. The same object is used for each, so that none is allocated. */
export class StreamObservation {
  deviceName: string | undefined;
  /** Name of the component's element, e.g. `Path`. */
  component: string | undefined;
  componentName: string | undefined;
  category: 'SAMPLE' | 'EVENT' | 'CONDITION' = 'EVENT';
  /** Name of the element, e.g. `Execution`; of a condition its level. */
  element = '';
  dataItemId = '';
  subType: string | undefined;
  /** Milliseconds since the epoch. */
  time = 0;
  /** `undefined` where the attribute is missing or malformed. */
  sequence: number | undefined;
  /**
   * What it says: a value or `UNAVAILABLE`, the message of a condition, the numbers of a time series with spaces
   * between them. Of a data set or a table: `key=value` per entry, with spaces between them.
   */
  text = '';
  /** Conditions only. */
  level: ConditionLevel = 'normal';
  nativeCode: string | undefined;
  nativeSeverity: string | undefined;
  qualifier: string | undefined;
  /** Conditions only: the type of the data item. */
  type: string | undefined;
}

const levels: Readonly<Record<string, ConditionLevel>> = {
  Normal: 'normal',
  Warning: 'warning',
  Fault: 'fault',
  Unavailable: 'unavailable',
};

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
        if (readObservation(reader, observation, onRefusal)) onObservation(observation);
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

function readObservation(reader: XmlReader, observation: StreamObservation, onRefusal: OnRefusal): boolean {
  const { name } = reader;
  const id = reader.attribute('dataItemId');
  const timestamp = reader.attribute('timestamp');
  const time = timestamp === undefined ? undefined : readTimeStamp(timestamp);
  const isCondition = observation.category === 'CONDITION';
  const sequence = wholeNumber(reader, 'sequence', onRefusal);
  if (!id || time === undefined || (isCondition && !Object.hasOwn(levels, name))) {
    const found = `<${name} dataItemId=${id} timestamp=${timestamp}>`;
    const allowed = 'a dataItemId, an ISO 8601 timestamp, of a condition its level';
    onRefusal({ place: `${reader.place}, ${id ?? name}`, found, allowed });
    reader.readText();
    return false;
  }
  observation.element = name;
  observation.dataItemId = id;
  observation.time = time;
  observation.sequence = sequence;
  observation.subType = reader.attribute('subType');
  observation.level = isCondition ? levels[name] : 'normal';
  observation.type = isCondition ? reader.attribute('type') : undefined;
  observation.nativeCode = (isCondition && reader.attribute('nativeCode')) || undefined;
  observation.nativeSeverity = (isCondition && reader.attribute('nativeSeverity')) || undefined;
  observation.qualifier = (isCondition && reader.attribute('qualifier')) || undefined;
  observation.text = readValue(reader).trim();
  return true;
}

/** The text of an element; of one with entries (a data set, a table) `key=value` for each. */
function readValue(reader: XmlReader): string {
  const { depth } = reader;
  let text = '';
  for (let token = reader.next(); reader.depth >= depth; token = reader.next()) {
    if (token === xmlToken.text) text += reader.text;
    else if (token === xmlToken.open) text += ` ${reader.attribute('key') ?? reader.name}=`;
  }
  return text;
}
