import type { SubmodelElement } from './environment.js';
import { quoted } from './json-part.js';
import { readTyped, rawOf } from './typed-value.js';

/** What stands at a path of a submodel: a value, or why there is none. */
export type FoundValue =
  { readonly raw: string | number | undefined } | { readonly found: string; readonly allowed: string };

/** The steps of an idShortPath: `a.b[0].c` has four. `undefined` if it is none. */
export function stepsOfPath(path: string): (string | number)[] | undefined {
  const steps: (string | number)[] = [];
  for (const [index, part] of path.split('.').entries()) {
    const match = /^([^[\]]*)((?:\[\d{1,6}\])*)$/.exec(part);
    if (!match || (match[1] === '' && (index > 0 || match[2] === ''))) return undefined;
    if (match[1]) steps.push(match[1]);
    for (const [, digits] of match[2].matchAll(/\[(\d+)\]/g)) steps.push(Number(digits));
  }
  return steps;
}

/**
 * The value at a path of a submodel in its value-only form (`$value`).
 *
 * @param document - parsed JSON; anything
 * @param path - an idShortPath, e.g. `ViaHTTP.L1`; of a Range its `min` and `max` are steps too
 * @param valueType - as the submodel says it; the value is checked against it
 */
export function valueIn(document: unknown, path: string, valueType?: string): FoundValue {
  let value = document;
  for (const step of stepsOfPath(path) ?? []) {
    const next = memberOf(value, step);
    if (next === undefined) return { found: 'nothing', allowed: `an element ${path}` };
    value = next.value;
  }
  return leafOf(value, valueType);
}

/** The elements of a submodel in their value-only form; what has no value is left out. */
export function valueOnly(elements: readonly SubmodelElement[]): Record<string, unknown> {
  const entries = elements.flatMap((element): [string, unknown][] => {
    const value = valueOf(element);
    return value === undefined || element.idShort === undefined ? [] : [[element.idShort, value]];
  });
  return Object.fromEntries(entries);
}

function valueOf(element: SubmodelElement): unknown {
  const { kind, value, texts, minimum, maximum, children, contentType, valueType } = element;
  switch (kind) {
    case 'Property':
      return value === undefined ? undefined : plain(valueType, value);
    case 'MultiLanguageProperty':
      return texts && Object.entries(texts).map(([language, text]) => ({ [language]: text }));
    case 'Range':
      return { min: plain(valueType, minimum), max: plain(valueType, maximum) };
    case 'File':
    case 'Blob':
      return { contentType, value };
    case 'SubmodelElementCollection':
      return valueOnly(children);
    case 'SubmodelElementList':
      // What has no value keeps its place: a path counts the elements.
      return children.map((child) => valueOf(child) ?? null);
    case 'Entity':
      return { statements: valueOnly(children) };
    case 'AnnotatedRelationshipElement':
      return { annotations: valueOnly(children) };
    default:
      return undefined;
  }
}

/** A number that JSON cannot hold stays the text that it was. */
function plain(type: string | undefined, text: string | undefined): unknown {
  if (text === undefined || type === undefined) return undefined;
  return readTyped(type, text)?.value ?? text;
}

/** Boxed, as a member may be `null`. Statements of an entity and annotations have no step of their own. */
function memberOf(value: unknown, step: string | number): { readonly value: unknown } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (typeof step === 'number') {
    return Array.isArray(value) && step < value.length ? { value: value[step] as unknown } : undefined;
  }
  const members = value as Record<string, unknown>;
  if (Array.isArray(value)) {
    // Some servers list annotations and texts of languages as objects with one member each.
    const holder: unknown = value.find(
      (one) => typeof one === 'object' && one !== null && Object.hasOwn(one as object, step),
    );
    return holder === undefined ? undefined : { value: (holder as Record<string, unknown>)[step] };
  }
  if (Object.hasOwn(members, step)) return { value: members[step] };
  for (const hidden of ['statements', 'annotations']) {
    if (Object.hasOwn(members, hidden) && members[hidden] !== value) {
      const inner = members[hidden];
      const isObject = typeof inner === 'object' && inner !== null;
      if (isObject && (Array.isArray(inner) || Object.hasOwn(inner, step))) return memberOf(inner, step);
    }
  }
  return undefined;
}

function leafOf(value: unknown, valueType: string | undefined): FoundValue {
  if (value === null || value === undefined) return { raw: undefined };
  if (typeof value === 'object') {
    const text = textOf(value);
    if (text !== undefined) return { raw: text };
    return { found: quoted(value), allowed: 'an element with one value; of a Range its min or max' };
  }
  const text = String(value as string | number | boolean);
  if (valueType === undefined) return { raw: typeof value === 'number' ? value : text };
  const typed = readTyped(valueType, text);
  // An empty text is how some servers write that there is no value.
  if (!typed) return text === '' ? { raw: undefined } : { found: quoted(text), allowed: valueType };
  return { raw: rawOf(valueType, typed.value) };
}

/** The text of a MultiLanguageProperty in English or the first language; the path of a File. */
function textOf(value: object): string | undefined {
  if (!Array.isArray(value)) {
    const { contentType, value: path } = value as { contentType?: unknown; value?: unknown };
    return contentType !== undefined && typeof path === 'string' ? path : undefined;
  }
  const texts = value.filter(
    (one: unknown) => typeof one === 'object' && one !== null && !Array.isArray(one),
  ) as object[];
  const entries = texts.flatMap((one) => Object.entries(one)).filter(([, text]) => typeof text === 'string');
  if (texts.length === 0 || texts.length !== value.length || entries.length !== texts.length)
    return undefined;
  return (entries.find(([language]) => /^en\b/.test(language)) ?? entries[0])[1] as string;
}
