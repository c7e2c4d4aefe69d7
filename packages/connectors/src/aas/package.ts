import { exactJson } from '../internal/exact-json.js';
import { XmlReader, xmlToken } from '../internal/xml.js';
import type { Environment } from './environment.js';
import { readEnvironment } from './environment-reader.js';
import type { RefusePart } from './json-part.js';
import { xmlEnvironment } from './xml-environment.js';
import { readDirectory, unpack, type ZipEntry } from './zip.js';

/** What an AASX package holds. */
export interface Package {
  readonly environment: Environment;
  /** Names of the documents in the package that its environment refers to. They are listed, not unpacked. */
  readonly supplements: readonly string[];
}

/** So many bytes are unpacked of one package, all parts together: some kilobytes can be packed a thousandfold. */
const largest = 64 * 1024 * 1024;

/**
 * Reads an AASX package: a ZIP archive with relationships (Open Packaging Conventions), whose environment is JSON or XML.
 * What cannot be read is refused; it never rejects.
 */
export async function readPackage(bytes: Uint8Array, refuse: RefusePart): Promise<Package> {
  const parts: unknown[] = [];
  const supplements: string[] = [];
  try {
    const archive = new Archive(bytes);
    for (const origin of new Set(await archive.related('', 'aasx-origin'))) {
      for (const name of new Set(await archive.related(origin, 'aas-spec'))) {
        try {
          parts.push(document(await archive.text(name)));
          supplements.push(...(await archive.related(name, 'aas-suppl')));
        } catch (error) {
          refuse({ place: name, found: messageOf(error), allowed: 'an environment in JSON or XML' });
        }
      }
    }
    if (parts.length === 0) {
      refuse({
        place: '_rels/.rels',
        found: 'no environment',
        allowed: 'relationships to aasx-origin, and from it to aas-spec',
      });
    }
  } catch (error) {
    refuse({ place: '_rels/.rels', found: messageOf(error), allowed: 'an AASX package' });
  }
  return { environment: merged(parts.map((part) => readEnvironment(part, refuse))), supplements };
}

class Archive {
  readonly #bytes: Uint8Array;
  readonly #entries = new Map<string, ZipEntry>();
  #left = largest;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (const entry of readDirectory(bytes)) this.#entries.set(keyOf(entry.name), entry);
  }

  async text(name: string): Promise<string> {
    const entry = this.#entries.get(keyOf(name));
    if (!entry) throw new RangeError(`${name.slice(0, 100)} is not in the package`);
    const limit = this.#left;
    this.#left -= Math.min(entry.size, limit);
    return new TextDecoder().decode(await unpack(this.#bytes, entry, limit));
  }

  /** The names of the parts to which a part has a relationship of a kind; the empty name is the package. */
  async related(name: string, kind: string): Promise<string[]> {
    const slash = name.lastIndexOf('/') + 1;
    const relationships = `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
    if (!this.#entries.has(keyOf(relationships))) return [];
    const reader = new XmlReader(await this.text(relationships));
    const found: string[] = [];
    for (let token = reader.next(); token !== xmlToken.end; token = reader.next()) {
      if (token !== xmlToken.open || reader.name !== 'Relationship') continue;
      const target = reader.attribute('Target') ?? '';
      // The host of the kinds was renamed once: only their ends are the same in all packages.
      if (
        !reader.attribute('Type')?.endsWith(`/relationships/${kind}`) ||
        reader.attribute('TargetMode') === 'External'
      )
        continue;
      found.push(new URL(target, `http://package/${name}`).pathname.slice(1));
    }
    return found;
  }
}

/** Names of parts are compared without regard to case, and may be percent-encoded. */
function keyOf(name: string): string {
  const plain = name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

function document(text: string): unknown {
  return /^\s*</.test(text.replace(/^\ufeff/, '')) ? xmlEnvironment(text) : exactJson(text);
}

function merged(all: readonly Environment[]): Environment {
  return {
    shells: all.flatMap(({ shells }) => shells),
    submodels: all.flatMap(({ submodels }) => submodels),
    concepts: new Map(all.flatMap(({ concepts }) => [...concepts])),
  };
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}
