// Counts that need no page. Runs in a process of its own with --expose-gc and prints one line of JSON.
import {
  Clock,
  CounterSeries,
  NumberSeries,
  ObservationBatch,
  StateSeries,
  TextSeries,
  Twin,
} from '@twinfloor/core';
import { random } from '../harness/random.mjs';
import { monday, workshopOf } from '../cases/kpi/events.mjs';

const words = ['ACTIVE', 'READY', 'WAIT', 'STOPPED'];
const states = ['running', 'idle', 'starved', 'fault'];

console.log(JSON.stringify({ ...memory(), ...pointsTouched(), ...allocations() }));

/** Bytes of the typed columns with exactly full columns, what queries build included. */
function memory() {
  const count = 2 ** 17;
  const kinds = {
    state: [new StateSeries(), (series, time, index) => series.append(time, index % 4, words[index % 4], 0)],
    counter: [new CounterSeries(), (series, time, index) => series.append(time, index, 0)],
    number: [new NumberSeries(), (series, time, index) => series.append(time, index % 100, 0)],
    text: [new TextSeries(), (series, time, index) => series.append(time, words[index % 4], 0)],
  };
  const figures = {};
  for (const [kind, [series, put]] of Object.entries(kinds)) {
    for (let index = 0; index < count; index++) put(series, monday + index * 1000, index);
    series.minimum?.({ from: monday, to: monday + count * 1000 });
    figures[`bytes per observation, ${kind}`] = series.bytes / count;
  }
  return figures;
}

/** Values and summaries read by one draw of 1,200 columns, the mean of ten windows of a pan. */
function pointsTouched() {
  const width = 1200;
  const target = new Float64Array(width * 4);
  const touched = [1e5, 1e7].map((points) => {
    const series = new NumberSeries();
    const next = random(1);
    for (let index = 0; index < points; index++) series.append(monday + index * 1000, next(), 0);
    let sum = 0;
    for (let frame = 0; frame < 10; frame++) {
      const length = points * (0.9 - 0.08 * frame) * 1000;
      const from = monday + ((points * 1000 - length) * frame) / 10;
      sum += series.drawColumns(target, { from, to: from + length }, width);
    }
    return sum / 10 / width;
  });
  return {
    'points read per column of a pan, 1e5 points': touched[0],
    'points read per column of a pan, 1e7 points': touched[1],
  };
}

/** Heap that 100,000 observations leave behind before and after collection, when the columns have grown already. */
function allocations() {
  const machines = 1000;
  const clock = new Clock(() => monday + 1e9);
  const frames = [];
  const twin = new Twin(workshopOf(machines), { clock, scheduler: (task) => frames.push(task) });
  const addresses = Array.from({ length: machines }, (_, machine) => [
    `m${machine}/state`,
    `m${machine}/power`,
  ]);
  twin.subscribe(addresses.flat(), () => undefined);
  const handles = addresses.map(([state, power]) => [twin.signal(state).handle, twin.signal(power).handle]);
  let time = monday;
  const makeBatches = () =>
    Array.from({ length: 100 }, () => {
      const batch = new ObservationBatch(1000);
      for (let row = 0; row < 1000; row++) {
        const [state, power] = handles[row];
        time += 1;
        if (time % 2 === 0) batch.addState(state, time, states[time % 4], words[time % 4]);
        else batch.add(power, time, time % 90);
      }
      return batch;
    });
  const flush = () => {
    for (const task of frames.splice(0)) task();
  };
  let least = { garbage: Infinity, kept: Infinity };
  for (let turn = 0; turn < 12; turn++) {
    const batches = makeBatches();
    globalThis.gc();
    const before = process.memoryUsage();
    for (const batch of batches) {
      twin.observe(batch);
      flush();
    }
    const after = process.memoryUsage();
    globalThis.gc();
    const collected = process.memoryUsage();
    // A turn in which columns double says nothing about observing: the least of the turns counts.
    if (after.heapUsed - before.heapUsed < least.garbage) {
      least = { garbage: after.heapUsed - before.heapUsed, kept: collected.heapUsed - before.heapUsed };
    }
  }
  return {
    'heap bytes per observation, before collection': Math.max(0, least.garbage) / 1e5,
    'heap bytes per observation, kept': Math.max(0, least.kept) / 1e5,
  };
}
