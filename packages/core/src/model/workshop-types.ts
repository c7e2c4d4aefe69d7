import type { SignalDefinition } from './signal.js';
import type { Text } from './text.js';

/** The levels of the role hierarchy of IEC 62264 (ISA-95), from the top. An `area` is a workshop. */
export const equipmentLevels = ['enterprise', 'site', 'area', 'workCenter', 'workUnit'] as const;

/** The level of an equipment in the hierarchy. */
export type EquipmentLevel = (typeof equipmentLevels)[number];

/** Where an equipment stands, in metres on the floor of its workshop; `x` to the right, `y` away from the viewer. */
export interface Placement {
  /** Metres to the right. */
  readonly x: number;
  /** Metres away from the viewer. */
  readonly y: number;
  /** Degrees, counter-clockwise seen from above. Default 0. */
  readonly rotation?: number;
  /** A glTF file to show instead of the parametric model of the type. */
  readonly model?: string;
  /** Metres along its own x axis, before rotation. Default: as the model of its type. */
  readonly width?: number;
  /** Metres along its own y axis, before rotation. Default: as the model of its type. */
  readonly depth?: number;
  /** Metres. Default: as the model of its type. */
  readonly height?: number;
}

/** A part of a floor with a name: a line, a store, an office. */
export interface FloorZone {
  /** What is written on it. Default: the name of its equipment. */
  readonly name?: Text;
  /** Id of the equipment that works in it. */
  readonly equipment?: string;
  /** Metres from the left edge of the floor. */
  readonly x: number;
  /** Metres from the edge of the floor next to the viewer. */
  readonly y: number;
  /** Metres to the right. */
  readonly width: number;
  /** Metres away from the viewer. */
  readonly depth: number;
}

/** A way for people and vehicles. */
export interface FloorAisle {
  /** The middle of the way, in metres: `[[x, y], [x, y] …]`, two points or more. */
  readonly points: readonly (readonly number[])[];
  /** Metres. Default 3. */
  readonly width: number;
}

/** A place from which the floor is looked at. */
export interface FloorView {
  /** What it is called. */
  readonly name: Text;
  /** Id of the equipment in the middle. Default: the whole floor. */
  readonly equipment?: string;
  /** Degrees from which one looks, 0 from the front, 90 from the right. Default 25. */
  readonly azimuth?: number;
  /** Degrees above the floor, 8 to 87. Default 38. */
  readonly elevation?: number;
}

/**
 * The floor of a workshop. What belongs to the workshop is placed on it: `x` from its left edge, `y` from the edge
 * next to the viewer.
 */
export interface Floor {
  /** Metres to the right. */
  readonly width: number;
  /** Metres away from the viewer. */
  readonly depth: number;
  /** Default: none. */
  readonly zones: readonly FloorZone[];
  /** Default: none. */
  readonly aisles: readonly FloorAisle[];
  /** Named views, in the order of a tour. Default: none. */
  readonly views: readonly FloorView[];
}

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

/** A form of energy. */
export interface EnergyCarrier {
  /** The word meters use for it; `electricity` is there without being told. */
  readonly id: string;
  /** Default: the id. */
  readonly name: Text;
  /** Unit of quantity, e.g. `kWh`, `m³`, `kg`. */
  readonly unit: string;
}

/** Says what a meter measures. The meter itself is an equipment with an `energy` or `power` signal. */
export interface Meter {
  /** Id of the meter among the equipment. */
  readonly equipment: string;
  /** Id of a carrier. Default `electricity`. */
  readonly carrier: string;
  /** Ids of the equipment whose use it measures. Default: the parent of the meter. */
  readonly measures: readonly string[];
}

/** The bands of a tariff: sharp peak 尖, peak 峰, flat 平, valley 谷, deep valley 深谷. */
export const tariffBands = ['sharp', 'peak', 'flat', 'valley', 'deepValley'] as const;
export type TariffBandName = (typeof tariffBands)[number];

/** Hours of the day, in local wall time `HH:MM`; `to` at or before `from` is on the next day, `24:00` is midnight. */
export interface DayHours {
  /** Local wall time `HH:MM`. */
  readonly from: string;
  /** Local wall time `HH:MM`; at or before `from`: on the next day. */
  readonly to: string;
}

/** What electricity costs at some hours. */
export interface TariffBand {
  /** `sharp`, `peak`, `flat`, `valley` or `deepValley`: chooses word and colour. */
  readonly band: TariffBandName;
  /** Price of a kWh, in the currency of the tariff. */
  readonly price: number;
  /** When it holds. */
  readonly hours: readonly DayHours[];
  /** Months in which it holds, 1 to 12. Default: all. */
  readonly months?: readonly number[];
}

/** Prices of electricity by the time of day, from a date until the next tariff begins. */
export interface Tariff {
  /** Local date `YYYY-MM-DD` of its first day. Default: since ever. */
  readonly validFrom?: string;
  /** ISO 4217, e.g. `CNY`. */
  readonly currency: string;
  /** Where two hold at one time, the first counts. */
  readonly bands: readonly TariffBand[];
}

/** How much CO₂ a unit of a carrier stands for. */
export interface EmissionFactor {
  /** Id of a carrier. Default `electricity`. */
  readonly carrier: string;
  /** Kilograms of CO₂ equivalent a unit, e.g. a kWh. */
  readonly factor: number;
  /** The year it was made for. */
  readonly year?: number;
  /** Who published it. */
  readonly source?: string;
}

/** What the workshop knows of its energy. */
export interface Energy {
  /** Forms of energy beside electricity, or instead of its defaults. */
  readonly carriers: readonly EnergyCarrier[];
  /** What the meters among the equipment measure. */
  readonly meters: readonly Meter[];
  /** Length of the demand window in minutes. Default 15. */
  readonly demandInterval: number;
  /** Agreed maximum demand in kW. */
  readonly demandLimit?: number;
  /** Prices of electricity. Default: none, so no cost is told. */
  readonly tariffs: readonly Tariff[];
  /** CO₂ by carrier. Default: none, so none is told. */
  readonly emissionFactors: readonly EmissionFactor[];
}

/** Figures to reach. */
export interface Targets {
  /** OEE as a fraction of one. */
  readonly oee?: number;
  /** Good units an hour of planned time, by equipment id. Default: none. */
  readonly production: Readonly<Record<string, number>>;
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
  /** Where its data come from. */
  readonly connectors: readonly ConnectorSettings[];
  /** Signals beyond the standard ones, and refinements of those. */
  readonly signals: readonly SignalDefinition[];
  /** What sources say, in other languages: by the text as it is said. Default: none. */
  readonly words?: Readonly<Record<string, Text>>;
}
