import { MathUtils, type Object3D, Scene, Fog, Box3, Vector3 } from 'three';
import type { Models } from '../models/models.js';
import { building } from './building.js';
import { floorTexts } from './floor-texts.js';
import { cancelFrame, requestFrame } from './frames.js';
import { Hall } from './hall.js';
import { type SceneLayout, siteBounds } from './layout.js';
import { Lettering } from './lettering.js';
import { plates, signs } from './marks.js';
import { disposeObject } from './dispose-object.js';
import { type Margins, narrowMargins, OrbitCamera, type ViewBox } from './orbit-camera.js';
import { paletteFrom, type Palette, type SceneColours } from './palette.js';
import { joinRenderer, type Quality, type RendererClient, type SharedRenderer } from './shared-renderer.js';
import { signAtlas } from './sign-atlas.js';
import { statusByte, selectedBit, type StatusFlags } from './status.js';
import { Sun } from './sun.js';
import { Table } from './table.js';
import { Uniforms } from './uniforms.js';

/** What a scene is made with. */
export interface Workshop3dOptions {
  /** The models of all types in the layout, see `loadModels`. */
  readonly models: Models;
  /** Outlines of the state glyphs on a grid of 24 (rule even-odd), in the order of the codes of states. */
  readonly glyphs: readonly string[];
  /** CSS font family of the lettering on the floor. */
  readonly font: string;
  /** Default: low where a program draws in place of a graphics card. */
  readonly quality?: Quality;
  /** Called after each picture, for what is laid over it. */
  readonly onFrame?: () => void;
  /** Called when the graphics context goes (true) and when it is back (false). */
  readonly onLost?: (lost: boolean) => void;
}

/** Where one looks from and at what. */
export interface SceneView {
  /** Indices of the machines in the middle. Default: the whole site. */
  readonly machines?: readonly number[];
  /** Degrees, 0 from the front, 90 from the right. Default: as now. */
  readonly azimuth?: number;
  /** Degrees above the floor, 8 to 87. Default: as now. */
  readonly elevation?: number;
}

/** Where a machine is in the picture, in CSS pixels from its top left corner. */
export interface Projected {
  x: number;
  y: number;
  /** Whether that is within the picture. */
  visible: boolean;
  /** Metres from the eye. */
  distance: number;
}

/** Milliseconds: the camera goes to a machine, a flash is on or off. Both as the language of motion says. */
const [glide, flash] = [400, 357];

/** CSS pixels of a metre below which models are coarse, parts stand still, and only faults have signs. */
const [fineFrom, movesFrom, signsFrom] = [14, 10, 12];

const foot = new Vector3();
const ray = new Vector3();

/**
 * A workshop in 3D: draws machines in their states onto a canvas, and only when something has changed.
 *
 * It knows nothing of elements, twins and tokens: who uses it hands over a layout, colours and states, and is told what is at
 * a place of the picture. Coordinates are those of the workshop file, angles are degrees. A machine is named by its index
 * in the layout.
 *
 * ```ts
 * const models = await loadModels(layout.machines.map(({ type }) => type));
 * const workshop = new Workshop3d(canvas, layout, { models, glyphs, font });
 * workshop.setColours(colours);
 * workshop.resize(800, 500, devicePixelRatio);
 * workshop.setState(0, stateCode.running, {});
 * workshop.dispose();
 * ```
 *
 * Whatever is set asks for a frame by itself; a scene that is not `visible` asks when it is so again.
 */
