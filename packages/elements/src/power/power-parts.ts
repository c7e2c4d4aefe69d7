import type { Interval, Twin } from '@twinfloor/core';
import type * as Forecasts from './power-forecast.js';
import type { PowerPlot } from './power-plot.js';
import type { PowerTariff } from './power-tariff.js';
import type * as Views from './power-view.js';

/**
 * The parts of a load chart that are loaded when somebody sees it: its picture, and what not every chart needs. The
 * figures and words are there at once.
 */
export class PowerParts {
  readonly #changed: () => void;
  #twin: Twin | undefined;
  #tariff: PowerTariff | undefined;
  #forecasts: typeof Forecasts | undefined;
  #asksForecasts = false;
  #views: typeof Views | undefined;
  #plot: PowerPlot | undefined;
  #asksViews = false;

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

  /** What makes the picture; `undefined` until it is loaded. */
  get picture(): { readonly plot: PowerPlot; readonly view: typeof Views.powerView } | undefined {
    return this.#views && this.#plot ? { plot: this.#plot, view: this.#views.powerView } : undefined;
  }

  /** Loads what a chart of that time needs. */
  load(twin: Twin, { to }: Interval): void {
    if (!this.#asksViews) void this.#loadViews();
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

  async #loadViews(): Promise<void> {
    this.#asksViews = true;
    this.#views = await import('./power-view.js');
    this.#plot = new this.#views.PowerPlot();
    this.#changed();
  }

  async #loadForecasts(): Promise<void> {
    this.#asksForecasts = true;
    this.#forecasts = await import('./power-forecast.js');
    this.#changed();
  }
}
