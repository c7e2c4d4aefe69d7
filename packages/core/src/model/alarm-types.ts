import type { EquipmentState } from './equipment-state.js';
import type { Text } from './text.js';

/** How soon somebody has to respond, from the most urgent down, after ISA-18.2 and IEC 62682. */
export const alarmPriorities = ['critical', 'high', 'medium', 'low'] as const;

/** The priority of an alarm. */
export type AlarmPriority = (typeof alarmPriorities)[number];

/** What a signal can be compared with. One of the keys that fit the kind of the signal. */
export interface SignalTest {
  /** Numbers: true above this, in the unit of the signal. */
  readonly above?: number;
  /** Numbers: true below this, in the unit of the signal. */
  readonly below?: number;
  /** Numbers: how far the value has to come back over the limit, in the unit of the signal. Default 0. */
  readonly deadBand?: number;
  /** States: true in one of these canonical states. */
  readonly states?: readonly EquipmentState[];
  /** Texts: true while the signal says one of these. */
  readonly values?: readonly string[];
}

/** While it is true, an alarm is suppressed by design: it is known and not shown. */
export interface AlarmSuppression extends SignalTest {
  /** Name of a signal of the same equipment, e.g. `state`. */
  readonly signal: string;
}

/** What an alarm means for people, and how it behaves. */
export interface AlarmHandling {
  /** `critical`, `high`, `medium` or `low`. */
  readonly priority?: AlarmPriority;
  /** What is wrong, in words for people. */
  readonly name?: Text;
  /** What happens if nobody does anything. */
  readonly consequence?: Text;
  /** What to do. */
  readonly response?: Text;
  /** Seconds in which the response still helps. */
  readonly timeToRespond?: number;
  /** Whether it stays after its cause has gone, until somebody resets it. Default false. */
  readonly latched?: boolean;
  /** Whether it ends with its cause although nobody has acknowledged it. Default false. */
  readonly autoAcknowledge?: boolean;
  /** Seconds for which the cause must last before there is an alarm. Default 0. */
  readonly onDelay?: number;
  /** Seconds for which the cause must be gone before the alarm returns. Default 0. */
  readonly offDelay?: number;
  /** It is suppressed by design while one of these is true. Default: never. */
  readonly suppressedWhile?: readonly AlarmSuppression[];
}

/** An alarm that the twin raises by itself, from the values of a signal. Several levels of a signal are several alarms. */
export interface AlarmDefinition extends AlarmHandling, SignalTest {
  /** Unique among the definitions, e.g. `bearing-hot`. */
  readonly id: string;
  /** Name of the signal, e.g. `temperature`. */
  readonly signal: string;
  /** Ids; an id of a line or a workshop stands for all below it. Absent: all that have the signal. */
  readonly equipment?: readonly string[];
  /** Seconds without a word of the source, or without a value, after which the signal is stale. */
  readonly silentFor?: number;
}

/**
 * What the conditions that sources report mean. The first rule that fits decides, key by key: what it leaves open, a later
 * one that fits may say.
 */
export interface ConditionRule extends AlarmHandling {
  /** Ids; an id of a line or a workshop stands for all below it. Absent: all. */
  readonly equipment?: readonly string[];
  /** What reports, e.g. `logic`; `*` stands for any text. Absent: any. */
  readonly key?: string;
  /** Code of the source, e.g. `8100*`; `*` stands for any text. Absent: any, or none. */
  readonly code?: string;
  /** Message of the source; `*` stands for any text. Absent: any, or none. */
  readonly text?: string;
  /** `warning` or `fault`. Absent: both. */
  readonly level?: 'warning' | 'fault';
  /** Whether it needs no response: then it is an event and no alarm. Default false. */
  readonly ignored?: boolean;
}

/** Severities from a number up have a priority. */
export interface SeverityBand {
  /** The least severity, e.g. 1 to 1000 in OPC UA. */
  readonly from: number;
  /** Priority of these. */
  readonly priority: AlarmPriority;
}

