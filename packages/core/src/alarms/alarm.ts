import type { AlarmPriority } from '../model/alarm-types.js';
import type { Text } from '../model/text.js';
import type { AlarmState, AlarmTrigger } from './alarm-state.js';

/**
 * An alarm at the moment of the clock. Objects are not changed: as long as nothing about an alarm changes, it is the same
 * object. Times are milliseconds since the epoch.
 */
export interface Alarm {
  /** Source, key and code with `|` between: `press-01/conditions|hydraulics|E-2107`. */
  readonly id: string;
  /** Id of the equipment. */
  readonly equipment: string;
  /** Address of the signal that it comes from. */
  readonly source: string;
  /** What reports: the key of a condition, or the id of a definition of the workshop file. */
  readonly key: string;
  /** The code of the source. */
  readonly code?: string;
  /** What is wrong: by the workshop file, else what the source says, else key and code. */
  readonly name: Text;
  /** The message of the source, as it came. Shown as text only. */
  readonly text?: string;
  readonly priority: AlarmPriority;
  readonly state: AlarmState;
  /** Whether its cause stands, as far as is known; told also while it is hidden. */
  readonly active: boolean;
  /** Whether nobody has to acknowledge it. */
  readonly acknowledged: boolean;
  /** False while the source is away: nobody knows whether the cause still stands. */
  readonly isKnown: boolean;
  /** When it was raised last; `undefined` if it never was (out of service or shelved all the time). */
  readonly raisedAt?: number;
  /** When its cause went, if it has gone. */
  readonly returnedAt?: number;
  /** When this occurrence was acknowledged. */
  readonly acknowledgedAt?: number;
  /** Who acknowledged it, as the host page said; `undefined` also where the plant says no name. */
  readonly acknowledgedBy?: string;
  /** Until when it is shelved. */
  readonly shelvedUntil?: number;
  /** Who shelved it or took it out of service. */
  readonly hiddenBy?: string;
  /** Why it was shelved or taken out of service. */
  readonly hiddenWhy?: string;
  /** The comment of who acknowledged it. */
  readonly comment?: string;
  /** How often it was raised until now, as far as is kept. */
  readonly occurrences: number;
  /** Whether it came first in its group, of all that have not gone since. */
  readonly isFirstOut: boolean;
  /** Whether it is raised again and again, by default three times in a minute. */
  readonly isChattering: boolean;
  /** Whether it returned within a short time, by default ten seconds. */
  readonly isFleeting: boolean;
  /** Whether its cause stands for a long time, by default a day. */
  readonly isStale: boolean;
  /** What happens if nobody does anything. */
  readonly consequence?: Text;
  /** What to do. */
  readonly response?: Text;
  /** Seconds after `raisedAt` in which the response still helps. */
  readonly timeToRespond?: number;
}

/** The alarms of an equipment in short, for tiles and marks. */
export interface AlarmSummary {
  /** The most urgent priority among those that are shown; shelved, suppressed ones and those out of service are not. */
  readonly priority: AlarmPriority;
  /** How many are shown and nobody has acknowledged. */
  readonly unacknowledged: number;
  /** How many are shown. */
  readonly count: number;
}

/** Something that happened to an alarm. */
export interface AlarmEvent {
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** Id of the alarm. */
  readonly alarm: string;
  /** Id of the equipment. */
  readonly equipment: string;
  /** What happened: `change` if only its words, its priority or the knowledge of it did. */
  readonly trigger: AlarmTrigger | 'change';
  /** What it became. */
  readonly state: AlarmState;
  readonly priority: AlarmPriority;
  /** Whether people were shown it anew: what rates and floods count. */
  readonly annunciated: boolean;
  /** Who did it, as the host page said. */
  readonly who?: string;
  /** Why, or the comment. */
  readonly why?: string;
}

/** What a person did to an alarm, to be kept by the host and given back after a reload. Plain JSON. */
export interface AlarmAct {
  readonly kind: 'acknowledge' | 'reset' | 'shelve' | 'unshelve' | 'removeFromService' | 'returnToService';
  /** Id of the alarm. */
  readonly alarm: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly who: string;
  /**
   * Acknowledging and resetting: when the alarm that was seen had been raised, in milliseconds since the epoch. What a late
   * observation raises after that is not acknowledged by it.
   */
  readonly seen?: number;
  /** Shelving: when it ends by itself, in milliseconds since the epoch. */
  readonly until?: number;
  readonly why?: string;
}

/**
 * Why an act on an alarm was refused.
 *
 * - `unknown`: there is no such alarm
 * - `notPermitted`: the host page does not permit it
 * - `past`: the page shows a moment of the past
 * - `unfit`: the state of the alarm does not fit, e.g. somebody else was faster
 * - `raisedAgain`: it was raised again while the host page was asked, and nobody has seen that yet
 */
export type AlarmRefusal = 'unknown' | 'notPermitted' | 'past' | 'unfit' | 'raisedAgain';

/** What came of an act on some alarms. */
export interface ActResult {
  /** Ids of the alarms on which it was done. */
  readonly done: readonly string[];
  /** The others, each with why, also as one sentence in English. */
  readonly refused: readonly {
    readonly alarm: string;
    readonly refusal: AlarmRefusal;
    readonly reason: string;
  }[];
}

/** Whether so many alarms come that nobody can follow them. */
export interface AlarmFlood {
  readonly isFlood: boolean;
  /** Since when, in milliseconds since the epoch. */
  readonly since?: number;
  /** Alarms annunciated within the time that is looked at, by default ten minutes. */
  readonly count: number;
}
