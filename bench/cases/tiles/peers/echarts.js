import { GaugeChart } from 'echarts/charts';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { states } from '../live.js';

echarts.use([GaugeChart, CanvasRenderer]);
const colours = ['#319761', '#2878c0', '#958628', '#b90414', '#51504c'];

/** A gauge a machine, as its guide makes one, without animation. */
export async function mount(host, _data, count) {
  const gauges = [];
  for (let index = 0; index < count; index++) {
    const place = document.createElement('div');
    host.append(place);
    const gauge = echarts.init(place, null, { width: 272, height: 138 });
    gauge.setOption({
      animation: false,
      title: { text: `m${index}` },
      series: [
        {
          type: 'gauge',
          progress: { show: true, itemStyle: { color: colours[index % 5] } },
          axisTick: { show: false },
          splitLine: { show: false },
          axisLabel: { show: false },
          data: [{ value: index % 100, name: states[index % 5] }],
        },
      ],
    });
    gauges.push(gauge);
  }
  const apply = (message) => {
    for (let at = 0; at < message.length; at += 3) {
      gauges[message[at]].setOption({
        series: [
          {
            progress: { itemStyle: { color: colours[message[at + 1]] } },
            data: [{ value: message[at + 2], name: states[message[at + 1]] }],
          },
        ],
      });
    }
  };
  const says = (index, state, value) => {
    const [{ data }] = gauges[index].getOption().series;
    return data[0].value === value && data[0].name === state;
  };
  return { apply, says, count: () => host.querySelectorAll('canvas').length };
}
