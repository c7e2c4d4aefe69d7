import { arrayOf } from './array-value.js';
import { dataType, dataTypeName } from './data-types.js';
import { type DataSet, dataSetOf } from './data-set.js';
import { type MetricColumns, metricFlag, valueField } from './metric-columns.js';
import { fieldName, numberAs, type Scalar, Unfit } from './scalar.js';
import { type Template, templateOf } from './template.js';
import { exactInteger, extentOf, text } from './wire.js';

/** What a metric can hold. `undefined`: no value (null, or a number that is none). */
export type Value = Scalar | undefined | Uint8Array | readonly (Scalar | undefined)[] | DataSet | Template;

/**
 * The value of a metric.
 *
 * @param type - code of its data type, from the birth where the message does not say it
 * @throws {Unfit} if the value does not fit the type
 * @throws {Malformed} if what is inside the value is not what it should be
 */
export function valueOf(columns: MetricColumns, row: number, type: number): Value {
  if ((columns.flags[row] & metricFlag.null) !== 0) return undefined;
  const field = columns.fields[row];
  if (field === valueField.none) throw new Unfit('no value', 'a value, or the flag that there is none');
  const value = columns.values[row];
  if (field <= valueField.boolean) {
    const isExact = field !== valueField.long || value <= Number.MAX_SAFE_INTEGER;
    return numberAs(type, field, isExact ? value : exactInteger(columns.bytes, columns.places[row]));
  }
  return largeValueOf(columns.bytes, field, value, type);
}

function largeValueOf(bytes: Uint8Array, field: number, place: number, type: number): Value {
  if (field === valueField.string && isText(type)) return text(bytes, place);
  const [start, end] = extentOf(bytes, place);
  if (field === valueField.bytes) {
    if (type >= dataType.int8Array && type <= dataType.dateTimeArray) return arrayOf(type, bytes, start, end);
    if (type === dataType.bytes || type === dataType.file) return bytes.slice(start, end);
  }
  if (field === valueField.dataSet && type === dataType.dataSet) return dataSetOf(bytes, start, end);
  if (field === valueField.template && type === dataType.template) return templateOf(bytes, start, end);
  throw new Unfit(fieldName(field), `a value of ${dataTypeName(type)}`);
}

function isText(type: number): boolean {
  return type === dataType.string || type === dataType.text || type === dataType.uuid;
}
