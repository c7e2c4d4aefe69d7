import type { ConnectorSettings } from '../model/workshop-types.js';
import type { ConnectorFactory } from './connector.js';

/** Something the source is made to say, and that is expected to arrive. */
export interface Emission {
  /** Address of a signal of the rig. */
  readonly signal: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /**
   * A number, a text, for a state signal the canonical state, for a condition signal `normal` or `fault`: the rig
   * knows the source's word for it, and speaks of one condition only.
   */
  readonly value: number | string;
}

/** What a source can do. The checks that need what it cannot are left out. */
export interface RigSource {
  /** `live`: speaks while the connector runs. `recorded`: all it says is there before the connector starts. */
  readonly speaks: 'live' | 'recorded';
  /** Whether a connection that is up can be lost. */
  readonly canBeLost: boolean;
  /** Whether it can tell afterwards what happened while nobody listened. */
  readonly refills: boolean;
  /** Whether it may say the same twice and things out of order. */
  readonly repeats: boolean;
  /** Whether signals that nobody wants are left out. */
  readonly followsDemand: boolean;
}

/** A connector beside a source that does as it is told. */
export interface Rig {
  readonly factory: ConnectorFactory;
  /** Settings that join the source's signals to those in `signals`. */
  readonly settings: ConnectorSettings;
  /** The signals the source can speak of, at least two and one of them a number, by address. */
  readonly signals: Readonly<Record<string, 'number' | 'text' | 'state' | 'condition'>>;
  readonly source: RigSource;
  /** Settings with one mistake each, by the name of the wrong setting. */
  readonly wrongSettings: Readonly<Record<string, ConnectorSettings>>;
  /** Makes the source say something, in this order. Resolves when it was said, heard or not. */
  emit(emissions: readonly Emission[]): Promise<void>;
  /** Takes the source away: a connection that is up is lost, new ones are refused. */
  cut(): Promise<void>;
  /** Brings the source back. */
  restore(): Promise<void>;
  /** Makes the source say what nobody can understand. Resolves to the least number of refusals that must follow. */
  garbage(): Promise<number>;
  /** Ends the source and frees what it needed. */
  stop(): Promise<void>;
}
