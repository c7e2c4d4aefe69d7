import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// Without this the heap says when garbage was last collected, not what is kept.
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What a decoder is tried with. */
export interface FuzzSettings {
  /** The same seed makes the same messages. */
  readonly seed: number;
  /** How many mutated messages are made. */
  readonly count: number;
  /** Right messages, from which the mutated ones are made. At least one. */
  readonly samples: readonly Uint8Array[];
  /**
   * Takes a message. Says what became of it: taken, or refused and counted. Must not throw and must not keep the
   * bytes.
   */
  readonly take: (bytes: Uint8Array) => 'taken' | 'refused';
}

/** What came of it. */
export interface FuzzResult {
  readonly taken: number;
  readonly refused: number;
  /** The first error that came out, and the message that did it; `undefined`: none. */
  readonly thrown: { readonly error: unknown; readonly bytes: Uint8Array } | undefined;
  /** Milliseconds of the slowest message: the median of three further tries, so that a pause of the machine is none. */
  readonly longest: number;
  /** That message. */
  readonly slowest: Uint8Array;
  /** Bytes by which the heap grew over the second half of the run, after garbage was collected. */
  readonly growth: number;
}

/** Feeds a decoder with mutated messages: bits flipped, bytes cut, doubled, inserted, spliced, lengths changed. */
export function fuzz({ seed, count, samples, take }: FuzzSettings): FuzzResult {
  const random = randomFrom(seed);
  let [taken, refused, longest] = [0, 0, 0];
  let slowest = samples[0];
  let thrown: FuzzResult['thrown'];
  let heap = 0;
  for (let n = 0; n < count; n++) {
    if (n === count >> 1) heap = heapUsed();
    const bytes = mutated(samples, random);
    const begin = performance.now();
    try {
      if (take(bytes) === 'taken') taken++;
      else refused++;
    } catch (error) {
      thrown ??= { error, bytes };
    }
    const lasted = performance.now() - begin;
    if (lasted > longest) [longest, slowest] = [lasted, bytes];
  }
  const growth = heapUsed() - heap;
  const again = [0, 0, 0].map(() => durationOf(take, slowest)).sort((a, b) => a - b);
  return { taken, refused, thrown, longest: again[1], slowest, growth };
}

/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** A right message after one to three mutations. */
function mutated(samples: readonly Uint8Array[], random: () => number): Uint8Array {
  const below = (limit: number): number => Math.floor(random() * limit);
  const sample = (): Uint8Array => samples[below(samples.length)];
  let bytes: Uint8Array = Uint8Array.from(sample());
  for (let left = 1 + below(3); left > 0; left--)
    bytes = mutations[below(mutations.length)](bytes, below, sample);
  return bytes;
}

type Mutation = (bytes: Uint8Array, below: (limit: number) => number, sample: () => Uint8Array) => Uint8Array;

/** Bytes that are special in one format or another: signs of JSON and XML, borders of lengths and variable integers. */
const special = [
  0, 1, 0x7f, 0x80, 0xff, 0xfe, 0x22, 0x27, 0x2c, 0x2d, 0x30, 0x39, 0x3c, 0x3e, 0x5b, 0x5d, 0x7b, 0x7d, 0xc3,
  0xed,
];

const mutations: readonly Mutation[] = [
  function flipBits(bytes, below) {
    for (let left = 1 + below(8); left > 0 && bytes.length > 0; left--) {
      bytes[below(bytes.length)] ^= 1 << below(8);
    }
    return bytes;
  },
  function cutEnd(bytes, below) {
    return bytes.slice(0, below(bytes.length + 1));
  },
  function cutOut(bytes, below) {
    const from = below(bytes.length + 1);
    return joined(bytes.subarray(0, from), bytes.subarray(from + below(16)));
  },
  function double(bytes, below) {
    const from = below(bytes.length + 1);
    const part = bytes.subarray(from, from + below(64));
    return joined(bytes.subarray(0, from), part, part, bytes.subarray(from + part.length));
  },
  function splice(bytes, below, sample) {
    const other = sample();
    return joined(bytes.subarray(0, below(bytes.length + 1)), other.subarray(below(other.length + 1)));
  },
  function insert(bytes, below) {
    const at = below(bytes.length + 1);
    const rubbish = Uint8Array.from({ length: 1 + below(12) }, () => below(256));
    return joined(bytes.subarray(0, at), rubbish, bytes.subarray(at));
  },
  function setSpecial(bytes, below) {
    if (bytes.length > 0) bytes[below(bytes.length)] = special[below(special.length)];
    return bytes;
  },
  function changeLength(bytes, below) {
    // Any byte may be a length: a little more, a little less, or by far too much.
    if (bytes.length === 0) return bytes;
    const at = below(bytes.length);
    if (below(4) > 0) bytes[at] += below(2) === 0 ? 1 : -1;
    else
      return joined(
        bytes.subarray(0, at),
        Uint8Array.of(0xff, 0xff, 0xff, 0xff, below(16)),
        bytes.subarray(at + 1),
      );
    return bytes;
  },
];

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function durationOf(take: FuzzSettings['take'], bytes: Uint8Array): number {
  const begin = performance.now();
  try {
    take(bytes);
  } catch {
    // It is counted already.
  }
  return performance.now() - begin;
}

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
