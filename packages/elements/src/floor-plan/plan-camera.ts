import type { PlanRectangle } from '../internal/plan-layout.js';

/** px of a metre beyond which nothing more is to be seen. */
const greatestScale = 90;
/** px that stay free around the plan: names and pins reach over the outermost machines. */
const margin = 28;

/** What part of the plan is seen, and how large. */
export class PlanCamera {
  /** px of a metre. */
  scale = 1;
  width = 0;
  height = 0;
  /** Metres of the plan in the middle of the view. */
  #x = 0;
  #y = 0;
  #bounds: PlanRectangle = { x: 0, y: 0, width: 1, depth: 1 };
  #isFitted = true;

  /** Whether all is seen. */
  get isFitted(): boolean {
    return this.#isFitted;
  }

  /** Tells what there is to see; what is seen stays, or is all of it. */
  look(bounds: PlanRectangle): void {
    this.#bounds = bounds;
    if (this.#isFitted) this.fit();
  }

  /** Tells the size of the view in px. */
  resize(width: number, height: number): void {
    if (width === this.width && height === this.height) return;
    this.width = width;
    this.height = height;
    if (this.#isFitted) this.fit();
  }

  /** Shows all. */
  fit(): void {
    const { x, y, width, depth } = this.#bounds;
    this.#isFitted = true;
    this.scale = this.#fitScale;
    this.#x = x + width / 2;
    this.#y = y + depth / 2;
  }

  /** Zooms by a factor around a px, whose place on the floor stays under it. */
  zoom(factor: number, x = this.width / 2, y = this.height / 2): void {
    const [atX, atY] = [this.metresX(x), this.metresY(y)];
    this.scale = Math.min(this.scale * factor, Math.max(greatestScale, this.#fitScale));
    if (this.scale <= this.#fitScale * 1.001) {
      this.fit();
      return;
    }
    this.#isFitted = false;
    this.#x += atX - this.metresX(x);
    this.#y += atY - this.metresY(y);
    this.#hold();
  }

  /** Moves what is seen by px. */
  pan(right: number, down: number): void {
    if (this.#isFitted) return;
    this.#x -= right / this.scale;
    this.#y += down / this.scale;
    this.#hold();
  }

  /** Moves as little as needed so that a place of the plan is seen. */
  reveal(x: number, y: number): void {
    const room = Math.min(80, this.width / 3, this.height / 3);
    const [px, py] = [this.x(x), this.y(y)];
    this.pan(
      Math.max(0, room - px) - Math.max(0, px - this.width + room),
      Math.max(0, room - py) - Math.max(0, py - this.height + room),
    );
  }

  /** px of a metre from the left, and from the top: away from the viewer is up. */
  x(metres: number): number {
    return this.width / 2 + (metres - this.#x) * this.scale;
  }

  y(metres: number): number {
    return this.height / 2 - (metres - this.#y) * this.scale;
  }

  metresX(x: number): number {
    return this.#x + (x - this.width / 2) / this.scale;
  }

  metresY(y: number): number {
    return this.#y - (y - this.height / 2) / this.scale;
  }

  get #fitScale(): number {
    const { width, depth } = this.#bounds;
    const room = (length: number) => Math.max(1, length - 2 * margin);
    return Math.min(room(this.width) / width, room(this.height) / depth, greatestScale);
  }

  /** The middle of the view stays on the plan. */
  #hold(): void {
    const { x, y, width, depth } = this.#bounds;
    this.#x = Math.max(x, Math.min(this.#x, x + width));
    this.#y = Math.max(y, Math.min(this.#y, y + depth));
  }
}
