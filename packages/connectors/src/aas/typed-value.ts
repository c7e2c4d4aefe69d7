import { fixedDuration } from '@twinfloor/core';

/** A value by its type: whole numbers beyond 2^53 stay texts, so that no digit is lost; `undefined`: NaN or INF. */
export type TypedValue = string | number | boolean | undefined;

const digits = /^[+-]?\d+$/;
const decimalPattern = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const doublePattern = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const zone = '(Z|[+-]\\d\\d:\\d\\d)?';
const pattern = (text: string): RegExp => new RegExp(`^${text}$`);

/** Bounds of the types of whole numbers (XML Schema 1.1, part 2, clause 3.4); `undefined`: none. */
const wholes: Readonly<Record<string, readonly [bigint | undefined, bigint | undefined]>> = {
  integer: [undefined, undefined],
  nonNegativeInteger: [0n, undefined],
  positiveInteger: [1n, undefined],
  nonPositiveInteger: [undefined, 0n],
  negativeInteger: [undefined, -1n],
  ...signed('byte', 8n),
  ...signed('short', 16n),
  ...signed('int', 32n),
  ...signed('long', 64n),
  ...unsigned('unsignedByte', 8n),
  ...unsigned('unsignedShort', 16n),
  ...unsigned('unsignedInt', 32n),
  ...unsigned('unsignedLong', 64n),
};

/** The form of what stays a text. */
const forms: Readonly<Record<string, RegExp>> = {
  string: /^[^]*$/,
  anyURI: /^[^]*$/,
  base64Binary: /^[A-Za-z\d+/]*={0,2}$/,
  hexBinary: /^([\dA-Fa-f]{2})*$/,
  dateTime: pattern(`-?\\d{4,}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?${zone}`),
  dateTimeUtc: pattern('-?\\d{4,}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|\\+00:00)'),
  date: pattern(`-?\\d{4,}-\\d\\d-\\d\\d${zone}`),
  time: pattern(`\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?${zone}`),
  gYear: pattern(`-?\\d{4,}${zone}`),
  gYearMonth: pattern(`-?\\d{4,}-\\d\\d${zone}`),
  gMonth: pattern(`--\\d\\d${zone}`),
  gMonthDay: pattern(`--\\d\\d-\\d\\d${zone}`),
  gDay: pattern(`---\\d\\d${zone}`),
  duration: /^-?P(?=[\dT])(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/,
};

/** Whether the metamodel knows a type of values, e.g. `xs:double`. */
export function isValueType(type: string): boolean {
  const name = type.startsWith('xs:') ? type.slice(3) : '';
  return (
    ['double', 'float', 'decimal', 'boolean'].includes(name) ||
    Object.hasOwn(forms, name) ||
    Object.hasOwn(wholes, name)
  );
}

/**
 * Reads a value by its type.
 *
 * @param type - one of which {@link isValueType} is true
 * @returns the value in a box; `undefined` if the text is not of the type
 */
export function readTyped(type: string, text: string): { readonly value: TypedValue } | undefined {
  const name = type.slice(3);
  if (Object.hasOwn(wholes, name)) return readWhole(text.trim(), wholes[name]);
  if (name === 'double' || name === 'float') {
    if (/^\s*([+-]?INF|NaN)\s*$/.test(text)) return { value: undefined };
    return readNumber(text.trim(), doublePattern);
  }
  if (name === 'decimal') return readNumber(text.trim(), decimalPattern);
  if (name === 'boolean') {
    const word = text.trim();
    if (word === 'true' || word === '1') return { value: true };
    return word === 'false' || word === '0' ? { value: false } : undefined;
  }
  // A long text is not taken apart to see whether it is one.
  const free = name === 'string' || name === 'anyURI';
  const written = name === 'base64Binary' ? text.replace(/\s+/g, '') : text.trim();
  if (!free && !(forms[name].test(written) && isOfCalendar(name, written))) return undefined;
  return { value: free ? text : text.trim() };
}

/**
 * What a value is to a signal: durations become seconds where their length is fixed (ISO 22400 times are told so), truth
 * becomes `true` or `false` as a text.
 */
export function rawOf(type: string | undefined, value: TypedValue): string | number | undefined {
  if (typeof value === 'boolean') return String(value);
  if (type !== 'xs:duration' || typeof value !== 'string') return value;
  if (!/[1-9]/.test(value)) return 0;
  const length = fixedDuration(value.replace('-', ''));
  if (length === undefined) return value;
  return (value.startsWith('-') ? -length : length) / 1000;
}

function readWhole(
  text: string,
  [least, most]: readonly [bigint | undefined, bigint | undefined],
): { value: TypedValue } | undefined {
  // Nobody counts to 10^400, and a text as long as that takes its time to be read.
  if (!digits.test(text) || text.length > 400) return undefined;
  const whole = BigInt(text.replace('+', ''));
  if ((least !== undefined && whole < least) || (most !== undefined && whole > most)) return undefined;
  const number = Number(whole);
  return { value: Number.isSafeInteger(number) ? number : String(whole) };
}

function readNumber(text: string, form: RegExp): { value: TypedValue } | undefined {
  if (!form.test(text)) return undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) return undefined;
  const isExact = Number.isSafeInteger(number) || !digits.test(text);
  return { value: isExact ? number : text };
}

/** Whether there is such a day, and such a time of day. */
function isOfCalendar(name: string, text: string): boolean {
  if (!name.startsWith('date') && name !== 'time') return true;
  const [, year, month, day] = /^(-?\d{4,})-(\d\d)-(\d\d)/.exec(text) ?? ['', '2000', '01', '01'];
  const date = new Date(Date.UTC(2000 + (Math.abs(Number(year)) % 400), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() + 1 !== Number(month) || date.getUTCDate() !== Number(day)) return false;
  const [, hours, minutes, seconds] = /(?:^|T)(\d\d):(\d\d):(\d\d)/.exec(text) ?? ['', '0', '0', '0'];
  return Number(hours) <= 24 && Number(minutes) < 60 && Number(seconds) < 60;
}

function signed(name: string, bits: bigint): Record<string, [bigint, bigint]> {
  return { [name]: [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n] };
}

function unsigned(name: string, bits: bigint): Record<string, [bigint, bigint]> {
  return { [name]: [0n, 2n ** bits - 1n] };
}
