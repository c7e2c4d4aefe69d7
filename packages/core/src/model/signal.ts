import type { Text } from './text.js';

/**
 * The kinds of signal, each kept in a series of its own kind.
 *
 * - `state`: one of the canonical equipment states, with the word of the source beside it
 * - `counter`: a running total that only grows (pieces, kWh), with roll-overs and resets
 * - `number`: a measured value that holds until the next observation (kW, °C)
 * - `text`: a word that holds until the next observation (program, order, product, raw execution)
 * - `condition`: what the equipment reports to be wrong; several can be active at once
 */
export const signalKinds = ['state', 'counter', 'number', 'text', 'condition'] as const;

/** The kind of a signal. */
export type SignalKind = (typeof signalKinds)[number];

/** What is known of a signal beside its observations. */
export interface SignalDefinition {
  /** Name within the equipment, e.g. `power`. */
  readonly name: string;
  /** Which equipment has it; absent: any. */
  readonly equipment?: readonly string[];
  /** How its observations are kept: `state`, `counter`, `number`, `text` or `condition`. */
  readonly kind: SignalKind;
  /** Words for people; absent: the name. */
  readonly label?: Text;
  /** Unit of the values, e.g. `kW`; absent for states and texts. */
  readonly unit?: string;
  /** How often the source is expected to report, in seconds. Age against it gives live, late and stale. */
  readonly expectedPeriod?: number;
  /** Counters only: the reading after which the counter starts again at 0, e.g. 1 000 000 for six digits. */
  readonly modulus?: number;
  /** Counters only: growth per second above which a step is not believed to be a roll-over or production. */
  readonly maximumRate?: number;
  /** Counters only: `total` (default), each reading is the count so far; `increment`, each is what came new. */
  readonly counting?: 'total' | 'increment';
  /** Numbers only: what its values mean for the condition of the equipment, from the lowest zone up. */
  readonly zones?: readonly ConditionZone[];
  /** Numbers and texts only: what people may ask the plant to make of it; absent: nothing. */
  readonly request?: RequestRules;
}

/** What may be asked for a signal. */
export interface RequestRules {
  /** Numbers: the smallest value that may be asked for, in the unit of the signal. */
  readonly minimum?: number;
  /** Numbers: the largest value that may be asked for, in the unit of the signal. */
  readonly maximum?: number;
  /** Numbers: a value that may be asked for lies a whole number of steps above the minimum; absent: any. */
  readonly step?: number;
  /** The values that may be asked for and no others, in the order in which they are shown. */
  readonly values?: readonly (number | string)[];
  /** Seconds in which the plant has to be observed to have done it; absent: 30. */
  readonly timeout?: number;
  /** Numbers: how far the observed value may be from what was asked for; less than a step; absent: half a step, without one a millionth of the value. */
  readonly tolerance?: number;
  /** Name of the signal of the same equipment that shows that the plant has done it; absent: the signal itself. */
  readonly confirmedBy?: string;
}

/** How bad a zone is. */
export const zoneSeverities = ['normal', 'warning', 'fault'] as const;
export type ZoneSeverity = (typeof zoneSeverities)[number];

/** Values with one meaning for the condition of an equipment, e.g. zone `C` of ISO 20816. */
export interface ConditionZone {
  /** What it is called. */
  readonly name: Text;
  /** Where it ends, in the unit of the signal; this value belongs to the next zone. Absent for the last one: no end. */
  readonly below?: number;
  /** `normal`, `warning` or `fault`. */
  readonly severity: ZoneSeverity;
}

/** The signals that every equipment may have without declaring them. */
export const standardSignals: Readonly<Record<string, SignalDefinition>> = Object.freeze({
  state: { name: 'state', kind: 'state' },
  execution: { name: 'execution', kind: 'text' },
  mode: { name: 'mode', kind: 'text' },
  reason: { name: 'reason', kind: 'text' },
  order: { name: 'order', kind: 'text' },
  product: { name: 'product', kind: 'text' },
  program: { name: 'program', kind: 'text' },
  producedCount: { name: 'producedCount', kind: 'counter' },
  goodCount: { name: 'goodCount', kind: 'counter' },
  scrapCount: { name: 'scrapCount', kind: 'counter' },
  reworkCount: { name: 'reworkCount', kind: 'counter' },
  scrapReason: { name: 'scrapReason', kind: 'text' },
  comment: { name: 'comment', kind: 'text' },
  orderQuantity: { name: 'orderQuantity', kind: 'number' },
  cycleTime: { name: 'cycleTime', kind: 'number', unit: 's' },
  bufferCount: { name: 'bufferCount', kind: 'number' },
  level: { name: 'level', kind: 'number', unit: '%' },
  positionX: { name: 'positionX', kind: 'number', unit: 'm' },
  positionY: { name: 'positionY', kind: 'number', unit: 'm' },
  heading: { name: 'heading', kind: 'number', unit: '°' },
  energy: { name: 'energy', kind: 'counter', unit: 'kWh' },
  power: { name: 'power', kind: 'number', unit: 'kW' },
  temperature: { name: 'temperature', kind: 'number', unit: '°C' },
  conditions: { name: 'conditions', kind: 'condition' },
});

/** The two parts of a signal's address. */
export interface SignalAddress {
  readonly equipment: string;
  readonly signal: string;
}

/**
 * Takes the address of a signal apart: `press-01/power`.
 *
 * @throws {RangeError} if there is not exactly one slash with text on both sides
 */
export function parseAddress(address: string): SignalAddress {
  const slash = address.indexOf('/');
  if (slash < 1 || slash !== address.lastIndexOf('/') || slash === address.length - 1) {
    throw new RangeError(`invalid signal address: ${address}, allowed: equipment/signal`);
  }
  return { equipment: address.slice(0, slash), signal: address.slice(slash + 1) };
}
