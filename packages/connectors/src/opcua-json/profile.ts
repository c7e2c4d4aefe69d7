import type { Binding } from '@twinfloor/core';
import type { Bindings } from '../internal/bindings.js';
import { type Field, fieldOf, isObject, rawOf, structureOf } from './field.js';
import type { FieldMetaData, Origin } from './messages.js';
import { type ProfileName, profileNames } from './profile-names.js';
import type { FieldRoute } from './routes.js';
import { engineeringUnit, unitNameOf } from './engineering-unit.js';
import type { RawValue } from '../internal/target.js';
import { type WriterPattern, writerPattern } from './writer-pattern.js';

/** Which data sets speak of an equipment. */
interface Place {
  readonly equipment: string;
  readonly isOf: WriterPattern;
  /** Beginning of the names of its fields; empty: all fields. */
  readonly prefix: string;
}

/**
 * Binds fields that have names of companion specifications to the signals of an equipment, when they are first seen.
 * A signal that has a binding of its own is left to it; of several fields for one signal the first one stays.
 */
export class ProfileBinder {
  readonly #bindings: Bindings;
  readonly #places: readonly Place[];
  readonly #taken: Set<string>;
  /** What is read from the source of a name that this profile bound. */
  readonly #names = new Map<string, ProfileName>();
  /** The field that feeds each of them. */
  readonly #fields = new Map<string, string>();

  /**
   * @param equipment - by id: `publisher/writer`, or `publisher/writer#prefix` with the beginning of its field names
   * @param own - the single bindings of the connector
   */
  constructor(equipment: Readonly<Record<string, string>>, own: readonly Binding[], bindings: Bindings) {
    this.#bindings = bindings;
    this.#taken = new Set(own.map(({ signal }) => signal));
    this.#places = Object.entries(equipment).map(([id, from]) => {
      const end = from.indexOf('#');
      const [writer, prefix] = end < 0 ? [from, ''] : [from.slice(0, end), from.slice(end + 1)];
      return { equipment: id, isOf: writerPattern(writer), prefix };
    });
  }

  /** Whether this profile made a source. */
  has(source: string): boolean {
    return this.#names.has(source);
  }

  /** What a source of this profile says: counts of PackML are taken out of their structure. */
  valueOf(source: string, { value, type }: Field): RawValue {
    const { isCount, words } = this.#names.get(source)!;
    if (isCount) return rawOf(countOf(value));
    const raw = rawOf(value, type);
    return words && typeof raw === 'number' ? (words[raw] ?? raw) : raw;
  }

  /** What is bound to a field, and binds it first where its name is known. */
  routes(field: string, origin: Origin, topic: string, about: FieldMetaData | undefined): FieldRoute[] {
    return this.#placesOf(origin, topic).flatMap(({ equipment, prefix }) => {
      if (!isWithin(field, prefix)) return [];
      return namesAt(field.slice(prefix.length))
        .flatMap((name) => this.#bound(equipment, field, name, about && unitNameOf(about)))
        .map((source) => ({ source, path: [] }));
    });
  }

  /** What is bound to the events of a writer: the conditions of the equipment that it speaks of. */
  events(origin: Origin, topic: string): string[] {
    return this.#placesOf(origin, topic).flatMap(({ equipment }) => {
      const source = `\0${equipment}/conditions`;
      const isBound =
        this.#bindings.has(source) || this.#bind({ signal: `${equipment}/conditions`, from: source });
      return isBound ? [source] : [];
    });
  }

  #placesOf(origin: Origin, topic: string): Place[] {
    return this.#places.filter(({ isOf }) => isOf(origin, topic));
  }

  /** The source that a field feeds, as long as no other field does. */
  #bound(equipment: string, field: string, name: ProfileName, unit: string | undefined): string[] {
    const address = `${equipment}/${name.signal}`;
    const source = sourceOf(address, name, name.input);
    const before = this.#names.get(source);
    if (before) return before === name && this.#fields.get(source) === field ? [source] : [];
    if (!this.#bindings.has(source) && !this.#bind(bindingOf(address, name, unit))) return [];
    this.#names.set(source, name);
    this.#fields.set(source, field);
    return [source];
  }

  #bind(binding: Binding): boolean {
    if (this.#taken.has(binding.signal)) return false;
    this.#taken.add(binding.signal);
    this.#bindings.offer(binding, `profile ${binding.signal}`);
    return true;
  }
}

/** A state is bound with both inputs of its vocabulary; where one never comes, it is not known. */
function bindingOf(signal: string, name: ProfileName, unit: string | undefined): Binding {
  const { vocabulary, unit: standard } = name;
  if (vocabulary) {
    const from = { state: sourceOf(signal, name, 'state'), mode: sourceOf(signal, name, 'mode') };
    return { signal, from, vocabulary };
  }
  const from = sourceOf(signal, name);
  return standard ? { signal, from, unit: engineeringUnit(unit, standard) } : { signal, from };
}

/** No `from` of a binding begins like this. */
function sourceOf(address: string, { vocabulary }: ProfileName, input?: string): string {
  return input ? `\0${address}.${vocabulary}.${input}` : `\0${address}`;
}

/** Whether a field has a name that the profile binds. */
export function isProfileName(field: string): boolean {
  return namesAt(field).length > 0;
}

/** The names of the profile at the end of the name of a field. */
function namesAt(field: string): readonly ProfileName[] {
  const path = `/${pathOf(field)}`;
  return profileNames.filter(({ name }) => path.endsWith(`/${name}`));
}

function isWithin(field: string, prefix: string): boolean {
  return field.startsWith(prefix) && (prefix === '' || /^([/.]|$)/.test(field.slice(prefix.length)));
}

/**
 * A browse path without namespaces, separated by `/`; the name of a state and its number stand for the state, the
 * value of a variable for the variable.
 */
function pathOf(field: string): string {
  const local = field.slice(field.lastIndexOf('#') + 1).replace(/^(nsu?=[^;]*;)?[sigb]=/, '');
  return local
    .split(/[/.]/)
    .map((part) => part.replace(/^(\d+:|nsu=[^;]*;)/, ''))
    .join('/')
    .replace(/\/(CurrentState|CurrentState\/Number|Value)$/, '');
}

/** A count of PackML: a number, a PackMLCountDataType, or a list of these with the main product first. */
function countOf(value: unknown): unknown {
  const first = Array.isArray(value) ? fieldOf(value[0] as unknown).value : value;
  const structure = structureOf(first);
  return isObject(structure) ? (structure['AccCount'] ?? structure['Count'] ?? 0) : structure;
}
