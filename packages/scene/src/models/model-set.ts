import type { SceneFloor, SceneLayout } from '../three/layout.js';
import { building } from './building/building.js';
import { type Foot, floorTexts } from './building/floor-texts.js';
import { Lettering } from './building/lettering.js';
import type { Model } from './kit/kit.js';
import { type MachineGeometry, machineGeometry } from './kit/machine-geometry.js';
import { MotionTable } from './kit/motion-table.js';
import { type SceneMaterial, WorkshopScene } from '../three/workshop-scene.js';
import type { ModelName } from './models.js';

/** Models that have been loaded, and all that builds geometry of them. Scenes may share it: it holds nothing of theirs. */
export class ModelSet {
  readonly #models: ReadonlyMap<ModelName, Model>;

  constructor(models: ReadonlyMap<ModelName, Model>) {
    this.#models = models;
  }

  /**
   * Puts all things of a layout together.
   *
   * @param high - with shadows, and for an antialiased picture
   * @throws {RangeError} if a model of the layout was not loaded
   */
  sceneOf(layout: SceneLayout, material: Omit<SceneMaterial, 'models'>, high: boolean): WorkshopScene {
    return new WorkshopScene(layout, { ...material, models: this }, high);
  }

  /** A table for the movements in one scene. */
  newMotions(): MotionTable {
    return new MotionTable();
  }

  /**
   * Builds the geometry of a model.
   *
   * @param motions - takes the movements of its parts
   * @throws {RangeError} if the model was not loaded
   */
  geometryOf(name: ModelName, motions: MotionTable): MachineGeometry {
    const model = this.#models.get(name);
    if (!model)
      throw new RangeError(`invalid model: ${name}, allowed: ${[...this.#models.keys()].join(', ')}`);
    return machineGeometry(model, motions);
  }

  /** Builds the geometry of the building around machines. */
  buildingOf(floors: readonly SceneFloor[]): MachineGeometry {
    return machineGeometry(building(floors), this.newMotions(), false);
  }

  /** Writes names on the floors; see {@link floorTexts}. */
  letteringOf(
    layout: SceneLayout,
    origin: { readonly x: number; readonly y: number },
    feet: readonly Foot[],
    font: string,
  ): Lettering {
    return new Lettering(floorTexts(layout, origin, feet), font);
  }
}
