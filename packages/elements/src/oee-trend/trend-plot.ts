import { nothing, svg, type TemplateResult } from 'lit';
import type { Language } from '../internal/language.js';
import { gapsOf, type Trend, type TrendFigure } from './trend-figures.js';
import { dayWords } from './trend-words.js';

/** Rows of the plot in px from the top: the highest value, the lowest, the words of gaps, the days. */
const top = 20;
const bottom = 92;
const gapRow = 120;
const dayRow = 136;
/** Least distance of two labels of 11 px, in px. */
const labelHeight = 13;

/** What a trend shows beside its figures. */
export interface TrendView {
  readonly trend: Trend;
  /** Index of the step that is pointed at. */
  readonly cursor: number | undefined;
  /** Index of the step that the page shows. */
  readonly chosen: number | undefined;
  readonly timeZone: string;
  readonly language: Language;
}

/** Dots that hang from the line of the target; what is not known is a gap with a word. */
export function trendPlot({ trend, cursor, chosen, timeZone, language }: TrendView): TemplateResult {
  const { figures, target, low, high } = trend;
  const { terms, formats } = language;
  const count = figures.length;
  const x = (index: number) => `${((index + 0.5) / count) * 100}%`;
  const y = (value: number) => top + ((high - value) / (high - low)) * (bottom - top);
  const hang = target === undefined ? undefined : y(target);
  const last = figures.at(-1);
  const lastY = last?.value === undefined ? undefined : y(last.value);
  const day = (index: number) => dayWords(figures[index].step, timeZone, language);
  return svg`<svg class="dots" height="144" aria-hidden="true">
    ${chosen === undefined ? nothing : svg`<rect class="chosen" x=${`${(chosen / count) * 100}%`} y="0" width=${`${100 / count}%`} height=${bottom + 8}></rect>`}
    ${cursor === undefined ? nothing : svg`<line class="cursor" x1=${x(cursor)} x2=${x(cursor)} y1="0" y2=${bottom + 8}></line>`}
    ${hang === undefined ? nothing : svg`<line class="target" x2="100%" y1=${hang} y2=${hang}></line>`}
    ${figures.map((figure, index) => dot(figure, x(index), y, hang))}
    ${extremes(figures).map(
      ({ index, above, end }) =>
        svg`<text class="extreme" x=${x(index)} y=${y(end) + (above ? -9 : 17)}>${formats.number((figures[index].value ?? 0) * 100, 1)}</text>`,
    )}
    ${gapWords(trend, language).map(({ at, text }) => svg`<text class="quiet" x=${x(at)} y=${gapRow}>${text}</text>`)}
    ${count > 0 ? svg`<text class="first" y=${dayRow}>${day(0)}</text>` : nothing}
    ${last ? svg`<text class="last" x="100%" y=${dayRow}>${last.step.running ? terms.trendNow : day(count - 1)}</text>` : nothing}
    <svg x="100%">
      ${hang === undefined ? nothing : svg`<text x="8" y=${targetRow(hang, lastY)}>${terms.target(formats.number((target ?? 0) * 100))}</text>`}
      ${lastY === undefined ? nothing : svg`<text class="now" x="8" y=${lastY + 4}>${formats.number((last?.value ?? 0) * 100, 1)}</text>`}
    </svg>
  </svg>` as TemplateResult;
}

/** The last value stands at its dot; the name of the target keeps away from it. */
function targetRow(hang: number, lastY: number | undefined): number {
  const distance = lastY === undefined ? labelHeight : hang - lastY;
  if (Math.abs(distance) >= labelHeight) return hang + 4;
  return (lastY ?? 0) + 4 + (distance > 0 ? labelHeight : -labelHeight);
}

function dot(
  { value, bounds, step }: TrendFigure,
  x: string,
  y: (value: number) => number,
  hang: number | undefined,
): TemplateResult | typeof nothing {
  if (value === undefined) return nothing;
  const at = y(value);
  return svg`<svg x=${x} class="step" part="step">
    ${hang === undefined ? nothing : svg`<line class="stem" y1=${hang} y2=${at}></line>`}
    ${bounds ? svg`<path class="bounds" d=${`M-3.5 ${y(bounds.high)}h7m-3.5 0V${y(bounds.low)}m-3.5 0h7`}></path>` : nothing}
    <circle class=${step.running ? 'open' : ''} cy=${at} r=${step.running ? 4 : 3}></circle>
  </svg>` as TemplateResult;
}

/**
 * The best and the worst of the steps that are over, with the end of dot or bracket that their figure stands at. The
 * last step has its figure beside it.
 */
function extremes(figures: readonly TrendFigure[]): { index: number; above: boolean; end: number }[] {
  const known = figures
    .slice(0, -1)
    .flatMap(({ value, bounds }, index) => (value === undefined ? [] : [{ index, value, bounds }]))
    .sort((a, b) => b.value - a.value);
  const ends = known.length > 1 ? [known[0], known[known.length - 1]] : known;
  return ends.map(({ index, value, bounds }, place) => {
    const above = place === 0;
    return { index, above, end: (above ? bounds?.high : bounds?.low) ?? value };
  });
}

/** Why there is nothing, once for neighbours; a word that would touch the one before it is dropped. */
function gapWords({ figures }: Trend, { terms }: Language): { at: number; text: string }[] {
  const words: { at: number; text: string }[] = [];
  for (const { first, last, planned } of gapsOf(figures)) {
    const at = (first + last) / 2;
    const before = words[words.length - 1] as { at: number } | undefined;
    if (before && at - before.at < figures.length / 4) continue;
    words.push({ at, text: planned ? terms.noData.toLowerCase() : terms.notPlanned });
  }
  return words;
}
