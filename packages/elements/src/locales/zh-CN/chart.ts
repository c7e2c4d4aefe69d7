import type { ChartTerms } from '../en/chart.js';

/** In Simplified Chinese. */
export const chartTerms: ChartTerms = {
  zoomIn: '放大',
  zoomOut: '缩小',
  wholeRange: '全部时段',
  zoomedTo: (span) => `显示 ${span}`,
};
