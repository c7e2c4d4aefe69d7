import type { OeeTrendTerms } from '../en/oee-trend.js';

/** In Simplified Chinese. */
export const oeeTrendTerms: OeeTrendTerms = {
  oeeTrendTitle: 'Oee trend',
};
