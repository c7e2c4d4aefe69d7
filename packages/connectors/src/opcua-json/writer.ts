import type { DataSet, MetaData, Origin } from './messages.js';
import type { FieldRoute } from './routes.js';

/** Sequence numbers are UInt32; from here on a smaller one is taken for the next round. */
const sequenceEnd = 2 ** 32;

/** So many field names are remembered of one writer. */
const rememberedFields = 10_000;

/** What is remembered of one DataSetWriter. */
export class Writer {
  /** As far as its messages have said it. */
  origin: Origin;
  readonly topic: string;
  /** Numbers of the built-in types by the names of the fields, as metadata say it. */
  types: ReadonlyMap<string, number | undefined> = new Map();
  /** Units by the names of the fields, as metadata say it. */
  units: ReadonlyMap<string, string | undefined> = new Map();
  /** Time of its newest message, in milliseconds since the epoch. */
  newest = -Infinity;
  /** From when on its values have to be told anew. */
  lost = -Infinity;
  /** Names of the sources that it has fed with values. */
  readonly fed = new Set<string>();
  /** What is bound to its events as a whole; `undefined`: not looked up yet. */
  events: readonly string[] | undefined;
  #sequence: number | undefined;
  readonly #routes = new Map<string, readonly FieldRoute[]>();

  constructor(origin: Origin, topic: string) {
    this.origin = origin;
    this.topic = topic;
  }

  /** Takes in a name that only some of its messages say. */
  meet({ writer, writerName }: Origin): void {
    const { origin } = this;
    const isNew =
      (writer !== undefined && origin.writer === undefined) ||
      (writerName !== undefined && origin.writerName === undefined);
    if (!isNew) return;
    this.origin = {
      ...origin,
      writer: origin.writer ?? writer,
      writerName: origin.writerName ?? writerName,
    };
    this.events = undefined;
    this.#routes.clear();
  }

  /** Takes in what the metadata say. */
  learn({ fields }: MetaData): void {
    this.types = new Map(fields.map(({ name, type, isScalar }) => [name, isScalar ? type : undefined]));
    this.units = new Map(fields.map(({ name, unit }) => [name, unit]));
    this.#routes.clear();
  }

  /** What is bound to a field, found once. */
  routes(field: string, find: () => readonly FieldRoute[]): readonly FieldRoute[] {
    let found = this.#routes.get(field);
    if (found) return found;
    if (this.#routes.size >= rememberedFields) this.#routes.clear();
    this.#routes.set(field, (found = find()));
    return found;
  }

  /**
   * How many data sets were lost before this one. A number that was there before is a repeated or late message if
   * the message is not newer; else the writer has begun anew.
   */
  follow({ sequence }: DataSet, time: number): number {
    if (sequence === undefined) return 0;
    const last = this.#sequence;
    if (last === undefined) {
      this.#sequence = sequence;
      return 0;
    }
    // The publisher may count to 2 ** 32 or, as UADP does, to 2 ** 16.
    const isNextRound = sequence === 0 && (last === sequenceEnd - 1 || last === 65_535);
    if (sequence <= last && time <= this.newest && !isNextRound) return 0;
    this.#sequence = sequence;
    return sequence > last ? sequence - last - 1 : 0;
  }

  /** The number after which counting goes on is not known: the connection was lost. */
  forgetSequence(): void {
    this.#sequence = undefined;
  }
}
