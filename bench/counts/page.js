import { Clock, NumberSeries, ObservationBatch, StateSeries, Twin } from '@twinfloor/core';
import { LinePainter } from '#elements/charts/line.js';
import { StateBands } from '#elements/charts/state-bands.js';
import { StatePixels } from '#elements/charts/state-pixels.js';
import { TimeAxis } from '#elements/charts/time-axis.js';
import { valueAxis } from '#elements/charts/value-axis.js';
import { workshopOf } from '../cases/kpi/events.mjs';
import { makeWalk, second } from '../cases/series/data.js';
import { codes, colours, day, makeDay, start } from '../cases/timeline/data.js';
import { box, canvasIn, expose, painted, pause } from '../harness/page.js';
import { random } from '../harness/random.mjs';

const states = ['running', 'setup', 'idle', 'starved', 'fault'];
const words = ['ACTIVE', 'SETUP', 'READY', 'WAIT', 'STOPPED'];
const minute = 60_000;
/** Morning of a workday; the clock stands. */
const now = start + 8 * 60 * minute;

let twin;
let handles;

/** Hours of some machines: a state and counts every two minutes, power every minute. */
function makeTwin(machines, hours) {
  twin = new Twin(workshopOf(machines), {
    clock: new Clock(() => now),
    scheduler: (task) => void requestAnimationFrame(task),
  });
  const next = random(9);
  handles = Array.from({ length: machines }, (_, machine) =>
    ['state', 'producedCount', 'goodCount', 'power'].map((name) => twin.signal(`m${machine}/${name}`).handle),
  );
  const batch = new ObservationBatch(4096);
  for (const [state, produced, good, power] of handles) {
    for (let time = now - hours * 60 * minute; time < now - minute; time += minute) {
      batch.add(power, time, 5 + next() * 10);
      if ((time / minute) % 2) continue;
      const choice = Math.floor(next() * states.length);
      batch.addState(state, time, states[choice], words[choice]);
      batch.add(produced, time, 3);
      batch.add(good, time, 2);
    }
  }
  twin.observe(batch);
}

/** All nodes below one, those in shadow roots included. */
function nodesBelow(node) {
  let count = 0;
  for (const child of node.childNodes) count += 1 + nodesBelow(child);
  if (node.shadowRoot) count += nodesBelow(node.shadowRoot);
  return count;
}

function rootsBelow(node, found = []) {
  if (node.shadowRoot) {
    found.push(node.shadowRoot);
    rootsBelow(node.shadowRoot, found);
  }
  for (const child of node.children) rootsBelow(child, found);
  return found;
}

let host;
let records = 0;
let observer;
let layoutReads = 0;

/** Until nothing was written for longer than a change may wait to be shown: counted figures are read once a second. */
async function settled() {
  for (let before = -1; before !== records;) {
    before = records;
    await pause(1100);
    await painted();
  }
}

const mounts = {
  async tile() {
    await import('@twinfloor/elements/equipment');
    host.append(Object.assign(document.createElement('twin-equipment'), { twin, equipment: 'm0' }));
  },
  large: () => mounts.grid(),
  async grid() {
    await import('@twinfloor/elements/equipment-grid');
    host.append(Object.assign(document.createElement('twin-equipment-grid'), { twin }));
  },
};

/** Counts what makes the browser lay out before a frame asks for it. */
function watchLayoutReads() {
  const patched = [
    [Element.prototype, ['getBoundingClientRect', 'getClientRects', 'scrollIntoView']],
    [window, ['getComputedStyle']],
  ];
  for (const [owner, names] of patched) {
    for (const name of names) {
      const original = owner[name];
      owner[name] = function (...given) {
        layoutReads++;
        return original.apply(this, given);
      };
    }
  }
  const getters = [
    'offsetWidth',
    'offsetHeight',
    'offsetTop',
    'offsetLeft',
    'clientWidth',
    'clientHeight',
    'scrollTop',
  ];
  for (const name of getters) {
    const owner = [HTMLElement.prototype, Element.prototype].find((one) => Object.hasOwn(one, name));
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, {
      ...descriptor,
      get() {
        layoutReads++;
        return descriptor.get.call(this);
      },
    });
  }
}

const runs = {
  nodes: async () => ({ nodes: nodesBelow(host) }),

  /** A grid of 2,000 is looked through from top to bottom. */
  async scroll() {
    const [grid] = rootsBelow(host);
    let filled = 0;
    for (let top = 0; top < document.documentElement.scrollHeight; top += 500) {
      scrollTo(0, top);
      await painted();
      await painted();
      filled = Math.max(filled, grid.querySelectorAll('canvas').length);
    }
    return { filled, nodes: nodesBelow(host), tiles: grid.querySelectorAll('[role=option]').length };
  },

  /** A thousand updates of states and power over a hundred tiles, ten to a frame. */
  async updates() {
    const next = random(10);
    const batch = new ObservationBatch(16);
    layoutReads = 0;
    records = 0;
    let frames = 0;
    let counting = requestAnimationFrame(function count() {
      frames++;
      counting = requestAnimationFrame(count);
    });
    for (let turn = 0; turn < 100; turn++) {
      batch.clear();
      for (let update = 0; update < 10; update++) {
        const [state, , , power] = handles[Math.floor(next() * 100)];
        const time = now - minute + turn * 100 + update;
        const choice = Math.floor(next() * states.length);
        if (update % 2) batch.add(power, time, 5 + next() * 10);
        else batch.addState(state, time, states[choice], words[choice]);
      }
      twin.observe(batch);
      await painted();
    }
    cancelAnimationFrame(counting);
    // What the last frame left over is done in the next one.
    return { frames: frames + 1, layoutReads, writes: records };
  },

  /** Every machine says again what it said last. */
  async repeats() {
    const batch = new ObservationBatch(512);
    for (let turn = 0; turn < 11; turn++) {
      // The first turn ends the silence of the sources, which is to be seen, however long a busy machine takes.
      if (turn === 1) {
        await settled();
        records = 0;
      }
      batch.clear();
      for (let machine = 0; machine < 100; machine++) {
        const { state, source } = twin.series(`m${machine}/state`, 'state').at(now);
        const { value } = twin.series(`m${machine}/power`, 'number').at(now);
        batch.addState(handles[machine][0], now - 40 + turn, state, source);
        batch.add(handles[machine][3], now - 40 + turn, value);
      }
      twin.observe(batch);
      await painted();
      await painted();
    }
    await settled();
    return { writes: records };
  },
};

