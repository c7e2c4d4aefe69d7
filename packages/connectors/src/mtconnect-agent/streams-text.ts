import type { DataItem, ProbeComponent } from '../mtconnect/probe-document.js';
import type { DeviceModel } from './device-model.js';
import type { NumberedObservation } from './observation-buffer.js';
import { unavailable } from './recording.js';
import { attributes, escaped } from './xml-text.js';

/** What the header of each document says. */
export interface HeaderValues {
  readonly creationTime: number;
  readonly instanceId: number;
  readonly sender: string;
  readonly bufferSize: number;
  readonly firstSequence?: number;
  readonly lastSequence?: number;
  readonly nextSequence?: number;
}

const version = '1.3';

/** A whole document. */
export function documentText(
  kind: 'Devices' | 'Streams' | 'Error',
  header: HeaderValues,
  inside: string,
): string {
  const { creationTime, ...others } = header;
  const all = { creationTime: new Date(creationTime).toISOString(), version, ...others };
  const name = `MTConnect${kind}`;
  const spaces = `xmlns="urn:mtconnect.org:${name}:${version}" xmlns:x="urn:twinfloor:extension"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} ${spaces}><Header${attributes(all)}/>${inside}</${name}>\n`;
}

/** The inside of an error document. */
export function errorText(code: string, text: string): string {
  return `<Errors><Error${attributes({ errorCode: code })}>${escaped(text)}</Error></Errors>`;
}

const groups = { SAMPLE: 'Samples', EVENT: 'Events', CONDITION: 'Condition' } as const;

/** The inside of a document of observations: by device, component and category, in each by sequence. */
export function streamsText(
  devices: readonly DeviceModel[],
  observations: readonly NumberedObservation[],
): string {
  const byComponent = new Map<ProbeComponent, Map<DataItem['category'], string>>();
  for (const observation of observations) {
    const { component, category } = observation.item;
    let texts = byComponent.get(component);
    if (!texts) byComponent.set(component, (texts = new Map()));
    texts.set(category, (texts.get(category) ?? '') + observationText(observation));
  }
  const streams = devices.map((device) => {
    const components = new Set(device.dataItems.map(({ component }) => component));
    let inside = '';
    for (const component of components) {
      const texts = byComponent.get(component);
      if (texts) inside += componentText(component, texts);
    }
    return `<DeviceStream${attributes({ name: device.name, uuid: device.uuid })}>${inside}</DeviceStream>`;
  });
  return `<Streams>${streams.join('')}</Streams>`;
}

function componentText(component: ProbeComponent, texts: ReadonlyMap<DataItem['category'], string>): string {
  const { type, name, id } = component;
  let inside = '';
  for (const category of ['SAMPLE', 'EVENT', 'CONDITION'] as const) {
    const text = texts.get(category);
    if (text) inside += `<${groups[category]}>${text}</${groups[category]}>`;
  }
  const about = attributes({ component: type, name, componentId: id });
  return `<ComponentStream${about}>${inside}</ComponentStream>`;
}

function observationText({ item, sequence, time, value }: NumberedObservation): string {
  const { id: dataItemId, name, subType, type } = item;
  const common = { dataItemId, timestamp: new Date(time).toISOString(), name, sequence, subType };
  if (item.category !== 'CONDITION') {
    const element = elementName(type);
    return `<${element}${attributes(common)}>${escaped(typeof value === 'string' ? value : unavailable)}</${element}>`;
  }
  const {
    level,
    code,
    severity,
    qualifier,
    text = '',
  } = typeof value === 'string' ? { level: 'unavailable' as const } : value;
  const element = level.charAt(0).toUpperCase() + level.slice(1);
  const about = { ...common, type, nativeCode: code, nativeSeverity: severity, qualifier };
  return `<${element}${attributes(about)}>${escaped(text)}</${element}>`;
}

/** `PART_COUNT` → `PartCount`, `x:MOTION` → `x:Motion`. */
function elementName(type: string): string {
  const colon = type.indexOf(':') + 1;
  const words = type.slice(colon).split('_');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join('');
  return type.slice(0, colon) + name;
}
