import { type Equipment, type Floor, type FloorAisle, type FloorZone, footprintOf } from '@twinfloor/core';
import { type Box, type Shelves, shelves } from './shelves.js';

/** Metres between two machines of a row, and between two rows of a line: room for who works there. */
const besideMachines = 1.2;
const behindMachines = 2;

/** Metres from the machines of a line to the edge of its zone. */
const zoneMargin = 0.8;

/** An aisle with some room on both sides, in metres. */
const aisleWidth = 3;
const aisleRoom = 4;

/** Metres between two workshops of a site. */
const betweenFloors = 6;

/** Floors are made about so many times as wide as deep: the shape of a picture of them. */
const wantedRatio = 1.7;

/** A block of machines that stand together: a line, or what belongs to none. */
interface Block {
  readonly line: Equipment | undefined;
  readonly machines: readonly Equipment[];
  /** Machines within the block. */
  readonly inside: Shelves;
  readonly box: Box;
}

/**
 * Puts machines on the floor of their workshop: line by line, the machines of a line in a zone, aisles between the
 * zones and around them. Workshops without a floor get one that fits; where several have no place they are put beside
 * each other on the floor of the site above them. What has a place keeps it, and new ones stand behind it. The same
 * equipment always gives the same floor.
 *
 * @param equipment - of one workshop file: machines have an `area` above them
 */
export function layOut(equipment: readonly Equipment[]): Equipment[] {
  const byId = new Map(equipment.map((one) => [one.id, one]));
  for (const area of equipment.filter(({ level }) => level === 'area')) {
    const machines = [...byId.values()].filter(
      (one) => one.level === 'workUnit' && areaOf(one, byId)?.id === area.id,
    );
    for (const placed of floorFor(area, machines, byId)) byId.set(placed.id, placed);
  }
  for (const site of equipment.filter(({ level }) => level === 'site')) {
    const areas = [...byId.values()].filter(({ level, parent }) => level === 'area' && parent === site.id);
    for (const placed of siteFloor(site, areas)) byId.set(placed.id, placed);
  }
  return equipment.map(({ id }) => byId.get(id)!);
}

function areaOf(one: Equipment, byId: ReadonlyMap<string, Equipment>): Equipment | undefined {
  for (let above = byId.get(one.parent ?? ''); above; above = byId.get(above.parent ?? '')) {
    if (above.level === 'area') return above;
  }
  return undefined;
}

function floorFor(
  area: Equipment,
  machines: readonly Equipment[],
  byId: ReadonlyMap<string, Equipment>,
): Equipment[] {
  const missing = machines.filter(({ placement }) => !placement);
  const standing = machines.filter(({ placement }) => placement);
  if (missing.length === 0 && (area.floor || machines.length === 0)) return [];
  const taken = takenBy(area.floor, standing);
  const groups = new Map<string, Equipment[]>();
  for (const one of missing) {
    const line = one.parent === area.id ? '' : one.parent!;
    groups.set(line, [...(groups.get(line) ?? []), one]);
  }
  const lines = [...groups].map(([line, its]) => ({ line: byId.get(line), its }));
  const { blocks, floor } = bestFloor(lines, taken);
  const placed: Equipment[] = [];
  const zones: FloorZone[] = [];
  blocks.forEach((block, index) => {
    const corner = floor.corners[index];
    if (block.line) zones.push({ equipment: block.line.id, ...metres({ ...corner, ...block.box }) });
    block.machines.forEach((one, position) => {
      const { width, depth } = footprintOf(one);
      const { x, y } = block.inside.corners[position];
      const middle = {
        x: corner.x + zoneMargin + x + width / 2,
        y: corner.y + zoneMargin + y + depth / 2,
      };
      placed.push({ ...one, placement: metres(middle) });
    });
  });
  return [...placed, { ...area, floor: joined(area.floor, zones, floor, taken) }];
}

/** How far machines that stand already, and their floor, reach. */
function takenBy(floor: Floor | undefined, standing: readonly Equipment[]): Box {
  let [width, depth] = [floor?.width ?? 0, floor?.depth ?? 0];
  for (const one of standing) {
    const size = footprintOf(one);
    // However it is turned, it reaches no farther than its diagonal.
    const reach = Math.hypot(size.width, size.depth) / 2;
    width = Math.max(width, one.placement!.x + reach + 1);
    depth = Math.max(depth, one.placement!.y + reach);
  }
  return { width, depth };
}

interface PlannedFloor extends Box {
  /** Of the blocks, on the floor. */
  readonly corners: readonly { readonly x: number; readonly y: number }[];
  readonly aisles: readonly FloorAisle[];
}

interface Lines {
  readonly line: Equipment | undefined;
  readonly its: readonly Equipment[];
}

