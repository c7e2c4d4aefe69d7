import type { ColorRole } from '../themes/tokens.js';
import { onAppearanceChange } from './appearance.js';

/** The colours of one place of the page, for painters that CSS does not reach. */
export interface Colours {
  /** The colour of a role as CSS text, e.g. `#319761`. */
  of(role: ColorRole): string;
  /** Grows by one each time that colours may have changed, so that painters know when to paint anew. */
  readonly revision: number;
}

const places = new WeakMap<Element, TokenColours>();
let revision = 0;
let watching = false;

/**
 * The colours that hold at an element. Each token is read from the computed style once and again only after
 * theme, language or direction of the page have changed. Elements that share a theme should ask for that of their
 * provider, so that it is read once for all of them.
 */
export function coloursAt(place: Element): Colours {
  // Never ended: one listener for the life of the page costs less than counting the painters.
  if (!watching) onAppearanceChange(() => revision++);
  watching = true;
  let colours = places.get(place);
  if (!colours) places.set(place, (colours = new TokenColours(place)));
  return colours;
}

class TokenColours implements Colours {
  readonly #style: CSSStyleDeclaration;
  readonly #known = new Map<ColorRole, string>();
  #seen = -1;

  constructor(place: Element) {
    this.#style = getComputedStyle(place);
  }

  get revision(): number {
    return revision;
  }

  of(role: ColorRole): string {
    if (this.#seen !== revision) {
      this.#known.clear();
      this.#seen = revision;
    }
    let colour = this.#known.get(role);
    if (colour === undefined) {
      // A token may be missing only where a page has taken it away; then ink is drawn.
      colour = this.#style.getPropertyValue(`--twin-color-${role}`).trim() || 'CanvasText';
      this.#known.set(role, colour);
    }
    return colour;
  }
}
