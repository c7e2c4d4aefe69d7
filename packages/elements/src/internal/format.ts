/** Space between a number and its unit, and between the groups of a long number. */
const narrowSpace = '\u202f';
const minus = '\u2212';
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Words for units of time and quantity in one language. */
export interface UnitWords {
  readonly second: string;
  readonly minute: string;
  readonly hour: string;
  readonly day: string;
  /** Units that are words and not symbols, by what the workshop file calls them: `pcs`. */
  readonly units: Readonly<Record<string, string>>;
}

/** Writes numbers, units, durations and times in one language. All that `Intl` makes is made once. */
export class Formats {
  readonly #language: string;
  readonly #words: UnitWords;
  readonly #numbers: Intl.NumberFormat[] = [];
  readonly #times = new Map<string, Intl.DateTimeFormat>();
  #group: string | undefined;

  constructor(language: string, words: UnitWords) {
    this.#language = supported(language);
    this.#words = words;
  }

  /** A number with a fixed count of digits after the point: `1 284`, `−3.3`. */
  number(value: number, digits = 0): string {
    const format = (this.#numbers[digits] ??= new Intl.NumberFormat(this.#language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }));
    this.#group ??= format.formatToParts(12345).find((part) => part.type === 'group')?.value ?? '';
    let text = format.format(value);
    // ISO 80000-1 groups by a thin space in every language: a comma is a decimal sign for half the world.
    if (this.#group) text = text.replaceAll(this.#group, narrowSpace);
    return text.replace('-', minus);
  }

  /** A difference, with the sign of a gain too: `+3.3`, `−3.3`. */
  signed(value: number, digits = 0): string {
    return (value > 0 ? '+' : '') + this.number(value, digits);
  }

  /** The unit with the space that belongs before it: none before 分, 时, 件. */
  unit(unit: string): string {
    const word = this.#words.units[unit] ?? unit;
    return /^\p{Script=Han}/u.test(word) || word === '' ? word : narrowSpace + word;
  }

  /** A number with its unit: `41.2 kW`. */
  quantity(value: number, unit: string, digits = 0): string {
    return this.number(value, digits) + this.unit(unit);
  }

  /** A fraction of one as per cent: 0.784 is `78.4 %`. */
  percent(fraction: number, digits = 1): string {
    return this.quantity(fraction * 100, '%', digits);
  }

  /** Power as a number of kW: one digit below 100, none above. */
  power(kilowatts: number): string {
    return this.number(kilowatts, powerDigits(kilowatts));
  }

  /**
   * A duration in at most two units: `38 s`, `44 min`, `1 h 12`, `3 d 4 h`.
   *
   * @param milliseconds - cut off, not rounded: a minute is over when it is over
   */
  duration(milliseconds: number): string {
    const { second: s, minute: min, hour: h, day: d } = this.#words;
    if (milliseconds < 0) return minus + this.duration(-milliseconds);
    if (milliseconds < minute) return this.#count(milliseconds / second, s);
    if (milliseconds < hour) return this.#count(milliseconds / minute, min);
    if (milliseconds >= day) {
      return `${this.#count(milliseconds / day, d)}${this.#joint(d)}${this.#count((milliseconds % day) / hour, h)}`;
    }
    const minutes = String(Math.floor((milliseconds % hour) / minute)).padStart(2, '0');
    // Chinese needs the second word; after `1 h` the minutes need none.
    const word = this.#joint(h) ? '' : min;
    return `${this.#count(milliseconds / hour, h)}${this.#joint(h)}${minutes}${word}`;
  }

  /** The time of day at a place: `11:42`. */
  time(time: number, timeZone: string): string {
    return this.#dateFormat(timeZone, 'time').format(time);
  }

  /** The time of day with seconds: `11:42:05`. */
  timeWithSeconds(time: number, timeZone: string): string {
    return this.#dateFormat(timeZone, 'seconds').format(time);
  }

  /** Day and time at a place: `25 Oct, 11:42`. */
  dateTime(time: number, timeZone: string): string {
    return this.#dateFormat(timeZone, 'date').format(time);
  }

  /** A day at a place: `Tue 25 Oct`. */
  date(time: number, timeZone: string): string {
    return this.#dateFormat(timeZone, 'day').format(time).replace(',', '');
  }

  #count(value: number, word: string): string {
    return this.number(Math.floor(value)) + this.unit(word);
  }

  /** What stands between two parts of a duration: nothing where words are Han. */
  #joint(word: string): string {
    return this.unit(word) === word ? '' : narrowSpace;
  }

  #dateFormat(timeZone: string, kind: keyof typeof dateOptions): Intl.DateTimeFormat {
    const key = kind + timeZone;
    let format = this.#times.get(key);
    if (!format) {
      format = new Intl.DateTimeFormat(this.#language, { ...dateOptions[kind], hourCycle: 'h23', timeZone });
      this.#times.set(key, format);
    }
    return format;
  }
}

const clock = { hour: '2-digit', minute: '2-digit' } as const;
const dateOptions = {
  time: clock,
  seconds: { ...clock, second: '2-digit' },
  date: { ...clock, day: 'numeric', month: 'short' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
} as const;

/** How many digits a figure of power has after the point: one below 100 kW, none above. */
export function powerDigits(kilowatts: number): number {
  return Math.abs(kilowatts) < 99.95 ? 1 : 0;
}

/** The language if `Intl` accepts it; a bad `lang` attribute must not stop an element. */
function supported(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
