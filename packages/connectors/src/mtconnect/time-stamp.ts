const dayLength = 86_400_000;
let lastDay = '';
let lastDayStart = 0;

/**
 * Reads a time stamp of ISO 8601, `2016-10-25T12:50:30.403Z`; without a zone it is UTC, as MTConnect has it.
 * Digits beyond milliseconds are cut off. `undefined` if it is none.
 *
 * Written out because it is called for each observation and `Date.parse` costs more than the rest of the reading.
 */
export function readTimeStamp(text: string): number | undefined {
  if (text.charCodeAt(10) !== 84 || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58)
    return undefined;
  if (lastDay === '' || !text.startsWith(lastDay)) {
    const day = text.slice(0, 10);
    const start = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : NaN;
    if (Number.isNaN(start)) return undefined;
    lastDay = day;
    lastDayStart = start;
  }
  const hours = twoDigits(text, 11);
  const minutes = twoDigits(text, 14);
  const seconds = twoDigits(text, 17);
  let position = 19;
  let fraction = 0;
  if (text.charCodeAt(position) === 46) {
    const begin = ++position;
    for (let digit = digitAt(text, position); digit >= 0; digit = digitAt(text, ++position)) {
      if (position < begin + 3) fraction = fraction * 10 + digit;
    }
    for (let digits = position - begin; digits < 3; digits++) fraction *= 10;
  }
  const zone = zoneOffset(text, position);
  if (!(hours <= 24 && minutes < 60 && seconds <= 60) || zone === undefined) return undefined;
  const time = lastDayStart + ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction - zone;
  return Math.abs(time - lastDayStart) <= 2 * dayLength ? time : undefined;
}

function zoneOffset(text: string, position: number): number | undefined {
  if (position === text.length) return 0;
  if (text.charCodeAt(position) === 90) return position + 1 === text.length ? 0 : undefined;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(text.slice(position)) ?? [];
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
