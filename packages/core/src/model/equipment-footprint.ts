import { type EquipmentType, equipmentType } from './equipment-type.js';
import type { Equipment } from './workshop-types.js';

/** How much room an equipment takes, in metres, before rotation. */
export interface EquipmentFootprint {
  /** Along its own x axis. */
  readonly width: number;
  /** Along its own y axis. */
  readonly depth: number;
  readonly height: number;
}

/** Width, depth and height in metres of the model of each type. */
const sizes: Readonly<Record<EquipmentType, readonly [width: number, depth: number, height: number]>> = {
  machiningCentre: [4.4, 2.1, 3.3],
  lathe: [4.5, 1.7, 1.8],
  grinder: [3, 1.7, 1.9],
  press: [3.4, 2.6, 5.3],
  injectionMoulder: [6.4, 1.5, 2.9],
  robot: [4, 4.1, 2.2],
  weldingCell: [4, 4.1, 2.2],
  conveyor: [6, 1.1, 1.1],
  oven: [7, 3.1, 3.9],
  tank: [3.2, 2.6, 5],
  reactor: [3.7, 3.3, 5.2],
  pump: [1.8, 0.9, 1.2],
  compressor: [3.3, 1.5, 1.9],
  boiler: [4.6, 2.4, 3],
  assemblyStation: [1.9, 1.5, 2.3],
  inspectionStation: [3.4, 2.7, 3.1],
  storageRack: [5.7, 1.3, 4.9],
  loom: [4, 2.3, 1.9],
  packagingMachine: [4.3, 0.9, 2],
  vehicle: [1.8, 1.1, 1.3],
  meter: [0.8, 0.4, 1.9],
  generic: [2.5, 1.3, 2.8],
};

/**
 * The room that an equipment takes: what its placement says, and for what that leaves open the size of the model of
 * its type. Plan and scene use the same.
 */
export function footprintOf({ type, placement }: Pick<Equipment, 'type' | 'placement'>): EquipmentFootprint {
  const [width, depth, height] = sizes[equipmentType(type)];
  return {
    width: placement?.width ?? width,
    depth: placement?.depth ?? depth,
    height: placement?.height ?? height,
  };
}
