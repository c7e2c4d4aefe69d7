import {
  type Equipment,
  equipmentType,
  type FloorAisle,
  type FloorZone,
  footprintOf,
  type Twin,
} from '@twinfloor/core';

/** A rectangle in metres; `y` runs away from the viewer. */
export interface PlanRectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly depth: number;
}

/** The floor of a workshop on the plan. */
export interface PlanFloor {
  /** What it is the floor of; `undefined` for one made up for machines that have no place. */
  readonly equipment: Equipment | undefined;
  /** Its middle, in metres of the plan. */
  readonly x: number;
  readonly y: number;
  /** Degrees, counter-clockwise. */
  readonly rotation: number;
  readonly width: number;
  readonly depth: number;
  readonly zones: readonly FloorZone[];
  readonly aisles: readonly FloorAisle[];
}

/** Where a machine stands: the middle of its foot, in metres of the plan. */
export interface PlanPlace {
  readonly x: number;
  readonly y: number;
  /** Degrees, counter-clockwise. */
  readonly rotation: number;
}

/** A machine on the plan. */
export interface PlanMachine extends PlanPlace {
  readonly equipment: Equipment;
  readonly width: number;
  readonly depth: number;
  /** The floor on which a vehicle tells its position; `undefined` for what stands still. */
  readonly drivesOn: PlanFloor | undefined;
}

/** Where everything is. */
export interface PlanLayout {
  readonly floors: readonly PlanFloor[];
  readonly machines: readonly PlanMachine[];
  /** Around all that was asked for. */
  readonly bounds: PlanRectangle;
  /** How many machines have no place in the workshop file. */
  readonly unplaced: number;
}

/** Metres between floors, and around machines that stand in made-up rows. */
const gap = 4;
const machineGap = 2;

/** A point of a floor, in metres of the plan. */
export function onPlan(floor: PlanFloor | undefined, x: number, y: number, rotation = 0): PlanPlace {
  if (!floor) return { x, y, rotation };
  const turn = (floor.rotation * Math.PI) / 180;
  const [dx, dy] = [x - floor.width / 2, y - floor.depth / 2];
  return {
    x: floor.x + dx * Math.cos(turn) - dy * Math.sin(turn),
    y: floor.y + dx * Math.sin(turn) + dy * Math.cos(turn),
    rotation: rotation + floor.rotation,
  };
}

/**
 * Places an equipment and all below it: each workshop by its placement on the site (side by side without one), each
 * machine on the floor of its workshop. Machines without a placement stand in rows in front, a row for each line.
 *
 * @param equipment - id of a site, a workshop or a line, of which the whole workshop is laid out; empty: all
 */
export function planLayout(twin: Twin, equipment: string): PlanLayout {
  const { tree } = twin;
  const below = (ids: readonly string[]): string[] => ids.flatMap((id) => [id, ...below(tree.children(id))]);
  const asked = below(equipment ? [equipment] : tree.roots);
  const hasFloor = (id: string) => tree.get(id).floor !== undefined;
  // A line is shown on the floor of its workshop, among its neighbours.
  const base = equipment && !asked.some(hasFloor) ? tree.ancestors(equipment).find(hasFloor) : undefined;
  const ids = base ? below([base]) : asked;

  const floors = new Map<string, PlanFloor>();
  const floorAbove = (id: string) => floors.get(tree.ancestors(id).find((above) => floors.has(above)) ?? '');
  let right = 0;
  for (const id of ids) {
    const one = tree.get(id);
    if (!one.floor) continue;
    const { width, depth, zones, aisles } = one.floor;
    const { placement } = id === base ? { placement: undefined } : one;
    const place = placement
      ? onPlan(floorAbove(id), placement.x, placement.y, placement.rotation)
      : { x: right + width / 2, y: depth / 2, rotation: 0 };
    floors.set(id, { ...place, equipment: one, width, depth, zones, aisles });
    right = Math.max(right, place.x + width / 2 + gap);
  }

  const machines: PlanMachine[] = [];
  const unplaced: Equipment[] = [];
  for (const id of ids) {
    const one = tree.get(id);
    if (one.level !== 'workUnit') continue;
    const { width, depth } = footprintOf(one);
    const floor = floorAbove(id);
    const drivesOn = equipmentType(one.type) === 'vehicle' ? floor : undefined;
    const { placement } = one;
    if (placement) {
      const place = onPlan(floor, placement.x, placement.y, placement.rotation);
      machines.push({ ...place, equipment: one, width, depth, drivesOn });
    } else if (drivesOn && twin.seriesOf(id, 'positionX', 'number')) {
      machines.push({ ...onPlan(floor, 0, 0), equipment: one, width, depth, drivesOn });
    } else if (one.type !== 'meter') unplaced.push(one);
  }
  const shown = [...floors.values()];
  const placed = boundsOf([...shown, ...machines]);
  if (unplaced.length > 0) shown.push(addRows(unplaced, placed, machines));

  const wanted = base ? new Set(tree.workUnits(equipment)) : undefined;
  const inFocus = wanted ? machines.filter((one) => wanted.has(one.equipment.id)) : [...shown, ...machines];
  return {
    floors: shown,
    machines,
    bounds: boundsOf(inFocus) ?? { x: 0, y: 0, width: 10, depth: 10 },
    unplaced: unplaced.length,
  };
}

