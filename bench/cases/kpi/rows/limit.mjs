import { MeanOee, unknownCode, width } from '../events.mjs';

/** The sums of one pass over the events. */
export function newSums(machines) {
  return {
    times: new Float64Array(machines * width),
    since: new Float64Array(machines),
    state: new Uint8Array(machines),
    made: new Float64Array(machines),
    good: new Float64Array(machines),
  };
}

/**
 * The limit: one pass over columns that come in as parameters. With the arrays as constants of the module the same
 * loop takes a third of the time, which nobody can have who gets the arrays from a caller.
 */
export function scan(count, machine, time, state, made, good, from, sums) {
  const { times, since, state: current, made: madeSum, good: goodSum } = sums;
  times.fill(0);
  since.fill(from);
  current.fill(unknownCode);
  madeSum.fill(0);
  goodSum.fill(0);
  pass(count, machine, time, state, made, good, times, since, current, madeSum, goodSum);
}

function pass(count, machine, time, state, made, good, times, since, current, madeSum, goodSum) {
  for (let index = 0; index < count; index++) {
    const which = machine[index];
    const at = time[index];
    times[which * width + current[which]] += at - since[which];
    since[which] = at;
    current[which] = state[index];
    madeSum[which] += made[index];
    goodSum[which] += good[index];
  }
}

/** The OEE of each machine out of the sums of a pass. */
export function answerOf({ times, since, state, made, good }, machines, from, to) {
  const mean = new MeanOee();
  for (let which = 0; which < machines; which++) {
    const row = which * width;
    times[row + state[which]] += to - since[which];
    mean.add(times[row], to - from - times[row + unknownCode], made[which], good[which]);
  }
  return mean.answer;
}

export function limit(events) {
  const { count, machines, machine, time, state, made, good, from, to } = events;
  const sums = newSums(machines);
  return {
    run() {
      scan(count, machine, time, state, made, good, from, sums);
      return answerOf(sums, machines, from, to);
    },
  };
}

/**
 * The second formulation, to test the limit with: no time of the last event is kept; each event takes its time from
 * the state it begins and gives it to the state it ends.
 */
export function limitByDifferences(events) {
  const { count, machines, machine, time, state, made, good, from, to } = events;
  const times = new Float64Array(machines * width);
  const current = new Uint8Array(machines);
  const madeSum = new Float64Array(machines);
  const goodSum = new Float64Array(machines);
  return {
    run() {
      times.fill(0);
      current.fill(unknownCode);
      madeSum.fill(0);
      goodSum.fill(0);
      differences(count, machine, time, state, made, good, from, times, current, madeSum, goodSum);
      const mean = new MeanOee();
      for (let which = 0; which < machines; which++) {
        const row = which * width;
        times[row + current[which]] += to - from;
        mean.add(times[row], to - from - times[row + unknownCode], madeSum[which], goodSum[which]);
      }
      return mean.answer;
    },
  };
}

function differences(count, machine, time, state, made, good, from, times, current, madeSum, goodSum) {
  for (let index = 0; index < count; index++) {
    const which = machine[index];
    const row = which * width;
    const passed = time[index] - from;
    times[row + current[which]] += passed;
    current[which] = state[index];
    times[row + current[which]] -= passed;
    madeSum[which] += made[index];
    goodSum[which] += good[index];
  }
}

/** What careful code does with an object for each event. */
export function objects(events) {
  const names = ['running', 'setup', 'idle', 'starved', 'blocked'];
  const list = Array.from({ length: events.count }, (_, index) => ({
    machine: `m${events.machine[index]}`,
    time: events.time[index],
    state: names[events.state[index]],
    made: events.made[index],
    good: events.good[index],
  }));
  return {
    warm: 3,
    calls: 5,
    run() {
      const machines = new Map();
      for (const event of list) {
        let one = machines.get(event.machine);
        if (!one)
          machines.set(
            event.machine,
            (one = { running: 0, first: event.time, since: 0, state: '', made: 0, good: 0 }),
          );
        if (one.state === 'running') one.running += event.time - one.since;
        one.since = event.time;
        one.state = event.state;
        one.made += event.made;
        one.good += event.good;
      }
      const mean = new MeanOee();
      for (const one of machines.values()) {
        const running = one.running + (one.state === 'running' ? events.to - one.since : 0);
        mean.add(running, events.to - one.first, one.made, one.good);
      }
      return mean.answer;
    },
  };
}
