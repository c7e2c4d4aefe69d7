import type { Text } from '@twinfloor/core';
import {
  type Concept,
  type ElementKind,
  elementKinds,
  type Environment,
  type Shell,
  type Submodel,
  type SubmodelElement,
} from './environment.js';
import { JsonPart, quoted, type RefusePart } from './json-part.js';
import { type Reference, readReference, targetOf } from './reference.js';
import { isValueType, readTyped } from './typed-value.js';

/** Deeper than this nobody describes a machine. */
const deepest = 32;

/**
 * Reads an environment of the metamodel v3 in JSON. What is wrong is refused with its place, and the rest is kept.
 *
 * @param document - parsed JSON; anything
 */
export function readEnvironment(document: unknown, refuse: RefusePart): Environment {
  const root = new JsonPart(document, '', refuse);
  if (!isObject(document))
    root.refuse('an environment: an object with assetAdministrationShells and submodels');
  const concepts = new Map<string, Concept>();
  for (const part of root.list('conceptDescriptions')) {
    const id = part.name('id');
    if (id !== undefined) concepts.set(id, readConcept(part));
  }
  return {
    shells: root.list('assetAdministrationShells').flatMap((part) => readShell(part) ?? []),
    submodels: root.list('submodels').flatMap((part) => readSubmodel(part) ?? []),
    concepts,
  };
}

/** Reads an Asset Administration Shell; `undefined` if it has no id, which is refused. */
export function readShell(part: JsonPart): Shell | undefined {
  const id = part.name('id');
  if (id === undefined) return undefined;
  const asset = part.get('assetInformation');
  return {
    id,
    idShort: part.text('idShort') || undefined,
    globalAssetId: asset.text('globalAssetId') || undefined,
    submodels: readSubmodelReferences(part.list('submodels')),
  };
}

/** Reads references to submodels: their ids. */
export function readSubmodelReferences(parts: readonly JsonPart[]): string[] {
  const ids = parts.flatMap((part) => {
    const reference = readReference(part);
    if (!reference) part.refuse('a reference with keys');
    return reference ? [targetOf(reference)] : [];
  });
  return [...new Set(ids)];
}

/** Reads a submodel; `undefined` if it has no id, which is refused. */
export function readSubmodel(part: JsonPart): Submodel | undefined {
  const id = part.name('id');
  if (id === undefined) return undefined;
  return {
    id,
    idShort: part.text('idShort') || undefined,
    meanings: readMeanings(part),
    elements: readElements(part.list('submodelElements'), '', false, 1),
  };
}

function readElements(
  parts: readonly JsonPart[],
  above: string,
  inList: boolean,
  depth: number,
): SubmodelElement[] {
  const known = new Set<string>();
  return parts.flatMap((part, index): SubmodelElement[] => {
    if (depth > deepest) {
      if (index === 0) part.refuse(`elements nested at most ${deepest} deep`);
      return [];
    }
    const idShort = part.text('idShort') || undefined;
    if (!inList && (idShort === undefined || /[.[\]/]/.test(idShort))) {
      part.get('idShort').refuse('a name without . [ ] /');
      return [];
    }
    // The place in the list counts, also where a neighbour was refused.
    const step = inList ? (/\[\d+\]$/.exec(part.place)?.[0] ?? `[${index}]`) : `${above && '.'}${idShort}`;
    if (known.has(step)) {
      part.get('idShort').refuse('a name that no neighbour has');
      return [];
    }
    known.add(step);
    const kind = part.get('modelType');
    if (!elementKinds.includes(kind.value as ElementKind)) {
      kind.refuse(elementKinds.join(', '));
      return [];
    }
    return [readElement(part, kind.value as ElementKind, idShort, above + step, depth)];
  });
}

function readElement(
  part: JsonPart,
  kind: ElementKind,
  idShort: string | undefined,
  path: string,
  depth: number,
): SubmodelElement {
  const concept = readConcept(part);
  const isFile = kind === 'File' || kind === 'Blob';
  const valueType = kind === 'Property' || kind === 'Range' ? readValueType(part) : undefined;
  const typed = (key: string): string | undefined => readTypedText(part, key, valueType);
  const childrenKey = childrenKeys[kind];
  const children = childrenKey ? part.list(childrenKey) : [];
  return {
    kind,
    idShort,
    path,
    meanings: readMeanings(part),
    label: concept.label,
    unit: concept.unit,
    valueType,
    value: kind === 'Property' ? typed('value') : isFile ? part.text('value') || undefined : undefined,
    texts: kind === 'MultiLanguageProperty' ? readTexts(part, 'value') : undefined,
    minimum: kind === 'Range' ? typed('min') : undefined,
    maximum: kind === 'Range' ? typed('max') : undefined,
    contentType: isFile ? part.text('contentType') || undefined : undefined,
    children: readElements(children, path, kind === 'SubmodelElementList', depth + 1),
  };
}

/** Under which key the elements in an element stand. */
const childrenKeys: Partial<Record<ElementKind, string>> = {
  SubmodelElementCollection: 'value',
  SubmodelElementList: 'value',
  Entity: 'statements',
  AnnotatedRelationshipElement: 'annotations',
};

function readValueType(part: JsonPart): string | undefined {
  const type = part.text('valueType');
  if (type !== undefined && isValueType(type)) return type;
  part.get('valueType').refuse('a type of the metamodel, e.g. xs:double');
  return undefined;
}

function readTypedText(part: JsonPart, key: string, type: string | undefined): string | undefined {
  const text = part.text(key);
  if (text === undefined || type === undefined) return undefined;
  if (readTyped(type, text)) return text;
  part.get(key).refuse(type);
  return undefined;
}

function readMeanings(part: JsonPart): Reference[] {
  const all = [part.get('semanticId'), ...part.list('supplementalSemanticIds')];
  return all.flatMap((one) => readReference(one) ?? []);
}

/** Reads what a concept description, or a data specification beside an element, says for people. */
export function readConcept(part: JsonPart): Concept {
  const contents = part
    .list('embeddedDataSpecifications')
    .map((specification) => specification.get('dataSpecificationContent'));
  const unit = contents.map((content) => content.text('unit')?.trim()).find(Boolean);
  const names = contents.map((content) => readTexts(content, 'preferredName')).find(Boolean);
  return { label: readTexts(part, 'displayName') ?? names, unit };
}

function readTexts(part: JsonPart, key: string): Exclude<Text, string> | undefined {
  const entries = part.list(key).flatMap((item): [string, string][] => {
    const language = item.name('language');
    const text = item.text('text');
    return language !== undefined && text ? [[language, text]] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses a text and reads it as an environment; a text that is no JSON is refused as a whole. */
export function readEnvironmentText(text: string, refuse: RefusePart): Environment {
  try {
    return readEnvironment(JSON.parse(text.replace(/^\ufeff/, '')), refuse);
  } catch (error) {
    refuse({
      place: '$',
      found: quoted(text),
      allowed: `JSON (${String((error as Error).message).slice(0, 100)})`,
    });
    return { shells: [], submodels: [], concepts: new Map() };
  }
}
