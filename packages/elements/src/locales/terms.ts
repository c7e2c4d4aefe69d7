import type { ConnectionState, EquipmentState } from '@twinfloor/core';
import type { UnitWords } from '../internal/format.js';

/** Words that several elements say, and those for units. */
export interface CommonTerms extends UnitWords {
  /** Stands where a figure has no basis. */
  readonly none: string;
  readonly states: Readonly<Record<EquipmentState, string>>;
  readonly loading: string;
  readonly workshopFailed: string;
  readonly noTwin: string;
  readonly noEquipment: (id: string) => string;
  readonly noPermission: string;
  readonly noData: string;
  readonly noDataSince: (time: string) => string;
  readonly retry: string;
  readonly atTime: (time: string) => string;
  readonly oee: string;
  readonly running: string;
  /** Begins the description of a tile for screen readers. */
  readonly equipmentSentence: (name: string, state: string, duration: string, reason: string) => string;
  /** Between the parts of a description. */
  readonly pause: string;
  readonly noMachines: string;
  readonly showTable: string;
  readonly hideTable: string;
  readonly state: string;
  readonly from: string;
  readonly until: string;
}

/** Words about mistakes in a workshop file. */
export interface ProviderTerms {
  readonly problems: (count: number) => string;
  readonly foundAllowed: (found: string, allowed: string) => string;
}

/** Words of a tile. */
export interface TileTerms {
  readonly oeeBounds: (low: string, high: string) => string;
  readonly availabilityShort: string;
  readonly good: string;
  readonly produced: string;
  readonly power: string;
  readonly faultAnnouncement: (name: string, reason: string) => string;
}

/** Words of the grid of tiles. */
export interface GridTerms {
  readonly machines: string;
  readonly runningOf: (running: number, all: number) => string;
  readonly sortBy: string;
  readonly sortFile: string;
  readonly sortName: string;
  readonly sortState: string;
  readonly showStates: string;
  readonly allStates: string;
  readonly noneMatch: string;
  readonly otherMachines: string;
}

/** Words of the OEE. */
export interface OeeTerms {
  readonly availability: string;
  /** `distance` is a text such as `−3.3 pts`. */
  readonly toTarget: (distance: string) => string;
  readonly points: string;
  readonly target: (share: string) => string;
  readonly bounds: (low: string, high: string) => string;
  readonly dataFor: (share: string) => string;
  readonly performance: string;
  readonly quality: string;
  readonly shiftTo: (name: string, time: string) => string;
  readonly fromTo: (from: string, to: string) => string;
  readonly nothingPlanned: string;
  readonly noOee: (missing: string, machines: string) => string;
  readonly oeeOfSome: (count: number, all: number, machines: string, missing: string) => string;
  readonly noProducedCount: string;
  readonly noGoodCount: string;
  readonly noIdealCycle: string;
  readonly and: string;
  readonly listComma: string;
  readonly performanceAboveOne: string;
  readonly howMade: string;
  readonly speedLoss: string;
  readonly defects: string;
  readonly goodTime: string;
}

/** Words of the explanation of an OEE. */
export interface ExplanationTerms {
  readonly machinesEach: (count: number, duration: string) => string;
  readonly minutes: string;
  readonly seconds: string;
  readonly ofCalendar: string;
  readonly calendarTime: string;
  readonly outsidePlan: string;
  readonly plannedTime: string;
  readonly knownPlannedTime: string;
  readonly runTime: string;
  readonly netRunTime: string;
  readonly factorOf: (divisor: string, share: string, factor: string) => string;
  readonly oeeFormula: (good: string, known: string, share: string) => string;
  readonly boundsSentence: (duration: string, low: string, high: string) => string;
}

/** Words of the list of connections. */
export interface ConnectionsTerms {
  readonly connectionStates: Readonly<Record<ConnectionState, string>>;
  readonly connections: string;
  readonly noConnections: string;
  readonly since: (time: string) => string;
  readonly lastMessage: string;
  readonly neverHeard: string;
  readonly observations: string;
  readonly late: string;
  readonly refused: string;
  readonly nextTry: (duration: string, attempt: number) => string;
  readonly clockAhead: (duration: string) => string;
  readonly refusedInput: string;
  readonly refusalTime: string;
  readonly place: string;
  readonly found: string;
  readonly allowed: string;
}

/** Words of the timeline of states. */
export interface TimelineTerms {
  readonly stateTimeline: string;
  readonly machineCount: (count: number) => string;
  /** Label of the now line; `time` is a clock's text. */
  readonly nowAt: (time: string) => string;
  readonly runningShare: string;
  readonly folded: (duration: string) => string;
  readonly mergedStops: (count: number) => string;
  readonly timelineKeys: string;
  readonly machine: string;
  readonly durationColumn: string;
  readonly reason: string;
  readonly sourceWord: string;
}

/** Words of the power chart. */
export interface PowerTerms {
  readonly powerTitle: string;
  readonly loadNow: string;
  readonly demandOf: (from: string, to: string) => string;
  readonly expectedFor: (from: string, to: string) => string;
  readonly allowedFor: (duration: string) => string;
  readonly limitPassed: string;
  readonly peakAt: (time: string) => string;
  readonly meanPower: string;
  readonly peak: string;
  readonly energy: string;
  readonly limitOf: (power: string) => string;
  readonly loadLine: string;
  readonly demandSteps: (duration: string) => string;
  readonly counterOnly: string;
  readonly energyUsed: (amount: string) => string;
  readonly measuredShare: (share: string) => string;
  readonly noMeter: string;
  readonly powerKeys: string;
  readonly demand: string;
  readonly load: string;
}

/** All words that the elements say. A language that lacks one does not compile. */
export interface Terms
  extends
    CommonTerms,
    ProviderTerms,
    TileTerms,
    GridTerms,
    OeeTerms,
    ExplanationTerms,
    ConnectionsTerms,
    TimelineTerms,
    PowerTerms {}
