import { BoardKeys } from './board-keys.js';
import { type BoardLayout, cellAt } from './board-layout.js';

/** What a board tells its input, and is told by it. */
export interface BoardInputHost {
  /** `undefined` while there is nothing to point at. */
  readonly layout: () => BoardLayout | undefined;
  readonly names: () => readonly string[];
  /** How far the board is scrolled, in px. */
  readonly top: () => number;
  /** The cell at which the keys begin. */
  readonly entry: () => number;
  /** Another cell is pointed at, or in another way: both may look different now. */
  readonly changed: (before: number, after: number) => void;
  readonly reveal: (index: number) => void;
  readonly select: (index: number) => void;
  /** Somebody is at the board. */
  readonly arrived: () => void;
}

/** Pointer and keys on a board: which cell each of them points at. */
export class BoardInput {
  /** The cell of the keys; -1 before their first use. */
  active = -1;
  /** The cell under the pointer; -1: none. */
  hovered = -1;
  isFocused = false;
  /** Whether the focus is to be seen, because it came by the keys. */
  hasRing = false;
  readonly #host: BoardInputHost;
  readonly #keys = new BoardKeys();

  constructor(board: HTMLElement, canvas: HTMLElement, host: BoardInputHost) {
    this.#host = host;
    board.addEventListener('keydown', (event) => this.#onKey(event, board));
    board.addEventListener('focus', () => this.#onFocus(board));
    board.addEventListener('blur', () => {
      this.isFocused = this.hasRing = false;
      host.changed(this.active, this.active);
    });
    canvas.addEventListener('pointermove', (event) => this.#hover(this.#under(event)));
    canvas.addEventListener('pointerleave', () => this.#hover(-1));
    canvas.addEventListener('click', (event) => this.#act(this.#under(event)));
  }

  /** The cell that the words are about: under the pointer, else that of the keys while they are at work; -1: none. */
  get shown(): number {
    return this.hovered >= 0 ? this.hovered : this.isFocused ? this.active : -1;
  }

  /** Points at nothing, because the machines are others. */
  reset(): void {
    this.active = this.hovered = -1;
  }

  #under({ offsetX, offsetY }: MouseEvent): number {
    const layout = this.#host.layout();
    return layout ? cellAt(layout, offsetX, offsetY + this.#host.top()) : -1;
  }

  #hover(index: number): void {
    const before = this.hovered;
    if (index === before) return;
    this.hovered = index;
    this.#host.changed(before, index);
  }

  #onFocus(board: HTMLElement): void {
    if (this.active < 0) this.active = this.#host.entry();
    this.isFocused = true;
    this.hasRing = board.matches(':focus-visible');
    this.#host.changed(this.active, this.active);
    this.#host.arrived();
  }

  #act(index: number): void {
    if (index < 0) return;
    const before = this.active;
    this.active = index;
    this.#host.changed(before, index);
    this.#host.select(index);
  }

  #onKey(event: KeyboardEvent, board: HTMLElement): void {
    const layout = this.#host.layout();
    if (!layout || this.active < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') this.#act(this.active);
    else {
      const isMirrored = getComputedStyle(board).direction === 'rtl';
      const next = this.#keys.next(event, this.active, layout, this.#host.names(), isMirrored);
      if (next === undefined) return;
      const before = this.active;
      this.active = next;
      this.hasRing = true;
      this.#host.reveal(next);
      this.#host.changed(before, next);
    }
    event.preventDefault();
  }
}
