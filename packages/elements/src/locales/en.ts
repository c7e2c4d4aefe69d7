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

  readonly toTarget: string;
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
  readonly machinesEach: (count: number, duration: string) => string;
  readonly minutes: string;
  readonly seconds: string;
  readonly ofCalendar: string;
  readonly calendarTime: string;
  readonly outsidePlan: string;
  readonly plannedTime: string;
  readonly knownPlannedTime: string;
  readonly runTime: string;
  readonly speedLoss: string;
  readonly netRunTime: string;
  readonly defects: string;
  readonly goodTime: string;
  readonly factorOf: (divisor: string, share: string, factor: string) => string;
  readonly oeeFormula: (good: string, known: string, share: string) => string;
  readonly boundsSentence: (duration: string, low: string, high: string) => string;

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

  readonly machines: string;
  readonly runningOf: (running: number, all: number) => string;
  readonly sortBy: string;
  readonly sortFile: string;
  readonly sortName: string;
  readonly sortState: string;
  readonly showStates: string;
  readonly allStates: string;
  readonly noneMatch: string;
  readonly noMachines: string;
  readonly otherMachines: string;

  readonly stateTimeline: string;
  readonly machineCount: (count: number) => string;
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

  toTarget: 'to target',
  points: 'pts',
  target: (share) => `target ${share}`,
  bounds: (low, high) => `bounds ${low} … ${high}`,
  dataFor: (share) => `data for ${share} of planned time`,
  performance: 'Performance',
  quality: 'Quality',
  shiftTo: (name, time) => `${name} shift to ${time}`,
  fromTo: (from, to) => `${from} … ${to}`,
  nothingPlanned: 'Nothing was planned in this time.',
  noOee: (missing, machines) => `No OEE: ${missing} for ${machines}.`,
  oeeOfSome: (count, all, machines, missing) =>
    `OEE of ${count} of ${all} machines. Not in it: ${machines} (${missing}).`,
  noProducedCount: 'no piece count',
  noGoodCount: 'no count of good pieces',
  noIdealCycle: 'no ideal cycle',
  and: ' and ',
  listComma: ', ',
  performanceAboveOne: 'Performance above 100 %: an ideal cycle is set too long.',
  howMade: 'How this number is made',
  machinesEach: (count, duration) =>
    `${count === 1 ? duration : `${count} machines, ${duration} each`}. Every minute is somewhere.`,
  minutes: 'min',
  seconds: 's',
  ofCalendar: '% of calendar',
  calendarTime: 'Calendar time',
  outsidePlan: 'Outside the plan',
  plannedTime: 'Planned time',
  knownPlannedTime: 'Known planned time',
  runTime: 'Run time',
  speedLoss: 'Reduced speed, minor stops',
  netRunTime: 'Net run time',
  defects: 'Defects',
  goodTime: 'Good time',
  factorOf: (divisor, share, factor) => `÷ ${divisor} = ${share} ${factor}`,
  oeeFormula: (good, known, share) => `OEE = good time ÷ known planned time = ${good} ÷ ${known} = ${share}.`,
  boundsSentence: (duration, low, high) =>
    `If the ${duration} without data were all lost: ${low}; all good: ${high}.`,

  connections: 'Connections',
  noConnections: 'The workshop file names no data source.',
  since: (time) => `since ${time}`,
  lastMessage: 'since last message',
  neverHeard: 'never heard',
  observations: 'observations',
  late: 'late',
  refused: 'refused',
  nextTry: (duration, attempt) => `Try ${attempt + 1} in ${duration}.`,
  clockAhead: (duration) => `The clock of the source is ${duration} ahead.`,
  refusedInput: 'What was refused',
  refusalTime: 'time',
  place: 'place',
  found: 'found',
  allowed: 'allowed',

  machines: 'Machines',
  runningOf: (running, all) => `${running} of ${all} running`,
  sortBy: 'Sort by',
  sortFile: 'place in line',
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
  meanPower: 'mean',
  peak: 'peak',
  energy: 'energy',
  limitOf: (power) => `limit ${power}`,
  loadLine: 'Line: load',
  demandSteps: (duration) => `Steps: ${duration} demand`,
  counterOnly: 'a counter is read, no load',
  energyUsed: (amount) => `${amount} used`,
  measuredShare: (share) => `${share} of the time measured`,
  noMeter: 'Nothing here measures power or energy.',
  powerKeys: 'Left and right move the cursor by one step of the line, with Shift by one demand interval.',
  demand: 'demand',
  load: 'load',
};
