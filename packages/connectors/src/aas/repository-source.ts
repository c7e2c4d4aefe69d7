import { HttpError } from '../internal/http/http-error.js';
import { addressOf } from '../internal/http/http.js';
import { absolute, type AasClient, encodedId, isNamedHost, namedHosts } from './client.js';
import type { Concept, Environment, Shell, Submodel } from './environment.js';
import { readConcept, readShell, readSubmodel, readSubmodelReferences } from './environment-reader.js';
import { JsonPart, type RefusePart } from './json-part.js';
import { type AasSettings, equipmentOf } from './settings.js';
import type { AasSource } from './source.js';
import { valueOnly } from './value-only.js';

/** More submodels are not read: each is a request, and a page of machines needs some dozens. */
const mostSubmodels = 500;

/** More concepts are not asked for: each is a request. */
const mostConcepts = 100;

/** So many requests for concepts are under way at once; if none of the first is answered, no other is asked for. */
const atOnce = 4;

/** What is said of a request that a server has not implemented. */
const isNotMade = / answered 501/;

/** Repositories with the REST API of version 3: one that is named, or those that a registry names. */
export class RepositorySource implements AasSource {
  readonly #client: AasClient;
  readonly #settings: AasSettings;
  readonly #refuse: RefusePart;
  /** Where submodels are, by id. */
  #addresses = new Map<string, string>();
  /** Those whose server does not know the value-only form. */
  readonly #whole = new Set<string>();

  /** `undefined`: the repository does not know it. */
  readonly #concepts = new Map<string, Concept | undefined>();

  constructor(client: AasClient, settings: AasSettings, refuse: RefusePart) {
    this.#client = client;
    this.#settings = settings;
    this.#refuse = refuse;
  }

  readonly attachment = ({ id }: Submodel, path: string): string | undefined => {
    const address = this.#addresses.get(id);
    return address && `${absolute(address).href}/submodel-elements/${encodeURIComponent(path)}/attachment`;
  };

  async open(): Promise<Environment> {
    this.#client.forget();
    this.#addresses = new Map();
    const { kind, url } = this.#settings.place;
    const shells = kind === 'registry' ? await this.#registered(url) : await this.#shells(url);
    const { equipment } = this.#settings;
    if (kind === 'url' && shells.length === 0 && typeof equipment !== 'object') await this.#loose(url);
    const submodels: Submodel[] = [];
    for (const [id, address] of [...this.#addresses].slice(0, mostSubmodels)) {
      const submodel = await this.#submodel(id, address);
      if (submodel) submodels.push(submodel);
    }
    if (this.#addresses.size > mostSubmodels) {
      this.#refuse({
        place: addressOf(url),
        found: `${this.#addresses.size} submodels`,
        allowed: `up to ${mostSubmodels}: name the shells in equipment`,
      });
    }
    return { shells, submodels, concepts: this.#known() };
  }

  async values(ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    const values = new Map<string, unknown>();
    for (const id of ids) {
      const address = this.#addresses.get(id);
      if (address === undefined) continue;
      const answer = await this.#valueOf(id, address);
      if (answer) values.set(id, answer.document);
    }
    return values;
  }

