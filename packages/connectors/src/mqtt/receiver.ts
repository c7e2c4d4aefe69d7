import { type ConnectorContext, topicSource, topicSourceAllowed } from '@twinfloor/core';
import type { Bindings } from '../internal/bindings.js';
import { exactJson } from '../internal/exact-json.js';
import { ItemIntake } from '../internal/item-intake.js';
import { type JsonPointer, jsonPointer } from '../internal/json-pointer.js';
import { Payload } from '../internal/payload.js';
import type { MqttSettings } from './settings.js';
import { type TopicNames, TopicTemplate } from './topic-template.js';

/** One `from` of a binding: `topic` or `topic#/pointer`. */
interface Source {
  readonly name: string;
  readonly template: TopicTemplate;
  readonly pointer: JsonPointer | undefined;
}

/** What is to be done with the messages of one topic. */
interface Route {
  readonly sources: readonly Source[];
  readonly names: readonly TopicNames[];
}

/** So many topics are remembered; a broker could name more than a page can hold. */
const rememberedLimit = 20_000;

/** Turns messages into observations: by the bindings, and by the names in the topic or the message. */
export class Receiver {
  readonly #intake: ItemIntake;
  readonly #payload: Payload;
  readonly #templates: readonly TopicTemplate[];
  readonly #sources: readonly Source[];
  readonly #routes = new Map<string, Route>();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });

  /** Refuses the source of a binding that is no topic with or without a JSON pointer. */
  constructor({ topics, payload }: MqttSettings, bindings: Bindings, context: ConnectorContext) {
    this.#intake = new ItemIntake(bindings, context);
    this.#payload = new Payload(payload);
    this.#templates = topics;
    this.#sources = [...bindings.sources].flatMap((name) => this.#sourceOf(name) ?? []);
  }

  /** Whether every observation so far came with its time. */
  get alwaysTimed(): boolean {
    return this.#intake.alwaysTimed;
  }

  /** The time that a message gave last, in milliseconds. */
  get lastTime(): number {
    return this.#intake.lastTime;
  }

  /** The topic filters to subscribe to. */
  get filters(): string[] {
    const all = [...this.#templates, ...this.#sources.map(({ template }) => template)];
    return [...new Set(all.map(({ filter }) => filter))];
  }

  /** Whether messages of a topic become observations. */
  reads(topic: string): boolean {
    const { sources, names } = this.#routeOf(topic);
    return sources.length + names.length > 0;
  }

  /**
   * Takes a message.
   *
   * @param knownSince - a message that only repeats what held before this time is an observation of now
   * @param isRetained - whether the broker had kept it: without a time nobody says how old it is
   */
  take(topic: string, bytes: Uint8Array, knownSince: number, isRetained = false): void {
    this.#intake.isOfUnknownAge = isRetained;
    const { sources, names } = this.#routeOf(topic);
    let document: unknown;
    try {
      document = exactJson(this.#decoder.decode(bytes));
    } catch {
      this.#intake.refuse(topic, new TextDecoder().decode(bytes.subarray(0, 200)), 'JSON');
      return;
    }
    for (const source of sources) this.#takeSource(topic, source, document, knownSince);
    for (const each of names) this.#takeNamed(topic, each, document, knownSince);
  }

  #takeSource(topic: string, { name, pointer }: Source, document: unknown, knownSince: number): void {
    const items = pointer ? [this.#payload.part(document, pointer)] : this.#payload.items(document, true);
    if (!items) return this.#intake.refuse(topic, document, 'items where the pointer says');
    for (const item of items) this.#intake.observe(name, item, topic, knownSince);
  }

  #takeNamed(topic: string, names: TopicNames, document: unknown, knownSince: number): void {
    const items = this.#payload.items(document, names.signal !== undefined);
    if (!items) return this.#intake.refuse(topic, document, 'items where the pointer says');
    for (const item of items) {
      const [equipment, signal] = [names.equipment ?? item.equipment, names.signal ?? item.signal];
      this.#intake.observeNamed(equipment, signal, item, topic, knownSince);
    }
  }

  #routeOf(topic: string): Route {
    const known = this.#routes.get(topic);
    if (known) return known;
    if (this.#routes.size >= rememberedLimit) this.#routes.clear();
    const names: TopicNames[] = [];
    for (const template of this.#templates) {
      const found = template.match(topic);
      // A topic that names no equipment is there for the bindings alone.
      if (found && (template.names.equipment || this.#payload.namesEquipment)) names.push(found);
    }
    const route = { sources: this.#sources.filter(({ template }) => template.match(topic)), names };
    this.#routes.set(topic, route);
    return route;
  }

  #sourceOf(name: string): Source | undefined {
    const source = topicSource(name);
    if (!source) {
      this.#intake.refuse('from', name, topicSourceAllowed);
      return undefined;
    }
    const { topic, pointer } = source;
    const part = pointer === undefined ? undefined : jsonPointer(pointer);
    return { name, template: new TopicTemplate(topic), pointer: part };
  }
}
