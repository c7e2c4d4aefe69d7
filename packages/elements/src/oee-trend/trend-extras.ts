import type { TrendStep } from '@twinfloor/core';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { TableData } from '../charts/data-table.js';
import type { Language } from '../internal/language.js';
import type { Trend, TrendFigure } from './trend-figures.js';
import type { TrendView } from './trend-plot.js';
import { knownShare, stepWords } from './trend-words.js';

const factorNames = ['availability', 'performance', 'quality'] as const;
/** Height of the largest change, and of a name above its factor, in px. */
const lossHeight = 30;
const nameHeight = 20;
/** Least loss that takes the whole height. */
const leastLoss = 0.05;

/** What each factor lost in each step, hanging from its 100 %; all on one scale. A gain stands above it. */
export function factorPlot({ trend, cursor, language }: TrendView): TemplateResult {
  const { terms, formats } = language;
  const { figures } = trend;
  const lossOf = (figure: TrendFigure, name: (typeof factorNames)[number]) => {
    const share = figure.value === undefined ? undefined : figure.step.oee[name];
    return share === undefined ? undefined : 1 - share;
  };
  const losses = figures.flatMap((figure) => factorNames.map((name) => lossOf(figure, name) ?? 0));
  const scale = lossHeight / Math.max(leastLoss, ...losses.map(Math.abs));
  const full = nameHeight + Math.ceil(-Math.min(0, ...losses) * scale) + 0.5;
  const track = full + lossHeight + 6;
  const x = (index: number) => `${((index + 0.5) / figures.length) * 100}%`;
  return html`<p class="caption">${terms.factorLosses}</p>
    ${svg`<svg class="factors" part="factors" height=${track * factorNames.length} aria-hidden="true">
    ${cursor === undefined ? nothing : svg`<line class="cursor" x1=${x(cursor)} x2=${x(cursor)} y1="0" y2="100%"></line>`}
    ${factorNames.map((name, place) => {
      const last = figures.at(-1)?.step.oee[name];
      return svg`<svg class=${name} y=${place * track}>
        <text y="12">${terms[name]}</text>
        <line class="full" x2="100%" y1=${full} y2=${full}></line>
        ${figures.map((figure, index) => {
          const loss = lossOf(figure, name);
          if (loss === undefined) return nothing;
          const height = Math.abs(loss) * scale;
          return svg`<svg x=${x(index)}><rect x="-3" y=${loss < 0 ? full - height : full} width="6" height=${height}></rect></svg>`;
        })}
        ${last === undefined ? nothing : svg`<svg x="100%"><text class="now" x="8" y=${full + 4}>${formats.percent(last)}</text></svg>`}
      </svg>`;
    })}
  </svg>`}`;
}

/** The steps behind a trend. */
export function trendTable(
  { figures, alone }: Trend,
  by: TrendStep,
  caption: string,
  timeZone: string,
  language: Language,
): TableData {
  const { terms, formats } = language;
  const share = (value: number | undefined) => (value === undefined ? terms.none : formats.percent(value));
  return {
    caption,
    columns: [
      terms.trendStep[by],
      ...(alone ? [] : [terms.oee]),
      terms.availability,
      ...(alone ? [] : [terms.performance, terms.quality]),
      terms.boundsColumn,
      terms.coverageColumn,
    ],
    rows: figures.map(({ step, bounds }) => {
      const { value, availability, performance, quality } = step.oee;
      return [
        stepWords(step, timeZone, language),
        ...(alone ? [] : [share(value)]),
        share(availability),
        ...(alone ? [] : [share(performance), share(quality)]),
        bounds ? `${formats.number(bounds.low * 100, 1)} … ${formats.percent(bounds.high)}` : terms.none,
        share(knownShare(step)),
      ];
    }),
  };
}
