// A shift's OEE of each of 1,000 machines that have a week of history.
import { Clock, equipmentOee, ObservationBatch, Twin } from '@twinfloor/core';
import { random } from '../../harness/random.mjs';
import { day, hour, MeanOee, monday, unknownCode, width, workshopOf } from './events.mjs';

const words = ['running', 'setup', 'idle', 'starved', 'blocked'];
/** The early shift of the Thursday. */
const interval = { from: monday + 3 * day + 6 * hour, to: monday + 3 * day + 14 * hour };
const calendar = {
  shifts: [
    {
      name: 'early',
      from: '06:00',
      to: '14:00',
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      breaks: [],
    },
    {
      name: 'late',
      from: '14:00',
      to: '22:00',
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      breaks: [],
    },
  ],
  dayStart: '06:00',
};

/** A week of one machine: a state, pieces made and good pieces every two minutes or so. */
function week(machine, perMachine) {
  const next = random(machine + 1);
  const time = new Float64Array(perMachine);
  const state = new Uint8Array(perMachine);
  const made = new Uint8Array(perMachine);
  const good = new Uint8Array(perMachine);
  const step = (7 * day) / perMachine;
  for (let index = 0; index < perMachine; index++) {
    time[index] = monday + Math.floor((index + next()) * step);
    state[index] = next() * 5;
    made[index] = next() * 10;
    good[index] = made[index] * next();
  }
  return { time, state, made, good };
}

/** The limit: columns of each machine in time order, found by bisection, read from one end of the shift to the other. */
function limit({ machines, perMachine }) {
  const weeks = Array.from({ length: machines }, (_, machine) => week(machine, perMachine));
  const times = new Float64Array(width);
  return {
    run() {
      const mean = new MeanOee();
      for (const { time, state, made, good } of weeks) {
        const [madeSum, goodSum] = shiftOf(time, state, made, good, interval.from, interval.to, times);
        mean.add(times[0], interval.to - interval.from - times[unknownCode], madeSum, goodSum);
      }
      return mean.answer;
    },
  };
}

function shiftOf(time, state, made, good, from, to, times) {
  times.fill(0);
  let index = firstFrom(time, from);
  let since = from;
  let current = index > 0 ? state[index - 1] : unknownCode;
  let madeSum = 0;
  let goodSum = 0;
  for (; index < time.length && time[index] < to; index++) {
    times[current] += time[index] - since;
    since = time[index];
    current = state[index];
    madeSum += made[index];
    goodSum += good[index];
  }
  times[current] += to - since;
  return [madeSum, goodSum];
}

/** Position of the first time that is not before `from`. */
function firstFrom(time, from) {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle] < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function twinWithWeek({ machines, perMachine }) {
  const clock = new Clock(() => monday + 7 * day);
  const twin = new Twin(workshopOf(machines, calendar), { clock, scheduler: () => undefined });
  const batch = new ObservationBatch(perMachine * 3);
  for (let machine = 0; machine < machines; machine++) {
    const { time, state, made, good } = week(machine, perMachine);
    const [states, counts, goods] = ['state', 'producedCount', 'goodCount'].map((name) => {
      return twin.signal(`m${machine}/${name}`).handle;
    });
    batch.clear();
    for (let index = 0; index < perMachine; index++) {
      batch.addState(states, time[index], words[state[index]], words[state[index]]);
      batch.add(counts, time[index], made[index]);
      batch.add(goods, time[index], good[index]);
    }
    twin.observe(batch);
  }
  twin.confirm();
  return twin;
}

/** Each machine by itself, as 1,000 tiles ask. */
function ours(size) {
  const twin = twinWithWeek(size);
  const machines = Array.from({ length: size.machines }, (_, machine) => `m${machine}`);
  return {
    run() {
      const mean = new MeanOee();
      for (const id of machines) {
        const { value, availability, performance, quality } = equipmentOee(twin, id, interval);
        mean.addFactors(availability, performance, quality, value);
      }
      return mean.answer;
    },
  };
}

/** The line of all machines, as its one gauge asks: sums, then ratios. Another figure, so it has no answer to compare. */
function oursLine(size) {
  const twin = twinWithWeek(size);
  return {
    run() {
      equipmentOee(twin, 'line', interval);
      return undefined;
    },
  };
}

const rows = { limit, ours, 'ours, the line': oursLine };

export function prepare({ peer, machines, perMachine }) {
  return { warm: 12, calls: 25, ...rows[peer]({ machines, perMachine }) };
}
