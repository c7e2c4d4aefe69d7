import type { StateSummaryTerms } from '../en/state-summary.js';

/** In Simplified Chinese. */
export const stateSummaryTerms: StateSummaryTerms = {
  stateSummaryTitle: 'State summary',
};
