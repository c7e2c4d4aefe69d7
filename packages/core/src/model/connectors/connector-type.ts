import type { GenericSchema } from 'valibot';
import type { Draft } from '../draft.js';

/** An entry of `connectors` whose own shape is right. */
export type ConnectorEntry = object & { readonly type: string };

/** How the entries of one type of connector are checked. */
export interface ConnectorType<Schema extends GenericSchema = GenericSchema> {
  /** The keys of an entry. */
  readonly schema: Schema;
  /** What `from` and `to` of a binding allow. Default: any text. */
  readonly source?: { isAllowed(from: string): boolean; readonly allowed: string };
  /**
   * Reports what does not fit together in an entry and takes it out.
   *
   * @param bindings - how many of its bindings can be used
   * @returns whether the entry can be used
   */
  check?(draft: Draft, entry: ConnectorEntry, bindings: number): boolean;
}
