import type { ConnectionState, EquipmentState } from '@twinfloor/core';
import type { UnitWords } from '../internal/format.js';

/** All words that the elements say. A language that lacks one does not compile. */
export interface Terms extends UnitWords {
  /** Stands where a figure has no basis. */
  readonly none: string;
  readonly states: Readonly<Record<EquipmentState, string>>;
  readonly connectionStates: Readonly<Record<ConnectionState, string>>;

  readonly loading: string;
  readonly workshopFailed: string;
  readonly problems: (count: number) => string;
  readonly foundAllowed: (found: string, allowed: string) => string;
  readonly noTwin: string;
  readonly noEquipment: (id: string) => string;
  readonly noPermission: string;
  readonly noData: string;
  readonly noDataSince: (time: string) => string;
  readonly retry: string;
  readonly atTime: (time: string) => string;

  readonly oee: string;
  readonly oeeBounds: (low: string, high: string) => string;
  readonly availability: string;
  readonly availabilityShort: string;
  readonly running: string;
  readonly good: string;
  readonly goodOf: (share: string) => string;
  readonly produced: string;
  readonly power: string;
  /** Begins the description of a tile for screen readers. */
  readonly equipmentSentence: (name: string, state: string, duration: string, reason: string) => string;
  /** Between the parts of a description. */
  readonly pause: string;
  readonly faultAnnouncement: (name: string, reason: string) => string;

  readonly machines: string;
  readonly runningOf: (running: number, all: number) => string;
  readonly sortBy: string;
  readonly sortName: string;
  readonly sortState: string;
  readonly showStates: string;
  readonly allStates: string;
  readonly noneMatch: string;
  readonly otherMachines: string;

  readonly stateTimeline: string;
  readonly machineCount: (count: number) => string;
  readonly noMachines: string;
  /** Label of the now line; `time` is a clock's text. */
  readonly nowAt: (time: string) => string;
  readonly now: string;
  readonly runningShare: string;
  readonly folded: (duration: string) => string;
  readonly mergedStops: (count: number) => string;
  readonly timelineKeys: string;
  readonly showTable: string;
  readonly hideTable: string;
  readonly machine: string;
  readonly state: string;
  readonly from: string;
  readonly until: string;
  readonly durationColumn: string;
  readonly reason: string;
  readonly sourceWord: string;

  readonly powerTitle: string;
  readonly loadNow: string;
  readonly demandOf: (from: string, to: string) => string;
  readonly expectedFor: (from: string, to: string) => string;
  readonly allowedFor: (duration: string) => string;
  readonly limitPassed: string;
  readonly peakAt: (time: string) => string;
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

/** English. */
export const en: Terms = {
  second: 's',
  minute: 'min',
  hour: 'h',
  day: 'd',
  units: { pcs: 'pcs' },
  none: '–',
  states: {
    running: 'Running',
    setup: 'Set-up',
    idle: 'Idle',
    starved: 'Starved',
    blocked: 'Blocked',
    fault: 'Fault',
    maintenance: 'Maintenance',
    plannedStop: 'Planned stop',
    offline: 'Offline',
    unknown: 'Unknown',
  },
  connectionStates: {
    connecting: 'Connecting',
    live: 'Live',
    waiting: 'Lost',
    failed: 'Failed',
    stopped: 'Stopped',
  },

  loading: 'Loading',
  workshopFailed: 'The workshop file could not be read.',
  problems: (count) =>
    count === 1 ? '1 problem in the workshop file' : `${count} problems in the workshop file`,
  foundAllowed: (found, allowed) => `found ${found}; allowed: ${allowed}`,
  noTwin: 'Not connected to a workshop.',
  noEquipment: (id) => `There is no equipment “${id}” in this workshop.`,
  noPermission: 'No permission',
  noData: 'No data',
  noDataSince: (time) => `No data since ${time}`,
  retry: 'Try again',
  atTime: (time) => `at ${time}`,

  oee: 'OEE',
  oeeBounds: (low, high) => `OEE ${low}…${high}`,
  availability: 'Availability',
  availabilityShort: 'availability',
  running: 'running',
  good: 'good',
  goodOf: (share) => `good · ${share}`,
  produced: 'produced',
  power: 'power',
  equipmentSentence: (name, state, duration, reason) =>
    `${name}: ${state}${duration && ` for ${duration}`}${reason && `, ${reason}`}`,
  pause: '. ',
  faultAnnouncement: (name, reason) => `Fault at ${name}${reason ? `: ${reason}` : ''}`,

  machines: 'Machines',
  runningOf: (running, all) => `${running} of ${all} running`,
  sortBy: 'Sort by',
  sortName: 'name',
  sortState: 'state',
  showStates: 'Show',
  allStates: 'all states',
  noneMatch: 'No machine is in this state now.',
  otherMachines: 'Other machines',

  stateTimeline: 'State timeline',
  machineCount: (count) => (count === 1 ? '1 machine' : `${count} machines`),
  noMachines: 'No machines here.',
  nowAt: (time) => `now ${time}`,
  now: 'now',
  runningShare: 'running, %',
  folded: (duration) => `${duration} folded`,
  mergedStops: (count) => `${count} short stops, merged as shares`,
  timelineKeys:
    'Left and right move the cursor by one observation, with Shift by one interval; up and down change the machine; Enter selects it.',
  showTable: 'Show as table',
  hideTable: 'Hide table',
  machine: 'Machine',
  state: 'State',
  from: 'From',
  until: 'To',
  durationColumn: 'Duration',
  reason: 'Reason',
  sourceWord: 'As reported',

  powerTitle: 'Power',
  loadNow: 'load now',
  demandOf: (from, to) => `demand ${from}–${to}`,
  expectedFor: (from, to) => `expected for ${from}–${to}`,
  allowedFor: (duration) => `allowed in the ${duration} left`,
  limitPassed: 'limit passed already',
  peakAt: (time) => `peak, ${time}`,
  limitOf: (power) => `limit ${power}`,
  loadLine: 'Line: load',
  demandSteps: (duration) => `Steps: ${duration} demand`,
  counterOnly: 'a counter is read, no load',
  energyUsed: (amount) => `${amount} used`,
  measuredShare: (share) => `${share} of the time measured`,
  noMeter: 'Nothing here measures power or energy.',
  powerKeys: 'Left and right move the cursor by one step of the line, with Shift by one demand interval.',
  demand: 'Demand',
  load: 'Load',
};