/** Puts machines into rows, one or more for each line, in front of what has a place. */
function addRows(
  unplaced: readonly Equipment[],
  placed: PlanRectangle | undefined,
  machines: PlanMachine[],
): PlanFloor {
  const lines = new Map<string, Equipment[]>();
  for (const one of unplaced) {
    const { parent = '' } = one;
    const line = lines.get(parent);
    if (line) line.push(one);
    else lines.set(parent, [one]);
  }
  const area = unplaced.reduce((sum, one) => sum + (footprintOf(one).width + machineGap) ** 2, 0);
  const room = Math.max(placed?.width ?? 0, Math.sqrt(area) * 1.4, 16);
  const left = placed?.x ?? 0;
  const top = (placed?.y ?? 0) - gap;
  const zones: FloorZone[] = [];
  const rows: { machine: PlanMachine; zone: number }[] = [];
  let y = 0;
  for (const [line, ones] of lines) {
    const begin = y;
    let x = machineGap;
    let depthOfRow = 0;
    y += 2 * machineGap;
    for (const equipment of ones) {
      const { width, depth } = footprintOf(equipment);
      if (x > machineGap && x + width + machineGap > room) {
        y += depthOfRow + machineGap;
        [x, depthOfRow] = [machineGap, 0];
      }
      const place = { x: left + x + width / 2, y: top - y - depth / 2, rotation: 0 };
      rows.push({ machine: { ...place, equipment, width, depth, drivesOn: undefined }, zone: zones.length });
      x += width + machineGap;
      depthOfRow = Math.max(depthOfRow, depth);
    }
    y += depthOfRow + machineGap;
    zones.push({ x: 0, y: -y, width: room, depth: y - begin, ...(line && { equipment: line }) });
  }
  for (const { machine } of rows) machines.push(machine);
  return {
    equipment: undefined,
    x: left + room / 2,
    y: top - y / 2,
    rotation: 0,
    width: room,
    depth: y,
    // Counted from the top while they were made; a floor counts from its front.
    zones: zones.map((zone) => ({ ...zone, y: zone.y + y })),
    aisles: [],
  };
}

/** Half the width and the depth of what a turned rectangle covers. */
export function reachOf({ width, depth, rotation }: Pick<PlanMachine, 'width' | 'depth' | 'rotation'>): {
  readonly x: number;
  readonly y: number;
} {
  const turn = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  return { x: (width * cos + depth * sin) / 2, y: (width * sin + depth * cos) / 2 };
}

function boundsOf(all: readonly (PlanPlace & { width: number; depth: number })[]): PlanRectangle | undefined {
  if (all.length === 0) return undefined;
  let [left, front, right, back] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const one of all) {
    const reach = reachOf(one);
    left = Math.min(left, one.x - reach.x);
    right = Math.max(right, one.x + reach.x);
    front = Math.min(front, one.y - reach.y);
    back = Math.max(back, one.y + reach.y);
  }
  return { x: left, y: front, width: right - left, depth: back - front };
}
