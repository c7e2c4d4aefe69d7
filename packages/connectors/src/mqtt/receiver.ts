import {
  type Condition,
  conditionLevels,
  type ConnectorContext,
  topicSource,
  topicSourceAllowed,
} from '@twinfloor/core';
import type { Bindings } from '../internal/bindings.js';
import { type JsonPointer, jsonPointer } from './json-pointer.js';
import { type Item, Payload, qualityOf, timeOf } from './payload.js';
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

/** A signal that a topic or a message names: how the bindings know it, or why they do not. */
type Named = { readonly source: string; readonly isCondition: boolean } | { readonly mistake: string };

/** So many topics and addresses are remembered; a broker could name more than a page can hold. */
const rememberedLimit = 20_000;

/** Turns messages into observations: by the bindings, and by the names in the topic or the message. */
export class Receiver {
  /** Whether every observation so far came with its time. */
  alwaysTimed = true;
  readonly #context: ConnectorContext;
  readonly #bindings: Bindings;
  readonly #payload: Payload;
  readonly #templates: readonly TopicTemplate[];
  readonly #sources: readonly Source[];
  readonly #routes = new Map<string, Route>();
  /** What topics and messages name, by address. */
  readonly #addresses = new Map<string, Named>();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });

  /** Refuses the source of a binding that is no topic with or without a JSON pointer. */
  constructor({ topics, payload }: MqttSettings, bindings: Bindings, context: ConnectorContext) {
    this.#context = context;
    this.#bindings = bindings;
    this.#payload = new Payload(payload);
    this.#templates = topics;
    this.#sources = [...bindings.sources].flatMap((name) => this.#sourceOf(name) ?? []);
  }

  /** The topic filters to subscribe to. */
  get filters(): string[] {
    const all = [...this.#templates, ...this.#sources.map(({ template }) => template)];
    return [...new Set(all.map(({ filter }) => filter))];
  }

  /**
   * Takes a message.
   *
   * @param knownSince - a message that only repeats what held before this time is an observation of now
   */
  take(topic: string, bytes: Uint8Array, knownSince: number): void {
    const { sources, names } = this.#routeOf(topic);
    let document: unknown;
    try {
      document = JSON.parse(this.#decoder.decode(bytes));
    } catch {
      this.#refuse(topic, new TextDecoder().decode(bytes.subarray(0, 200)), 'JSON');
      return;
    }
    for (const source of sources) this.#takeSource(topic, source, document, knownSince);
    for (const each of names) this.#takeNamed(topic, each, document, knownSince);
  }

  #takeSource(topic: string, { name, pointer }: Source, document: unknown, knownSince: number): void {
    const items = pointer ? [this.#payload.part(document, pointer)] : this.#payload.items(document, true);
    if (!items) return this.#refuse(topic, document, 'items where the pointer says');
    for (const item of items) this.#observe(topic, name, item, knownSince);
  }

  #takeNamed(topic: string, names: TopicNames, document: unknown, knownSince: number): void {
    const items = this.#payload.items(document, names.signal !== undefined);
    if (!items) return this.#refuse(topic, document, 'items where the pointer says');
    for (const item of items) {
      const [equipment, signal] = [names.equipment ?? item.equipment, names.signal ?? item.signal];
      if (typeof equipment !== 'string' || typeof signal !== 'string') {
        const missing = typeof equipment === 'string' ? 'signal' : 'equipment';
        this.#refuse(topic, document, `the name of the ${missing}`);
        continue;
      }
      const known = this.#named(`${equipment}/${signal}`);
      if ('mistake' in known) {
        this.#refuse(topic, `${equipment}/${signal}`, known.mistake);
        continue;
      }
      const plainLevel = known.isCondition && typeof item.value === 'string';
      const value = plainLevel ? { level: item.value } : item.value;
      this.#observe(topic, known.source, { ...item, value }, knownSince, signal);
    }
  }

  #observe(topic: string, source: string, item: Item, knownSince: number, key = source): void {
    const now = this.#context.now();
    const isTimed = item.time !== undefined && item.time !== null;
    if (!isTimed) this.alwaysTimed = false;
    const said = isTimed ? timeOf(item.time) : now;
    if (said === undefined)
      return this.#refuse(topic, item.time, 'a time: milliseconds, seconds or ISO 8601 with offset');
    const quality = item.quality === undefined || item.quality === null ? 'good' : qualityOf(item.quality);
    if (!quality)
      return this.#refuse(topic, item.quality, 'a quality: good, uncertain, bad or a status code');
    const time = said <= knownSince ? now : said;
    const { value } = item;
    if (value === undefined) return this.#refuse(topic, 'nothing', 'a value where the pointer says');
    const condition = conditionOf(value, key);
    if (condition) this.#bindings.observeCondition(source, time, condition, topic);
    else if (typeof value === 'object' && value !== null)
      this.#refuse(topic, value, 'a number, a text or null');
    else this.#bindings.observe(source, time, rawOf(value), quality, topic);
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

  #named(address: string): Named {
    const known = this.#addresses.get(address);
    if (known) return known;
    if (this.#addresses.size >= rememberedLimit)
      return { mistake: `no more than ${rememberedLimit} signals` };
    const found = this.#bound(address);
    this.#addresses.set(address, found);
    return found;
  }

  #bound(address: string): Named {
    // No topic begins like this, so it cannot be the source of a binding too.
    const source = `\0${address}`;
    try {
      this.#bindings.add(address, source);
      const { kind } = this.#context.definition(this.#context.resolve(address));
      return { source, isCondition: kind === 'condition' };
    } catch (error) {
      return { mistake: error instanceof Error ? error.message : 'a signal of the workshop' };
    }
  }

  #sourceOf(name: string): Source | undefined {
    const source = topicSource(name);
    if (!source) {
      this.#refuse('from', name, topicSourceAllowed);
      return undefined;
    }
    const { topic, pointer } = source;
    const part = pointer === undefined ? undefined : jsonPointer(pointer);
    return { name, template: new TopicTemplate(topic), pointer: part };
  }

  #refuse(place: string, found: unknown, allowed: string): void {
    this.#context.refuse({ place, found: textOf(found).slice(0, 200), allowed });
  }
}

/** What was found, as text; a document can be nested too deep to be written again. */
function textOf(found: unknown): string {
  if (typeof found === 'string') return found;
  try {
    return JSON.stringify(found) ?? String(found);
  } catch {
    return typeof found;
  }
}

function conditionOf(value: unknown, name: string): Condition | undefined {
  if (typeof value !== 'object' || value === null || !('level' in value)) return undefined;
  const given = value as Record<string, unknown>;
  const level = conditionLevels.find((each) => each === String(given['level']).toLowerCase());
  if (!level) return undefined;
  const text = (key: string): string | undefined =>
    given[key] === undefined || given[key] === null ? undefined : String(given[key]);
  const key = text('key') ?? name;
  return {
    key,
    level,
    code: text('code'),
    severity: text('severity'),
    qualifier: text('qualifier'),
    text: text('text'),
  };
}

function rawOf(value: unknown): string | number | undefined {
  if (value === null) return undefined;
  return typeof value === 'number' ? value : String(value);
}
