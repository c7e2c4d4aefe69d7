import { type Colours, heatSteps, type PlanHeat, properties } from '@twinfloor/elements/parts';
import { html, type TemplateResult } from 'lit';

/** Figures as shares of the way from the least to the largest one, by index of the machine. */
export function heatShares({ values, low, high }: PlanHeat, ids: readonly string[]): (number | undefined)[] {
  return ids.map((id) => {
    const value = values.get(id);
    if (value === undefined) return undefined;
    return high > low ? (value - low) / (high - low) : 0.5;
  });
}

/** The ramp of a heat map between its least and its largest value. */
export function heatLegend(heat: PlanHeat, colours: Colours, noData: string): TemplateResult {
  const { title, values, low, high, text } = heat;
  if (values.size === 0) return html`<span class="caption" part="legend">${title}: ${noData}</span>`;
  const step = (of: (typeof heatSteps)[number]) =>
    html`<i ${properties({ '--_step': colours.of(`sequential-${of}`) })}></i>`;
  return html`<div class="legend" part="legend">
    <b>${title}</b>${text(low)}<span class="ramp">${heatSteps.map(step)}</span>${text(high)}
  </div>`;
}
