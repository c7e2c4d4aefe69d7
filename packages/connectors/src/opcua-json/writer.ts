import type { DataSet, FieldMetaData, MetaData, Origin } from './messages.js';
import type { FieldRoute } from './routes.js';

/** So many field names are remembered of one writer. */
const rememberedFields = 10_000;

/** The last numbers before they begin anew at 0: of UInt16, as in 1.03, and of UInt32. */
const endsOfNumbers = [0xffff, 0xffffffff];

/** What is remembered of one DataSetWriter. */
export class Writer {
  /** As far as its messages have said it. */
  origin: Origin;
  readonly topic: string;
  /** What the metadata say of its fields, by their names. */
  fields: ReadonlyMap<string, FieldMetaData> = new Map();
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
    this.fields = new Map(fields.map((field) => [field.name, field]));
    this.#routes.clear();
  }

  /** Number of the built-in type of a field; `undefined` for lists, whose default is not that of their type. */
  typeOf(name: string): number | undefined {
    const field = this.fields.get(name);
    return field?.isScalar ? field.type : undefined;
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
   * How many data sets were lost before this one. A smaller number is a repeated or late message if that is not newer;
   * else the writer has begun anew, as it also does when its numbers are used up. Whoever begins anew does so with all
   * fields: a delta frame says that at least that message was lost.
   */
  follow({ sequence, frame }: DataSet, time: number): number {
    const last = this.#sequence;
    if (sequence === undefined || sequence === last) return 0;
    const isBehind = last !== undefined && sequence < last;
    if (isBehind && time <= this.newest) return 0;
    this.#sequence = sequence;
    if (isBehind) return frame === 'delta' && !endsOfNumbers.includes(last) ? Math.max(sequence, 1) : 0;
    return last === undefined ? 0 : sequence - last - 1;
  }

  /** All that it knew may have changed since a time. */
  lose(time: number): void {
    this.lost = Math.max(time, this.newest);
  }

  /** The number after which counting goes on is not known: the connection was lost. */
  forgetSequence(): void {
    this.#sequence = undefined;
  }
}
