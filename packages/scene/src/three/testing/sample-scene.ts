import { equipmentStates } from '@twinfloor/core';
import type { ModelName } from '../../models/models.js';
import { loadModels } from '../../models/models.js';
import type { SceneLayout, SceneMachine } from '../layout.js';
import { joinRenderer, type RendererClient, type SharedRenderer } from '../shared-renderer.js';
import { lightColours } from './sample-colours.js';
import { Workshop3d, type Workshop3dOptions } from '../workshop-3d.js';

/** A square for each state: what a sign looks like is a matter of pictures. */
const glyphs = equipmentStates.map(() => 'M6 6h12v12H6z');

/** So many machines of these types in turn, in rows of 20 on one floor, 8 m apart. */
export function sampleLayout(count: number, types: readonly ModelName[] = ['press']): SceneLayout {
  const machines = Array.from({ length: count }, (_, i): SceneMachine => {
    const at = { x: 6 + (i % 20) * 8, y: 6 + Math.floor(i / 20) * 8 };
    return { type: types[i % types.length], name: `M${i}`, ...at };
  });
  const [width, depth] = [Math.min(20, count) * 8 + 4, Math.ceil(count / 20) * 8 + 4];
  const aisles = [
    {
      points: [
        [0, 1.2],
        [width, 1.2],
      ],
      width: 2,
    },
  ];
  return { floors: [{ width, depth, zones: [], aisles }], machines };
}

/** A scene of 320 by 200 pixels in a light theme, drawn only by `frame()` until somebody lets it move. */
export async function sampleScene(
  layout: SceneLayout,
  options: Partial<Workshop3dOptions> = {},
): Promise<{ workshop: Workshop3d; canvas: HTMLCanvasElement }> {
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  const models = await loadModels(layout.machines.map(({ type }) => type));
  const workshop = new Workshop3d(canvas, layout, { models, glyphs, font: 'sans-serif', ...options });
  workshop.motion = false;
  workshop.setColours(lightColours);
  workshop.resize(320, 200, 1);
  return { workshop, canvas };
}

/** Takes part in the renderer of the page, to look at what it does. `leave` ends it. */
export function observedRenderer(): { renderer: SharedRenderer; leave(): void } {
  const client: RendererClient = { pictureSize: [1, 1], contextLost() {}, contextRestored() {} };
  const renderer = joinRenderer(client);
  if (!renderer) throw new Error('no WebGL');
  return { renderer, leave: () => renderer.leave(client) };
}

/** What a graphics context was asked to do. */
export interface Counted {
  draws: number;
  /** Bytes handed over by `bufferSubData`. */
  bytes: number;
  uploads: number;
  /** Gives the context its functions back. */
  end(): void;
}

/** Counts draws and uploads of a context; draws are carried out only if `drawn`. */
export function counted(context: WebGLRenderingContext | WebGL2RenderingContext, drawn = true): Counted {
  const gl = context as WebGL2RenderingContext;
  const count = { draws: 0, bytes: 0, uploads: 0, end: () => {} };
  const own = gl as unknown as Record<string, unknown>;
  const { bufferSubData, drawElements, drawElementsInstanced } = gl;
  own.bufferSubData = (
    ...values: [number, number, ArrayBufferView & { BYTES_PER_ELEMENT: number }, number?, number?]
  ) => {
    const [, , data, , length] = values;
    count.bytes += length === undefined ? data.byteLength : length * data.BYTES_PER_ELEMENT;
    count.uploads++;
    (bufferSubData as (...all: unknown[]) => void).apply(gl, values);
  };
  own.drawElements = (...values: Parameters<typeof drawElements>) => {
    count.draws++;
    if (drawn) drawElements.apply(gl, values);
  };
  own.drawElementsInstanced = (...values: Parameters<typeof drawElementsInstanced>) => {
    count.draws++;
    if (drawn) drawElementsInstanced.apply(gl, values);
  };
  count.end = () => {
    for (const name of ['bufferSubData', 'drawElements', 'drawElementsInstanced']) delete own[name];
  };
  return count;
}

/** The colour of a pixel of a canvas: red, green, blue. */
export function pixelOf(canvas: HTMLCanvasElement, x: number, y: number): number[] {
  return [...canvas.getContext('2d')!.getImageData(Math.round(x), Math.round(y), 1, 1).data].slice(0, 3);
}

/** Resolves after so many animation frames. */
export async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
}
