import type { Interval } from '@twinfloor/core';

/** The spans of time in which an actor works, walked through once from the first to the last. */
export class WorkingTime {
  #index = 0;
  readonly #spans: readonly Interval[];

  /** @param spans - in time order, without overlaps */
  constructor(spans: readonly Interval[]) {
    this.#spans = spans;
  }

  /** Whether it works at a time, which must not lie before the one asked about last. */
  isOpen(time: number): boolean {
    this.#walk(time);
    return this.#index < this.#spans.length && this.#spans[this.#index].from <= time;
  }

  /** When the span under way ends; `Infinity` outside of one. */
  closesAt(time: number): number {
    return this.isOpen(time) ? this.#spans[this.#index].to : Infinity;
  }

  /** When the next span begins, or the one under way began; `Infinity` after the last. */
  opensAt(time: number): number {
    this.#walk(time);
    return this.#spans[this.#index]?.from ?? Infinity;
  }

  #walk(time: number): void {
    while (this.#index < this.#spans.length && this.#spans[this.#index].to <= time) this.#index++;
  }
}

/** The spans with the pauses between them that are no longer than `longest`, in milliseconds. */
export function withoutPauses(spans: readonly Interval[], longest: number): Interval[] {
  const joined: Interval[] = [];
  for (const { from, to } of spans) {
    const last = joined.at(-1);
    if (last && from - last.to <= longest) joined[joined.length - 1] = { from: last.from, to };
    else joined.push({ from, to });
  }
  return joined;
}
