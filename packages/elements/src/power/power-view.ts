import type { Interval } from '@twinfloor/core';
import { valueAxis } from '../charts/value-axis.js';
import type { TimeAxis } from '../charts/time-axis.js';
import { zoneOf } from '../charts/zone.js';
import type { Colours } from '../internal/colours.js';
import type { Language } from '../internal/language.js';
import type { PlotArea } from './power-area.js';
import type { PowerData } from './power-data.js';
import type { PowerParts } from './power-parts.js';
import type { PowerView } from './power-plot.js';
import type { PowerRange } from './power-range.js';

export { PowerPlot } from './power-plot.js';

/** What the picture of a load chart is made of. */
export interface PowerScene {
  readonly data: PowerData;
  readonly range: PowerRange;
  readonly parts: PowerParts;
  /** The part of the range that is shown. */
  readonly shown: Interval;
  readonly area: PlotArea;
  readonly axis: TimeAxis;
  readonly timeZone: string;
  readonly now: number;
  readonly cursor: number | undefined;
  readonly readout: string;
  readonly language: Language;
  readonly colours: Colours;
  readonly family: string;
}

/** What a power chart shows at a moment, ready to be painted. */
export function powerView(scene: PowerScene): PowerView {
  const { data, range, parts, shown, area, axis, timeZone, now, language, colours } = scene;
  const { limit, line } = data;
  const axes = {
    axis,
    // The peak is named above itself, and that stays below the bands.
    values: valueAxis(
      0,
      Math.max(range.highest * (1 + 20 / Math.max(60, area.height)), (limit ?? 0) * 1.06),
      area.height,
    ),
    zone: zoneOf(timeZone),
    language,
    colours,
  };
  const load = line && data.knownUntil > now ? data.loadAt(now) : undefined;
  const { tariff } = parts;
  const forecasts = now >= shown.from && now < shown.to ? parts.forecasts : undefined;
  return {
    ...axes,
    ...area,
    now,
    cursor: scene.cursor,
    readout: scene.readout,
    line,
    lineUntil: Math.min(now, data.knownUntil),
    load,
    steps: range.steps.filter((step) => step.to > shown.from && step.from < shown.to),
    peak: range.peak,
    limit,
    paintTariff: tariff && ((ink) => tariff.paint(ink, axes)),
    paintForecast:
      forecasts &&
      ((ink) => {
        const spread = forecasts.loadSpread(data, now);
        forecasts.paintForecast(ink, axes, { open: data.openWindow(now), now, load, spread, limit });
      }),
    family: scene.family,
  };
}
