import { MathUtils, type Object3D, Vector3 } from 'three';
import { cancelFrame, requestFrame } from './frames.js';
import type { SceneLayout } from './layout.js';
import { type Palette, paletteFrom, type SceneColours } from './palette.js';
import { joinRenderer, type RendererClient, type SharedRenderer } from './shared-renderer.js';
import { attentionBit, noState, selectedBit, statusByte, type StatusFlags } from './status.js';
import { type SceneView, Viewpoint } from './viewpoint.js';
import type { Projected, Workshop3dOptions } from './workshop-options.js';
import type { WorkshopScene } from './workshop-scene.js';

export type { Projected, Workshop3dOptions };

/** Milliseconds that a flash is on or off, as the language of motion says. */
const flash = 357;

/** CSS pixels of a metre below which models are coarse, parts stand still, and only faults have signs. */
const [fineFrom, movesFrom, signsFrom] = [14, 10, 12];

/** The code of the state `unknown`, in which machines begin. */
const unknown = 9;

const top = new Vector3();

/**
 * A workshop in 3D: draws machines in their states onto a canvas, and only when something has changed.
 *
 * It knows nothing of elements, twins and tokens: who uses it hands over a layout, colours and states, and is told what is at
 * a place of the picture. Coordinates are those of the workshop file in metres, angles are degrees, places of the picture
 * are CSS pixels. A machine is named by its index in the layout.
 *
 * ```ts
 * const models = await loadModels(layout.machines.map(({ type }) => type));
 * const workshop = new Workshop3d(canvas, layout, { models, glyphs, font });
 * const input = new OrbitInput(canvas, workshop, { onPick: (index) => workshop.select(index) });
 * workshop.setColours(colours);
 * workshop.resize(800, 500, devicePixelRatio);
 * workshop.setState(0, stateCode.running, {});
 * input.dispose();
 * workshop.dispose();
 * ```
 *
 * Whatever is set asks for a frame by itself; one that is not `visible` draws when it is so again.
 */
export class Workshop3d implements RendererClient {
  /** From where one looks; turns, moves, zooms, flies. */
  readonly view: Viewpoint;
  readonly pictureSize: [width: number, height: number] = [1, 1];
  readonly #context: CanvasRenderingContext2D;
  readonly #options: Workshop3dOptions;
  readonly #renderer: SharedRenderer;
  readonly #content: WorkshopScene;
  readonly #stateless: readonly boolean[];
  #palette: Palette | undefined;
  #selected = -1;
  #attention = 0;
  #visible = true;
  #due = true;
  /** Whether a frame has been asked for and has not come. */
  #asked = false;
  #motion = true;
  #flash: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;

  /**
   * @param canvas - shows the picture; it must not have been drawn on otherwise
   * @throws {RangeError} if a model is missing
   * @throws {Error} without WebGL 2; ask `canRender()` before
   */
  constructor(canvas: HTMLCanvasElement, layout: SceneLayout, options: Workshop3dOptions) {
    const renderer = joinRenderer(this, options);
    if (!renderer) throw new Error('this page has no WebGL 2');
    this.#renderer = renderer;
    this.#options = options;
    this.#stateless = layout.machines.map(({ stateless }) => stateless ?? false);
    try {
      this.#context = canvas.getContext('2d', { alpha: false })!;
      this.#content = options.models.sceneOf(layout, options, renderer.quality === 'high');
    } catch (error) {
      renderer.leave(this);
      throw error;
    }
    const { site } = this.#content;
    this.view = new Viewpoint(
      site,
      (machines) => this.#content.boxOf(machines),
      () => this.invalidate(),
    );
    for (let index = 0; index < this.count; index++) this.setState(index, unknown);
  }

  /** How many machines the layout has. */
  get count(): number {
    return this.#stateless.length;
  }

  /** The machine that is selected, or -1. */
  get selected(): number {
    return this.#selected;
  }

