import {
  AgentError,
  DocumentError,
  type DocumentHeader,
  type OnRefusal,
  readWholeNumber,
  refuseNumber,
} from './document.js';
import { elementsOf, isObject, type JsonElement, type JsonObject, property, textOf } from './json-node.js';
import type {
  DataItem,
  DataItemCategory,
  ProbeComponent,
  ProbeDevice,
  ProbeDocument,
} from './probe-document.js';
import { levels, observationAllowed, type SetEntry, StreamObservation } from './stream-observation.js';
import { readTimeStamp } from './time-stamp.js';

/**
 * Opens a document of version 1 or 2, or of the oldest layout, whose root has no name.
 *
 * @param root - what is wanted, e.g. `MTConnectStreams`
 * @throws {AgentError} if it is an error document of the agent
 * @throws {DocumentError} if it is another document
 * @throws {SyntaxError} if it is no JSON
 */
export function openJson(text: string, root: string): JsonElement {
  const document: unknown = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  if (!isObject(document)) throw new DocumentError(`found a list, allowed: ${root}`);
  const error = document['MTConnectError'] ?? (property(document, 'errors') && document);
  if (isObject(error)) throw errorOf({ name: 'MTConnectError', value: error, place: '' });
  const inside = document[root];
  if (isObject(inside)) return { name: root, value: inside, place: `/${root}` };
  if (property(document, root.replace('MTConnect', '')) !== undefined)
    return { name: root, value: document, place: '' };
  throw new DocumentError(`found ${Object.keys(document).join(', ').slice(0, 80)}, allowed: ${root}`);
}

/** As the reader of XML documents, for JSON. @throws {AgentError | DocumentError | SyntaxError} */
export function readProbe(text: string, onRefusal: OnRefusal = () => {}): ProbeDocument {
  const root = openJson(text, 'MTConnectDevices');
  const devices = elementsOf(root, 'Devices', () => 'Device').map((element): ProbeDevice => {
    const dataItems: DataItem[] = [];
    const device = componentOf(element, undefined);
    const componentCount = readComponent(element, device, dataItems, onRefusal) - 1;
    return { ...device, uuid: textOf(element.value, 'uuid'), componentCount, dataItems };
  });
  return { header: readHeader(root, onRefusal), devices };
}

/**
 * As the reader of XML documents, for JSON. Places are JSON pointers.
 *
 * @throws {AgentError | DocumentError | SyntaxError}
 */
export function readStreams(
  text: string,
  onObservation: (observation: StreamObservation) => void,
  onRefusal: OnRefusal = () => {},
): DocumentHeader {
  const root = openJson(text, 'MTConnectStreams');
  const observation = new StreamObservation();
  for (const device of elementsOf(root, 'Streams')) {
    observation.deviceName = textOf(device.value, 'name');
    // Version 1 has the plural, and lists of the oldest layout have no name of their own.
    const components = ['ComponentStream', 'ComponentStreams'].flatMap((key) => componentsOf(device, key));
    for (const component of components) {
      observation.component = textOf(component.value, 'component');
      observation.componentName = textOf(component.value, 'name');
      for (const [key, category] of groups) {
        observation.category = category;
        for (const element of elementsOf(component, key, nameOf))
          if (readObservation(element, observation, onRefusal)) onObservation(observation);
      }
    }
  }
  return readHeader(root, onRefusal) ?? ({} as DocumentHeader);
}

const groups = [
  ['Samples', 'SAMPLE'],
  ['Events', 'EVENT'],
  ['Condition', 'CONDITION'],
] as const;

/** Component streams in a list of their own kind: in version 2 the list stands where others name what is in it. */
function componentsOf(device: JsonElement, key: string): JsonElement[] {
  return elementsOf(device, key).filter(({ value }) => property(value, 'component') !== undefined);
}

/** `PART_COUNT` → `PartCount`; of a condition its level. */
function nameOf(value: JsonObject): string {
  const words = (textOf(value, 'level') ?? textOf(value, 'type') ?? '').split('_');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join('');
}

function readObservation(
  { name, value, place }: JsonElement,
  observation: StreamObservation,
  onRefusal: OnRefusal,
): boolean {
  const isCondition = observation.category === 'CONDITION';
  const id = textOf(value, 'dataItemId');
  const timestamp = textOf(value, 'timestamp');
  const time = timestamp === undefined ? undefined : readTimeStamp(timestamp);
  observation.sequence = wholeNumber(value, 'sequence', place, onRefusal);
  if (!id || time === undefined || (isCondition && !Object.hasOwn(levels, name))) {
    const found = `${name} dataItemId=${id} timestamp=${timestamp}`;
    onRefusal({ place: `${place}, ${id ?? name}`, found, allowed: observationAllowed });
    return false;
  }
  observation.element = name;
  observation.dataItemId = id;
  observation.time = time;
  observation.subType = textOf(value, 'subType');
  observation.resetTriggered = textOf(value, 'resetTriggered');
  observation.sampleRate = Number(textOf(value, 'sampleRate') ?? 0);
  observation.level = isCondition ? levels[name] : 'normal';
  observation.type = isCondition ? textOf(value, 'type') : undefined;
  observation.nativeCode = (isCondition && textOf(value, 'nativeCode')) || undefined;
  observation.nativeSeverity = (isCondition && textOf(value, 'nativeSeverity')) || undefined;
  observation.qualifier = (isCondition && textOf(value, 'qualifier')) || undefined;
  const said = property(value, 'value') ?? property(value, 'result') ?? property(value, 'samples') ?? '';
  observation.entries = entriesOf(property(value, 'entries') ?? said);
  observation.text = isObject(said) ? '' : (Array.isArray(said) ? said.join(' ') : String(said)).trim();
  return true;
}

