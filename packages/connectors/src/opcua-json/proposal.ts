import {
  type Binding,
  type Discovery,
  type Equipment,
  type Refusal,
  type SignalDefinition,
  standardSignals,
} from '@twinfloor/core';
import { engineeringUnit, unitNameOf, wordOf } from './engineering-unit.js';
import { fieldOf, guarded, isObject, rawOf } from './field.js';
import { jsonMessage } from '../internal/json-message.js';
import { type DataSet, type FieldMetaData, type MetaData, messagesOf, type Origin } from './messages.js';
import { isProfileName } from './profile.js';
import { originIn } from './writer-pattern.js';

/** So many fields are proposed; more no person would look through. */
const mostFields = 5_000;

/** A field as a signal: what kind of value it has, and its unit. */
interface OfferedField {
  readonly kind: 'number' | 'text';
  readonly unit: string | undefined;
  readonly label: string | undefined;
}

/** What one writer offers. */
interface OfferedWriter {
  readonly origin: Origin;
  readonly topic: string;
  readonly fields: Map<string, OfferedField>;
  hasEvents: boolean;
}

/** What was heard of OPC UA PubSub, as parts of a workshop file. */
export class Offer {
  readonly #writers = new Map<string, OfferedWriter>();
  readonly #refusals: Refusal[] = [];
  #count = 0;

  /** Takes a message; what cannot be understood is told in the proposal. */
  take(topic: string, bytes: Uint8Array): void {
    const message = jsonMessage(bytes);
    if ('found' in message) return this.#refuse(topic, message.found, message.allowed);
    const refuse = (place: string, found: unknown, allowed: string): void =>
      this.#refuse(`${topic}#${place}`, found, allowed);
    for (const each of messagesOf(message.document, refuse)) {
      if (each.kind === 'data') this.#takeDataSet(topic, each);
      else if (each.kind === 'metadata') this.#takeMetaData(topic, each);
    }
  }

  /**
   * Equipment for each publisher, or for each of its writers if it has several; signals for their fields. Fields with
   * names of companion specifications are left to the profile.
   *
   * @param settings - of the entry that is proposed
   */
  proposal(settings: Readonly<Record<string, unknown>>): Discovery {
    const equipment = new Map<string, Equipment>();
    const signals = new Map<string, SignalDefinition>();
    const bindings: Binding[] = [];
    const places: Record<string, string> = {};
    for (const offered of this.#writers.values()) {
      const name = this.#nameOf(offered);
      const id = freeId(name, equipment);
      equipment.set(id, { id, name, level: 'workUnit' } as Equipment);
      const from = patternOf(offered);
      const fields = [...offered.fields];
      const hasProfile = fields.some(([field]) => isProfileName(field));
      if (hasProfile) places[id] = from;
      else if (offered.hasEvents) bindings.push({ signal: `${id}/conditions`, from: `${from}#` });
      const names = new Set<string>();
      for (const [field, about] of fields) {
        if (isProfileName(field)) continue;
        const signal = signalName(field, names);
        names.add(signal);
        bindings.push({ signal: `${id}/${signal}`, from: `${from}#${field}`, ...unitOf(signal, about) });
        if (!isStandard(signal, about)) addSignal(signals, signal, id, about);
      }
    }
    const hasPlaces = Object.keys(places).length > 0;
    return {
      equipment: [...equipment.values()],
      signals: [...signals.values()],
      connector: {
        ...settings,
        type: 'opcua-json',
        ...(hasPlaces && { profile: 'machinery', equipment: places }),
        bindings,
      },
      refusals: this.#refusals,
    };
  }

