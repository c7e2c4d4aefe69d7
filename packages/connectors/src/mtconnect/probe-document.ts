import { type XmlReader, xmlToken } from '../internal/xml.js';
import type { DocumentHeader, OnRefusal } from './document.js';
import { openDocument, readHeader } from './xml-document.js';

/** The categories of data items. */
export type DataItemCategory = 'SAMPLE' | 'EVENT' | 'CONDITION';

/** A component of a device, or the device itself. */
export interface ProbeComponent {
  /** Name of the element, e.g. `Device`, `Path`, `Linear`. */
  readonly type: string;
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly parent: ProbeComponent | undefined;
}

/** Something a device can tell: the definition of its observations. */
export interface DataItem {
  readonly id: string;
  readonly name: string | undefined;
  /** E.g. `EXECUTION`, `x:MOTION`. */
  readonly type: string;
  readonly subType: string | undefined;
  readonly category: DataItemCategory;
  readonly units: string | undefined;
  /** `TIME_SERIES`, `DATA_SET`, `TABLE`; `undefined` or anything else is one value. */
  readonly representation?: string | undefined;
  /** Time series only: samples a second, as far as the model says it. */
  readonly sampleRate?: string | undefined;
  readonly component: ProbeComponent;
}

/** A device of an agent with all its data items, in the order of the document. */
export interface ProbeDevice extends ProbeComponent {
  readonly uuid: string | undefined;
  readonly componentCount: number;
  readonly dataItems: readonly DataItem[];
}

/** What a `probe` answers. */
export interface ProbeDocument {
  readonly header: DocumentHeader | undefined;
  readonly devices: readonly ProbeDevice[];
}

/**
 * Reads an MTConnectDevices document, of any version and with or without a namespace. A data item without id, type
 * or category is refused with its place and left out.
 *
 * @throws {AgentError | DocumentError | XmlError}
 */
export function readProbe(text: string, onRefusal: OnRefusal = () => {}): ProbeDocument {
  const reader = openDocument(text, 'MTConnectDevices');
  const devices: ProbeDevice[] = [];
  let header: DocumentHeader | undefined;
  let inDevices = false;
  for (let token = reader.next(); token !== xmlToken.end; token = reader.next()) {
    if (token === xmlToken.close && reader.name === 'Devices') inDevices = false;
    if (token !== xmlToken.open) continue;
    if (reader.name === 'Header' && reader.depth === 2) header = readHeader(reader, onRefusal);
    else if (reader.name === 'Devices' && reader.depth === 2) inDevices = true;
    // An agent describes itself as <Agent> beside its devices.
    else if (inDevices && reader.depth === 3) devices.push(readDevice(reader, onRefusal));
  }
  return { header, devices };
}

interface MutableDevice extends ProbeDevice {
  componentCount: number;
  readonly dataItems: DataItem[];
}

function readDevice(reader: XmlReader, onRefusal: OnRefusal): ProbeDevice {
  const uuid = reader.attribute('uuid');
  const device: MutableDevice = { ...component(reader, undefined), uuid, componentCount: 0, dataItems: [] };
  readComponent(reader, device, device, onRefusal);
  return device;
}

/** Reads what belongs to one component, to its end: its data items and, a level deeper, its components. */
function readComponent(
  reader: XmlReader,
  device: MutableDevice,
  owner: ProbeComponent,
  onRefusal: OnRefusal,
): void {
  const { depth } = reader;
  let group = '';
  for (let token = reader.next(); reader.depth >= depth; token = reader.next()) {
    if (token !== xmlToken.open) continue;
    if (reader.depth === depth + 1) group = reader.name;
    else if (reader.depth !== depth + 2) continue;
    else if (group === 'DataItems' && reader.name === 'DataItem')
      readDataItem(reader, device, owner, onRefusal);
    else if (group === 'Components') {
      device.componentCount += 1;
      readComponent(reader, device, component(reader, owner), onRefusal);
    }
  }
}

function readDataItem(
  reader: XmlReader,
  device: MutableDevice,
  owner: ProbeComponent,
  onRefusal: OnRefusal,
): void {
  const id = reader.attribute('id');
  const type = reader.attribute('type');
  const category = reader.attribute('category');
  if (!id || !type || !isCategory(category)) {
    const found = `id=${id} type=${type} category=${category}`;
    const allowed = 'id, type and category SAMPLE, EVENT or CONDITION';
    onRefusal({ place: `${reader.place}, DataItem`, found, allowed });
    return;
  }
  device.dataItems.push({
    id,
    type,
    category,
    name: reader.attribute('name'),
    subType: reader.attribute('subType'),
    units: reader.attribute('units'),
    representation: reader.attribute('representation'),
    sampleRate: reader.attribute('sampleRate'),
    component: owner,
  });
}

function component(reader: XmlReader, parent: ProbeComponent | undefined): ProbeComponent {
  return { type: reader.name, id: reader.attribute('id'), name: reader.attribute('name'), parent };
}

function isCategory(word: string | undefined): word is DataItemCategory {
  return word === 'SAMPLE' || word === 'EVENT' || word === 'CONDITION';
}
