import { type Quality, qualities } from '@twinfloor/core';
import type { RawValue } from '../internal/target.js';

/** What stands in a message where it must not: it is refused, the rest goes on. */
export class Mistake extends Error {
  readonly found: unknown;
  /** What would have been right, in words. */
  readonly allowed: string;

  constructor(found: unknown, allowed: string) {
    super(allowed);
    this.found = found;
    this.allowed = allowed;
  }
}

/** Counts what cannot be used. */
export type Refuse = (place: string, found: unknown, allowed: string) => void;

/** Reads something; a mistake in it is refused at its place, so that the rest can be read. */
export function guarded(place: string, refuse: Refuse, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    refuse(place, error.found, error.allowed);
  }
}

/** A field of a data set, taken out of Variant and DataValue. */
export interface Field {
  /** As JSON has it; `undefined`: no value. */
  readonly value: unknown;
  /** Number of the built-in type (OPC 10000-6, table 1), as far as it is known. */
  readonly type: number | undefined;
  /** StatusCode, 0 is good. */
  readonly status: number;
  /** SourceTimestamp in milliseconds since the epoch. */
  readonly time: number | undefined;
}

type Members = Readonly<Record<string, unknown>>;

/** Those by whose number something is decided; the others need none. */
const builtInTypes = ' Boolean SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 Float Double String'.split(
  ' ',
);

const variantKeys = /^(Type|Body|Dimensions)$/;
const dataValueKeys = /^(UaType|Value|Dimensions|Status(Code)?|(Source|Server)(Timestamp|Picoseconds))$/;

/**
 * Takes a field out of its wrapping, in the forms of 1.04 (`Type`, `Body`) and 1.05 (`UaType`, `Value`), nested or
 * bare. A value that a compact message leaves out is the default of its type.
 *
 * @param type - number of the built-in type by the metadata, if they are known
 * @throws {Mistake} if status, time or type have a wrong form
 */
export function fieldOf(raw: unknown, type?: number): Field {
  let value = raw;
  let status = 0;
  let time: number | undefined;
  while (isObject(value)) {
    if ('Type' in value && hasOnly(value, variantKeys)) {
      type = typeOf(value['Type']);
      value = 'Body' in value ? value['Body'] : defaultOf(type);
    } else if (hasOnly(value, dataValueKeys)) {
      status = worse(status, statusOf(value['Status'] ?? value['StatusCode']));
      time ??= timeOf(value['SourceTimestamp']);
      if ('UaType' in value) type = typeOf(value['UaType']);
      value = 'Value' in value ? value['Value'] : severityOf(status) ? undefined : defaultOf(type);
    } else break;
  }
  return { value: value ?? undefined, type, status, time };
}

/** What a compact message does not write: false, 0; `undefined` for the types that have no other default. */
export function defaultOf(type: number | undefined): boolean | number | undefined {
  if (type === 1) return false;
  return type! >= 2 && type! <= 11 ? 0 : undefined;
}

/**
 * The value of a field as signals take it: a number, a text, `undefined` for none. 64-bit integers stay texts, so
 * that none of their digits is lost; NaN and the infinities are no values.
 *
 * @throws {Mistake} for lists and structures, of which a member has to be named
 */
export function rawOf(value: unknown, type?: number): RawValue {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return wordOf(value, type);
  if (isObject(value)) {
    if (Object.keys(value).length === 0) return undefined;
    // LocalizedText, EnumValueType, EnumField, QualifiedName, StatusCode, NodeId: what people read of them.
    for (const key of ['Text', 'DisplayName', 'Name', 'Symbol', 'Code', 'Id']) {
      const part = value[key];
      if (part === undefined) continue;
      if (key === 'Id') return nodeIdOf(value);
      if (key !== 'Name' || 'Value' in value || hasOnly(value, qualifiedNameKeys)) return textOf(part);
    }
  }
  throw new Mistake(value, 'a number, a text or null');
}

const qualifiedNameKeys = /^(Name|Uri|Namespace(Index)?)$/;

/**
 * A member of a structure or list, by names and positions from the outside in; ExtensionObjects are opened.
 *
 * @returns `undefined` where there is none
 * @throws {Mistake} as `fieldOf`
 */
