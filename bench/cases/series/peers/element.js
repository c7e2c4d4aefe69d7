import { Clock, ObservationBatch, Twin } from '@twinfloor/core';
import '@twinfloor/elements/power';
import { painted } from '../../../harness/page.js';
import { workshopOf } from '../../kpi/events.mjs';
import { grow, start, width } from '../data.js';

const left = 40;
const right = 14;

/** A twin whose machine has observed the walk as its power. Its clock shows a later day: no now line stands in the plot. */
export function load({ times, values, length }) {
  const twin = new Twin(workshopOf(1), {
    clock: new Clock(() => start + 400 * 86_400_000),
    scheduler: (task) => void requestAnimationFrame(task),
    retention: { maximumCount: 2e7, maximumAge: Infinity },
  });
  const { handle } = twin.signal('m0/power');
  const batch = new ObservationBatch(length);
  for (let index = 0; index < length; index++) batch.add(handle, times[index], values[index]);
  twin.observe(batch);
  return twin;
}

/** The element as a page has it: figures, axes, demand of each quarter of an hour, and the line. Its plot is 250 px high. */
export async function mount(walk, host, twin) {
  host.style.cssText = `width:${left + width + right}px`;
  const element = document.createElement('twin-power');
  const show = (from, to) => {
    element.range = `${new Date(from).toISOString()}/${new Date(to).toISOString()}`;
  };
  show(walk.times[0], walk.times[walk.length - 1]);
  element.equipment = 'm0';
  element.twin = twin;
  host.append(element);
  await element.updateComplete;
  const canvas = element.shadowRoot.querySelector('canvas.below');
  // It paints when it knows its size and that it is seen; until then a canvas has the size of its birth.
  while (canvas.width === 300) await painted();
  const { handle } = twin.signal('m0/power');
  const batch = new ObservationBatch(16);
  return {
    show,
    append(count, from) {
      const before = walk.length;
      grow(walk, count);
      batch.clear();
      for (let index = before; index < walk.length; index++)
        batch.add(handle, walk.times[index], walk.values[index]);
      twin.observe(batch);
      show(from, walk.times[walk.length - 1]);
    },
    plot: () => ({ node: canvas, left, width, top: 26, height: 250, isInk: (red) => red < 150 }),
  };
}
