import type { EquipmentState } from '@twinfloor/core';
import { stateGlyphs } from '../internal/state-glyph.js';
import type { TileFigure, TileView } from './tile-view.js';

/** How much room a tile has. */
export type TileDensity = 'comfortable' | 'compact';

const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * The nodes of one tile. They are made once and keep their shape; a new view writes only the texts and attributes
 * that differ. Units and captions are generated content, so that a tile has eleven elements beside its two icons.
 */
export class Tile {
  readonly element = document.createElement('div');
  readonly strip = document.createElement('canvas');
  readonly #name = document.createTextNode('');
  readonly #word = document.createTextNode('');
  readonly #reason = document.createTextNode('');
  readonly #duration = document.createTextNode('');
  readonly #figures = [0, 1, 2].map(() => document.createTextNode(''));
  readonly #cells: readonly HTMLElement[];
  readonly #icon = outline('icon', '20');
  readonly #glyph = outline('glyph', '14');
  readonly #written = new Map<string, string>();
  #state: EquipmentState | undefined;

  /** @param role - `button` for a tile that stands alone, `option` for one of a list */
  constructor(role: 'button' | 'option') {
    const { element } = this;
    element.className = 'tile';
    element.setAttribute('part', 'base');
    element.setAttribute('role', role);
    const words = node('span', 'words', node('b', 'word', this.#word), node('span', 'reason', this.#reason));
    const duration = node('span', 'duration', this.#duration);
    this.#cells = this.#figures.map((text) => node('span', 'figure', text));
    this.strip.className = 'strip';
    this.strip.setAttribute('part', 'strip');
    element.append(
      node('span', 'name', this.#name),
      this.#icon.svg,
      node('div', 'state', this.#glyph.svg, words, duration),
      this.strip,
      ...this.#cells,
    );
  }

  /** Shows a view; what is as before is not written again. */
  show(view: TileView): void {
    const { look, state, label } = view;
    this.attribute('data-look', look);
    this.attribute('aria-label', label);
    if (state !== this.#state) {
      this.#state = state;
      this.attribute('data-state', state);
      this.#glyph.path.setAttribute('d', stateGlyphs[state]);
    }
    write(this.#name, view.name);
    write(this.#word, view.word);
    write(this.#reason, view.reason);
    write(this.#duration, view.duration);
    view.figures.forEach((figure, index) => this.showFigure(index, figure));
  }

  /** Shows one of the three figures. */
  showFigure(index: number, { text, unit, caption }: TileFigure): void {
    write(this.#figures[index], text);
    const cell = this.#cells[index];
    if (cell.dataset['unit'] !== unit) cell.dataset['unit'] = unit;
    if (cell.dataset['caption'] !== caption) cell.dataset['caption'] = caption;
  }

  /** Shows the icon of the equipment's type, given as the `d` of a path. */
  showIcon(path: string): void {
    if (this.#written.get('icon') === path) return;
    this.#written.set('icon', path);
    this.#icon.path.setAttribute('d', path);
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
}

function write(node: Text, text: string): void {
  if (node.data !== text) node.data = text;
}

function node(tag: string, name: string, ...children: Node[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.setAttribute('part', name);
  element.append(...children);
  return element;
}

function outline(name: string, size: string): { svg: SVGElement; path: SVGElement } {
  const svg = document.createElementNS(svgNamespace, 'svg');
  const path = document.createElementNS(svgNamespace, 'path');
  svg.setAttribute('class', name);
  svg.setAttribute('width', size);
  svg.setAttribute('height', size);
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path);
  return { svg, path };
}
