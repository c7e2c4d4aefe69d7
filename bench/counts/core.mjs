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

console.log(JSON.stringify({ ...memory(), ...pointsTouched(), ...(await allocations()) }));

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

/**
 * Heap that 100,000 observations leave behind before and after collection, when the columns have grown already;
 * without anybody looking, and with a hundred elements that follow ten machines each and are told once a frame.
 */
async function allocations() {
  const alone = await observing(() => undefined);
  const told = await observing((twin, addresses) => {
    for (let first = 0; first < addresses.length; first += 20) {
      twin.subscribe(addresses.slice(first, first + 20), () => undefined);
    }
  });
  return {
    'heap bytes per observation, before collection': alone.garbage,
    'heap bytes per observation, kept': alone.kept,
    'heap bytes per observation, a frame told for each 1,000': told.garbage,
  };
}

async function observing(subscribe) {
  const machines = 1000;
  const clock = new Clock(() => monday + 1e9);
  const frames = [];
  const twin = new Twin(workshopOf(machines), { clock, scheduler: (task) => frames.push(task) });
  const names = Array.from({ length: machines }, (_, machine) => [`m${machine}/state`, `m${machine}/power`]);
  const handles = names.map((pair) => pair.map((name) => twin.signal(name).handle));
  subscribe(twin, names.flat());
  let time = monday;
  const makeBatches = () =>
    Array.from({ length: 100 }, () => {
      const batch = new ObservationBatch(1000);
      for (const [state, power] of handles) {
        time += 1;
        if (time % 2 === 0) batch.addState(state, time, states[time % 4], words[time % 4]);
        else batch.add(power, time, time % 90);
      }
      return batch;
    });
  const turns = [];
  for (let turn = 0; turn < 30; turn++) {
    // Code that is not optimised yet leaves more behind; on a busy machine the compiler needs the time.
    await new Promise((resolve) => setTimeout(resolve, 30));
    const batches = makeBatches();
    globalThis.gc();
    const before = process.memoryUsage().heapUsed;
    for (const batch of batches) {
      twin.observe(batch);
      while (frames.length > 0) frames.pop()();
    }
    const after = process.memoryUsage().heapUsed;
    globalThis.gc();
    const kept = process.memoryUsage().heapUsed - before;
    turns.push({ garbage: (after - before) / 1e5, kept: kept / 1e5 });
  }
  // A turn in which columns double says nothing about observing: the least of the turns counts.
  const least = (figure) => Math.max(0, Math.min(...turns.map((turn) => turn[figure])));
  return { garbage: least('garbage'), kept: least('kept') };
}
