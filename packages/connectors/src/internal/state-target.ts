import type { Condition, EquipmentState, ObservationBatch, Quality, Vocabulary } from '@twinfloor/core';
import { ActiveConditions } from './active-conditions.js';
import { FilledGaps } from './filled-gaps.js';
import type { RawValue, Refuse, Target } from './target.js';
import { WordHistory } from './word-history.js';

/** What is known of the state at one moment; `undefined`: nothing. */
type Known = { state: EquipmentState; word: string; quality: Quality } | undefined;

/**
 * A state signal: maps the words of one or several inputs to a canonical state. The word of the first input is kept
 * beside the state.
 *
 * Inputs may come in any order: a late word of one is combined with what the others said at its time, and the
 * states that follow from it are written again.
 */
export class StateTarget implements Target {
  readonly signal: number;
  newest = -Infinity;
  #known: Known;
  #before: { known: Known; since: number } | undefined;
  #inGap = false;
  /** When the last gap began, in milliseconds. */
  #gap = -Infinity;
  readonly #filled = new FilledGaps();
  readonly #vocabulary: Vocabulary;
  readonly #primary: string;
  readonly #inputs = new Map<string, WordHistory>();
  readonly #conditions = new Map<string, ActiveConditions>();
  readonly #unknown = new Set<string>();

  /** @param inputs - those of the vocabulary that the binding fills, the one whose word is kept first */
  constructor(signal: number, vocabulary: Vocabulary, inputs: readonly string[]) {
    this.signal = signal;
    this.#vocabulary = vocabulary;
    this.#primary = inputs[0];
    for (const input of inputs) this.#inputs.set(input, new WordHistory());
  }

  observe(
    batch: ObservationBatch,
    time: number,
    raw: RawValue,
    quality: Quality,
    input: string,
    refuse: Refuse,
  ): boolean {
    const history = this.#inputs.get(input)!;
    history.add(time, raw === undefined ? undefined : String(raw));
    const until = history.nextAfter(time);
    this.#write(batch, time, quality, refuse);
    if (this.#inputs.size === 1) return true;
    for (const later of this.#changesBetween(time, until)) this.#write(batch, later, quality, refuse);
    return true;
  }

  observeCondition(
    batch: ObservationBatch,
    time: number,
    condition: Condition,
    input: string,
    refuse: Refuse,
  ): boolean {
    let active = this.#conditions.get(input);
    if (!active) this.#conditions.set(input, (active = new ActiveConditions()));
    active.apply(condition);
    return this.observe(batch, time, active.worst.toUpperCase(), 'good', input, refuse);
  }

  gap(batch: ObservationBatch, time: number): void {
    if (!this.#inGap) this.#before = { known: this.#known, since: this.newest };
    this.#inGap = true;
    this.#gap = time;
    batch.add(this.signal, time, undefined);
    for (const at of this.#filled.after(time)) batch.add(this.signal, at, undefined);
  }

  keepGap(): void {
    if (!this.#inGap) return;
    this.#before = { ...this.#before!, known: undefined };
    this.#filled.dropAfter(this.#gap);
  }

  resume(batch: ObservationBatch, time: number): void {
    this.#inGap = false;
    const { known, since } = this.#before ?? { known: this.#known, since: this.newest };
    this.#filled.add(time, since);
    this.#add(batch, time, known);
    for (const at of this.#filled.after(time)) this.#add(batch, at, known);
  }

  #write(batch: ObservationBatch, time: number, quality: Quality, refuse: Refuse): void {
    const known = this.#stateAt(time, quality, refuse);
    if (time >= this.newest) {
      this.newest = time;
      this.#known = known;
      this.#inGap = false;
    }
    this.#add(batch, time, known);
    for (const at of this.#filled.reachedBy(time)) this.#add(batch, at, this.#stateAt(at, quality, refuse));
  }

  #add(batch: ObservationBatch, time: number, known: Known): void {
    if (known) batch.addState(this.signal, time, known.state, known.word, known.quality);
    else batch.add(this.signal, time, undefined);
  }

  #stateAt(time: number, quality: Quality, refuse: Refuse): Known {
    const words: Record<string, string | undefined> = {};
    for (const [input, history] of this.#inputs) words[input] = history.at(time);
    const word = words[this.#primary];
    const state = this.#vocabulary.state(words);
    // Without its word a vocabulary can at most say that it does not know: that is a missing value.
    if (word === undefined && (state === undefined || state === 'unknown')) return undefined;
    if (state !== undefined) return { state, word: word ?? '', quality };
    const found = Object.values(words)
      .filter((each) => each !== undefined)
      .join(', ');
    if (!this.#unknown.has(found)) {
      this.#unknown.add(found);
      refuse(found, `a word of the vocabulary ${this.#vocabulary.name}`);
    }
    return { state: 'unknown', word: word ?? '', quality };
  }

  /** The times at which the other inputs changed, both ends excluded. */
  #changesBetween(from: number, to: number): number[] {
    const times = new Set<number>();
    for (const history of this.#inputs.values()) {
      for (let time = history.nextAfter(from); time < to; time = history.nextAfter(time)) times.add(time);
    }
    return [...times].sort((a, b) => a - b);
  }
}
