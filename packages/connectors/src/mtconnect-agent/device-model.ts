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

/** A component of a device with what belongs to it. */
export interface ModelComponent {
  readonly component: ProbeComponent;
  readonly dataItems: readonly DataItem[];
  readonly components: readonly ModelComponent[];
}

/** The components of a model from the outside in; `undefined` for a model without data items. */
export function modelTree({ dataItems }: DeviceModel): ModelComponent | undefined {
  const nodes = new Map<ProbeComponent, { dataItems: DataItem[]; components: ModelComponent[] }>();
  let device: ModelComponent | undefined;
  const nodeOf = (component: ProbeComponent): { dataItems: DataItem[]; components: ModelComponent[] } => {
    const known = nodes.get(component);
    if (known) return known;
    const made = { component, dataItems: [], components: [] };
    nodes.set(component, made);
    if (component.parent) nodeOf(component.parent).components.push(made);
    else device = made;
    return made;
  };
  for (const item of dataItems) nodeOf(item.component).dataItems.push(item);
  return device;
}

/** The model as the inside of an MTConnectDevices document. */
export function modelXml(model: DeviceModel): string {
  const { name, uuid, id } = model;
  const inside = ({ dataItems, components }: ModelComponent): string => {
    const own = dataItems.map(dataItemXml).join('');
    const below = components.map((each) => {
      const { type, id: ownId, name: ownName } = each.component;
      return `<${type}${attributes({ id: ownId, name: ownName })}>${inside(each)}</${type}>`;
    });
    return (
      (own && `<DataItems>${own}</DataItems>`) +
      (below.length ? `<Components>${below.join('')}</Components>` : '')
    );
  };
  const tree = modelTree(model);
  return `<Device${attributes({ id, name, uuid })}>${tree ? inside(tree) : ''}</Device>`;
}

function dataItemXml({ component: _, ...item }: DataItem): string {
  return `<DataItem${attributes(item)}/>`;
}

/** A text as an identifier of XML. */
function identifier(text: string): string {
  return text.replace(/[^\w.-]/g, '_').replace(/^(?=[^A-Za-z_])/, '_');
}
