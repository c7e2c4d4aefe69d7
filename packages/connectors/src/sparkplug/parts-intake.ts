import type { MetricColumns } from './metric-columns.js';
import type { MetricIntake, Saying } from './metric-intake.js';
import { type Properties, propertiesOf } from './properties.js';
import { type Scalar, Unfit } from './scalar.js';
import type { Tag } from './tag.js';
import type { Tags } from './tags.js';
import type { Template } from './template.js';
import { type ValueWithParts, valueWithParts } from './value.js';

/** Templates in templates may be so deep. */
const deepest = 16;

/**
 * Reads properties, and turns values with parts (arrays, DataSets, Templates) into observations of the whole, as text,
 * and of the parts. It is loaded with the first message that has one of them.
 */
export class PartsIntake {
  readonly #tags: Tags;
  readonly #intake: MetricIntake;
  /** Types of the parts of templates, by name of the tag: births say them, data need not. */
  readonly #types = new Map<string, number>();

  constructor(tags: Tags, intake: MetricIntake) {
    this.#tags = tags;
    this.#intake = intake;
  }

  /** @throws {Unfit | Malformed} if they cannot be read */
  propertiesOf(columns: MetricColumns, row: number): Properties {
    return propertiesOf(columns, row);
  }

  /**
   * Takes a value with parts.
   *
   * @param from - name of the metric for bindings
   * @param saying - with the time of the metric
   * @param observe - takes the whole or a part
   * @throws {Unfit | Malformed} if it cannot be read
   */
  take(
    from: string,
    type: number,
    columns: MetricColumns,
    row: number,
    saying: Saying,
    depth: number,
    observe: (tag: Tag, value: Scalar | undefined) => void,
  ): void {
    const value = valueWithParts(columns, row, type);
    const whole = this.#tags.get(from);
    if (whole) observe(whole, textOf(value));
    if (!this.#tags.hasParts(from) || value instanceof Uint8Array) return;
    const part = (name: string, each: Scalar | undefined): void => {
      const tag = this.#tags.get(`${from}/${name}`);
      if (tag) observe(tag, each);
    };
    if ('members' in value) this.#template(from, value, part, saying, depth);
    else if ('rows' in value) {
      value.rows.forEach((cells, index) =>
        cells.forEach((cell, column) => part(`${index}/${value.columns[column]}`, cell)),
      );
    } else value.forEach((each, index) => part(String(index), each));
  }

  #template(
    from: string,
    { members, parameters, isDefinition }: Template,
    part: (name: string, value: Scalar | undefined) => void,
    saying: Saying,
    depth: number,
  ): void {
    if (isDefinition) return;
    if (depth >= deepest) throw new Unfit(`templates ${depth} deep`, `up to ${deepest}`);
    for (const { name, value } of parameters) part(name, value);
    for (let row = 0; row < members.length; row++) {
      const name = members.nameOf(row);
      if (name === undefined) continue;
      const path = `${from}/${name}`;
      if (!this.#tags.get(path) && !this.#tags.hasParts(path)) continue;
      const type = members.types[row] || (this.#types.get(path) ?? 0);
      this.#types.set(path, type);
      this.#intake.take(path, type, members, row, saying, depth + 1);
    }
  }
}

/** A value with parts as text: arrays and tables as JSON, whole numbers beyond 2⁵³ as text. */
function textOf(value: ValueWithParts): string {
  if (value instanceof Uint8Array) throw new Unfit(`${value.length} bytes`, 'a value that is no file');
  if ('members' in value) throw new Unfit('a Template', 'a part of it: name/member');
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === 'bigint') return String(each);
    return each === undefined ? null : each;
  });
}
