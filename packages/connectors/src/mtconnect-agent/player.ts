import { ActiveConditions } from '../internal/active-conditions.js';
import { type AgentRecording, type RecordedValue, unknownValue } from './recording.js';

/** Gives what was recorded of a signal at its time in the agent. */
export type OnRecorded = (signal: number, time: number, value: RecordedValue) => void;

/** How a recording is laid onto the agent's time. */
export interface PlayerOptions {
  /** What is added to the recorded times. */
  readonly shift: number;
  /** Whether the recording begins again at its end, for ever and before its beginning. */
  readonly loop: boolean;
}

/** Plays one recording in the agent's time, once or round after round. */
export class Player {
  readonly #recording: AgentRecording;
  readonly #shift: number;
  readonly #loop: boolean;
  readonly #period: number;
  #round = 0;
  #index = 0;

  constructor(recording: AgentRecording, { shift, loop }: PlayerOptions) {
    this.#recording = recording;
    this.#shift = shift;
    this.#period = recording.to - recording.from;
    this.#loop = loop && this.#period > 0;
  }

  /** The beginning of the round that a time belongs to. */
  roundStart(time: number): number {
    return this.#startOf(this.#roundAt(time));
  }

  /**
   * Goes to a time, back or ahead, and gives for each signal what it says then, as far as this round of the recording
   * told: of a condition all that is active.
   */
  seek(time: number): readonly (readonly RecordedValue[])[] {
    const { signals, times, signalIndexes, values } = this.#recording;
    const words = signals.map((): readonly RecordedValue[] => []);
    const conditions = signals.map(() => new ActiveConditions());
    this.#round = this.#roundAt(time);
    const start = this.#startOf(this.#round) - this.#recording.from;
    let index = 0;
    for (; index < times.length && times[index] + start < time; index++) {
      const value = values[index];
      const signal = signalIndexes[index];
      if (typeof value === 'string') words[signal] = [value];
      else conditions[signal].apply({ ...value, key: '' });
    }
    this.#index = index;
    return words.map((word, signal) => (word.length > 0 ? word : conditions[signal].reports()));
  }

  /** Gives all that was recorded from where it stands to a time, that time included. */
  play(until: number, onRecorded: OnRecorded): void {
    const { times, signalIndexes, values, from } = this.#recording;
    for (;;) {
      const start = this.#startOf(this.#round) - from;
      for (; this.#index < times.length; this.#index++) {
        const time = times[this.#index] + start;
        if (time > until) return;
        onRecorded(signalIndexes[this.#index], time, values[this.#index]);
      }
      if (!this.#loop || this.#startOf(this.#round + 1) > until) return;
      this.#round += 1;
      this.#index = 0;
      // What the end of the recording said does not hold at its beginning.
      this.#recording.signals.forEach(({ kind }, signal) => {
        onRecorded(signal, this.#startOf(this.#round), unknownValue(kind));
      });
    }
  }

  #roundAt(time: number): number {
    if (!this.#loop) return 0;
    return Math.floor((time - this.#startOf(0)) / this.#period);
  }

  #startOf(round: number): number {
    return this.#recording.from + this.#shift + round * this.#period;
  }
}
