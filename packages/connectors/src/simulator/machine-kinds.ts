import type { EquipmentType } from '@twinfloor/core';

/** What can go wrong with a machine of some kind. */
export interface FaultKind {
  /** As its maker numbers it. */
  readonly code: string;
  /** What the machine says. */
  readonly text: string;
  /** What the technician found. */
  readonly reason: string;
}

/** How a kind of machine behaves. */
export interface MachineKind {
  /** Share of the rated power while it works. */
  readonly load: number;
  /** Share of the rated power while it is on and does nothing. */
  readonly rest: number;
  /** Whether it goes on through the breaks of people. */
  readonly unattended: boolean;
  /** Hours of work between two faults, on average. */
  readonly faultHours: number;
  /** Minutes that a change to another product takes. */
  readonly setupMinutes: number;
  /** Hours of work that a tool lasts; 0: nothing wears. */
  readonly toolHours: number;
  /** Share of the pieces that are scrap, with a new tool. */
  readonly scrap: number;
  readonly scrapReasons: readonly string[];
  readonly faults: readonly FaultKind[];
  /** °C at rest and at work, and the minutes in which it follows. */
  readonly temperature?: { readonly rest: number; readonly work: number; readonly minutes: number };
}

const fault = (code: string, text: string, reason: string): FaultKind => ({ code, text, reason });

const electrical = fault('E-2107', 'Drive fault, axis 1', 'Drive amplifier exchanged');
const pneumatic = fault('P-0310', 'Air pressure low', 'Leaking air hose exchanged');
const guard = fault('S-0042', 'Guard door not closed', 'Door switch adjusted');
const sensor = fault('I-0518', 'Part not in place', 'Sensor cleaned and aligned');

const general: MachineKind = {
  load: 0.6,
  rest: 0.18,
  unattended: false,
  faultHours: 6.8,
  setupMinutes: 5,
  toolHours: 0,
  scrap: 0.0068,
  scrapReasons: ['Damaged in handling', 'Wrong part'],
  faults: [electrical, pneumatic, guard, sensor],
};

const cutting: MachineKind = {
  ...general,
  load: 0.58,
  rest: 0.2,
  faultHours: 5.6,
  setupMinutes: 18,
  toolHours: 6,
  scrap: 0.0119,
  scrapReasons: ['Out of tolerance', 'Surface too rough', 'Burr', 'Tool mark'],
  faults: [
    electrical,
    guard,
    fault('T-1042', 'Tool breakage detected', 'Broken tool exchanged'),
    fault('C-0077', 'Coolant level low', 'Coolant refilled, filter cleaned'),
    fault('M-0230', 'Chip conveyor overload', 'Chips removed from conveyor'),
    fault('L-0115', 'Lubrication pressure low', 'Lubrication line bled'),
  ],
  temperature: { rest: 26, work: 44, minutes: 35 },
};

/** °C of what has no work of its own. */
export const utilityWarmth: Partial<Record<EquipmentType, NonNullable<MachineKind['temperature']>>> = {
  compressor: { rest: 32, work: 82, minutes: 12 },
  boiler: { rest: 120, work: 168, minutes: 40 },
};

