import type { DataItem, ProbeComponent } from '../mtconnect/probe-document.js';
import { type DeviceModel, modelXml } from './device-model.js';
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

/** What a document tells. */
export type DocumentContent =
  | { readonly kind: 'Devices'; readonly devices: readonly DeviceModel[] }
  | {
      readonly kind: 'Streams';
      readonly devices: readonly DeviceModel[];
      readonly observations: readonly NumberedObservation[];
    }
  | { readonly kind: 'Error'; readonly code: string; readonly text: string };

/** What a header says, in the order in which it is written. */
export function headerOf({ creationTime, ...others }: HeaderValues): Record<string, string | number> {
  return { creationTime: new Date(creationTime).toISOString(), version, ...others };
}

/** A whole document in XML. */
export function documentText(header: HeaderValues, content: DocumentContent): string {
  const all = headerOf(header);
  const name = `MTConnect${content.kind}`;
  const inside = insideOf(content);
  const spaces = `xmlns="urn:mtconnect.org:${name}:${version}" xmlns:x="urn:twinfloor:extension"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} ${spaces}><Header${attributes(all)}/>${inside}</${name}>\n`;
}

function insideOf(content: DocumentContent): string {
  if (content.kind === 'Devices') return `<Devices>${content.devices.map(modelXml).join('')}</Devices>`;
  if (content.kind === 'Streams') return streamsText(content.devices, content.observations);
  return `<Errors><Error${attributes({ errorCode: content.code })}>${escaped(content.text)}</Error></Errors>`;
}

/** The order of the categories in a component. */
export const categories = ['SAMPLE', 'EVENT', 'CONDITION'] as const;

/** What the categories are called in a document. */
export const groups = { SAMPLE: 'Samples', EVENT: 'Events', CONDITION: 'Condition' } as const;

/** Observations of one component, by category. */
export type ComponentObservations = ReadonlyMap<DataItem['category'], readonly NumberedObservation[]>;

/** The observations of a device by component and category, in each by sequence. */
export function byComponent(
  { dataItems }: DeviceModel,
  observations: readonly NumberedObservation[],
): Map<ProbeComponent, ComponentObservations> {
  const all = new Map<ProbeComponent, Map<DataItem['category'], NumberedObservation[]>>();
  for (const { component } of dataItems) all.set(component, new Map());
  for (const observation of observations) {
    const { component, category } = observation.item;
    const found = all.get(component);
    const list = found?.get(category);
    if (list) list.push(observation);
    else found?.set(category, [observation]);
  }
  for (const [component, found] of all) if (found.size === 0) all.delete(component);
  return all;
}

function streamsText(devices: readonly DeviceModel[], observations: readonly NumberedObservation[]): string {
  const streams = devices.map((device) => {
    let inside = '';
    for (const [component, found] of byComponent(device, observations))
      inside += componentText(component, found);
    return `<DeviceStream${attributes({ name: device.name, uuid: device.uuid })}>${inside}</DeviceStream>`;
  });
  return `<Streams>${streams.join('')}</Streams>`;
}

function componentText(component: ProbeComponent, found: ComponentObservations): string {
  const { type, name, id } = component;
  let inside = '';
  for (const category of categories) {
    const text = found.get(category)?.map(observationText).join('');
    if (text) inside += `<${groups[category]}>${text}</${groups[category]}>`;
  }
  const about = attributes({ component: type, name, componentId: id });
  return `<ComponentStream${about}>${inside}</ComponentStream>`;
}

function observationText(observation: NumberedObservation): string {
  const { element, about, text } = toldBy(observation);
  return `<${element}${attributes(about)}>${escaped(text)}</${element}>`;
}

/** What an observation says, in whatever format. */
export function toldBy({ item, sequence, time, value }: NumberedObservation): {
  readonly element: string;
  readonly about: Readonly<Record<string, string | number | undefined>>;
  readonly text: string;
} {
  const { id: dataItemId, name, subType, type } = item;
  const common = { dataItemId, timestamp: new Date(time).toISOString(), name, sequence, subType };
  if (item.category !== 'CONDITION') {
    return {
      element: elementName(type),
      about: common,
      text: typeof value === 'string' ? value : unavailable,
    };
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
  return { element, about, text };
}

/** `PART_COUNT` → `PartCount`, `x:MOTION` → `x:Motion`. */
function elementName(type: string): string {
  const colon = type.indexOf(':') + 1;
  const words = type.slice(colon).split('_');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join('');
  return type.slice(0, colon) + name;
}
