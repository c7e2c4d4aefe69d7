/** Words that charts over time share. */
export interface ChartTerms {
  readonly chartZoomIn: string;
  readonly chartZoomOut: string;
  readonly wholeRange: string;
  /** Said when less than the range is shown; `span` is two clock times. */
  readonly zoomedTo: (span: string) => string;
}

/** In English. */
export const chartTerms: ChartTerms = {
  chartZoomIn: 'Zoom in',
  chartZoomOut: 'Zoom out',
  wholeRange: 'Whole range',
  zoomedTo: (span) => `Shown: ${span}`,
};
