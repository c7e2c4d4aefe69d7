import * as dataType from './data-type.js';
import { type MetricColumns } from './metric-columns.js';
import * as metricFlag from './metric-flag.js';
import { integerField, plainValue, textField } from './plain-value.js';
import { type Scalar, Unfit } from './scalar.js';
import { extentOf, fieldsOf, text } from './wire.js';

/** Properties by name; one can be a set of properties or a list of sets. */
export type Properties = ReadonlyMap<string, Property>;
export type Property = Scalar | undefined | Properties | readonly Properties[];

/** What a metric says of a part of a file. */
export interface Metadata {
  readonly isMultiPart: boolean;
  readonly contentType: string | undefined;
  /** Bytes of the part. */
  readonly size: number | undefined;
  /** Number of the part, from 0. */
  readonly sequence: number | undefined;
  readonly fileName: string | undefined;
  readonly fileType: string | undefined;
  readonly md5: string | undefined;
  readonly description: string | undefined;
}

const none: Properties = new Map();

/** Properties in properties may be so deep. */
const deepest = 8;

/**
 * The properties of a metric.
 *
 * @throws {Unfit} if there are not as many names as values, or a value does not fit its type
 * @throws {Malformed} if they are not what protocol buffers allow
 */
export function propertiesOf(columns: MetricColumns, row: number): Properties {
  if ((columns.flags[row] & metricFlag.properties) === 0) return none;
  const { bytes } = columns;
  const fields = fieldsOf(bytes, columns.starts[row], columns.ends[row]);
  const found = fields.findLast(({ tag }) => tag === 74)!;
  return setOf(bytes, ...extentOf(bytes, found.at), 0);
}

/** What a metric says of the file that its value is a part of; `undefined`: nothing. */
export function metadataOf(columns: MetricColumns, row: number): Metadata | undefined {
  if ((columns.flags[row] & metricFlag.metadata) === 0) return undefined;
  const { bytes } = columns;
  const found = fieldsOf(bytes, columns.starts[row], columns.ends[row]).findLast(({ tag }) => tag === 66)!;
  const fields = fieldsOf(bytes, ...extentOf(bytes, found.at));
  return {
    isMultiPart: integerField(bytes, fields, 8) === 1,
    contentType: textField(bytes, fields, 18),
    size: integerField(bytes, fields, 24),
    sequence: integerField(bytes, fields, 32),
    fileName: textField(bytes, fields, 42),
    fileType: textField(bytes, fields, 50),
    md5: textField(bytes, fields, 58),
    description: textField(bytes, fields, 66),
  };
}

function setOf(bytes: Uint8Array, start: number, end: number, depth: number): Properties {
  if (depth > deepest) throw new Unfit(`properties ${depth} deep`, `up to ${deepest}`);
  const fields = fieldsOf(bytes, start, end);
  const names = fields.filter(({ tag }) => tag === 10).map(({ at }) => text(bytes, at));
  const values = fields.filter(({ tag }) => tag === 18);
  if (names.length !== values.length) {
    throw new Unfit(
      `${names.length} names and ${values.length} values of properties`,
      'one value for each name',
    );
  }
  return new Map(names.map((name, index) => [name, propertyAt(bytes, values[index].at, depth)]));
}

function propertyAt(bytes: Uint8Array, at: number, depth: number): Property {
  const fields = fieldsOf(bytes, ...extentOf(bytes, at));
  const type = integerField(bytes, fields, 8) ?? 0;
  if (integerField(bytes, fields, 16) === 1) return undefined;
  if (type === dataType.propertySet) {
    const set = fields.findLast(({ tag }) => tag === 74);
    return set && setOf(bytes, ...extentOf(bytes, set.at), depth + 1);
  }
  if (type === dataType.propertySetList) {
    const list = fields.findLast(({ tag }) => tag === 82);
    if (!list) return undefined;
    return fieldsOf(bytes, ...extentOf(bytes, list.at))
      .filter(({ tag }) => tag === 10)
      .map((set) => setOf(bytes, ...extentOf(bytes, set.at), depth + 1));
  }
  return plainValue(bytes, fields, 3, type);
}
