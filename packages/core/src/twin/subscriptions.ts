import { isolated, Listeners } from './listeners.js';
import type { Signal } from './signal.js';

/** Runs a callback at the next frame: `requestAnimationFrame` in a page. */
export type FrameScheduler = (callback: () => void) => void;

/** One who wants to be told of changes of some signals. */
export interface Subscription {
  readonly listener: (changed: ReadonlySet<string>) => void;
  /** What changed since the last frame, by address. */
  readonly changed: Set<string>;
}

/**
 * Tells subscribers what changed, once per frame and with one call per subscriber, however many observations came.
 * Counts per signal who wants it.
 */
export class Subscriptions {
  #scheduled = false;
  #changedSignals: Signal[] = [];
  readonly #due = new Set<Subscription>();
  readonly #schedule: FrameScheduler;
  readonly #demand = new Listeners();

  constructor(schedule: FrameScheduler) {
    this.#schedule = schedule;
  }

  /** Calls back when a signal gets its first subscriber or loses its last; returns how to end that. */
  onDemand(listener: () => void): () => void {
    return this.#demand.add(listener);
  }

  /** Adds a subscriber; returns how to take it away. */
  subscribe(signals: readonly Signal[], listener: (changed: ReadonlySet<string>) => void): () => void {
    const subscription: Subscription = { listener, changed: new Set() };
    let demandChanged = false;
    for (const signal of signals) {
      if (signal.subscriptions.size === 0) demandChanged = true;
      signal.subscriptions.add(subscription);
    }
    if (demandChanged) this.#demand.tell();
    return () => {
      this.#due.delete(subscription);
      let last = false;
      for (const signal of signals) {
        if (signal.subscriptions.delete(subscription) && signal.subscriptions.size === 0) last = true;
      }
      if (last) this.#demand.tell();
    };
  }

  /** Remembers that a signal changed and asks for a frame. Called for each observation: it must stay cheap. */
  mark(signal: Signal): void {
    if (signal.changed) return;
    signal.changed = true;
    this.#changedSignals.push(signal);
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#schedule(() => this.#tell());
  }

  #tell(): void {
    this.#scheduled = false;
    const signals = this.#changedSignals;
    this.#changedSignals = [];
    for (const signal of signals) {
      signal.changed = false;
      for (const subscription of signal.subscriptions) {
        subscription.changed.add(signal.address);
        this.#due.add(subscription);
      }
    }
    for (const subscription of this.#due) {
      // One of the listeners before may have ended this subscription.
      if (!this.#due.delete(subscription)) continue;
      isolated(subscription.listener, subscription.changed);
      subscription.changed.clear();
    }
  }
}
