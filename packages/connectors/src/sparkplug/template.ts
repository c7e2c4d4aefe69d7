import { integerField, plainValue, textField } from './plain-value.js';
import { MetricColumns } from './metric-columns.js';
import { type Scalar, Unfit } from './scalar.js';
import { extentOf, fieldsOf } from './wire.js';

/** A group of metrics of one form: the definition of the form, or an instance of it. */
export interface Template {
  /** Whether it defines the form; an instance has values. */
  readonly isDefinition: boolean;
  /** The name of the definition that an instance follows. */
  readonly reference: string | undefined;
  readonly version: string | undefined;
  /** Its metrics. Their values may have parts of their own. */
  readonly members: MetricColumns;
  readonly parameters: readonly Parameter[];
}

/** What is fixed for an instance. */
export interface Parameter {
  readonly name: string;
  /** Code of the data type. */
  readonly type: number;
  /** `undefined`: a definition without a default. */
  readonly value: Scalar | undefined;
}

/**
 * Reads a Template. Its members are read like the metrics of a payload, one level at a time, so that a template in
 * a template is not read before somebody asks for it.
 *
 * @throws {Unfit} if a parameter has no name or a value that does not fit
 * @throws {Malformed} if it is not what protocol buffers allow
 */
export function templateOf(bytes: Uint8Array, start: number, end: number): Template {
  const fields = fieldsOf(bytes, start, end);
  const members = new MetricColumns(8);
  members.decodeTemplate(bytes, start, end);
  return {
    isDefinition: integerField(bytes, fields, 40) === 1,
    reference: textField(bytes, fields, 34),
    version: textField(bytes, fields, 10),
    members,
    parameters: fields
      .filter(({ tag }) => tag === 26)
      .map(({ at }) => parameterOf(bytes, ...extentOf(bytes, at))),
  };
}

function parameterOf(bytes: Uint8Array, start: number, end: number): Parameter {
  const fields = fieldsOf(bytes, start, end);
  const name = textField(bytes, fields, 10);
  const type = integerField(bytes, fields, 16) ?? 0;
  if (name === undefined) throw new Unfit('a parameter without a name', 'a name');
  return { name, type, value: plainValue(bytes, fields, 3, type) };
}
