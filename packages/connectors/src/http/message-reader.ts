import { type ConnectorContext, messageSource, messageSourceAllowed } from '@twinfloor/core';
import type { Bindings } from '../internal/bindings.js';
import { exactJson } from '../internal/exact-json.js';
import { ItemIntake } from '../internal/item-intake.js';
import { type JsonPointer, jsonPointer } from '../internal/json-pointer.js';
import { type Item, Payload, type PayloadSettings } from '../internal/payload.js';
import { BatchedFrames, isBatchedFrame } from './batched-frames.js';
import type { MessageMap, Mapped } from './mapping.js';
import { RepeatedItems } from './repeated-items.js';

/** One `from` of a binding. */
interface Source {
  /** As the binding writes it. */
  readonly name: string;
  readonly pointer: JsonPointer | undefined;
}

/** How the messages of a connector are read. */
export interface MessageRules {
  readonly payload: PayloadSettings;
  readonly map?: MessageMap | undefined;
  /**
   * Whether each message tells all there is, as answers do: a value without a time that is the same as before is none,
   * and one that is not there any more has ended. Default `false`: messages tell what is new.
   */
  readonly isComplete?: boolean;
}

/** So many values are remembered; a server could name more than a page can hold. */
const rememberedLimit = 20_000;

/** Where a name is looked for that messages say themselves, unless `payload` says it. */
const usualNames = { equipment: '/equipment', signal: '/signal' };

/** Turns JSON messages into observations: by a function of the host, as a batched frame, by the bindings, by names. */
export class MessageReader {
  readonly frames: BatchedFrames;
  readonly #context: ConnectorContext;
  readonly #bindings: Bindings;
  readonly #intake: ItemIntake;
  readonly #rules: MessageRules;
  readonly #payload: Payload;
  readonly #named: Payload;
  readonly #items: JsonPointer;
  /** Sources by the name before their pointer: an address, an event. */
  readonly #sources = new Map<string, Source[]>();
  readonly #latest = new Map<string, unknown>();
  readonly #repeats: RepeatedItems;

  /** Refuses the source of a binding that is neither a name nor a pointer. */
  constructor(rules: MessageRules, bindings: Bindings, context: ConnectorContext) {
    this.#rules = rules;
    this.#context = context;
    this.#bindings = bindings;
    this.#intake = new ItemIntake(bindings, context);
    this.#repeats = new RepeatedItems(context);
    this.frames = new BatchedFrames(bindings, this.#intake);
    this.#payload = new Payload(rules.payload);
    this.#named = new Payload({ ...usualNames, ...rules.payload });
    this.#items = jsonPointer(rules.payload.items ?? '');
    // Where messages name their signals, or a function does, sources are those names.
    if (rules.map || rules.payload.signal !== undefined) return;
    for (const name of bindings.sources) this.#addSource(name);
  }

  /** The names before the pointers of the bindings; empty for those without. */
  get channels(): Iterable<string> {
    return this.#sources.keys();
  }

  /** The sources of the bindings that a channel feeds. */
  sourcesOf(channel: string): string[] {
    return (this.#sources.get(channel) ?? []).map(({ name }) => name);
  }

  /** Whether every observation so far came with its time. */
  get alwaysTimed(): boolean {
    return this.#intake.alwaysTimed;
  }

  /** Forgets what was said last, so that it counts when it is said again. */
  reset(): void {
    this.#latest.clear();
    this.#repeats.reset();
    this.frames.reset();
  }

  /**
   * Takes a message: JSON, or lines of JSON. Never throws. Returns whether it was any of these.
   *
   * @param channel - the name before the pointer in bindings
   * @param place - for refusals
   * @param knownSince - what held before this time and is said again is an observation of now too
   */
  take(text: string, channel: string, place: string, knownSince: number): boolean {
    const documents = this.#documents(text, place);
    const isWhole = this.#rules.isComplete === true && documents.length === 1;
    for (const document of documents) {
      try {
        this.#takeDocument(document, channel, place, knownSince, isWhole);
      } catch (error) {
        // Whatever a message contains, the next one is read.
        this.#intake.refuse(
          place,
          error instanceof Error ? error.message : String(error),
          'a message that can be read',
        );
      }
    }
    return documents.length > 0;
  }

  /** Counts what could not be used. */
  refuse(place: string, found: unknown, allowed: string): void {
    this.#intake.refuse(place, found, allowed);
  }

  #documents(text: string, place: string): unknown[] {
    const documents: unknown[] = [];
    // A function of the host gets numbers as everybody knows them.
    const parse: (text: string) => unknown = this.#rules.map ? JSON.parse : exactJson;
    const read = (part: string): boolean => {
      try {
        return documents.push(parse(part)) > 0;
      } catch {
        return false;
      }
    };
    if (read(text)) return documents;
    const lines = text.includes('\n') ? text.split('\n').filter((line) => line.trim() !== '') : [text];
    for (const line of lines) if (!read(line)) this.refuse(place, line, 'JSON');
    return documents;
  }

