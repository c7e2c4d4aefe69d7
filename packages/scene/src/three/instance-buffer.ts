import { DynamicDrawUsage, InstancedInterleavedBuffer, InterleavedBufferAttribute } from 'three';

/** More changes than this in a frame are uploaded as one range: a call costs about as much as 200 bytes. */
const exactChanges = 128;

/**
 * Values of all machines of a hall in one buffer, `stride` numbers a machine. Types of machines read their own stretch of it,
 * so whatever changes is uploaded once. A few changes are uploaded one by one, many as one range.
 */
export class InstanceBuffer<Values extends Float32Array | Uint8Array | Uint16Array> {
  readonly values: Values;
  readonly #buffer: InstancedInterleavedBuffer;
  readonly #normalized: boolean;
  readonly #changed = new Int32Array(exactChanges);
  #changes = 0;
  #first = Infinity;
  #last = -1;

  constructor(values: Values, stride: number, normalized = false) {
    this.values = values;
    this.#normalized = normalized;
    this.#buffer = new InstancedInterleavedBuffer(values, stride);
    this.#buffer.setUsage(DynamicDrawUsage);
    // Three keeps the ranges of a buffer that it uploads for the first time, and would upload them again.
    this.#buffer.onUpload(() => this.#buffer.clearUpdateRanges());
  }

  /** How many changes since the last upload. */
  get changes(): number {
    return this.#changes;
  }

  /** Notes that the values of one machine have changed. */
  touch(index: number): void {
    if (this.#changes < exactChanges) this.#changed[this.#changes] = index;
    this.#changes++;
    if (index < this.#first) this.#first = index;
    if (index > this.#last) this.#last = index;
  }

  /** Hands what has changed to three, for the next picture. */
  flush(): void {
    if (this.#changes === 0) return;
    const buffer = this.#buffer;
    const { stride } = buffer;
    if (this.#changes > exactChanges)
      buffer.addUpdateRange(this.#first * stride, (this.#last - this.#first + 1) * stride);
    else for (let i = 0; i < this.#changes; i++) buffer.addUpdateRange(this.#changed[i] * stride, stride);
    buffer.needsUpdate = true;
    this.#changes = 0;
    this.#first = Infinity;
    this.#last = -1;
  }

  /** The attribute of a geometry whose first machine is this one. */
  attribute(first = 0): InterleavedBufferAttribute {
    const { stride } = this.#buffer;
    return new InterleavedBufferAttribute(this.#buffer, stride, first * stride, this.#normalized);
  }
}
