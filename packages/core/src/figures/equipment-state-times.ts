import { stateTimes, type StateTimes } from '../kpi/time-model/state-times.js';
import { stateCount } from '../model/equipment-state.js';
import type { Interval } from '../time/interval.js';
import { machinesOf, untilNow } from './past.js';
import type { Twin } from '../twin/twin.js';

/** Time per state of an equipment over the whole interval, planned or not, in milliseconds by state code. */
export function equipmentStateTimes(twin: Twin, equipment: string, interval: Interval): StateTimes {
  const past = untilNow(twin, interval);
  const times = new Float64Array(stateCount);
  for (const id of machinesOf(twin, equipment)) {
    stateTimes(twin.seriesOf(id, 'state', 'state'), [past], times, twin.knownUntil(id, 'state'));
  }
  return times;
}
