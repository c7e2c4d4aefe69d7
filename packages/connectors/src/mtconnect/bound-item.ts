import type { Condition } from '@twinfloor/core';
import { ActiveConditions } from '../internal/active-conditions.js';
import type { Bindings } from '../internal/bindings.js';
import type { DataItem } from './probe-document.js';
import type { StreamObservation } from './streams-document.js';

/** One way from a data item to signals. */
export interface Sink {
  readonly bindings: Bindings;
  /** What the bindings call it. */
  readonly source: string;
  /** Whether its signals are numbers, which cannot keep the word UNAVAILABLE. */
  readonly isNumber: boolean;
}

/** A row of an answer, kept until it can be taken in its order. */
export interface ItemRow {
  readonly item: BoundItem;
  readonly time: number;
  readonly sequence: number;
  readonly text: string;
  readonly condition: Condition | undefined;
}

/**
 * A data item that something is bound to. It knows what the item said last, so that the end of a gap can be told
 * with the value that held when the gap began.
 */
export class BoundItem {
  readonly dataItem: DataItem;
  /** Whether it is fetched now. */
  isFetched = false;
  readonly #sinks: readonly Sink[];
  #active = new ActiveConditions();
  #text: string | undefined;
  #time = -Infinity;
  /** The time of a gap that is not explained yet. */
  #lostAt: number | undefined;

  constructor(dataItem: DataItem, sinks: readonly Sink[]) {
    this.dataItem = dataItem;
    this.#sinks = sinks;
  }

  get isWanted(): boolean {
    return this.#sinks.some(({ bindings, source }) => bindings.wanted(source));
  }

  /** The observation as a row of this item. */
  row({ time, sequence, text, level, ...about }: StreamObservation): ItemRow {
    if (this.dataItem.category !== 'CONDITION') {
      return { item: this, time, sequence: sequence ?? 0, text, condition: undefined };
    }
    const condition: Condition = {
      key: this.#key,
      level,
      ...(about.nativeCode && { code: about.nativeCode }),
      ...(about.nativeSeverity && { severity: about.nativeSeverity }),
      ...(about.qualifier && { qualifier: about.qualifier }),
      ...(text && { text }),
    };
    return { item: this, time, sequence: sequence ?? 0, text, condition };
  }

  /** Takes what the item said. */
  take({ time, text, condition }: ItemRow): void {
    if (this.#lostAt !== undefined && time > this.#lostAt) {
      this.explain();
      this.#lostAt = undefined;
    }
    if (time >= this.#time) {
      this.#time = time;
      this.#text = text;
      if (condition) this.#active.apply(condition);
    }
    this.#tell(time, text, condition);
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
    }
    this.#tell(this.#lostAt, undefined, { key: this.#key, level: 'unavailable' });
  }

  /** Ends a gap if it is known what held when it began: that takes its place. */
  explain(): void {
    const time = this.#lostAt;
    if (time === undefined || this.#text === undefined) return;
    this.#lostAt = undefined;
    if (this.dataItem.category !== 'CONDITION') this.#tell(time, this.#text, undefined);
    else for (const condition of this.#active.reports()) this.#tell(time, '', condition);
  }

  get #key(): string {
    return this.dataItem.name ?? this.dataItem.id;
  }

  #tell(time: number, text: string | undefined, condition: Condition | undefined): void {
    const { id, category } = this.dataItem;
    for (const { bindings, source, isNumber } of this.#sinks) {
      if (category === 'CONDITION') bindings.observeCondition(source, time, condition!, id);
      else bindings.observe(source, time, isNumber && text === 'UNAVAILABLE' ? undefined : text, 'good', id);
    }
  }
}
