import type { ChartTerms } from '../en/chart.js';

/** In Simplified Chinese. */
export const chartTerms: ChartTerms = {
  chartZoomIn: '放大',
  chartZoomOut: '缩小',
  wholeRange: '全部时段',
  zoomedTo: (span) => `显示 ${span}`,
};
