import { ObservationBatch, Twin } from '@twinfloor/core';
import '@twinfloor/elements/equipment';
import { workshopOf } from '../../kpi/events.mjs';
import { states, words } from '../live.js';

/** A twin of as many machines, each with a state and a power, fed as a connector would. */
export function load(count) {
  const twin = new Twin(workshopOf(count), { scheduler: (task) => void requestAnimationFrame(task) });
  const handles = [];
  const batch = new ObservationBatch(count * 2);
  const now = twin.clock.now();
  for (let index = 0; index < count; index++) {
    const state = twin.signal(`m${index}/state`).handle;
    const power = twin.signal(`m${index}/power`).handle;
    handles.push([state, power]);
    for (let part = 11; part > 0; part--)
      batch.addState(state, now - part * 600_000, part % 4 === 3 ? 'starved' : 'running', 'WORD');
    batch.addState(state, now, states[index % states.length], 'WORD');
    batch.add(power, now, index % 100);
  }
  twin.observe(batch);
  batch.clear();
  return { twin, handles, batch };
}

export async function mount(host, { twin, handles, batch }, count) {
  const tiles = [];
  for (let index = 0; index < count; index++) {
    const tile = document.createElement('twin-equipment');
    tile.twin = twin;
    tile.equipment = `m${index}`;
    tile.style.width = '272px';
    tiles.push(tile);
  }
  host.append(...tiles);
  await Promise.all(tiles.map((tile) => tile.updateComplete));
  const apply = (message) => {
    const now = twin.clock.now();
    for (let at = 0; at < message.length; at += 3) {
      const [state, power] = handles[message[at]];
      batch.addState(state, now, states[message[at + 1]], 'WORD');
      batch.add(power, now, message[at + 2]);
    }
    twin.observe(batch);
    batch.clear();
  };
  // What is off the screen sleeps and shows what it knew; it is asked when somebody looks.
  const says = (index, state, value) => {
    const tile = tiles[index];
    const { bottom, top } = tile.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) return true;
    // Words and figures are generated content.
    const parts = [...tile.shadowRoot.querySelectorAll('[data-text]')];
    const text = parts.map(({ dataset }) => dataset.text).join(' ');
    return text.includes(words[states.indexOf(state)]) && (state === 'offline' || text.includes(`${value}`));
  };
  return { apply, says, count: () => tiles.filter((tile) => tile.shadowRoot.childElementCount > 0).length };
}
