import { measureBytes } from './measure.mjs';

const kibibyte = 1024;

const litTile = `
import { css, html, LitElement } from 'lit';
class Tile extends LitElement {
  static properties = { name: {}, state: {}, oee: { type: Number } };
  static styles = css\`:host { display: block }\`;
  render() {
    return html\`<div class="tile \${this.state}"><b>\${this.name}</b><i>\${this.state}</i><svg viewBox="0 0 100 60"><path
      d="M10 55A40 40 0 0 1 90 55" pathLength="100" fill="none" stroke-dasharray="\${this.oee} 100"/></svg></div>\`;
  }
}
customElements.define('x-tile', Tile);`;

const gauge = `import { GaugeChart } from 'echarts/charts';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
echarts.use([GaugeChart, CanvasRenderer]);
echarts.init(document.body).setOption({ series: [{ type: 'gauge', data: [{ value: 80 }] }] });`;

const line = `import { LineChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
echarts.use([LineChart, GridComponent, TooltipComponent, DataZoomComponent, LegendComponent, CanvasRenderer]);
echarts.init(document.body).setOption({ xAxis: {}, yAxis: {}, series: [{ type: 'line', data: [1] }] });`;

const uplot = `import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
new uPlot({ width: 800, height: 300, series: [{}, {}] }, [[1, 2], [1, 2]], document.body);`;

const custom = line.replaceAll('LineChart', 'CustomChart').replaceAll('LegendComponent, ', '');

/** Our elements, by the names of their entries. */
const elements = (...names) => names.map((name) => `import '@twinfloor/elements/${name}';`).join('\n');

/** What a provider loads when it has a workshop file to read. */
const core = `export { Twin } from '@twinfloor/core';
export { readWorkshop } from '@twinfloor/core/workshop';`;

/** Lit alone with a painter of a hundred lines: what an element with a canvas cannot be below. */
const litWith = (painter) =>
  `${litTile}\nimport * as painter from './cases/${painter}';\nglobalThis.painter = painter;`;

/** What a page loads first, in bytes of gzip. */
export default {
  about: 'Bytes that an integrator ships: minified, gzip -9; fonts and style sheets of peers left out.',
  peers: true,
  scenarios: () => [
    scenario(
      'tile',
      'Provider, tile and OEE',
      {
        'limit, Lit tile': litTile,
        ours: elements('provider', 'equipment', 'oee'),
        'ours, with twin and reader of the workshop file': `${elements('provider', 'equipment', 'oee')}
${core}`,
        'ours, tile and OEE': elements('equipment', 'oee'),
        'ECharts gauge': gauge,
      },
      [{ id: 'bar 4', of: ['ours', 'gzip'], most: 25_000 }],
    ),
    scenario(
      'series',
      'Series chart',
      {
        'limit, Lit and a canvas': litWith('series/peers/scan.js'),
        ours: elements('power'),
        uPlot: uplot,
        ECharts: line,
      },
      [
        { id: 'B2', of: ['ours', 'gzip'], most: 16 * kibibyte },
        { id: 'B2', ratio: ['ours', 'uPlot'], most: 0.7 },
      ],
    ),
    scenario(
      'timeline',
      'State timeline',
      {
        'limit, Lit and a canvas': litWith('timeline/peers/canvas.js'),
        ours: elements('state-timeline'),
        ECharts: custom,
      },
      [
        { id: 'B3', of: ['ours', 'gzip'], most: 14 * kibibyte },
        { id: 'B3', ratio: ['ECharts', 'ours'], least: 12 },
      ],
    ),
  ],
};

function scenario(name, title, rows, goals) {
  const [limit] = Object.keys(rows);
  return {
    name,
    title,
    rows: Object.keys(rows),
    measure: () => measureBytes(rows),
    figure: 'gzip',
    unit: 'gzip B',
    limit,
    ours: Object.keys(rows).filter((row) => row.startsWith('ours')),
    oracle: 'none; that each entry works alone is a test of `npm run test:size`',
    columns: [
      ['min B', 'minified'],
      ['brotli B', 'brotli'],
    ],
    goals,
  };
}
