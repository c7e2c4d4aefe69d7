import { Clock, ObservationBatch, Twin } from '@twinfloor/core';
import '@twinfloor/elements/state-timeline';
import { coloursAt } from '@twinfloor/elements';
import { painted, pause } from '../../../harness/page.js';
import { workshopOf } from '../../kpi/events.mjs';
import { codes, day, pitchOf, start, width } from '../data.js';

const states = ['running', 'setup', 'idle', 'starved', 'blocked', 'fault'];
/** Px of the axis above the rows, and of the columns beside the plot. */
const header = 36;
const beside = 410;
/** Px of the plot before its axis begins. */
const edge = 6;

/** A twin that has observed the day and whose clock stands at its end. */
export function load({ rows, perRow, times, states: held }) {
  const twin = new Twin(workshopOf(rows), {
    clock: new Clock(() => start + day),
    scheduler: (task) => void requestAnimationFrame(task),
  });
  const batch = new ObservationBatch(perRow);
  for (let row = 0; row < rows; row++) {
    const { handle } = twin.signal(`m${row}/state`);
    batch.clear();
    for (let index = row * perRow; index < (row + 1) * perRow; index++) {
      batch.addState(handle, times[index], states[held[index]], 'WORD');
    }
    twin.observe(batch);
  }
  return twin;
}

/** The element as a page has it: names and read-outs beside the rows, axis, cursor, screen-reader rows. */
export async function mount({ rows }, host, twin) {
  host.style.cssText = `width:${width + beside}px`;
  const element = document.createElement('twin-state-timeline');
  const show = (from, to) => {
    element.range = `${new Date(from).toISOString()}/${new Date(to).toISOString()}`;
  };
  show(start, start + day);
  element.twin = twin;
  host.append(element);
  await element.updateComplete;
  const canvas = element.shadowRoot.querySelector('canvas.below');
  // It paints when it knows its size and that it is seen; until then a canvas has the size of its birth.
  while (canvas.width === 300) await painted();
  return {
    show,
    /** Only what is on the screen is painted: shows each part once, so that the oracle sees all rows. */
    async reveal() {
      for (let top = 0; top < document.documentElement.scrollHeight; top += 500) {
        scrollTo(0, top);
        await pause(60);
        for (let frame = 0; frame < 4; frame++) await painted();
      }
      scrollTo(0, 0);
    },
    plot() {
      const palette = coloursAt(element);
      return {
        node: element.shadowRoot.querySelector('.plot'),
        top: header,
        left: edge,
        pitch: pitchOf(rows),
        // The others have forms and hatching; narrow ones are merged; the last is unknown once its source is silent.
        solid: [0, 5],
        margin: 6,
        middle: 0.5,
        colours: Object.fromEntries(codes.map((code) => [code, palette.of(`state-${states[code]}`)])),
      };
    },
  };
}
