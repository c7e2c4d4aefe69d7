import type { SignalDefinition } from '../model/signal.js';
import type { Binding, Equipment } from '../model/workshop-types.js';
import type { Refusal } from './connector.js';

/** What a source offers, as parts of a workshop file: nothing of it is used until a person has put it there. */
export interface Discovery {
  /** Equipment that the source speaks of. */
  readonly equipment: readonly Equipment[];
  /** Signals beyond the standard ones, and refinements of those. */
  readonly signals: readonly SignalDefinition[];
  /** The entry for `connectors`. */
  readonly connector: ProposedConnector;
  /** What could not be proposed, and why. */
  readonly refusals: readonly Refusal[];
}

/** An entry of `connectors` as it would stand in the file. */
export interface ProposedConnector {
  readonly type: string;
  readonly bindings: readonly Binding[];
  readonly [setting: string]: unknown;
}

/** How long and with what a source is looked at. */
export interface DiscoveryOptions {
  /** Ends the search. */
  readonly signal: AbortSignal;
  /** So long a source is listened to that speaks only when something happens, in milliseconds. */
  readonly patience: number;
}

/**
 * Looks at a source and proposes equipment, signals and bindings.
 *
 * @param settings - those of the connector's entry, without bindings
 * @throws {RangeError} if a setting is wrong
 * @throws {Error} if the source cannot be reached or is not what it should be; the message is for people
 */
export type Discover = (
  settings: Readonly<Record<string, unknown>>,
  options: DiscoveryOptions,
) => Promise<Discovery>;
