const minute = 60_000;
/** Clocks are changed on a quarter of an hour in every zone of today, so one look-up holds until the next one. */
const block = 15 * minute;
const zones = new Map<string, Zone>();

/** Local wall time of one time zone, for axes: how far it is ahead of UTC, and a clock's text. */
export class Zone {
  /** IANA name. */
  readonly timeZone: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  constructor(timeZone: string) {
    this.timeZone = timeZone;
    this.#format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  }

  /** Milliseconds to add to a UTC time to get the local wall time. */
  offset(time: number): number {
    const key = Math.floor(time / block);
    let offset = this.#offsets.get(key);
    if (offset === undefined) {
      if (this.#offsets.size > 20_000) this.#offsets.clear();
      this.#offsets.set(key, (offset = parseOffset(this.#format.format(key * block))));
    }
    return offset;
  }

  /** The wall time as if it were UTC: milliseconds whose UTC fields are the local ones. */
  local(time: number): number {
    return time + this.offset(time);
  }

  /** `08:05`, the way a clock on the wall shows it. */
  clock(time: number): string {
    return new Date(this.local(time)).toISOString().slice(11, 16);
  }

  /** `08:05:09` */
  clockWithSeconds(time: number): string {
    return new Date(this.local(time)).toISOString().slice(11, 19);
  }
}

/** The one {@link Zone} of a time zone. */
export function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (!zone) zones.set(timeZone, (zone = new Zone(timeZone)));
  return zone;
}

/** Reads the end of `1/20/2026, GMT+08:00`. */
function parseOffset(text: string): number {
  const match = /GMT(?:([+-])(\d+):(\d+))?/.exec(text);
  if (!match?.[1]) return 0;
  const size = (Number(match[2]) * 60 + Number(match[3])) * minute;
  return match[1] === '-' ? -size : size;
}
