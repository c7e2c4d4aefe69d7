import { HttpError } from '../internal/http/http-error.js';
import { addressOf } from '../internal/http/http.js';
import type { AasClient } from './client.js';
import type { Environment } from './environment.js';
import { readEnvironmentText } from './environment-reader.js';
import type { RefusePart } from './json-part.js';
import type { AasSource } from './source.js';
import { valueOnly } from './value-only.js';

/** An environment in a JSON file, or in an AASX package. */
export class FileSource implements AasSource {
  readonly #client: AasClient;
  readonly #url: string;
  readonly #refuse: RefusePart;

  constructor(client: AasClient, url: string, refuse: RefusePart) {
    this.#client = client;
    this.#url = url;
    this.#refuse = refuse;
  }

  async open(): Promise<Environment> {
    this.#client.forget();
    const environment = await this.#read(this.#refuse);
    if (environment && environment.shells.length + environment.submodels.length > 0) return environment;
    throw new HttpError(
      `${addressOf(this.#url)} holds no shell and no submodel, allowed: an environment in JSON or an AASX package`,
      {
        isFinal: true,
      },
    );
  }

  async values(ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    // What is wrong in the file was told when it was read first.
    const environment = await this.#read(() => {});
    const wanted = environment?.submodels.filter(({ id }) => ids.includes(id)) ?? [];
    return new Map(wanted.map(({ id, elements }) => [id, valueOnly(elements)]));
  }

  /** A document inside a package or beside a file has no address that anybody answers for. */
  attachment(): undefined {
    return undefined;
  }

  async #read(refuse: RefusePart): Promise<Environment | undefined> {
    const bytes = await this.#client.changedBytes(this.#url);
    return bytes && readFile(bytes, refuse);
  }
}

/** Reads the bytes of a JSON file or of a package; never rejects for what is in them. */
export async function readFile(bytes: Uint8Array, refuse: RefusePart): Promise<Environment> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isArchive) return readEnvironmentText(new TextDecoder().decode(bytes), refuse);
  const { readPackage } = await import('./package.js');
  return (await readPackage(bytes, refuse)).environment;
}
