import type { EquipmentOee } from '@twinfloor/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../internal/language.js';
import { properties } from '../internal/properties.js';

/** What is drawn beside the figures of an OEE. */
export interface BarOptions {
  readonly oee: EquipmentOee;
  /** As a fraction of one. */
  readonly target: number | undefined;
  readonly language: Language;
  /** Width of the bars in px, for the places of labels only. */
  readonly width: number;
}

interface Factor {
  readonly key: 'availability' | 'performance' | 'quality';
  readonly value: number | undefined;
  /** Product of the factors before it, and with it. */
  readonly before: number;
  readonly after: number;
}

/** Three bars on one scale: A, then A × P, then A × P × Q, each with what that factor lost. */
export function bars({ oee, target, language, width }: BarOptions): TemplateResult {
  const factors = factorsOf(oee);
  return html`<div class="bars" part="bars">
    ${factors.map((factor, index) => bar(factor, index, factors.length, language))}
    ${target === undefined ? nothing : html`<div class="target" ${properties({ '--_at': target })}></div>`}
    ${foot(oee, target, width, language)}
  </div>`;
}

/** The factors that have a value; those after one that has none cannot be told. */
function factorsOf({ availability, performance, quality }: EquipmentOee): Factor[] {
  const factors: Factor[] = [];
  let before = 1;
  for (const [key, value] of [
    ['availability', availability],
    ['performance', performance],
    ['quality', quality],
  ] as const) {
    if (value === undefined) break;
    factors.push({ key, value, before, after: before * value });
    before *= value;
  }
  return factors;
}

function bar(
  { key, value, before, after }: Factor,
  index: number,
  count: number,
  { terms, formats }: Language,
): TemplateResult {
  const name = terms[key];
  const lost = after - before;
  return html`<div class="factor" part="factor" data-factor=${key}>
    <span>${index > 0 ? `× ${name}` : name}</span>
    <span class="share"
      >${value === undefined ? terms.none : formats.number(value * 100, 1)}<span class="unit"
        >${formats.unit('%')}</span
      ></span
    >
    <span class="lost"
      ><span class="points">${formats.signed(lost * 100, 1)}</span
      ><span class="quiet">${formats.unit(terms.points)}</span></span
    >
    <div
      class=${index === count - 1 ? 'bar last' : 'bar'}
      ${properties({ '--_kept': Math.min(after, 1), '--_before': Math.min(Math.max(before, after), 1) })}
    ></div>
  </div>`;
}

/** Rough width of a label of 11 px, to keep labels apart without measuring. */
const labelWidth = (text: string) => text.length * 6.2;

const side = (before: boolean) => (before ? 'before' : 'after');

/** Bounds and target are named under the last bar, on one line where both find room. */
function foot(
  oee: EquipmentOee,
  target: number | undefined,
  width: number,
  { terms, formats }: Language,
): TemplateResult {
  // Where the availability stands alone, so do its bounds.
  const bounds = oee.value === undefined ? oee.availabilityBounds : oee.bounds;
  const wide = bounds !== undefined && bounds.high - bounds.low > 0.0005;
  const boundsText = wide
    ? terms.bounds(formats.number(bounds.low * 100, 1), formats.percent(bounds.high))
    : '';
  const targetText = target === undefined ? '' : terms.target(formats.percent(target, 0));
  const low = wide ? Math.min(bounds.low, 1) : 0;
  const high = wide ? Math.min(bounds.high, 1) : 0;
  const boundsWidth = labelWidth(boundsText) + 8;
  const targetWidth = labelWidth(targetText) + 8;
  // Left of the bracket, else right of it, else below it at the end of the scale.
  const fits = low * width > boundsWidth;
  const below = !fits && high * width + boundsWidth > width;
  const boundsBefore = fits || below;
  const boundsEnd = fits ? low : below ? 1 : high;
  const boundsFrom = boundsEnd * width - (boundsBefore ? boundsWidth : 0);
  const at = (target ?? 0) * width;
  // The line of the target would run through the words of the bounds: then these stand below its end.
  const crossed = boundsFrom < at && at < boundsFrom + boundsWidth;
  const targetBefore = (crossed && at < low * width) || width - at < targetWidth;
  const targetFrom = at - (targetBefore ? targetWidth : 0);
  const apart =
    Math.max(high * width + 4, boundsFrom + boundsWidth) <= targetFrom ||
    targetFrom + targetWidth <= Math.min(low * width - 4, boundsFrom);
  const rows = crossed || below ? 'swapped' : wide && target !== undefined && !apart ? 'two' : '';
  return html`<div class=${`foot ${rows}`}>
    ${
      wide
        ? html`<span class="bracket" ${properties({ '--_low': low, '--_high': high })}></span>
            <span class=${`caption ${side(boundsBefore)}`} ${properties({ '--_at': boundsEnd })}
              >${boundsText}</span
            >`
        : nothing
    }
    ${
      target === undefined
        ? nothing
        : html`<span class=${`caption target-label ${side(targetBefore)}`} ${properties({ '--_at': target })}
            >${targetText}</span
          >`
    }
  </div>`;
}
