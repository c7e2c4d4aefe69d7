import { Clock, ObservationBatch, Twin } from '@twinfloor/core';
import '@twinfloor/elements/equipment-board';
import { workshopOf } from '../../kpi/events.mjs';
import { states, words } from '../../tiles/live.js';

/** The morning of a workday that goes on as the page does. */
const now = () => Date.UTC(2026, 0, 5, 8) + performance.now();

/** The twin with a first state of each machine: what a page has before its board comes. */
export function load(count) {
  const twin = new Twin(workshopOf(count), {
    clock: new Clock(now),
    scheduler: (task) => void requestAnimationFrame(task),
  });
  const handles = Array.from({ length: count }, (_, index) => twin.signal(`m${index}/state`).handle);
  const batch = new ObservationBatch(count);
  for (let index = 0; index < count; index++)
    batch.addState(handles[index], now() - 1000, states[index % 5], words[index % 5]);
  twin.observe(batch);
  return { twin, handles };
}

export async function mount(host, { twin, handles }, _count) {
  const board = Object.assign(document.createElement('twin-equipment-board'), { twin });
  board.style.setProperty('--twin-equipment-board-block-size', '880px');
  host.append(board);
  const batch = new ObservationBatch(64);
  return {
    apply(message) {
      batch.clear();
      const time = now();
      for (let at = 0; at < message.length; at += 3)
        batch.addState(handles[message[at]], time, states[message[at + 1]], words[message[at + 1]]);
      twin.observe(batch);
    },
    /** The middle of the canvas is a cell or the gap between two, so a line of it is looked at. */
    isPainted() {
      const canvas = board.shadowRoot.querySelector('canvas');
      if (canvas.width < 400) return false;
      return canvas
        .getContext('2d')
        .getImageData(0, 40, 400, 1)
        .data.some((value) => value > 0);
    },
    says: (index) => states.indexOf(twin.series(`m${index}/state`, 'state')?.at(now())?.state),
  };
}
