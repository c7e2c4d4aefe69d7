import { loadConnectorType } from '../connector/registry.js';
import { EquipmentTree } from '../model/equipment-tree.js';
import { parseAddress, type SignalDefinition, type SignalKind, standardSignals } from '../model/signal.js';
import type { Product, Workshop } from '../model/workshop-types.js';
import { WorkCalendar } from '../time/calendar.js';
import type { Interval } from '../time/interval.js';
import { resolveRange } from '../time/range.js';
import { Clock } from './clock.js';
import { Connection, type ConnectionHost } from './connection.js';
import { Details } from './details.js';
import { type Age, ageOf, knownUntil } from './freshness.js';
import { ObservationBatch } from './observation-batch.js';
import { Refusals } from './refusals.js';
import { Selection } from './selection.js';
import { type SeriesByKind, Signal } from './signal.js';
import { type Observation, storeRow } from './store.js';
import { type FrameScheduler, Subscriptions } from './subscriptions.js';

/** How much history a signal keeps. What is older or more is dropped, and the series says so. */
export interface Retention {
  /** Milliseconds. Default 400 days. */
  readonly maximumAge: number;
  /** Observations. Default 500,000. */
  readonly maximumCount: number;
}

/** What a host can give a twin; all has a default. */
export interface TwinOptions {
  readonly clock?: Clock;
  /** Default: a timer of 16 ms. A page gives `requestAnimationFrame`, which costs nothing while it is hidden. */
  readonly scheduler?: FrameScheduler;
  readonly retention?: Partial<Retention>;
}

/** Told of each batch that a twin takes in. Must not throw. */
export type Tap = (batch: ObservationBatch, connection: Connection | undefined) => void;

const day = 86_400_000;
/** Retention is looked at once in this many observations of a signal. */
const retentionCheck = 4096;
/** Signals that figures need are wanted even while no element shows them. */
const figureSignals = new Set([
  'state',
  'producedCount',
  'goodCount',
  'scrapCount',
  'reworkCount',
  'product',
  'order',
  'orderQuantity',
  'reason',
  'comment',
  'scrapReason',
  'cycleTime',
  'energy',
  'power',
]);

/**
 * The live whole of a workshop: what its file says, what was observed, the clock, the selection and the connections.
 *
 * Needs no page: it runs in a browser, a worker or Node.
 */
export class Twin {
  readonly workshop: Workshop;
  readonly tree: EquipmentTree;
  readonly calendar: WorkCalendar;
  readonly clock: Clock;
  readonly selection = new Selection();
  /** One for each connector of the workshop file. */
  readonly connections: readonly Connection[];
  /** What sources tell of equipment beside its signals. */
  readonly details = new Details();
  /** What `observe` could not use; input of connectors is counted at their connection. */
  readonly refusals = new Refusals();
  /** The products by id. */
  readonly products: ReadonlyMap<string, Product>;
  readonly #retention: Retention;
  readonly #definitions = new Map<string, SignalDefinition[]>();
  readonly #byAddress = new Map<string, Signal>();
  /** By equipment, then name: figures over a thousand machines look signals up without building addresses. */
  readonly #byEquipment = new Map<string, Map<string, Signal>>();
  readonly #signals: Signal[] = [];
  readonly #subscriptions: Subscriptions;
  readonly #taps = new Set<Tap>();
  readonly #scratch = new ObservationBatch();
  #confirmedAt: number | undefined;

  constructor(workshop: Workshop, options: TwinOptions = {}) {
    this.workshop = workshop;
    this.tree = new EquipmentTree(workshop.equipment);
    this.calendar = new WorkCalendar(workshop.calendar, workshop.timeZone, this.tree);
    this.products = new Map(workshop.products.map((product) => [product.id, product]));
    this.clock = options.clock ?? new Clock();
    this.#retention = { maximumAge: 400 * day, maximumCount: 500_000, ...options.retention };
    this.#subscriptions = new Subscriptions(options.scheduler ?? ((callback) => setTimeout(callback, 16)));
    for (const definition of [...workshop.signals, ...Object.values(standardSignals)]) {
      const same = this.#definitions.get(definition.name);
      if (same) same.push(definition);
      else this.#definitions.set(definition.name, [definition]);
    }
    const host: ConnectionHost = {
      workshop,
      now: () => this.clock.latest,
      signal: (address) => this.signal(address),
      signalOf: (handle) => this.#signals[handle],
      store: (batch, connection) => this.#store(batch, connection),
      tap: (listener) => this.tap(listener),
      describe: (equipment, connection, details) => this.details.set(equipment, connection, details),
      onDemand: (listener) => this.#subscriptions.onDemand(listener),
      wanted: (handle) => this.#wanted(this.#signals[handle]),
    };
    this.connections = workshop.connectors.map((settings) => new Connection(settings, host));
  }

