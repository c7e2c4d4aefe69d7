import { CustomChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { colours, height, width } from '../data.js';

echarts.use([CustomChart, GridComponent, DataZoomComponent, CanvasRenderer]);

/** The segments in the form that the chart takes; made before the clock starts. */
export function load({ rows, perRow, times, states, to }) {
  const segments = [];
  for (let row = 0; row < rows; row++) {
    for (let index = 0; index < perRow; index++) {
      const at = row * perRow + index;
      segments.push([row, times[at], index + 1 < perRow ? times[at + 1] : to, states[at]]);
    }
  }
  return segments;
}

/** A custom series, as the gallery of the library has it for state timelines, its animations off. */
export function mount({ rows, from, to }, host, segments) {
  const chart = echarts.init(host, null, { width, height });
  chart.setOption({
    animation: false,
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { type: 'time', min: from, max: to, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: Array.from({ length: rows }, (_, row) => `M${row}`),
      show: false,
    },
    dataZoom: [{ type: 'inside', filterMode: 'weakFilter' }],
    series: [
      {
        type: 'custom',
        progressive: 0,
        encode: { x: [1, 2], y: 0 },
        renderItem(_params, api) {
          const [left, middle] = api.coord([api.value(1), api.value(0)]);
          const [right] = api.coord([api.value(2), api.value(0)]);
          const bar = api.size([0, 1])[1] * 0.9;
          const shape = { x: left, y: middle - bar / 2, width: right - left, height: bar };
          return { type: 'rect', shape, style: { fill: colours[api.value(3)] } };
        },
        data: segments,
      },
    ],
  });
  return {
    show: (begin, end) => chart.dispatchAction({ type: 'dataZoom', startValue: begin, endValue: end }),
  };
}
