/** A linear scale of values with a few round labels. */
export interface ValueAxis {
  readonly low: number;
  readonly high: number;
  /** Values that get a label and a gridline, from the lowest. */
  readonly labels: readonly number[];
  /** Digits after the point that the labels need. */
  readonly decimals: number;
  /** px from the top of a value. */
  y(value: number): number;
  /** Value at a px from the top. */
  value(y: number): number;
}

/**
 * A value axis with 4 to 5 round labels.
 *
 * @param low - smallest value to show
 * @param high - largest value to show
 * @param height - of the plot in px
 * @param amount - whether the values are amounts, which need the zero on the axis. Default true
 */
export function valueAxis(low: number, high: number, height: number, amount = true): ValueAxis {
  const bottom = amount ? Math.min(0, low) : low;
  let top = amount ? Math.max(0, high) : high;
  if (!(top > bottom)) top = bottom + 1;
  const step = roundStep(bottom, top);
  const labels: number[] = [];
  const last = lastMultiple(top, step);
  for (let index = firstMultiple(bottom, step); index <= last; index++) {
    labels.push(Number((index * step).toPrecision(12)));
  }
  const scale = height / (top - bottom);
  return {
    low: bottom,
    high: top,
    labels,
    decimals: decimalsOf(step),
    y: (value) => height - (value - bottom) * scale,
    value: (y) => bottom + (height - y) / scale,
  };
}

/** From the roundest to the last resort. */
const fractions = [1, 2, 5, 2.5, 1.5, 3, 4];

/** The roundest step that gives 4 or 5 labels; where none does, the one that comes closest. */
function roundStep(bottom: number, top: number): number {
  const power = 10 ** Math.floor(Math.log10((top - bottom) / 4));
  let closest = power;
  let distance = Infinity;
  for (const fraction of fractions) {
    for (const step of [fraction * power, fraction * power * 10]) {
      const count = lastMultiple(top, step) - firstMultiple(bottom, step) + 1;
      if (Math.abs(count - 4.5) >= distance) continue;
      closest = step;
      distance = Math.abs(count - 4.5);
    }
  }
  return closest;
}

// A label that rounding puts just outside an end still belongs to it.
const firstMultiple = (bottom: number, step: number) => Math.ceil(bottom / step - 1e-9);
const lastMultiple = (top: number, step: number) => Math.floor(top / step + 1e-9);

function decimalsOf(step: number): number {
  let decimals = 0;
  while (decimals < 9 && Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) > 1e-6)
    decimals++;
  return decimals;
}