/** The entries of a data set or a table: an object by key, or in the oldest layout a list. */
function entriesOf(said: unknown): SetEntry[] | undefined {
  if (isObject(said)) {
    return Object.entries(said).map(([key, value]) => {
      if (!isObject(value)) return { key, value: String(value) };
      if (value['removed'] === true) return { key, value: undefined };
      return {
        key,
        value: Object.fromEntries(Object.entries(value).map(([cell, one]) => [cell, String(one)])),
      };
    });
  }
  if (!Array.isArray(said) || !said.every(isObject)) return undefined;
  return said.map((entry) => {
    const key = textOf(entry, 'key') ?? '';
    const cells = property(entry, 'cells');
    if (!Array.isArray(cells))
      return { key, value: textOf(entry, 'removed') === 'true' ? undefined : (textOf(entry, 'value') ?? '') };
    const pairs = cells
      .filter(isObject)
      .map((cell) => [textOf(cell, 'key') ?? '', textOf(cell, 'value') ?? '']);
    return { key, value: Object.fromEntries(pairs) as Record<string, string> };
  });
}

function componentOf({ name, value }: JsonElement, parent: ProbeComponent | undefined): ProbeComponent {
  return { type: name, id: textOf(value, 'id'), name: textOf(value, 'name'), parent };
}

/** Reads the data items of a component and of those below it. Returns the number of components, itself included. */
function readComponent(
  element: JsonElement,
  owner: ProbeComponent,
  dataItems: DataItem[],
  onRefusal: OnRefusal,
): number {
  let count = 1;
  for (const { value, place } of elementsOf(element, 'DataItems')) {
    const [id, type, category] = ['id', 'type', 'category'].map((name) => textOf(value, name));
    if (!id || !type || !isCategory(category)) {
      const found = `id=${id} type=${type} category=${category}`;
      const allowed = 'id, type and category SAMPLE, EVENT or CONDITION';
      onRefusal({ place, found, allowed });
      continue;
    }
    const [name, subType, units, representation, sampleRate] = [
      'name',
      'subType',
      'units',
      'representation',
      'sampleRate',
    ].map((key) => textOf(value, key));
    dataItems.push({
      id,
      type,
      category,
      name,
      subType,
      units,
      representation,
      sampleRate,
      component: owner,
    });
  }
  for (const child of elementsOf(element, 'Components', (value) => nameOf(value) || 'Component'))
    count += readComponent(child, componentOf(child, owner), dataItems, onRefusal);
  return count;
}

function isCategory(word: string | undefined): word is DataItemCategory {
  return word === 'SAMPLE' || word === 'EVENT' || word === 'CONDITION';
}

function readHeader({ value, place }: JsonElement, onRefusal: OnRefusal): DocumentHeader | undefined {
  const header = property(value, 'Header');
  if (!isObject(header)) return undefined;
  const at = `${place}/Header`;
  const creation = textOf(header, 'creationTime');
  const creationTime = creation === undefined ? undefined : readTimeStamp(creation);
  if (creation !== undefined && creationTime === undefined)
    onRefusal({ place: `${at}, creationTime`, found: creation, allowed: 'an ISO 8601 time' });
  return {
    instanceId: textOf(header, 'instanceId'),
    creationTime,
    bufferSize: wholeNumber(header, 'bufferSize', at, onRefusal),
    firstSequence: wholeNumber(header, 'firstSequence', at, onRefusal),
    lastSequence: wholeNumber(header, 'lastSequence', at, onRefusal),
    nextSequence: wholeNumber(header, 'nextSequence', at, onRefusal),
  };
}

function wholeNumber(
  object: JsonObject,
  name: string,
  place: string,
  onRefusal: OnRefusal,
): number | undefined {
  const text = textOf(object, name);
  const value = text === undefined ? undefined : readWholeNumber(text);
  if (text !== undefined && value === undefined) refuseNumber(place, name, text, onRefusal);
  return value;
}

/** An error document: a list of errors, or in the oldest documents a single one. */
function errorOf(root: JsonElement): AgentError {
  const single = property(root.value, 'Error');
  const [first] = elementsOf(root, 'Errors', () => 'Error');
  const value = first?.value ?? (isObject(single) ? single : {});
  return new AgentError(
    textOf(value, 'errorCode') ?? 'ERROR',
    textOf(value, 'value') ?? textOf(value, 'result') ?? 'no text',
  );
}
