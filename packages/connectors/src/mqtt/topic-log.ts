import type { Refusal } from '@twinfloor/core';

/** What was heard of one signal. */
export interface HeardSignal {
  /** Names from the outside in of what it belongs to; the last one is the equipment. */
  readonly path: readonly string[];
  /** Its name, as the source gives it. */
  readonly name: string;
  /** What a binding calls it. */
  readonly from: string;
  readonly unit: string | undefined;
  readonly values: unknown[];
}

/** So many signals are listed; more no person would look through. */
const mostSignals = 5_000;

/** So many values of a signal are kept to guess what it is. */
const mostValues = 50;

/** Deeper objects are not looked into. */
const deepest = 6;

/** Keys that tell when or how good, not what. */
const notSignals = new Set(['timestamp_ms', 'timestamp', 'time', 'quality', 'unit']);

/** Namespaces that another connector reads. */
const foreign: readonly (readonly [pattern: RegExp, what: string, connector: string])[] = [
  [/^spBv1\.0\//, 'Sparkplug B', 'the connector sparkplug'],
  [/^STATE\//, 'Sparkplug B', 'the connector sparkplug'],
];

/** Collects what comes over a broker, by signal. */
export class TopicLog {
  readonly signals = new Map<string, HeardSignal>();
  readonly #refusals = new Map<string, Refusal>();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });

  /** What cannot be proposed: one entry for each topic or namespace. */
  get refusals(): Refusal[] {
    return [...this.#refusals.values()];
  }

  /** Takes a message. */
  take(topic: string, bytes: Uint8Array): void {
    const other = foreign.find(([pattern]) => pattern.test(topic));
    if (other) return this.#refuse(topic.split('/').slice(0, 2).join('/'), other[1], other[2]);
    let document: unknown;
    try {
      document = JSON.parse(this.#decoder.decode(bytes));
    } catch {
      return this.#refuse(topic, new TextDecoder().decode(bytes.subarray(0, 100)), 'JSON');
    }
    if (isOpcua(document)) return this.#refuse(topic, 'OPC UA PubSub JSON', 'the connector opcua-json');
    const { path, name } = placeOf(topic);
    // A list of observations of one signal.
    const bodies: readonly unknown[] = Array.isArray(document) ? document : [document];
    for (const body of bodies) this.#takeBody(topic, path, name, body);
  }

  #takeBody(topic: string, path: readonly string[], name: string, body: unknown): void {
    if (!isObject(body)) return this.#add({ path, name, from: topic, unit: undefined }, body);
    if (Object.hasOwn(body, 'value') && !isObject(body['value'])) {
      const { value, unit } = body;
      return this.#add({ path, name, from: topic, unit: typeof unit === 'string' ? unit : undefined }, value);
    }
    // An object of several signals belongs to the equipment that the topic ends with, or to the one before a contract.
    const owner = name === '' ? path : [...path, name];
    this.#takeMembers(topic, owner, [], body);
  }

  #takeMembers(topic: string, owner: readonly string[], way: readonly string[], body: object): void {
    if (way.length >= deepest) return this.#refuse(topic, 'an object', `up to ${deepest} levels`);
    for (const [key, value] of Object.entries(body)) {
      if (way.length === 0 && notSignals.has(key)) continue;
      const inner = [...way, key];
      if (isObject(value)) this.#takeMembers(topic, owner, inner, value);
      else {
        const pointer = inner.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
        this.#add(
          { path: owner, name: inner.join('.'), from: `${topic}#${pointer}`, unit: undefined },
          value,
        );
      }
    }
  }

  #add(signal: Omit<HeardSignal, 'values'>, value: unknown): void {
    if (value === null) return;
    if (typeof value === 'object') return this.#refuse(signal.from, 'a list', 'a number or a text');
    let known = this.signals.get(signal.from);
    if (!known) {
      if (this.signals.size >= mostSignals)
        return this.#refuse('signals', `more than ${mostSignals}`, 'topics that name fewer of them');
      known = { ...signal, values: [] };
      this.signals.set(signal.from, known);
    }
    if (known.values.length < mostValues) known.values.push(value);
  }

  #refuse(place: string, found: string, allowed: string): void {
    if (this.#refusals.size < mostSignals) this.#refusals.set(place, { place, found, allowed });
  }
}

/**
 * What a topic names. In a unified namespace (`umh/v1/…/_contract/…/tag`) the equipment is the last level before the
 * first one that begins with `_`; elsewhere it is the last but one.
 */
function placeOf(topic: string): { readonly path: readonly string[]; readonly name: string } {
  const levels = topic.split('/').filter((level) => level !== '');
  const isUnified = levels[0] === 'umh';
  const contract = isUnified ? levels.findIndex((level, index) => index > 1 && level.startsWith('_')) : -1;
  const end = contract < 0 ? levels.length - 1 : contract;
  return {
    path: levels.slice(isUnified ? 2 : 0, end),
    name: levels.slice(contract < 0 ? end : end + 1).join('.'),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOpcua(document: unknown): boolean {
  if (!isObject(document)) return Array.isArray(document) && document.length > 0 && document.every(isOpcua);
  const type = document['MessageType'];
  return (
    (typeof type === 'string' && /^ua-/.test(type)) ||
    (Object.hasOwn(document, 'DataSetWriterId') && Object.hasOwn(document, 'Payload')) ||
    (Object.hasOwn(document, 'NodeId') && Object.hasOwn(document, 'Value'))
  );
}