/** Tries widths, with lines folded into one to four columns, and takes the floor of the best shape with the least waste. */
function bestFloor(
  lines: readonly Lines[],
  taken: Box,
): { readonly blocks: readonly Block[]; readonly floor: PlannedFloor } {
  let best: { blocks: readonly Block[]; floor: PlannedFloor; error: number } | undefined;
  const longest = lines.flatMap(({ its }) => its).reduce((sum, one) => sum + footprintOf(one).width + 3, 20);
  for (let most = 12; most < Math.min(longest, 400) + 12; most *= 1.08) {
    for (let columns = 1; columns <= 4; columns++) {
      const column = (most - (columns - 1) * aisleRoom) / columns;
      const blocks = lines.map(({ line, its }) => blockOf(line, its, column));
      const floor = floorOf(blocks, most, taken);
      const used = blocks.reduce((sum, { box }) => sum + box.width * box.depth, 0);
      const shape = Math.abs(Math.log(floor.width / floor.depth / wantedRatio));
      const error = shape + Math.log((floor.width * floor.depth) / used);
      if (!best || error < best.error - 1e-9) best = { blocks, floor, error };
    }
  }
  return best!;
}

function blockOf(line: Equipment | undefined, machines: readonly Equipment[], most: number): Block {
  const inside = shelves(machines.map(footprintOf), most - 2 * zoneMargin, besideMachines, behindMachines);
  const box = { width: inside.width + 2 * zoneMargin, depth: inside.depth + 2 * zoneMargin };
  return { line, machines, inside, box };
}

/** An aisle in front, one between any two rows of zones, one on each side. */
function floorOf(blocks: readonly Block[], most: number, taken: Box): PlannedFloor {
  const edge = 0.5 + aisleRoom;
  const packed = shelves(
    blocks.map(({ box }) => box),
    most,
    aisleRoom,
    aisleRoom,
  );
  const width = Math.max(packed.width + 2 * edge, taken.width);
  const front = taken.depth + edge;
  const depth = front + packed.depth + 1;
  const way = (...points: [number, number][]): FloorAisle => ({
    points: points.map(([x, y]) => [metre(x), metre(y)]),
    width: aisleWidth,
  });
  const [left, right] = [edge - aisleRoom / 2, width - edge + aisleRoom / 2];
  const across = packed.rows.map(({ from }) => front + from - aisleRoom / 2);
  return {
    width,
    depth,
    corners: packed.corners.map(({ x, y }) => ({ x: edge + x, y: front + y })),
    aisles: [
      ...across.map((y) => way([left, y], [right, y])),
      ...[left, right].map((x) => way([x, across[0] ?? 0], [x, depth - 1])),
    ],
  };
}

function joined(
  before: Floor | undefined,
  zones: readonly FloorZone[],
  { width, depth, aisles }: PlannedFloor,
  taken: Box,
): Floor {
  const size = { width: Math.ceil(Math.max(width, taken.width)), depth: Math.ceil(depth) };
  const { zones: oldZones = [], aisles: oldAisles = [], views = [] } = before ?? {};
  return { ...size, zones: [...oldZones, ...zones], aisles: [...oldAisles, ...aisles], views };
}

/** The floor of a site whose workshops have no place yet. */
function siteFloor(site: Equipment, areas: readonly Equipment[]): Equipment[] {
  const free = areas.filter(({ floor, placement }) => floor && !placement);
  if (site.floor || free.length < 2 || free.length < areas.length) return [];
  const boxes = free.map(({ floor }) => floor!);
  const widest = Math.max(...boxes.map(({ width }) => width));
  const tries = boxes.map((_, more) =>
    shelves(boxes, (more + 1) * (widest + betweenFloors), betweenFloors, betweenFloors),
  );
  const error = ({ width, depth }: Box): number => Math.abs(Math.log(width / depth / wantedRatio));
  const best = tries.reduce((chosen, one) => (error(one) < error(chosen) ? one : chosen));
  const size = { width: Math.ceil(best.width + 4), depth: Math.ceil(best.depth + 4) };
  return [
    ...free.map((area, index) => {
      const { x, y } = best.corners[index];
      const { width, depth } = boxes[index];
      return { ...area, placement: metres({ x: 2 + x + width / 2, y: 2 + y + depth / 2 }) };
    }),
    { ...site, floor: { ...size, zones: [], aisles: [], views: [] } },
  ];
}

function metres<T extends Readonly<Record<string, number>>>(lengths: T): T {
  return Object.fromEntries(Object.entries(lengths).map(([key, value]) => [key, metre(value)])) as T;
}

/** Whole centimetres: nobody wants more in a file. */
function metre(value: number): number {
  return Math.round(value * 100) / 100;
}
