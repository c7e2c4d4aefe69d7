import type { AlarmSettings } from './alarm-types.js';
import type { Energy } from './energy-types.js';
import type { Characteristic, Losses, Targets } from './figure-types.js';
import type { Floor, Placement } from './floor-types.js';
import type { SignalDefinition } from './signal.js';
import type { Text } from './text.js';

export * from './alarm-types.js';
export * from './energy-types.js';
export * from './figure-types.js';
export * from './floor-types.js';

/** The levels of the role hierarchy of IEC 62264 (ISA-95), from the top. An `area` is a workshop. */
export const equipmentLevels = ['enterprise', 'site', 'area', 'workCenter', 'workUnit'] as const;

/** The level of an equipment in the hierarchy. */
export type EquipmentLevel = (typeof equipmentLevels)[number];

/** Anything in the role hierarchy: a factory, a workshop, a line, a machine, a meter. */
export interface Equipment {
  /** Unique in the workshop; the first part of the addresses of its signals, so without `/`, `+`, `#` and blanks. */
  readonly id: string;
  /** Default: the id. */
  readonly name: Text;
  /** Where it stands in the hierarchy: `area` is a workshop, `workCenter` a line, `workUnit` a machine or a meter. */
  readonly level: EquipmentLevel;
  /** What it is, e.g. `press`, `lathe`, `meter`: chooses icon and model. */
  readonly type?: string;
  /** Id of the equipment it belongs to, one of a higher level. */
  readonly parent?: string;
  /** Where it stands: the middle of its foot, on the floor of the nearest equipment above it that has one. */
  readonly placement?: Placement;
  /** The floor of a workshop. */
  readonly floor?: Floor;
  /** Ids of the equipment that takes what this one has made. Default: none. */
  readonly feeds?: readonly string[];
  /** Seconds one unit takes at the rated speed, for products that do not name this equipment. */
  readonly idealCycle?: number;
  /** Rated electric power in kW. */
  readonly ratedPower?: number;
  /** Whether it is numerically controlled. Default: nobody has said. */
  readonly numericallyControlled?: boolean;
  /** Who made it. */
  readonly manufacturer?: string;
  /** What its maker calls it. */
  readonly modelName?: string;
  /** Its serial number. */
  readonly serialNumber?: string;
}

/** What is produced. */
export interface Product {
  /** As the `product` signal of a machine names it. */
  readonly id: string;
  /** Default: the id. */
  readonly name: Text;
  /** Unit of quantity: `pcs` (default), `kg`, `m` … */
  readonly unit: string;
  /** Seconds one unit takes at the rated speed, by equipment id. */
  readonly idealCycle: Readonly<Record<string, number>>;
}

/** A day of the week, Monday first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** A pause within a shift, in local wall time `HH:MM`. */
export interface Break {
  /** What it is called. */
  readonly name?: Text;
  /** Local wall time `HH:MM`, within the shift. */
  readonly from: string;
  /** Local wall time `HH:MM`, within the shift; at or before `from`: on the next day. */
  readonly to: string;
}

/** A shift, in local wall time `HH:MM`; `to` at or before `from` is on the next day, `24:00` is midnight. */
export interface Shift {
  /** What it is called. */
  readonly name: Text;
  /** Local wall time `HH:MM`. */
  readonly from: string;
  /** Local wall time `HH:MM`; at or before `from`: on the next day; `24:00` is midnight. */
  readonly to: string;
  /** The days on which it starts. Default: all. */
  readonly days: readonly Weekday[];
  /** The pauses in it, which are not planned for production. Default: none. */
  readonly breaks: readonly Break[];
}

/** A stop that was planned before the fact, for all equipment or some. */
export interface PlannedStop {
  /** Why, e.g. the overhaul. */
  readonly name?: Text;
  /** ISO 8601 with zone or `Z`. */
  readonly from: string;
  /** ISO 8601 with zone or `Z`, after `from`. */
  readonly to: string;
  /** Ids; an id of a line or a workshop stands for all below it. Absent: all equipment. */
  readonly equipment?: readonly string[];
}

/** When the workshop is planned to produce. Without shifts it is planned to produce all the time. */
export interface Calendar {
  /** The shifts of a day. Without any it is planned to produce all the time. */
  readonly shifts: readonly Shift[];
  /** Stops that were planned before the fact. */
  readonly plannedStops: readonly PlannedStop[];
  /** Local dates `YYYY-MM-DD` on which no shift starts. */
  readonly holidays: readonly string[];
  /** Start of the production day in local wall time. Default: start of the first shift, else `00:00`. */
  readonly dayStart: string;
}

/**
 * Joins something of a source to a signal of the twin.
 *
 * `from` names what the source calls it: a data item of MTConnect, a signal of a recording, a JSON pointer into a
 * message. For a state made of several inputs it is an object whose keys are the inputs of the vocabulary:
 * `{ "execution": "exec", "mode": "mode", "emergencyStop": "estop" }`.
 */
export interface Binding {
  /** Address, e.g. `press-01/state`. */
  readonly signal: string;
  /** What the source calls it; an object for a state made of several inputs, by the inputs of the vocabulary. */
  readonly from: string | Readonly<Record<string, string>>;
  /** Where the source takes requests for this signal, written as `from`. Default: `from`. */
  readonly to?: string;
  /** Name of the vocabulary that maps words of the source to canonical states, e.g. `mtconnect`. */
  readonly vocabulary?: string;
  /** Unit of the source where it differs from the signal's: a known conversion is applied. */
  readonly unit?: string;
  /** The value of the source is multiplied by this. Default 1. */
  readonly scale?: number;
}

/** A connector of the workshop file. What each type needs beyond this stands in `settings`. */
export interface ConnectorSettings {
  /** `mtconnect`, `mqtt`, `replay` or a type that the host registered. */
  readonly type: string;
  /** For status and messages. Default: type and position, `mtconnect-1`. */
  readonly id: string;
  /** Words for people. Default: the id. */
  readonly name?: Text;
  /** What of the source goes to which signal. */
  readonly bindings: readonly Binding[];
  /** The other keys of the entry as they stand in the file, checked for the built-in types. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A workshop file after reading: complete, checked, with defaults filled in. */
export interface Workshop {
  /** Unique among the workshops of a page. */
  readonly id: string;
  /** Words for people. Default: the id. */
  readonly name: Text;
  /** IANA name of the site's time zone, e.g. `Asia/Shanghai`. Default `UTC`. */
  readonly timeZone: string;
  /** All that stands in the workshop: lines, machines, meters. */
  readonly equipment: readonly Equipment[];
  /** What is produced. */
  readonly products: readonly Product[];
  /** When it is planned to produce. */
  readonly calendar: Calendar;
  /** What is known of its energy. */
  readonly energy: Energy;
  /** Figures to reach. */
  readonly targets: Targets;
  /** How losses are told apart. Default: stops below 300 s are minor, no reasons. */
  readonly losses?: Losses;
  /** What is measured of products. Default: none. */
  readonly characteristics?: readonly Characteristic[];
  /** Its alarms. Default: what sources report to be wrong, by its level. */
  readonly alarms?: AlarmSettings;
  /** Where its data come from. */
  readonly connectors: readonly ConnectorSettings[];
  /** Signals beyond the standard ones, and refinements of those. */
  readonly signals: readonly SignalDefinition[];
  /** What sources say, in other languages: by the text as it is said. Default: none. */
  readonly words?: Readonly<Record<string, Text>>;
}
