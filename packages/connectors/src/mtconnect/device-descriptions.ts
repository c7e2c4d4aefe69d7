import { XmlReader, xmlToken } from '../internal/xml.js';
import { openJson } from './json-documents.js';
import { elementsOf, isObject, property, textOf } from './json-node.js';

/** What a device model says of the device as a thing. */
export interface DeviceDescription {
  readonly manufacturer?: string | undefined;
  readonly modelName?: string | undefined;
  readonly serialNumber?: string | undefined;
  /** What its maker says of it, in words. */
  readonly text?: string | undefined;
}

/** The descriptions of the devices of a well-formed MTConnectDevices document, in its order. */
export function descriptionsOf(text: string): DeviceDescription[] {
  return /^\s*\{/.test(text) ? inJson(text) : inXml(text);
}

function inXml(text: string): DeviceDescription[] {
  const reader = new XmlReader(text);
  const found: DeviceDescription[] = [];
  let inDevices = false;
  for (let token = reader.next(); token !== xmlToken.end; token = reader.next()) {
    if (token !== xmlToken.open) continue;
    if (reader.depth === 2) inDevices = reader.name === 'Devices';
    else if (inDevices && reader.depth === 3) found.push({});
    else if (inDevices && reader.depth === 4 && reader.name === 'Description')
      found[found.length - 1] = {
        ...descriptionOf((name) => reader.attribute(name)),
        text: reader.readText().trim(),
      };
  }
  return found;
}

function inJson(text: string): DeviceDescription[] {
  return elementsOf(openJson(text, 'MTConnectDevices'), 'Devices').map(({ value }) => {
    const about = property(value, 'Description');
    return isObject(about)
      ? { ...descriptionOf((name) => textOf(about, name)), text: textOf(about, 'value') }
      : {};
  });
}

function descriptionOf(read: (name: string) => string | undefined): DeviceDescription {
  return {
    manufacturer: read('manufacturer'),
    modelName: read('model'),
    serialNumber: read('serialNumber'),
  };
}
