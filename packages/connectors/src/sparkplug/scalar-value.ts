import { isText } from './data-types.js';
import { type MetricColumns } from './metric-columns.js';
import * as metricFlag from './metric-flag.js';
import * as valueField from './value-field.js';
import { numberAs, type Scalar, Unfit, unfitField } from './scalar.js';
import { exactInteger, text } from './wire.js';

/** Whether the value of a metric is not a number or a text but bytes, an array, a DataSet, a Template or an extension. */
export function hasParts({ fields, flags }: MetricColumns, row: number): boolean {
  return fields[row] > valueField.string && (flags[row] & metricFlag.isNull) === 0;
}

/**
 * The value of a metric that has no parts.
 *
 * @param type - code of its data type, from the birth where the message does not say it
 * @returns `undefined`: no value (null, or a number that is none)
 * @throws {Unfit} if the value does not fit the type
 * @throws {Malformed} if it is a text that is not UTF-8
 */
export function scalarOf(columns: MetricColumns, row: number, type: number): Scalar | undefined {
  if ((columns.flags[row] & metricFlag.isNull) !== 0) return undefined;
  const field = columns.fields[row];
  if (field === valueField.none) throw new Unfit('no value', 'a value, or the flag that there is none');
  const value = columns.values[row];
  if (field <= valueField.boolean) {
    const isExact = field !== valueField.long || value <= Number.MAX_SAFE_INTEGER;
    return numberAs(type, field, isExact ? value : exactInteger(columns.bytes, columns.places[row]));
  }
  if (field === valueField.string && isText(type)) return text(columns.bytes, value);
  throw unfitField(field, type);
}
