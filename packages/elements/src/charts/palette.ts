import type { Colours } from '../internal/colours.js';
import { type StatePalette, statePalette } from './state-forms.js';

const palettes = new WeakMap<Colours, { readonly revision: number; readonly palette: StatePalette }>();

/** The state palette of a place of the page, made anew only when its colours may have changed. */
export function paletteOf(colours: Colours): StatePalette {
  const known = palettes.get(colours);
  if (known?.revision === colours.revision) return known.palette;
  const palette = statePalette((role) => colours.of(role));
  palettes.set(colours, { revision: colours.revision, palette });
  return palette;
}
