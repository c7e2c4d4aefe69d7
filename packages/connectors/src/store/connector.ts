import { type Connector, type ConnectorContext, ObservationBatch } from '@twinfloor/core';
import { aborted } from '../internal/until-aborted.js';
import { Absence } from './absence.js';
import { type Database, openDatabase } from './database.js';
import { addRows, type Stretch, stretchOf } from './stretch.js';

/** What came is written this often, in milliseconds: so much may be lost when a page ends. */
const writing = 1_000;

/** What is too old is dropped once in so many writings. */
const forgetting = 60;

/** Keeps what other connectors deliver in the browser, and gives it back after a reload. */
export class StoreConnector implements Connector {
  readonly #name: string;
  readonly #past: number;

  /**
   * @param name - of the database
   * @param past - how long it is kept, in milliseconds
   */
  constructor(name: string, past: number) {
    this.#name = name;
    this.#past = past;
  }

  async run(context: ConnectorContext): Promise<void> {
    if (context.signal.aborted) return;
    context.status({ state: 'connecting' });
    const session = new Session(context, this.#past);
    // From the first moment on: sources do not wait for the database.
    const endTap = context.tap((batch) => session.take(batch));
    let database: Database | undefined;
    try {
      database = await openDatabase(this.#name);
      await session.restore(database);
      context.status({ state: 'live' });
      await asOnlyTab(this.#name, session, database, context.signal);
    } catch (error) {
      if (!context.signal.aborted) context.status({ state: 'failed', detail: detailOf(error) });
      await aborted(context.signal);
    } finally {
      endTap();
      database?.close();
    }
    context.status({ state: 'stopped' });
  }
}

/** One run of the connector. */
class Session {
  /** What came since the last writing, while this tab is the one that writes. */
  readonly #fresh = new ObservationBatch(1024);
  readonly #answer = new ObservationBatch();
  readonly #context: ConnectorContext;
  readonly #past: number;
  /** The earliest time of which sources have told, by signal; until what was kept is given back. */
  #told: Map<number, number> | undefined = new Map();
  #absence: Absence | undefined;
  #isWriting = true;

  constructor(context: ConnectorContext, past: number) {
    this.#context = context;
    this.#past = past;
  }

  take(batch: ObservationBatch): void {
    if (this.#isWriting) addRows(this.#fresh, batch, batch.length, (signal) => signal);
    for (let row = 0; this.#told && row < batch.length; row++) {
      const signal = batch.signals[row];
      this.#told.set(signal, Math.min(batch.times[row], this.#told.get(signal) ?? Infinity));
    }
    this.#absence?.explain(this.#answer, batch);
    this.#deliver();
  }

  async restore(database: Database): Promise<void> {
    const since = this.#context.now() - this.#past;
    const { stretches, heard } = await database.read(since);
    const absence = new Absence(heard ?? -Infinity);
    for (const stretch of stretches) {
      this.#restore(stretch, since, absence);
      this.#deliver();
      await this.#context.wait(0);
    }
    absence.begin(this.#answer, this.#told ?? new Map<number, number>());
    this.#told = undefined;
    this.#absence = absence;
    this.#deliver();
  }

  /** Writes what comes until the connector has to end. */
  async keep(database: Database): Promise<void> {
    const context = this.#context;
    this.#isWriting = true;
    const hide = (): void => void this.#write(database);
    globalThis.addEventListener?.('pagehide', hide);
    for (let count = 1; !context.signal.aborted; count++) {
      await context.wait(writing);
      await this.#write(database);
      if (count % forgetting === 0) await database.forget(context.now() - this.#past);
      context.confirm();
    }
    globalThis.removeEventListener?.('pagehide', hide);
  }

  /** Until this tab is the one that writes, what comes is kept by another. */
  rest(): void {
    this.#isWriting = false;
    this.#fresh.clear();
  }

  async #write(database: Database): Promise<void> {
    const context = this.#context;
    const stretch =
      this.#fresh.length > 0 ? stretchOf(this.#fresh, (signal) => context.address(signal)) : undefined;
    this.#fresh.clear();
    try {
      await database.write(stretch, context.now());
    } catch (error) {
      // A full disk: the older half makes room.
      const allowed = 'room in the browser for what is kept';
      context.refuse({ place: 'store', found: detailOf(error).slice(0, 200), allowed });
      await database.forget(context.now() - this.#past / 2).catch(() => {});
    }
  }

  #restore(stretch: Stretch, since: number, absence: Absence): void {
    const { addresses, signals, times } = stretch;
    const handles = addresses.map((address) => this.#resolve(address));
    for (let row = 0; row < times.length; row++) {
      const handle = handles[signals[row]];
      if (handle !== undefined && times[row] >= since) absence.note(handle, stretch, row);
    }
    addRows(this.#answer, stretch, times.length, (position, time) =>
      time >= since ? handles[position] : undefined,
    );
  }

  /** A signal that the workshop has no more is left out. */
  #resolve(address: string): number | undefined {
    try {
      return this.#context.resolve(address, 'past');
    } catch {
      return undefined;
    }
  }

  #deliver(): void {
    if (this.#answer.length === 0) return;
    this.#context.deliver(this.#answer);
    this.#answer.clear();
  }
}

/** Of several tabs with one workshop one writes; when it ends, the next does. */
async function asOnlyTab(
  name: string,
  session: Session,
  database: Database,
  signal: AbortSignal,
): Promise<void> {
  const { locks } = globalThis.navigator ?? {};
  const keep = (): Promise<void> => session.keep(database);
  if (!locks) return keep();
  await locks.request(name, { ifAvailable: true }, (lock) => (lock ? keep() : session.rest()));
  if (!signal.aborted) await locks.request(name, { signal }, keep);
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
