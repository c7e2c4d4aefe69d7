import type { Equipment, EquipmentType, Workshop } from '@twinfloor/core';

/** Machines of a line, from its head to its end, with the seconds that a piece takes. */
const lineTypes: readonly (readonly [EquipmentType, number])[] = [
  ['lathe', 50],
  ['machiningCentre', 52],
  ['grinder', 50],
  ['robot', 48],
  ['press', 45],
  ['weldingCell', 50],
  ['conveyor', 44],
  ['assemblyStation', 50],
  ['inspectionStation', 46],
  ['packagingMachine', 45],
];
/** Metres from machine to machine, and from line to line. */
const pitch = { x: 8, y: 7 };
const linesOfArea = 50;
/** Lines beside each other on a floor. */
const linesAcross = 5;

/**
 * A workshop of any number of machines in lines of ten, for measurements. Fifty lines are a workshop with a floor of
 * its own and a main meter.
 *
 * @param machines - whole, 1 or more
 * @throws {RangeError} if it is not
 */
export function syntheticWorkshop(machines: number): Workshop {
  if (!(Number.isInteger(machines) && machines >= 1)) {
    throw new RangeError(`invalid machines: ${machines}, allowed: a whole number of 1 or more`);
  }
  const equipment: Equipment[] = [{ id: 'site', name: 'Site', level: 'site' }];
  const areas = Math.ceil(machines / (linesOfArea * lineTypes.length));
  const width = linesAcross * lineTypes.length * pitch.x;
  const depth = (linesOfArea / linesAcross) * pitch.y;
  for (let area = 1; area <= areas; area++) {
    const floor = { width, depth, zones: [], aisles: [], views: [] };
    equipment.push({ id: `area-${area}`, name: `Workshop ${area}`, level: 'area', parent: 'site', floor });
    equipment.push({
      id: `meter-${area}`,
      name: `Main meter ${area}`,
      level: 'workUnit',
      type: 'meter',
      parent: `area-${area}`,
    });
  }
  for (let index = 0; index < machines; index++) equipment.push(...machineAt(index, machines));
  return {
    id: 'synthetic',
    name: `${machines} machines`,
    timeZone: 'UTC',
    equipment,
    products: [],
    calendar: { shifts: [], plannedStops: [], holidays: [], dayStart: '00:00' },
    energy: {
      carriers: [],
      meters: Array.from({ length: areas }, (_, area) => ({
        equipment: `meter-${area + 1}`,
        carrier: 'electricity',
        measures: [`area-${area + 1}`],
      })),
      demandInterval: 15,
      tariffs: [],
      emissionFactors: [],
    },
    targets: { production: {} },
    connectors: [
      { type: 'simulator', id: 'simulator', name: 'Simulated factory', bindings: [], settings: { seed: 1 } },
    ],
    signals: [],
  };
}

/** A machine, behind its line if it is the first of it. */
function machineAt(index: number, machines: number): Equipment[] {
  const place = index % lineTypes.length;
  const line = Math.floor(index / lineTypes.length);
  const inArea = line % linesOfArea;
  const [type, idealCycle] = lineTypes[place];
  const isLast = place === lineTypes.length - 1 || index === machines - 1;
  const across = (inArea % linesAcross) * lineTypes.length + place;
  const parent = `line-${line + 1}`;
  const machine: Equipment = {
    id: `m-${index + 1}`,
    name: `Machine ${index + 1}`,
    level: 'workUnit',
    type,
    parent,
    placement: { x: (across + 0.5) * pitch.x, y: (Math.floor(inArea / linesAcross) + 0.5) * pitch.y },
    ...(isLast ? {} : { feeds: [`m-${index + 2}`] }),
    idealCycle,
    ratedPower: 20,
  };
  if (place > 0) return [machine];
  const area = Math.floor(line / linesOfArea) + 1;
  return [{ id: parent, name: `Line ${line + 1}`, level: 'workCenter', parent: `area-${area}` }, machine];
}
