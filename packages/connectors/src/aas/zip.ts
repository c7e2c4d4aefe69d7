/** A file that is no ZIP archive, or one that is not read. */
export class ZipError extends Error {
  override name = 'ZipError';
}

/** One file in an archive, as the directory at its end tells it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  /** Bytes in the archive, and bytes once it is unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its own head begins. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;
/** A comment at the end of an archive is at most so long. */
const longestComment = 65_535;

/** @throws {ZipError} if the bytes are no archive, or one of several parts or above 4 GB */
export function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - endLength;
  const least = Math.max(0, end - longestComment);
  while (end >= least && view.getUint32(end, true) !== endSignature) end--;
  if (end < least)
    throw new ZipError('found no ZIP archive, allowed: a file that ends with a directory of its files');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const decoder = new TextDecoder();
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + entryLength > end || view.getUint32(at, true) !== entrySignature) {
      throw new ZipError(`entry ${index} of ${count} of the ZIP archive is not where it should be`);
    }
    const nameLength = view.getUint16(at + 28, true);
    const next =
      at + entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push({
      name: decoder.decode(bytes.subarray(at + entryLength, at + entryLength + nameLength)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/**
 * Unpacks one file of an archive.
 *
 * @param limit - bytes that it may have once it is unpacked; what says it has fewer and has more is refused as well
 * @throws {ZipError} if it cannot be unpacked
 */
export async function unpack(bytes: Uint8Array, entry: ZipEntry, limit: number): Promise<Uint8Array> {
  const { name, method, offset, packed, size } = entry;
  const fail = (what: string): never => {
    throw new ZipError(`${name.slice(0, 100)}: ${what}`);
  };
  if (entry.isEncrypted) fail('it is encrypted');
  if (size > limit) fail(`it has ${size} bytes, allowed: up to ${limit}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + localLength > bytes.length || view.getUint32(offset, true) !== localSignature)
    fail('it is not where it should be');
  const start = offset + localLength + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) fail('it is cut off');
  const part = bytes.subarray(start, start + packed);
  if (method !== 0 && method !== 8) fail(`it is packed by method ${method}, allowed: 0 and 8`);
  const content =
    method === 0
      ? part
      : await inflated(part, size).catch(() => fail('its packing is damaged or larger than it says'));
  return content.length === size ? content : fail(`it has ${content.length} bytes, but says ${size}`);
}

async function inflated(part: Uint8Array, size: number): Promise<Uint8Array> {
  const stream = new Blob([part as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const content = new Uint8Array(size);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return content.subarray(0, length);
    if (length + value.length > size) {
      await reader.cancel();
      throw new ZipError('larger than it says');
    }
    content.set(value, length);
    length += value.length;
  }
}
