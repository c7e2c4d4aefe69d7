import { BufferAttribute, BufferGeometry, CanvasTexture, type Color, Mesh, MeshBasicMaterial } from 'three';

/** A line of text on the floor. */
export interface FloorText {
  readonly text: string;
  /** Where it begins in the space of three, and the middle of its height. */
  readonly x: number;
  readonly z: number;
  /** Metres: about the height of its letters. */
  readonly size: number;
  /** Radians, counter-clockwise seen from above. */
  readonly angle: number;
}

/** Pixels of the picture that holds all texts. */
const width = 2048;

/** More height is not asked for: the letters become smaller instead. */
const maxHeight = 2048;

/**
 * The lettering of all floors: one picture, one draw, in any script that the page has a font for.
 *
 * @param font - a CSS font family
 */
export class Lettering {
  readonly mesh: Mesh<BufferGeometry, MeshBasicMaterial>;

  constructor(texts: readonly FloorText[], font: string) {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d')!;
    let letters = 84;
    let rows = place(context, texts, font, letters);
    while (rows.height > maxHeight) rows = place(context, texts, font, (letters *= 0.8));
    const height = Math.max(64, 2 ** Math.ceil(Math.log2(rows.height)));
    canvas.width = width;
    canvas.height = height;
    setFont(context, font, letters);
    context.fillStyle = '#fff';
    const row = letters * 1.34;
    const positions: number[] = [];
    const uvs: number[] = [];
    const index: number[] = [];
    texts.forEach(({ text, x, z, size, angle }, i) => {
      const { left, top, wide } = rows.places[i];
      context.fillText(text, left + letters / 10, top + row / 2);
      const high = size * 1.34;
      const long = (high * wide) / row;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const first = positions.length / 3;
      for (const [u, v] of corners) {
        const [along, across] = [u * long, (v - 0.5) * high];
        positions.push(x + along * c + across * s, 0.035, z - along * s + across * c);
        uvs.push((left + u * wide) / width, 1 - (top + v * row) / height);
      }
      index.push(first, first + 2, first + 1, first, first + 3, first + 2);
    });
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
    geometry.setAttribute('uv', new BufferAttribute(new Float32Array(uvs), 2));
    geometry.setIndex(index);
    const map = new CanvasTexture(canvas);
    map.anisotropy = 8;
    const material = new MeshBasicMaterial({
      map,
      transparent: true,
      depthWrite: false,
      polygonOffset: true,
      polygonOffsetFactor: -1,
      polygonOffsetUnits: -1,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = this.mesh.matrixAutoUpdate = false;
    this.mesh.visible = texts.length > 0;
    this.mesh.name = 'lettering';
  }

  /** Paints the letters in another colour. */
  setColour(colour: Color): void {
    this.mesh.material.color.copy(colour);
  }

  /** Gives geometry, material and picture back. */
  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.map?.dispose();
    this.mesh.material.dispose();
  }
}

const corners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

function setFont(context: CanvasRenderingContext2D, font: string, pixels: number): void {
  context.font = `600 ${pixels}px ${font}`;
  context.textBaseline = 'middle';
  context.letterSpacing = `${pixels / 20}px`;
}

/** Where each text goes in the picture, row by row, and how high the picture becomes. */
function place(context: CanvasRenderingContext2D, texts: readonly FloorText[], font: string, pixels: number) {
  setFont(context, font, pixels);
  let [left, top] = [0, 0];
  const row = pixels * 1.34;
  const places = texts.map(({ text }) => {
    const wide = Math.min(width, Math.ceil(context.measureText(text).width + pixels / 5));
    if (left + wide > width) [left, top] = [0, top + row];
    const at = { left, top, wide };
    left += wide + 8;
    return at;
  });
  return { places, height: top + row };
}
