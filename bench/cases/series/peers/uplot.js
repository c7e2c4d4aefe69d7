import uPlot from 'uplot';
import style from 'uplot/dist/uPlot.min.css';
import { grow, height, ink, second, width } from '../data.js';

/** uPlot takes columns, time in seconds; what it gets is made before the clock starts. */
export function load({ times, length }) {
  document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
  return Float64Array.from(times.subarray(0, length), (time) => time / second);
}

export function mount(walk, host, seconds) {
  const columns = () => [seconds, walk.values.subarray(0, walk.length)];
  const options = {
    width,
    height,
    legend: { show: false },
    cursor: { show: false },
    series: [{}, { stroke: ink, width: 1, points: { show: false } }],
  };
  const chart = new uPlot(options, columns(), host);
  return {
    show: (from, to) => chart.setScale('x', { min: from / second, max: to / second }),
    // The column grows by copying, as `setData` wants it whole.
    append: (count, from) => {
      const before = walk.length;
      grow(walk, count);
      const longer = new Float64Array(walk.length);
      longer.set(seconds);
      for (let index = before; index < walk.length; index++) longer[index] = walk.times[index] / second;
      seconds = longer;
      chart.setData(columns(), false);
      chart.setScale('x', { min: from / second, max: walk.times[walk.length - 1] / second });
    },
  };
}
