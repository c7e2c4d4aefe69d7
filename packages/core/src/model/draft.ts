import { type BaseIssue, type GenericSchema, safeParse } from 'valibot';
import { meantHint } from './nearest-word.js';
import { shown, type WorkshopProblem } from './workshop-problem.js';

/** What the reading needs to know of a valibot schema. */
interface SchemaShape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaShape>>;
  readonly item?: SchemaShape;
  readonly wrapped?: SchemaShape;
  readonly getter?: (value: unknown) => SchemaShape;
}

/** How many problems get a hint. */
const hintedProblems = 100;

type Parent = Record<string | number, unknown>;

/**
 * Keys without which an entry would say something else than was meant: a stop of one machine would become a stop
 * of all, grams would count as kilograms. If one of them is wrong, the whole entry is left out.
 */
const decisiveKeys: readonly (string | number)[] = [
  'basis',
  'carrier',
  'confirmedBy',
  'counting',
  'dates',
  'days',
  'drivers',
  'equipment',
  'maximum',
  'measures',
  'method',
  'minimum',
  'months',
  'scale',
  'step',
  'tolerance',
  'unit',
  'values',
  'vocabulary',
];

/**
 * A copy of a JSON value out of which everything wrong is taken, piece by piece, while the places of the rest stay
 * known as they are in the file.
 */
export class Draft {
  readonly problems: WorkshopProblem[] = [];
  readonly #schema: GenericSchema;
  readonly #paths = new WeakMap<object, string>();
  /** Objects whose keys are the user's. */
  readonly #records = new WeakSet<object>();
  /** For each list, which positions in the file its items have. */
  readonly #positions = new WeakMap<object, number[]>();
  readonly #leftOut = new Set<string>();
  readonly #holes = new Map<unknown[], Set<number>>();
  readonly #root: { value: unknown };

  constructor(json: unknown, schema: GenericSchema) {
    this.#schema = schema;
    const copy = this.#copied(json, schema as unknown as SchemaShape, '');
    this.#root = { value: copy === undefined ? Symbol(shown(copy)) : copy };
  }

