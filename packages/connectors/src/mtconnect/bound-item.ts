import type { Condition } from '@twinfloor/core';
import { ActiveConditions } from '../internal/active-conditions.js';
import type { Bindings } from '../internal/bindings.js';
import type * as Forms from './entries.js';
import type { DataItem } from './probe-document.js';
import type { SetEntry, StreamObservation } from './stream-observation.js';

/** One way from a data item to signals. */
export interface Sink {
  readonly bindings: Bindings;
  /** What the bindings call it. */
  readonly source: string;
  /** What its signals are: numbers cannot keep the word UNAVAILABLE, counters begin anew. */
  readonly kind: 'word' | 'number' | 'counter';
  /** Data sets and tables: the entry that is meant. `undefined`: all of it. */
  readonly part: string | undefined;
}

/** A row of an answer, kept until it can be taken in its order. */
export interface ItemRow {
  readonly item: BoundItem;
  readonly time: number;
  readonly sequence: number;
  readonly text: string;
  readonly condition: Condition | undefined;
  readonly entries: readonly SetEntry[] | undefined;
  /** Whether the entries are all there are, not only those that changed. */
  readonly isWhole: boolean;
  /** Whether a count begins anew with it. */
  readonly isReset: boolean;
  readonly sampleRate: number;
}

const unavailable = 'UNAVAILABLE';

/**
 * A data item that something is bound to. It knows what the item said last, so that the end of a gap can be told
 * with the value that held when the gap began.
 */
export class BoundItem {
  readonly dataItem: DataItem;
  /** Whether it is fetched now. */
  isFetched = false;
  readonly #sinks: readonly Sink[];
  /** Data sets and tables only. */
  readonly #entries: Forms.Entries | undefined;
  readonly #samplesOf: typeof Forms.samplesOf | undefined;
  #active = new ActiveConditions();
  #text: string | undefined;
  #time = -Infinity;
  /** The time of a gap that is not explained yet. */
  #lostAt: number | undefined;

  /** @param forms - how items are taken that say several values at once; needed for those only */
  constructor(dataItem: DataItem, sinks: readonly Sink[], forms?: typeof Forms) {
    this.dataItem = dataItem;
    this.#sinks = sinks;
    this.#samplesOf = dataItem.representation === 'TIME_SERIES' ? forms?.samplesOf : undefined;
    this.#entries = forms && !this.#samplesOf ? new forms.Entries() : undefined;
  }

  get isWanted(): boolean {
    return this.#sinks.some(({ bindings, source }) => bindings.wanted(source));
  }

  /**
   * The observation as a row of this item.
   *
   * @param isWhole - whether a data set is told in full
   */
  row(observation: StreamObservation, isWhole: boolean): ItemRow {
    const { time, sequence = 0, text, level, entries, resetTriggered, sampleRate, ...about } = observation;
    const condition = this.dataItem.category === 'CONDITION' && {
      key: this.#key,
      level,
      ...(about.nativeCode && { code: about.nativeCode }),
      ...(about.nativeSeverity && { severity: about.nativeSeverity }),
      ...(about.qualifier && { qualifier: about.qualifier }),
      ...(text && { text }),
    };
    const isReset = resetTriggered !== undefined;
    const more = { entries, isWhole: isWhole || isReset, isReset, sampleRate };
    return { item: this, time, sequence, text, condition: condition || undefined, ...more };
  }

  /** Takes what the item said. */
  take(row: ItemRow): void {
    const { time, condition, entries, isWhole } = row;
    if (this.#lostAt !== undefined && time > this.#lostAt) {
      this.explain();
      this.#lostAt = undefined;
    }
    let { text } = row;
    const isKnown = text !== unavailable;
    const changed = this.#entries?.take(isKnown ? (entries ?? []) : undefined, isWhole);
    if (this.#entries && isKnown) text = this.#entries.text;
    if (row.isReset) this.#restart(time, text);
    if (time >= this.#time) {
      this.#time = time;
      this.#text = text;
      if (condition) this.#active.apply(condition);
    }
    if (!this.#samplesOf || !isKnown) this.#tell(time, text, condition, changed);
    else {
      const rate = row.sampleRate || Number(this.dataItem.sampleRate);
      for (const sample of this.#samplesOf(text, time, rate)) this.#tell(sample.time, sample.text);
    }
  }

  /**
   * Says that nothing is known of it from a time on.
   *
   * @param forget - whether it is not known either what it said before: what was missed cannot be told any more
   */
  lose(time: number, forget: boolean): void {
    this.#lostAt ??= time;
    if (forget) {
      this.#text = undefined;
      this.#time = -Infinity;
      this.#active = new ActiveConditions();
      this.#entries?.take(undefined, true);
    }
    this.#tell(this.#lostAt, undefined, { key: this.#key, level: 'unavailable' });
  }

  /** Ends a gap if it is known what held when it began: that takes its place. */
  explain(): void {
    const time = this.#lostAt;
    if (time === undefined || this.#text === undefined) return;
    this.#lostAt = undefined;
    if (this.dataItem.category !== 'CONDITION') this.#tell(time, this.#lastText);
    else for (const condition of this.#active.reports()) this.#tell(time, '', condition);
  }

  get #key(): string {
    return this.dataItem.name ?? this.dataItem.id;
  }

  /** What a number said last: of a time series its last sample. */
  get #lastText(): string | undefined {
    return this.#samplesOf ? this.#text?.split(/\s+/).at(-1) : this.#text;
  }

  /** Tells counters that they begin anew, where their readings alone do not show it. */
  #restart(time: number, text: string): void {
    if (!(Number(text) >= Number(this.#text)) || !(time - 1 > this.#time)) return;
    for (const { bindings, source, kind } of this.#sinks)
      if (kind === 'counter') bindings.observe(source, time - 1, 0, 'good', this.dataItem.id);
  }

  /** @param changed - the entries that may be others now; `undefined`: all */
  #tell(time: number, text: string | undefined, condition?: Condition, changed?: ReadonlySet<string>): void {
    const { id, category } = this.dataItem;
    for (const { bindings, source, kind, part } of this.#sinks) {
      if (category === 'CONDITION') bindings.observeCondition(source, time, condition!, id);
      else if (part === undefined) {
        const isMissing = kind !== 'word' && text === unavailable;
        bindings.observe(source, time, isMissing ? undefined : text, 'good', id);
      } else if (!changed || changed.has(part)) {
        const said = text === undefined ? undefined : this.#entries!.get(part);
        bindings.observe(source, time, said, 'good', `${id}#${part}`);
      }
    }
  }
}
