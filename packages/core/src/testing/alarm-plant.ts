import { type AlarmSettings, defaultAlarmSettings } from '../model/alarm-types.js';
import type { Condition } from '../model/condition.js';
import { permit } from '../requests/permission.js';
import { Clock } from '../twin/clock.js';
import { ObservationBatch } from '../twin/observation-batch.js';
import { Twin } from '../twin/twin.js';
import { alarmsOf } from '../alarms/alarms.js';
import { workshop } from './workshop.js';

/** A twin at a time that the test sets, with permission for everything, and its alarms. */
export function alarmPlant(alarms: Partial<AlarmSettings> = {}) {
  const time = { now: 0 };
  const twin = new Twin(workshop({ alarms: { ...defaultAlarmSettings, ...alarms } }), {
    clock: new Clock(() => time.now),
    scheduler: (callback) => queueMicrotask(callback),
  });
  permit(twin, () => ({ who: 'Li' }));
  const report = (at: number, condition: Condition, address = 'press/conditions') => {
    const batch = new ObservationBatch();
    batch.addCondition(twin.signal(address).handle, at, condition);
    twin.observe(batch);
  };
  const observe = (signal: string, at: number, value: number | string | undefined) =>
    twin.observe([{ signal, time: at, value }]);
  return { twin, alarms: alarmsOf(twin), time, report, observe };
}
