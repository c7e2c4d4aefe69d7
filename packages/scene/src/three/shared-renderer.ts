import { type Camera, type Color, NoToneMapping, PCFShadowMap, type Scene, WebGLRenderer } from 'three';

/** How pictures are made. Software draws without antialiasing and shadow maps: they cost it half of its time. */
export type Quality = 'high' | 'low';

/** A scene as the renderer sees it. */
export interface RendererClient {
  /** Width and height of its picture in device pixels. */
  readonly pictureSize: readonly [width: number, height: number];
  /** The graphics context has been lost: nothing can be drawn until it is back. */
  contextLost(): void;
  /** The graphics context is back: everything has to be drawn anew. */
  contextRestored(): void;
}

/** What a renderer may be asked for; the first scene of a page decides. */
export interface RendererOptions {
  /** Default: low where a program draws in place of a graphics card. */
  readonly quality?: Quality;
}

/** Milliseconds that a renderer waits for another scene before it goes: an element that is moved leaves and comes back. */
const grace = 1000;

let shared: SharedRenderer | undefined;

/** Whether a program draws in place of a graphics card; `undefined` without WebGL. Asked once. */
let software: { readonly value: boolean | undefined } | undefined;

/** Whether this page can show 3D at all. */
export function canRender(): boolean {
  return drawnBySoftware() !== undefined;
}

/**
 * The one renderer of the page, however many scenes it has. Each scene that takes part calls `leave` when it goes.
 *
 * @returns `undefined` without WebGL 2
 */
export function joinRenderer(
  client: RendererClient,
  options: RendererOptions = {},
): SharedRenderer | undefined {
  const slow = drawnBySoftware();
  if (slow === undefined) return undefined;
  try {
    shared ??= new SharedRenderer(options.quality ?? (slow ? 'low' : 'high'), () => (shared = undefined));
  } catch {
    // The browser refuses a graphics context, e.g. because the page has too many.
    return undefined;
  }
  shared.join(client);
  return shared;
}

/**
 * Draws the scenes of a page, one after the other, into one canvas that nobody sees, and copies each picture to the
 * canvas of its scene: a browser gives a page only some sixteen graphics contexts.
 */
export class SharedRenderer {
  readonly quality: Quality;
  readonly #three: WebGLRenderer;
  readonly #clients = new Set<RendererClient>();
  readonly #gone: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lost = false;

  /** @param gone - called when the renderer has given its context back */
  constructor(quality: Quality, gone: () => void) {
    this.quality = quality;
    this.#gone = gone;
    const high = quality === 'high';
    this.#three = new WebGLRenderer({ antialias: high, alpha: false, powerPreference: 'high-performance' });
    const { shadowMap, domElement } = this.#three;
    // A token is the same red in a tile and on a lamp.
    this.#three.toneMapping = NoToneMapping;
    // Scenes put their things in the order in which they are drawn.
    this.#three.sortObjects = false;
    this.#three.setScissorTest(true);
    shadowMap.enabled = high;
    shadowMap.type = PCFShadowMap;
    shadowMap.autoUpdate = false;
    domElement.addEventListener('webglcontextlost', this.#onLost);
    domElement.addEventListener('webglcontextrestored', this.#onRestored);
  }

  /** Whether there is no graphics context at the moment. */
  get lost(): boolean {
    return this.#lost;
  }

  /** What three says of its work: draw calls, triangles, geometries, textures, programs. */
  get info(): WebGLRenderer['info'] {
    return this.#three.info;
  }

  /** The context that all draw with, for those who count or end it. */
  get context(): WebGLRenderingContext | WebGL2RenderingContext {
    return this.#three.getContext();
  }

  /** Takes a scene in. */
  join(client: RendererClient): void {
    this.#clients.add(client);
    clearTimeout(this.#timer);
  }

  /** Lets a scene go. With the last one goes the renderer, after a second in which another may come. */
  leave(client: RendererClient): void {
    this.#clients.delete(client);
    clearTimeout(this.#timer);
    if (this.#clients.size === 0) this.#timer = setTimeout(() => this.dispose(), grace);
  }

  /**
   * Draws a scene.
   *
   * @param into - the canvas of the scene
   * @param shadows - whether the shadow map is drawn anew
   */
  draw(
    client: RendererClient,
    scene: Scene,
    camera: Camera,
    background: Color,
    into: CanvasRenderingContext2D,
    shadows: boolean,
  ): void {
    if (this.#lost) return;
    const [width, height] = client.pictureSize;
    const three = this.#three;
    this.#fit();
    three.setViewport(0, 0, width, height);
    three.setScissor(0, 0, width, height);
    three.setClearColor(background);
    three.shadowMap.needsUpdate = shadows && three.shadowMap.enabled;
    three.render(scene, camera);
    const { domElement } = three;
    into.drawImage(domElement, 0, domElement.height - height, width, height, 0, 0, width, height);
  }

  /** Gives the graphics context back. */
  dispose(): void {
    clearTimeout(this.#timer);
    const { domElement } = this.#three;
    domElement.removeEventListener('webglcontextlost', this.#onLost);
    domElement.removeEventListener('webglcontextrestored', this.#onRestored);
    this.#three.dispose();
    this.#three.forceContextLoss();
    this.#gone();
  }

  /** Makes the hidden canvas as large as the largest picture. */
  #fit(): void {
    let [width, height] = [1, 1];
    for (const { pictureSize } of this.#clients) {
      width = Math.max(width, pictureSize[0]);
      height = Math.max(height, pictureSize[1]);
    }
    const { domElement } = this.#three;
    if (domElement.width !== width || domElement.height !== height) this.#three.setSize(width, height, false);
  }

  readonly #onLost = (): void => {
    this.#lost = true;
    for (const client of [...this.#clients]) client.contextLost();
  };

  readonly #onRestored = (): void => {
    this.#lost = false;
    for (const client of [...this.#clients]) client.contextRestored();
  };
}

function drawnBySoftware(): boolean | undefined {
  if (!software) {
    const context = document.createElement('canvas').getContext('webgl2');
    const names = context?.getExtension('WEBGL_debug_renderer_info');
    const name =
      context && String(context.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : context.RENDERER));
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    const value = name ? /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name) : undefined;
    software = { value: name === null ? undefined : value };
  }
  return software.value;
}
