import type { LabelAlign } from './time-ticks.js';

/** Writes on a canvas in the face of an element. */
export class Ink {
  readonly context: CanvasRenderingContext2D;
  readonly #family: string;

  constructor(context: CanvasRenderingContext2D, family: string) {
    this.context = context;
    this.#family = family;
  }

  /** Sets size in px and weight for what follows. */
  face(size: number, bold = false): this {
    this.context.font = `${bold ? 700 : 400} ${size}px ${this.#family}`;
    return this;
  }

  width(text: string): number {
    return this.context.measureText(text).width;
  }

  /** One line of text; with `halo`, its colour surrounds the letters so that lines behind do not disturb. */
  text(text: string, x: number, y: number, colour: string, align: LabelAlign = 'start', halo?: string): void {
    const { context } = this;
    // Time runs left to right in all languages, so start is left.
    context.textAlign = align === 'start' ? 'left' : align === 'end' ? 'right' : 'center';
    if (halo !== undefined) {
      context.lineJoin = 'round';
      context.lineWidth = 3.5;
      context.strokeStyle = halo;
      context.strokeText(text, x, y);
    }
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }

  /** A straight line of one colour, one px wide unless said otherwise. */
  line(x1: number, y1: number, x2: number, y2: number, colour: string, width = 1, dash: number[] = []): void {
    const { context } = this;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(dash);
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
    context.setLineDash([]);
  }
}

/** The middle of the device pixel that is nearest, so that a line of one px is sharp. */
export function sharp(position: number): number {
  return Math.round(position - 0.5) + 0.5;
}
