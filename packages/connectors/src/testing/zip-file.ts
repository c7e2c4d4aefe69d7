import { deflateRawSync } from 'node:zlib';

/** A file of an archive for a test. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Stored as it is instead of deflated. */
  readonly isStored?: boolean;
  /** The size that the directory says. Default: the right one. */
  readonly saysSize?: number;
}

/** Makes a ZIP archive. */
export function zipFile(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, isStored = false, saysSize } of parts) {
    const plain = Buffer.from(content as Uint8Array);
    const packed = isStored ? plain : deflateRawSync(plain);
    const bytesOfName = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(bytesOfName.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(isStored ? 0 : 8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(saysSize ?? plain.length, 24);
    entry.writeUInt16LE(bytesOfName.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, bytesOfName, packed);
    directory.push(entry, bytesOfName);
    offset += local.length + bytesOfName.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, entries, end]));
}