export function memberOf(field: Field, path: readonly string[]): Field | undefined {
  let found = field;
  for (const name of path) {
    const structure = structureOf(found.value);
    if (typeof structure !== 'object' || structure === null || !Object.hasOwn(structure, name))
      return undefined;
    const inner = fieldOf((structure as Members)[name]);
    found = { ...inner, status: worse(found.status, inner.status), time: inner.time ?? found.time };
  }
  return found;
}

/** The content of an ExtensionObject; anything else as it is. */
export function structureOf(value: unknown): unknown {
  const isExtension = isObject(value) && 'Body' in value && ('TypeId' in value || 'Encoding' in value);
  return isExtension ? value['Body'] : value;
}

/** The quality that the two highest bits of a StatusCode say. */
export function qualityOf(status: number): Quality {
  return qualities[Math.min(severityOf(status), 2)];
}

/** The worse of two StatusCodes. */
export function worse(one: number, other: number): number {
  return severityOf(other) > severityOf(one) ? other : one;
}

/** The two highest bits of a StatusCode: 0 good, 1 uncertain, 2 and 3 bad. */
function severityOf(status: number): number {
  return status >>> 30;
}

/**
 * A StatusCode: a number, `{ Code, Symbol }` or its symbol alone. Absent is good.
 *
 * @throws {Mistake} for anything else
 */
export function statusOf(raw: unknown): number {
  if (raw === undefined || raw === null) return 0;
  if (typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 && raw < 2 ** 32) return raw;
  if (isObject(raw) && ('Code' in raw || 'Symbol' in raw)) return statusOf(raw['Code'] ?? raw['Symbol']);
  const severity = ['Good', 'Uncertain', 'Bad'].findIndex(
    (word) => typeof raw === 'string' && raw.startsWith(word),
  );
  if (severity < 0) throw new Mistake(raw, 'a StatusCode');
  return severity * 2 ** 30;
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;

/** The beginning of 1601, with which OPC UA counts; it and what lies before it means that there is no time. */
const noTime = -11_644_473_600_000;

/**
 * A DateTime in milliseconds since the epoch; `undefined` if there is none.
 *
 * @throws {Mistake} for anything else
 */
export function timeOf(raw: unknown): number | undefined {
  if (raw === undefined || raw === null) return undefined;
  const time = typeof raw === 'string' && dateTime.test(raw) ? Date.parse(raw) : NaN;
  if (Number.isNaN(time)) throw new Mistake(raw, 'a DateTime: ISO 8601 with Z or an offset');
  return time > noTime ? time : undefined;
}

/** Whether this is an object with members, not a list. */
export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnly(value: Members, keys: RegExp): boolean {
  return Object.keys(value).every((key) => keys.test(key));
}

/** A built-in type by its number or, as OPC Publisher writes it, its name. */
function typeOf(raw: unknown): number {
  const type = typeof raw === 'string' ? builtInTypes.indexOf(raw) : raw;
  if (typeof type !== 'number' || type > 25) throw new Mistake(raw, 'a built-in type');
  return type;
}

/** A text as it is, unless it stands for a special number, or for an enumeration written `Name_3`. */
function wordOf(text: string, type: number | undefined): RawValue {
  const mayBeFloat = type === undefined || type === 10 || type === 11;
  if (mayBeFloat && (text === 'NaN' || text === 'Infinity' || text === '-Infinity')) return undefined;
  return type === 6 ? text.replace(/_-?\d+$/, '') : text;
}

function textOf(part: unknown): RawValue {
  return isObject(part)
    ? rawOf(part['Text'])
    : typeof part === 'number'
      ? part
      : part === null
        ? undefined
        : String(part);
}

/** A NodeId of 1.04 as 1.05 writes it. */
function nodeIdOf({ Id, IdType = typeof Id === 'string' ? 1 : 0, Namespace }: Members): string {
  const node = `${'isgb'[Number(IdType)]}=${String(Id)}`;
  if (!Namespace) return node;
  return `${typeof Namespace === 'number' ? 'ns' : 'nsu'}=${String(Namespace)};${node}`;
}
