import { css, html, type TemplateResult } from 'lit';
import type { Terms } from '../locales/terms.js';
import type { ChartZoom } from './zoom.js';
import type { ZoomActions } from './zoom-actions.js';

/** The looks of {@link zoomControls}. */
export const zoomStyles = css`
  .zoom {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-inline-start: auto;
    white-space: nowrap;
  }
  .zoom .verb {
    margin-inline: 8px;
  }
  .zoom .plain {
    width: 28px;
    height: 28px;
    padding: 0;
    border: 1px solid var(--twin-color-line-regular);
    border-radius: var(--twin-radius-small);
    background: none;
    cursor: pointer;
  }
  .zoom .plain:hover {
    background: var(--twin-color-selection-wash);
  }
  .zoom svg {
    margin: auto;
  }
  .zoom [aria-disabled='true'] {
    color: var(--twin-color-text-tertiary);
    cursor: default;
  }
  .zoom.whole :is(.verb, .caption) {
    visibility: hidden;
  }
  @container (max-width: 640px) {
    .zoom.whole :is(.verb, .caption) {
      display: none;
    }
  }
  @media print {
    .zoom button {
      display: none;
    }
  }
`;

/** Buttons that zoom, for those without a wheel, and the time shown while it is less than the range. */
export function zoomControls(zoom: ChartZoom, terms: Terms): TemplateResult {
  const { isZoomed } = zoom;
  const act = (action: (actions: ZoomActions) => void) => () =>
    zoom.act((actions) => {
      action(actions);
      actions.say();
    });
  const showWhole = ({ currentTarget }: Event) => {
    // The button goes away, and the focus must not go with it.
    (currentTarget as HTMLElement).parentElement?.querySelector<HTMLElement>('.plain:last-child')?.focus();
    act((actions) => actions.whole())();
  };
  const sign = (path: string) =>
    html`<svg width="12" height="12" viewBox="0 0 12 12" fill="none" stroke="currentColor" stroke-width="1.5">
      <path d=${path} />
    </svg>`;
  return html`<span class=${isZoomed ? 'zoom' : 'zoom whole'} part="zoom">
    <span class="caption">${zoom.span()}</span>
    <button class="verb caption" @click=${showWhole}>${terms.wholeRange}</button>
    <button
      class="plain"
      aria-label=${terms.chartZoomOut}
      aria-disabled=${isZoomed ? 'false' : 'true'}
      @click=${act((actions) => actions.by(2))}
    >
      ${sign('M1 6h10')}
    </button>
    <button class="plain" aria-label=${terms.chartZoomIn} @click=${act((actions) => actions.by(0.5))}>
      ${sign('M1 6h10M6 1v10')}
    </button>
  </span>`;
}
