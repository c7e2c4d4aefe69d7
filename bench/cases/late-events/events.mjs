import { random } from '../../harness/random.mjs';
import { day, monday, unknownCode, width } from '../kpi/events.mjs';

export { day, monday, unknownCode, width };

/** A day of state events of each machine in order, and late ones that fall somewhere into it. */
export function makeLateEvents({ machines, perMachine, late, depth }) {
  const next = random(3);
  const step = day / perMachine;
  const onTime = Array.from({ length: machines }, () => {
    const time = new Float64Array(perMachine);
    const state = new Uint8Array(perMachine);
    for (let index = 0; index < perMachine; index++) {
      // Whole milliseconds; the late ones get halves, so that no time occurs twice.
      time[index] = monday + Math.floor((index + next()) * step);
      state[index] = next() * 5;
    }
    return { time, state };
  });
  const lateEvents = {
    machine: new Uint16Array(late),
    time: new Float64Array(late),
    state: new Uint8Array(late),
  };
  for (let index = 0; index < late; index++) {
    lateEvents.machine[index] = next() * machines;
    const back = Math.floor(next() * depth * day);
    // A 4096th of a millisecond is what times of our age can carry.
    lateEvents.time[index] = monday + day - 1000 - back + (1 + Math.floor(next() * 4095)) / 4096;
    lateEvents.state[index] = next() * 5;
  }
  return { onTime, late: lateEvents, from: monday, to: monday + day };
}

/** Adds a row of times per state to the answer of all rows. */
export function addTimes(answer, times, machine) {
  for (let code = 0; code < width; code++) answer.sum += times[code] * (code + 1) * ((machine % 7) + 1);
}
