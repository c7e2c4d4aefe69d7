import { states, words } from '../live.js';

/**
 * What a tile shows, written by hand: name, state, reason, duration, a strip, three figures under their captions. The
 * template is cloned, texts are written directly, each dirty tile once a frame and only what differs.
 */
const style = `
.tile{width:272px;height:138px;contain:content;font:13px/18px sans-serif;background:#fff;position:relative}
.tile h3{margin:0;font:bold 15px/20px sans-serif;padding:12px 14px 0}
.tile p{margin:0;height:24px;padding:0 14px;display:flex;gap:8px}
.tile b{flex:1}.tile canvas{display:block;width:244px;height:10px;margin:4px 14px}
.tile div{display:flex;padding:0 14px}.tile i{flex:1;font:18px/22px sans-serif}
.tile i::after{content:attr(data-caption);display:block;font:11px/14px sans-serif}
.tile[data-state=fault] p{background:#b90414;color:#fff}`;

export async function mount(host, _data, count) {
  const sheet = document.createElement('style');
  sheet.textContent = style;
  document.head.append(sheet);
  const template = document.createElement('template');
  template.content.append(
    make('div', 'tile', [
      make('h3', '', [' ']),
      make('p', '', [make('b', '', [' ']), make('span', '', [' '])]),
      make('canvas', '', []),
      make('div', '', [figure('OEE'), figure('good'), figure('power')]),
    ]),
  );
  const tiles = [];
  const parts = document.createDocumentFragment();
  for (let index = 0; index < count; index++) {
    const tile = template.content.firstChild.cloneNode(true);
    const [title, row, canvas, figures] = tile.children;
    const one = {
      tile,
      state: row.firstChild.firstChild,
      duration: row.lastChild.firstChild,
      power: figures.lastChild.firstChild,
      shown: -1,
      shownValue: -1,
    };
    title.firstChild.data = `m${index}`;
    one.duration.data = '0 s';
    write(one, index % states.length, index % 100);
    strip(canvas);
    tiles.push(one);
    parts.append(tile);
  }
  host.append(parts);
  return { apply: batched(tiles), says: says(tiles), count: () => host.querySelectorAll('.tile').length };
}

function make(tag, className, children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function figure(caption) {
  const element = make('i', '', ['–']);
  element.dataset.caption = caption;
  return element;
}

function write(one, state, value) {
  if (one.shown !== state) {
    one.shown = state;
    one.tile.dataset.state = states[state];
    one.state.data = words[state];
  }
  if (one.shownValue !== value) {
    one.shownValue = value;
    one.power.data = `${value}.0 kW`;
  }
}

function strip(canvas) {
  canvas.width = 244;
  canvas.height = 10;
  const context = canvas.getContext('2d');
  for (let part = 0; part < 12; part++) {
    context.fillStyle = part % 4 === 3 ? '#bd7200' : '#319761';
    context.fillRect(part * 20, part % 4 === 3 ? 0 : 3, 19, part % 4 === 3 ? 10 : 4);
  }
}

/** The last state and value of each tile are written in the next frame. */
function batched(tiles) {
  const lastStates = new Uint8Array(tiles.length);
  const lastValues = new Uint8Array(tiles.length);
  const dirty = new Uint8Array(tiles.length);
  const changed = [];
  const flush = () => {
    for (const index of changed) {
      dirty[index] = 0;
      write(tiles[index], lastStates[index], lastValues[index]);
    }
    changed.length = 0;
  };
  return (message) => {
    for (let at = 0; at < message.length; at += 3) {
      const index = message[at];
      lastStates[index] = message[at + 1];
      lastValues[index] = message[at + 2];
      if (dirty[index]) continue;
      dirty[index] = 1;
      if (changed.push(index) === 1) requestAnimationFrame(flush);
    }
  };
}

const says = (tiles) => (index, state, value) => {
  const { textContent, dataset } = tiles[index].tile;
  return dataset.state === state && textContent.includes(`${value}.0`);
};
