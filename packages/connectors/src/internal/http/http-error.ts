/** A server did not give what it was asked for. The message is a sentence for people, without secrets. */
export class HttpError extends Error {
  override name = 'HttpError';
  /** Whether asking again is of no use as long as nobody changes something: wrong address, no permission, no JSON. */
  readonly isFinal: boolean;
  /** So long the server wants to be left alone, in milliseconds; 0: it did not say. */
  readonly retryAfter: number;

  constructor(message: string, { isFinal = false, retryAfter = 0 } = {}) {
    super(message);
    this.isFinal = isFinal;
    this.retryAfter = retryAfter;
  }
}

/** A server that wants to be left alone for longer is asked again after this time all the same, in milliseconds. */
const longest = 3_600_000;

/**
 * The time that a `Retry-After` asks for, in milliseconds, at most an hour (RFC 9110, 10.2.3: seconds or a date).
 *
 * @param now - milliseconds since the epoch, by the clock of the server where it says it
 * @returns 0 for no such header, one that is malformed and a date that is over
 */
export function retryAfterOf(header: string | null, now: number): number {
  const text = header?.trim() ?? '';
  const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(milliseconds) ? 0 : Math.min(Math.max(milliseconds, 0), longest);
}
