import type { ConnectorContext, Quality } from '@twinfloor/core';
import type { Bindings } from '../internal/bindings.js';
import type { RecordedState, Recording } from './recording.js';
import type { ReplaySettings } from './settings.js';
import { Timeline } from './timeline.js';

/** So many observations are handed over at once; then the page may breathe. */
const chunk = 4_000;

/** What is due within this time is handed over together, in milliseconds. */
const shortestWait = 40;

/** So often the source is confirmed while it has nothing to say, in milliseconds. */
const longestWait = 5_000;

/** A gap shorter than this would reach into the next round, in milliseconds. */
const shortestSilence = 2;

/** The host's clock may run at any speed, so it is looked at more often. */
const longestWaitForHost = 250;

/** Plays one recording: all that was before now at once, the rest when its time has come. */
export class Player {
  #round: number;
  #row = 0;
  #ended = false;
  readonly #recording: Recording;
  readonly #settings: ReplaySettings;
  readonly #bindings: Bindings;
  readonly #states: ReadonlyMap<string, readonly number[]>;
  readonly #context: ConnectorContext;
  readonly #timeline: Timeline;

  /** @param states - handles of the state signals that are fed, by the name of what feeds them */
  constructor(
    recording: Recording,
    settings: ReplaySettings,
    bindings: Bindings,
    states: ReadonlyMap<string, readonly number[]>,
    context: ConnectorContext,
  ) {
    this.#recording = recording;
    this.#states = states;
    this.#settings = settings;
    this.#bindings = bindings;
    this.#context = context;
    this.#timeline = new Timeline(recording.head, settings, context.now());
    // A whole round more, so that there is a past also at the begin of a round.
    this.#round = settings.loop ? -1 : 0;
  }

  /** Plays until the connector has to end. */
  async run(): Promise<void> {
    const { signal } = this.#context;
    while (!signal.aborted) {
      if (!this.#ended) this.#context.confirm();
      const more = this.#playDue();
      this.#bindings.deliver();
      await this.#context.wait(more ? 0 : this.#untilNext());
    }
  }

  /** Takes what is due by now, at most one chunk. Returns whether more of it is due. */
  #playDue(): boolean {
    const { times } = this.#recording;
    const now = this.#context.now();
    for (let count = 0; !this.#ended && this.#nextTime() <= now; count++) {
      if (count === chunk) return true;
      if (this.#row < times.length) this.#take(this.#row++);
      else this.#endRound();
    }
    return false;
  }

  #take(row: number): void {
    const { head, times, signals, values, qualities } = this.#recording;
    const { name } = head.signals[signals[row]];
    const time = this.#timeline.at(times[row], this.#round);
    const value = values[row];
    if (typeof value !== 'object') this.#bindings.observe(name, time, value, qualities[row]);
    else if ('state' in value) this.#takeState(name, time, value, qualities[row]);
    else this.#bindings.observeCondition(name, time, value);
  }

  /** A state that was recorded as such keeps the word that its source used. */
  #takeState(name: string, time: number, { state, source }: RecordedState, quality: Quality): void {
    for (const signal of this.#states.get(name) ?? [])
      this.#bindings.batch.addState(signal, time, state, source, quality);
  }

  /** Nothing is known between the end of one round and the begin of the next. */
  #endRound(): void {
    if (this.#timeline.silence > shortestSilence)
      this.#bindings.gap(this.#timeline.at(this.#recording.head.to, this.#round));
    this.#row = 0;
    this.#round++;
    if (this.#settings.loop) return;
    this.#ended = true;
    this.#context.status({ state: 'live', detail: 'the recording has ended' });
  }

  #nextTime(): number {
    const { head, times } = this.#recording;
    return this.#timeline.at(this.#row < times.length ? times[this.#row] : head.to, this.#round);
  }

  #untilNext(): number {
    const longest = this.#settings.original && !this.#ended ? longestWaitForHost : longestWait;
    if (this.#ended) return longest;
    return Math.min(Math.max(this.#nextTime() - this.#context.now(), shortestWait), longest);
  }
}
