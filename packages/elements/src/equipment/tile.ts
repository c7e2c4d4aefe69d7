import type { TileFigure, TileView } from './tile-view.js';

/** How much room a tile has. */
export type TileDensity = 'comfortable' | 'compact' | 'touch' | 'wall';

/** The density that a word means. */
export function tileDensity(word: string): TileDensity {
  return word === 'compact' || word === 'touch' || word === 'wall' ? word : 'comfortable';
}

/** The nodes inside a tile that are written to. */
interface Inside {
  readonly name: Text;
  readonly word: HTMLElement;
  readonly reason: HTMLElement;
  readonly duration: HTMLElement;
  readonly strip: HTMLCanvasElement;
  readonly figures: readonly HTMLElement[];
}

/**
 * The nodes of one tile. They keep their shape; a new view writes only what differs. Words and figures are generated
 * content, glyph and icon are outlines that a style sheet cuts out, so that a tile has ten nodes in itself. Screen
 * readers get one sentence instead.
 *
 * What is inside is made when it is shown: of 2,000 tiles few are seen at a time.
 */
export class Tile {
  readonly element = document.createElement('div');
  readonly #written = new Map<string, string>();
  #inside: Inside | undefined;

  /** @param role - `button` for a tile that stands alone, `option` for one of a list */
  constructor(role: 'button' | 'option') {
    this.element.setAttribute('part', 'base');
    this.element.setAttribute('role', role);
    this.setDensity('comfortable');
  }

  /** Where the states are painted. */
  get strip(): HTMLCanvasElement {
    return this.#nodes().strip;
  }

  /** Takes the room for its content. */
  setDensity(density: TileDensity): void {
    // A cell of a wall is a compact tile written large.
    this.attribute('class', density === 'wall' ? 'tile compact wall' : `tile ${density}`);
  }

  /** Shows a view; what is as before is not written again. */
  show(view: TileView): void {
    const { name, word, reason, duration } = this.#nodes();
    this.attribute('data-look', view.look);
    const before = this.#written.get('data-state');
    if (before !== view.state) this.attribute('data-wash', before && mayWash() ? '' : undefined);
    this.attribute('data-state', view.state);
    this.attribute('data-pale', view.look === 'stale' || view.state === 'offline' ? '' : undefined);
    this.attribute('aria-label', view.label || undefined);
    if (name.data !== view.name) name.data = view.name;
    write(word, 'text', view.word);
    // The narrow tile says both on one line where they fit, so both stand in one place.
    write(reason, 'word', view.word);
    write(reason, 'text', view.reason);
    write(duration, 'text', view.duration);
    for (const [index, figure] of view.figures.entries()) this.showFigure(index, figure);
  }

  /** Shows one of the three figures. */
  showFigure(index: number, { text, unit, caption }: TileFigure): void {
    const figure = this.#nodes().figures[index];
    write(figure, 'text', text);
    write(figure, 'unit', unit);
    write(figure, 'caption', caption);
  }

  /** Takes away what is inside; it is made again when it is shown again. */
  empty(): void {
    this.#inside = undefined;
    this.element.replaceChildren();
    this.attribute('data-look', undefined);
    this.attribute('data-state', undefined);
    this.attribute('data-wash', undefined);
    this.attribute('data-pale', undefined);
    this.attribute('data-icon', undefined);
  }

  /** Writes an attribute of the tile, or takes it away, if that changes anything. */
  attribute(name: string, value: string | undefined): void {
    if (this.#written.get(name) === value) return;
    if (value === undefined) {
      this.#written.delete(name);
      this.element.removeAttribute(name);
    } else {
      this.#written.set(name, value);
      this.element.setAttribute(name, value);
    }
  }

  #nodes(): Inside {
    return (this.#inside ??= fill(this.element));
  }
}

/** How many state rows of a page may settle within the time that it takes. */
const mostWashes = 3;
const washTime = 240;
let washes = 0;
let washesSince = 0;

function mayWash(): boolean {
  const now = performance.now();
  if (now - washesSince > washTime) {
    washesSince = now;
    washes = 0;
  }
  return ++washes <= mostWashes;
}

function write({ dataset }: HTMLElement, name: string, text: string): void {
  if ((dataset[name] ?? '') !== text) dataset[name] = text;
}

let model: DocumentFragment | undefined;

function fill(element: HTMLElement): Inside {
  element.append((model ??= makeModel()).cloneNode(true));
  const [name, state, duration, strip, ...figures] = element.children as unknown as HTMLElement[];
  const [word, reason] = state.children as unknown as HTMLElement[];
  return {
    name: name.firstChild as Text,
    word,
    reason,
    duration,
    strip: strip as HTMLCanvasElement,
    figures,
  };
}

function makeModel(): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(
    // A space, because an empty text would not be cloned.
    node('span', 'name', ' '),
    node('span', 'state', node('b', 'word'), node('span', 'reason')),
    node('span', 'duration'),
    node('canvas', 'strip'),
    ...[0, 1, 2].map(() => node('span', 'figure')),
  );
  return fragment;
}

function node(tag: string, name: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.setAttribute('part', name);
  element.append(...children);
  return element;
}
