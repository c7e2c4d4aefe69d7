/** A body that is not the multipart it says it is. */
export class MultipartError extends Error {
  override name = 'MultipartError';
}

const maximumHeader = 16_384;
const carriageReturn = 13;
const lineFeed = 10;

/**
 * The boundary of a `multipart/mixed` or `multipart/x-mixed-replace` answer.
 *
 * @param contentType - the header of the answer
 * @returns `undefined` if it is no such answer
 */
export function multipartBoundary(contentType: string | null): string | undefined {
  if (!/^\s*multipart\/(mixed|x-mixed-replace)\s*;/i.test(contentType ?? '')) return undefined;
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]*)"|([^\s;]+))/i.exec(contentType!) ?? [];
  return quoted || plain || undefined;
}

/**
 * Takes a multipart body apart while it arrives, wherever the pieces are cut. The length of each part is taken from
 * its `Content-length`; the boundary is never searched for within it. Each byte is copied once.
 */
export class MultipartParser {
  readonly #delimiter: string;
  readonly #limit: number;
  /** Lines before the content, as far as they have come. */
  #header = '';
  #body: Uint8Array | undefined;
  #filled = 0;
  /** Whether the last part, told by two more dashes, has been. */
  ended = false;

  /**
   * @param boundary - as `multipartBoundary` found it
   * @param limit - bytes of the largest part that is taken. Default 64 MiB
   */
  constructor(boundary: string, limit = 67_108_864) {
    // Some agents write the two leading dashes into the boundary itself.
    this.#delimiter = boundary.startsWith('--') ? boundary.slice(2) : boundary;
    this.#limit = limit;
  }

  /**
   * Takes the next piece and calls back with the content of each part that it completes.
   *
   * @throws {MultipartError} if there is no boundary where one has to be, no length or too large a one
   */
  push(piece: Uint8Array, onPart: (content: Uint8Array) => void): void {
    for (let at = 0; at < piece.length && !this.ended;) {
      if (!this.#body) {
        at = this.#readHeader(piece, at);
        if (!this.#body) continue;
      }
      const body: Uint8Array = this.#body;
      const count = Math.min(body.length - this.#filled, piece.length - at);
      body.set(piece.subarray(at, at + count), this.#filled);
      this.#filled += count;
      at += count;
      if (this.#filled < body.length) continue;
      this.#body = undefined;
      onPart(body);
    }
  }

  /** Reads up to the empty line that ends the header of a part, or to the end of the piece. */
  #readHeader(piece: Uint8Array, start: number): number {
    for (let at = start; at < piece.length; at++) {
      const code = piece[at];
      if (code === carriageReturn) continue;
      if (this.#header.length > maximumHeader) throw new MultipartError('the header of a part has no end');
      this.#header += String.fromCharCode(code);
      if (code !== lineFeed) continue;
      if (this.#header.trim() === '') this.#header = '';
      else if (this.#header.startsWith(`--${this.#delimiter}--`)) {
        this.ended = true;
        return piece.length;
      } else if (this.#header.endsWith('\n\n')) {
        this.#open(this.#header);
        return at + 1;
      }
    }
    return piece.length;
  }

  #open(header: string): void {
    this.#header = '';
    if (!header.startsWith(`--${this.#delimiter}\n`)) {
      throw new MultipartError(`found ${JSON.stringify(header.slice(0, 60))}, allowed: --${this.#delimiter}`);
    }
    const [, digits] = /\ncontent-length:\s*(\d+)\s*\n/i.exec(header) ?? [];
    const length = Number(digits);
    if (!digits || length > this.#limit) {
      throw new MultipartError(`found Content-length ${digits}, allowed: up to ${this.#limit} bytes`);
    }
    this.#body = new Uint8Array(length);
    this.#filled = 0;
  }
}