/** Which priority a condition has that no rule names. */
export interface ConditionPriorities {
  /** Of the level `fault` without a severity that is a number. Default `high`. */
  readonly fault: AlarmPriority;
  /** Of the level `warning` without a severity that is a number. Default `low`. */
  readonly warning: AlarmPriority;
  /** By severity, where it is a number. Default: from 801 critical, 601 high, 401 medium, 1 low. */
  readonly severities: readonly SeverityBand[];
}

/** Equipment whose alarms have one first-out: the alarm that came first is marked until all have gone. */
export interface AlarmGroup {
  /** Unique among the groups. */
  readonly id: string;
  /** Ids; an id of a line or a workshop stands for all below it. */
  readonly equipment: readonly string[];
}

/** The target shares of priorities, as fractions of one. */
export interface PriorityShares {
  /** Critical and high together. Default 0.05. */
  readonly high: number;
  /** Default 0.15. */
  readonly medium: number;
  /** Default 0.8. */
  readonly low: number;
}

/**
 * With what the alarms themselves are judged. The defaults are figures for the desk of one operator of a process plant,
 * as far as they are published; a workshop may need others.
 */
export interface AlarmLimits {
  /** An alarm chatters when it is raised this often within `chatteringTime`. Default 3. */
  readonly chatteringCount: number;
  /** Seconds. Default 60. */
  readonly chatteringTime: number;
  /** Seconds; an alarm that returns within them is fleeting. Default 10. */
  readonly fleetingTime: number;
  /** Seconds; an alarm that stands longer is stale. Default 86,400: a day. */
  readonly staleTime: number;
  /** Alarms within `floodTime` with which a flood begins. Default 10. */
  readonly floodBegin: number;
  /** A flood ends with fewer alarms than this within `floodTime`. Default 5. */
  readonly floodEnd: number;
  /** Seconds. Default 600. */
  readonly floodTime: number;
  /** Alarms per ten minutes on average that one operator can handle. Default 1. */
  readonly averagePerTenMinutes: number;
  /** Alarms in ten minutes that are still no peak. Default 10. */
  readonly peakPerTenMinutes: number;
  /** Which share of the alarms should have which priority. */
  readonly shares: PriorityShares;
}

/** The alarms of a workshop. */
export interface AlarmSettings {
  /** Alarms that the twin raises from signals. Default: none. */
  readonly definitions: readonly AlarmDefinition[];
  /** What the conditions of sources mean. Default: nothing beyond their level. */
  readonly conditions: readonly ConditionRule[];
  /** Which priority a condition has that no rule names. */
  readonly priorities: ConditionPriorities;
  /** First-out over several machines. Default: each equipment is a group of its own. */
  readonly groups: readonly AlarmGroup[];
  /** Seconds; nobody can shelve an alarm for longer. Default 28,800: eight hours. */
  readonly maximumShelving: number;
  /** With what the alarms themselves are judged. */
  readonly limits: AlarmLimits;
}

/** What holds where the workshop file says nothing of alarms. */
export const defaultAlarmSettings: AlarmSettings = Object.freeze<AlarmSettings>({
  definitions: [],
  conditions: [],
  priorities: {
    fault: 'high',
    warning: 'low',
    severities: [
      { from: 801, priority: 'critical' },
      { from: 601, priority: 'high' },
      { from: 401, priority: 'medium' },
      { from: 1, priority: 'low' },
    ],
  },
  groups: [],
  maximumShelving: 28_800,
  limits: {
    chatteringCount: 3,
    chatteringTime: 60,
    fleetingTime: 10,
    staleTime: 86_400,
    floodBegin: 10,
    floodEnd: 5,
    floodTime: 600,
    averagePerTenMinutes: 1,
    peakPerTenMinutes: 10,
    shares: { high: 0.05, medium: 0.15, low: 0.8 },
  },
});
