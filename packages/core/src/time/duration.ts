import { dayLength } from './iso.js';

/** A length of time as people write it: how long a month or a day is, depends on where it lies. */
export interface CalendarDuration {
  readonly years: number;
  readonly months: number;
  /** Weeks are counted as seven days. */
  readonly days: number;
  /** Hours, minutes and seconds together. */
  readonly milliseconds: number;
}

const whole = '(\\d+)';
const decimal = '(\\d+(?:[.,]\\d+)?)';
const durationPattern = new RegExp(
  `^P(?=\\d|T\\d)(?:${whole}Y)?(?:${whole}M)?(?:${whole}W)?(?:${whole}D)?` +
    `(?:T(?=\\d)(?:${decimal}H)?(?:${decimal}M)?(?:${decimal}S)?)?$`,
);

/**
 * Reads an ISO 8601 duration: `PT8H`, `P1D`, `P1W`, `P1DT12H`, `PT0.5S`. Only hours, minutes and seconds may have
 * a fraction.
 *
 * @returns `undefined` if it is none, or has no length
 */
export function parseDuration(text: string): CalendarDuration | undefined {
  const match = durationPattern.exec(text);
  if (!match) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = match
    .slice(1)
    .map((part) => Number((part ?? '0').replace(',', '.')));
  const milliseconds = Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
  const parsed = { years, months, days: weeks * 7 + days, milliseconds };
  return Object.values(parsed).some((part) => part > 0) ? parsed : undefined;
}

/**
 * The length of an ISO 8601 duration that is always equally long: one without years and months.
 *
 * @returns milliseconds, above 0; `undefined` if it is none, has no length, or has years or months
 */
export function fixedDuration(text: string): number | undefined {
  const duration = parseDuration(text);
  if (!duration || duration.years > 0 || duration.months > 0) return undefined;
  return duration.days * dayLength + duration.milliseconds;
}
