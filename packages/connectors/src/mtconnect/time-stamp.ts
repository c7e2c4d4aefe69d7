/** What the last time stamp began with, up to its seconds, and what that means. */
let lastMinute = '';
let lastMinuteStart = 0;

/**
 * Reads a time stamp of ISO 8601, `2016-10-25T12:50:30.403Z`; without a zone it is UTC, as MTConnect has it.
 * Digits beyond milliseconds are cut off. `undefined` if it is none.
 *
 * Written out because it is called for each observation and `Date.parse` costs more than the rest of the reading.
 *
 * @param from - where it begins in the text. Default 0
 * @param to - where it ends. Default: at the end of the text
 */
export function readTimeStamp(text: string, from = 0, to = text.length): number | undefined {
  if (lastMinute === '' || !text.startsWith(lastMinute, from)) {
    const minute = text.slice(from, from + 17);
    const start = minuteStart(minute);
    if (start === undefined) return undefined;
    lastMinute = minute;
    lastMinuteStart = start;
  }
  const seconds = twoDigits(text, from + 17);
  let position = from + 19;
  let fraction = 0;
  if (text.charCodeAt(position) === 46) {
    let unit = 100;
    for (let digit = digitAt(text, ++position); digit >= 0; digit = digitAt(text, ++position)) {
      fraction += digit * unit;
      unit = unit === 100 ? 10 : unit === 10 ? 1 : 0;
    }
  }
  const zone =
    position + 1 === to && text.charCodeAt(position) === 90 ? 0 : zoneOffset(text.slice(position, to));
  if (!(seconds <= 60 && position <= to) || zone === undefined) return undefined;
  return lastMinuteStart + seconds * 1000 + fraction - zone;
}

/** When a minute begins, written as `2016-10-25T12:50:`. */
function minuteStart(text: string): number | undefined {
  const [, day, hours, minutes] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):$/.exec(text) ?? [];
  const start = Date.parse(day);
  if (Number.isNaN(start) || !(Number(hours) <= 24 && Number(minutes) < 60)) return undefined;
  return start + (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function zoneOffset(text: string): number | undefined {
  if (text === '') return 0;
  const [, sign, hours, minutes] = /^([+-])([012]\d):?([0-5]\d)$/.exec(text) ?? [];
  if (!sign) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function digitAt(text: string, position: number): number {
  const digit = text.charCodeAt(position) - 48;
  return digit >= 0 && digit <= 9 ? digit : -1;
}

/** NaN if these are not two digits. */
function twoDigits(text: string, position: number): number {
  const tens = digitAt(text, position);
  const ones = digitAt(text, position + 1);
  return tens < 0 || ones < 0 ? NaN : tens * 10 + ones;
}