  /** Whether a picture is due: something has changed since the last one. */
  get needsFrame(): boolean {
    return this.#due;
  }

  /** Whether things may move: parts of running machines, flashes, flights of the camera. Default true. */
  get motion(): boolean {
    return this.#motion;
  }

  set motion(motion: boolean) {
    this.#motion = motion;
    if (!motion) this.view.stop();
    this.invalidate();
  }

  /** Whether things may move and pictures are made fast enough for it to look like moving. */
  get movesSmoothly(): boolean {
    return this.#motion && this.#renderer.quality === 'high';
  }

  /** Whether the canvas is on screen. While it is not, nothing is drawn. Default true. */
  get visible(): boolean {
    return this.#visible;
  }

  set visible(visible: boolean) {
    this.#visible = visible;
    if (!visible) this.#rest();
    else if (this.#due) this.#ask();
    else this.#goOn();
  }

  /** Paints with the colours of another place or theme. Before that, nothing is drawn. */
  setColours(colours: SceneColours): void {
    this.#palette = paletteFrom(colours);
    this.#content.setPalette(this.#palette);
    this.invalidate();
  }

  /** Sets the size of the picture in CSS pixels, and how many device pixels one of them has. */
  resize(width: number, height: number, ratio: number): void {
    const { canvas } = this.#context;
    canvas.width = this.pictureSize[0] = Math.max(1, Math.round(width * ratio));
    canvas.height = this.pictureSize[1] = Math.max(1, Math.round(height * ratio));
    const { uniforms } = this.#content;
    uniforms.pixel.value = ratio;
    uniforms.viewport.value.set(...this.pictureSize);
    this.view.resize(Math.max(1, width), Math.max(1, height));
    this.invalidate();
  }

  /**
   * Shows a machine in a state. A thing without a state takes the flags only.
   *
   * @param state - the code of the state, see `stateCode` of core
   */
  setState(index: number, state: number, flags: StatusFlags = {}): void {
    const { hall } = this.#content;
    const before = hall.statusOf(index);
    const byte = statusByte(this.#stateless[index] ? noState : state, flags, index === this.#selected);
    const isOther = hall.setAlarm(index, flags.alarm ?? 0);
    if (!hall.setStatus(index, byte) && !isOther) return;
    if ((byte ^ before) & attentionBit) this.#attention += byte & attentionBit ? 1 : -1;
    this.invalidate();
  }

  /** Selects a machine; -1 selects none. */
  select(index: number): void {
    if (index === this.#selected) return;
    const { hall } = this.#content;
    if (this.#selected >= 0) hall.setStatus(this.#selected, hall.statusOf(this.#selected) & ~selectedBit);
    if (index >= 0) hall.setStatus(index, hall.statusOf(index) | selectedBit);
    this.#selected = index;
    this.invalidate();
  }

  /**
   * Colours the floor below machines by a value in place of states; `undefined` shows the states again.
   *
   * @param values - 0 to 1 for each machine, from the low to the high end of the ramp; `undefined`: has none
   */
  setHeat(values: readonly (number | undefined)[] | undefined): void {
    const { hall, uniforms } = this.#content;
    const shown = values ? 1 : 0;
    let changed = uniforms.heatShown.value !== shown;
    uniforms.heatShown.value = shown;
    for (let index = 0; values && index < this.count; index++)
      changed = hall.setHeat(index, values[index]) || changed;
    if (changed) this.invalidate();
  }

  /**
   * Puts a machine, e.g. a vehicle, somewhere else on its floor.
   *
   * @param x - metres to the right
   * @param y - metres away from the viewer
   * @param heading - degrees counter-clockwise
   */
  place(index: number, x: number, y: number, heading: number): void {
    this.#content.place(index, this.#content.placeOf(index, x, y, heading));
    this.invalidate();
  }

  /**
   * Gives a machine a model of its own, e.g. of a glTF file: metres, y up, the middle of its foot at the origin, its front
   * towards +z. Its body stays as it is; plate and sign show the state. The scene disposes of it.
   */
  setModel(index: number, model: Object3D): void {
    this.#content.setModel(index, model);
    this.invalidate();
  }

  /** The machine at a place of the picture; -1 for none. */
  pick(x: number, y: number): number {
    const ray = this.view.rayThrough(x, y);
    return this.#content.hall.pick(this.view.camera.position, ray);
  }

  /** Where the top of a machine is in the picture. `out` is filled and given back. */
  project(index: number, out: Projected = { x: 0, y: 0, visible: false, distance: 0 }): Projected {
    const { camera, size } = this.view;
    const { hall } = this.#content;
    const { x, z } = hall.footOf(index);
    top.set(x, hall.sizeOf(index)[1] + 0.35, z);
    out.distance = top.distanceTo(camera.position);
    top.project(camera);
    out.x = ((top.x + 1) / 2) * size[0];
    out.y = ((1 - top.y) / 2) * size[1];
    out.visible = Math.abs(top.x) <= 1 && Math.abs(top.y) <= 1 && top.z < 1;
    return out;
  }

  /** Looks at a machine, or as a view says. With motion allowed the camera glides there, else it cuts. */
  flyTo(target: number | SceneView): void {
    this.view.flyTo(target, this.#motion);
  }

  /** Asks for a picture in the next frame. */
  invalidate(): void {
    this.#due = true;
    if (!this.#asked) this.#ask();
  }

  /** Draws at once; `now` is in milliseconds. Without colours and without a graphics context nothing happens. */
  frame(now: number): void {
    // Called out of turn, it need not be called again when its turn comes.
    if (this.#asked) cancelFrame(this);
    this.#asked = false;
    if (!this.#palette || this.#disposed || !this.#visible || this.#renderer.lost) return;
    this.#due = false;
    this.view.step(now);
    const { hall, uniforms, scene, shadowsDue } = this.#content;
    const { camera, pixelsPerMetre, size, distance } = this.view;
    this.#content.setDistance(distance);
    hall.setCoarse(pixelsPerMetre < fineFrom);
    hall.animated =
      this.#motion && this.#renderer.quality === 'high' && pixelsPerMetre > movesFrom && hall.moves;
    if (hall.animated) uniforms.clock.value = (now / 1000) % 60;
    uniforms.blink.value = this.#flashes ? Math.floor(now / flash) % 2 : 1;
    const scale = MathUtils.clamp(Math.min(...size) / 800, 0.8, 1.1);
    uniforms.signLevel.value = pixelsPerMetre > signsFrom ? scale : -scale;
    hall.flush();
    this.#renderer.draw(this, scene, camera, this.#palette.background, this.#context, shadowsDue);
    this.#content.shadowsDue = false;
    this.#goOn();
    this.#options.onFrame?.();
  }

  /** Called by the renderer. */
  contextLost(): void {
    this.#rest();
    this.#options.onLost?.(true);
  }

  /** Called by the renderer. */
  contextRestored(): void {
    this.#content.shadowsDue = true;
    this.invalidate();
    this.#options.onLost?.(false);
  }

  /** Gives back all that the scene holds. It is of no use after that. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#rest();
    this.#content.dispose();
    this.#renderer.leave(this);
  }

  get #flashes(): boolean {
    return this.#motion && this.#attention > 0;
  }

  /** While something moves, the next frame; while something flashes, one at each change. */
  #goOn(): void {
    clearTimeout(this.#flash);
    if (this.#disposed) return;
    if (this.view.flying || this.#content.hall.animated) this.#ask();
    else if (this.#flashes)
      this.#flash = setTimeout(() => this.invalidate(), flash - (performance.now() % flash));
  }

  #ask(): void {
    if (!this.#visible || this.#disposed) return;
    this.#asked = true;
    requestFrame(this);
  }

  #rest(): void {
    clearTimeout(this.#flash);
    cancelFrame(this);
    this.#asked = false;
  }
}