  /**
   * The copy checked against the schema, with its defaults; what is wrong is reported and taken out of the copy.
   *
   * @returns `undefined` if nothing is left
   */
  parsed(): unknown {
    while (this.#root.value !== undefined) {
      const result = safeParse(this.#schema, this.#root.value, { abortPipeEarly: true });
      if (result.success) return result.output;
      for (const issue of result.issues) this.#take(issue);
      this.close();
    }
    return undefined;
  }

  /** The copy as it is now. */
  get value(): unknown {
    return this.#root.value;
  }

  /** How many pieces have been taken out. */
  get leftOutCount(): number {
    return this.#leftOut.size;
  }

  /** Says what is wrong with an entry of the copy, or with a key of it. */
  report(
    parent: object,
    key: string | number | undefined,
    allowed: string,
    more: { readonly hint?: string; readonly severity?: 'warning'; readonly found?: string } = {},
  ): void {
    const found = more.found ?? shown(key === undefined ? parent : (parent as Parent)[key]);
    const path = key === undefined ? (this.#paths.get(parent) ?? '') : this.#pathOf(parent, key);
    this.#add({ path, found, allowed, hint: more.hint, severity: more.severity ?? 'error' });
  }

  /**
   * Says which of some words was probably meant. In a file that is wrong all over it says nothing any more: with
   * ten thousand wrong ids, comparing each with all others would take minutes.
   */
  hint(word: unknown, words: Iterable<string>): string | undefined {
    return this.problems.length < hintedProblems ? meantHint(word, words) : undefined;
  }

  /** Takes a key out of an object of the copy; an item of a list is taken out by the next `close`. */
  leaveOut(parent: object, key: string | number): void {
    this.#leftOut.add(this.#pathOf(parent, key));
    if (Array.isArray(parent)) {
      this.#leftOut.add(this.#paths.get(parent) ?? '');
      const holes = this.#holes.get(parent) ?? new Set();
      this.#holes.set(parent, holes.add(Number(key)));
    } else {
      if (this.#records.has(parent)) this.#leftOut.add(this.#paths.get(parent) ?? '');
      delete (parent as Parent)[key];
    }
  }

  /** Whether a key of an object of the copy, or something in the list or record under it, was taken out. */
  hasLeftOut(parent: object, key: string): boolean {
    return this.#leftOut.has(this.#pathOf(parent, key));
  }

  /** Closes the gaps in lists. */
  close(): void {
    for (const [list, holes] of this.#holes) {
      const positions = this.#positions.get(list) ?? [];
      const kept = [...list.keys()].filter((index) => !holes.has(index));
      this.#positions.set(
        list,
        kept.map((index) => positions[index]),
      );
      list.splice(0, list.length, ...kept.map((index) => list[index]));
    }
    this.#holes.clear();
  }

  #take(issue: BaseIssue<unknown>): void {
    const steps = (issue.path ?? []).map(({ input, key }) => [input as object, key as string] as const);
    let depth = steps.length - 1;
    if (depth < 0) {
      this.#add({ path: '', found: shown(issue.input), allowed: issue.message, severity: 'error' });
    } else {
      const [parent, key] = steps[depth];
      if (!this.#leftOut.has(this.#pathOf(parent, key))) {
        const found = shown(issue.path?.[depth].origin === 'key' ? issue.input : (parent as Parent)[key]);
        this.report(parent, key, issue.message, { found, hint: hintOf(issue) });
      } else if ((parent as Parent)[key] === undefined) {
        // Missing because it was taken out before: then its entry cannot be kept either.
        depth--;
      }
      if (decisiveKeys.includes(steps[depth]?.[1])) depth--;
    }
    if (depth < 0) this.#root.value = undefined;
    else this.leaveOut(...steps[depth]);
  }

  /** Copies what the schema knows, notes where it stands and reports keys that the schema does not know. */
  #copied(value: unknown, schema: SchemaShape, path: string): unknown {
    const shape = unwrapped(schema, value);
    if (typeof value !== 'object' || value === null) return value;
    if (shape.item && Array.isArray(value)) {
      const list: unknown[] = [];
      this.#note(list, path);
      this.#positions.set(list, [...value.keys()]);
      for (const [index, item] of value.entries()) {
        list.push(this.#copied(item, shape.item, `${path}[${index}]`));
      }
      return list;
    }
    // valibot takes a list for an object; a symbol that shows the list is refused by every schema.
    if (Array.isArray(value)) return Symbol(shown(value));
    if (!shape.entries) {
      const record = this.#note(Object.fromEntries(Object.entries(value)), path);
      this.#records.add(record);
      return record;
    }
    const copy = this.#note({} as Parent, path);
    for (const [name, inner] of Object.entries(value)) {
      if (Object.hasOwn(shape.entries, name)) {
        copy[name] = this.#copied(inner, shape.entries[name], join(path, name));
      } else if (shape.type === 'loose_object' && name !== '__proto__') {
        copy[name] = inner;
      } else {
        this.#refuseKey(join(path, name), name, Object.keys(shape.entries));
      }
    }
    // With the key there, valibot tells what the value may be and not only that the key is missing.
    for (const [name, entry] of Object.entries(shape.entries)) {
      if (entry.type !== 'optional' && !(name in copy)) copy[name] = undefined;
    }
    return copy;
  }

  #refuseKey(path: string, name: string, known: readonly string[]): void {
    const hint = this.hint(name, known);
    this.#add({
      path,
      found: `the unknown key ${shown(name)}`,
      allowed: known.join(', '),
      hint,
      severity: 'error',
    });
  }

  #add({ hint, ...problem }: WorkshopProblem): void {
    this.problems.push(hint === undefined ? problem : { ...problem, hint });
  }

  #note<T extends object>(value: T, path: string): T {
    this.#paths.set(value, path);
    return value;
  }

  #pathOf(parent: object, key: string | number): string {
    const path = this.#paths.get(parent) ?? '';
    const positions = this.#positions.get(parent);
    return positions ? `${path}[${positions[Number(key)]}]` : join(path, String(key));
  }
}

function unwrapped(schema: SchemaShape, value: unknown): SchemaShape {
  if (schema.wrapped) return unwrapped(schema.wrapped, value);
  return schema.getter ? unwrapped(schema.getter(value), value) : schema;
}

function join(path: string, key: string): string {
  if (!/^[\p{L}\p{N}_$-]+$/u.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** The nearest of a list of words that the value may be. */
function hintOf(issue: BaseIssue<unknown>): string | undefined {
  return issue.type === 'picklist' ? meantHint(issue.input, issue.message.split(', ')) : undefined;
}