  #takeDocument(
    document: unknown,
    channel: string,
    place: string,
    knownSince: number,
    isWhole: boolean,
  ): void {
    const { map } = this.#rules;
    this.#repeats.begin(knownSince);
    if (map) {
      for (const mapped of map(document, channel) ?? []) this.#takeMapped(mapped, place);
      this.#repeats.end();
      return;
    }
    if (isBatchedFrame(document)) {
      this.frames.take(document, place, this.#context.now(), knownSince);
      return;
    }
    const sources = this.#sources.get(channel);
    if (sources) this.#takeSources(sources, document, place, isWhole);
    const { signal, equipment, items } = this.#rules.payload;
    if (!sources || signal !== undefined || equipment !== undefined || items !== undefined) {
      this.#takeNamed(document, place);
    }
    this.#repeats.end();
  }

  #takeMapped({ signal, source, value, time, quality }: Mapped, place: string): void {
    const item = { equipment: undefined, signal: undefined, value, time, quality };
    if (source === undefined) return this.#observeAddress(signal, item, place);
    if (!this.#bindings.has(source)) return this.refuse(place, source, 'what a binding names');
    this.#observe(source, item, place);
  }

  #takeSources(sources: readonly Source[], document: unknown, place: string, isWhole: boolean): void {
    let isUsed = false;
    for (const { name, pointer } of sources) {
      const items = pointer ? [this.#payload.part(document, pointer)] : this.#payload.items(document, true);
      for (const item of items ?? []) {
        if (item.value !== undefined) {
          isUsed = true;
          this.#observe(name, item, place);
        } else if (isWhole && pointer) this.#observe(name, { ...item, value: null }, place);
      }
    }
    if (!isUsed) this.refuse(place, document, 'a value where the bindings say');
  }

  #takeNamed(document: unknown, place: string): void {
    const body = this.#items(document);
    const first: unknown = Array.isArray(body) ? body[0] : body;
    const { signal } = this.#rules.payload;
    const isNamed = signal !== undefined || (isObject(first) && typeof first['signal'] === 'string');
    const items = (isNamed ? this.#named : this.#payload).items(document, false);
    if (!items) return this.refuse(place, document, 'items where the pointer says');
    for (const item of items) {
      const { equipment, signal: name } = item;
      if (equipment !== undefined) this.#observeParts(equipment, name, item, place);
      else if (typeof name === 'string' && this.#bindings.has(name)) this.#observe(name, item, place);
      else this.#observeAddress(name, item, place);
    }
  }

  #observeAddress(address: unknown, item: Item, place: string): void {
    const [equipment, signal, ...more] = typeof address === 'string' ? address.split('/') : [];
    if (!equipment || !signal || more.length > 0) {
      return this.refuse(
        place,
        address ?? item.value,
        'an address as equipment/signal, or what a binding names',
      );
    }
    this.#observeParts(equipment, signal, item, place);
  }

  #observeParts(equipment: unknown, signal: unknown, item: Item, place: string): void {
    const key = `${String(equipment)}/${String(signal)}`;
    if (this.#isRepeated(key, item)) return;
    this.#intake.observeNamed(equipment, signal, item, place, -Infinity);
    this.#repeats.note(key, item, (again) =>
      this.#intake.observeNamed(equipment, signal, again, place, -Infinity),
    );
  }

  #observe(source: string, item: Item, place: string): void {
    if (this.#isRepeated(source, item)) return;
    this.#intake.observe(source, item, place, -Infinity);
    this.#repeats.note(source, item, (again) => this.#intake.observe(source, again, place, -Infinity));
  }

  #isRepeated(key: string, { value, time, quality }: Item): boolean {
    if (!this.#rules.isComplete || (time !== undefined && time !== null)) return false;
    const known = `${typeof value} ${typeof value === 'object' ? JSON.stringify(value) : String(value)} ${String(quality)}`;
    if (this.#latest.get(key) === known) return true;
    if (this.#latest.size >= rememberedLimit) this.#latest.clear();
    this.#latest.set(key, known);
    return false;
  }

  #addSource(name: string): void {
    const source = messageSource(name);
    if (!source) return this.refuse('from', name, messageSourceAllowed);
    const channel = source.name ?? '';
    const pointer = source.pointer === undefined ? undefined : jsonPointer(source.pointer);
    const known = this.#sources.get(channel);
    if (known) known.push({ name, pointer });
    else this.#sources.set(channel, [{ name, pointer }]);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
