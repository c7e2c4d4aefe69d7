import { type ConnectorContext, type Quality } from '@twinfloor/core';
import type { DataSet } from './data-set.js';
import { type MetricColumns, metricFlag } from './metric-columns.js';
import { type Properties, propertiesOf } from './properties.js';
import { type Scalar, Unfit } from './scalar.js';
import type { Tag } from './tag.js';
import type { Tags } from './tags.js';
import type { Template } from './template.js';
import { type Value, valueOf } from './value.js';
import { Malformed } from './wire.js';

/** When and how a metric was said. */
export interface Saying {
  /** The topic, for refusals. */
  readonly topic: string;
  /** When its message was sent, in milliseconds. */
  readonly time: number;
  /** Whether it is a birth: the value may hold for long. */
  readonly isBirth: boolean;
}

/** Templates in templates may be so deep. */
const deepest = 16;

/** Before the year 2000 a clock was not set. Milliseconds. */
const firstTime = 946_684_800_000;

/** Turns metrics of messages into observations. */
export class MetricIntake {
  readonly #tags: Tags;
  readonly #context: ConnectorContext;
  /** Types of the parts of templates, by name of the tag: births say them, data need not. */
  readonly #partTypes = new Map<string, number>();

  constructor(tags: Tags, context: ConnectorContext) {
    this.#tags = tags;
    this.#context = context;
  }

  /**
   * Takes a metric that something is bound to. What does not fit is refused; others go on.
   *
   * @param from - its name for bindings
   * @param type - its data type, from the birth
   */
  take(from: string, type: number, columns: MetricColumns, row: number, saying: Saying, depth = 0): void {
    try {
      this.#metric(from, type, columns, row, saying, depth);
    } catch (error) {
      if (!(error instanceof Unfit || error instanceof Malformed)) throw error;
      const allowed = error instanceof Unfit ? error.allowed : 'a value that can be read';
      this.refuse(
        saying.topic,
        `${metricOf(from)}: ${error instanceof Unfit ? error.found : error.message}`,
        allowed,
      );
    }
  }

  refuse(place: string, found: string, allowed: string): void {
    this.#context.refuse({ place, found: found.slice(0, 200), allowed });
  }

  #metric(
    from: string,
    type: number,
    columns: MetricColumns,
    row: number,
    saying: Saying,
    depth: number,
  ): void {
    const tag = this.#tags.get(from);
    const properties = propertiesOf(columns, row);
    const quality = this.#quality(properties, from, saying);
    if (tag && saying.isBirth) tag.type = type;
    if (tag && (saying.isBirth || properties.has('engUnit'))) this.#unit(tag, properties, saying);
    const flags = columns.flags[row];
    const said = columns.times[row] < 0 ? saying.time : columns.times[row];
    if (said < firstTime)
      throw new Unfit(`the time ${said}`, 'milliseconds since the epoch, UTC, from the year 2000 on');
    const value = valueOf(columns, row, type);
    const isHistorical = (flags & metricFlag.historical) !== 0;
    const observe = (target: Tag, each: Scalar | undefined): void => {
      if (isHistorical) {
        if (!target.remember(each, said, quality, saying.topic))
          this.refuse(
            saying.topic,
            `${metricOf(from)}: a historical value`,
            'a live one after a thousand of them',
          );
      } else {
        const time = saying.isBirth ? target.knownAt(said, saying.time) : said;
        target.observe(each, time, quality, saying.topic);
      }
    };
    if (isScalar(value)) {
      if (tag) observe(tag, value);
      return;
    }
    if (tag) observe(tag, textOf(value));
    if (this.#tags.hasParts(from)) this.#parts(from, value, observe, { ...saying, time: said }, depth);
  }

  #parts(
    from: string,
    value: Exclude<Value, Scalar | undefined>,
    observe: (tag: Tag, value: Scalar | undefined) => void,
    saying: Saying,
    depth: number,
  ): void {
    const part = (name: string, each: Scalar | undefined): void => {
      const tag = this.#tags.get(`${from}/${name}`);
      if (tag) observe(tag, each);
    };
    if (value instanceof Uint8Array) return;
    if (isList(value)) value.forEach((each, index) => part(String(index), each));
    else if ('rows' in value) {
      value.rows.forEach((cells, row) =>
        cells.forEach((cell, column) => part(`${row}/${value.columns[column]}`, cell)),
      );
    } else this.#template(from, value, part, saying, depth);
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
      const type = members.types[row] || (this.#partTypes.get(path) ?? 0);
      this.#partTypes.set(path, type);
      this.take(path, type, members, row, saying, depth + 1);
    }
  }

  #quality(properties: Properties, from: string, { topic }: Saying): Quality {
    if (!properties.has('Quality')) return 'good';
    const code = properties.get('Quality');
    if (code === 192) return 'good';
    if (code === 0 || code === 500) return 'bad';
    this.refuse(topic, `${metricOf(from)}: Quality ${String(code)}`, '192 good, 0 bad or 500 stale');
    return 'uncertain';
  }

  #unit(tag: Tag, properties: Properties, { topic }: Saying): void {
    const unit = properties.get('engUnit');
    const mistake = tag.measuredIn(typeof unit === 'string' && unit !== '' ? unit : undefined);
    if (mistake) this.refuse(topic, `${metricOf(tag.from)}: engUnit ${String(unit)}`, mistake);
  }
}

function isScalar(value: Value): value is Scalar | undefined {
  return typeof value !== 'object';
}

function isList(value: Exclude<Value, Scalar | undefined>): value is readonly (Scalar | undefined)[] {
  return Array.isArray(value);
}

/** The name of a metric without that of its owner. */
function metricOf(from: string): string {
  return from.slice(from.indexOf('#') + 1);
}

/** A value with parts as text: arrays and tables as JSON, whole numbers beyond 2⁵³ as text. */
function textOf(value: readonly (Scalar | undefined)[] | DataSet | Template | Uint8Array): string {
  if (value instanceof Uint8Array) throw new Unfit(`${value.length} bytes`, 'a value that is no file');
  if ('members' in value) throw new Unfit('a Template', 'a part of it: name/member');
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === 'bigint') return String(each);
    return each === undefined ? null : each;
  });
}
