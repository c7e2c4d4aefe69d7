import { Box3, Fog, MathUtils, type Mesh, type Object3D, Scene, Vector3 } from 'three';
import type { Lettering } from '../models/building/lettering.js';
import type { ModelSet } from '../models/model-set.js';
import { disposeObject } from './dispose-object.js';
import { Hall } from './hall.js';
import { type SceneLayout, siteBounds } from './layout.js';
import { plates, signs } from './marks.js';
import type { ViewBox } from './orbit-camera.js';
import type { Palette } from './palette.js';
import { type AlarmSign, signAtlas } from './sign-atlas.js';
import { Sun } from './sun.js';
import { Table } from './table.js';
import { Uniforms } from './uniforms.js';

/** What the things of a scene are made of. */
export interface SceneMaterial {
  /** The models of all types in the layout, see `loadModels`. */
  readonly models: ModelSet;
  /** Outlines of the state glyphs on a grid of 24 (rule even-odd), in the order of the codes of states. */
  readonly glyphs: readonly string[];
  /** The shapes of alarms by priority. Default: alarms are not shown. */
  readonly alarms?: readonly AlarmSign[];
  /** CSS font family of the lettering on the floor. */
  readonly font: string;
}

/** A place in the space of three: x to the right, z towards the viewer, radians counter-clockwise. */
export interface SpacePlace {
  readonly x: number;
  readonly z: number;
  readonly angle: number;
}

/** Fog begins and ends at these multiples of the camera's distance: the far end of a long hall grows pale. */
const [fogFrom, fogTo] = [1.05, 3.1];

/** All things of a layout, put together and lit, in the space of three: its origin is the middle of the site. */
export class WorkshopScene {
  readonly scene = new Scene();
  readonly uniforms = new Uniforms();
  readonly hall: Hall;
  /** The ground that the site takes. */
  readonly site: ViewBox;
  /** Whether the shadow map has to be drawn anew. */
  shadowsDue = true;
  readonly #layout: SceneLayout;
  readonly #origin: { readonly x: number; readonly y: number };
  readonly #fog = new Fog(0, 1, 2);
  readonly #lettering: Lettering;
  readonly #table: Table;
  readonly #sun: Sun;
  readonly #marks: readonly Mesh[];
  readonly #own: Object3D[] = [];

  /**
   * @param high - with shadows, and for an antialiased picture
   * @throws {RangeError} if a model is missing
   */
  constructor(layout: SceneLayout, { models, glyphs, alarms, font }: SceneMaterial, high: boolean) {
    this.#layout = layout;
    const bounds = siteBounds(layout.floors);
    const [width, depth] = [bounds.right - bounds.left, bounds.far - bounds.near];
    this.#origin = { x: (bounds.left + bounds.right) / 2, y: (bounds.near + bounds.far) / 2 };
    this.site = { x0: -width / 2, x1: width / 2, z0: -depth / 2, z1: depth / 2, y1: 2 };
    const machines = layout.machines.map((machine, index) => ({
      type: machine.type,
      ...this.placeOf(index, machine.x, machine.y, machine.rotation ?? 0),
      size: [machine.width, machine.height, machine.depth],
    }));
    this.hall = new Hall(machines, layout.floors, models, this.uniforms, high);
    this.uniforms.icons.value = signAtlas(glyphs, alarms);
    const feet = machines.map(({ x, z, angle }, index) => {
      const [wide, , deep] = this.hall.sizeOf(index);
      return { x, z, angle, width: wide, depth: deep };
    });
    this.#lettering = models.letteringOf(layout, this.#origin, feet, font);
    this.#table = new Table(layout.floors, bounds);
    this.#sun = new Sun(width, depth, high);
    this.#marks = [plates(this.hall, this.uniforms), signs(this.hall, this.uniforms)];
    const { sun, sky } = this.#sun;
    this.scene.fog = this.#fog;
    this.scene.matrixWorldAutoUpdate = false;
    // In the order in which they are drawn, for the renderer does not sort.
    this.scene.add(
      this.#table.mesh,
      this.hall.group,
      this.#lettering.mesh,
      ...this.#marks,
      sky,
      sun,
      sun.target,
    );
  }

  /** A place on the floor of a machine, in metres and degrees as in the workshop file, in the space of three. */
  placeOf(index: number, x: number, y: number, degrees: number): SpacePlace {
    const { floors, machines } = this.#layout;
    const floor = floors[machines[index].floor ?? 0];
    return {
      x: (floor?.x ?? 0) + x - this.#origin.x,
      z: this.#origin.y - (floor?.y ?? 0) - y,
      angle: MathUtils.degToRad(degrees),
    };
  }

  /** Paints and lights with another palette. */
  setPalette(palette: Palette): void {
    this.uniforms.setPalette(palette);
    this.#lettering.setColour(palette.lettering);
    this.#table.setPalette(palette);
    this.#sun.setPalette(palette);
    this.#fog.color.copy(palette.background);
  }

  /** Sets the fog for a camera at this distance. */
  setDistance(metres: number): void {
    this.#fog.near = metres * fogFrom;
    this.#fog.far = metres * fogTo;
  }

  /** Puts a machine somewhere else. The shadow of a vehicle does not count: it has none. */
  place(index: number, { x, z, angle }: SpacePlace): void {
    this.hall.place(index, x, z, angle);
    this.shadowsDue ||= this.#layout.machines[index].type !== 'vehicle';
  }

  /** Shows a model of its own in the place of a machine. */
  setModel(index: number, model: Object3D): void {
    const { x, z } = this.hall.footOf(index);
    model.updateMatrixWorld(true);
    const size = new Box3().setFromObject(model, true).getSize(new Vector3());
    this.hall.hide(index, [size.x, size.y, size.z]);
    model.position.set(x, 0, z);
    model.rotation.y = MathUtils.degToRad(this.#layout.machines[index].rotation ?? 0);
    model.traverse((part) => {
      part.castShadow = part.receiveShadow = true;
      part.frustumCulled = false;
    });
    model.updateMatrixWorld(true);
    this.#own.push(model);
    this.scene.add(model);
    this.shadowsDue = true;
  }

  /** The box around some machines with room to walk; around the site if none are named. */
  boxOf(machines: readonly number[] = []): ViewBox {
    if (machines.length === 0) return this.site;
    const box = { x0: Infinity, x1: -Infinity, z0: Infinity, z1: -Infinity, y1: 0 };
    for (const index of machines) {
      const [x0, , z0, x1, y1, z1] = this.hall.boundsOf(index);
      box.x0 = Math.min(box.x0, x0 - 2);
      box.x1 = Math.max(box.x1, x1 + 2);
      box.z0 = Math.min(box.z0, z0 - 2);
      box.z1 = Math.max(box.z1, z1 + 2);
      box.y1 = Math.max(box.y1, y1 + 0.5);
    }
    return box;
  }

  /** Gives back all that the things hold. */
  dispose(): void {
    this.hall.dispose();
    this.#lettering.dispose();
    this.#table.dispose();
    this.#sun.dispose();
    this.uniforms.dispose();
    for (const object of [...this.#marks, ...this.#own]) disposeObject(object);
    this.scene.clear();
  }
}