const kinds: Partial<Record<EquipmentType, MachineKind>> = {
  machiningCentre: cutting,
  lathe: { ...cutting, setupMinutes: 14, toolHours: 4 },
  grinder: { ...cutting, setupMinutes: 12, toolHours: 8, load: 0.62 },
  press: {
    ...general,
    load: 0.5,
    faultHours: 6.2,
    setupMinutes: 18,
    toolHours: 30,
    scrap: 0.0102,
    scrapReasons: ['Crack', 'Wrinkle', 'Sheet not in place'],
    faults: [
      fault('H-3012', 'Hydraulic pressure low', 'Hydraulic hose exchanged'),
      fault('H-3050', 'Oil temperature high', 'Oil cooler cleaned'),
      fault('S-0101', 'Light curtain interrupted', 'Light curtain aligned'),
      fault('D-0440', 'Misfeed in die', 'Jammed sheet removed'),
    ],
    temperature: { rest: 28, work: 52, minutes: 60 },
  },
  injectionMoulder: {
    ...general,
    unattended: true,
    load: 0.55,
    rest: 0.3,
    setupMinutes: 20,
    scrap: 0.0153,
    scrapReasons: ['Sink mark', 'Short shot', 'Flash', 'Burn mark'],
    faults: [
      fault('B-0205', 'Barrel heater band 3 failed', 'Heater band exchanged'),
      fault('M-0611', 'Ejector not in end position', 'Ejector cleaned and greased'),
      fault('H-3012', 'Hydraulic pressure low', 'Pump filter exchanged'),
    ],
    temperature: { rest: 190, work: 228, minutes: 20 },
  },
  weldingCell: {
    ...general,
    load: 0.5,
    toolHours: 5,
    setupMinutes: 8,
    scrap: 0.0102,
    scrapReasons: ['Porosity', 'Seam out of place', 'Spatter'],
    faults: [
      fault('W-0120', 'Wire feed blocked', 'Contact tip exchanged'),
      fault('W-0166', 'Shielding gas flow low', 'Gas bottle exchanged'),
      fault('R-0504', 'Collision, axis 4', 'Torch realigned'),
    ],
  },
  robot: {
    ...general,
    setupMinutes: 4,
    faults: [fault('R-0504', 'Collision, axis 4', 'Gripper realigned'), pneumatic, sensor],
  },
  conveyor: { ...general, unattended: true, load: 0.7, setupMinutes: 0, scrap: 0, faultHours: 12.4 },
  oven: {
    ...general,
    unattended: true,
    load: 0.72,
    rest: 0.45,
    faultHours: 18.6,
    setupMinutes: 10,
    scrap: 0.0051,
    scrapReasons: ['Hardness out of range', 'Coating defect'],
    faults: [
      fault('F-0033', 'Zone 2 temperature deviation', 'Thermocouple exchanged'),
      fault('F-0071', 'Circulating fan overload', 'Fan bearing greased'),
    ],
    temperature: { rest: 176, work: 184, minutes: 15 },
  },
  assemblyStation: {
    ...general,
    setupMinutes: 6,
    faultHours: 7.4,
    scrap: 0.0068,
    scrapReasons: ['Seal damaged', 'Torque not reached', 'Wrong part'],
    faults: [fault('A-0210', 'Torque not reached', 'Screwdriver calibrated'), pneumatic, sensor],
  },
  inspectionStation: {
    ...general,
    load: 0.55,
    setupMinutes: 4,
    faultHours: 14.9,
    scrap: 0.0187,
    scrapReasons: ['Out of tolerance', 'Leak', 'Surface defect', 'Hardness out of range'],
    faults: [fault('Q-0015', 'Probe deviation', 'Probe calibrated'), sensor],
  },
  loom: {
    ...general,
    unattended: true,
    faultHours: 3.2,
    setupMinutes: 16,
    scrap: 0.0136,
    scrapReasons: ['Weft bar', 'Missing end', 'Oil stain'],
    faults: [
      fault('N-0101', 'Warp break', 'Warp end repaired'),
      fault('N-0102', 'Weft break', 'Weft feeder threaded'),
      fault('N-0230', 'Cloth take-up overload', 'Take-up roller cleaned'),
    ],
  },
  reactor: {
    ...general,
    unattended: true,
    load: 0.6,
    rest: 0.2,
    faultHours: 16.1,
    faults: [
      fault('X-0112', 'Agitator torque high', 'Agitator seal exchanged'),
      fault('X-0140', 'Jacket temperature deviation', 'Control valve cleaned'),
    ],
    temperature: { rest: 38, work: 84, minutes: 9 },
  },
  pump: {
    ...general,
    unattended: true,
    load: 0.7,
    rest: 0.04,
    faultHours: 40,
    faults: [
      fault('U-0031', 'Flow below limit', 'Strainer cleaned'),
      fault('U-0044', 'Seal leakage', 'Shaft seal exchanged'),
    ],
  },
  packagingMachine: {
    ...general,
    setupMinutes: 6,
    faultHours: 6.2,
    scrap: 0.0051,
    scrapReasons: ['Label missing', 'Carton damaged'],
    faults: [
      fault('K-0021', 'Film torn', 'Film threaded'),
      fault('K-0034', 'Label printer empty', 'Label roll exchanged'),
      sensor,
    ],
  },
};

/** How a type of equipment behaves as a machine. */
export function machineKind(type: EquipmentType): MachineKind {
  return kinds[type] ?? general;
}