expose({
  async prepare({ peer, mount }) {
    watchLayoutReads();
    if (peer === 'painters') return;
    if (mount === 'large') makeTwin(2000, 0.2);
    else makeTwin(100, 4);
    host = box(1500, 1100);
    host.style.overflow = 'visible';
    await mounts[mount]();
    for (let frame = 0; frame < 10; frame++) await painted();
    await pause(500);
    observer = new MutationObserver((list) => (records += list.length));
    for (const root of rootsBelow(host)) {
      observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    }
  },
  run: ({ peer }) => (peer === 'painters' ? painters() : runs[peer]()),
});

/** Canvas calls of one redraw, counted at the canvas itself. */
function painters() {
  const calls = countCalls();
  return { ...timelineCalls(calls), ...lineCalls(calls) };
}

function countCalls() {
  const calls = { rects: 0, points: 0, images: 0 };
  const kinds = {
    rects: ['fillRect', 'strokeRect', 'rect', 'roundRect'],
    points: ['lineTo', 'moveTo'],
    images: ['putImageData', 'drawImage'],
  };
  const prototype = CanvasRenderingContext2D.prototype;
  for (const [kind, names] of Object.entries(kinds)) {
    for (const name of names) {
      const original = prototype[name];
      prototype[name] = function (...given) {
        calls[kind]++;
        return original.apply(this, given);
      };
    }
  }
  return calls;
}

function seriesOf({ rows, perRow, times, states: held }) {
  return Array.from({ length: rows }, (_, row) => {
    const series = new StateSeries();
    for (let index = row * perRow; index < (row + 1) * perRow; index++)
      series.append(times[index], held[index], 'W', 0);
    return series;
  });
}

/** Stretches of pixels of one state, the last in each pixel: what there is to see. */
function pixelRuns({ rows, perRow, times, states: held }, width) {
  let found = 0;
  for (let row = 0; row < rows; row++) {
    let index = row * perRow;
    const last = (row + 1) * perRow - 1;
    let previous = -1;
    for (let pixel = 0; pixel < width; pixel++) {
      const border = start + ((pixel + 1) * day) / width;
      while (index < last && times[index + 1] < border) index++;
      if (held[index] !== previous) found++;
      previous = held[index];
    }
  }
  return found;
}

function timelineCalls(calls) {
  const flat = Array.from({ length: 10 }, (_, code) => (codes.includes(code) ? colours[code] : '#999999'));
  const palette = { marks: flat, washes: flat, onFault: '#ffffff', surface: '#ffffff', secondary: '#666666' };
  const figures = {};
  const width = 1400;
  for (const [name, rows, perRow, height] of [
    ['sparse', 50, 100, 10],
    ['dense', 50, 2000, 10],
    ['thin', 1000, 500, 1],
  ]) {
    const data = makeDay(rows, perRow);
    const context = canvasIn(box(width, 1000), width, 1000);
    const views = seriesOf(data).map((series, row) => ({ series, top: row * (height < 4 ? height : 20) }));
    const axis = new TimeAxis({ from: start, to: start + day }, width);
    const view = { axis, height: height < 4 ? height * 0.9 : height, until: start + day, palette, ratio: 1 };
    const painter = new StateBands(new StatePixels());
    painter.paint(context, views, view);
    calls.rects = calls.images = 0;
    painter.paint(context, views, view);
    figures[`timeline ${name}: rects`] = calls.rects;
    figures[`timeline ${name}: images`] = calls.images;
    figures[`timeline ${name}: pixel runs`] = pixelRuns(data, width);
  }
  return figures;
}

function lineCalls(calls) {
  const width = 1200;
  const walk = makeWalk(200_000);
  const series = new NumberSeries();
  for (let index = 0; index < walk.length; index++) series.append(walk.times[index], walk.values[index], 0);
  const interval = { from: walk.times[0], to: walk.times[0] + walk.length * second };
  const context = canvasIn(box(width, 400), width, 400);
  const painter = new LinePainter();
  const values = valueAxis(series.minimum(interval), series.maximum(interval), 400, false);
  calls.points = 0;
  context.beginPath();
  painter.trace(context, series, new TimeAxis(interval, width), values, interval.to);
  return { 'line: points': calls.points, 'line: columns': width };
}
