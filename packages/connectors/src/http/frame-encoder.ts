/**
 * Writes batched frames for gateways and tests, in Node and in browsers; see `docs/batched-frames.md`. One encoder for
 * each connection: names are sent with the first frame that needs them.
 *
 * @example
 * ```ts
 * const frames = new FrameEncoder();
 * frames.add('press-01/power', Date.now(), 12.5);
 * socket.send(frames.take());
 * ```
 */
export class FrameEncoder {
  #base = 0;
  #isNamed = true;
  #hasQuality = false;
  readonly #positions = new Map<string, number>();
  readonly #signal: number[] = [];
  readonly #time: number[] = [];
  readonly #value: (number | string | object | null)[] = [];
  readonly #quality: (string | number)[] = [];

  /** The number of observations since the last `take`. */
  get length(): number {
    return this.#signal.length;
  }

  /**
   * Adds one observation.
   *
   * @param signal - address of the signal, or what the bindings of the receiver call it
   * @param time - milliseconds since the epoch
   * @param value - a number, a text, a condition; `undefined`: the source has no value
   * @param quality - `good`, `uncertain`, `bad` or a status code of OPC UA. Default `good`
   * @throws {RangeError} if the time or the value is not a finite number
   */
  add(
    signal: string,
    time: number,
    value: number | string | object | undefined,
    quality: string | number = 'good',
  ): void {
    if (!Number.isFinite(time))
      throw new RangeError(`invalid time: ${time}, allowed: milliseconds since the epoch`);
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new RangeError(
        `invalid value: ${value}, allowed: a finite number, a text, a condition, undefined`,
      );
    }
    let position = this.#positions.get(signal);
    if (position === undefined) {
      position = this.#positions.size;
      this.#positions.set(signal, position);
      this.#isNamed = false;
    }
    if (this.#signal.length === 0) this.#base = time;
    this.#signal.push(position);
    this.#time.push(time - this.#base);
    this.#value.push(value ?? null);
    this.#quality.push(quality);
    if (quality !== 'good') this.#hasQuality = true;
  }

  /** The frame of what was added since the last call, and begins the next one. */
  take(): string {
    const frame = JSON.stringify({
      signals: this.#isNamed ? undefined : [...this.#positions.keys()],
      base: this.#base,
      signal: this.#signal,
      time: this.#time,
      value: this.#value,
      quality: this.#hasQuality ? this.#quality : undefined,
    });
    for (const column of [this.#signal, this.#time, this.#value, this.#quality]) column.length = 0;
    this.#isNamed = true;
    this.#hasQuality = false;
    return frame;
  }
}
