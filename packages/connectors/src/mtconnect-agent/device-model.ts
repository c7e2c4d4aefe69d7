import { type DataItem, type ProbeComponent, readProbe } from '../mtconnect/probe-document.js';
import { dataItemRule } from './data-item-rules.js';
import type { RecordedSignal } from './recording.js';
import { attributes } from './xml-text.js';

/** A device that an agent serves: its components and data items. */
export interface DeviceModel {
  readonly name: string;
  readonly uuid: string;
  readonly id: string;
  readonly dataItems: readonly DataItem[];
}

/**
 * The model of a device as its maker described it.
 *
 * @param document - an MTConnectDevices document
 * @throws {RangeError} if the document has no such device
 */
export function modelFromDocument(document: string, name: string, uuid?: string): DeviceModel {
  const device = readProbe(document).devices.find((one) => one.name === name);
  if (!device) throw new RangeError(`unknown device: ${name}, allowed: one of the given model`);
  return { name, uuid: uuid ?? device.uuid ?? name, id: device.id ?? name, dataItems: device.dataItems };
}

/** A sensible model for the signals of a recording. */
export function modelFromSignals(signals: readonly RecordedSignal[], name: string, uuid = name): DeviceModel {
  const id = identifier(name);
  const device: ProbeComponent = { type: 'Device', id, name, parent: undefined };
  const components = new Map<string, ProbeComponent>([['', device]]);
  const componentOf = (path: string): ProbeComponent => {
    const known = components.get(path);
    if (known) return known;
    const parent = componentOf(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    const [type, given] = path.slice(path.lastIndexOf('/') + 1).split(':');
    const made = { type, id: `${id}-${identifier(given)}-${components.size}`, name: given, parent };
    components.set(path, made);
    return made;
  };
  const dataItems = signals.map((signal, index): DataItem => {
    const { type, category, units, subType, component } = dataItemRule(signal);
    const itemId = `${id}-${identifier(signal.name)}-${index}`;
    return {
      id: itemId,
      name: signal.name,
      type,
      subType,
      category,
      units,
      component: componentOf(component),
    };
  });
  return { name, uuid, id, dataItems };
}

/** The model as the inside of an MTConnectDevices document. */
export function modelXml(model: DeviceModel): string {
  const { name, uuid, id, dataItems } = model;
  const children = new Map<ProbeComponent, Set<ProbeComponent>>();
  const items = new Map<ProbeComponent, DataItem[]>();
  let device: ProbeComponent | undefined;
  for (const item of dataItems) {
    const { component } = item;
    items.set(component, [...(items.get(component) ?? []), item]);
    for (let one = component; ; one = one.parent) {
      if (!one.parent) {
        device = one;
        break;
      }
      children.set(one.parent, (children.get(one.parent) ?? new Set()).add(one));
    }
  }
  const inside = (component: ProbeComponent): string => {
    const own = items.get(component)?.map(dataItemXml).join('') ?? '';
    const below = [...(children.get(component) ?? [])].map(
      (one) => `<${one.type}${attributes({ id: one.id, name: one.name })}>${inside(one)}</${one.type}>`,
    );
    return (
      (own && `<DataItems>${own}</DataItems>`) +
      (below.length ? `<Components>${below.join('')}</Components>` : '')
    );
  };
  return `<Device${attributes({ id, name, uuid })}>${device ? inside(device) : ''}</Device>`;
}

function dataItemXml({ category, id, name, type, subType, units }: DataItem): string {
  return `<DataItem${attributes({ category, id, name, type, subType, units })}/>`;
}

/** A text as an identifier of XML. */
function identifier(text: string): string {
  return text.replace(/[^\w.-]/g, '_').replace(/^(?=[^A-Za-z_])/, '_');
}
