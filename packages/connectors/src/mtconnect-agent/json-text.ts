import { type DeviceModel, type ModelComponent, modelTree } from './device-model.js';
import type { NumberedObservation } from './observation-buffer.js';
import {
  byComponent,
  categories,
  type ComponentObservations,
  type DocumentContent,
  groups,
  headerOf,
  type HeaderValues,
  toldBy,
} from './streams-text.js';

/** Version of the JSON layout: in the first each element is an object of its own, in the second lists go by name. */
export type JsonVersion = 1 | 2;

type Named = readonly [name: string, value: unknown];

/** A whole document in JSON. */
export function jsonText(header: HeaderValues, content: DocumentContent, jsonVersion: JsonVersion): string {
  const list = (all: readonly Named[]): unknown => (jsonVersion === 1 ? oneByOne(all) : byName(all));
  const inside = ((): Readonly<Record<string, unknown>> => {
    if (content.kind === 'Devices')
      return { Devices: list(content.devices.map((each) => device(each, list))) };
    if (content.kind === 'Streams')
      return { Streams: streams(content.devices, content.observations, jsonVersion) };
    return { Errors: list([['Error', { errorCode: content.code, value: content.text }]]) };
  })();
  return JSON.stringify({
    [`MTConnect${content.kind}`]: { jsonVersion, Header: headerOf(header), ...inside },
  });
}

function oneByOne(all: readonly Named[]): unknown {
  return all.map(([name, value]) => ({ [name]: value }));
}

function byName(all: readonly Named[]): unknown {
  const lists: Record<string, unknown[]> = {};
  for (const [name, value] of all) (lists[name] ??= []).push(value);
  return lists;
}

type List = (all: readonly Named[]) => unknown;

function device(model: DeviceModel, list: List): Named {
  const { id, name, uuid } = model;
  const tree = modelTree(model);
  return ['Device', { id, name, uuid, ...(tree && inside(tree, list)) }];
}

function inside({ dataItems, components }: ModelComponent, list: List): Record<string, unknown> {
  const items = dataItems.map(({ component: _, ...item }): Named => ['DataItem', item]);
  const below = components.map((each): Named => {
    const { type, id, name } = each.component;
    return [type, { id, name, ...inside(each, list) }];
  });
  return {
    ...(items.length > 0 && { DataItems: list(items) }),
    ...(below.length > 0 && { Components: list(below) }),
  };
}

function streams(
  devices: readonly DeviceModel[],
  observations: readonly NumberedObservation[],
  version: JsonVersion,
): unknown {
  const all = devices.map((each) => {
    const components = [...byComponent(each, observations)].map(([{ type, name, id }, found]) => ({
      component: type,
      name,
      componentId: id,
      ...told(found, version),
    }));
    const about = { name: each.name, uuid: each.uuid };
    if (version === 2) return { ...about, ComponentStream: components };
    return { ...about, ComponentStreams: components.map((ComponentStream) => ({ ComponentStream })) };
  });
  return version === 2 ? { DeviceStream: all } : all.map((DeviceStream) => ({ DeviceStream }));
}

function told(found: ComponentObservations, version: JsonVersion): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const category of categories) {
    const all = found.get(category)?.map((observation): Named => {
      const { element, about, text } = toldBy(observation);
      const isNumber = category === 'SAMPLE' && text !== '' && Number.isFinite(Number(text));
      return [element.slice(element.indexOf(':') + 1), { ...about, value: isNumber ? Number(text) : text }];
    });
    if (all) said[groups[category]] = version === 1 ? oneByOne(all) : byName(all);
  }
  return said;
}
