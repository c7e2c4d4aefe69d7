import { StateSeries } from '@twinfloor/core';
import { addTimes, makeLateEvents, unknownCode, width } from './events.mjs';

const words = ['ACTIVE', 'SETUP', 'READY', 'WAIT', 'BLOCKED'];

/** A machine of the limit rows: sorted columns and the running times per state in the window. */
function segmentOf({ time, state }, from, to) {
  const length = time.length;
  const segment = {
    time: new Float64Array(length * 2),
    state: new Uint8Array(length * 2),
    length,
    times: new Float64Array(width),
    from,
    to,
  };
  segment.time.set(time);
  segment.state.set(state);
  recompute(segment);
  return segment;
}

function recompute({ time, state, length, times, from, to }) {
  times.fill(0);
  times[unknownCode] = (length > 0 ? time[0] : to) - from;
  for (let index = 0; index < length; index++) {
    times[state[index]] += (index + 1 < length ? time[index + 1] : to) - time[index];
  }
  return times;
}

/** Position of the first later time, by bisection. */
function bisect(time, length, at) {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Position of the first later time, seen from the newest. */
function walkBack(time, length, at) {
  let position = length;
  while (position > 0 && time[position - 1] > at) position--;
  return position;
}

function insert(segment, position, at, code) {
  if (segment.length === segment.time.length) {
    segment.time = grown(segment.time);
    segment.state = grown(segment.state);
  }
  const { time, state, length } = segment;
  time.copyWithin(position + 1, position, length);
  state.copyWithin(position + 1, position, length);
  time[position] = at;
  state[position] = code;
  segment.length = length + 1;
}

function grown(column) {
  const larger = new column.constructor(column.length * 2);
  larger.set(column);
  return larger;
}

function insertAndRepair(segment, position, at, code) {
  const { time, state, length, times, to } = segment;
  const held = (position < length ? time[position] : to) - at;
  times[position > 0 ? state[position - 1] : unknownCode] -= held;
  times[code] += held;
  insert(segment, position, at, code);
}

/** Runs the late events over segments in typed columns; `put` says how one comes in. */
function segments(put) {
  return ({ onTime, late, from, to }) => {
    let machines;
    return {
      setup() {
        machines = onTime.map((events) => segmentOf(events, from, to));
      },
      run() {
        const { machine, time, state } = late;
        for (let index = 0; index < machine.length; index++)
          put(machines[machine[index]], time[index], state[index]);
        return answerOf(machines, (segment) => segment.times);
      },
    };
  };
}

function answerOf(machines, timesOf) {
  const answer = { sum: 0 };
  machines.forEach((machine, index) => addTimes(answer, timesOf(machine), index));
  return answer;
}

/** Ours: append into the series; `asked` also reads the times per state of the window after each event. */
function ours(asked) {
  return ({ onTime, late, from, to }) => {
    const window = { from, to };
    const target = new Float64Array(width);
    let machines;
    return {
      setup() {
        machines = onTime.map(({ time, state }) => {
          const series = new StateSeries();
          for (let index = 0; index < time.length; index++)
            series.append(time[index], state[index], words[state[index]], 0);
          return series;
        });
      },
      run() {
        const { machine, time, state } = late;
        for (let index = 0; index < machine.length; index++) {
          const series = machines[machine[index]];
          series.append(time[index], state[index], words[state[index]], 0);
          if (asked) series.timePerState(window, target);
        }
        return answerOf(machines, (series) => series.timePerState(window, target));
      },
    };
  };
}

const rows = {
  limit: segments((segment, at, code) => {
    insertAndRepair(segment, bisect(segment.time, segment.length, at), at, code);
  }),
  'limit, from the newest': segments((segment, at, code) => {
    insertAndRepair(segment, walkBack(segment.time, segment.length, at), at, code);
  }),
  ours: ours(false),
  'ours, asked each time': ours(true),
  'recompute the machine': segments((segment, at, code) => {
    insert(segment, bisect(segment.time, segment.length, at), at, code);
    recompute(segment);
  }),
};

export function prepare({ peer, ...size }) {
  const events = makeLateEvents(size);
  return {
    warm: 8,
    calls: 11,
    ...rows[peer](events),
    figures: (ms) => ({ usPerEvent: (ms * 1000) / size.late }),
  };
}
