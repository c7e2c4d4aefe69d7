import type { EquipmentType } from '@twinfloor/core';
import type { Model } from './kit/kit.js';
import type { ModelSet } from './model-set.js';

/** What has a model: the types of equipment, and two things for scale. */
export type ModelName = EquipmentType | 'pallet' | 'person';

/** Each model is a module of its own, so that a page loads those of the types in its workshop. */
const loaders: Readonly<Record<ModelName, () => Promise<Model>>> = {
  machiningCentre: async () => (await import('./machining-centre.js')).machiningCentre,
  lathe: async () => (await import('./lathe.js')).lathe,
  grinder: async () => (await import('./grinder.js')).grinder,
  press: async () => (await import('./press.js')).press,
  injectionMoulder: async () => (await import('./injection-moulder.js')).injectionMoulder,
  robot: async () => (await import('./robot.js')).robot,
  weldingCell: async () => (await import('./welding-cell.js')).weldingCell,
  conveyor: async () => (await import('./conveyor.js')).conveyor,
  oven: async () => (await import('./oven.js')).oven,
  tank: async () => (await import('./tank.js')).tank,
  reactor: async () => (await import('./reactor.js')).reactor,
  pump: async () => (await import('./pump.js')).pump,
  compressor: async () => (await import('./compressor.js')).compressor,
  boiler: async () => (await import('./boiler.js')).boiler,
  assemblyStation: async () => (await import('./assembly-station.js')).assemblyStation,
  inspectionStation: async () => (await import('./inspection-station.js')).inspectionStation,
  storageRack: async () => (await import('./storage-rack.js')).storageRack,
  loom: async () => (await import('./loom.js')).loom,
  packagingMachine: async () => (await import('./packaging-machine.js')).packagingMachine,
  vehicle: async () => (await import('./vehicle.js')).vehicle,
  meter: async () => (await import('./meter.js')).meter,
  generic: async () => (await import('./generic.js')).generic,
  pallet: async () => (await import('./pallet.js')).pallet,
  person: async () => (await import('./person.js')).person,
};

/** The names of all models. */
export const modelNames = Object.keys(loaders) as readonly ModelName[];

/**
 * Loads the models with these names, each once, and what builds them. Nothing of that is in the bundle of a page before.
 *
 * @returns what a scene is built of
 */
export async function loadModels(names: Iterable<ModelName>): Promise<ModelSet> {
  const wanted = [...new Set(names)];
  const [{ ModelSet }, ...models] = await Promise.all([
    import('./model-set.js'),
    ...wanted.map((name) => loaders[name]()),
  ]);
  return new ModelSet(new Map(wanted.map((name, i) => [name, models[i]])));
}
