import { NumberSeries } from '@twinfloor/core';
import { LinePainter } from '#elements/charts/line.js';
import { TimeAxis } from '#elements/charts/time-axis.js';
import { valueAxis } from '#elements/charts/value-axis.js';
import { canvasIn } from '../../../harness/page.js';
import { grow, height, ink, width } from '../data.js';

/** The observations as the twin has them; stored before the clock starts. */
export function load({ times, values, length }) {
  const series = new NumberSeries();
  for (let index = 0; index < length; index++) series.append(times[index], values[index], 0);
  return series;
}

/** Our painter alone: smallest and largest value for the axis, then the line, both from the pyramid. */
export function mount(walk, host, series) {
  const context = canvasIn(host, width, height);
  const painter = new LinePainter();
  const show = (from, to) => {
    context.clearRect(0, 0, width, height);
    const interval = { from, to };
    const values = valueAxis(series.minimum(interval), series.maximum(interval), height, false);
    context.strokeStyle = ink;
    context.beginPath();
    painter.trace(context, series, new TimeAxis(interval, width), values, to);
    context.stroke();
  };
  return {
    show,
    append: (count, from) => {
      const before = walk.length;
      grow(walk, count);
      for (let index = before; index < walk.length; index++)
        series.append(walk.times[index], walk.values[index], 0);
      show(from, walk.times[walk.length - 1]);
    },
  };
}
