import { type Equipment, equipmentType, textIn, type Twin } from '@twinfloor/core';
import { type PlanFloor, planLayout } from '@twinfloor/elements/parts';
import { type SceneFloor, type SceneLayout, type SceneMachine, sideBySide } from '../three/layout.js';

/** A vehicle that tells where it is. */
export interface SceneVehicle {
  /** Its index among the machines. */
  readonly index: number;
  readonly equipment: string;
  /** The floor on which it tells its position. */
  readonly drivesOn: PlanFloor;
  /** Where the floor it is drawn on begins, in metres of the site. */
  readonly left: number;
  readonly near: number;
}

/** What a twin has in a scene. Machines have the same index in all lists. */
export interface SiteLayout {
  readonly layout: SceneLayout;
  /** The machines, by id. */
  readonly equipment: readonly Equipment[];
  readonly indices: ReadonlyMap<string, number>;
  /** The floors, with the equipment they belong to; `undefined` for one made up for machines that have no place. */
  readonly floors: readonly (Equipment | undefined)[];
  readonly vehicles: readonly SceneVehicle[];
  /** Indices of those that have a state: a meter has none. */
  readonly machines: readonly number[];
  /** Whether a machine is what was asked for; neighbours on the same floor are not. */
  readonly asked: readonly boolean[];
  /** How many machines have no place in the workshop file. */
  readonly unplaced: number;
}

/**
 * Lays out an equipment and all below it as the floor plan does. The floor of a site that holds the floors of workshops is not
 * drawn: the table is the site. Floors stand as the file places them; each without a place beside the others.
 *
 * @param id - of a site, a workshop or a line; empty: everything
 * @param tag - language of the names on the floor
 */
export function siteLayout(twin: Twin, id: string, tag: string): SiteLayout {
  const plan = planLayout(twin, id);
  const { tree } = twin;
  const name = (equipment: string | undefined) =>
    equipment !== undefined && tree.has(equipment) ? textIn(tree.get(equipment).name, tag) : undefined;
  const holdsOthers = ({ equipment }: PlanFloor) =>
    plan.floors.some(
      (other) => other.equipment && equipment && tree.ancestors(other.equipment.id).includes(equipment.id),
    );
  const shown = plan.floors.filter((floor) => !holdsOthers(floor));
  const isAlone = shown.length === 1;
  const floors = shown.map((floor): SceneFloor => ({
    // A workshop that stands alone has its name over the picture already.
    ...(!isAlone && { name: name(floor.equipment?.id) }),
    x: floor.x - floor.width / 2,
    y: floor.y - floor.depth / 2,
    width: floor.width,
    depth: floor.depth,
    zones: floor.zones.map((zone) => ({
      ...zone,
      name: zone.name === undefined ? name(zone.equipment) : textIn(zone.name, tag),
    })),
    aisles: floor.aisles,
  }));
  if (floors.length === 0) floors.push(groundOf(plan.bounds));
  const floorOf = (equipment: string) => {
    const above = tree.ancestors(equipment).find((one) => shown.some((floor) => floor.equipment?.id === one));
    const found = shown.findIndex((floor) => floor.equipment?.id === above);
    return Math.max(0, found);
  };
  const wanted = id ? new Set(tree.workUnits(id)) : undefined;
  const equipment = plan.machines.map((machine) => machine.equipment);
  const machines = plan.machines.map(({ equipment: one, x, y, rotation }): SceneMachine => {
    const floor = floorOf(one.id);
    const { width, depth, height } = one.placement ?? {};
    const type = equipmentType(one.type);
    return {
      // What drives away does not leave its name behind.
      name: type === 'vehicle' ? undefined : textIn(one.name, tag),
      type,
      stateless: type === 'meter',
      floor,
      x: x - (floors[floor].x ?? 0),
      y: y - (floors[floor].y ?? 0),
      rotation,
      width,
      depth,
      height,
    };
  });
  return {
    layout: { floors: sideBySide(floors), machines },
    equipment,
    indices: new Map(equipment.map((one, index) => [one.id, index])),
    machines: [...machines.keys()].filter((index) => !machines[index].stateless),
    floors: shown.map((floor) => floor.equipment),
    vehicles: plan.machines.flatMap(({ drivesOn, equipment: one }, index): SceneVehicle[] => {
      if (!drivesOn) return [];
      const { x: left = 0, y: near = 0 } = floors[machines[index].floor ?? 0];
      return [{ index, equipment: one.id, drivesOn, left, near }];
    }),
    asked: equipment.map((one) => wanted?.has(one.id) ?? true),
    unplaced: plan.unplaced,
  };
}

/** A floor for machines that stand on none. */
function groundOf({
  x,
  y,
  width,
  depth,
}: {
  x: number;
  y: number;
  width: number;
  depth: number;
}): SceneFloor {
  const room = 3;
  return {
    x: x - room,
    y: y - room,
    width: width + 2 * room,
    depth: depth + 2 * room,
    zones: [],
    aisles: [],
  };
}
