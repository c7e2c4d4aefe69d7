import { Clock, ObservationBatch, Twin } from '@twinfloor/core';
import '@twinfloor/elements/equipment-board';
import { workshopOf } from '../cases/kpi/events.mjs';
import { box, expose, painted, pause } from '../harness/page.js';
import { random } from '../harness/random.mjs';

const states = ['running', 'setup', 'idle', 'starved', 'fault'];
const words = ['ACTIVE', 'SETUP', 'READY', 'WAIT', 'STOPPED'];
const machines = 10_000;
const perFrame = 167;
const turns = 120;
/** Morning of a workday; the clock stands. */
const now = Date.UTC(2026, 0, 5, 8);

const batch = new ObservationBatch(machines);
const counts = { images: 0, clears: 0, reads: 0 };
let twin;
let board;
let handles;
let host;
let records = 0;

/** All nodes below one, those in shadow roots included. */
function nodesBelow(node) {
  let count = 0;
  for (const child of node.childNodes) count += 1 + nodesBelow(child);
  return count + (node.shadowRoot ? nodesBelow(node.shadowRoot) : 0);
}

function count(owner, name, key) {
  const original = owner[name];
  owner[name] = function (...given) {
    counts[key]++;
    return original.apply(this, given);
  };
}

const next = random(10);

/** A frame's part of 10,000 updates a second, each of some machine. */
function update(turn) {
  batch.clear();
  for (let index = 0; index < perFrame; index++) {
    const choice = Math.floor(next() * states.length);
    const machine = Math.floor(next() * machines);
    batch.addState(handles[machine], now - 1000 + turn, states[choice], words[choice]);
  }
  twin.observe(batch);
}

expose({
  async prepare() {
    twin = new Twin(workshopOf(machines), {
      clock: new Clock(() => now),
      scheduler: (task) => void requestAnimationFrame(task),
    });
    handles = Array.from({ length: machines }, (_, machine) => twin.signal(`m${machine}/state`).handle);
    for (let machine = 0; machine < machines; machine++)
      batch.addState(handles[machine], now - 2000, states[machine % 5], words[machine % 5]);
    twin.observe(batch);
    host = box(1600, 900);
    board = Object.assign(document.createElement('twin-equipment-board'), { twin });
    board.style.setProperty('--twin-equipment-board-block-size', '900px');
    host.append(board);
    for (let frame = 0; frame < 10; frame++) await painted();
    await pause(300);
    for (let turn = 0; turn < 20; turn++) {
      update(turn);
      await painted();
    }
    const observer = new MutationObserver((list) => (records += list.length));
    observer.observe(board.shadowRoot, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    count(CanvasRenderingContext2D.prototype, 'drawImage', 'images');
    count(CanvasRenderingContext2D.prototype, 'clearRect', 'clears');
    for (const name of ['getBoundingClientRect', 'getClientRects']) count(Element.prototype, name, 'reads');
    count(window, 'getComputedStyle', 'reads');
  },

  async run() {
    const nodes = nodesBelow(host);
    counts.images = counts.clears = counts.reads = records = 0;
    for (let turn = 0; turn < turns; turn++) {
      update(20 + turn);
      await painted();
    }
    await painted();
    return { boardNodes: nodes, updates: turns * perFrame, boardFrames: turns, writes: records, ...counts };
  },
});