  /**
   * A signal by its address, e.g. `press-01/power`. It need not have been observed yet.
   *
   * @throws {RangeError} if the address is malformed, or the workshop has no such equipment or signal
   */
  signal(address: string): Signal {
    const known = this.#byAddress.get(address);
    if (known) return known;
    const { equipment, signal: name } = parseAddress(address);
    if (!this.tree.has(equipment)) {
      throw new RangeError(`unknown equipment: ${equipment}, allowed: an id of the workshop file`);
    }
    const definitions = this.#definitions.get(name);
    const definition =
      definitions?.find((one) => one.equipment?.includes(equipment)) ??
      definitions?.find((one) => one.equipment === undefined);
    if (!definition) {
      const names = [...this.#definitions.keys()].join(', ');
      throw new RangeError(`unknown signal: ${address}, allowed: ${names}`);
    }
    const signal = new Signal(this.#signals.length, address, equipment, definition);
    this.#signals.push(signal);
    this.#byAddress.set(address, signal);
    const siblings = this.#byEquipment.get(equipment);
    if (siblings) siblings.set(name, signal);
    else this.#byEquipment.set(equipment, new Map([[name, signal]]));
    return signal;
  }

  /**
   * The interval that a `range` of an element means at the moment of the clock: `shift`, `day`, `week`, an ISO 8601
   * duration or interval.
   *
   * @throws {RangeError} if the range is none of these
   */
  interval(range: string): Interval {
    return resolveRange(range, this.calendar, this.clock.now());
  }

  /** Whether a signal was ever asked for or observed; asking does not make it known. */
  hasSignal(address: string): boolean {
    return this.#byAddress.has(address);
  }

  /** The series of a signal if it is of that kind and something was observed; makes nothing known. */
  series<Kind extends SignalKind>(address: string, kind: Kind): SeriesByKind[Kind] | undefined {
    return observed(this.#byAddress.get(address), kind);
  }

  /** The same by equipment and name, e.g. `press-01` and `power`. */
  seriesOf<Kind extends SignalKind>(
    equipment: string,
    name: string,
    kind: Kind,
  ): SeriesByKind[Kind] | undefined {
    return observed(this.#byEquipment.get(equipment)?.get(name), kind);
  }

  /** How old the knowledge of a signal is at the moment of the clock; of a past moment, how old it was then. */
  freshness(address: string): Age {
    const signal = this.#byAddress.get(address);
    if (signal === undefined) return { age: undefined, freshness: 'none' };
    return ageOf(signal, this.clock.now(), this.#heardAt(signal));
  }

  /**
   * Until when what was observed of a signal can be counted, in milliseconds: `Infinity` while it is current at the
   * moment of the clock, the moment the source was last heard when it is stale.
   */
  knownUntil(equipment: string, name: string): number {
    const signal = this.#byEquipment.get(equipment)?.get(name);
    return signal ? knownUntil(signal, this.clock.now(), this.#heardAt(signal)) : Infinity;
  }

  /**
   * Says that the host still hears the sources it observes for, so that what did not change is known to be current.
   * Connectors say so for their own signals.
   */
  confirm(): void {
    this.#confirmedAt = this.clock.latest;
  }

  /**
   * Takes observations in, in any order, late ones and repeats included. What cannot be used is refused, counted
   * and can be looked at; nothing is thrown.
   */
  observe(observations: ObservationBatch | Iterable<Observation>): void {
    if (observations instanceof ObservationBatch) {
      this.#store(observations, undefined);
      return;
    }
    const batch = this.#scratch;
    batch.clear();
    for (const { signal, time, value, quality } of observations) {
      try {
        batch.add(this.signal(signal).handle, time, value, quality);
      } catch (error) {
        const allowed = error instanceof Error ? error.message : String(error);
        this.refusals.add({ place: String(signal), found: String(value), allowed }, this.clock.now());
      }
    }
    this.#store(batch, undefined);
  }

  /**
   * Calls back once per frame with the addresses that changed. While somebody is subscribed, the signal is wanted
   * from its source.
   *
   * @returns how to end that
   * @throws {RangeError} if the workshop has no such equipment or signal
   */
  subscribe(addresses: Iterable<string>, listener: (changed: ReadonlySet<string>) => void): () => void {
    const signals = Array.from(addresses, (address) => this.signal(address));
    return this.#subscriptions.subscribe(signals, listener);
  }

  /**
   * Calls back with each batch before it is stored, and from which connection it came, `undefined` for what the host
   * observed; returns how to end that. The batch is lent for the call; its handles are those of {@link signalOf}.
   */
  tap(listener: Tap): () => void {
    this.#taps.add(listener);
    return () => this.#taps.delete(listener);
  }

  /** A signal by the handle that batches carry; `undefined` if this twin gave no such handle. */
  signalOf(handle: number): Signal | undefined {
    return this.#signals[handle];
  }

  /** Starts the connectors of the workshop file. */
  start(): void {
    for (const connection of this.connections) connection.start(loadConnectorType);
  }

  /** Ends the connectors; resolves when all have ended. What was observed stays. */
  async stop(): Promise<void> {
    await Promise.all(this.connections.map((connection) => connection.stop()));
  }

  #heardAt({ connection }: Signal): number | undefined {
    return connection ? connection.confirmedAt : this.#confirmedAt;
  }

  #wanted(signal: Signal | undefined): boolean {
    return (
      signal !== undefined && (signal.subscriptions.size > 0 || figureSignals.has(signal.definition.name))
    );
  }

  #store(batch: ObservationBatch, connection: Connection | undefined): number {
    const { refusals } = connection ?? this;
    for (const tap of this.#taps) tap(batch, connection);
    const now = this.clock.now();
    let late = 0;
    for (let row = 0; row < batch.length; row++) {
      const signal = this.#signals[batch.signals[row]];
      if (signal === undefined) {
        refusals.add(
          { place: `row ${row}`, found: `signal ${batch.signals[row]}`, allowed: 'a handle of this twin' },
          now,
        );
        continue;
      }
      const { series } = signal;
      const lateBefore = series.lateCount;
      if (!storeRow(signal, batch, row, refusals, now)) continue;
      late += series.lateCount - lateBefore;
      if (series.length % retentionCheck === 0) series.retain(this.#retention, now);
      this.#subscriptions.mark(signal);
    }
    return late;
  }
}

function observed<Kind extends SignalKind>(
  signal: Signal | undefined,
  kind: Kind,
): SeriesByKind[Kind] | undefined {
  if (signal === undefined || signal.definition.kind !== kind || signal.series.length === 0) return undefined;
  return signal.series as SeriesByKind[Kind];
}