  #takeMetaData(topic: string, message: MetaData): void {
    const { fields } = this.#writerOf(topic, message);
    for (const field of message.fields) {
      if (field.isScalar && field.type !== undefined) this.#add(fields, field.name, offeredBy(field));
    }
  }

  #takeDataSet(topic: string, set: DataSet): void {
    if (set.frame === 'keepAlive') return;
    const writer = this.#writerOf(topic, set);
    if (set.frame === 'event') {
      writer.hasEvents = true;
      return;
    }
    // In samples mode one value stands there by its NodeId and by its DisplayName.
    const seen = new Set<unknown>();
    for (const [name, raw] of Object.entries(set.fields)) {
      if (writer.fields.has(name) || (isObject(raw) && seen.has(raw))) continue;
      seen.add(raw);
      guarded(`${topic}#${set.place}/${name}`, this.#refuse, () => {
        const { value, type } = fieldOf(raw);
        const isText = typeof rawOf(value, type) === 'string' && !(type !== undefined && isNumeric(type));
        // Without a value its kind is not known; it may come yet.
        if (value === undefined && type === undefined) return;
        const kind = isText || typeof value === 'boolean' || type === 1 ? 'text' : 'number';
        this.#add(writer.fields, name, { kind, unit: undefined, label: undefined });
      });
    }
  }

  #add(fields: Map<string, OfferedField>, name: string, field: OfferedField): void {
    if (!fields.has(name) && ++this.#count > mostFields) {
      if (this.#count === mostFields + 1)
        this.#refuse(name, `more than ${mostFields} fields`, 'up to so many');
      return;
    }
    fields.set(name, field);
  }

  #writerOf(topic: string, said: Origin): OfferedWriter {
    const origin = originIn(said, topic);
    const { publisher } = origin;
    for (const known of this.#writers.values()) {
      if (isSame(known.origin, origin) && (publisher !== undefined || known.topic === topic)) return known;
    }
    const offered = { origin, topic, fields: new Map<string, OfferedField>(), hasEvents: false };
    this.#writers.set(`${this.#writers.size}`, offered);
    return offered;
  }

  #nameOf({ origin, topic }: OfferedWriter): string {
    const { publisher, writer, writerName } = origin;
    const siblings = [...this.#writers.values()].filter((each) => each.origin.publisher === publisher);
    const own = writerName ?? (writer === undefined ? undefined : `${publisher ?? ''} ${writer}`.trim());
    if (publisher === undefined) return own ?? topic;
    return siblings.length > 1 ? (own ?? publisher) : publisher;
  }

  readonly #refuse = (place: string, found: unknown, allowed: string): void => {
    if (this.#refusals.some((known) => known.place === place)) return;
    const text = typeof found === 'string' ? found : isObject(found) ? 'an object' : String(found);
    this.#refusals.push({ place, found: text.slice(0, 200), allowed });
  };
}

function isSame(one: Origin, other: Origin): boolean {
  if (one.publisher !== other.publisher) return false;
  const isBoth = one.writer !== undefined && other.writer !== undefined;
  return isBoth ? one.writer === other.writer : one.writerName === other.writerName;
}

function offeredBy(field: FieldMetaData): OfferedField {
  const kind = isNumeric(field.type!) ? 'number' : 'text';
  return { kind, unit: unitNameOf(field), label: wordOf(field.raw['Description']) || undefined };
}

function isNumeric(type: number): boolean {
  return type >= 2 && type <= 11;
}

/** What stands before the `#` of `from`; a publisher with `#` in its name cannot be written there. */
function patternOf({ origin, topic }: OfferedWriter): string {
  const { publisher, writer, writerName } = origin;
  const isPlain = (name: string | undefined): name is string => name !== undefined && !name.includes('#');
  const own = [writerName, writer].find(isPlain);
  if (!isPlain(publisher) && own === undefined) return topic;
  return `${isPlain(publisher) ? publisher : '+'}/${own ?? '+'}`;
}

/** The end of a browse path or NodeId, with more of it where that is taken. */
function signalName(field: string, taken: ReadonlySet<string>): string {
  const local = field.slice(field.lastIndexOf('#') + 1).replace(/^(nsu?=[^;]*;)?[isgb]=/, '');
  const parts = local.split(/[/.]/).map((part) => part.replace(/^\d+:/, '').replace(/[\s/+#]+/g, '-'));
  for (let from = parts.length - 1; from >= 0; from--) {
    const name = parts.slice(from).join('.');
    if (name !== '' && !taken.has(name)) return name;
  }
  for (let number = 2; ; number++) {
    const name = `${parts.join('.') || 'field'}-${number}`;
    if (!taken.has(name)) return name;
  }
}

function isStandard(signal: string, { kind }: OfferedField): boolean {
  if (!Object.hasOwn(standardSignals, signal)) return false;
  const known = standardSignals[signal].kind;
  return known === kind || (known === 'counter' && kind === 'number');
}

function unitOf(signal: string, about: OfferedField): { unit?: string } {
  const { unit } = isStandard(signal, about) ? standardSignals[signal] : {};
  if (unit === undefined || about.unit === undefined) return {};
  const found = engineeringUnit(about.unit, unit);
  return found === unit ? {} : { unit: found };
}

/** Equipment with the same signal shares its definition, as long as kind and unit are the same. */
function addSignal(
  signals: Map<string, SignalDefinition>,
  name: string,
  id: string,
  { kind, unit, label }: OfferedField,
): void {
  const key = `${name}\0${kind}\0${unit ?? ''}`;
  const equipment = [...(signals.get(key)?.equipment ?? []), id];
  signals.set(key, {
    name,
    equipment,
    kind,
    ...(unit !== undefined && { unit }),
    ...(label !== undefined && { label }),
  });
}

/** An id made from a name, that no other equipment has. */
function freeId(name: string, taken: ReadonlyMap<string, unknown>): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^opc\.tcp:\/\//, '')
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
  const id = plain || 'machine';
  for (let number = 1; ; number++) {
    const free = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(free)) return free;
  }
}
