import { type ConnectorContext, type Quality } from '@twinfloor/core';
import { type MetricColumns } from './metric-columns.js';
import * as metricFlag from './metric-flag.js';
import type { PartsIntake } from './parts-intake.js';
import type { Properties } from './properties.js';
import { type Scalar, Unfit } from './scalar.js';
import { hasParts, scalarOf } from './scalar-value.js';
import type { Tag } from './tag.js';
import type { Tags } from './tags.js';
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

const noProperties: Properties = new Map();

/** Before the year 2000 a clock was not set. Milliseconds. */
const firstTime = 946_684_800_000;

/** Turns metrics of messages into observations. */
export class MetricIntake {
  readonly #tags: Tags;
  readonly #context: ConnectorContext;
  /** Reads properties and values with parts; `undefined`: not loaded. */
  parts: PartsIntake | undefined;

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
    const isHistorical = (columns.flags[row] & metricFlag.historical) !== 0;
    const isWhole = !hasParts(columns, row);
    const hasProperties = (columns.flags[row] & metricFlag.properties) !== 0;
    const { parts } = this;
    if (!parts && (hasProperties || !isWhole))
      throw new Unfit('properties or parts', 'what reads them, which could not be loaded');
    const properties = hasProperties ? parts!.propertiesOf(columns, row) : noProperties;
    const quality = this.#quality(properties, from, saying);
    if (tag && saying.isBirth) tag.type = type;
    if (tag && (saying.isBirth || properties.has('engUnit'))) this.#unit(tag, properties, saying);
    const said = columns.times[row] < 0 ? saying.time : columns.times[row];
    if (said < firstTime)
      throw new Unfit(`the time ${said}`, 'milliseconds since the epoch, UTC, from the year 2000 on');
    if (isWhole) {
      const value = scalarOf(columns, row, type);
      if (tag) this.#observe(tag, value, said, quality, isHistorical, saying);
      return;
    }
    const observe = (target: Tag, value: Scalar | undefined): void =>
      this.#observe(target, value, said, quality, isHistorical, saying);
    parts!.take(from, type, columns, row, { ...saying, time: said }, depth, observe);
  }

  #observe(
    tag: Tag,
    value: Scalar | undefined,
    said: number,
    quality: Quality,
    isHistorical: boolean,
    { topic, time, isBirth }: Saying,
  ): void {
    if (!isHistorical) tag.observe(value, isBirth ? tag.knownAt(said, time) : said, quality, topic);
    else if (!tag.remember(value, said, quality, topic))
      this.refuse(topic, `${metricOf(tag.from)}: a historical value`, 'a live one after a thousand of them');
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

/** The name of a metric without that of its owner. */
function metricOf(from: string): string {
  return from.slice(from.indexOf('#') + 1);
}
