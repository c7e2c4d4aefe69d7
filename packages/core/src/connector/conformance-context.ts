import type { EquipmentDetail } from '../model/equipment-details.js';
import type { Condition } from '../model/condition.js';
import { type Quality, qualities } from '../model/quality.js';
import { parseAddress, type SignalDefinition, type SignalKind, standardSignals } from '../model/signal.js';
import type { Workshop } from '../model/workshop-types.js';
import { type ObservationBatch, rowKind } from '../twin/observation-batch.js';
import type { ConnectionState, ConnectionStatus, ConnectorContext, Refusal } from './connector.js';

/** One row of a delivered batch, taken out of its columns. */
export interface RecordedRow {
  /** Address of the signal. */
  readonly signal: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** A number, a text, a canonical state; `undefined`: the source has no value. */
  readonly value: number | string | Condition | undefined;
  /** States only: the word of the source. */
  readonly source?: string;
  readonly quality: Quality;
}

/** A wait that a connector asked for. */
export interface RecordedWait {
  readonly milliseconds: number;
  /** The status told last when it began. */
  readonly during: ConnectionState | undefined;
}

/** What can be set of a {@link ConformanceContext}. */
export interface ConformanceContextOptions {
  /** The signals that exist, by address. Signals of their equipment with a standard name exist too,
   * and those that the workshop declares. */
  readonly signals: Readonly<Record<string, SignalKind>>;
  /** Default: nothing but the equipment of the signals. */
  readonly workshop?: Workshop;
  /** Instead of `Math.random`, for jitter. */
  readonly random?: () => number;
  /** The time of the twin. Default: the wall clock. */
  readonly now?: () => number;
}

/** While a connector waits for its next try, it waits no longer than this in milliseconds, whatever it asked for. */
const longestWait = 10;

/** A context that records all that a connector does with it. */
export class ConformanceContext implements ConnectorContext {
  readonly rows: RecordedRow[] = [];
  readonly statuses: ConnectionStatus[] = [];
  readonly refusals: Refusal[] = [];
  /** What was told of equipment beside its signals. */
  readonly details = new Map<string, readonly EquipmentDetail[]>();
  readonly waits: RecordedWait[] = [];
  /** The length of each batch delivered. */
  readonly batches: number[] = [];
  /** How often the source was said to be heard. */
  confirmations = 0;
  readonly workshop: Workshop;
  readonly random: () => number;
  readonly now: () => number;
  readonly #definitions = new Map<string, SignalDefinition>();
  readonly #equipment = new Set<string>();
  readonly #addresses: string[] = [];
  readonly #unwanted = new Set<string>();
  readonly #demand = new Set<() => void>();
  readonly #taps = new Set<(batch: ObservationBatch) => void>();
  readonly #abort = new AbortController();

