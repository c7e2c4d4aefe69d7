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
export { Alarms, alarmsOf } from './alarms.js';
export { alarmPriorities, type AlarmPriority, defaultAlarmSettings } from '../model/alarm-types.js';
