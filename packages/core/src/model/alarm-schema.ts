import {
  array,
  boolean,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
} from 'valibot';
import { alarmPriorities, defaultAlarmSettings } from './alarm-types.js';
import { equipmentStates } from './equipment-state.js';
import { above, id, ids, object, text, word } from './value-schemas.js';

const { priorities, limits, maximumShelving } = defaultAlarmSettings;

const aNumber = number('a number');
const seconds = above(0, 'seconds above 0');
const secondsOrNone = pipe(number('seconds, 0 or more'), minValue(0, 'seconds, 0 or more'));
const priority = picklist(alarmPriorities, alarmPriorities.join(', '));
const yesOrNo = boolean('true or false');

const testKeys = {
  above: optional(aNumber),
  below: optional(aNumber),
  deadBand: optional(pipe(number('a number, 0 or more'), minValue(0, 'a number, 0 or more'))),
  states: optional(array(picklist(equipmentStates, equipmentStates.join(', ')), 'a list of states')),
  values: optional(array(word, 'a list of texts')),
};

export const alarmSuppressionSchema = strictObject({ signal: id, ...testKeys }, object);

const handlingKeys = {
  priority: optional(priority),
  name: optional(text),
  consequence: optional(text),
  response: optional(text),
  timeToRespond: optional(seconds),
  latched: optional(yesOrNo),
  autoAcknowledge: optional(yesOrNo),
  onDelay: optional(secondsOrNone),
  offDelay: optional(secondsOrNone),
  suppressedWhile: optional(array(alarmSuppressionSchema, 'a list of tests of signals')),
};

export const alarmDefinitionSchema = strictObject(
  { id, signal: id, equipment: optional(ids), ...testKeys, silentFor: optional(seconds), ...handlingKeys },
  object,
);

export const conditionRuleSchema = strictObject(
  {
    equipment: optional(ids),
    key: optional(word),
    code: optional(word),
    text: optional(word),
    level: optional(picklist(['warning', 'fault'], 'warning, fault')),
    ignored: optional(yesOrNo),
    ...handlingKeys,
  },
  object,
);

export const severityBandSchema = strictObject({ from: aNumber, priority }, object);

export const conditionPrioritiesSchema = strictObject(
  {
    fault: optional(priority, priorities.fault),
    warning: optional(priority, priorities.warning),
    severities: optional(array(severityBandSchema, 'a list of severities'), [...priorities.severities]),
  },
  object,
);

const equipmentAllowed = 'a list of at least one equipment id';

export const alarmGroupSchema = strictObject(
  { id, equipment: pipe(ids, minLength(1, equipmentAllowed)) },
  object,
);

const fraction = pipe(
  number('a fraction from 0 to 1'),
  minValue(0, 'a fraction from 0 to 1'),
  maxValue(1, 'a fraction from 0 to 1'),
);

export const prioritySharesSchema = strictObject(
  {
    high: optional(fraction, limits.shares.high),
    medium: optional(fraction, limits.shares.medium),
    low: optional(fraction, limits.shares.low),
  },
  object,
);

const count = above(0, 'a number above 0');

export const alarmLimitsSchema = strictObject(
  {
    chatteringCount: optional(count, limits.chatteringCount),
    chatteringTime: optional(seconds, limits.chatteringTime),
    fleetingTime: optional(seconds, limits.fleetingTime),
    staleTime: optional(seconds, limits.staleTime),
    floodBegin: optional(count, limits.floodBegin),
    floodEnd: optional(count, limits.floodEnd),
    floodTime: optional(seconds, limits.floodTime),
    averagePerTenMinutes: optional(count, limits.averagePerTenMinutes),
    peakPerTenMinutes: optional(count, limits.peakPerTenMinutes),
    shares: optional(prioritySharesSchema, {}),
  },
  object,
);

export const alarmsSchema = strictObject(
  {
    definitions: optional(array(alarmDefinitionSchema, 'a list of alarms'), []),
    conditions: optional(array(conditionRuleSchema, 'a list of rules'), []),
    priorities: optional(conditionPrioritiesSchema, {}),
    groups: optional(array(alarmGroupSchema, 'a list of groups'), []),
    maximumShelving: optional(seconds, maximumShelving),
    limits: optional(alarmLimitsSchema, {}),
  },
  object,
);
