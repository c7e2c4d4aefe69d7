import { arrayOf } from './array-value.js';
import * as dataType from './data-type.js';
import { type DataSet, dataSetOf } from './data-set.js';
import { type MetricColumns } from './metric-columns.js';
import * as valueField from './value-field.js';
import { type Scalar, unfitField } from './scalar.js';
import { hasParts, scalarOf } from './scalar-value.js';
import { type Template, templateOf } from './template.js';
import { extentOf } from './wire.js';

/** What is more than one thing. */
export type ValueWithParts = Uint8Array | readonly (Scalar | undefined)[] | DataSet | Template;

/** What a metric can hold. `undefined`: no value (null, or a number that is none). */
export type Value = Scalar | undefined | ValueWithParts;

/**
 * The value of a metric.
 *
 * @param type - code of its data type, from the birth where the message does not say it
 * @throws {Unfit} if the value does not fit the type
 * @throws {Malformed} if what is inside the value is not what it should be
 */
export function valueOf(columns: MetricColumns, row: number, type: number): Value {
  return hasParts(columns, row) ? valueWithParts(columns, row, type) : scalarOf(columns, row, type);
}

/** The same where {@link hasParts} says so. */
export function valueWithParts(
  { bytes, fields, values }: MetricColumns,
  row: number,
  type: number,
): ValueWithParts {
  const field = fields[row];
  const [start, end] = extentOf(bytes, values[row]);
  if (field === valueField.bytes) {
    if (type >= dataType.int8Array && type <= dataType.dateTimeArray) return arrayOf(type, bytes, start, end);
    if (type === dataType.bytes || type === dataType.file) return bytes.slice(start, end);
  }
  if (field === valueField.dataSet && type === dataType.dataSet) return dataSetOf(bytes, start, end);
  if (field === valueField.template && type === dataType.template) return templateOf(bytes, start, end);
  throw unfitField(field, type);
}