  constructor({ signals, workshop, random = Math.random, now = Date.now }: ConformanceContextOptions) {
    this.random = random;
    this.now = now;
    for (const [address, kind] of Object.entries(signals)) {
      const { equipment, signal } = parseAddress(address);
      this.#equipment.add(equipment);
      this.#definitions.set(address, { ...standardOf(signal), name: signal, kind });
    }
    this.workshop = workshop ?? workshopOf(this.#equipment);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** The status told last. */
  get state(): ConnectionState | undefined {
    return this.statuses.at(-1)?.state;
  }

  /** Tells the connector to end. */
  abort(): void {
    this.#abort.abort();
  }

  /** Says which signals nobody wants; all others are wanted. */
  want(unwanted: readonly string[]): void {
    this.#unwanted.clear();
    for (const address of unwanted) this.#unwanted.add(address);
    for (const listener of this.#demand) listener();
  }

  /** Waits, but between two tries never long; the wait that was asked for is recorded. */
  wait(milliseconds: number): Promise<void> {
    this.waits.push({ milliseconds, during: this.state });
    const real = this.state === 'waiting' ? Math.min(milliseconds, longestWait) : milliseconds;
    return new Promise((resolve) => {
      if (this.signal.aborted) return resolve();
      const end = (): void => {
        clearTimeout(timer);
        this.signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, real);
      this.signal.addEventListener('abort', end, { once: true });
    });
  }

  resolve(address: string): number {
    const { equipment } = parseAddress(address);
    if (!this.#equipment.has(equipment)) {
      throw new RangeError(`unknown equipment: ${equipment}, allowed: ${[...this.#equipment].join(', ')}`);
    }
    if (!this.#definitionOf(address)) {
      throw new RangeError(
        `unknown signal: ${address}, allowed: ${[...this.#definitions.keys()].join(', ')}`,
      );
    }
    const known = this.#addresses.indexOf(address);
    return known >= 0 ? known : this.#addresses.push(address) - 1;
  }

  address(signal: number): string {
    return this.#addresses[signal];
  }

  /** What is known of a signal beside its observations. */
  definition(signal: number): SignalDefinition {
    return this.#definitionOf(this.#addresses[signal])!;
  }

  deliver(batch: ObservationBatch): void {
    this.batches.push(batch.length);
    for (let row = 0; row < batch.length; row++) this.rows.push(this.#recorded(batch, row));
  }

  status(status: ConnectionStatus): void {
    this.statuses.push(status);
  }

  confirm(): void {
    this.confirmations++;
  }

  describe(equipment: string, details: readonly EquipmentDetail[]): void {
    this.details.set(equipment, details);
  }

  /** Tells the listeners of `tap` of a batch, as if it came from elsewhere. */
  observe(batch: ObservationBatch): void {
    for (const listener of this.#taps) listener(batch);
  }

  tap(listener: (batch: ObservationBatch) => void): () => void {
    this.#taps.add(listener);
    return () => this.#taps.delete(listener);
  }

  refuse(refusal: Refusal): void {
    this.refusals.push(refusal);
  }

  wanted(signal: number): boolean {
    return !this.#unwanted.has(this.#addresses[signal]);
  }

  onDemand(listener: () => void): () => void {
    this.#demand.add(listener);
    return () => this.#demand.delete(listener);
  }

  /** As the rig says it, as the workshop declares it, or the standard one. */
  #definitionOf(address: string): SignalDefinition | undefined {
    const { equipment, signal } = parseAddress(address);
    const declared = this.workshop.signals.filter(({ name }) => name === signal);
    return (
      this.#definitions.get(address) ??
      declared.find((one) => one.equipment?.includes(equipment)) ??
      declared.find((one) => one.equipment === undefined) ??
      standardOf(signal)
    );
  }

  #recorded(batch: ObservationBatch, row: number): RecordedRow {
    const signal = this.#addresses[batch.signals[row]];
    if (signal === undefined) throw new Error(`row ${row} carries a signal that was never resolved`);
    const [time, value] = [batch.times[row], batch.values[row]];
    const quality = qualities[batch.qualities[row]];
    switch (batch.kinds[row]) {
      case rowKind.number:
        return { signal, time, value, quality };
      case rowKind.text:
        return { signal, time, value: batch.texts[value], quality };
      case rowKind.state:
        return { signal, time, value: batch.stateAt(row), source: batch.texts[value], quality };
      case rowKind.condition:
        return { signal, time, value: batch.conditions[value], quality };
      default:
        return { signal, time, value: undefined, quality };
    }
  }
}

function workshopOf(equipment: Iterable<string>): Workshop {
  return {
    id: 'conformance',
    name: 'conformance',
    timeZone: 'UTC',
    equipment: Array.from(equipment, (id) => ({ id, name: id, level: 'workUnit' as const })),
    products: [],
    calendar: { shifts: [], plannedStops: [], holidays: [], dayStart: '00:00' },
    energy: { carriers: [], meters: [], demandInterval: 15, tariffs: [], emissionFactors: [] },
    targets: { production: {} },
    connectors: [],
    signals: [],
  };
}

function standardOf(signal: string): SignalDefinition | undefined {
  return Object.hasOwn(standardSignals, signal) ? standardSignals[signal] : undefined;
}
