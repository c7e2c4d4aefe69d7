import { type Condition, conditionLevels, type ConnectorContext, type Quality } from '@twinfloor/core';
import type { Bindings } from './bindings.js';
import { shownFound } from './json-message.js';
import { type Item, qualityOf, timeOf } from './payload.js';

/** A signal that a message names: how the bindings know it, or why they do not. */
type Named = { readonly source: string; readonly isCondition: boolean } | { readonly mistake: string };

/** So many addresses are remembered; a source could name more than a page can hold. */
const rememberedLimit = 20_000;

/** Checks what messages say, and gives it to the bindings or refuses it. */
export class ItemIntake {
  /** Whether every observation so far came with its time. */
  alwaysTimed = true;
  /** Whether nobody says how old an item without a time is: then its value is `uncertain`. */
  isOfUnknownAge = false;
  /** The time that a source gave last, in milliseconds. */
  lastTime = -Infinity;
  readonly #context: ConnectorContext;
  readonly #bindings: Bindings;
  /** What messages name, by address. */
  readonly #addresses = new Map<string, Named>();

  constructor(bindings: Bindings, context: ConnectorContext) {
    this.#context = context;
    this.#bindings = bindings;
  }

  /**
   * Takes an item for a source of the bindings.
   *
   * @param place - where it stood, for refusals
   * @param knownSince - an item that only repeats what held before this time is an observation of now
   * @param key - of a condition that does not say its own. Default: the source
   */
  observe(source: string, item: Item, place: string, knownSince: number, key = source): void {
    const now = this.#context.now();
    const isTimed = item.time !== undefined && item.time !== null;
    if (!isTimed) this.alwaysTimed = false;
    const said = isTimed ? timeOf(item.time) : now;
    if (said === undefined)
      return this.refuse(place, item.time, 'a time: milliseconds, seconds or ISO 8601 with offset');
    if (isTimed) this.lastTime = said;
    const usual = !isTimed && this.isOfUnknownAge ? 'uncertain' : 'good';
    this.observeAt(source, said <= knownSince ? now : said, item, place, key, usual);
  }

  /**
   * Takes an item whose time is known.
   *
   * @param usual - the quality of one that does not say its own
   */
  observeAt(
    source: string,
    time: number,
    item: Item,
    place: string,
    key = source,
    usual: Quality = 'good',
  ): void {
    const quality = item.quality === undefined || item.quality === null ? usual : qualityOf(item.quality);
    if (!quality) return this.refuse(place, item.quality, 'a quality: good, uncertain, bad or a status code');
    const { value } = item;
    if (value === undefined) return this.refuse(place, 'nothing', 'a value where the pointer says');
    const condition = conditionOf(value, key);
    if (condition) this.#bindings.observeCondition(source, time, condition, place);
    else if (typeof value === 'object' && value !== null)
      this.refuse(place, value, 'a number, a text or null');
    else this.#bindings.observe(source, time, rawOf(value), quality, place);
  }

  /**
   * Takes an item for an address of the workshop. It needs no binding: words of states are then the canonical ones,
   * units those of the workshop.
   */
  observeNamed(equipment: unknown, signal: unknown, item: Item, place: string, knownSince: number): void {
    if (typeof equipment !== 'string' || typeof signal !== 'string') {
      const missing = typeof equipment === 'string' ? 'signal' : 'equipment';
      return this.refuse(place, item.value, `the name of the ${missing}`);
    }
    const known = this.#named(`${equipment}/${signal}`);
    if ('mistake' in known) return this.refuse(place, `${equipment}/${signal}`, known.mistake);
    const plainLevel = known.isCondition && typeof item.value === 'string';
    const value = plainLevel ? { level: item.value } : item.value;
    this.observe(known.source, { ...item, value }, place, knownSince, signal);
  }

  /** How the bindings know an address of the workshop, bound for this if need be; `undefined` if it has none. */
  sourceOf(address: string): string | undefined {
    const known = this.#named(address);
    return 'mistake' in known ? undefined : known.source;
  }

  /** Counts what could not be used. */
  refuse(place: string, found: unknown, allowed: string): void {
    this.#context.refuse({ place, found: shownFound(found), allowed });
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
    // Nothing that a source is called begins like this, so it cannot be the source of a binding too.
    const source = `\0${address}`;
    try {
      this.#bindings.add(address, source);
      const { kind } = this.#context.definition(this.#context.resolve(address));
      return { source, isCondition: kind === 'condition' };
    } catch (error) {
      return { mistake: error instanceof Error ? error.message : 'a signal of the workshop' };
    }
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
