import type { Interval } from '@twinfloor/core';
import type { Step } from '../charts/steps.js';
import type { PowerData, RangeEnergy } from './power-data.js';
import { highestLoad } from './power-readout.js';

/** What is calculated from the data of a range. It is calculated anew only when anything in it may have changed. */
export class PowerRange {
  #interval: Interval = { from: 0, to: 1 };
  #steps: readonly Step[] = [];
  #peak: Step | undefined;
  #highest = 0;
  #energy: RangeEnergy = { amount: undefined, mean: undefined, coverage: undefined };
  #known: { readonly source: string; readonly known: readonly Step[] } = { source: '', known: [] };
  #content = '';

  get interval(): Interval {
    return this.#interval;
  }

  /** The demand windows that are over. */
  get steps(): readonly Step[] {
    return this.#steps;
  }

  /** The window of the highest demand, the first of equal ones. */
  get peak(): Step | undefined {
    return this.#peak;
  }

  /** The highest load or demand in kW; 0 where nothing is known. */
  get highest(): number {
    return this.#highest;
  }

  /** The energy until now. */
  get energy(): RangeEnergy {
    return this.#energy;
  }

  /** Changes whenever the range has to be painted anew. */
  get content(): string {
    return this.#content;
  }

  /**
   * Reads the data when they, the interval, the look, or the moment by a pixel are others than before.
   *
   * @param width - of the chart in px
   * @param look - changes when the same data have to be painted in another way
   */
  read(data: PowerData, interval: Interval, now: number, width: number, look: string): void {
    this.#interval = interval;
    const { from, to } = interval;
    const pixel = Math.floor((now / (to - from)) * width * devicePixelRatio);
    const content = [data.ids, from, to, pixel, width, data.revision, data.knownUntil, look].join();
    if (content === this.#content) return;
    this.#content = content;
    const source = [data.ids, data.past, data.window].join();
    const { known } = this.#known;
    // A window that all parts had been read to the end of stays what it was, unless the past itself changed.
    this.#steps = data.steps(interval, now, source === this.#known.source ? known : []);
    const { readUntil } = data;
    this.#known = { source, known: this.#steps.filter((step) => step.to <= readUntil) };
    this.#peak = this.#steps.reduce<Step | undefined>(
      (best, step) => ((step.value ?? -Infinity) > (best?.value ?? -Infinity) ? step : best),
      undefined,
    );
    this.#highest = Math.max(highestLoad(data.line, { from, to: Math.min(to, now) }), this.#peak?.value ?? 0);
    this.#energy = data.energy(interval, now);
  }
}