  /** A registry does not say who describes concepts. */
  async concepts(ids: readonly string[]): Promise<ReadonlyMap<string, Concept>> {
    const { kind, url } = this.#settings.place;
    const unknown = ids.filter((id) => !this.#concepts.has(id)).slice(0, kind === 'url' ? mostConcepts : 0);
    for (let first = 0; first < unknown.length; first += atOnce) {
      const asked = unknown.slice(first, first + atOnce);
      const isAnswered = await Promise.all(asked.map((id) => this.#concept(url, id)));
      if (!isAnswered.some(Boolean)) break;
    }
    return this.#known();
  }

  #known(): Map<string, Concept> {
    return new Map([...this.#concepts].flatMap(([id, concept]) => (concept ? [[id, concept]] : [])));
  }

  /** Whether the repository said what a concept is. */
  async #concept(url: string, id: string): Promise<boolean> {
    try {
      const document = await this.#client.json(`${url}/concept-descriptions/${encodedId(id)}`);
      this.#concepts.set(id, readConcept(new JsonPart(document, id, this.#refuse)));
      return true;
    } catch (error) {
      if (error instanceof HttpError) {
        if (error.isFinal) this.#concepts.set(id, undefined);
        this.#refuse({ place: id, found: error.message.slice(0, 200), allowed: 'a concept description' });
      }
      return false;
    }
  }

  async #valueOf(id: string, address: string): Promise<{ readonly document: unknown } | undefined> {
    if (!this.#whole.has(id)) {
      try {
        return await this.#client.changedJson(`${address}/$value`);
      } catch (error) {
        if (!(error instanceof HttpError && (error.isFinal || isNotMade.test(error.message)))) throw error;
      }
    }
    const answer = await this.#client.changedJson(address);
    this.#whole.add(id);
    // What is wrong in it was told when it was read first.
    const submodel = answer && readSubmodel(new JsonPart(answer.document, id, () => {}));
    return submodel && { document: valueOnly(submodel.elements) };
  }

  async #shells(url: string): Promise<Shell[]> {
    const shells: Shell[] = [];
    for (const part of await this.#parts(`${url}/shells`)) {
      const shell = readShell(part);
      if (!shell || !this.#isMeant(shell)) continue;
      const submodels =
        shell.submodels.length > 0
          ? shell.submodels
          : await this.#references(`${url}/shells/${encodedId(shell.id)}`);
      for (const id of submodels) this.#addresses.set(id, `${url}/submodels/${encodedId(id)}`);
      shells.push({ ...shell, submodels });
    }
    return shells;
  }

  async #registered(url: string): Promise<Shell[]> {
    const shells: Shell[] = [];
    for (const part of await this.#parts(`${url}/shell-descriptors`)) {
      const id = part.name('id');
      if (id === undefined) continue;
      const names = { id, idShort: part.text('idShort'), globalAssetId: part.text('globalAssetId') };
      if (!this.#isMeant({ ...names, submodels: [] })) continue;
      const submodels = new Map<string, string>();
      for (const descriptor of part.list('submodelDescriptors')) {
        const submodel = descriptor.name('id');
        const address = this.#endpoint(descriptor);
        if (submodel !== undefined && address !== undefined) submodels.set(submodel, address);
      }
      const address = submodels.size === 0 ? this.#endpoint(part) : undefined;
      if (address !== undefined) {
        const repository = address.replace(/\/shells\/[^/]+$|\/aas$/, '');
        for (const each of await this.#references(address))
          submodels.set(each, `${repository}/submodels/${encodedId(each)}`);
      }
      for (const [each, where] of submodels) this.#addresses.set(each, where);
      shells.push({ ...names, submodels: [...submodels.keys()] });
    }
    return shells;
  }

  /** A repository of submodels alone. */
  async #loose(url: string): Promise<void> {
    for (const part of await this.#parts(`${url}/submodels`)) {
      const id = part.name('id');
      if (id !== undefined) this.#addresses.set(id, `${url}/submodels/${encodedId(id)}`);
    }
  }

  async #references(address: string): Promise<string[]> {
    return readSubmodelReferences(await this.#parts(`${address}/submodel-refs`));
  }

  async #parts(url: string): Promise<JsonPart[]> {
    const result = await this.#client.pages(url);
    return new JsonPart({ result }, '', ({ place, ...refusal }) => {
      this.#refuse({ place: place.replace('result', addressOf(url)), ...refusal });
    }).list('result');
  }

  async #submodel(id: string, address: string): Promise<Submodel | undefined> {
    try {
      return readSubmodel(new JsonPart(await this.#client.json(address), id, this.#refuse));
    } catch (error) {
      // A shell may refer to what nobody serves; the other submodels are worth it.
      if (!(error instanceof HttpError && error.isFinal)) throw error;
      this.#refuse({ place: id, found: error.message.slice(0, 200), allowed: 'a submodel' });
      return undefined;
    }
  }

  /** The address of a descriptor's first endpoint on a host that the workshop file names. */
  #endpoint(part: JsonPart): string | undefined {
    for (const endpoint of part.list('endpoints')) {
      const place = endpoint.get('protocolInformation');
      const href = place.name('href');
      if (href === undefined) continue;
      if (URL.canParse(href) && isNamedHost(new URL(href), this.#settings)) return href.replace(/\/+$/, '');
      place.get('href').refuse(namedHosts(this.#settings));
    }
    return undefined;
  }

  #isMeant(shell: Shell): boolean {
    return typeof this.#settings.equipment !== 'object' || equipmentOf(shell, this.#settings) !== undefined;
  }
}
