import { StateSeries } from '@twinfloor/core';
import { StateBands } from '#elements/charts/state-bands.js';
import { StatePixels } from '#elements/charts/state-pixels.js';
import { TimeAxis } from '#elements/charts/time-axis.js';
import { canvasIn } from '../../../harness/page.js';
import { codes, colours, height, width } from '../data.js';

/** The observations as the twin has them; stored before the clock starts. */
export function load({ rows, perRow, times, states }) {
  return Array.from({ length: rows }, (_, row) => {
    const series = new StateSeries();
    for (let index = row * perRow; index < (row + 1) * perRow; index++) {
      series.append(times[index], states[index], 'WORD', 0);
    }
    return series;
  });
}

const flat = Array.from({ length: 10 }, (_, code) => (codes.includes(code) ? colours[code] : '#999999'));
const palette = { marks: flat, washes: flat, onFault: '#ffffff', surface: '#ffffff', secondary: '#666666' };

/** Our painter alone, on a canvas of its own. */
export function mount({ rows, to: until }, host, loaded) {
  const context = canvasIn(host, width, height);
  const painter = new StateBands(new StatePixels());
  const pitch = height / rows;
  const views = loaded.map((series, row) => ({ series, top: row * pitch }));
  return {
    show(from, to) {
      context.clearRect(0, 0, width, height);
      const axis = new TimeAxis({ from, to }, width);
      painter.paint(context, views, { axis, height: pitch * 0.9, until, palette, ratio: 1 });
    },
  };
}
