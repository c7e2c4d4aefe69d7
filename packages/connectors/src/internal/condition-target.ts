import { type Condition, conditionLevels, type ObservationBatch, type Quality } from '@twinfloor/core';
import { ActiveConditions } from './active-conditions.js';
import type { RawValue, Refuse, Target } from './target.js';

/** A condition signal: several sources may feed it, each under keys of its own. */
export class ConditionTarget implements Target {
  readonly signal: number;
  newest = -Infinity;
  readonly #active = new ActiveConditions();
  #before: Condition[] = [];
  #inGap = false;

  constructor(signal: number) {
    this.signal = signal;
  }

  /** A plain word is a level for the source as a whole. */
  observe(
    batch: ObservationBatch,
    time: number,
    raw: RawValue,
    _quality: Quality,
    input: string,
    refuse: Refuse,
  ): boolean {
    const word = raw === undefined ? 'unavailable' : String(raw).toLowerCase();
    const level = conditionLevels.find((each) => each === word);
    if (!level) {
      refuse(raw, conditionLevels.join(', '));
      return false;
    }
    return this.observeCondition(batch, time, { key: input, level });
  }

  observeCondition(batch: ObservationBatch, time: number, condition: Condition): boolean {
    this.newest = Math.max(this.newest, time);
    this.#active.apply(condition);
    this.#inGap = false;
    batch.addCondition(this.signal, time, condition);
    return true;
  }

  gap(batch: ObservationBatch, time: number): void {
    if (!this.#inGap) this.#before = this.#active.reports();
    this.#inGap = true;
    for (const key of this.#active.keys) batch.addCondition(this.signal, time, { key, level: 'unavailable' });
  }

  keepGap(): void {
    if (this.#inGap) this.#before = this.#active.keys.map((key) => ({ key, level: 'unavailable' }));
  }

  resume(batch: ObservationBatch, time: number): void {
    this.#inGap = false;
    for (const condition of this.#before) batch.addCondition(this.signal, time, condition);
  }
}
