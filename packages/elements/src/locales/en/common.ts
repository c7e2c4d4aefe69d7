import type { EquipmentState } from '@twinfloor/core';
import type { UnitWords } from '../../internal/format.js';

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
  /** When a state began and how long it has lasted. */
  readonly sinceFor: (time: string, duration: string) => string;
  readonly atTime: (time: string) => string;
  readonly oee: string;
  readonly running: string;
  /** Begins the description of a tile for screen readers. */
  readonly equipmentSentence: (name: string, state: string, duration: string, reason: string) => string;
  /** Between the parts of a description. */
  readonly pause: string;
  readonly noMachines: string;
  /** In an element that shows the selected equipment, while none is selected. */
  readonly noSelection: string;
  readonly showTable: string;
  readonly hideTable: string;
  readonly state: string;
  readonly from: string;
  readonly until: string;
}

/** In English. */
export const commonTerms: CommonTerms = {
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
  loading: 'Loading',
  workshopFailed: 'The workshop file could not be read.',
  noTwin: 'Not connected to a workshop.',
  noEquipment: (id) => `There is no equipment “${id}” in this workshop.`,
  noPermission: 'No permission',
  noData: 'No data',
  noDataSince: (time) => `No data since ${time}`,
  retry: 'Try again',
  sinceFor: (time, duration) => `since ${time}, ${duration}`,
  atTime: (time) => `at ${time}`,
  oee: 'OEE',
  running: 'running',
  equipmentSentence: (name, state, duration, reason) =>
    `${name}: ${state}${duration && ` for ${duration}`}${reason && `, ${reason}`}`,
  pause: '. ',
  noMachines: 'No machines here.',
  noSelection: 'Choose a machine.',
  showTable: 'Show as table',
  hideTable: 'Hide table',
  state: 'State',
  from: 'From',
  until: 'To',
};
