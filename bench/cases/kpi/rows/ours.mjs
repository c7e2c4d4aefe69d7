import {
  Clock,
  CounterSeries,
  equipmentOee,
  machineOee,
  ObservationBatch,
  oee,
  StateSeries,
  Twin,
} from '@twinfloor/core';
import { cycle, MeanOee, workshopOf } from '../events.mjs';

const words = ['ACTIVE', 'SETUP', 'READY', 'WAIT', 'BLOCKED'];

/** One record per machine, as the figures of the twin take them. */
function emptyRecords(machines) {
  return Array.from({ length: machines }, () => ({
    states: new StateSeries(),
    produced: new CounterSeries({ counting: 'increment' }),
    good: new CounterSeries({ counting: 'increment' }),
    scrap: undefined,
    rework: undefined,
    products: undefined,
    idealCycle: () => cycle,
  }));
}

function store(records, { count, machine, time, state, made, good }) {
  for (let index = 0; index < count; index++) {
    const record = records[machine[index]];
    const at = time[index];
    record.states.append(at, state[index], words[state[index]], 0);
    record.produced.append(at, made[index], 0);
    record.good.append(at, good[index], 0);
  }
}

function ask(records, { from, to }) {
  const mean = new MeanOee();
  const interval = [{ from, to }];
  for (const record of records) {
    const { value, availability, performance, quality } = oee(machineOee(record, interval).input);
    mean.addFactors(availability, performance, quality, value);
  }
  return mean.answer;
}

function bytesOf(records) {
  let bytes = 0;
  for (const { states, produced, good } of records) bytes += states.bytes + produced.bytes + good.bytes;
  return bytes;
}

/** The events are in the series; the query answers from their prefix sums. */
export function oursQuery(events) {
  const records = emptyRecords(events.machines);
  store(records, events);
  return {
    run: () => ask(records, events),
    figures: () => ({ bytesPerEvent: bytesOf(records) / events.count }),
  };
}

/** Storing the events in series and the query are timed. */
export function oursWithStore(events) {
  let records;
  return {
    warm: 4,
    calls: 7,
    setup() {
      records = emptyRecords(events.machines);
    },
    run() {
      store(records, events);
      return ask(records, events);
    },
  };
}

/** The twin of a line of machines at the end of the day; nothing is observed yet. */
export function twinOf(events) {
  const clock = new Clock(() => events.to);
  return new Twin(workshopOf(events.machines), { clock, scheduler: () => undefined });
}

/** Handles of the three signals of each machine. */
export function handlesOf(twin, machines) {
  const handles = new Uint32Array(machines * 3);
  for (let machine = 0; machine < machines; machine++) {
    handles[machine * 3] = twin.signal(`m${machine}/state`).handle;
    handles[machine * 3 + 1] = twin.signal(`m${machine}/producedCount`).handle;
    handles[machine * 3 + 2] = twin.signal(`m${machine}/goodCount`).handle;
  }
  return handles;
}

/** Events on the way of a connector: batches of 1,000 events, refilled. */
export function observeEvents(twin, handles, events, batch = new ObservationBatch(3000)) {
  const { count, machine, time, state, made, good } = events;
  for (let begin = 0; begin < count; begin += 1000) {
    batch.clear();
    const end = Math.min(begin + 1000, count);
    for (let index = begin; index < end; index++) {
      const row = machine[index] * 3;
      const at = time[index];
      batch.addState(handles[row], at, states[state[index]], words[state[index]]);
      batch.add(handles[row + 1], at, made[index]);
      batch.add(handles[row + 2], at, good[index]);
    }
    twin.observe(batch);
  }
  twin.confirm();
}

const states = ['running', 'setup', 'idle', 'starved', 'blocked'];

/** The whole way: each machine is asked through the twin, with its calendar. */
export function oursTwin(events) {
  const twin = twinOf(events);
  observeEvents(twin, handlesOf(twin, events.machines), events);
  const machines = Array.from({ length: events.machines }, (_, machine) => `m${machine}`);
  const interval = { from: events.from, to: events.to };
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
