import type { AlarmRefusal, AlarmState } from '@twinfloor/core/alarms';

/** Words of the element `twin-alarm-list`. */
export interface AlarmListTerms {
  readonly alarmListTitle: string;
  readonly alarmStates: Readonly<Record<AlarmState, string>>;
  readonly alarmViews: Readonly<Record<'active' | 'shelved' | 'suppressed' | 'outOfService', string>>;
  readonly alarmViewsTitle: string;
  readonly alarmSearch: string;
  readonly alarmFilterState: string;
  readonly alarmFilterStates: Readonly<
    Record<'all' | 'unacknowledged' | 'acknowledged' | 'returned', string>
  >;
  readonly alarmOrder: string;
  readonly alarmOrders: Readonly<Record<'attention' | 'priority' | 'time', string>>;
  readonly alarmGroup: string;
  readonly alarmGroups: Readonly<Record<'none' | 'equipment' | 'priority', string>>;
  readonly alarmColumns: Readonly<
    Record<'select' | 'priority' | 'time' | 'equipment' | 'message' | 'state' | 'age', string>
  >;
  readonly alarmOnly: (priority: string, count: string) => string;
  readonly alarmGroupCount: (count: string, unacknowledged: string) => string;
  readonly alarmSentence: (
    priority: string,
    equipment: string,
    message: string,
    state: string,
    age: string,
  ) => string;
  readonly alarmFloodSince: (time: string, count: string, period: string) => string;
  readonly alarmNoneIn: Readonly<Record<'active' | 'shelved' | 'suppressed' | 'outOfService', string>>;
  /** Why alarms may be missing. */
  readonly alarmSourceLost: (sources: string) => string;
  readonly alarmMachinesSilent: (machines: string) => string;
  readonly alarmNoMatch: string;
  readonly alarmClear: string;
  readonly alarmTimes: (count: string) => string;
  readonly alarmFirstOut: string;
  readonly alarmChattering: string;
  readonly alarmFleeting: string;
  readonly alarmStanding: string;
  readonly alarmNotKnown: string;
  readonly alarmUntil: (time: string) => string;
  readonly alarmSelected: (count: string) => string;
  readonly alarmConsequence: string;
  readonly alarmResponse: string;
  readonly alarmRespondWithin: string;
  readonly alarmRaised: string;
  readonly alarmReturned: string;
  readonly alarmAcknowledgedBy: string;
  readonly alarmHiddenBy: string;
  readonly alarmOccurrences: string;
  readonly alarmSource: string;
  readonly alarmActs: Readonly<
    Record<'acknowledge' | 'reset' | 'shelve' | 'unshelve' | 'removeFromService' | 'returnToService', string>
  >;
  readonly alarmDone: (act: string, count: string) => string;
  readonly alarmRefused: (act: string, count: string, reason: string) => string;
  readonly alarmRefusals: Readonly<Record<AlarmRefusal, string>>;
  readonly alarmPermitting: (act: string) => string;
  readonly alarmShelveFor: string;
  readonly alarmWhy: string;
  readonly alarmWhyNeeded: string;
  readonly alarmCancel: string;
  readonly alarmLookOnly: string;
  readonly alarmInPast: string;
}

/** In English. */
export const alarmListTerms: AlarmListTerms = {
  alarmListTitle: 'Alarms',
  alarmStates: {
    normal: 'Normal',
    unacknowledged: 'Not acknowledged',
    acknowledged: 'Acknowledged',
    returnedUnacknowledged: 'Returned, not acknowledged',
    latchedUnacknowledged: 'Latched, not acknowledged',
    latchedAcknowledged: 'Latched',
    shelved: 'Shelved',
    suppressedByDesign: 'Suppressed by design',
    outOfService: 'Out of service',
  },
  alarmViews: {
    active: 'Active',
    shelved: 'Shelved',
    suppressed: 'Suppressed',
    outOfService: 'Out of service',
  },
  alarmViewsTitle: 'Which alarms',
  alarmSearch: 'Search alarms',
  alarmFilterState: 'State',
  alarmFilterStates: {
    all: 'All states',
    unacknowledged: 'Not acknowledged',
    acknowledged: 'Acknowledged',
    returned: 'Returned',
  },
  alarmOrder: 'Order',
  alarmOrders: { attention: 'What waits first', priority: 'By priority', time: 'Newest first' },
  alarmGroup: 'Group',
  alarmGroups: { none: 'No groups', equipment: 'By equipment', priority: 'By priority' },
  alarmColumns: {
    select: 'Selected',
    priority: 'Priority',
    time: 'Raised',
    equipment: 'Equipment',
    message: 'Alarm',
    state: 'State',
    age: 'Age',
  },
  alarmOnly: (priority, count) => `${priority}: ${count}`,
  alarmGroupCount: (count, unacknowledged) =>
    `${count} ${count === '1' ? 'alarm' : 'alarms'}, ${unacknowledged} not acknowledged`,
  alarmSentence: (priority, equipment, message, state, age) =>
    `${priority}, ${equipment}: ${message}. ${state}, ${age}`,
  alarmFloodSince: (time, count, period) =>
    `Alarm flood since ${time}: ${count} alarms in ${period}. See to the most urgent first.`,
  alarmNoneIn: {
    active: 'No alarms.',
    shelved: 'Nothing is shelved.',
    suppressed: 'Nothing is suppressed.',
    outOfService: 'Nothing is out of service.',
  },
  alarmSourceLost: (sources) => `The connection to ${sources} is lost: alarms may be missing.`,
  alarmMachinesSilent: (machines) =>
    `${machines} ${machines === '1' ? 'machine is' : 'machines are'} silent: alarms may be missing.`,
  alarmNoMatch: 'No alarm fits.',
  alarmClear: 'Show all',
  alarmTimes: (count) => `${count}×`,
  alarmFirstOut: 'First out',
  alarmChattering: 'Chattering',
  alarmFleeting: 'Fleeting',
  alarmStanding: 'Standing long',
  alarmNotKnown: 'Source away',
  alarmUntil: (time) => `until ${time}`,
  alarmSelected: (count) => `${count} selected`,
  alarmConsequence: 'Consequence',
  alarmResponse: 'Response',
  alarmRespondWithin: 'Respond within',
  alarmRaised: 'Raised',
  alarmReturned: 'Returned',
  alarmAcknowledgedBy: 'Acknowledged',
  alarmHiddenBy: 'Put aside',
  alarmOccurrences: 'Occurrences',
  alarmSource: 'Source',
  alarmActs: {
    acknowledge: 'Acknowledge',
    reset: 'Reset',
    shelve: 'Shelve',
    unshelve: 'Unshelve',
    removeFromService: 'Take out of service',
    returnToService: 'Return to service',
  },
  alarmDone: (act, count) => `${act}: ${count} done.`,
  alarmRefused: (act, count, reason) => `${act}: ${count} refused. ${reason}`,
  alarmRefusals: {
    unknown: 'It is not there any more.',
    notPermitted: 'You have no permission for it.',
    past: 'The page shows the past.',
    unfit: 'Its state is another by now.',
    raisedAgain: 'It was raised again meanwhile.',
  },
  alarmPermitting: (act) => `${act}: waiting for permission`,
  alarmShelveFor: 'For',
  alarmWhy: 'Reason',
  alarmWhyNeeded: 'A reason is needed.',
  alarmCancel: 'Cancel',
  alarmLookOnly: 'You may look at alarms, not act on them.',
  alarmInPast: 'The page shows the past; acts belong to the present.',
};
