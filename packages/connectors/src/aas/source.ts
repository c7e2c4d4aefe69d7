import type { Concept, Environment, Submodel } from './environment.js';

/** Where an element of a submodel can be fetched as a file; `undefined`: nowhere. */
export type AttachmentAddress = (submodel: Submodel, path: string) => string | undefined;

/** A place where shells are. */
export interface AasSource {
  /**
   * Reads shells, submodels and concepts.
   *
   * @throws {Error} if it cannot be reached or is not what it should be; the message is for people
   */
  open(): Promise<Environment>;
  /**
   * The value-only forms of some submodels, by id, as they are now. Those that did not change are left out.
   *
   * @throws {Error} as `open`
   */
  values(ids: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /** Asks for concepts. All that are known then, by id; those that cannot be had are refused. */
  concepts?(ids: readonly string[]): Promise<ReadonlyMap<string, Concept>>;
  /** Where a file of a submodel is, if the place serves it. */
  readonly attachment: AttachmentAddress;
}
