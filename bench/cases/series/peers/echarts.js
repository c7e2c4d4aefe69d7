import { LineChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { grow, height, ink, width } from '../data.js';

echarts.use([LineChart, GridComponent, DataZoomComponent, CanvasRenderer]);

/** ECharts takes pairs; they are made before the clock starts. */
export function load({ times, values, length }) {
  const pairs = new Array(length);
  for (let index = 0; index < length; index++) pairs[index] = [times[index], values[index]];
  return pairs;
}

/** Sampling by smallest and largest value, its quickest that shows every peak. */
export function mount(walk, host, pairs) {
  const chart = echarts.init(host, null, { width, height });
  const grid = { left: 50, right: 10, top: 10, bottom: 30 };
  chart.setOption({
    animation: false,
    grid,
    xAxis: { type: 'time' },
    yAxis: { scale: true },
    dataZoom: [{ type: 'inside' }],
    series: [
      { type: 'line', symbol: 'none', sampling: 'minmax', lineStyle: { width: 1, color: ink }, data: pairs },
    ],
  });
  return {
    show: (from, to) => chart.dispatchAction({ type: 'dataZoom', startValue: from, endValue: to }),
    append: (count) => {
      const before = walk.length;
      grow(walk, count);
      for (let index = before; index < walk.length; index++)
        pairs.push([walk.times[index], walk.values[index]]);
      chart.setOption({ series: [{ data: pairs }] });
    },
  };
}
