// What an inspector loads when there are alarms to tell.
import type { Interval, Twin } from '@twinfloor/core';
import { type AlarmPriority, alarmsOf } from '@twinfloor/core/alarms';

export { alarmsOf };

/** How urgent the alarms of a machine are that stand or that something happened to in an interval, by their id. */
export function prioritiesOf(twin: Twin, id: string, { from }: Interval): Map<string, AlarmPriority> {
  const alarms = alarmsOf(twin);
  const priorities = new Map<string, AlarmPriority>();
  for (const { alarm, equipment, priority } of alarms.events({ from, to: twin.clock.now() + 1 }))
    if (equipment === id) priorities.set(alarm, priority);
  for (const alarm of alarms.of(id)) priorities.set(alarm.id, alarm.priority);
  return priorities;
}
