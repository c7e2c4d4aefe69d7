/** Room above the plot in px: for the unit, and for the names and the strip of the bands where there is a tariff. */
const plainTop = 26;
const tariffTop = 40;
/** Room below it for the labels of time, as `timeLabelHeight` of the kit has it; the kit is loaded later. */
const bottom = 24;
/** px from the left end of the canvas to the plot. */
export const edge = 40;
/** Room for the name of the limit. */
const wideRight = 96;
const narrowRight = 14;
const narrow = 560;

/** Measures of the plot in a canvas, in px. */
export interface PlotArea {
  readonly width: number;
  readonly height: number;
  /** px from the top of the canvas to the plot. */
  readonly top: number;
  /** Whether the name of the limit has its own room right of the plot. */
  readonly namesLimitOutside: boolean;
}

/** The plot in a canvas of a size. */
export function plotArea(width: number, height: number, hasLimit: boolean, hasTariff: boolean): PlotArea {
  const top = hasTariff ? tariffTop : plainTop;
  const namesLimitOutside = hasLimit && width >= narrow;
  const right = namesLimitOutside ? wideRight : narrowRight;
  return {
    width: Math.max(0, width - edge - right),
    height: Math.max(0, height - top - bottom),
    top,
    namesLimitOutside,
  };
}
