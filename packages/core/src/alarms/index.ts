export * from './alarm.js';
export {
  alarmState,
  type AlarmBehaviour,
  type AlarmSituation,
  type AlarmState,
  alarmStates,
  type AlarmSubStates,
  alarmSubStates,
  type AlarmTrigger,
  alarmTriggers,
  nextSituation,
  normalSituation,
} from './alarm-state.js';
export {
  type AlarmRateInputs,
  type AlarmShareInputs,
  alarmStatistics,
  type AlarmStatistics,
  type FrequentAlarm,
} from './alarm-statistics.js';
export type { FloodInterval } from './flood.js';
export type { SourcesHeard } from './sources-heard.js';
export { Alarms, alarmsOf } from './alarms.js';
export { alarmPriorities, type AlarmPriority, defaultAlarmSettings } from '../model/alarm-types.js';
