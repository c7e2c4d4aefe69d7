// How many observations a second go through the twin into the series of 1,000 equipment.
import { Clock, ObservationBatch, Twin } from '@twinfloor/core';
import { random } from '../../harness/random.mjs';
import { monday, workshopOf } from './events.mjs';

const stateWords = ['running', 'setup', 'idle', 'starved', 'blocked'];
const sourceWords = ['ACTIVE', 'SETUP', 'READY', 'WAIT', 'BLOCKED'];
const signals = ['state', 'producedCount', 'power'];
const batchLength = 1000;

/** Observations of state, count and power in turn, of machines at random, one a millisecond. */
function makeObservations(count, machines) {
  const next = random(2);
  const machine = new Uint16Array(count);
  const time = new Float64Array(count);
  const value = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    machine[index] = next() * machines;
    time[index] = monday + index;
    value[index] = Math.floor(next() * 5);
  }
  return { count, machines, machine, time, value };
}

/** The limit: each observation goes into columns of its signal, doubled when full; nothing else is done. */
function limit({ count, machines, machine, time, value }) {
  let columns;
  return {
    setup() {
      columns = Array.from({ length: machines * signals.length }, () => ({
        times: new Float64Array(16),
        values: new Float64Array(16),
        length: 0,
      }));
    },
    run() {
      appendAll(columns, count, machine, time, value);
      let length = 0;
      for (const column of columns) length += column.length;
      return { length };
    },
  };
}

function appendAll(columns, count, machine, time, value) {
  for (let index = 0; index < count; index++) {
    const column = columns[machine[index] * 3 + (index % 3)];
    const end = column.length++;
    if (end === column.times.length) {
      column.times = doubled(column.times);
      column.values = doubled(column.values);
    }
    column.times[end] = time[index];
    column.values[end] = value[index];
  }
}

function doubled(column) {
  const larger = new Float64Array(column.length * 2);
  larger.set(column);
  return larger;
}

function newTwin({ count, machines, time }) {
  const clock = new Clock(() => time[count - 1]);
  return new Twin(workshopOf(machines), { clock, scheduler: () => undefined });
}

function lengthOf(twin, machines) {
  let length = 0;
  for (let machine = 0; machine < machines; machine++) {
    for (const name of signals) length += twin.signal(`m${machine}/${name}`).series.length;
  }
  return { length };
}

/** What a connector does: resolves its signals once, fills a batch, hands it over, fills it again. */
function batches(observations, { subscribed = false } = {}) {
  const { count, machines, machine, time, value } = observations;
  const batch = new ObservationBatch(batchLength);
  let twin;
  let handles;
  return {
    setup() {
      twin = newTwin(observations);
      handles = Uint32Array.from({ length: machines * 3 }, (_, index) => {
        return twin.signal(`m${Math.floor(index / 3)}/${signals[index % 3]}`).handle;
      });
      if (subscribed) {
        const addresses = Array.from({ length: machines }, (_, index) =>
          signals.map((name) => `m${index}/${name}`),
        );
        twin.subscribe(addresses.flat(), () => undefined);
      }
    },
    run() {
      for (let begin = 0; begin < count; begin += batchLength) {
        batch.clear();
        const end = Math.min(begin + batchLength, count);
        for (let index = begin; index < end; index++) {
          const kind = index % 3;
          const handle = handles[machine[index] * 3 + kind];
          if (kind === 0)
            batch.addState(handle, time[index], stateWords[value[index]], sourceWords[value[index]]);
          else batch.add(handle, time[index], value[index]);
        }
        twin.observe(batch);
      }
      return lengthOf(twin, machines);
    },
  };
}

/** What a host does that has a few observations as objects, with the address written out in each. */
function objects(observations) {
  const { count, machines, machine, time, value } = observations;
  const addresses = Array.from({ length: machines * 3 }, (_, index) => {
    return `m${Math.floor(index / 3)}/${signals[index % 3]}`;
  });
  let twin;
  return {
    setup() {
      twin = newTwin(observations);
    },
    run() {
      for (let begin = 0; begin < count; begin += batchLength) {
        const list = [];
        for (let index = begin; index < Math.min(begin + batchLength, count); index++) {
          const kind = index % 3;
          const of = kind === 0 ? stateWords[value[index]] : value[index];
          list.push({ signal: addresses[machine[index] * 3 + kind], time: time[index], value: of });
        }
        twin.observe(list);
      }
      return lengthOf(twin, machines);
    },
  };
}

const rows = {
  limit,
  ours: batches,
  'ours, all subscribed': (observations) => batches(observations, { subscribed: true }),
  'ours, as objects': objects,
};

export function prepare({ peer, count, machines }) {
  const row = rows[peer](makeObservations(count, machines));
  return { warm: 4, calls: 7, ...row, figures: (ms) => ({ millionPerSecond: count / ms / 1000 }) };
}
