import type { ConnectionState, EquipmentState } from '@twinfloor/core';
import { svg, type TemplateResult } from 'lit';
import { stateGlyphs } from './state-outlines.js';

export { stateGlyphs };

/** The state whose glyph also says how a connection stands: the same shapes mean the same things. */
export const connectionGlyph: Readonly<Record<ConnectionState, EquipmentState>> = {
  live: 'running',
  connecting: 'setup',
  waiting: 'unknown',
  failed: 'fault',
  stopped: 'offline',
};

/**
 * The glyph of a state in the current colour. It is silent for screen readers: the word stands beside it.
 *
 * @param size - pixels, 12 or more
 */
export function stateGlyph(state: EquipmentState, size = 14): TemplateResult {
  return glyph(stateGlyphs[state], size);
}

function glyph(outline: string, size: number): TemplateResult {
  return svg`<svg class="glyph" width=${size} height=${size} viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" fill-rule="evenodd" d=${outline}></path></svg>` as TemplateResult;
}
