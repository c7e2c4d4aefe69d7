import { XmlReader, xmlToken } from '../internal/xml.js';
import { DocumentError } from './document.js';
import { openJson } from './json-documents.js';
import { isObject, type JsonObject, textOf } from './json-node.js';
import { readErrors } from './xml-document.js';

/** An element of an asset, or an asset itself. */
export interface AssetNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly AssetNode[];
}

/** What is kept of the attributes: what somebody wants to know of a tool, a fixture, a file. */
const attributeNames = [
  'assetId',
  'deviceUuid',
  'removed',
  'toolId',
  'serialNumber',
  'manufacturers',
  'name',
  'type',
  'countDirection',
  'initial',
  'limit',
  'warning',
  'nominal',
  'minimum',
  'maximum',
  'units',
  'grade',
  'mediaType',
  'href',
  'xlink:href',
];

/** Deeper elements are left out, so that no document exhausts the stack. */
const deepest = 32;

/**
 * Reads an MTConnectAssets document, in XML or in JSON of version 1 or 2, and calls back for each asset. What stands
 * alone is one asset: older agents keep and send assets as they came.
 *
 * @throws {AgentError | DocumentError | XmlError | SyntaxError} assets before the place of a mistake have been given then
 */
export function readAssets(text: string, onAsset: (asset: AssetNode) => void): void {
  if (/^\s*\{/.test(text)) {
    const root = nodeOf('', openJson(text, 'MTConnectAssets').value, 0);
    for (const list of root.children.filter(({ name }) => /^assets$/i.test(name))) {
      // In the oldest layout the list has the assets themselves.
      const own = { ...list, name: list.attributes['type'] ?? list.name };
      [own, ...list.children].filter(isAsset).forEach(onAsset);
    }
    return;
  }
  const reader = new XmlReader(text);
  reader.next();
  if (reader.name === 'MTConnectError') throw readErrors(reader);
  if (reader.attribute('assetId') !== undefined) {
    const asset = readNode(reader);
    reader.next();
    return onAsset(asset);
  }
  if (reader.name !== 'MTConnectAssets')
    throw new DocumentError(`found <${reader.name}>, allowed: <MTConnectAssets>`);
  for (let token = reader.next(); token !== xmlToken.end; token = reader.next()) {
    if (token !== xmlToken.open || reader.depth !== 3) continue;
    const asset = readNode(reader);
    if (isAsset(asset)) onAsset(asset);
  }
}

function isAsset({ attributes }: AssetNode): boolean {
  return Boolean(attributes['assetId']) && attributes['removed'] !== 'true';
}

/** Reads the element that was just opened, to its end. */
function readNode(reader: XmlReader): AssetNode {
  const { name, depth } = reader;
  const attributes: Record<string, string> = {};
  for (const one of attributeNames) {
    const value = reader.attribute(one);
    if (value !== undefined) attributes[one] = value;
  }
  const children: AssetNode[] = [];
  let text = '';
  for (let token = reader.next(); reader.depth >= depth; token = reader.next()) {
    if (token === xmlToken.text) text += reader.text;
    else if (token === xmlToken.open && depth < deepest) children.push(readNode(reader));
  }
  return { name, attributes, text: text.trim(), children };
}

/** An object of a document in JSON as the element that it stands for. */
function nodeOf(name: string, value: JsonObject, depth: number): AssetNode {
  const attributes: Record<string, string> = {};
  const children: AssetNode[] = [];
  for (const one of attributeNames) {
    const text = textOf(value, one);
    if (text !== undefined) attributes[one] = text;
  }
  for (const [key, inside] of depth < deepest ? Object.entries(value) : []) {
    const list = Array.isArray(inside) ? (inside as unknown[]) : [inside];
    const isWrapped = Array.isArray(inside) && list.every(isSingle);
    if (isWrapped) {
      const wrapped = list.map((each) => Object.entries(each as JsonObject)[0]);
      const nodes = wrapped.map(([own, each]) => nodeOf(own, each as JsonObject, depth + 2));
      children.push({ name: key, attributes: {}, text: '', children: nodes });
    } else if (Array.isArray(inside) || isObject(inside)) {
      for (const each of list) {
        if (isObject(each)) children.push(nodeOf(key, each, depth + 1));
      }
    } else if (!attributeNames.includes(key) && key !== 'value' && /^[A-Z]/.test(key)) {
      children.push({ name: key, attributes: {}, text: String(inside), children: [] });
    }
  }
  return { name, attributes, text: textOf(value, 'value') ?? '', children };
}

/** Whether it is an element as version 1 writes it: an object with the name as its only key. */
function isSingle(value: unknown): boolean {
  if (!isObject(value)) return false;
  const [inside, ...more] = Object.values(value);
  return more.length === 0 && isObject(inside);
}
