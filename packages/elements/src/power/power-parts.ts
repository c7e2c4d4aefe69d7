import type { Interval, Twin } from '@twinfloor/core';
import type * as Forecasts from './power-forecast.js';
import type { PowerTariff } from './power-tariff.js';

/** The parts of a load chart that not every chart needs, loaded when one does. */
export class PowerParts {
  readonly #changed: () => void;
  #twin: Twin | undefined;
  #tariff: PowerTariff | undefined;
  #forecasts: typeof Forecasts | undefined;
  #asksForecasts = false;

  /** @param changed - called when a part has come */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The bands of the tariff; `undefined` without one, and until they are loaded. */
  get tariff(): PowerTariff | undefined {
    return this.#tariff;
  }

  /** What paints the window under way; `undefined` until it is loaded. */
  get forecasts(): typeof Forecasts | undefined {
    return this.#forecasts;
  }

  /** Loads what a chart of that time needs. */
  load(twin: Twin, { to }: Interval): void {
    if (twin !== this.#twin) {
      this.#twin = twin;
      this.#tariff = undefined;
      if (twin.workshop.energy.tariffs.length > 0) void this.#loadTariff(twin);
    }
    if (!this.#asksForecasts && to > twin.clock.now() - 1000) void this.#loadForecasts();
  }

  async #loadTariff(twin: Twin): Promise<void> {
    const { PowerTariff } = await import('./power-tariff.js');
    if (twin !== this.#twin) return;
    this.#tariff = new PowerTariff(twin);
    this.#changed();
  }

  async #loadForecasts(): Promise<void> {
    this.#asksForecasts = true;
    this.#forecasts = await import('./power-forecast.js');
    this.#changed();
  }
}
