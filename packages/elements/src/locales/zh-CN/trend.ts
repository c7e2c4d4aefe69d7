import type { TrendTerms } from '../en/trend.js';

/** In Simplified Chinese. */
export const trendTerms: TrendTerms = {
  trendTitle: 'Trend',
};
