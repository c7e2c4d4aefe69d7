import { XmlReader, xmlToken } from '../internal/xml.js';

/** Members that are lists, whatever stands in them. */
const lists = new Set([
  'assetAdministrationShells',
  'submodels',
  'conceptDescriptions',
  'submodelElements',
  'supplementalSemanticIds',
  'embeddedDataSpecifications',
  'keys',
  'statements',
  'annotations',
  'displayName',
  'preferredName',
]);

/** Elements whose `value` is a list. */
const holdsList = new Set(['submodelElementCollection', 'submodelElementList', 'multiLanguageProperty']);

/** No environment that anybody wrote is deeper. */
const deepest = 200;

/**
 * Turns an environment in XML into what the same environment is in JSON, so that one reader suffices.
 *
 * @throws {XmlError} if it is not well formed
 * @throws {RangeError} if it is no environment, or nested deeper than 200 elements
 */
export function xmlEnvironment(text: string): unknown {
  const reader = new XmlReader(text);
  for (let token = reader.next(); token !== xmlToken.open; token = reader.next());
  if (reader.name !== 'environment')
    throw new RangeError(`found <${reader.name.slice(0, 50)}>, allowed: <environment>`);
  const document = content(reader, 'environment', '');
  while (reader.next() !== xmlToken.end);
  return document;
}

function content(reader: XmlReader, name: string, parent: string): unknown {
  const depth = reader.depth;
  if (depth > deepest) throw new RangeError(`elements nested deeper than ${deepest}`);
  const members: [string, unknown][] = [];
  let text = '';
  for (let token = reader.next(); reader.depth >= depth; token = reader.next()) {
    if (token === xmlToken.text) text += reader.text;
    else if (token === xmlToken.open) members.push(member(reader, name));
  }
  if (lists.has(name) || (name === 'value' && holdsList.has(parent))) return members.map(typed);
  // Which kind of data specification it is stands as one element between, in JSON as a member.
  if (name === 'dataSpecificationContent') return members[0]?.[1];
  return members.length > 0 ? Object.fromEntries(members) : text;
}

function member(reader: XmlReader, parent: string): [string, unknown] {
  const { name } = reader;
  return [name, content(reader, name, parent)];
}

function typed([name, value]: [string, unknown]): unknown {
  const modelType = name.charAt(0).toUpperCase() + name.slice(1);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value, modelType }
    : { modelType };
}
