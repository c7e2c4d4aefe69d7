import { stateGlyphs } from '../internal/state-glyph.js';
import type { TileFigure, TileView } from './tile-view.js';

/** How much room a tile has. */
export type TileDensity = 'comfortable' | 'compact';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** The nodes inside a tile that are written to. */
interface Inside {
  readonly sentence: Text;
  readonly name: Text;
  readonly icon: SVGElement;
  readonly glyph: SVGElement;
  readonly word: Text;
  readonly reason: Text;
  readonly duration: Text;
  readonly strip: HTMLCanvasElement;
  readonly figures: readonly HTMLElement[];
}

/**
 * The nodes of one tile. They keep their shape; a new view writes only the texts and attributes that differ. Units
 * and captions are generated content, so that a tile has twelve elements beside its two icons. What is seen is
 * hidden from screen readers, which get one sentence instead.
 *
 * What is inside is made when it is first shown: of 2,000 tiles few are ever seen.
 */
export class Tile {
  readonly element = document.createElement('div');
  readonly #written = new Map<string, string>();
  #inside: Inside | undefined;

  /** @param role - `button` for a tile that stands alone, `option` for one of a list */
  constructor(role: 'button' | 'option') {
    this.element.className = 'tile';
    this.element.setAttribute('part', 'base');
    this.element.setAttribute('role', role);
  }

  /** Whether it was ever shown. */
  get filled(): boolean {
    return this.#inside !== undefined;
  }

  /** Where the states are painted. */
  get strip(): HTMLCanvasElement {
    return this.#nodes().strip;
  }

  /** Shows a view; what is as before is not written again. */
  show(view: TileView): void {
    const { sentence, name, glyph, word, reason, duration, figures } = this.#nodes();
    this.attribute('data-look', view.look);
    this.attribute('data-state', view.state);
    this.attribute('aria-label', undefined);
    write(sentence, view.label);
    this.#outline('glyph', glyph, stateGlyphs[view.state]);
    write(name, view.name);
    write(word, view.word);
    write(reason, view.reason);
    write(duration, view.duration);
    for (let index = 0; index < figures.length; index++) this.showFigure(index, view.figures[index]);
  }

  /** Shows one of the three figures. */
  showFigure(index: number, { text, unit, caption }: TileFigure): void {
    const figure = this.#nodes().figures[index];
    write(figure.firstChild as Text, text);
    const { dataset } = figure;
    if (dataset['unit'] !== unit) dataset['unit'] = unit;
    if (dataset['caption'] !== caption) dataset['caption'] = caption;
  }

  /** Shows the icon of the equipment's type, given as the `d` of a path. */
  showIcon(path: string): void {
    this.#outline('icon', this.#nodes().icon, path);
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

  #outline(key: string, path: SVGElement, outline: string): void {
    if (this.#written.get(key) === outline) return;
    this.#written.set(key, outline);
    path.setAttribute('d', outline);
  }

  #nodes(): Inside {
    return (this.#inside ??= fill(this.element));
  }
}

function fill(element: HTMLElement): Inside {
  const [sentence, name, word, reason, duration] = [0, 1, 2, 3, 4].map(() => document.createTextNode(''));
  const icon = document.createElementNS(svgNamespace, 'path');
  const glyph = document.createElementNS(svgNamespace, 'path');
  const strip = node('canvas', 'strip') as HTMLCanvasElement;
  const figures = [0, 1, 2].map(() => node('span', 'figure', document.createTextNode('')));
  const words = node('span', 'words', node('b', 'word', word), node('span', 'reason', reason));
  const spoken = node('span', 'hidden-text', sentence);
  spoken.removeAttribute('aria-hidden');
  element.append(
    spoken,
    node('span', 'name', name),
    drawing('icon', '20', icon),
    node('div', 'state', drawing('glyph', '14', glyph), words, node('span', 'duration', duration)),
    strip,
    ...figures,
  );
  return { sentence, name, icon, glyph, word, reason, duration, strip, figures };
}

function write(node: Text, text: string): void {
  if (node.data !== text) node.data = text;
}

function node(tag: string, name: string, ...children: Node[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.setAttribute('part', name);
  element.setAttribute('aria-hidden', 'true');
  element.append(...children);
  return element;
}

function drawing(name: string, size: string, path: SVGElement): SVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('class', name);
  svg.setAttribute('width', size);
  svg.setAttribute('height', size);
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path);
  return svg;
}
