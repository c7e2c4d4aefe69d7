import {
  type Binding,
  type ConnectorContext,
  type ElementSource,
  elementSource,
  elementSourceAllowed,
} from '@twinfloor/core';
import { Bindings } from '../internal/bindings.js';
import type { Environment, Submodel, SubmodelElement } from './environment.js';
import type { RefusePart } from './json-part.js';
import { type AasSettings, equipmentOf } from './settings.js';

/** An element that signals are fed from: the same `from` means another submodel for another equipment. */
interface BoundElement extends ElementSource {
  readonly equipment: string;
  readonly from: string;
  /** The name in the bindings. */
  readonly key: string;
}

/** One element of a submodel, found. */
export interface FoundElement {
  readonly key: string;
  /** As the binding writes it, for messages. */
  readonly from: string;
  readonly path: string;
  readonly valueType: string | undefined;
}

/** What is bound of one submodel. */
export interface BoundSubmodel {
  readonly submodel: Submodel;
  /** Elements with one value, which is polled. */
  readonly values: readonly FoundElement[];
  /** Variables of its records. */
  readonly variables: readonly FoundElement[];
}

/** The bindings of a connector: those to values, which a source forgets, and those to records, which it keeps. */
export class BoundElements {
  readonly values: Bindings;
  readonly records: Bindings;
  readonly #elements = new Map<string, BoundElement>();

  /** @throws {RangeError} if the workshop has not the signal that a binding names */
  constructor(bindings: readonly Binding[], context: ConnectorContext) {
    this.values = new Bindings([], context);
    this.records = new Bindings([], context);
    for (const [position, binding] of bindings.entries()) {
      const place = `bindings[${position}]`;
      const sources = this.#sourcesOf(binding);
      const isRecorded = sources?.[0]?.[1].isRecorded;
      if (!sources || sources.some(([, one]) => one.isRecorded !== isRecorded)) {
        context.refuse({
          place: `${place}.from`,
          found: JSON.stringify(binding.from).slice(0, 200),
          allowed: elementSourceAllowed,
        });
        continue;
      }
      const keys = sources.map(([input, element]): [string, string] => [input, element.key]);
      const from = typeof binding.from === 'string' ? keys[0][1] : Object.fromEntries(keys);
      (isRecorded ? this.records : this.values).offer({ ...binding, from }, place);
      for (const [, element] of sources) this.#elements.set(element.key, element);
    }
  }

  /** Finds the elements in what a source holds. Those that are not there are refused. */
  find({ shells, submodels }: Environment, settings: AasSettings, refuse: RefusePart): BoundSubmodel[] {
    const found = new Map<Submodel, { values: FoundElement[]; variables: FoundElement[] }>();
    for (const { key, from, equipment, submodel: name, path, isRecorded } of this.#elements.values()) {
      const own = shells
        .filter((shell) => equipmentOf(shell, settings) === equipment)
        .flatMap((shell) => shell.submodels);
      const inReach = own.length > 0 ? submodels.filter(({ id }) => own.includes(id)) : submodels;
      const meant = inReach.filter(({ id, idShort }) => id === name || idShort === name);
      if (meant.length !== 1) {
        const known = inReach
          .map(({ idShort, id }) => idShort ?? id)
          .join(', ')
          .slice(0, 150);
        refuse({
          place: from,
          found:
            meant.length === 0
              ? `no submodel ${name.slice(0, 100)}`
              : `${meant.length} submodels ${name.slice(0, 100)}`,
          allowed: `one of ${known || 'none'}`,
        });
        continue;
      }
      const at = found.get(meant[0]) ?? { values: [], variables: [] };
      found.set(meant[0], at);
      const valueType = isRecorded ? undefined : elementAt(meant[0].elements, path)?.valueType;
      (isRecorded ? at.variables : at.values).push({ key, from, path, valueType });
    }
    return [...found].map(([submodel, elements]) => ({ submodel, ...elements }));
  }

  #sourcesOf({ signal, from }: Binding): [string, BoundElement][] | undefined {
    const equipment = signal.slice(0, signal.indexOf('/'));
    const inputs = typeof from === 'string' ? [['', from]] : Object.entries(from);
    const sources = inputs.flatMap(([input, text]): [string, BoundElement][] => {
      const source = elementSource(text);
      return source ? [[input, { ...source, equipment, from: text, key: `${equipment}\n${text}` }]] : [];
    });
    return sources.length === inputs.length ? sources : undefined;
  }
}

/** The element at a path; also a Range, where the path goes on to its minimum or maximum. */
function elementAt(elements: readonly SubmodelElement[], path: string): SubmodelElement | undefined {
  for (const element of elements) {
    if (
      element.path === path ||
      (element.kind === 'Range' && path.replace(/\.(min|max)$/, '') === element.path)
    )
      return element;
    const inner = elementAt(element.children, path);
    if (inner) return inner;
  }
  return undefined;
}