export class Workshop3d implements RendererClient {
  readonly camera = new OrbitCamera();
  readonly pictureSize: [width: number, height: number] = [1, 1];
  readonly #context: CanvasRenderingContext2D;
  readonly #layout: SceneLayout;
  readonly #options: Workshop3dOptions;
  readonly #renderer: SharedRenderer;
  readonly #uniforms = new Uniforms();
  readonly #scene = new Scene();
  readonly #fog = new Fog(0, 1, 2);
  readonly #hall: Hall;
  readonly #lettering: Lettering;
  readonly #table: Table;
  readonly #sun: Sun;
  readonly #marks;
  readonly #origin: { readonly x: number; readonly y: number };
  readonly #site: ViewBox;
  readonly #own: Object3D[] = [];
  #palette: Palette | undefined;
  #selected = -1;
  #attention = 0;
  #size: [number, number] = [1, 1];
  #margins = narrowMargins;
  #untouched = true;
  #shadowsDue = true;
  #visible = true;
  #due = true;
  #motion = true;
  #flash: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;

  /**
   * @param canvas - shows the picture; it must not have been used for something else
   * @throws {RangeError} if a model is missing
   * @throws {Error} without WebGL; ask `canRender()` before
   */
  constructor(canvas: HTMLCanvasElement, layout: SceneLayout, options: Workshop3dOptions) {
    const renderer = joinRenderer(this, options);
    if (!renderer) throw new Error('this page has no WebGL 2');
    this.#renderer = renderer;
    this.#options = options;
    this.#layout = layout;
    this.#context = canvas.getContext('2d', { alpha: false })!;
    const site = siteBounds(layout.floors);
    const [width, depth] = [site.right - site.left, site.far - site.near];
    this.#origin = { x: (site.left + site.right) / 2, y: (site.near + site.far) / 2 };
    this.#site = { x0: -width / 2, x1: width / 2, z0: -depth / 2, z1: depth / 2, y1: 2 };
    const high = renderer.quality === 'high';
    const machines = layout.machines.map((machine, index) => ({
      type: machine.type,
      ...this.#toSpace(index, machine.x, machine.y, machine.rotation ?? 0),
      size: [machine.width, machine.height, machine.depth],
      stateless: machine.stateless ?? false,
    }));
    this.#hall = new Hall(machines, options.models, building(layout.floors), this.#uniforms, high);
    this.#uniforms.icons.value = signAtlas(options.glyphs);
    const feet = machines.map((machine, index) => {
      const [wide, , deep] = this.#hall.sizeOf(index);
      return { ...machine, width: wide, depth: deep };
    });
    this.#lettering = new Lettering(floorTexts(layout, feet), options.font);
    this.#table = new Table(layout.floors, site);
    this.#sun = new Sun(width, depth, high);
    this.#marks = [plates(this.#hall, this.#uniforms), signs(this.#hall, this.#uniforms)];
    const [below, above] = this.#marks;
    const { sun, sky } = this.#sun;
    this.#scene.fog = this.#fog;
    this.#scene.matrixWorldAutoUpdate = false;
    // In the order in which they are drawn, for the renderer does not sort.
    this.#scene.add(
      this.#table.mesh,
      this.#hall.group,
      this.#lettering.mesh,
      below,
      above,
      sky,
      sun,
      sun.target,
    );
    layout.machines.forEach(({ stateless }, index) => {
      if (!stateless) this.setState(index, unknown, {});
    });
  }

  /** How many machines the layout has. */
  get count(): number {
    return this.#hall.count;
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
    if (!motion) this.camera.stop();
    this.invalidate();
  }

  /** Whether the canvas is on screen. While it is not, nothing is drawn. Default true. */
  get visible(): boolean {
    return this.#visible;
  }

  set visible(visible: boolean) {
    this.#visible = visible;
    if (visible && this.#due) requestFrame(this);
    if (visible) this.#schedule();
    else this.#rest();
  }

  /** Paints with the colours of another place or theme. */
  setColours(colours: SceneColours): void {
    const palette = paletteFrom(colours);
    this.#palette = palette;
    this.#uniforms.setPalette(palette);
    this.#lettering.setColour(palette.lettering);
    this.#table.setPalette(palette);
    this.#sun.setPalette(palette);
    this.#fog.color.copy(palette.background);
    this.invalidate();
  }

  /** Sets the size of the picture in CSS pixels, and the device pixels in one of them. Until the first touch it stays fitted. */
  resize(width: number, height: number, ratio: number): void {
    this.#size = [Math.max(1, width), Math.max(1, height)];
    const { canvas } = this.#context;
    canvas.width = this.pictureSize[0] = Math.max(1, Math.round(width * ratio));
    canvas.height = this.pictureSize[1] = Math.max(1, Math.round(height * ratio));
    this.camera.camera.aspect = this.#size[0] / this.#size[1];
    this.#uniforms.pixel.value = ratio;
    this.#uniforms.viewport.value.set(...this.pictureSize);
    if (this.#untouched) this.fit(this.#margins);
    this.invalidate();
  }

  /**
   * Shows a machine in a state.
   *
   * @param state - the code of the state, see `stateCode` of core
   */
  setState(index: number, state: number, flags: StatusFlags): void {
    const before = this.#hall.statusOf(index);
    const byte = statusByte(state, flags, index === this.#selected);
    if (!this.#hall.setStatus(index, byte)) return;
    this.#attention += (byte >> 7) - (before >> 7);
    this.invalidate();
  }

  /** Selects a machine; -1 selects none. */
  select(index: number): void {
    if (index === this.#selected) return;
    for (const [machine, on] of [
      [this.#selected, false],
      [index, true],
    ] as const) {
      if (machine < 0) continue;
      const byte = this.#hall.statusOf(machine);
      this.#hall.setStatus(machine, on ? byte | selectedBit : byte & ~selectedBit);
    }
    this.#selected = index;
    this.invalidate();
  }

  /**
   * Colours the floor below machines by a value in place of states; `undefined` shows the states again.
   *
   * @param values - 0 to 1 for each machine, from the low to the high end of the ramp; `undefined`: has none
   */
  setHeat(values: readonly (number | undefined)[] | undefined): void {
    const shown = values ? 1 : 0;
    const changed = this.#uniforms.heatShown.value !== shown;
    this.#uniforms.heatShown.value = shown;
    let moved = false;
    for (let index = 0; values && index < this.count; index++)
      moved = this.#hall.setHeat(index, values[index]) || moved;
    if (changed || moved) this.invalidate();
  }

  /**
   * Puts a machine, e.g. a vehicle, somewhere else on its floor.
   *
   * @param x - metres to the right
   * @param y - metres away from the viewer
   * @param heading - degrees counter-clockwise
   */
  place(index: number, x: number, y: number, heading: number): void {
    const at = this.#toSpace(index, x, y, heading);
    this.#hall.place(index, at.x, at.z, at.angle);
    this.#shadowsDue ||= this.#layout.machines[index].type !== 'vehicle';
    this.invalidate();
  }

  /**
   * Gives a machine a model of its own, e.g. of a glTF file: metres, y up, its foot at the origin. It stays neutral in
   * colour; plate and sign show the state. The scene disposes of it.
   */
  setModel(index: number, model: Object3D): void {
    const { x, z } = this.#hall.footOf(index);
    const { floor, rotation = 0 } = this.#layout.machines[index];
    void floor;
    model.position.set(x, 0, z);
    model.rotation.y = MathUtils.degToRad(rotation);
    const size = new Box3().setFromObject(model, true).getSize(new Vector3());
    const turned = Math.abs(Math.sin(model.rotation.y)) > 0.7;
    this.#hall.hide(index, [turned ? size.z : size.x, size.y, turned ? size.x : size.z]);
    model.traverse((part) => {
      part.castShadow = part.receiveShadow = true;
      part.frustumCulled = false;
    });
    model.updateMatrixWorld(true);
    this.#own.push(model);
    // Below what is see-through: three draws solid things first by itself.
    this.#scene.add(model);
    this.#shadowsDue = true;
    this.invalidate();
  }

  /** The machine at a place of the picture, in CSS pixels from its top left corner; -1 for none. */
  pick(x: number, y: number): number {
    this.camera.apply();
    const { camera } = this.camera;
    ray
      .set((x / this.#size[0]) * 2 - 1, 1 - (y / this.#size[1]) * 2, 0.5)
      .unproject(camera)
      .sub(camera.position);
    return this.#hall.pick(camera.position.toArray(), ray.toArray());
  }

  /** Where the top of a machine is in the picture. `out` is filled and given back. */
  project(index: number, out: Projected = { x: 0, y: 0, visible: false, distance: 0 }): Projected {
    const { camera } = this.camera;
    const { x, z } = this.#hall.footOf(index);
    foot.set(x, this.#hall.sizeOf(index)[1] + 0.35, z);
    out.distance = foot.distanceTo(camera.position);
    foot.project(camera);
    out.x = ((foot.x + 1) / 2) * this.#size[0];
    out.y = ((1 - foot.y) / 2) * this.#size[1];
    out.visible = Math.abs(foot.x) <= 1 && Math.abs(foot.y) <= 1 && foot.z < 1;
    return out;
  }

  /** CSS pixels of a metre in the middle of the picture: what there is room to say. */
  get pixelsPerMetre(): number {
    return this.camera.pixelsPerMetre(this.#size[1]);
  }

  /** Brings the whole site into the picture. A tall picture looks from the side, so that a long hall stands upright. */
  fit(margins: Margins = narrowMargins): void {
    this.#margins = margins;
    this.#untouched = true;
    const [width, height] = this.#size;
    const { x0, x1, z0, z1 } = this.#site;
    const upright = height > width && x1 - x0 > z1 - z0;
    this.camera.pose.azimuth = MathUtils.degToRad(upright ? 72 : 25);
    this.camera.pose.elevation = MathUtils.degToRad(upright ? 47 : 38);
    this.camera.fit(this.#site, margins);
    this.invalidate();
  }

  /**
   * Looks at a machine, or as a view says. With motion the camera glides there, else it cuts.
   *
   * @param animate - false: is there at once. Default true
   */
  flyTo(target: number | SceneView, animate = true): void {
    this.#untouched = false;
    const view = typeof target === 'number' ? { machines: [target] } : target;
    const { azimuth, elevation } = view;
    this.camera.flyTo(this.#boxOf(view.machines), this.#margins, {
      azimuth: azimuth === undefined ? undefined : MathUtils.degToRad(azimuth),
      elevation: elevation === undefined ? undefined : MathUtils.degToRad(elevation),
      duration: animate && this.#motion ? glide : 0,
      now: performance.now(),
    });
    this.invalidate();
  }

  /** Turns the view, in radians. */
  turn(azimuth: number, elevation: number): void {
    this.#untouched = false;
    this.camera.turn(azimuth, elevation);
    this.invalidate();
  }

  /** Moves the view by CSS pixels. */
  pan(dx: number, dy: number): void {
    this.#untouched = false;
    this.camera.pan(dx, dy, this.#size[1]);
    this.invalidate();
  }

  /** Changes the distance by a factor, towards a place of the picture in CSS pixels. Default: its middle. */
  zoom(factor: number, x = this.#size[0] / 2, y = this.#size[1] / 2): void {
    this.#untouched = false;
    this.camera.zoom(factor, (x / this.#size[0]) * 2 - 1, 1 - (y / this.#size[1]) * 2);
    this.invalidate();
  }

  /** Asks for a picture in the next frame. */
  invalidate(): void {
    this.#due = true;
    if (this.#visible && !this.#disposed) requestFrame(this);
  }

  /** Draws at once; `now` is in milliseconds. Without colours, and without a graphics context, nothing happens. */
  frame(now: number): void {
    const palette = this.#palette;
    if (!palette || this.#disposed || !this.#visible || this.#renderer.lost) return;
    this.#due = false;
    this.camera.step(now);
    this.camera.apply();
    const { x1, z1 } = this.#site;
    this.camera.clip(Math.hypot(x1, z1) + 12);
    const { distance } = this.camera.pose;
    this.#fog.near = distance * 1.05;
    this.#fog.far = distance * 3.1;
    const perMetre = this.pixelsPerMetre;
    this.#hall.setCoarse(perMetre < fineFrom);
    this.#hall.animated = this.#animates(perMetre);
    if (this.#hall.animated) this.#uniforms.clock.value = (now / 1000) % 60;
    this.#uniforms.blink.value = this.#flashes() ? Math.floor(now / flash) % 2 : 1;
    const scale = MathUtils.clamp(Math.min(...this.#size) / 800, 0.8, 1.1);
    this.#uniforms.signLevel.value = perMetre > signsFrom ? scale : -scale;
    this.#hall.flush();
    const { camera } = this.camera;
    this.#renderer.draw(this, this.#scene, camera, palette.background, this.#context, this.#shadowsDue);
    this.#shadowsDue = false;
    if (this.camera.flying || this.#hall.animated) this.invalidate();
    else this.#schedule();
    this.#options.onFrame?.();
  }

  contextLost(): void {
    this.#rest();
    this.#options.onLost?.(true);
  }

  contextRestored(): void {
    this.#shadowsDue = true;
    this.invalidate();
    this.#options.onLost?.(false);
  }

  /** Gives back all that the scene holds. It is of no use after that. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#rest();
    this.#hall.dispose();
    this.#lettering.dispose();
    this.#table.dispose();
    this.#sun.dispose();
    this.#uniforms.dispose();
    for (const { geometry, material } of this.#marks) {
      geometry.dispose();
      for (const one of [material].flat()) one.dispose();
    }
    this.#own.forEach(disposeObject);
    this.#scene.clear();
    this.#renderer.leave(this);
  }

  #animates(perMetre: number): boolean {
    return this.#motion && this.#renderer.quality === 'high' && perMetre > movesFrom && this.#hall.moves;
  }

  #flashes(): boolean {
    return this.#motion && this.#attention > 0;
  }

  /** While something flashes, one frame at each change. */
  #schedule(): void {
    clearTimeout(this.#flash);
    if (this.#flashes() && this.#visible && !this.#disposed)
      this.#flash = setTimeout(() => this.invalidate(), flash - (performance.now() % flash));
  }

  #rest(): void {
    clearTimeout(this.#flash);
    cancelFrame(this);
  }

  #boxOf(machines: readonly number[] | undefined): ViewBox {
    if (!machines || machines.length === 0) return this.#site;
    const box = { x0: Infinity, x1: -Infinity, z0: Infinity, z1: -Infinity, y1: 0 };
    for (const index of machines) {
      const [x0, , z0, x1, y1, z1] = this.#hall.bounds.subarray(this.#hall.slots[index] * 6);
      box.x0 = Math.min(box.x0, x0 - 2);
      box.x1 = Math.max(box.x1, x1 + 2);
      box.z0 = Math.min(box.z0, z0 - 2);
      box.z1 = Math.max(box.z1, z1 + 2);
      box.y1 = Math.max(box.y1, y1 + 0.5);
    }
    return box;
  }

  /** A place on the floor of a machine in the space of three. */
  #toSpace(index: number, x: number, y: number, degrees: number): { x: number; z: number; angle: number } {
    const floor = this.#layout.floors[this.#layout.machines[index].floor ?? 0];
    const [left, near] = [floor?.x ?? 0, floor?.y ?? 0];
    return {
      x: left + x - this.#origin.x,
      z: this.#origin.y - near - y,
      angle: MathUtils.degToRad(degrees),
    };
  }
}

/** The code of the state `unknown`, in which machines begin. */
const unknown = 9;
