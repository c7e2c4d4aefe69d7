import type { EquipmentDetail } from '../model/equipment-details.js';
import type { SignalDefinition } from '../model/signal.js';
import type { ConnectorSettings, Workshop } from '../model/workshop-types.js';
import type { ObservationBatch } from '../twin/observation-batch.js';

/**
 * How a connection stands.
 *
 * - `connecting`: the first try or a new one is under way
 * - `live`: the source answers; what it does not report has not changed
 * - `waiting`: lost or not reached; tried again at `retryAt`
 * - `failed`: will not be tried again (wrong address, wrong document, no permission); `detail` says why
 * - `stopped`: ended by the host
 */
export type ConnectionState = 'connecting' | 'live' | 'waiting' | 'failed' | 'stopped';

/** A change of the status of a connection, told by its connector. */
export interface ConnectionStatus {
  readonly state: ConnectionState;
  /** One sentence for people: what was tried, what was found. */
  readonly detail?: string;
  /** Number of failed tries in a row. */
  readonly attempt?: number;
  /** Milliseconds since the epoch, wall clock. */
  readonly retryAt?: number;
}

/** Input that a connector could not use. It is counted and can be looked at; the rest goes on. */
export interface Refusal {
  /** Where: a data item, a topic, a line and column, a JSON pointer. */
  readonly place: string;
  /** What was found there, shortened to 200 characters. */
  readonly found: string;
  /** What would have been right, in words. */
  readonly allowed: string;
}

/**
 * What a connector has to do with a signal.
 *
 * - `source`: it keeps the signal current; how old the signal is follows from when it was last heard
 * - `past`: it tells only what was, and another keeps the signal current
 */
export type SignalRole = 'source' | 'past';

/** What a connector is asked to change in the plant. */
export interface PlantRequest {
  /** Handle of the signal that has to change. */
  readonly signal: number;
  /** What it has to become, in the unit of the signal. */
  readonly value: number | string;
}

/** What the twin lends to a running connector. */
export interface ConnectorContext {
  /** Aborted when the connector has to end: it closes what it opened and its `run` resolves. */
  readonly signal: AbortSignal;
  /** The workshop that the connector belongs to. */
  readonly workshop: Workshop;
  /**
   * The present in milliseconds, also while a moment of the past is shown: what comes in then belongs to the present.
   * The clock of the twin where it runs ahead of the present.
   */
  now(): number;
  /** Waits on the wall clock, or until the connector has to end. Never rejects. */
  wait(milliseconds: number): Promise<void>;
  /** A random number from 0 to 1, for jitter. */
  random(): number;
  /**
   * The handle of a signal, the same for the whole run.
   *
   * @param role - default `source`
   * @throws {RangeError} if the workshop has no such equipment or the address is malformed
   */
  resolve(address: string, role?: SignalRole): number;
  /** The address of a handle, e.g. `press-01/power`. */
  address(signal: number): string;
  /** What the workshop says of a signal: kind, unit, counting. */
  definition(signal: number): SignalDefinition;
  /** Hands observations over. The batch is read before the call returns and may be cleared then. */
  deliver(batch: ObservationBatch): void;
  /** Says how the connection stands. */
  status(status: ConnectionStatus): void;
  /**
   * Says that the source was heard until now, so that signals that did not change are known to be current.
   * Called with each message and heartbeat while live.
   */
  confirm(): void;
  /** Tells what is known of an equipment beside its signals, in place of what this connector told of it before. */
  describe(equipment: string, details: readonly EquipmentDetail[]): void;
  /**
   * Calls back with each batch that the twin takes in from elsewhere, before it is stored; returns how to end that.
   * The batch is lent for the call. For connectors that keep what others deliver.
   */
  tap(listener: (batch: ObservationBatch) => void): () => void;
  /** Counts input that could not be used. */
  refuse(refusal: Refusal): void;
  /** Whether somebody wants a signal now; a connector may leave out those that nobody does. */
  wanted(signal: number): boolean;
  /** Calls back when what is wanted has changed; returns how to end that. */
  onDemand(listener: () => void): () => void;
}

/**
 * Joins a data source of the plant to the twin.
 *
 * A connector never throws into the page: `run` rejects only for mistakes in its settings, before it has
 * connected. When the source is lost it delivers, for each of its signals, an observation without a value at the
 * time it was last heard; when it is back and the source can tell what happened in between, it delivers that too,
 * beginning with the value that held at that very time, which takes the place of the gap.
 */
export interface Connector {
  /** Connects, delivers and reconnects until `context.signal` is aborted; resolves then. */
  run(context: ConnectorContext): Promise<void>;
  /**
   * Hands a request over to the plant, while `run` is under way. Whether the plant did it is told by an observation,
   * never by this call. Connectors that can only read do not have it.
   *
   * @returns resolves when the source has taken it; rejects with a sentence for people if it cannot or will not
   */
  request?(request: PlantRequest): Promise<void>;
}

/**
 * Makes a connector from its entry in the workshop file.
 *
 * @throws {RangeError} if a setting is wrong; the message names it, what was found and what is allowed
 */
export type ConnectorFactory = (settings: ConnectorSettings) => Connector;

/** Loads the factory of one connector type when a workshop first names it. */
export type ConnectorLoader = () => Promise<ConnectorFactory>;
