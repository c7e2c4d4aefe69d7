import type { Text } from './text.js';
import type { Weekday } from './workshop-types.js';

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
  /** Id of the meter before it, whose reading contains its own. Default: follows from what the meters measure. */
  readonly parentMeter?: string;
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
  /** Days of the week on which it holds. Default: all. */
  readonly days?: readonly Weekday[];
  /** Local dates `YYYY-MM-DD` on which it holds, e.g. public holidays. Default: all. */
  readonly dates?: readonly string[];
}

/** Prices of electricity by the time of day, from a date until the next tariff begins. */
export interface Tariff {
  /** Local date `YYYY-MM-DD` of its first day. Default: since ever. */
  readonly validFrom?: string;
  /** What its publisher calls it, e.g. the number of the notice. */
  readonly version?: string;
  /** ISO 4217, e.g. `CNY`. */
  readonly currency: string;
  /** Where two hold at one time, the first counts. */
  readonly bands: readonly TariffBand[];
}

/** How CO₂ of bought energy is counted (GHG Protocol, Scope 2). */
export const emissionMethods = ['location', 'market'] as const;
export type EmissionMethod = (typeof emissionMethods)[number];

/** The two ways to count standard coal, which must not be mixed (GB/T 2589). */
export const coalBases = ['equivalent', 'primary'] as const;
export type CoalBasis = (typeof coalBases)[number];

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
  /** `location`: the mean of the grid; `market`: what the contract says. Default `location`. */
  readonly method?: EmissionMethod;
}

/** How much standard coal a unit of a carrier stands for. */
export interface CoalFactor {
  /** Id of a carrier. Default `electricity`. */
  readonly carrier: string;
  /** Kilograms of standard coal equivalent (kgce) a unit, e.g. a kWh. */
  readonly factor: number;
  /** `equivalent`: its energy content (当量值); `primary`: what it takes to make it (等价值). Default `equivalent`. */
  readonly basis: CoalBasis;
  /** The year it was made for. */
  readonly year?: number;
  /** Who published it. */
  readonly source?: string;
}

/** Days that the energy of later days is compared with (EnB, ISO 50001). */
export interface EnergyBaseline {
  /** Unique among the baselines. */
  readonly id: string;
  /** Id of the equipment whose energy it is. */
  readonly equipment: string;
  /** Id of a carrier. Default `electricity`. */
  readonly carrier: string;
  /** Addresses of the signals that the energy depends on, e.g. `press-01/goodCount`. */
  readonly drivers: readonly string[];
  /** Local date `YYYY-MM-DD` of its first day. */
  readonly from: string;
  /** Local date `YYYY-MM-DD` of the day after its last. */
  readonly to: string;
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
  /** Minutes from one demand window to the next, where they slide. Default: each begins where the last one ends. */
  readonly demandStep?: number;
  /** Power factor that the grid operator expects, e.g. 0.9. */
  readonly powerFactor?: number;
  /** Prices of electricity. Default: none, so no cost is told. */
  readonly tariffs: readonly Tariff[];
  /** CO₂ by carrier. Default: none, so none is told. */
  readonly emissionFactors: readonly EmissionFactor[];
  /** Standard coal by carrier. Default: none, so none is told. */
  readonly coalFactors?: readonly CoalFactor[];
  /** What later energy is compared with. Default: none. */
  readonly baselines?: readonly EnergyBaseline[];
}
