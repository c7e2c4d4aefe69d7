import type {
  ConnectionStatus,
  Connector,
  ConnectorContext,
  ConnectorFactory,
  ConnectorLoader,
  PlantRequest,
} from '../connector/connector.js';
import type { EquipmentDetail } from '../model/equipment-details.js';
import type { ConnectorSettings, Workshop } from '../model/workshop-types.js';
import { Listeners } from './listeners.js';
import type { ObservationBatch } from './observation-batch.js';
import { Refusals } from './refusals.js';
import type { Signal } from './signal.js';

/** What a connection needs of the twin it feeds. */
export interface ConnectionHost {
  readonly workshop: Workshop;
  /** The present in milliseconds, whatever moment of the past is shown. */
  now(): number;
  signal(address: string): Signal;
  /** A signal by its handle. */
  signalOf(handle: number): Signal;
  /** Stores a batch; returns how many rows came late (behind what their series already held). */
  store(batch: ObservationBatch, connection: Connection): number;
  tap(listener: (batch: ObservationBatch, connection: Connection | undefined) => void): () => void;
  describe(equipment: string, connection: Connection, details: readonly EquipmentDetail[]): void;
  onDemand(listener: () => void): () => void;
  wanted(signal: number): boolean;
}

/** A source clock this far ahead of ours is worth saying, in milliseconds. */
const tolerableLead = 2_000;

/** One data source of the twin: its status, what came from it and what could not be used. */
export class Connection {
  readonly id: string;
  readonly settings: ConnectorSettings;
  readonly refusals = new Refusals();
  #status: ConnectionStatus = { state: 'stopped' };
  #since: number;
  #observations = 0;
  #late = 0;
  #confirmedAt: number | undefined;
  #lead = 0;
  #connector: Connector | undefined;
  /** Signals that another connection feeds too, each told once. */
  readonly #contested = new Set<Signal>();
  #stopping: AbortController | undefined;
  #running: Promise<void> | undefined;
  readonly #host: ConnectionHost;
  readonly #listeners = new Listeners();

  constructor(settings: ConnectorSettings, host: ConnectionHost) {
    this.id = settings.id;
    this.settings = settings;
    this.#host = host;
    this.#since = host.now();
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  /** When the status came to be what it is, in milliseconds, time of the twin. */
  get since(): number {
    return this.#since;
  }

  /** How many observations came, repeats included. */
  get observations(): number {
    return this.#observations;
  }

  /** How many of them were older than what was known already. */
  get late(): number {
    return this.#late;
  }

  /** When the source was last heard, in milliseconds, time of the twin; `undefined` before the first time. */
  get confirmedAt(): number | undefined {
    return this.#confirmedAt;
  }

  /** How far the clock of the source was seen ahead of ours, in milliseconds; 0 below two seconds. */
  get clockLead(): number {
    return this.#lead;
  }

  /** Calls back when status, counts or refusals change; returns how to end that. */
  subscribe(listener: () => void): () => void {
    const ends = [this.#listeners.add(listener), this.refusals.subscribe(listener)];
    return () => ends.forEach((end) => end());
  }

  /** Loads and runs the connector. Never throws: what goes wrong becomes the status. */
  start(load: (type: string) => ReturnType<ConnectorLoader>): void {
    if (this.#stopping) return;
    const stopping = (this.#stopping = new AbortController());
    this.#setStatus({ state: 'connecting' });
    this.#running = this.#run(load, stopping.signal).then(
      () => this.#setStatus({ state: 'stopped' }),
      (error: unknown) => this.#setStatus({ state: 'failed', detail: messageOf(error) }),
    );
  }

  /** Ends the connector; resolves when it has. */
  async stop(): Promise<void> {
    this.#stopping?.abort();
    await this.#running;
    this.#stopping = undefined;
  }

  /** Whether its connector can hand requests over to the plant. */
  get takesRequests(): boolean {
    return this.#connector?.request !== undefined;
  }

  /**
   * Hands a request over to the plant. Only an observation tells whether the plant did it.
   *
   * @returns resolves when the source has taken it; rejects with a sentence for people if it cannot or will not
   */
  async request(request: PlantRequest): Promise<void> {
    if (!this.#connector?.request) throw new Error(`${this.id} takes no requests`);
    await this.#connector.request(request);
  }

  async #run(load: (type: string) => ReturnType<ConnectorLoader>, signal: AbortSignal): Promise<void> {
    const factory: ConnectorFactory = await load(this.settings.type);
    if (signal.aborted) return;
    this.#connector = factory(this.settings);
    try {
      await this.#connector.run(this.#context(signal));
    } finally {
      this.#connector = undefined;
    }
  }

  #context(signal: AbortSignal): ConnectorContext {
    const host = this.#host;
    return {
      signal,
      workshop: host.workshop,
      now: () => host.now(),
      wait: (milliseconds) => wait(milliseconds, signal),
      random: Math.random,
      resolve: (address, role = 'source') => {
        const resolved = host.signal(address);
        if (role === 'source') this.#feed(resolved);
        return resolved.handle;
      },
      address: (handle) => host.signalOf(handle).address,
      definition: (handle) => host.signalOf(handle).definition,
      deliver: (batch) => {
        if (!signal.aborted) this.#deliver(batch);
      },
      status: (status) => {
        if (!signal.aborted) this.#setStatus(status);
      },
      confirm: () => {
        this.#confirmedAt = host.now();
      },
      describe: (equipment, details) => host.describe(equipment, this, details),
      tap: (listener) =>
        host.tap((batch, connection) => {
          if (connection !== this) listener(batch);
        }),
      refuse: (refusal) => this.refusals.add(refusal, host.now()),
      wanted: (handle) => host.wanted(handle),
      onDemand: (listener) => host.onDemand(listener),
    };
  }

  /** Two sources of one signal overwrite each other; how old it is then follows from the one that came last. */
  #feed(signal: Signal): void {
    const other = signal.connection;
    const isContested = other && other !== this && signal.definition.kind !== 'condition';
    if (isContested && !this.#contested.has(signal)) {
      this.#contested.add(signal);
      const allowed = 'one source that keeps a signal current; others may tell its past';
      const found = `a signal that ${other.id} feeds too`;
      this.refusals.add({ place: signal.address, found, allowed }, this.#host.now());
    }
    signal.connection = this;
  }

  #deliver(batch: ObservationBatch): void {
    this.#observations += batch.length;
    const now = (this.#confirmedAt = this.#host.now());
    for (let row = 0; row < batch.length; row++) {
      const lead = batch.times[row] - now;
      if (lead > tolerableLead && lead > this.#lead) this.#lead = lead;
    }
    this.#late += this.#host.store(batch, this);
    this.#listeners.tell();
  }

  #setStatus(status: ConnectionStatus): void {
    if (status.state !== this.#status.state) this.#since = this.#host.now();
    if (status.state === 'live') this.#confirmedAt = this.#host.now();
    this.#status = status;
    this.#listeners.tell();
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
