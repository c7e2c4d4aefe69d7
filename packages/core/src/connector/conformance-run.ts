import type { ConnectorSettings } from '../model/workshop-types.js';
import type { ConnectionState } from './connector.js';
import { ConformanceContext } from './conformance-context.js';
import type { Emission, Rig } from './conformance-rig.js';
import { missing, raisedCount, type Steps, stepsOf, stepsText, valueOf } from './conformance-rows.js';

/** A check before it is given a rig: the rig it runs with is not the one it was chosen by. */
export interface RigCheck {
  readonly title: string;
  check(run: Run): Promise<void>;
}

/** A connector runs until its promise resolves; so long it may take after the abort. */
const endLimit = 1_000;

/** A check under way: a rig, a context and the connector between them. */
export class Run {
  readonly rig: Rig;
  readonly context: ConformanceContext;
  /** All that the source was made to say. */
  readonly emitted: Emission[] = [];
  #running: Promise<void> | undefined;
  #ended = false;
  #failure: unknown;
  #lastTime = 0;
  #count = 0;
  #random: () => number = Math.random;

  readonly #patience: number;

  /** @param patience - how long to wait for something to happen, in milliseconds */
  constructor(rig: Rig, patience: number) {
    this.rig = rig;
    this.#patience = patience;
    this.context = new ConformanceContext({ signals: rig.signals, random: () => this.#random() });
  }

  /** Makes jitter predictable: all random numbers are this one. */
  set random(value: number) {
    this.#random = () => value;
  }

  /** Starts the connector. */
  start(settings: ConnectorSettings = this.rig.settings): void {
    this.#running = this.rig
      .factory(settings)
      .run(this.context)
      .then(
        () => void (this.#ended = true),
        (error: unknown) => {
          this.#ended = true;
          this.#failure = error ?? new Error('rejected without a reason');
        },
      );
  }

  /** Starts the connector and makes the source say something; resolves when all of it has arrived. */
  async startAndEmit(): Promise<void> {
    if (this.rig.source.speaks === 'recorded') await this.emit();
    this.start();
    await this.reached('live');
    if (this.rig.source.speaks === 'live') await this.emit();
    await this.arrived();
  }

  /** Makes the source say two new things about each of its signals. */
  async emit(): Promise<Emission[]> {
    const emissions: Emission[] = [];
    for (let round = 0; round < 2; round++) {
      this.#count++;
      for (const [signal, kind] of Object.entries(this.rig.signals)) {
        emissions.push({ signal, time: this.#nextTime(), value: emittedValue(kind, this.#count) });
      }
    }
    this.emitted.push(...emissions);
    await this.rig.emit(emissions);
    return emissions;
  }

  /** Resolves when the newest thing said of each signal is there. */
  async arrived(): Promise<void> {
    for (const signal of Object.keys(this.rig.signals)) {
      const last = this.emitted.filter((emission) => emission.signal === signal).at(-1);
      if (!last) continue;
      await this.until(`${signal} ${last.value} at ${new Date(last.time).toISOString()} arrives`, () =>
        this.context.rows.some(
          (row) => row.signal === signal && row.time === last.time && valueOf(row) === last.value,
        ),
      );
    }
  }

  /** Resolves when a status is told after those that were told before. */
  async reached(state: ConnectionState, after = 0): Promise<void> {
    await this.until(`the status ${state}`, () =>
      this.context.statuses.slice(after).some((status) => status.state === state),
    );
  }

  /** Resolves when a condition holds; rejects when it does not in time or the connector gave up. */
  async until(what: string, condition: () => boolean): Promise<void> {
    for (const begin = Date.now(); !condition(); await pause(5)) {
      if (this.#failure !== undefined) throw new Error(`run rejected: ${messageOf(this.#failure)}`);
      if (this.#ended && !this.context.signal.aborted)
        throw new Error('run resolved although it was not to end');
      if (Date.now() - begin > this.#patience) {
        const seen = this.context.statuses
          .slice(-4)
          .map(({ state, detail }) => (detail ? `${state} (${detail})` : state));
        throw new Error(
          `waited ${this.#patience} ms in vain until ${what}; last statuses: ${seen.join(', ') || 'none'}`,
        );
      }
    }
  }

  /** Aborts the connector and resolves when it has ended; rejects if it takes too long or throws. */
  async abort(): Promise<void> {
    this.context.abort();
    const begin = Date.now();
    while (!this.#ended && this.#running && Date.now() - begin < endLimit) await pause(2);
    if (this.#running && !this.#ended)
      throw new Error(`run did not resolve within ${endLimit} ms of the abort`);
    if (this.#failure !== undefined) throw new Error(`run rejected: ${messageOf(this.#failure)}`);
  }

  /** Frees everything, whatever happened. */
  async end(): Promise<void> {
    this.context.abort();
    await Promise.race([this.#running, pause(endLimit)]);
    await this.rig.stop();
  }

  /** What has arrived of a signal. */
  steps(signal: string): Steps {
    return stepsOf(this.context.rows, signal);
  }

  /** What would have arrived of a signal if nothing had disturbed the way. */
  undisturbed(signal: string): Steps {
    return stepsOf(
      this.emitted.map((emission) => ({ ...emission, quality: 'good' })),
      signal,
    );
  }

  /** Rejects unless all signals tell what they would have told without a disturbance. */
  expectUndisturbed(): void {
    for (const [signal, kind] of Object.entries(this.rig.signals)) {
      const undisturbed = this.undisturbed(signal);
      const [found, expected] = [stepsText(this.steps(signal)), stepsText(undisturbed)];
      expect(found === expected, `${signal}: found ${found}; expected ${expected}`);
      if (kind !== 'condition') continue;
      const faults = undisturbed.filter(([, level]) => level === 'fault').length;
      const raised = raisedCount(this.context.rows, signal);
      expect(raised === faults, `${signal}: raised ${raised} times, expected ${faults}`);
    }
  }

  /** The time from which a signal is missing at the end; `undefined` when it is not. */
  missingSince(signal: string): number | undefined {
    const last = this.steps(signal).at(-1);
    return last?.[1] === missing ? last[0] : undefined;
  }

  /** A time after all others, and not ahead of the wall clock by more than some milliseconds. */
  #nextTime(): number {
    return (this.#lastTime = Math.max(this.#lastTime + 1, Date.now()));
  }
}

/** @throws {Error} with the message unless the condition holds */
export function expect(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Resolves after a time on the wall clock, in milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(() => resolve(), milliseconds));
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function emittedValue(kind: Rig['signals'][string], count: number): number | string {
  if (kind === 'number') return count / 2;
  if (kind === 'text') return `P${count}`;
  // `emit` goes on by two: whatever is cut after it, a fault is active then.
  if (kind === 'condition') return count % 2 === 0 ? 'fault' : 'normal';
  return count % 2 === 0 ? 'idle' : 'running';
}
